"""Request ids: one row of numbers for everything this process answers, whichever layer refuses it."""

import itertools
import secrets

_PREFIX = secrets.token_hex(4)
_NUMBERS = itertools.count(1)


def next_request_id() -> str:
    """An id that nothing else in this process has."""
    return f"{_PREFIX}-{next(_NUMBERS):x}"
