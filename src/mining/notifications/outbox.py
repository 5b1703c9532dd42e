"""Outbox, what waits for one target: sent together, tried again with growing pauses, given up in the end."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager, nullcontext, suppress
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import structlog

from mining.domain.alerts.notification import (
    ALWAYS,
    Delivery,
    Notification,
    NotificationTiming,
    OutgoingMessage,
    Target,
    compose,
    weight,
)
from mining.domain.message import phrase

MOST = 32  # notifications that wait for one target

log = structlog.get_logger()


class Failure(NamedTuple):
    """A target that takes nothing; it is masked."""

    target: str
    issue: str
    since: datetime


class Outbox:
    """`send` makes one attempt."""

    def __init__(
        self,
        target: Target,
        host: str,
        timing: NotificationTiming,
        send: Callable[[Target, OutgoingMessage], Awaitable[Delivery]],
        turn: Callable[[bool, asyncio.Event], AbstractAsyncContextManager[None]] = lambda failing, urgent: (
            nullcontext()
        ),
    ) -> None:
        self._target = target
        self._host = host
        self._timing = timing
        self._send = send
        self._turn = turn  # to send, when it failed the last time or not, and sooner once something is urgent
        self._urgent = asyncio.Event()
        self._waiting: list[Notification] = []
        self._under_way: tuple[Notification, ...] = ()
        self._left_out = 0  # those that had to go, and have not been told of
        self._left_under_way = 0  # those that had to go while they were sent: if they arrive, nothing is left out
        self._arrived = asyncio.Event()
        self._failing = self._given_up = False
        self.failure: Failure | None = None  # why and since when it takes nothing
        self._last = False

    def put(self, notification: Notification) -> None:
        """Add one; when there are too many the lightest has to go, of several the oldest."""
        if len(self._waiting) == MOST:
            self._drop(max(self._waiting, key=weight))
        self._waiting.append(notification)
        if notification.topic in ALWAYS:
            self._urgent.set()
        self._arrived.set()

    def put_last(self, notification: Notification) -> None:
        """Add one after which nothing comes any more: once it is sent, `deliver` ends."""
        self._last = True
        self.put(notification)

    async def deliver(self) -> None:
        """Send what comes, until the last is sent."""
        while not self._last or self._waiting:
            await self._arrived.wait()
            self._arrived.clear()
            pause = self._timing.first
            while self._waiting:
                await asyncio.sleep(self._timing.gather)
                self._arrived.clear()
                if await self._attempt():
                    break
                with suppress(TimeoutError):  # something new is a reason to try at once
                    async with asyncio.timeout(pause):
                        await self._arrived.wait()
                pause = min(2 * pause, self._timing.longest)

    async def _attempt(self) -> bool:
        async with self._turn(self._failing, self._urgent):
            return await self._send_all()

    async def _send_all(self) -> bool:
        self._urgent.clear()
        notifications, left_out = tuple(self._waiting), self._left_out
        self._under_way, self._left_under_way = notifications, 0
        message = compose(self._host, notifications, left_out, datetime.now().astimezone())
        try:
            delivery = await self._send(self._target, message)
        except Exception:  # a defect of ours must not end the mail
            log.exception("notification.defect", target=str(self._target))
            delivery = Delivery.failed(str(self._target), phrase("delivery.defect"))
        self._under_way = ()
        if not delivery.ok:
            self._left_out += self._left_under_way
            self._failed(delivery)
            return False
        self._waiting = [each for each in self._waiting if all(each is not sent for sent in notifications)]
        self._left_out -= left_out
        if self._failing:
            log.info("notification.sent_again", target=delivery.target)
        self._failing = self._given_up = False
        self.failure = None
        return not self._waiting

    def _failed(self, delivery: Delivery) -> None:
        since = self.failure.since if self.failure is not None else datetime.now(UTC)
        self.failure = Failure(delivery.target, delivery.issue or "", since)
        if not self._failing:
            self._failing = True
            text = "The messages wait and are tried again."
            log.warning("notification.unsent", target=delivery.target, issue=delivery.issue, text=text)
        oldest = datetime.now(UTC) - timedelta(seconds=self._timing.keep)
        for notification in [each for each in self._waiting if each.at < oldest]:
            self._drop(notification)
            if not self._given_up:
                self._given_up = True
                log.error("notification.given_up", target=delivery.target, issue=delivery.issue)

    def _drop(self, notification: Notification) -> None:
        self._waiting = [each for each in self._waiting if each is not notification]
        if any(each is notification for each in self._under_way):
            self._left_under_way += 1
        else:
            self._left_out += 1
