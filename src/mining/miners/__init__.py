"""One file per mining program, or one folder for a large one. Dropping it here is all it takes: no registry to edit."""

from collections.abc import Mapping
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules

from mining.domain.adapter import MinerType
from mining.domain.near_names import not_found


def all_types() -> Mapping[str, MinerType]:
    """Every adapter by name: the modules of this package, then the entry points `mining.miners` of others."""
    ours = (import_module(f"{__name__}.{module.name}").MINER for module in iter_modules(__path__))
    theirs = (point.load() for point in entry_points(group="mining.miners"))
    return {kind.name: kind for kind in (*theirs, *ours)}


def adapter(type: str) -> MinerType:
    """The adapter of a type; MinerNotFound with near names otherwise."""
    types = all_types()
    if type not in types:
        raise not_found("miner type", type, types, type=type[:64])
    return types[type]
