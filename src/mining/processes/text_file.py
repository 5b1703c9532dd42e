"""A program's output in a file that outlives the daemon, read from where the last reader stopped."""

import os
import subprocess
from contextlib import suppress
from pathlib import Path

from mining.foundation.files import read_plain
from mining.foundation.platform import append_end, free_start, open_file, pread, pwrite, remove

MOST_READ = 1 << 20  # bytes at once
_CUT_AT = 4 << 20
_BLOCK = 1 << 16  # bytes in which NTFS frees; other file systems in smaller ones


class TextFile:
    """`stdout.log`, to which each process appends, or `program.log`, into which a program writes by itself.

    The first is cut once everything is read. The second keeps its length, since its program goes on where it was, not
    at the end: what is kept is given back to the disk.
    """

    def __init__(self, folder: Path, own: bool = False) -> None:
        self._path = folder / (OWN_TEXT if own else "stdout.log")
        self._position = folder / "stdout.position"
        self._own = own
        self._descriptor = -1
        self._offset = self._noted = 0  # bytes of the file read, and of those noted as kept
        self._freed = 0  # bytes of the file that take nothing on the disk any more

    def open(self, fresh: bool) -> None:
        """Get ready to read; `fresh` for a new process, otherwise what is there goes on."""
        if fresh:
            remove(self._path)
            remove(self._position)
        self._descriptor = open_file(self._path, os.O_RDWR | os.O_CREAT | os.O_APPEND)
        self._offset = self._noted = self._noted_position()

    def ends(self) -> tuple[int, int]:
        """(stdin, stdout) for the process."""
        return subprocess.DEVNULL, append_end(self._path)

    def read(self) -> bytes:
        """What has arrived."""
        data = pread(self._descriptor, MOST_READ, self._offset)
        if self._own:
            self._free_kept()
        elif not data and self._offset > _CUT_AT:  # appending lets the writer go on at the start
            os.ftruncate(self._descriptor, 0)
            self._offset = 0
        self._offset += len(data)
        return data

    def _free_kept(self) -> None:
        end = self._noted // _BLOCK * _BLOCK
        if end - self._freed >= _CUT_AT:
            self._freed = end
            with suppress(OSError):  # a file system without holes, such as exFAT, lets it grow
                free_start(self._descriptor, end)

    def overflowed(self) -> bool:
        """A file takes everything."""
        return False

    def type(self, keys: str) -> None:
        """There is no keyboard."""
        raise OSError("this program has no keyboard")

    def is_noted(self, pending: int) -> bool:
        """Whether it is written down that all but `pending` bytes are kept."""
        return self._offset - pending == self._noted

    def note(self, pending: int) -> None:
        """Write down how much of the file is kept, after it is kept: a crash repeats a line rather than lose one."""
        noted = self._offset - pending
        if noted == self._noted:
            return
        with suppress(OSError):
            descriptor = open_file(self._position, os.O_WRONLY | os.O_CREAT | getattr(os, "O_NONBLOCK", 0))
            try:
                pwrite(descriptor, f"{noted:032d}".encode(), 0)
                os.ftruncate(descriptor, 32)
                self._noted = noted
            finally:
                os.close(descriptor)

    def close(self) -> None:
        """Let go of it; the process keeps its own end."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
        self._descriptor = -1

    def _noted_position(self) -> int:
        try:
            noted = int(read_plain(self._position, 32))
        except (OSError, ValueError):
            return 0
        return noted if 0 <= noted <= os.fstat(self._descriptor).st_size else 0


OWN_TEXT = "program.log"
