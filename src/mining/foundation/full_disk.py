"""A full disk: how the system reports it, and how a room answers it in its own words."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

_ERRNOS = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def is_full_disk(error: OSError) -> bool:
    """Whether the system refused to write because there is no room."""
    return error.errno in _ERRNOS


@contextmanager
def full_disk_raises(answer: Exception) -> Iterator[None]:
    """Raise `answer` where the system refuses to write because there is no room; every other error goes through."""
    try:
        yield
    except OSError as error:
        if not is_full_disk(error):
            raise
        raise answer from error
