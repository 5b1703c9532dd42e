"""What Windows tells of the machine: by its registry, and by calls."""

import sys

assert sys.platform == "win32"  # by this mypy leaves the file out for other systems

import ctypes
import os
import winreg
from contextlib import suppress
from ctypes import wintypes
from pathlib import Path, PureWindowsPath

from mining.domain.hardware import Processor
from mining.host.windows_tables import family, rights, topology, vendor

_CPU = r"HARDWARE\DESCRIPTION\System\CentralProcessor\0"
_PROFILES = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList"
_PEOPLE = ("S-1-5-21-", "S-1-12-1-")  # accounts of this machine or a domain, and of Microsoft's cloud
_ALL = 0xFFFF  # RelationAll
_AVX2 = 40  # PF_AVX2_INSTRUCTIONS_AVAILABLE
_ARM_CRYPTO = 30  # PF_ARM_V8_CRYPTO_INSTRUCTIONS_AVAILABLE
_QUERY, _PRIVILEGES = 0x8, 3  # TOKEN_QUERY, TokenPrivileges

_KERNEL = ctypes.WinDLL("kernel32", use_last_error=True)
_ADVAPI = ctypes.WinDLL("advapi32", use_last_error=True)
_KERNEL.GetCurrentProcess.restype = wintypes.HANDLE


def processor() -> Processor | None:
    """The processor. Whether it computes AES is told of ARM alone; who has AVX2 has AES, too."""
    shape, avx2 = topology(_table()), bool(_KERNEL.IsProcessorFeaturePresent(_AVX2))
    aes = True if avx2 or _KERNEL.IsProcessorFeaturePresent(_ARM_CRYPTO) else None
    return Processor(
        model=_registry(_CPU, "ProcessorNameString"),
        vendor=vendor(_registry(_CPU, "VendorIdentifier") or ""),
        family=family(_registry(_CPU, "Identifier") or ""),
        cores=shape.cores,
        threads=os.cpu_count(),
        sockets=shape.sockets,
        l2=shape.l2,
        l3=shape.l3,
        aes=aes,
        avx2=avx2,
        numa_nodes=shape.numa_nodes,
    )


def people() -> tuple[str, ...] | None:
    """Who has ever logged in here, by the names of their folders."""
    names = []
    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _PROFILES) as profiles:
            for number in range(winreg.QueryInfoKey(profiles)[0]):
                sid = winreg.EnumKey(profiles, number)
                folder = _registry(rf"{_PROFILES}\{sid}", "ProfileImagePath") if sid.startswith(_PEOPLE) else None
                names += [PureWindowsPath(folder).name] if folder else []
    except OSError:
        return None
    return tuple(sorted(names))


def has_opencl() -> bool | None:
    """Whether programs find the library through which OpenCL is used."""
    return (Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "OpenCL.dll").exists()


def may_lock_pages() -> bool | None:
    """Whether the user of this process had the right to large pages when they logged on; None: it is not told."""
    number, token, size = ctypes.c_ulonglong(), wintypes.HANDLE(), wintypes.DWORD()
    if not _ADVAPI.LookupPrivilegeValueW(None, "SeLockMemoryPrivilege", ctypes.byref(number)):
        return None
    if not _ADVAPI.OpenProcessToken(wintypes.HANDLE(_KERNEL.GetCurrentProcess()), _QUERY, ctypes.byref(token)):
        return None
    try:
        _ADVAPI.GetTokenInformation(token, _PRIVILEGES, None, 0, ctypes.byref(size))
        table = ctypes.create_string_buffer(size.value)
        if not _ADVAPI.GetTokenInformation(token, _PRIVILEGES, table, size, ctypes.byref(size)):
            return None
        return number.value in rights(table.raw)
    finally:
        _KERNEL.CloseHandle(token)


def _table() -> bytes:
    """What GetLogicalProcessorInformationEx says; nothing where it says nothing."""
    size = wintypes.DWORD()
    _KERNEL.GetLogicalProcessorInformationEx(_ALL, None, ctypes.byref(size))
    table = ctypes.create_string_buffer(size.value)
    return table.raw if _KERNEL.GetLogicalProcessorInformationEx(_ALL, table, ctypes.byref(size)) else b""


def _registry(key: str, name: str) -> str | None:
    with suppress(OSError), winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key) as opened:
        value, _ = winreg.QueryValueEx(opened, name)
        return str(value).strip() or None
    return None
