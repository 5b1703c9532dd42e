"""A daemon's log on paper; what is asked for is written down."""

from datetime import UTC, datetime

from mining.domain.daemon_log import DaemonLogLine, DaemonLogPage, LogLevel


class PaperLog:
    """Always the same line."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, str | None, LogLevel]] = []

    async def read(self, lines: int, cursor: str | None, level: LogLevel) -> DaemonLogPage:
        self.asked.append((lines, cursor, level))
        line = DaemonLogLine(
            time=datetime(2026, 1, 1, tzinfo=UTC), level="error", text="event=/p/x wallet=0123456789012"
        )
        return DaemonLogPage(items=(line,), cursor="42")
