"""Processes as Windows has them: births, the boot, the console's signals, and the end of others."""

import sys

assert sys.platform == "win32"  # by this mypy leaves the file out for other systems

import _winapi
import ctypes
import errno
import os
import signal
import socket
import subprocess
from collections.abc import Callable, Coroutine, Mapping
from contextlib import suppress
from ctypes import wintypes
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from mining.foundation.platform.windows import KERNEL

if TYPE_CHECKING:  # our own small programs start without it
    import asyncio

T = TypeVar("T")

OWN_SESSION: Final[Mapping[str, Any]] = {"creationflags": subprocess.CREATE_NO_WINDOW}  # a console of its own, unseen
END_SIGNALS: Final = (signal.SIGINT, signal.SIGBREAK, signal.SIGTERM)
HAS_UNIX_SOCKETS: Final = False
_TERMINATE, _QUERY_LIMITED, _SYNCHRONIZE = 0x1, 0x1000, 0x100000
_CTRL_C_TIME = 10.0  # s

_NTDLL: Final = ctypes.WinDLL("ntdll")


# ——— the machine's clock, births


def boot_name() -> str:
    """When this boot began, as the kernel noted it then: setting the clock moves both numbers alike."""
    times = (ctypes.c_longlong * 6)()  # SYSTEM_TIMEOFDAY_INFORMATION
    status = _NTDLL.NtQuerySystemInformation(3, ctypes.byref(times), ctypes.sizeof(times), None)
    if status:
        raise OSError(f"the time of the boot cannot be had: {status & 0xFFFFFFFF:#x}")
    return f"{times[0] - times[4]:x}"


def boot_clock() -> float:
    """Seconds since boot, sleep included; not moved by anybody who sets the clock."""
    return int(KERNEL.GetTickCount64()) / 1000


def born(pid: int) -> str | None:
    """When a process was started, in 100 ns since 1601; None when it is gone."""
    try:
        handle = _winapi.OpenProcess(_QUERY_LIMITED | _SYNCHRONIZE, False, pid)
    except OSError:
        return None
    try:
        return born_of(handle) if runs(handle) else None
    finally:
        _winapi.CloseHandle(handle)


def born_of(handle: int) -> str | None:
    """When the process of a handle was started."""
    times = [wintypes.FILETIME() for _ in range(4)]
    if not KERNEL.GetProcessTimes(wintypes.HANDLE(handle), *map(ctypes.byref, times)):
        return None
    return str(times[0].dwHighDateTime << 32 | times[0].dwLowDateTime)


def image_of(pid: int) -> str | None:
    """The file that a process runs; None when that cannot be had."""
    try:
        handle = _winapi.OpenProcess(_QUERY_LIMITED, False, pid)
    except OSError:
        return None
    try:
        path, size = ctypes.create_unicode_buffer(32768), wintypes.DWORD(32768)
        read = KERNEL.QueryFullProcessImageNameW(wintypes.HANDLE(handle), 0, path, ctypes.byref(size))
        return path.value if read else None
    finally:
        _winapi.CloseHandle(handle)


def runs(handle: int) -> bool:
    """Whether the process of a handle has not ended."""
    return _winapi.WaitForSingleObject(handle, 0) != _winapi.WAIT_OBJECT_0


def lives(pid: int) -> bool:
    """Whether there is a process of that number."""
    return born(pid) is not None


def is_ours(pid: int) -> bool:
    """Whether there is a process of that number that we might end: not one of another user's."""
    try:
        handle = _winapi.OpenProcess(_TERMINATE | _SYNCHRONIZE, False, pid)
    except (OSError, OverflowError):
        return False
    try:
        return runs(handle)
    finally:
        _winapi.CloseHandle(handle)


def tells_ends() -> bool:
    """Whether the system tells of the end of a process that is nobody's child of ours."""
    return True


def arguments(pid: int) -> tuple[str, ...] | None:
    """A process's arguments; None when they cannot be had."""
    import psutil  # not above: our own small programs start without it

    try:
        return tuple(psutil.Process(pid).cmdline()) or None
    except (psutil.Error, OSError):
        return None


def peer_user(connected: socket.socket) -> int:
    """There are no Unix sockets here."""
    raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))


# ——— the event loop, and the end of others


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run the daemon's loop."""
    import asyncio

    return asyncio.run(work)


def on_end(loop: "asyncio.AbstractEventLoop", ended: Callable[[], object]) -> None:
    """Call `ended` in that loop when the system asks this process to end."""
    for number in END_SIGNALS:
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(ended))


def ask_to_end(pid: int) -> bool:
    """Ask a process to end, by Ctrl-C in its console; False when it could not be asked.

    A helper does it, since a process is in one console only and must leave its own to enter another.
    """
    helper = (sys.executable, "-I", "-S", str(Path(__file__).with_name("ctrl_c.py")), str(pid))
    with suppress(OSError, subprocess.TimeoutExpired):
        done = subprocess.run(
            helper, stdin=subprocess.DEVNULL, capture_output=True, timeout=_CTRL_C_TIME, check=False, **OWN_SESSION
        )
        return done.returncode == 0
    return False


def kill_session(leader: int) -> None:
    """End by force a process that was started with `OWN_SESSION`, and what it started."""
    import psutil  # not above: our own small programs start without it

    with suppress(psutil.Error, OSError):
        process = psutil.Process(leader)
        for each in [*process.children(recursive=True), process]:
            with suppress(psutil.Error, OSError):
                each.kill()
