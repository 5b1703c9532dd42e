"""The timeline."""

from typing import get_args

from mining.api.answer import Answer
from mining.api.call import Call
from mining.api.models import Page
from mining.api.operation import Routes
from mining.api.parameter import LIMIT, PAGE, choices, instant, text, whole
from mining.domain.event import Event, EventChoice, EventKind

routes = Routes("events")
_MOST = 2**53
SINCE = whole("since", "Only events with a greater seq, the oldest first.", None, 0, _MOST)
MINER = text("miner", "Only events of this miner.")
EVENT = choices("event", "Only of these kinds, with commas between them.", "EventKindChoice", get_args(EventKind))
FROM = instant("from", "Only events that are not older, such as 2025-12-31T23:59:59Z.")
TO = instant("to", "Only events that are older.")


@routes.get(
    "/events",
    id="listEvents",
    summary="What happened, when, why and by whose word",
    description="Newest first. With `since`, what came after that `seq`, oldest first.",
    returns=Page[Event],
    query=(PAGE, LIMIT, SINCE, MINER, EVENT, FROM, TO),
)
async def events(call: Call) -> Answer:
    page, limit = call[PAGE], call[LIMIT]
    choice = EventChoice(call[MINER], call[EVENT], call[SINCE], call[FROM], call[TO])
    rows, total = await call.rig.events_page(choice, min((page - 1) * limit, _MOST), limit)
    return call.show_page(rows, page, limit, total)
