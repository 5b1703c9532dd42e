"""The timeline."""

from mining.api.answer import Answer
from mining.api.call import Call
from mining.api.models import Page
from mining.api.operation import Routes
from mining.api.parameter import LIMIT, PAGE, text, whole
from mining.domain.event import Event

routes = Routes("events")
_MOST = 2**53
SINCE = whole("since", "Only events with a greater seq.", None, 0, _MOST)
MINER = text("miner", "Only events of this miner.")


@routes.get(
    "/events",
    id="listEvents",
    summary="What happened, when, why and by whose word",
    description="Newest first. With `since`, what came after that `seq`, oldest first, as one page of at most `limit`.",
    returns=Page[Event],
    query=(PAGE, LIMIT, SINCE, MINER),
)
async def events(call: Call) -> Answer:
    page, limit, since, miner = call[PAGE], call[LIMIT], call[SINCE], call[MINER]
    if since is not None:
        found = await call.rig.events(since, miner, limit)
        return call.show_page(found, 1, limit, len(found))
    found, total = await call.rig.events_page(miner, min((page - 1) * limit, _MOST), limit)
    return call.show_page(found, page, limit, total)
