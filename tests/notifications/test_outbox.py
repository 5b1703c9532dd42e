"""What waits for a target: together what comes together, again what was not taken, and never without end."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import structlog

from mining.domain.alerts.notification import Delivery, Notification, NotificationTiming, OutgoingMessage, Target
from mining.notifications.outbox import MOST, Outbox

TARGET = Target("json://127.0.0.1/s3cret")
QUICK = NotificationTiming(gather=0.05, first=0.1, longest=0.2)


def notification(title: str, ago: float = 0.0) -> Notification:
    return Notification(topic="trouble", at=datetime.now(UTC) - timedelta(seconds=ago), title=title, text="…")


class Post:
    """Takes messages or not, as it is told; remembers every attempt."""

    def __init__(self) -> None:
        self.attempts: list[OutgoingMessage] = []
        self.at: list[float] = []  # s, on the clock of the loop
        self.taken: list[OutgoingMessage] = []
        self.takes = True
        self.defect: Exception | None = None
        self.under_way: asyncio.Event | None = None

    async def send(self, target: Target, message: OutgoingMessage) -> Delivery:
        assert target == TARGET
        self.attempts.append(message)
        self.at.append(asyncio.get_running_loop().time())
        if self.under_way is not None:
            await self.under_way.wait()
        if self.defect is not None:
            raise self.defect
        if self.takes:
            self.taken.append(message)
        return Delivery(target=str(target), ok=self.takes, issue=None if self.takes else "Closed.")


@asynccontextmanager
async def delivering(post: Post, timing: NotificationTiming = QUICK) -> AsyncIterator[Outbox]:
    outbox = Outbox(TARGET, "rig1", timing, post.send)
    task = asyncio.create_task(outbox.deliver())
    yield outbox
    assert not task.done()
    task.cancel()


async def until(condition: Callable[[], Any]) -> None:
    async with asyncio.timeout(60):
        while not condition():
            await asyncio.sleep(0.005)


async def test_what_happens_within_moments_is_one_message() -> None:
    post = Post()
    async with delivering(post) as outbox:
        outbox.put(notification("a"))
        await asyncio.sleep(0)
        outbox.put(notification("b"))
        await until(lambda: post.taken)
        assert [message.title for message in post.taken] == ["rig1: a, and 1 more"]
        outbox.put(notification("c"))
        await until(lambda: len(post.taken) == 2)
        assert post.taken[1].title == "rig1: c"
        await asyncio.sleep(0.3)
        assert len(post.attempts) == 2


async def test_a_target_that_takes_nothing_is_told_with_its_reason_until_it_takes_again() -> None:
    post = Post()
    async with delivering(post) as outbox:
        assert outbox.failure is None
        post.takes = False
        outbox.put(notification("a"))
        await until(lambda: len(post.attempts) == 1 and outbox.failure)
        first = outbox.failure
        await until(lambda: len(post.attempts) == 3)
        assert outbox.failure is not None
        assert outbox.failure == first, "it fails since the first attempt"
        assert (outbox.failure.target, outbox.failure.issue) == (str(TARGET), "Closed.")
        assert "s3cret" not in str(outbox.failure)
        post.takes = True
        await until(lambda: post.taken)
        await until(lambda: outbox.failure is None)


async def test_what_is_not_taken_is_tried_again_together_with_what_comes_meanwhile() -> None:
    post = Post()
    post.takes = False
    with structlog.testing.capture_logs() as logs:
        async with delivering(post) as outbox:
            outbox.put(notification("a"))
            await until(lambda: len(post.attempts) == 3)
            outbox.put(notification("b"))
            await until(lambda: len(post.attempts) == 4)
            post.takes = True
            await until(lambda: post.taken)
    assert [message.title for message in post.taken] == ["rig1: a, and 1 more"]
    assert [line["event"] for line in logs] == [
        "notification.unsent",
        "notification.sent_again",
    ]  # once, however often it failed
    assert "s3cret" not in str(logs)


async def test_something_new_is_a_reason_to_try_at_once() -> None:
    post = Post()
    post.takes = False
    async with delivering(post, NotificationTiming(gather=0.01, first=3600)) as outbox:
        outbox.put(notification("a"))
        await until(lambda: len(post.attempts) == 1)
        post.takes = True
        outbox.put(notification("b"))
        await until(lambda: post.taken)


async def test_the_pauses_grow() -> None:
    post = Post()
    post.takes = False
    async with delivering(post, NotificationTiming(gather=0.0, first=0.02, longest=0.4)) as outbox:
        outbox.put(notification("a"))
        await until(lambda: len(post.at) == 6)
    pauses = [later - earlier for earlier, later in pairwise(post.at)]
    assert all(pause >= least for pause, least in zip(pauses, (0.02, 0.04, 0.08, 0.16, 0.32), strict=True)), pauses


async def test_with_too_many_the_oldest_go_and_are_counted() -> None:
    post = Post()
    post.takes = False
    async with delivering(post) as outbox:
        for number in range(MOST + 3):
            outbox.put(notification(f"n{number}"))
        await until(lambda: post.attempts)
        post.takes = True
        outbox.put(notification("last"))
        await until(lambda: post.taken)
        outbox.put(notification("next"))
        await until(lambda: len(post.taken) == 2)
    assert post.taken[0].title == f"rig1: n4, and {MOST - 1} more"
    assert "4 older ones could not be sent" in post.taken[0].body
    assert post.taken[1].body == "…"


async def test_what_comes_or_goes_while_a_message_is_under_way_is_not_lost_and_not_sent_twice() -> None:
    post = Post()
    post.under_way = asyncio.Event()
    async with delivering(post) as outbox:
        outbox.put(notification("a"))
        outbox.put(notification("b"))
        await until(lambda: post.attempts)
        for number in range(MOST - 1):  # the oldest, which is under way, has to go
            outbox.put(notification(f"n{number}"))
        post.under_way.set()
        await until(lambda: len(post.taken) == 2)
        await asyncio.sleep(0.2)
    assert [message.title for message in post.taken] == ["rig1: a, and 1 more", f"rig1: n0, and {MOST - 2} more"]


async def test_what_is_too_old_is_given_up_and_that_is_said_once() -> None:
    post = Post()
    post.takes = False
    with structlog.testing.capture_logs() as logs:
        async with delivering(post, NotificationTiming(gather=0.01, first=0.05, longest=0.05, keep=60)) as outbox:
            outbox.put(notification("old", ago=61))
            outbox.put(notification("older", ago=3600))
            await until(lambda: len(post.attempts) == 1)
            await asyncio.sleep(0.2)
            assert len(post.attempts) == 1
            outbox.put(notification("new"))
            await until(lambda: len(post.attempts) > 3)
            post.takes = True
            await until(lambda: post.taken)
    assert post.taken[0].title == "rig1: new"
    assert "2 older ones could not be sent" in post.taken[0].body
    assert [line["event"] for line in logs] == [
        "notification.unsent",
        "notification.given_up",
        "notification.sent_again",
    ]


async def test_what_is_given_up_at_once_costs_no_rest() -> None:
    post = Post()
    post.takes = False
    async with delivering(post, NotificationTiming(gather=0.0, first=0.05, longest=0.05, keep=-1)) as outbox:
        post.under_way = asyncio.Event()
        outbox.put(notification("a"))
        await until(lambda: post.attempts)
        outbox.put(notification("b"))
        post.under_way.set()
        await asyncio.sleep(0.2)
        assert len(post.attempts) < 4


async def test_a_defect_of_ours_does_not_end_the_mail() -> None:
    post = Post()
    post.defect = RuntimeError("ours")
    with structlog.testing.capture_logs():
        async with delivering(post) as outbox:
            outbox.put(notification("a"))
            await until(lambda: len(post.attempts) == 2)
            post.defect = None
            await until(lambda: post.taken)


async def test_a_payout_is_never_pushed_out_and_nothing_that_arrived_is_called_left_out() -> None:
    post = Post()
    async with delivering(post) as outbox:
        outbox.put(Notification(topic="payout", at=datetime.now(UTC), title="the wallet was changed", text="old → new"))
        for number in range(MOST + 3):
            outbox.put(Notification(topic="program", at=datetime.now(UTC), title=f"p{number}", text="installed"))
        await until(lambda: post.taken)
    assert post.taken[0].title.startswith("rig1: the wallet was changed")
    assert "4 older ones" in post.taken[0].body


async def test_what_had_to_go_while_it_arrived_is_not_called_left_out() -> None:
    gate, sent = asyncio.Event(), []

    async def send(target: Target, message: OutgoingMessage) -> Delivery:
        sent.append(message)
        await gate.wait()
        return Delivery(target=str(target), ok=True)

    outbox = Outbox(TARGET, "rig1", QUICK, send)
    task = asyncio.create_task(outbox.deliver())
    outbox.put(notification("a"))
    outbox.put(notification("b"))
    await until(lambda: sent)
    for number in range(MOST - 1):
        outbox.put(notification(f"n{number}"))
    gate.set()
    await until(lambda: len(sent) == 2)
    task.cancel()
    assert "could not be sent" not in sent[1].body
    assert sent[1].title == f"rig1: n0, and {MOST - 2} more"
