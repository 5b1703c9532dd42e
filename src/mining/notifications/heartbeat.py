"""Heartbeat, which gives somebody outside a sign of life again and again; when it stays away they tell the owner."""

import asyncio
import json
import sys
import time
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

import structlog

from mining.domain.alerts.heartbeat import Beat, beat_of
from mining.domain.alerts.notification import Target
from mining.domain.attention.item import AttentionItem
from mining.domain.message import phrase
from mining.notifications.outbox import Failure
from mining.notifications.sender import carried

COMMAND = (sys.executable, "-P", "-m", "mining.notifications.heartbeat_process")
LIMIT = 20.0  # s for one
RETRY = 60.0  # s after which one that was not taken is tried again
SETTLE = 15.0  # s after the start of the daemon, until it knows how its miners are

log = structlog.get_logger()


@dataclass(frozen=True)
class HeartbeatTiming:
    """How long to wait, in seconds."""

    settle: float = SETTLE
    retry: float = RETRY
    limit: float = LIMIT


class Heartbeat:
    """`items` are what needs attention now; `own_ports` the daemon's, where none goes."""

    def __init__(
        self,
        items: Callable[[], Sequence[AttentionItem]],
        own_ports: Collection[int] = (),
        timing: HeartbeatTiming | None = None,
    ) -> None:
        self._items, self._own_ports, self._timing = items, own_ports, timing or HeartbeatTiming()
        self._target: Target | None = None
        self._interval = 0.0
        self._changed = asyncio.Event()
        self.failure: Failure | None = None

    def use(self, url: str | None, interval: float) -> None:
        """Send it there from now on, every so many seconds; nowhere while there is no address."""
        target = None if url is None else Target(url)
        if (target, interval) != (self._target, self._interval):
            self._target, self._interval = target, interval
            self.failure = None
            self._changed.set()

    def failures(self) -> Sequence[Failure]:
        """Why and since when nobody takes it; empty while somebody does."""
        return () if self.failure is None else (self.failure,)

    async def run(self) -> None:
        """For ever."""
        await asyncio.sleep(self._timing.settle)
        while True:
            self._changed.clear()
            pause = None if self._target is None else await self._beat(self._target)
            with suppress(TimeoutError):  # what was changed counts at once
                async with asyncio.timeout(pause):
                    await self._changed.wait()

    async def _beat(self, target: Target) -> float:
        """Send one; the seconds until the next."""
        beat = beat_of(target.get_secret_value(), self._items(), datetime.now(UTC))
        issue = None if beat is None else await self._issue(beat)
        if target != self._target:  # another address, or none, was set while this one was asked
            return 0.0
        if issue is None:
            if self.failure is not None:
                log.info("heartbeat.taken_again", target=str(target))
            self.failure = None
            return self._interval
        if self.failure is None:
            log.warning("heartbeat.not_taken", target=str(target), issue=issue)
        since = self.failure.since if self.failure is not None else datetime.now(UTC)
        self.failure = Failure(str(target), issue, since)
        return min(self._interval, self._timing.retry)

    async def _issue(self, beat: Beat) -> str | None:
        """Why it was not taken."""
        limit = self._timing.limit
        request = {**beat._asdict(), "own_ports": list(self._own_ports), "end": time.monotonic() + limit}
        try:
            return await carried(COMMAND, json.dumps(request).encode(), limit)
        except TimeoutError:
            return phrase("delivery.late")
        except (OSError, ValueError):
            return phrase("delivery.unreachable")
