"""Files replaced whole and durably: a reader or a crash sees the old one or the new one, never a part."""

import os
import stat
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


def write_whole(path: Path, content: bytes, *, like: os.stat_result | None = None, shared: bool = False) -> None:
    """Put `content` in place of a file. A link at its place is replaced, never followed.

    It becomes its owner's alone (mode 0600), or gets the owner and the mode of what it is to be `like`.
    `shared`: several processes may write it at once, so each needs a temporary file of its own, which a kill leaves.
    """
    new = path.with_name(f"{path.name}.{token_hex(4)}.tmp" if shared else f"{path.name}.tmp")
    if not shared:
        new.unlink(missing_ok=True)
    descriptor = os.open(new, _NEW, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            if like is not None:
                _liken(descriptor, like)
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


def _liken(descriptor: int, like: os.stat_result) -> None:
    with suppress(PermissionError):  # only the mightiest give files to others
        os.fchown(descriptor, like.st_uid, like.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(like.st_mode))
