"""The daemon's own log: lines on stderr at the level that the operator wants, without what signs in somewhere."""

import sys
from contextlib import suppress
from typing import Any

import structlog

from mining.domain.redaction import log_text
from mining.settings import LEVELS


def configure_log(level: str) -> None:
    """Events as lines on stderr: time, level, event, fields."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="%Y-%m-%dT%H:%M:%SZ", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "event"]),
            _without_secrets,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(LEVELS[level]),
        logger_factory=lambda *_: Stderr(),
    )


def _without_secrets(_logger: Any, _method: str, line: Any) -> str:
    return log_text(str(line))


class Stderr:
    """Where events are written. A full disk or a closed pipe behind it costs a line, never what was being done."""

    def msg(self, line: str) -> None:
        """Write one line."""
        with suppress(OSError):
            print(line, file=sys.stderr, flush=True)

    debug = info = warning = error = critical = msg
