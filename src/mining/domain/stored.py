"""What is remembered on disk may come from a newer version: what this one does not understand of it stays with it."""

import json
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, ClassVar, Self, TypeVar

from pydantic import PrivateAttr, ValidationError

from mining import __version__
from mining.domain.errors import NotSupported
from mining.domain.message import Sentence, message, phrase
from mining.domain.value import Value

Path = tuple[int | str, ...]

EPOCH = "1970-01-01T00:00:00Z"  # stands in for a time that is not understood
_MOST = 100  # attempts to understand one value


@dataclass(frozen=True, repr=False)
class Unknown:
    """What is written in a value and not understood here. It may be a secret: it is kept, and never shown or logged.

    `parts` says where each part lies and what it is; `understood` is all the rest, as it was read.
    """

    parts: Mapping[Path, Any] = field(default_factory=dict)
    understood: Mapping[str, Any] = field(default_factory=dict)
    written_by: str = ""

    def __bool__(self) -> bool:
        return bool(self.parts)

    def first_below(self, keys: tuple[str, ...]) -> str | None:
        """Where the first part lies that is one of these keys or below one, spelled as on disk."""
        for path in self.parts:
            if path[0] in keys:
                return ".".join(str(part)[:64] for part in path)
        return None

    def below(self, key: str) -> "Unknown":
        """That part of it which lies below a key."""
        part = self.understood.get(key)
        parts = {path[1:]: raw for path, raw in self.parts.items() if path[0] == key and len(path) > 1}
        return Unknown(parts, part if isinstance(part, Mapping) else {}, self.written_by)

    def merged_into(self, row: dict[str, Any]) -> dict[str, Any]:
        """A row of known things with the unknown ones back in their places, wherever those are still what was read."""
        merged = deepcopy(row)
        for path, raw in self.parts.items():
            *above, key = path
            place = _at(merged, above)
            if isinstance(place, dict) and self._still(row, path):
                place[str(key)] = raw
        return merged

    def _still(self, row: Mapping[str, Any], path: Path) -> bool:
        """Whether that place has not been given another value since: nested things belong to what they are in."""
        *above, key = path
        if above:
            return bool(_at(row, above) == _at(self.understood, above))
        return row.get(str(key)) == self.understood.get(str(key))


_NOTHING = Unknown()


class Stored(Value):
    """A value that is remembered on disk. `stand_ins` are shown for keys whose values are not understood here.

    What lies below `needed` must be understood before it may be started.
    """

    stand_ins: ClassVar[Mapping[str, Any]] = {}
    needed: ClassVar[tuple[str, ...]] = ()
    _unknown: Unknown = PrivateAttr(default_factory=lambda: _NOTHING)  # as a default it would be copied, and deeply

    @classmethod
    def of_0_1_0(cls, row: Mapping[str, Any]) -> Mapping[str, Any]:
        """A row that 0.1.0 wrote, as it would be written now."""
        return row

    @property
    def unknown(self) -> Unknown:
        """What is written in it and not understood here."""
        return self._unknown

    def keeping(self, unknown: Unknown) -> Self:
        """A copy with that beside it."""
        copy = self.model_copy()
        copy._unknown = unknown
        return copy

    @property
    def not_understood(self) -> str | None:
        """Why it must not be started, in one sentence; None when all that matters is understood."""
        where = self._unknown.first_below(self.needed)
        if where is None:
            return None
        shown = where if where.isprintable() else "something"
        by = self._unknown.written_by[:32]
        return Sentence(message("health.not_understood", version=by, what=shown, own=__version__))

    def refuse_unknown(self, name: str) -> None:
        """NotSupported when it must not be started by this version."""
        why = self.not_understood
        if why is not None:
            raise NotSupported(phrase("refuse.because", name=name, why=why), reason="not_understood")


S = TypeVar("S", bound=Stored)


def read_stored(kind: type[S], row: Mapping[str, Any], written_by: str) -> S:
    """The value in a row of a document, with what is not understood beside it; ValueError when too little is."""
    content, parts = deepcopy(dict(row)), dict[Path, Any]()
    for _ in range(_MOST):
        try:
            value = kind.model_validate_json(json.dumps(content))
        except ValidationError as error:
            for where, missing in list(_places(error, content)):
                _set_aside(kind, row, content, parts, where, missing)
        else:
            return _with(value, Unknown(parts, _understood(value), written_by)) if parts else value
    raise ValueError("too little of it is understood")


def stored_json(value: Stored) -> dict[str, Any]:
    """The row of a document: what is known, and what is not back in its places."""
    row = value.unknown.merged_into(_understood(value))
    for name, info in type(value).model_fields.items():
        part = getattr(value, name)
        if isinstance(part, Stored):
            row[info.alias or name] = stored_json(part)
    return row


def _understood(value: Stored) -> dict[str, Any]:
    """A value without the nulls that go without saying."""
    row = value.to_json(exclude_none=True)
    for name, info in type(value).model_fields.items():
        if info.is_required():
            row.setdefault(info.alias or name, None)
    return row


def _with(value: S, unknown: Unknown) -> S:
    """A value with what is unknown beside it, and beside those of its parts that are stored values themselves."""
    inner = {
        name: part.keeping(unknown.below(info.alias or name))
        for name, info in type(value).model_fields.items()
        if isinstance(part := getattr(value, name), Stored)
    }
    return value.but(**inner).keeping(unknown)


def _places(error: ValidationError, row: Mapping[str, Any]) -> Iterator[tuple[Path, str | None]]:
    """The places of all that was not understood, and the key that is missing there."""
    for item in error.errors(include_url=False, include_context=False, include_input=False):
        place: Any = row
        path: Path = ()
        for part in item["loc"]:
            there = part in place if isinstance(place, dict) else isinstance(place, list) and isinstance(part, int)
            if not there:
                break
            place, path = place[part], (*path, part)
        missing = str(item["loc"][-1]) if item["type"] == "missing" else None
        while path and isinstance(path[-1], int):  # a list that lacks one of its parts says something else
            path = path[:-1]
        yield path, missing


def _set_aside(
    kind: type[Stored],
    row: Mapping[str, Any],
    values: dict[str, Any],
    parts: dict[Path, Any],
    path: Path,
    missing: str | None,
) -> None:
    """Take what lies there out of what is known; ValueError when nothing can stand in for it."""
    if not path:
        if missing is None or missing not in kind.stand_ins or (missing,) not in parts:
            raise ValueError("too little of it is understood")
        values[missing] = kind.stand_ins[missing]
        return
    *above, key = path
    place = _at(values, above)
    if not isinstance(place, dict) or key not in place:
        return  # it has gone with what it was in
    del place[str(key)]
    for inner in [inner for inner in parts if inner[: len(path)] == path]:
        del parts[inner]
    parts[path] = _at(row, path)


def _at(row: Any, path: Path | list[int | str]) -> Any:
    """What lies at a place; None when there is nothing."""
    for part in path:
        there = part in row if isinstance(row, dict) else isinstance(row, list) and isinstance(part, int)
        if not there or (isinstance(row, list) and int(part) >= len(row)):
            return None
        row = row[part]
    return row
