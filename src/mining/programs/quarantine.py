"""What keeps a genuine program from being run on macOS: the mark of what was downloaded."""

import sys
from pathlib import Path

MARK = "com.apple.quarantine"
_APPROVED = 0x40  # of the mark's flags: its owner has agreed to run it


def held_back(path: Path) -> bool:
    """Whether macOS does not run a file, since it was downloaded and nobody has agreed yet."""
    mark = _mark(path)
    return mark is not None and withheld(mark)


def withheld(mark: bytes) -> bool:
    """Whether a mark such as `0083;65a1…;Safari;…` still asks for its owner's consent."""
    flags = mark.split(b";")[0]
    try:
        return not int(flags, 16) & _APPROVED
    except ValueError:
        return True


if sys.platform == "darwin":
    import ctypes
    import os

    _LIBC = ctypes.CDLL(None, use_errno=True)

    def _mark(path: Path) -> bytes | None:
        """The mark of a file; None where it has none."""
        value = ctypes.create_string_buffer(1024)
        room = ctypes.c_size_t(len(value))
        size = _LIBC.getxattr(os.fsencode(path), MARK.encode(), value, room, ctypes.c_uint32(0), ctypes.c_int(0))
        return value.raw[:size] if size >= 0 else None

else:

    def _mark(path: Path) -> bytes | None:
        """Other systems mark nothing."""
        return None
