"""What Linux and macOS do alike: locks that a child inherits, bytes at a place, modes, signals."""

import sys

assert sys.platform != "win32"  # by this mypy leaves the file out for Windows

import fcntl
import os
import pwd
import signal
import stat
from collections.abc import Callable, Coroutine, Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:  # our own small programs start without it
    import asyncio

T = TypeVar("T")

OWN_SESSION: Final[Mapping[str, Any]] = {"start_new_session": True}
END_SIGNALS: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
HAS_UNIX_SOCKETS: Final = True
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_CHANGING = stat.S_IWGRP | stat.S_IWOTH


# ——— files


def open_file(path: Path | str, flags: int, mode: int = 0o600, *, follow: bool = False) -> int:
    """A descriptor that no child inherits and that changes no byte; never of a link, unless it is to `follow` one."""
    return os.open(path, flags | os.O_CLOEXEC | (0 if follow else os.O_NOFOLLOW), mode)


def open_to_read(path: Path, *, follow: bool = True) -> int:
    """A descriptor to read from, which waits for nobody's writer."""
    return open_file(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY, follow=follow)


def append_end(path: Path) -> int:
    """A descriptor for a child, whose every write goes to the end of the file, also after somebody has cut it."""
    return open_file(path, os.O_WRONLY | os.O_APPEND)


def pread(descriptor: int, most: int, offset: int) -> bytes:
    """At most so many bytes from a place in a file."""
    return os.pread(descriptor, most, offset)


def pwrite(descriptor: int, data: bytes, offset: int) -> int:
    """Write at a place in a file; how many bytes the system took."""
    return os.pwrite(descriptor, data, offset)


def replace(source: Path, target: Path) -> None:
    """Put a file in the place of another in one step."""
    source.replace(target)


def remove(path: Path) -> None:
    """Remove a file, if it is there."""
    path.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make what was created, renamed and removed in a folder durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def liken(descriptor: int, like: os.stat_result, mode: int) -> None:
    """Give an open file that mode, and the owner of what it is to be like."""
    with suppress(PermissionError):  # only the mightiest give files to others
        os.fchown(descriptor, like.st_uid, like.st_gid)
    os.fchmod(descriptor, mode)


# ——— locks


def take_lock(path: Path) -> int | None:
    """A lock that lasts until we and every child that inherited it have ended; None while somebody has it."""
    descriptor = open_file(path, os.O_RDWR | os.O_CREAT)
    if try_lock(descriptor):
        return descriptor
    os.close(descriptor)
    return None


def close_lock(lock: int) -> None:
    """Let go of a lock; who inherited it keeps it."""
    os.close(lock)


def try_lock(descriptor: int) -> bool:
    """Lock an open file, which others may go on reading, until it is closed; False while another one has it locked."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def inheriting(*locks: int) -> Mapping[str, Any]:
    """Arguments for `subprocess.Popen` by which a child inherits locks."""
    return {"pass_fds": locks}


# ——— privacy and users


def private_folder(path: Path, *, parents: bool = False) -> None:
    """A folder for its owner alone, unless there is one already."""
    path.mkdir(mode=0o700, parents=parents, exist_ok=True)


def make_private(path: Path) -> None:
    """Close a file or folder to everybody else."""
    path.chmod(0o700 if path.is_dir() else 0o600)


def others_see(path: Path) -> bool:
    """Whether anybody else may read or change it."""
    return bool(path.lstat().st_mode & _OTHERS)


def others_change(path: Path) -> bool:
    """Whether anybody else may change it."""
    return bool(path.lstat().st_mode & _CHANGING)


def foreign_owner(path: Path) -> str | None:
    """Whom a file belongs to, when that is not us."""
    owner = path.stat().st_uid
    return None if owner == os.geteuid() else user_name(owner)


def own_name() -> str:
    """The user who runs this."""
    return user_name(os.geteuid())


@lru_cache(256)
def user_name(user: int) -> str:
    """A user's name, else the number."""
    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        return str(user)


def privileged() -> bool:
    """Whether we, and what we start, may change the machine."""
    return os.geteuid() == 0


def elevated() -> bool:
    """Whether somebody has started this process with more rights than their programs have otherwise; root is a user."""
    return False


# ——— the event loop, signals, and the end of others


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run the daemon's loop."""
    import uvloop  # not above: our own small programs start without it

    return uvloop.run(work)


def on_end(loop: "asyncio.AbstractEventLoop", ended: Callable[[], object]) -> None:
    """Call `ended` in that loop when the system asks this process to end."""
    for number in END_SIGNALS:
        loop.add_signal_handler(number, ended)


def ends_with_its_starter() -> bool:
    """Whether what we start is ended with what started us; a session of its own outlives everything."""
    return False


def lives(pid: int) -> bool:
    """Whether there is a process of that number."""
    try:
        os.kill(pid, 0)
    except PermissionError:
        return True
    except (ProcessLookupError, OverflowError):
        return False
    return True


def is_ours(pid: int) -> bool:
    """Whether there is a process of that number that we might end: not one of another user's."""
    try:
        os.kill(pid, 0)
    except (OSError, OverflowError):
        return False
    return True


def ask_to_end(pid: int) -> bool:
    """Ask a process to end; False when it could not be asked."""
    try:
        os.kill(pid, signal.SIGTERM)
    except OSError:
        return False
    return True


def kill_session(leader: int) -> None:
    """End by force a process that was started with `OWN_SESSION`, and its group."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, signal.SIGKILL)
