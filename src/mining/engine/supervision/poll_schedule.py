"""When a miner is asked: often at first, then once in each interval, and at once when somebody begins to watch."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from zlib import crc32

from mining.foundation.clock import Clock

PROBES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.5)  # seconds between the first questions, until one is answered
EARLY = (1.0, 1.0, 2.0)  # and after that, hence at 1, 2 and 4 s
LATE = 3.0  # seconds beyond which a wait was prolonged by others, and does not count


class PollSchedule:
    """The rhythm of one run. `interval` says the seconds between polls, as of now."""

    def __init__(
        self, name: str, interval: Callable[[], float], poll_now: asyncio.Event, adopted: bool, clock: Clock
    ) -> None:
        self._clock = clock
        self._interval = interval
        self._poll_now = poll_now
        self._place = 0.3 + 0.4 * (crc32(name.encode()) % 100) / 100
        self._early = list(() if adopted else PROBES + EARLY)

    async def rest(self, proven: bool) -> float:
        """Wait until the next question; returns how much of it counts, however long the daemon slept."""
        if proven and self._early and self._early[0] in PROBES:
            self._early = list(EARLY)
        seconds = self._early.pop(0) if self._early else self._until_next()
        before = self._clock.monotonic()
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._poll_now.wait()
        self._poll_now.clear()
        return min(self._clock.monotonic() - before, seconds + LATE)

    def _until_next(self) -> float:
        """Seconds to a poll in the middle of its interval, so that each bucket of the history gets its sample."""
        interval = self._interval()
        pause = (interval * self._place - self._clock.now().timestamp()) % interval
        return pause if pause > interval / 4 else pause + interval
