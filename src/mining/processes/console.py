"""A miner's text and keyboard: a file or named pipes that outlive the daemon, drained into the kept log."""

import fcntl
import os
import stat
import struct
import subprocess
import termios
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from mining.foundation.files import read_plain
from mining.processes.log_file import LogFile
from mining.processes.text import Lines

PIPE = 1 << 20  # bytes that wait in the pipe while nobody drains it
PER_SECOND = 500  # lines kept; more are counted and left out
_SET_PIPE_SIZE = 1031  # F_SETPIPE_SZ
_TRUNCATE_AT = 4 << 20


def console_of(folder: Path) -> Literal["file", "fifo"]:
    """How the program in a run folder speaks."""
    return "fifo" if (folder / "stdout.fifo").is_fifo() else "file"


class Console:
    """The text of one run. `ends()` gives what the process inherits, `drain()` takes what has arrived.

    `hide` takes out of a line what is to be kept nowhere and shown to nobody.
    """

    def __init__(
        self, folder: Path, kind: Literal["file", "fifo"], log: LogFile, hide: Callable[[str], str] = str
    ) -> None:
        self._kind = kind
        self._log = log
        self._lines = Lines(hide)
        self._stdout = folder / ("stdout.fifo" if kind == "fifo" else "stdout.log")
        self._stdin = folder / "stdin.fifo"
        self._position = folder / "stdout.position"
        self._descriptor = self._keyboard = -1
        self._offset = self._noted = 0  # bytes of the file read, and of those noted as kept
        self._allowance = float(PER_SECOND)
        self._left_out = 0
        self.write_failed: OSError | None = None

    def open(self, fresh: bool) -> None:
        """Get ready to drain; `fresh` for a new process, otherwise what is there goes on."""
        if self._kind == "fifo":
            for path in (self._stdin, self._stdout):
                _make_fifo(path, fresh)
            self._descriptor = os.open(self._stdout, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOFOLLOW)
            self._keyboard = os.open(self._stdin, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOFOLLOW)
            with suppress(OSError):  # the system may grant less
                fcntl.fcntl(self._descriptor, _SET_PIPE_SIZE, PIPE)
            return
        if fresh:
            self._stdout.unlink(missing_ok=True)
            self._position.unlink(missing_ok=True)
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC | os.O_NOFOLLOW
        self._descriptor = os.open(self._stdout, flags, 0o600)
        self._offset = self._noted = self._noted_position()

    def ends(self) -> tuple[int, int]:
        """(stdin, stdout) for the process. Named pipes are opened read-write, so that there is always a reader."""
        if self._kind == "fifo":
            return os.open(self._stdin, os.O_RDWR | os.O_CLOEXEC), os.open(self._stdout, os.O_RDWR | os.O_CLOEXEC)
        return subprocess.DEVNULL, os.open(self._stdout, os.O_WRONLY | os.O_APPEND | os.O_CLOEXEC)

    def overflowed(self) -> bool:
        """Whether the pipe is full, so that lines may have been lost while nobody drained it."""
        if self._kind != "fifo":
            return False
        waiting = struct.unpack("i", fcntl.ioctl(self._descriptor, termios.FIONREAD, b"\0\0\0\0"))[0]
        return bool(waiting >= PIPE - 8192)

    def drain(self, elapsed: float) -> list[str]:
        """Take what has arrived in the last `elapsed` seconds, keep it, and return the kept lines."""
        data = self._read()
        if not data and self._settled:
            self._allow(elapsed)
            return []
        lines = self._keep(self._lines.feed(data), elapsed)
        self._save(lines)
        self._note_position()
        return lines

    @property
    def _settled(self) -> bool:
        """Whether all that came is kept, told and noted: mostly nothing has been printed, and nothing is to be done."""
        noted = self._kind == "fifo" or self._offset - self._lines.pending == self._noted
        return noted and not self._left_out and self.write_failed is None

    def finish(self) -> list[str]:
        """Take the last of it after the process has ended, also a line without an end."""
        lines = self._keep(self._lines.feed(self._read()) + self._lines.flush(), 2.0)
        if self._left_out:
            lines.append(self._gap())
        self._save(lines)
        self._note_position()
        return lines

    def type(self, keys: str) -> None:
        """Send keys to the program's stdin; OSError when it does not take them."""
        if self._keyboard < 0:
            raise OSError("this program has no keyboard")
        os.write(self._keyboard, keys.encode())

    def close(self) -> None:
        """Let go of it; the process keeps its own ends."""
        for descriptor in (self._descriptor, self._keyboard):
            if descriptor >= 0:
                os.close(descriptor)
        self._descriptor = self._keyboard = -1

    def _read(self) -> bytes:
        if self._kind == "fifo":
            with suppress(BlockingIOError):
                return os.read(self._descriptor, PIPE)
            return b""
        data = os.pread(self._descriptor, PIPE, self._offset)
        if not data and self._offset > _TRUNCATE_AT:  # everything is read; O_APPEND lets the writer go on at the start
            os.ftruncate(self._descriptor, 0)
            self._offset = 0
        self._offset += len(data)
        return data

    def _allow(self, elapsed: float) -> None:
        self._allowance = min(2.0 * PER_SECOND, self._allowance + elapsed * PER_SECOND)

    def _keep(self, lines: list[str], elapsed: float) -> list[str]:
        self._allow(elapsed)
        kept = lines[: int(self._allowance)]
        self._allowance -= len(kept)
        dropped = len(lines) - len(kept)
        if self._left_out and not dropped:
            kept.insert(0, self._gap())
        self._left_out += dropped
        return kept

    def _gap(self) -> str:
        count, self._left_out = self._left_out, 0
        return f"[{count} lines left out: more than {PER_SECOND} a second]"

    def _save(self, lines: list[str]) -> None:
        try:
            self._log.append(lines, datetime.now(UTC))
            self.write_failed = None
        except OSError as error:  # a full disk costs text, not mining
            self.write_failed = error

    def _noted_position(self) -> int:
        try:
            noted = int(read_plain(self._position, 32))
        except (OSError, ValueError):
            return 0
        return noted if 0 <= noted <= os.fstat(self._descriptor).st_size else 0

    def _note_position(self) -> None:
        """Write down how much of the file is kept, after it is kept: a crash repeats a line rather than lose one."""
        noted = self._offset - self._lines.pending
        if self._kind == "fifo" or noted == self._noted:
            return
        with suppress(OSError):
            flags = os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
            descriptor = os.open(self._position, flags, 0o600)
            try:
                os.pwrite(descriptor, f"{noted:032d}".encode(), 0)
                os.ftruncate(descriptor, 32)
                self._noted = noted
            finally:
                os.close(descriptor)


def _make_fifo(path: Path, fresh: bool) -> None:
    with suppress(FileNotFoundError):
        if fresh or not stat.S_ISFIFO(path.lstat().st_mode):
            path.unlink()
    if not path.exists():
        os.mkfifo(path, 0o600)
