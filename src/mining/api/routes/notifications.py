"""Notifications: whether messages arrive."""

from fastapi import APIRouter, Response

from mining.api.routes.described import Success
from mining.api.routes.request import Ask, answer
from mining.domain.alerts.notification import Deliveries

router = APIRouter(tags=["notifications"])


@router.post(
    "/notifications/test",
    operation_id="testNotifications",
    summary="Send a test message to every target, within 15 s",
    description="The answer is 200 whatever became of the messages; 409 when no target is set.",
    response_model=Success[Deliveries],
)
async def test(ask: Ask) -> Response:
    await ask.no_body()
    return answer(await ask.notifications.test())
