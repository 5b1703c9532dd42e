"""Files that survive a crash: whole or not there, and set aside rather than lost when damaged."""

import errno
import os
import stat
import time
from contextlib import suppress
from pathlib import Path

from mining.domain.errors import StorageFull

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
FULL = "The disk is full, so nothing more can be remembered; mining goes on. Free some space: it recovers by itself."


def write_whole(path: Path, content: bytes, like: os.stat_result | None = None) -> None:
    """Put `content` in place of a file, durably: readers and crashes see the old or the new one, never a part.

    It becomes its owner's alone, or gets the owner and the mode of what it is to be `like`.
    """
    new = path.with_name(path.name + ".tmp")
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            if like is not None:
                _liken(file.fileno(), like)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
        sync_directory(path.parent)
    except OSError as error:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        if not is_no_room(error):
            raise
        raise StorageFull(FULL) from error


def _liken(descriptor: int, like: os.stat_result) -> None:
    with suppress(PermissionError):  # only the mightiest give files to others
        os.fchown(descriptor, like.st_uid, like.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(like.st_mode))


def is_no_room(error: OSError) -> bool:
    """Whether the system would not take what was written because there is no room for it."""
    return error.errno in _FULL


def sync_directory(directory: Path) -> None:
    """Make renames and removals in a directory durable."""
    if os.name == "nt":  # a directory cannot be opened there, and needs no such call
        return
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def set_aside(*paths: Path) -> Path:
    """Rename damaged files to `….corrupt-<time>`; returns the new name of the first."""
    stamp, turn = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime()), 0
    mark = f".corrupt-{stamp}"
    while any(path.with_name(path.name + mark).exists() for path in paths):
        turn += 1
        mark = f".corrupt-{stamp}-{turn}"
    for path in paths:
        if path.exists():
            path.rename(path.with_name(path.name + mark))
    return paths[0].with_name(paths[0].name + mark)


def has_room(directory: Path, least: int = 1024**2) -> bool:
    """Whether so many bytes can be written below a directory."""
    if os.name == "nt":
        return True
    disk = os.statvfs(directory)
    return disk.f_bavail * disk.f_frsize >= least
