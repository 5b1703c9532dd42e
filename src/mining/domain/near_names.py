"""The error for a name that nobody has, with the names that come near it."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from mining.domain.errors import MinerNotFound


def type_not_found(type: str, types: Mapping[str, Any]) -> MinerNotFound:
    """No miner type is called that; there are so few that all are named."""
    error = not_found("miner type", type, types, type=type[:64])
    names = sorted(types)
    return MinerNotFound(f"{error.message} The miner types are: {', '.join(names)}.", **error.details, types=names)


def not_found(what: str, name: str, names: Mapping[str, Any], /, **details: str) -> MinerNotFound:
    """No `what` is called that; `names` are those that exist."""
    near = get_close_matches(name[:64].lower(), names, n=3, cutoff=0.5)
    shown = repr(name) if len(name) <= 64 and name.isprintable() else "of that name"
    text = f"There is no {what} {shown}." + (f" Did you mean {' or '.join(near)}?" if near else "")
    return MinerNotFound(text, **details, near=near)
