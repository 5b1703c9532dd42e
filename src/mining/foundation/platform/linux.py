"""What Linux alone has: /proc, the boot's name, the clock that counts sleep, credentials of a socket's peer."""

import sys

assert sys.platform == "linux"  # by this mypy leaves the file out for other systems

import os
import socket
import struct
import time
from pathlib import Path

_KEEP_SIZE, _PUNCH_HOLE = 1, 2  # of linux/falloc.h
_CREDENTIALS = struct.Struct("3i")  # pid, uid, gid


def boot_name() -> str:
    """The kernel's name for this boot."""
    return Path("/proc/sys/kernel/random/boot_id").read_text().strip()


def boot_clock() -> float:
    """Seconds since boot, sleep included; not moved by anybody who sets the clock."""
    return time.clock_gettime(time.CLOCK_BOOTTIME)


def born(pid: int) -> str | None:
    """When a process was started, in clock ticks since boot; None when it is gone."""
    fields = stat_fields(pid)
    return fields[19] if fields else None


def tells_ends() -> bool:
    """Whether the system tells of the end of a process that is nobody's child of ours."""
    return hasattr(os, "pidfd_open")


def stat_fields(pid: int) -> list[str] | None:
    """The fields of /proc/PID/stat after the name, which may hold spaces and brackets; a zombie counts as gone."""
    try:
        fields = read_proc(f"/proc/{pid}/stat").rpartition(")")[2].split()
    except OSError:
        return None
    return None if fields[0] in "ZX" else fields


def read_proc(path: str) -> str:
    """A file of /proc. These are read at every poll, and without Python's layers in a third of the time."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        return b"".join(iter(lambda: os.read(descriptor, 4096), b"")).decode("utf-8", "replace")
    finally:
        os.close(descriptor)


def arguments(pid: int) -> tuple[str, ...] | None:
    """A process's arguments; None when they cannot be had."""
    try:
        raw = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return None
    return tuple(os.fsdecode(word) for word in raw.removesuffix(b"\0").split(b"\0")) if raw else None


def free_start(descriptor: int, end: int) -> None:
    """Give back what a file takes on the disk before `end`; its length and the places of the rest stay."""
    import ctypes  # not above: our own small programs start without it

    libc = ctypes.CDLL(None, use_errno=True)
    if libc.fallocate(descriptor, _KEEP_SIZE | _PUNCH_HOLE, ctypes.c_int64(0), ctypes.c_int64(end)):
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def peer_user(connected: socket.socket) -> int:
    """The number of the user at the other end of a Unix socket, as the kernel has it."""
    credentials = connected.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _CREDENTIALS.size)
    _, user, _ = _CREDENTIALS.unpack(credentials)
    return int(user)
