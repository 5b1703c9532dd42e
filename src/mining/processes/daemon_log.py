"""The daemon's own log on disk, redacted (fulfils `mining.domain.daemon_log.DaemonLog`)."""

import asyncio
import threading
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from mining.domain.daemon_log import LEVELS, DaemonLogLine, DaemonLogPage, LogLevel
from mining.domain.redaction import log_text
from mining.domain.rig import LogLine
from mining.processes.log_file import LogFile
from mining.processes.text import clean, plain

FURTHER = 8  # times as many lines are looked at where too few were of the level


class DaemonLogFile:
    """Lines `TIME LEVEL TEXT`. Any thread may write; a full disk costs a line, never what was being done."""

    def __init__(self, folder: Path) -> None:
        self._file = LogFile(folder)
        self._turn = threading.Lock()

    def write(self, level: str, text: str) -> None:
        """Add an entry; each line of a traceback is a line."""
        lines = [f"{level} {plain(clean(log_text(line)))}" for line in text.split("\\n")]
        with self._turn, suppress(OSError):
            self._file.append(lines, datetime.now(UTC))

    async def read(self, lines: int, cursor: str | None, level: LogLevel) -> DaemonLogPage:
        """The last `lines` lines of that level and above, or the first ones after `cursor`."""
        look = self._last if cursor is None else partial(self._after, cursor)
        return await asyncio.to_thread(look, lines, LEVELS.index(level))

    def _last(self, lines: int, least: int) -> DaemonLogPage:
        looked_at = lines
        while True:
            page = self._file.read(looked_at, None)
            items = _of(page.items, least)
            if len(items) >= lines or len(page.items) < looked_at:
                return DaemonLogPage(items=tuple(items[-lines:]), cursor=page.cursor)
            looked_at *= FURTHER

    def _after(self, cursor: str, lines: int, least: int) -> DaemonLogPage:
        looked_at = lines
        while True:
            page = self._file.read(looked_at, cursor)
            items = _of(page.items, least)
            if len(items) > lines:  # so the cursor would be too far
                looked_at = max(lines, looked_at // FURTHER)
            elif items or len(page.items) < looked_at:
                return DaemonLogPage(items=tuple(items), cursor=page.cursor)
            else:
                cursor, looked_at = page.cursor, looked_at * FURTHER


def _of(lines: Sequence[LogLine], least: int) -> list[DaemonLogLine]:
    """Lines of a level and above; a torn one belongs to every level."""
    read = [_line(line) for line in lines]
    return [line for line in read if line.level is None or LEVELS.index(line.level) >= least]


def _line(line: LogLine) -> DaemonLogLine:
    word, _, text = line.text.partition(" ")
    level = next((each for each in LEVELS if each == word), None)
    return DaemonLogLine(time=line.time, level=level, text=text if level is not None else line.text)
