"""Where the daemon's log goes: each event as a line on stderr, and to whoever keeps it, within its budget."""

import logging
import sys
from collections.abc import Callable, MutableMapping
from contextlib import suppress
from typing import Any

import structlog

from mining.foundation.log_budget import LogBudget

Redact = Callable[[str], str]
Keep = Callable[[str, str], None]  # is given the level and the rest of a line
LIBRARIES = ("asyncio", "uvicorn.error")  # which log on their own, at worst once for each request
_RENDER = structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "event"])
_REST = structlog.processors.LogfmtRenderer(key_order=["event"])


def configure_log(least: int, redact: Redact, keep: Keep = lambda level, text: None) -> None:
    """Events from that level on as lines without what `redact` hides: time, level, event, fields."""

    def render(logger: Any, name: str, event: MutableMapping[str, Any]) -> str:
        rest = {key: value for key, value in event.items() if key not in ("timestamp", "level")}
        keep(event["level"], redact(str(_REST(logger, name, rest))))
        return redact(str(_RENDER(logger, name, event)))

    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            LogBudget(),
            structlog.processors.TimeStamper(fmt="%Y-%m-%dT%H:%M:%SZ", utc=True),
            structlog.processors.format_exc_info,
            render,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(least),
        logger_factory=lambda *_: Stderr(),
    )
    for name in LIBRARIES:
        logger = logging.getLogger(name)
        logger.handlers[:] = [_Lines()]
        logger.propagate = False


class Stderr:
    """Where events are written. A full disk or a closed pipe behind it costs a line, never what was being done."""

    def msg(self, line: str) -> None:
        """Write one line."""
        with suppress(OSError):
            print(line, file=sys.stderr, flush=True)

    debug = info = warning = error = critical = msg


class _Lines(logging.Handler):
    """What a library logs, as an event of its name."""

    def emit(self, record: logging.LogRecord) -> None:
        structlog.get_logger().log(record.levelno, record.name, text=record.getMessage(), exc_info=record.exc_info)
