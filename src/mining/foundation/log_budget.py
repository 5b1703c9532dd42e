"""How many lines the log takes of one kind, so that nobody who causes an event again and again fills the disk."""

import time
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Any

import structlog

MOST_LINES = 20  # of one event
WINDOW = 60.0  # s
MOST_EVENTS = 256  # whose names are remembered


@dataclass
class _Count:
    begun: float
    lines: int = 0
    left_out: int = 0


@dataclass
class LogBudget:
    """A processor of structlog. The first line after a window says how many were left out of it."""

    clock: Callable[[], float] = time.monotonic
    _counts: dict[str, _Count] = field(default_factory=dict)

    def __call__(self, _: Any, __: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        now, name = self.clock(), str(line.get("event"))[:64]
        count = self._counts.get(name)
        if count is None or now - count.begun >= WINDOW:
            if len(self._counts) >= MOST_EVENTS:
                self._counts.clear()
            if count is not None and count.left_out:
                line["left_out"] = count.left_out
            count = self._counts[name] = _Count(now)
        count.lines += 1
        if count.lines > MOST_LINES:
            count.left_out += 1
            raise structlog.DropEvent
        return line
