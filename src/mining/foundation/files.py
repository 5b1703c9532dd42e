"""Files replaced whole and durably, so that nobody ever sees a part, and read without waiting for anything."""

import errno
import os
import stat
from contextlib import suppress
from io import BufferedReader
from pathlib import Path
from secrets import token_hex

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


_OLD = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOCTTY", 0)


def open_plain(path: Path) -> BufferedReader:
    """A file to read; OSError for a pipe, whose writer may never come, a device, and whatever else is no file."""
    descriptor = os.open(path, _OLD)
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
    new = path.with_name(f"{path.name}.{token_hex(4)}.tmp" if shared else f"{path.name}.tmp")
    if not shared:
        new.unlink(missing_ok=True)
    descriptor = os.open(new, _NEW, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            if like is not None:
                _liken(descriptor, like, 0o600 if private else stat.S_IMODE(like.st_mode))
            file.write(content)
            file.flush()
            os.fsync(descriptor)
        new.replace(path)
    except BaseException:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make what was created, renamed and removed in a folder durable."""
    if os.name == "nt":  # a folder cannot be opened there, and needs no such call
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _liken(descriptor: int, like: os.stat_result, mode: int) -> None:
    with suppress(PermissionError):  # only the mightiest give files to others
        os.fchown(descriptor, like.st_uid, like.st_gid)
    os.fchmod(descriptor, mode)
