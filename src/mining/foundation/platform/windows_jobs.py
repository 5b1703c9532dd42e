"""Job objects, which hold a process and all that it starts: made and found by name, listed, limited, ended."""

import sys

assert sys.platform == "win32"  # by this mypy leaves the file out for other systems

import ctypes
from ctypes import wintypes
from typing import Final

from mining.foundation.platform.windows import KERNEL

KERNEL.CreateJobObjectW.restype = KERNEL.OpenJobObjectW.restype = wintypes.HANDLE
KERNEL.GetCurrentProcess.restype = wintypes.HANDLE
_ALL_ACCESS: Final = 0x1F001F
_ACCOUNTING, _PROCESSES, _EXTENDED, _BASIC_LIMITS = 1, 3, 9, 2
_JOB_TIME, _BREAKAWAY_OK, _SILENT_BREAKAWAY, _KILL_ON_CLOSE = 0x4, 0x800, 0x1000, 0x2000
_MOST_PROCESSES = 4096
_MORE_DATA = 234


class _Limits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = [
        ("process_time", ctypes.c_longlong),
        ("job_time", ctypes.c_longlong),  # 100 ns
        ("flags", wintypes.DWORD),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("active", wintypes.DWORD),
        ("affinity", ctypes.c_size_t),
        ("priority", wintypes.DWORD),
        ("scheduling", wintypes.DWORD),
    ]


class _ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = [("basic", _Limits), ("io", ctypes.c_ulonglong * 6), ("memory", ctypes.c_size_t * 4)]


class _Accounting(ctypes.Structure):
    """JOBOBJECT_BASIC_ACCOUNTING_INFORMATION."""

    _fields_ = [
        ("user", ctypes.c_longlong),  # 100 ns, of all that ever were in it
        ("kernel", ctypes.c_longlong),
        ("period", ctypes.c_longlong * 2),
        ("counts", wintypes.DWORD * 4),
    ]


class _Processes(ctypes.Structure):
    """JOBOBJECT_BASIC_PROCESS_ID_LIST."""

    _fields_ = [
        ("assigned", wintypes.DWORD),
        ("listed", wintypes.DWORD),
        ("pids", ctypes.c_size_t * _MOST_PROCESSES),
    ]


def create_job(name: str) -> int:
    """A handle of the job of that name, made if there is none. It lasts as long as a handle or a process of it."""
    handle = KERNEL.CreateJobObjectW(None, name)
    if not handle:
        raise ctypes.WinError(ctypes.get_last_error())
    return int(handle)


def open_job(name: str) -> int | None:
    """A handle of the job of that name; None when there is none."""
    handle = KERNEL.OpenJobObjectW(_ALL_ACCESS, False, name)
    return int(handle) if handle else None


def assign(job: int, process: int) -> None:
    """Put a process into a job."""
    if not KERNEL.AssignProcessToJobObject(wintypes.HANDLE(job), wintypes.HANDLE(process)):
        raise ctypes.WinError(ctypes.get_last_error())


def is_in(job: int, process: int) -> bool:
    """Whether a process is in a job."""
    inside = wintypes.BOOL()
    KERNEL.IsProcessInJob(wintypes.HANDLE(process), wintypes.HANDLE(job), ctypes.byref(inside))
    return bool(inside.value)


def pids_in(job: int) -> list[int]:
    """The living processes of a job."""
    listed = _Processes()
    if not _query(job, _PROCESSES, listed) and ctypes.get_last_error() != _MORE_DATA:
        return []
    return [int(pid) for pid in listed.pids[: listed.listed]]


def cpu_seconds(job: int) -> float:
    """The processor time of all processes that ever were in a job, s."""
    used = _Accounting()
    _query(job, _ACCOUNTING, used)
    return float(used.user + used.kernel) / 1e7


def limit_time(job: int, seconds: int) -> bool:
    """Let the system end a job when it has used so much processor time from now on."""
    limits = _Limits(job_time=seconds * 10_000_000, flags=_JOB_TIME)
    size = wintypes.DWORD(ctypes.sizeof(limits))
    return bool(KERNEL.SetInformationJobObject(wintypes.HANDLE(job), _BASIC_LIMITS, ctypes.byref(limits), size))


def terminate(job: int, code: int) -> None:
    """End every process of a job at once."""
    KERNEL.TerminateJobObject(wintypes.HANDLE(job), wintypes.UINT(code))


def ends_with_its_starter() -> bool:
    """Whether what we start is ended with what started us: by the job that we are in, which lets nobody out."""
    limits, inside = _ExtendedLimits(), wintypes.BOOL()
    KERNEL.IsProcessInJob(wintypes.HANDLE(KERNEL.GetCurrentProcess()), None, ctypes.byref(inside))
    if not inside.value or not _query(None, _EXTENDED, limits):
        return False
    return keeps_to_its_end(limits.basic.flags)


def keeps_to_its_end(flags: int) -> bool:
    """Whether a job with these limits ends all that is in it when it is closed, and lets nobody out before."""
    return bool(flags & _KILL_ON_CLOSE and not flags & (_BREAKAWAY_OK | _SILENT_BREAKAWAY))


def _query(job: int | None, what: int, answer: ctypes.Structure) -> bool:
    size = wintypes.DWORD(ctypes.sizeof(answer))
    handle = wintypes.HANDLE(job)
    return bool(KERNEL.QueryInformationJobObject(handle, what, ctypes.byref(answer), size, None))
