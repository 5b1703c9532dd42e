"""Query parameters, each declared once: by it the parser reads the value, and from it comes the document."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, TypeVar, overload
from urllib.parse import parse_qsl

from mining.domain import units
from mining.domain.errors import ErrorDetail
from mining.domain.message import phrase

T = TypeVar("T")
_TRUTH = {"": True, "true": True, "1": True, "false": False, "0": False}


@dataclass(frozen=True)
class Parameter(Generic[T]):
    """One query parameter; `read` gives its value, or raises ValueError with what is wrong."""

    name: str
    description: str
    default: T
    schema: Mapping[str, Any] = field(repr=False)
    read: Callable[[str], T] = field(repr=False)
    bare: bool = False  # whether it may stand without a value
    old_name: str | None = None  # under which it is taken too
    words: str | None = None  # the name of the words that it chooses from

    def described(self) -> dict[str, Any]:
        """Its entry in the OpenAPI document."""
        entry = {"name": self.name, "in": "query", "required": False, "description": self.description}
        return {**entry, "schema": dict(self.schema), **({"allowEmptyValue": True} if self.bare else {})}


class Values:
    """The query of one request, read by the parameters that its route declares; what is wrong with it is collected."""

    def __init__(self, raw: bytes, parameters: Sequence[Parameter[Any]]) -> None:
        sent: dict[str, list[str]] = {}
        for key, text in parse_qsl(raw.decode("latin-1"), keep_blank_values=True) if raw else ():
            sent.setdefault(key, []).append(text)
        self.errors: list[ErrorDetail] = []
        self._values: dict[str, Any] = {}
        for parameter in parameters:
            value = parameter.default
            texts = [text for name in (parameter.name, parameter.old_name) for text in sent.pop(name or "", [])]
            if texts:
                try:
                    value = parameter.read(",".join(texts) if parameter.schema.get("type") == "array" else texts[-1])
                except ValueError as error:
                    self.errors.append(ErrorDetail(parameter.name, error.args[0]))
            self._values[parameter.name] = value
        names = ", ".join(parameter.name for parameter in parameters)
        issue = phrase("fault.unknown_parameter", names=names) if names else phrase("fault.no_parameters")
        self.unknown = [ErrorDetail(key[:80], issue) for key in sent if not key.startswith("_")]  # cache busters
        self.errors += self.unknown

    def of(self, parameter: Parameter[T]) -> T:
        """The value of a parameter of this route, its default when absent or wrong."""
        value: T = self._values[parameter.name]
        return value


def flag(name: str, description: str, default: bool = False, old_name: str | None = None) -> Parameter[bool]:
    """True when bare, `true` or `1`; False when `false` or `0`."""

    def read(sent: str) -> bool:
        truth = _TRUTH.get(sent.lower())
        if truth is None:
            raise ValueError(phrase("fault.not_a_truth"))
        return truth

    schema = {"type": "boolean", "default": default}
    return Parameter(name, description, default, schema, read, bare=True, old_name=old_name)


@overload
def whole(name: str, description: str, default: int, least: int, most: int) -> Parameter[int]: ...
@overload
def whole(name: str, description: str, default: None, least: int, most: int) -> Parameter[int | None]: ...
def whole(name: str, description: str, default: int | None, least: int, most: int) -> Parameter[Any]:
    """A whole number from `least` to `most`."""

    def read(sent: str) -> int:
        if re.fullmatch(r"[0-9]{1,16}", sent, re.ASCII) and least <= int(sent) <= most:
            return int(sent)
        raise ValueError(phrase("fault.whole_between", least=least, most=most))

    size = "int32" if most < 2**31 else "int64"
    schema: dict[str, Any] = {"type": "integer", "format": size, "minimum": least, "maximum": most}
    return Parameter(name, description, default, schema if default is None else {**schema, "default": default}, read)


def text(name: str, description: str) -> Parameter[str | None]:
    """Any text; None when absent."""
    return Parameter[str | None](name, description, None, {"type": "string"}, lambda sent: sent)


def named(name: str, description: str, form: re.Pattern[str], issue: str) -> Parameter[str | None]:
    """A name of some form; None when absent."""

    def read(sent: str) -> str:
        if not form.fullmatch(sent):
            raise ValueError(issue)
        return sent

    return Parameter[str | None](name, description, None, {"type": "string", "pattern": f"^{form.pattern}$"}, read)


@overload
def choice(name: str, description: str, words: str, choices: Sequence[str], default: str) -> Parameter[str]: ...
@overload
def choice(name: str, description: str, words: str, choices: Sequence[str]) -> Parameter[str | None]: ...
def choice(
    name: str, description: str, words: str, choices: Sequence[str], default: str | None = None
) -> Parameter[Any]:
    """One of some words, whose name in the document is `words`."""

    def read(sent: str) -> str:
        if sent not in choices:
            raise ValueError(phrase("fault.one_of", choices=", ".join(choices)))
        return sent

    schema: dict[str, Any] = {"type": "string", "enum": list(choices)}
    if default is not None:
        schema["default"] = default
    return Parameter(name, description, default, schema, read, words=words)


def choices(name: str, description: str, words: str, choices: Sequence[str]) -> Parameter[frozenset[str]]:
    """Some of some words, with commas between them or the key said again; none when absent."""

    def read(sent: str) -> frozenset[str]:
        chosen = frozenset(sent.split(","))
        if not chosen <= set(choices):
            raise ValueError(phrase("fault.some_of", choices=", ".join(choices)))
        return chosen

    schema = {"type": "array", "items": {"type": "string", "enum": list(choices)}}
    return Parameter(name, description, frozenset(), schema, read, words=words)


def instant(name: str, description: str) -> Parameter[datetime | None]:
    """A point in time with its zone; None when absent."""

    def read(sent: str) -> datetime:
        try:
            moment = datetime.fromisoformat(sent)
        except ValueError:
            moment = datetime.min
        if moment.tzinfo is None:
            raise ValueError(phrase("fault.not_a_time_with_zone", example="2025-12-31T23:59:59Z"))
        return moment

    return Parameter[datetime | None](name, description, None, {"type": "string", "format": "date-time"}, read)


def stretch(name: str, description: str, default: str, least: str, most: str) -> Parameter[int]:
    """A stretch of time such as `300`, `300s`, `5m`, `24h` or `7d`, in seconds."""

    def read(sent: str) -> int:
        seconds = units.stretch(sent)
        if seconds is None or not (units.stretch(least) or 0) <= seconds <= (units.stretch(most) or 0):
            raise ValueError(phrase("fault.stretch", least=least, most=most))
        return round(seconds)

    schema = {"type": "string", "pattern": "^[0-9]{1,8}[smhd]?$", "default": default}
    return Parameter(name, description, read(default), schema, read)


PAGE = whole("page", "Which page, from 1.", 1, 1, 10**9)
LIMIT = whole("limit", "Items on a page.", 50, 1, 1000)
ORDER = choice("order", "Which way.", "Order", ("asc", "desc"), "asc")
