"""Files and locks as Windows has them: handles, share modes, overlapped places. Rights are in `windows_rights.py`."""

import sys

assert sys.platform == "win32"  # by this mypy leaves the file out for other systems

import _winapi
import ctypes
import errno
import msvcrt
import os
import subprocess
import time
from collections.abc import Callable, Mapping
from ctypes import wintypes
from pathlib import Path
from typing import Any, Final

SHARE_ALL: Final = 0x7  # read, write, delete
FILE_APPEND_DATA, FILE_READ_ATTRIBUTES, SYNCHRONIZE = 0x4, 0x80, 0x100000
OPEN_REPARSE_POINT = 0x00200000
_CREATE_NEW, _CREATE_ALWAYS, _OPEN_EXISTING, _OPEN_ALWAYS, _TRUNCATE_EXISTING = 1, 2, 3, 4, 5
_ATTRIBUTE_REPARSE_POINT = 0x400
_LOCK_AT = 1 << 30  # a place that no file of ours reaches, so that what stands in it can be read
_SHARING_VIOLATION, _LOCK_VIOLATION, _ACCESS_DENIED, _IO_PENDING = 32, 33, 5, 997
_SET_SPARSE, _SET_ZERO_DATA = 0x900C4, 0x980C8  # FSCTL_…, which NTFS knows
_PATIENCE = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4)  # s between tries; a scanner needs milliseconds

KERNEL: Final = ctypes.WinDLL("kernel32", use_last_error=True)
KERNEL.GetTickCount64.restype = ctypes.c_ulonglong


class _Overlapped(ctypes.Structure):
    """Where in a file to read or write."""

    _fields_ = [
        ("internal", ctypes.c_void_p),
        ("internal_high", ctypes.c_void_p),
        ("offset", wintypes.DWORD),
        ("offset_high", wintypes.DWORD),
        ("event", wintypes.HANDLE),
    ]


# ——— files


def open_file(path: Path | str, flags: int, mode: int = 0o600, *, follow: bool = False) -> int:
    """A descriptor that no child inherits and that changes no byte; never of a link, unless it is to `follow` one.

    The mode counts for nothing: a file has the rights of its folder. Others may read, write and even replace it.
    """
    access = {os.O_RDONLY: _winapi.GENERIC_READ, os.O_WRONLY: _winapi.GENERIC_WRITE}.get(
        flags & (os.O_WRONLY | os.O_RDWR), _winapi.GENERIC_READ | _winapi.GENERIC_WRITE
    )
    attributes = 0x80 if follow else 0x80 | OPEN_REPARSE_POINT
    handle = _winapi.CreateFile(str(path), access, SHARE_ALL, 0, _disposition(flags), attributes, 0)
    try:
        if not follow:
            _refuse_link(handle, path)
        return msvcrt.open_osfhandle(handle, (flags & os.O_APPEND) | os.O_BINARY | os.O_NOINHERIT)
    except BaseException:
        _winapi.CloseHandle(handle)
        raise


def open_to_read(path: Path, *, follow: bool = True) -> int:
    """A descriptor to read from, which waits for nobody's writer."""
    return open_file(path, os.O_RDONLY, follow=follow)


def append_end(path: Path) -> int:
    """A descriptor for a child, whose every write goes to the end of the file, also after somebody has cut it.

    The C library's own appending seeks before it writes, and only within the process that opened the file.
    """
    access = FILE_APPEND_DATA | FILE_READ_ATTRIBUTES | SYNCHRONIZE
    handle = _winapi.CreateFile(str(path), access, SHARE_ALL, 0, _OPEN_EXISTING, 0x80 | OPEN_REPARSE_POINT, 0)
    return msvcrt.open_osfhandle(handle, os.O_WRONLY | os.O_APPEND | os.O_BINARY | os.O_NOINHERIT)


def pread(descriptor: int, most: int, offset: int) -> bytes:
    """At most so many bytes from a place in a file."""
    most = min(most, os.fstat(descriptor).st_size - offset)
    if most <= 0:
        return b""
    buffer, done = ctypes.create_string_buffer(most), wintypes.DWORD()
    handle, place = wintypes.HANDLE(msvcrt.get_osfhandle(descriptor)), _place(offset)
    if not KERNEL.ReadFile(handle, buffer, wintypes.DWORD(most), ctypes.byref(done), ctypes.byref(place)):
        raise ctypes.WinError(ctypes.get_last_error())
    return buffer.raw[: done.value]


