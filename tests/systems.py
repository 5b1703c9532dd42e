"""Which tests need means that not every system has."""

import ctypes
import os
import sys
from pathlib import Path

import pytest

AS_ROOT = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a file or folder to another"
)
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files or modes")
WINDOWS = pytest.mark.skipif(sys.platform != "win32", reason="only Windows has that")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has that")
MODES_SAY_NOTHING = sys.platform == "win32"  # there the rights of the folder decide
UNDER_WINE = sys.platform == "win32" and hasattr(ctypes.WinDLL("ntdll"), "wine_get_version")
LINKS = pytest.mark.skipif(UNDER_WINE, reason="Wine follows no symbolic link")
TASK_SCHEDULER = pytest.mark.skipif(
    sys.platform != "win32" or UNDER_WINE, reason="only Windows has a Task Scheduler; Wine's says yes to every question"
)


def is_private(path: Path) -> bool:
    """Whether a file or folder is its owner's alone, as far as modes tell; on Windows its folder's rights decide."""
    return MODES_SAY_NOTHING or not path.stat().st_mode & 0o077
