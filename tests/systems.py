"""Which tests need means that not every system has."""

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


def is_private(path: Path) -> bool:
    """Whether a file or folder is its owner's alone, as far as modes tell; on Windows its folder's rights decide."""
    return sys.platform == "win32" or not path.stat().st_mode & 0o077