def pwrite(descriptor: int, data: bytes, offset: int) -> int:
    """Write at a place in a file; how many bytes the system took."""
    done, place = wintypes.DWORD(), _place(offset)
    handle = wintypes.HANDLE(msvcrt.get_osfhandle(descriptor))
    if not KERNEL.WriteFile(handle, data, wintypes.DWORD(len(data)), ctypes.byref(done), ctypes.byref(place)):
        raise ctypes.WinError(ctypes.get_last_error())
    return done.value


def free_start(descriptor: int, end: int) -> None:
    """Give back what a file takes on the disk before `end`; its length and the places of the rest stay."""
    handle, done = wintypes.HANDLE(msvcrt.get_osfhandle(descriptor)), wintypes.DWORD()
    zeros = (ctypes.c_longlong * 2)(0, end)  # FILE_ZERO_DATA_INFORMATION
    for control, argument, size in (
        (_SET_SPARSE, None, 0),
        (_SET_ZERO_DATA, ctypes.byref(zeros), ctypes.sizeof(zeros)),
    ):
        if not KERNEL.DeviceIoControl(handle, control, argument, size, None, 0, ctypes.byref(done), None):
            raise ctypes.WinError(ctypes.get_last_error())


def replace(source: Path, target: Path) -> None:
    """Put a file in the place of another in one step; tried again while somebody, such as a scanner, looks at it."""
    patiently(lambda: source.replace(target))


def remove(path: Path) -> None:
    """Remove a file, if it is there; tried again while somebody looks at it."""
    patiently(lambda: path.unlink(missing_ok=True))


def patiently(act: Callable[[], object]) -> None:
    """Do what others may hold up for a moment; for a second at most."""
    for pause in _PATIENCE:
        try:
            act()
        except PermissionError as error:
            if error.winerror not in (_ACCESS_DENIED, _SHARING_VIOLATION, _LOCK_VIOLATION):
                raise
            time.sleep(pause)
        else:
            return
    act()


def sync_folder(folder: Path) -> None:
    """Nothing: a folder cannot be opened here as files are, and NTFS keeps a journal of its names."""


def liken(descriptor: int, like: os.stat_result, mode: int) -> None:
    """Nothing: a file has the rights of its folder."""


# ——— locks


def take_lock(path: Path) -> int | None:
    """A lock that lasts until we and every child that inherited it have ended; None while somebody has it.

    It is the file held open and shared with nobody: a locked range would be the locking process's alone.
    """
    access = _winapi.GENERIC_READ | _winapi.GENERIC_WRITE
    for pause in (0.01, 0.02, 0.04, None):  # a scanner lets go again at once
        try:
            return _winapi.CreateFile(str(path), access, 0, 0, _OPEN_ALWAYS, 0x80 | OPEN_REPARSE_POINT, 0)
        except OSError as error:
            if error.winerror != _SHARING_VIOLATION:
                raise
        if pause is not None:
            time.sleep(pause)
    return None


def close_lock(lock: int) -> None:
    """Let go of a lock; who inherited it keeps it."""
    _winapi.CloseHandle(lock)


def try_lock(descriptor: int) -> bool:
    """Lock an open file, which others may go on reading, until it is closed; False while another one has it locked."""
    handle = wintypes.HANDLE(msvcrt.get_osfhandle(descriptor))
    if KERNEL.LockFile(handle, _LOCK_AT, 0, 1, 0):
        return True
    if ctypes.get_last_error() in (_LOCK_VIOLATION, _IO_PENDING):
        return False
    raise ctypes.WinError(ctypes.get_last_error())


def inheriting(*locks: int) -> Mapping[str, Any]:
    """Arguments for `subprocess.Popen` by which a child inherits locks."""
    for lock in locks:
        os.set_handle_inheritable(lock, True)
    return {"startupinfo": subprocess.STARTUPINFO(lpAttributeList={"handle_list": [*locks]})}


def _disposition(flags: int) -> int:
    if flags & os.O_CREAT:
        if flags & os.O_EXCL:
            return _CREATE_NEW
        return _CREATE_ALWAYS if flags & os.O_TRUNC else _OPEN_ALWAYS
    return _TRUNCATE_EXISTING if flags & os.O_TRUNC else _OPEN_EXISTING


def _place(offset: int) -> _Overlapped:
    return _Overlapped(offset=offset & 0xFFFFFFFF, offset_high=offset >> 32)


def _refuse_link(handle: int, path: Path | str) -> None:
    information = (wintypes.DWORD * 13)()  # BY_HANDLE_FILE_INFORMATION, which begins with the attributes
    read = KERNEL.GetFileInformationByHandle(wintypes.HANDLE(handle), ctypes.byref(information))
    if read and information[0] & _ATTRIBUTE_REPARSE_POINT:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
