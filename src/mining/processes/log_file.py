"""The kept text of one miner: segments named by where they begin, so that a position means the same for ever."""

import errno
import os
import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from mining.domain.rig import LogLine, LogPage
from mining.domain.value import timestamp
from mining.foundation.files import open_plain
from mining.foundation.platform import open_file, pread, remove

SEGMENT = 1 << 20  # bytes
KEPT = 8  # segments
BLOCK = 1 << 14  # bytes read at first from the end of a segment
STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)


class LogFile:
    """Lines `TIME TEXT` below one folder; a cursor is the number of bytes ever written before it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._size: int | None = None  # of the current segment
        self._start = 0

    def append(self, lines: Sequence[str], at: datetime) -> None:
        """Add lines that arrived at `at`; OSError when the disk will not take them."""
        if not lines:
            return
        if self._size is None:
            self.folder.mkdir(mode=0o700, exist_ok=True)  # and no data folder in place of one that vanished
            segments = self._segments()
            self._start = segments[-1] if segments else 0
            self._size = self._path(self._start).stat().st_size if segments else 0
        if self._size >= SEGMENT:
            self._start += self._size
            self._size = 0
            for old in self._segments()[: 1 - KEPT]:
                remove(self._path(old))
        stamp = timestamp(at)
        data = "".join(f"{stamp} {line}\n" for line in lines).encode()
        descriptor = open_file(self._path(self._start), os.O_RDWR | os.O_CREAT | os.O_APPEND)
        try:
            if self._size and pread(descriptor, 1, self._size - 1) != b"\n":  # a full disk tore the last line
                data = b"\n" + data
            written = os.write(descriptor, data)
            self._size += written
            if written < len(data):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        finally:
            os.close(descriptor)

    def read(self, lines: int, cursor: str | None) -> LogPage:
        """The last `lines` lines, or the first `lines` after `cursor`; a cursor too old begins where the log does."""
        segments = self._segments()
        if not segments:
            return LogPage(items=(), cursor="0")
        end = segments[-1] + self._path(segments[-1]).stat().st_size
        if cursor is None:
            rows, position = self._last(segments, end, lines), end
        else:
            position = max(segments[0], min(int(cursor), end))
            rows, position = self._after(segments, position, lines)
        return LogPage(items=tuple(map(_line, rows)), cursor=str(position))

    def _last(self, segments: list[int], end: int, lines: int) -> list[bytes]:
        rows: list[bytes] = []
        for start in reversed(segments):
            with suppress(FileNotFoundError):
                rows = _tail(self._path(start), end - start, lines - len(rows)) + rows
            if len(rows) >= lines:
                break
        return rows[-lines:]

    def _after(self, segments: list[int], position: int, lines: int) -> tuple[list[bytes], int]:
        rows: list[bytes] = []
        for start in segments:
            with suppress(FileNotFoundError):  # the oldest may go meanwhile
                size = self._path(start).stat().st_size
                if start + size <= position:
                    continue
                for row in _from(self._path(start), position - start, size).splitlines(keepends=True):
                    if len(rows) == lines or not row.endswith(b"\n"):
                        return rows, position
                    rows.append(row.rstrip(b"\n"))
                    position += len(row)
        return rows, position

    def _segments(self) -> list[int]:
        if not self.folder.is_dir():
            return []
        return sorted(int(path.stem) for path in self.folder.glob("*.log") if path.stem.isdigit())

    def _path(self, start: int) -> Path:
        return self.folder / f"{start:020d}.log"


def _from(path: Path, position: int, size: int) -> bytes:
    """A file from `position` to its first `size` bytes."""
    with open_plain(path) as file:
        file.seek(max(0, position))
        return file.read(size - file.tell())


def _tail(path: Path, size: int, lines: int) -> list[bytes]:
    """The last lines within the first `size` bytes of a file, of which no more is read than that takes."""
    with open_plain(path) as file:
        length = min(size, file.seek(0, os.SEEK_END))
        block = BLOCK
        while True:
            start = max(0, length - block)
            file.seek(start)
            rows = file.read(length - start).splitlines()
            if start == 0 or len(rows) > lines:  # the first may have lost its beginning
                return rows[-lines:]
            block *= 4


@lru_cache(maxsize=1024)  # who follows a log asks for the same lines again and again
def _line(row: bytes) -> LogLine:
    stamp, _, text = row.decode("utf-8", "replace").partition(" ")
    try:
        moment = datetime.fromisoformat(stamp) if STAMP.fullmatch(stamp) else None
    except ValueError:  # the 31st of February
        moment = None
    return LogLine(time=moment, text=text if moment is not None else f"{stamp} {text}".rstrip())
