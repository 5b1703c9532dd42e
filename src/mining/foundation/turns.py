"""Turns: long work in the daemon's one loop lets others in between its steps."""

import asyncio
from time import perf_counter

TURN = 0.02  # s of work before others have theirs


class Turns:
    """Of one piece of work."""

    def __init__(self) -> None:
        self._begun = perf_counter()

    async def rest(self) -> None:
        """Between two steps: let others in, if it has worked for long."""
        if perf_counter() - self._begun > TURN:
            await asyncio.sleep(0)
            self._begun = perf_counter()
