"""What macOS alone has: births by libproc, the boot's session, a monotonic clock that counts sleep."""

import sys

assert sys.platform == "darwin"  # by this mypy leaves the file out for other systems

import ctypes
import fcntl
import os
import socket
import struct
import time

_LIBC = ctypes.CDLL(None, use_errno=True)  # libproc is a part of libSystem, which every process has loaded
_BSD_INFO = 3  # PROC_PIDTBSDINFO
_PUNCH_HOLE = 99  # F_PUNCHHOLE of sys/fcntl.h, which APFS knows
_ZOMBIE = 5  # SZOMB


class _BsdInfo(ctypes.Structure):
    """`struct proc_bsdinfo` of sys/proc_info.h."""

    _fields_ = [
        *((name, ctypes.c_uint32) for name in ("flags", "status", "xstatus", "pid", "ppid", "uid", "gid")),
        *((name, ctypes.c_uint32) for name in ("ruid", "rgid", "svuid", "svgid", "reserved")),
        ("comm", ctypes.c_char * 16),
        ("name", ctypes.c_char * 32),
        *((name, ctypes.c_uint32) for name in ("nfiles", "pgid", "pjobc", "tdev", "tpgid")),
        ("nice", ctypes.c_int32),
        ("start_tvsec", ctypes.c_uint64),
        ("start_tvusec", ctypes.c_uint64),
    ]


def boot_name() -> str:
    """The kernel's name for this boot."""
    size = ctypes.c_size_t(64)
    name = ctypes.create_string_buffer(size.value)
    if _LIBC.sysctlbyname(b"kern.bootsessionuuid", name, ctypes.byref(size), None, ctypes.c_size_t(0)):
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), "kern.bootsessionuuid")
    return name.value.decode("ascii")


def boot_clock() -> float:
    """Seconds since boot, sleep included; not moved by anybody who sets the clock."""
    return time.clock_gettime(time.CLOCK_MONOTONIC_RAW)  # mach_continuous_time


def born(pid: int) -> str | None:
    """When a process was started, as the kernel noted it then; None when it is gone or a zombie.

    It was written once and does not move with the clock, as times do that are made from it and the boot's.
    """
    info = _BsdInfo()
    size = ctypes.sizeof(info)
    if _LIBC.proc_pidinfo(pid, _BSD_INFO, ctypes.c_uint64(0), ctypes.byref(info), size) != size:
        return None
    return None if info.status == _ZOMBIE else f"{info.start_tvsec}.{info.start_tvusec:06}"


def tells_ends() -> bool:
    """Whether the system tells of the end of a process that is nobody's child of ours."""
    return True


def arguments(pid: int) -> tuple[str, ...] | None:
    """A process's arguments; None when they cannot be had."""
    import psutil  # not above: our own small programs start without it

    try:
        return tuple(psutil.Process(pid).cmdline()) or None
    except psutil.Error:
        return None


def free_start(descriptor: int, end: int) -> None:
    """Give back what a file takes on the disk before `end`; its length and the places of the rest stay."""
    fcntl.fcntl(descriptor, _PUNCH_HOLE, struct.pack("=IIqq", 0, 0, 0, end))  # fpunchhole_t


def peer_user(connected: socket.socket) -> int:
    """The number of the user at the other end of a Unix socket, as the kernel has it."""
    user, group = ctypes.c_uint32(), ctypes.c_uint32()
    if _LIBC.getpeereid(connected.fileno(), ctypes.byref(user), ctypes.byref(group)):
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return user.value
