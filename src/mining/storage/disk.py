"""Files that survive a crash: whole or not there, and set aside rather than lost when damaged."""

import shutil
import stat
import time
from pathlib import Path

from mining.domain.errors import StorageFull
from mining.domain.message import Sentence, message
from mining.foundation import files
from mining.foundation.full_disk import full_disk_raises
from mining.foundation.platform import replace

FULL = Sentence(message("storage.full"))


class DataFolder:
    """The data folder as it was when the daemon started, and whether it is still there."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._identity = _identity(path)

    @property
    def problem(self) -> str | None:
        """What became of it, in a sentence; None while it is there. An empty one in its place is not it."""
        now = _identity(self._path)
        if now == self._identity:
            return None
        if now is None:
            return Sentence(message("storage.vanished", folder=str(self._path)))
        return Sentence(message("storage.folder_replaced", folder=str(self._path)))


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        status = folder.stat()
    except OSError:
        return None
    return (status.st_dev, status.st_ino) if stat.S_ISDIR(status.st_mode) else None


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` in place of a file, whole and durably; StorageFull when there is no room: nothing changed."""
    with full_disk_raises(StorageFull(FULL)):
        files.write_whole(path, content)


def set_aside(*paths: Path) -> Path:
    """Rename damaged files to `….corrupt-<time>`; returns the new name of the first."""
    stamp, turn = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime()), 0
    mark = f".corrupt-{stamp}"
    while any(path.with_name(path.name + mark).exists() for path in paths):
        turn += 1
        mark = f".corrupt-{stamp}-{turn}"
    for path in paths:
        if path.exists():
            replace(path, path.with_name(path.name + mark))
    return paths[0].with_name(paths[0].name + mark)


def has_room(directory: Path, least: int = 1024**2) -> bool:
    """Whether so many bytes can be written below a directory."""
    return shutil.disk_usage(directory).free >= least
