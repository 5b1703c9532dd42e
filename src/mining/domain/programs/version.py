"""Versions of mining programs, in the order in which people count."""

import re

Key = tuple[tuple[int, ...], int, str]

_FORM = re.compile(r"v?(\d{1,9}(?:\.\d{1,9}){0,3})(.*)", re.DOTALL)
_BEFORE = re.compile(r"[-._]?(?:alpha|beta|rc|pre|dev)")


def version_key(version: str) -> Key:
    """Sorts 6.9 before 6.10, 6.26 as 6.26.0, 6.0-beta1 before 6.0, 1.98 before 1.98a before 1.99; no version first."""
    match = _FORM.match(version.lower())
    if match is None:
        return (), 0, version
    numbers = [int(part) for part in match[1].split(".")]
    suffix = match[2]
    rank = 0 if not suffix else -1 if _BEFORE.match(suffix) else 1
    return (*numbers, *[0] * (4 - len(numbers))), rank, suffix


def newer(version: str, than: str | None) -> bool:
    """Whether a version comes after another; nothing known is older than anything."""
    return than is None or version_key(version) > version_key(than)
