"""Secrets among the settings: shown as a mask that says no more than their kind, and found again behind it."""

import hmac
import re
from secrets import token_bytes
from typing import Any

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://")
_MASK = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9+.-]*://)?…[0-9a-f]{8}")


def masked(value: Any, mark: str = "") -> Any:
    """What may be shown of a text, or of each of several: `discord://…`."""
    if isinstance(value, list | tuple):
        return [masked(each) for each in value]
    if not isinstance(value, str):
        return value
    scheme = _SCHEME.match(value)
    return f"{scheme[0] if scheme else ''}…{mark}"


class Masks:
    """Masks that differ when the secrets do; made with a key of their own, so that nobody can try out guesses."""

    def __init__(self) -> None:
        self._key = token_bytes(32)

    def shown(self, value: Any) -> Any:
        """The mask of a secret, or of each of several."""
        if isinstance(value, list | tuple):
            return [self.shown(each) for each in value]
        if not isinstance(value, str):
            return value
        return masked(value, hmac.digest(self._key, value.encode("utf-8", "replace"), "sha256").hex()[:8])

    def unmasked(self, value: Any, now: Any) -> Any:
        """The value, with the secrets of `now` in place of their masks; ValueError for a mask of nothing."""
        if isinstance(value, list):
            return [self.unmasked(each, now) for each in value]
        if not isinstance(value, str) or not _MASK.fullmatch(value):
            return value
        for secret in now if isinstance(now, list | tuple) else [now]:
            if self.shown(secret) == value:
                return secret
        raise ValueError(f"{value} is a mask, and what it stood for is not set here; write it in full")
