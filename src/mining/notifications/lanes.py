"""Lanes to send in: few at once, for each takes memory; no dead target delays the message about a payout."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from mining.foundation.tasks import end, owned

USUAL, PAYOUT, FAILING = 2, 8, 2  # at once: each takes some 50 MB for a second


class Lanes:
    """Three lanes: of targets that failed the last time, of messages about a payout, and of all others."""

    def __init__(self) -> None:
        self._usual = asyncio.Semaphore(USUAL)
        self._payout = asyncio.Semaphore(PAYOUT)
        self._failing = asyncio.Semaphore(FAILING)

    @asynccontextmanager
    async def turn(self, failing: bool, urgent: asyncio.Event) -> AsyncIterator[None]:
        """Wait for a turn; once the message becomes urgent, no longer for one of the usual."""
        lane = self._failing if failing else await self._usual_or(urgent)
        if lane is not self._usual:
            await lane.acquire()
        try:
            yield
        finally:
            lane.release()

    async def _usual_or(self, urgent: asyncio.Event) -> asyncio.Semaphore:
        """The usual lane, with a turn in it, or that of payouts."""
        turn, hurry = owned("a turn", self._usual.acquire()), owned("urgent", urgent.wait())
        try:
            await asyncio.wait({turn, hurry}, return_when=asyncio.FIRST_COMPLETED)
            if not hurry.done():
                return self._usual
        except BaseException:
            if await _given_up(turn):
                self._usual.release()
            raise
        finally:
            await end(hurry)
        if await _given_up(turn):
            self._usual.release()
        return self._payout


async def _given_up(turn: "asyncio.Task[bool]") -> bool:
    """Wait for it no longer; whether it had come already."""
    await end(turn)
    return not turn.cancelled()
