"""Who may do what, on Windows: lists of rights on files, owners, whether this process is elevated."""

import sys

assert sys.platform == "win32"  # by this mypy leaves the file out for other systems

import ctypes
from ctypes import wintypes
from functools import lru_cache
from pathlib import Path

from mining.foundation.platform.sddl import changers, private_list, strangers
from mining.foundation.platform.windows import KERNEL

_ADVAPI = ctypes.WinDLL("advapi32", use_last_error=True)
KERNEL.GetCurrentProcess.restype = wintypes.HANDLE
_FILE_OBJECT = 1  # SE_FILE_OBJECT
_OWNER, _DACL, _PROTECTED_DACL = 0x1, 0x4, 0x80000000
_MIGHTY = (  # administrators and their group, the system, and its installer: they can change everything anyway
    "BA", "LA", "SY", "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464",
)  # fmt: skip
_TOKEN_QUERY, _TOKEN_USER, _TOKEN_ELEVATION, _TOKEN_ELEVATION_TYPE, _FULL = 0x8, 1, 20, 18, 2


def private_folder(path: Path, *, parents: bool = False) -> None:
    """A folder for its owner alone, unless there is one already."""
    if path.is_dir():
        return
    if parents:
        path.parent.mkdir(parents=True, exist_ok=True)
    path.mkdir(mode=0o700, exist_ok=True)
    make_private(path)


def make_private(path: Path) -> None:
    """Close a file or folder to everybody else."""
    text = private_list(own_sid(), path.is_dir())
    descriptor = ctypes.c_void_p()
    _must(_ADVAPI.ConvertStringSecurityDescriptorToSecurityDescriptorW(text, 1, ctypes.byref(descriptor), None))
    try:
        _must(_ADVAPI.SetFileSecurityW(str(path), wintypes.DWORD(_DACL | _PROTECTED_DACL), descriptor))
    finally:
        KERNEL.LocalFree(descriptor)


def others_see(path: Path) -> bool:
    """Whether anybody else may read or change it; the system's administrators always may."""
    return bool(strangers(_rights_of(path, _DACL), own_sid()))


def others_change(path: Path) -> bool:
    """Whether anybody else may change it; the system's administrators always may."""
    return bool(changers(_rights_of(path, _DACL), own_sid()))


def foreign_owner(path: Path) -> str | None:
    """Whom a file belongs to, when that is neither us nor who can change everything anyway."""
    owner = _rights_of(path, _OWNER).removeprefix("O:")
    return None if owner in (own_sid(), *_MIGHTY) else _name_of(owner)


@lru_cache(1)
def own_sid() -> str:
    """The security identifier of the user who runs this."""
    buffer = _token(_TOKEN_USER)
    sid = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_void_p))[0]  # TOKEN_USER begins with where its SID is
    text = wintypes.LPWSTR()
    _must(_ADVAPI.ConvertSidToStringSidW(ctypes.c_void_p(sid), ctypes.byref(text)))
    try:
        return str(text.value)
    finally:
        KERNEL.LocalFree(text)


def own_name() -> str:
    """The user who runs this."""
    return _name_of(own_sid())


def user_name(user: int) -> str:
    """Users have no numbers here."""
    return str(user)


def privileged() -> bool:
    """Whether we, and what we start, may change the machine: whether this process is elevated."""
    return bool(ctypes.cast(_token(_TOKEN_ELEVATION), ctypes.POINTER(wintypes.DWORD))[0])


def elevated() -> bool:
    """Whether somebody has started this process with more rights than their programs have otherwise."""
    return int(ctypes.cast(_token(_TOKEN_ELEVATION_TYPE), ctypes.POINTER(wintypes.DWORD))[0]) == _FULL


def _token(what: int) -> "ctypes.Array[ctypes.c_char]":
    """A fact of this process's access token."""
    token, size = wintypes.HANDLE(), wintypes.DWORD()
    _must(_ADVAPI.OpenProcessToken(wintypes.HANDLE(KERNEL.GetCurrentProcess()), _TOKEN_QUERY, ctypes.byref(token)))
    try:
        _ADVAPI.GetTokenInformation(token, what, None, 0, ctypes.byref(size))
        buffer = ctypes.create_string_buffer(size.value)
        _must(_ADVAPI.GetTokenInformation(token, what, buffer, size, ctypes.byref(size)))
        return buffer
    finally:
        KERNEL.CloseHandle(token)


def _rights_of(path: Path, what: int) -> str:
    """The owner of a file, or its list of rights, as text."""
    descriptor, text = ctypes.c_void_p(), wintypes.LPWSTR()
    unread = (None, None, None, None)
    _raise(_ADVAPI.GetNamedSecurityInfoW(str(path), _FILE_OBJECT, what, *unread, ctypes.byref(descriptor)))
    try:
        convert = _ADVAPI.ConvertSecurityDescriptorToStringSecurityDescriptorW
        _must(convert(descriptor, 1, what, ctypes.byref(text), None))
        try:
            return str(text.value)
        finally:
            KERNEL.LocalFree(text)
    finally:
        KERNEL.LocalFree(descriptor)


def _name_of(sid: str) -> str:
    """The name of who has a security identifier, else the identifier."""
    binary = ctypes.c_void_p()
    if not _ADVAPI.ConvertStringSidToSidW(sid, ctypes.byref(binary)):
        return sid
    try:
        name, domain = ctypes.create_unicode_buffer(257), ctypes.create_unicode_buffer(257)
        sizes = wintypes.DWORD(257), wintypes.DWORD(257)
        use = wintypes.DWORD()
        there = (name, ctypes.byref(sizes[0]), domain, ctypes.byref(sizes[1]), ctypes.byref(use))
        return name.value if _ADVAPI.LookupAccountSidW(None, binary, *there) else sid
    finally:
        KERNEL.LocalFree(binary)


def _must(done: int) -> None:
    if not done:
        raise ctypes.WinError(ctypes.get_last_error())


def _raise(error: int) -> None:
    if error:
        raise ctypes.WinError(error)
