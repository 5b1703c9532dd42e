"""Notifications: whether messages arrive."""

from mining.api.answer import Answer
from mining.api.call import Call, answer
from mining.api.operation import Routes
from mining.domain.alerts.notification import Deliveries

routes = Routes("notifications")


@routes.post(
    "/notifications/test",
    id="testNotifications",
    needs="operator",
    summary="Send a test message to every target, within 15 s",
    description="The answer is 200 whatever became of the messages; 409 when no target is set.",
    returns=Deliveries,
)
async def test(call: Call) -> Answer:
    await call.no_body()
    return answer(await call.rooms.notifications.test())
