"""The path of a Unix socket as the system takes it: short, or by its folder's descriptor."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_MOST = 100  # bytes; Linux takes 107, macOS 103


@contextmanager
def unix_address(path: Path) -> Iterator[str]:
    """What to bind or connect to, for the length of the block; OSError for a path that is too long for this system."""
    if len(os.fsencode(path)) <= _MOST:
        yield str(path)
        return
    if sys.platform != "linux":
        raise OSError(errno.ENAMETOOLONG, os.strerror(errno.ENAMETOOLONG), str(path))
    folder = os.open(path.parent, os.O_PATH | os.O_DIRECTORY)
    try:
        yield f"/proc/self/fd/{folder}/{path.name}"
    finally:
        os.close(folder)
