"""Secrets among the settings: shown as a mask that says no more than their kind, and found again behind it."""

import re
from typing import Any

from mining.domain import masks
from mining.domain.message import phrase

_MASK = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9+.-]*://)?…[0-9a-f]{8}")


def masked(value: Any) -> Any:
    """What may be shown of a text, or of each of several: `discord://…`."""
    if isinstance(value, list | tuple):
        return [masked(each) for each in value]
    return masks.masked(value) if isinstance(value, str) else value


class Masks:
    """Masks that differ when the secrets do."""

    def __init__(self, key: bytes = masks.OWN_KEY) -> None:
        self._key = key

    def shown(self, value: Any) -> Any:
        """The mask of a secret, or of each of several."""
        if isinstance(value, list | tuple):
            return [self.shown(each) for each in value]
        return masks.marked(value, self._key) if isinstance(value, str) else value

    def unmasked(self, value: Any, now: Any) -> Any:
        """The value, with the secrets of `now` in place of their masks; ValueError for a mask of nothing."""
        if isinstance(value, list):
            return [self.unmasked(each, now) for each in value]
        if not isinstance(value, str) or not _MASK.fullmatch(value):
            return value
        for secret in now if isinstance(now, list | tuple) else [now]:
            if self.shown(secret) == value:
                return secret
        raise ValueError(phrase("fault.masked_secret", mask=value))
