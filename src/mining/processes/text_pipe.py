"""A program's output and keyboard as named pipes, which take 1 MiB while nobody reads them: for Linux."""

import os
import sys

assert sys.platform == "linux"  # by this mypy leaves the file out for other systems

import fcntl
import stat
import struct
import termios
from contextlib import suppress
from pathlib import Path

PIPE = 1 << 20  # bytes that wait in the pipe while nobody drains it
_SET_PIPE_SIZE = 1031  # F_SETPIPE_SZ
_BOTH_WAYS = os.O_RDWR | os.O_CLOEXEC  # so that there is always a reader


class TextPipe:
    """Two pipes, whose ends the process inherits."""

    def __init__(self, folder: Path) -> None:
        self._stdout = folder / STDOUT
        self._stdin = folder / "stdin.fifo"
        self._descriptor = self._keyboard = -1

    def open(self, fresh: bool) -> None:
        """Get ready to read; `fresh` for a new process, otherwise what is there goes on."""
        for path in (self._stdin, self._stdout):
            _make_fifo(path, fresh)
        self._descriptor = os.open(self._stdout, _BOTH_WAYS | os.O_NONBLOCK | os.O_NOFOLLOW)
        self._keyboard = os.open(self._stdin, _BOTH_WAYS | os.O_NONBLOCK | os.O_NOFOLLOW)
        with suppress(OSError):  # the system may grant less
            fcntl.fcntl(self._descriptor, _SET_PIPE_SIZE, PIPE)

    def ends(self) -> tuple[int, int]:
        """(stdin, stdout) for the process."""
        return os.open(self._stdin, _BOTH_WAYS), os.open(self._stdout, _BOTH_WAYS)

    def read(self) -> bytes:
        """What has arrived."""
        with suppress(BlockingIOError):
            return os.read(self._descriptor, PIPE)
        return b""

    def overflowed(self) -> bool:
        """Whether the pipe is full, so that lines may have been lost while nobody drained it."""
        waiting = struct.unpack("i", fcntl.ioctl(self._descriptor, termios.FIONREAD, b"\0\0\0\0"))[0]
        return bool(waiting >= PIPE - 8192)

    def type(self, keys: str) -> None:
        """Send keys to the program's stdin; OSError when it does not take them."""
        os.write(self._keyboard, keys.encode())

    def is_noted(self, pending: int) -> bool:
        """What was read of a pipe is gone from it."""
        return True

    def note(self, pending: int) -> None:
        """There is nothing to write down."""

    def close(self) -> None:
        """Let go of it; the process keeps its own ends."""
        for descriptor in (self._descriptor, self._keyboard):
            if descriptor >= 0:
                os.close(descriptor)
        self._descriptor = self._keyboard = -1


STDOUT = "stdout.fifo"


def _make_fifo(path: Path, fresh: bool) -> None:
    with suppress(FileNotFoundError):
        if fresh or not stat.S_ISFIFO(path.lstat().st_mode):
            path.unlink()
    if not path.exists():
        os.mkfifo(path, 0o600)
