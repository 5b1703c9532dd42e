"""The daemon's own log, as it is read from outside."""

from typing import Literal, Protocol, get_args

from pydantic import Field

from mining.domain.value import Moment, Value

LogLevel = Literal["debug", "info", "warning", "error"]
LEVELS: tuple[LogLevel, ...] = get_args(LogLevel)  # from the least important


class DaemonLogLine(Value):
    """One line."""

    time: Moment | None
    level: LogLevel | None = Field(description="null: the line was torn by a full disk.")
    text: str = Field(description="`event=… key=…`; addresses, passwords and tokens are masked.")


class DaemonLogPage(Value):
    """A stretch of the log; `cursor` asks for what comes after it."""

    items: tuple[DaemonLogLine, ...]
    cursor: str


class DaemonLog(Protocol):
    """What the daemon wrote down of itself, also in its earlier lives."""

    async def read(self, lines: int, cursor: str | None, level: LogLevel) -> DaemonLogPage:
        """The last `lines` lines of that level and above, or the first ones after `cursor`."""
