"""The wait for the next start, which may end early when what it waits for is there."""

import asyncio
from contextlib import suppress

from mining.foundation.clock import Clock


class RestartWait:
    """On the clock that never jumps."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._due = 0.0
        self._over = asyncio.Event()

    def begin(self, seconds: float) -> None:
        """It lasts so long from now on."""
        self._over.clear()
        self._due = self._clock.monotonic() + seconds

    def end(self) -> None:
        """It is over now."""
        self._over.set()

    async def last(self) -> None:
        """Wait until it is over."""
        left = self._due - self._clock.monotonic()
        if left <= 0:
            await asyncio.sleep(0)
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(left):
                await self._over.wait()
