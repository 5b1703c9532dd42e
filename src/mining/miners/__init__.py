"""One file per mining program, or one folder for a large one. Dropping it here is all it takes: no registry to edit."""

from collections.abc import Mapping
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pkgutil import iter_modules
from typing import Any

from mining.domain.adapter import MinerType
from mining.domain.adapters import Adapters, BrokenAdapter, unfit

GROUP = "mining.miners"  # of the entry points by which other packages bring adapters


def adapters() -> Adapters:
    """Every adapter: the modules of this package, then those of other packages. One that cannot be used is skipped."""
    types: dict[str, MinerType] = {}
    for module in iter_modules(__path__):
        kind: MinerType = import_module(f"{__name__}.{module.name}").MINER
        types[kind.name] = kind
    broken = []
    for point in sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        candidate, reason = _loaded(point)
        if reason is None and candidate.name in types:
            reason = f"another adapter is called {candidate.name!r} already"
        if reason is None:
            types[candidate.name] = candidate
        else:
            broken.append(BrokenAdapter(point.name, _package(point), reason))
    return Adapters(types, tuple(broken))


def all_types() -> Mapping[str, MinerType]:
    """Every adapter that can be used, by name."""
    return adapters().types


def adapter(type: str) -> MinerType:
    """The adapter of a type; MinerNotFound with near names otherwise."""
    return adapters().kind(type)


def _loaded(point: EntryPoint) -> tuple[Any, str | None]:
    """What an entry point names, and why that cannot be used. The code behind it is not ours: it may do anything."""
    try:
        candidate = point.load()
        return candidate, unfit(candidate)
    except (Exception, SystemExit) as error:
        return None, f"loading it failed with {type(error).__name__}: {str(error)[:200]}"


def _package(point: EntryPoint) -> str:
    return f"{point.dist.name} {point.dist.version}" if point.dist is not None else "unknown"
