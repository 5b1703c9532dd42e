"""Request ids: one row of numbers for everything this process answers, whichever layer refuses it."""

import itertools
import secrets

_PREFIX = secrets.token_hex(4).encode()
_NUMBERS = itertools.count(1)


def next_request_id() -> bytes:
    """An id that nothing else in this process has."""
    return b"%b-%x" % (_PREFIX, next(_NUMBERS))
