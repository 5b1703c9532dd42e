"""Whether somebody sets the wall clock; nothing but stamps depends on it."""

import asyncio
import time
from datetime import UTC, datetime

from mining.domain.value import timestamp
from mining.engine.supervision.context import AppendEvent

JUMP = 2.0  # seconds beyond which a step is told


async def watch_clock(tell: AppendEvent) -> None:
    """Tell of each step, for ever."""
    offset = time.time() - time.monotonic()
    while True:
        await asyncio.sleep(10)
        jump = time.time() - time.monotonic() - offset
        offset += jump
        if abs(jump) > JUMP:
            text = f"The clock was set {abs(jump):.0f} s {'forward' if jump > 0 else 'back'}."
            await tell(None, "clock", text, None, now=timestamp(datetime.now(UTC)))
