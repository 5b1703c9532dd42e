"""A miner's text and keyboard: a file or named pipes that outlive the daemon, drained into the kept log."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, Protocol

from mining.processes.log_file import LogFile
from mining.processes.text import Lines
from mining.processes.text_file import OWN_TEXT, TextFile

PER_SECOND = 500  # lines kept; more are counted and left out
TextKind = Literal["file", "fifo", "log"]  # log: the program writes its text into a file by itself


class TextSource(Protocol):
    """Where a program's text arrives."""

    def open(self, fresh: bool) -> None:
        """Get ready to read; `fresh` for a new process, otherwise what is there goes on."""

    def ends(self) -> tuple[int, int]:
        """(stdin, stdout) for the process."""

    def read(self) -> bytes:
        """What has arrived."""

    def overflowed(self) -> bool:
        """Whether lines may have been lost while nobody read."""

    def type(self, keys: str) -> None:
        """Send keys to the program; OSError when it does not take them."""

    def is_noted(self, pending: int) -> bool:
        """Whether it is written down that all but `pending` bytes are kept."""

    def note(self, pending: int) -> None:
        """Write down that all but `pending` bytes are kept."""

    def close(self) -> None:
        """Let go of it."""


def console_of(folder: Path) -> TextKind:
    """How the program in a run folder speaks."""
    if (folder / "stdout.fifo").is_fifo():
        return "fifo"
    return "log" if (folder / OWN_TEXT).is_file() else "file"


def source_of(folder: Path, kind: TextKind) -> TextSource:
    """Where a program's text arrives that speaks so."""
    if sys.platform == "linux" and kind == "fifo":
        from mining.processes.text_pipe import TextPipe

        return TextPipe(folder)
    return TextFile(folder, own=kind == "log")  # no pipe of another system holds much while nobody listens


class Console:
    """The text of one run. `ends()` gives what the process inherits, `drain()` takes what has arrived.

    `hide` takes out of a line what is to be kept nowhere and shown to nobody.
    """

    def __init__(self, folder: Path, kind: TextKind, log: LogFile, hide: Callable[[str], str] = str) -> None:
        self._source = source_of(folder, kind)
        self._log = log
        self._lines = Lines(hide)
        self._allowance = float(PER_SECOND)
        self._left_out = 0
        self.write_failed: OSError | None = None
        self.open = self._source.open
        self.ends = self._source.ends
        self.overflowed = self._source.overflowed
        self.type = self._source.type
        self.close = self._source.close

    def drain(self, elapsed: float) -> list[str]:
        """Take what has arrived in the last `elapsed` seconds, keep it, and return the kept lines."""
        data = self._source.read()
        if not data and self._settled:
            self._allow(elapsed)
            return []
        lines = self._keep(self._lines.feed(data), elapsed)
        self._save(lines)
        self._source.note(self._lines.pending)
        return lines

    @property
    def _settled(self) -> bool:
        """Whether all that came is kept, told and noted: mostly nothing has been printed, and nothing is to be done."""
        noted = self._source.is_noted(self._lines.pending)
        return noted and not self._left_out and self.write_failed is None

    def finish(self) -> list[str]:
        """Take the last of it after the process has ended, also a line without an end."""
        lines = self._keep(self._lines.feed(self._source.read()) + self._lines.flush(), 2.0)
        if self._left_out:
            lines.append(self._gap())
        self._save(lines)
        self._source.note(self._lines.pending)
        return lines

    def _allow(self, elapsed: float) -> None:
        self._allowance = min(2.0 * PER_SECOND, self._allowance + elapsed * PER_SECOND)

    def _keep(self, lines: list[str], elapsed: float) -> list[str]:
        self._allow(elapsed)
        first_lines = lines[: int(self._allowance)]
        self._allowance -= len(first_lines)
        dropped = len(lines) - len(first_lines)
        if self._left_out and not dropped:
            first_lines.insert(0, self._gap())
        self._left_out += dropped
        return first_lines

    def _gap(self) -> str:
        count, self._left_out = self._left_out, 0
        return f"[{count} lines left out: more than {PER_SECOND} a second]"

    def _save(self, lines: list[str]) -> None:
        try:
            self._log.append(lines, datetime.now(UTC))
            self.write_failed = None
        except OSError as error:  # a full disk costs text, not mining
            self.write_failed = error
