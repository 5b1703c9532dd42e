"""Whether the memory is in trouble: told when that begins while the daemon runs, and when it is over."""

import asyncio
from collections.abc import Callable, Sequence

from mining.domain.message import message
from mining.engine.supervision.context import AppendEvent

LOOK = 2.0  # seconds between two looks


async def watch_memory(troubles: Callable[[], Sequence[str]], tell: AppendEvent, every: float = LOOK) -> None:
    """Tell of each change, for ever; what is wrong already when this begins has been told."""
    known = frozenset(troubles())
    while True:
        await asyncio.sleep(every)
        now = frozenset(troubles())
        for text in sorted(now - known):
            await tell(None, "storage", text, None)
        if known - now:  # damage stays known until the next start, so this was a full disk
            await tell(None, "recovered", message("storage.room_again"), None)
        known = now
