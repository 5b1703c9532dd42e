"""Mailbox, what waits for one target: sent together, tried again with growing pauses, given up in the end."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import structlog

from mining.domain.notice import Delivery, Message, Notice, Patience, Target, compose

MOST = 32  # notices that wait for one target

log = structlog.get_logger()


class Mailbox:
    """`send` makes one attempt."""

    def __init__(
        self, target: Target, host: str, patience: Patience, send: Callable[[Target, Message], Awaitable[Delivery]]
    ) -> None:
        self._target = target
        self._host = host
        self._patience = patience
        self._send = send
        self._waiting: deque[Notice] = deque()
        self._left_out = 0  # older ones that had to go, and have not been told of
        self._gone = 0  # ever, so that what goes while we send is known
        self._arrived = asyncio.Event()
        self._failing = self._given_up = False
        self._last = False

    def put(self, notice: Notice) -> None:
        """Add one; the oldest has to go when there are too many."""
        if len(self._waiting) == MOST:
            self._drop_oldest()
        self._waiting.append(notice)
        self._arrived.set()

    def put_last(self, notice: Notice) -> None:
        """Add one after which nothing comes any more: once it is sent, `deliver` ends."""
        self._last = True
        self.put(notice)

    async def deliver(self) -> None:
        """Send what comes, until the last is sent."""
        while not self._last or self._waiting:
            await self._arrived.wait()
            self._arrived.clear()
            pause = self._patience.first
            while self._waiting:
                await asyncio.sleep(self._patience.gather)
                self._arrived.clear()
                if await self._attempt():
                    break
                with suppress(TimeoutError):  # something new is a reason to try at once
                    await asyncio.wait_for(self._arrived.wait(), pause)
                pause = min(2 * pause, self._patience.longest)

    async def _attempt(self) -> bool:
        notices, left_out, gone = tuple(self._waiting), self._left_out, self._gone
        message = compose(self._host, notices, left_out, datetime.now().astimezone())
        try:
            delivery = await self._send(self._target, message)
        except Exception:  # a defect of ours must not end the mail
            log.exception("notice.defect", target=str(self._target))
            delivery = Delivery(target=str(self._target), ok=False, issue="a defect of the platform")
        if not delivery.ok:
            self._failed(delivery)
            return False
        for _ in range(len(notices) - (self._gone - gone)):
            self._waiting.popleft()
        self._left_out -= left_out
        if self._failing:
            log.info("notice.sent_again", target=delivery.target)
        self._failing = self._given_up = False
        return not self._waiting

    def _failed(self, delivery: Delivery) -> None:
        if not self._failing:
            self._failing = True
            text = "The messages wait and are tried again."
            log.warning("notice.unsent", target=delivery.target, issue=delivery.issue, text=text)
        oldest = datetime.now(UTC) - timedelta(seconds=self._patience.keep)
        while self._waiting and self._waiting[0].at < oldest:
            self._drop_oldest()
            if not self._given_up:
                self._given_up = True
                log.error("notice.given_up", target=delivery.target, issue=delivery.issue)

    def _drop_oldest(self) -> None:
        self._waiting.popleft()
        self._left_out += 1
        self._gone += 1
