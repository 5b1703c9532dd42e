"""Whether the memory is in trouble: told when that begins while the daemon runs, and when it is over."""

import asyncio
from collections.abc import Callable, Sequence

from mining.domain.message import Sentence, message
from mining.engine.supervision.context import AppendEvent

LOOK = 2.0  # seconds between two looks


async def watch_memory(troubles: Callable[[], Sequence[str]], tell: AppendEvent, every: float = LOOK) -> None:
    """Tell of each change, for ever; what is wrong already when this begins has been told."""
    earlier = frozenset(troubles())
    while True:
        await asyncio.sleep(every)
        now = frozenset(troubles())
        for text in sorted(now - earlier):
            await tell(None, "storage", text, None)
        over = earlier - now if not now - earlier else ()  # one trouble in place of another is no end
        if any(isinstance(text, Sentence) and text.message.code == "storage.full" for text in over):
            await tell(None, "recovered", message("storage.room_again"), None)
        elif over:
            await tell(None, "recovered", message("storage.folder_again"), None)
        earlier = now
