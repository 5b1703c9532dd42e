"""Files replaced whole and durably, so that nobody ever sees a part, and read without waiting for anything."""

import errno
import os
import stat
from contextlib import suppress
from io import BufferedReader
from pathlib import Path

from mining.foundation.platform import liken, open_file, open_to_read, replace
from mining.foundation.platform import sync_folder as sync_folder


def open_plain(path: Path) -> BufferedReader:
    """A file to read; OSError for a pipe, whose writer may never come, a device, and whatever else is no file."""
    descriptor = open_to_read(path)
    try:
        other = other_kind(os.fstat(descriptor).st_mode)
        if other is not None:
            raise OSError(errno.EINVAL, f"It is {other}, where a file belongs")
        return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise


def read_plain(path: Path, most: int = -1) -> bytes:
    """The bytes of a file, at most so many; OSError for what is no file."""
    with open_plain(path) as file:
        return file.read(most)


def other_kind(mode: int) -> str | None:
    """What it is that has this mode, in words; None when it is a file."""
    if stat.S_ISREG(mode):
        return None
    if stat.S_ISFIFO(mode):
        return "a pipe"
    if stat.S_ISDIR(mode):
        return "a folder"
    return "a socket" if stat.S_ISSOCK(mode) else "a device"


def write_whole(
    path: Path, content: bytes, *, like: os.stat_result | None = None, private: bool = False, shared: bool = False
) -> None:
    """Put `content` in place of a file. A link at its place is replaced, never followed.

    It becomes its owner's alone (mode 0600), or gets the owner and the mode of what it is to be `like`;
    `private`: the owner, and mode 0600.
    `shared`: several processes may write it at once, so each needs a temporary file of its own, which a kill leaves.
    """
    new = path.with_name(f"{path.name}.{os.urandom(4).hex()}.tmp" if shared else f"{path.name}.tmp")
    if not shared:
        new.unlink(missing_ok=True)
    descriptor = open_file(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    try:
        with os.fdopen(descriptor, "wb") as file:
            if like is not None:
                liken(descriptor, like, 0o600 if private else stat.S_IMODE(like.st_mode))
            file.write(content)
            file.flush()
            os.fsync(descriptor)
        replace(new, path)
    except BaseException:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
