"""An answer's JSON as a value of `answers`: its keys in the spelling of Python, times as `datetime`."""

from collections.abc import Hashable, Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

View = TypeVar("View")


def read(kind: type[View], data: Mapping[str, Any]) -> View:
    """An answer as a value; keys that this version does not know are left out."""
    return kind(**{name: _value(hint, data.get(wire)) for name, wire, hint in shape(cast(Hashable, kind))})


def read_all(kind: type[View], page: Mapping[str, Any]) -> list[View]:
    """The items of a list as values."""
    return [read(kind, item) for item in page["items"]]


@cache
def shape(kind: Any) -> list[tuple[str, str, Any]]:
    """Each field: its name here, its name in the API, and its type without None."""
    hints = get_type_hints(kind)
    return [(each.name, wire_name(each.name), _bare(hints[each.name])) for each in fields(kind)]


def wire_name(name: str) -> str:
    """`hashrate_avg` as the API spells it: `hashrateAvg`."""
    first, *rest = name.split("_")
    return first + "".join(map(str.capitalize, rest))


def _bare(hint: Any) -> Any:
    return (
        next((part for part in get_args(hint) if part is not type(None)), hint)
        if type(None) in get_args(hint)
        else hint
    )


def _value(hint: Any, value: Any) -> Any:
    if get_origin(hint) is tuple:
        return tuple(_value(get_args(hint)[0], item) for item in value or ())
    if value is None:
        return None
    if hint is datetime:
        return datetime.fromisoformat(value)
    return read(hint, value) if is_dataclass(hint) and isinstance(hint, type) else value
