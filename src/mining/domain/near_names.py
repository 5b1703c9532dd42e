"""The error for a name that nobody has, with the names that come near it."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from mining.domain.errors import MinerNotFound
from mining.domain.message import phrase


def type_not_found(type: str, types: Mapping[str, Any]) -> MinerNotFound:
    """No miner type is called that; there are so few that all are named."""
    names, near = sorted(types), _near(type, types)
    listed = ", ".join(names)
    if not _shown(type):
        text = phrase("fault.no_type_of_that_name", types=listed)
    elif near:
        text = phrase("fault.no_type_near", type=type, near=", ".join(near), types=listed)
    else:
        text = phrase("fault.no_type", type=type, types=listed)
    return MinerNotFound(text, type=type[:64], near=near, types=names)


def miner_not_found(name: str, names: Mapping[str, Any]) -> MinerNotFound:
    """No miner is called that; `names` are those that exist."""
    near = _near(name, names)
    if not _shown(name):
        text = phrase("refuse.no_miner_of_that_name")
    elif near:
        text = phrase("refuse.no_miner_near", name=name, near=", ".join(near))
    else:
        text = phrase("refuse.no_miner", name=name)
    return MinerNotFound(text, name=name[:64], near=near)


def _near(name: str, names: Mapping[str, Any]) -> list[str]:
    return get_close_matches(name[:64].lower(), names, n=3, cutoff=0.6)


def _shown(name: str) -> bool:
    return len(name) <= 64 and name.isprintable()
