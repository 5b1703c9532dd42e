"""The timeline."""

from collections.abc import Sequence

from fastapi import APIRouter, Response

from mining.api.encode import encoded, listed
from mining.api.masking import views
from mining.api.query import pagination
from mining.api.routes.described import WINDOW, Page, Success, query, whole, word
from mining.api.routes.request import Ask, Asked, answer
from mining.domain.event import Event

router = APIRouter(tags=["events"])
_MOST = 2**53


@router.get(
    "/events",
    operation_id="listEvents",
    summary="What happened, when, why and by whose word",
    description="Newest first. With `since`, what came after that `seq`, oldest first, as one page of at most `limit`.",
    response_model=Success[Page[Event]],
    openapi_extra=query(
        *WINDOW,
        whole("since", "Only events with a greater seq.", None, 0, _MOST),
        word("miner", "Only events of this miner."),
    ),
)
async def events(ask: Ask) -> Response:
    page, limit = ask.query.window()
    since = ask.query.whole("since", -1, 0, _MOST)
    miner = ask.query.text("miner")
    ask.query.check()
    if since >= 0:
        found = await ask.rig.events(since, miner, limit)
        return answer(listed(_shown(ask, found), pagination(1, limit, len(found))))
    found, total = await ask.rig.events_page(miner, min((page - 1) * limit, _MOST), limit)
    return answer(listed(_shown(ask, found), pagination(page, limit, total)))


def _shown(ask: Asked, found: Sequence[Event]) -> list[bytes]:
    return [encoded(event) for event in views(found, ask.who)]
