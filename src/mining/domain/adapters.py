"""The adapters of this platform: those that can be used, and those of other packages that cannot, with the reason."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import isfunction
from typing import Any

from mining.domain.adapter import CONTRACT, TYPE_NAME, MinerType, ReleaseSource, TypeFacts
from mining.domain.capabilities import Capabilities
from mining.domain.errors import MinerNotFound
from mining.domain.message import phrase
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
        return phrase("adapter.unusable", type=self.name, package=self.package, why=self.reason)


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
        return phrase("adapter.is_class")
    contract = getattr(candidate, "contract", None)
    if contract is None:
        return phrase("adapter.no_contract", contract=CONTRACT)
    if contract != CONTRACT:
        return phrase("adapter.other_contract", version=repr(contract), contract=CONTRACT)
    lacking = [name for name in (*_VALUES, *_METHODS) if not hasattr(candidate, name)]
    if lacking:
        return phrase("adapter.lacks", names=", ".join(lacking))
    wrong = [name for name, fits in _VALUES.items() if not fits(getattr(candidate, name))]
    wrong += [name for name in _METHODS if not callable(getattr(candidate, name))]
    return phrase("adapter.otherwise", names=", ".join(wrong)) if wrong else None
