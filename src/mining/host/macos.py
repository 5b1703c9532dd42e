"""What macOS tells of the machine, by sysctl."""

import sys

assert sys.platform == "darwin"  # by this mypy leaves the file out for other systems

import ctypes
import platform
from pathlib import Path

from mining.domain.hardware import Processor

_LIBC = ctypes.CDLL(None, use_errno=True)
_NO_PEOPLE = ("Shared", "Guest")


def processor() -> Processor | None:
    """The processor. All of Apple's compute AES themselves."""
    model, arm = _text("machdep.cpu.brand_string"), platform.machine() == "arm64"
    features = (_text("machdep.cpu.features") or "").split()
    return Processor(
        model=model,
        vendor="Apple" if arm else "Intel",
        cores=_number("hw.physicalcpu"),
        threads=_number("hw.logicalcpu"),
        sockets=_number("hw.packages"),
        l3=_number("hw.l3cachesize"),
        aes=arm or ("AES" in features if features else None),
        avx2=None if arm else bool(_number("hw.optional.avx2_0")),
        numa_nodes=1,
    )


def people() -> tuple[str, ...] | None:
    """Who has a home here."""
    try:
        homes = [each.name for each in Path("/Users").iterdir() if each.is_dir()]
    except OSError:
        return None
    return tuple(sorted(name for name in homes if name not in _NO_PEOPLE and not name.startswith(".")))


def has_opencl() -> bool | None:
    """It is part of the system, but no miner here uses it."""
    return None


def may_lock_pages() -> bool | None:
    """There is no such right."""
    return None


def _number(name: str) -> int | None:
    value = _value(name)
    return int.from_bytes(value, "little") or None if value is not None else None


def _text(name: str) -> str | None:
    value = _value(name)
    return value.split(b"\0")[0].decode("utf-8", "replace").strip() or None if value is not None else None


def _value(name: str) -> bytes | None:
    size = ctypes.c_size_t()
    if _LIBC.sysctlbyname(name.encode(), None, ctypes.byref(size), None, ctypes.c_size_t(0)):
        return None
    value = ctypes.create_string_buffer(max(size.value, 1))
    if _LIBC.sysctlbyname(name.encode(), value, ctypes.byref(size), None, ctypes.c_size_t(0)):
        return None
    return value.raw[: size.value]
