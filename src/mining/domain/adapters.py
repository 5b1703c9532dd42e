"""The adapters of this platform: those that can be used, and those of other packages that cannot, with the reason."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import isfunction
from typing import Any

from mining.domain.adapter import CONTRACT, TYPE_NAME, MinerType, ReleaseSource, TypeFacts
from mining.domain.capabilities import Capabilities
from mining.domain.errors import MinerNotFound
from mining.domain.near_names import type_not_found

_METHODS = tuple(name for name, each in vars(MinerType).items() if isfunction(each) and not name.startswith("_"))
_VALUES: Mapping[str, Callable[[Any], bool]] = {
    "name": lambda value: isinstance(value, str) and TYPE_NAME.fullmatch(value) is not None,
    "facts": lambda value: isinstance(value, TypeFacts),
    "supports": lambda value: isinstance(value, Capabilities),
    "module": lambda value: value is None or isinstance(value, str),
    "console": lambda value: value in ("file", "fifo"),
    "keys": lambda value: isinstance(value, Mapping),
    "stop_grace": lambda value: isinstance(value, int | float),
    "releases": lambda value: value is None or isinstance(value, ReleaseSource),
}


@dataclass(frozen=True)
class BrokenAdapter:
    """An adapter of another package that is skipped."""

    name: str  # of its entry point; what it calls its miner type may never be learnt
    package: str  # name and version
    reason: str  # completes "It cannot be used: …."

    @property
    def text(self) -> str:
        """The same in a sentence."""
        return f"The miner type {self.name!r} of the package {self.package} cannot be used: {self.reason}."


@dataclass(frozen=True)
class Adapters:
    """What was loaded."""

    types: Mapping[str, MinerType]
    broken: tuple[BrokenAdapter, ...] = ()

    def kind(self, type: str) -> MinerType:
        """The adapter of a type; MinerNotFound, with near names or the reason why it is skipped, otherwise."""
        if type in self.types:
            return self.types[type]
        for adapter in self.broken:
            if adapter.name == type:
                raise MinerNotFound(adapter.text, type=type[:64], near=[])
        raise type_not_found(type, self.types)


def unfit(candidate: Any) -> str | None:
    """Why something cannot be an adapter of this version; None when it can."""
    if isinstance(candidate, type):
        return "it is a class, where an instance of it is needed"
    contract = getattr(candidate, "contract", None)
    if contract is None:
        return f"it does not state the contract that it is written for (contract = {CONTRACT})"
    if contract != CONTRACT:
        return f"it is written for version {contract!r} of the adapter contract, and this platform has {CONTRACT}"
    lacking = [name for name in (*_VALUES, *_METHODS) if not hasattr(candidate, name)]
    if lacking:
        return f"it lacks {', '.join(lacking)}"
    wrong = [name for name, fits in _VALUES.items() if not fits(getattr(candidate, name))]
    wrong += [name for name in _METHODS if not callable(getattr(candidate, name))]
    return f"it has something else than it should as {', '.join(wrong)}" if wrong else None
