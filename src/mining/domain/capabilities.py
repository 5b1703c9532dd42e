"""Capabilities, what a program can do with a configuration, declared by its adapter and shown to everybody."""

import re
import sys
from typing import Any, Literal

from pydantic import Field, model_validator

from mining.domain.message import phrase
from mining.domain.units import figure, number
from mining.domain.value import Value
from mining.domain.wording import WORDING, Text, Wording, wording_of

Verb = Literal["pause", "resume"]
# what a configuration file of any program takes as it is
_POSIX_PATH = re.compile(r"/[^\x00-\x1f\x7f-\x9f\"'\\#]{1,1000}")
_WINDOWS_PATH = re.compile(r"[A-Za-z]:[\\/][^\x00-\x1f\x7f-\x9f\"'#<>|?*:]{1,1000}")


def is_plain_path(value: object, system: str = sys.platform) -> bool:
    """Whether a value is an absolute path of a system, without signs that a configuration file could misread."""
    form = _WINDOWS_PATH if system == "win32" else _POSIX_PATH
    return isinstance(value, str) and form.fullmatch(value) is not None


class Option(Value):
    """One thing that only this program knows, a key of a configuration's `options`."""

    about: Text = Field(description="What it does, in a sentence")
    about_wording: Wording | None = Field(None, description=f"`about`: {WORDING}")
    type: Literal["boolean", "choice", "integer", "number", "path"] = "boolean"
    default: bool | int | float | str | None = Field(None, description="null: the program decides")
    choices: tuple[bool | str, ...] = Field((), description="of a choice")
    least: float = Field(0, description="of an integer or a number")
    most: float | None = Field(None, description="of an integer or a number; null: no limit of its own")
    unit: Text | None = None
    unit_wording: Wording | None = Field(None, description="That of `unit`; null where it is a sign, such as H/s.")

    @model_validator(mode="before")
    @classmethod
    def _worded(cls, raw: Any) -> Any:
        """An adapter says both as sentences; what is needed to say them otherwise stands beside them."""
        if not isinstance(raw, dict):
            return raw
        wordings = {f"{name}_wording": wording_of(raw.get(name)) for name in ("about", "unit")}
        return {**{name: each for name, each in wordings.items() if each is not None}, **raw}

    def issue(self, value: Any) -> str | None:
        """What is wrong with a value; None when it can be used."""
        if self.type == "boolean":
            return None if isinstance(value, bool) else phrase("fault.not_a_truth")
        if self.type == "choice":
            if any(type(value) is type(choice) and value == choice for choice in self.choices):
                return None
            return phrase("fault.one_of", choices=", ".join(str(choice).lower() for choice in self.choices))
        if self.type == "path":
            if is_plain_path(value):
                return None
            windows = phrase("fault.not_a_plain_path_windows")
            return windows if sys.platform == "win32" else phrase("fault.not_a_plain_path")
        return None if self._in_range(value) else self._range()

    def _in_range(self, value: Any) -> bool:
        if isinstance(value, bool) or not isinstance(value, int if self.type == "integer" else int | float):
            return False
        return number(abs(value)) is not None and self.least <= value and (self.most is None or value <= self.most)

    def _range(self) -> str:
        least, most, unit = figure(self.least), None if self.most is None else figure(self.most), self.unit
        whole = self.type == "integer"
        if unit is None and most is None:
            return phrase("fault.whole_above", least=least) if whole else phrase("fault.number_above", least=least)
        if unit is None and most is not None:
            if whole:
                return phrase("fault.whole_between", least=least, most=most)
            return phrase("fault.number_between", least=least, most=most)
        if unit is not None and most is not None:
            if whole:
                return phrase("fault.whole_of_between", unit=unit, least=least, most=most)
            return phrase("fault.number_of_between", unit=unit, least=least, most=most)
        if whole:
            return phrase("fault.whole_of_above", unit=unit or "", least=least)
        return phrase("fault.number_of_above", unit=unit or "", least=least)


class Limits(Value):
    """The least and the most that a program takes of a field."""

    least: float
    most: float


class Capabilities(Value):
    """Fields are spelled as in a configuration. One that stands neither in `fields` nor in `ignored` is refused."""

    fields: tuple[str, ...] = Field(description="Those that change what the program does")
    ignored: tuple[str, ...] = Field((), description="Those that are taken and have no effect")
    limits: dict[str, Limits] = Field({}, description="What the program takes of a field, where that is less")
    options: dict[str, Option] = Field({}, description="What may stand in `options`")
    gpu_algorithms: tuple[str, ...] = Field((), description="Algorithms that it computes on graphics cards alone")
    cpu_algorithms: tuple[str, ...] = Field(
        (),
        description="Where the algorithm decides what computes it: those of the processor; all others are of cards",
    )
    second_algorithms: tuple[str, ...] = Field(
        (), description="Where `second` is among `fields`: algorithms that it computes beside another one; none: any"
    )
    shared: tuple[str, ...] = Field((), description="Those of a pool that must be the same for all its pools")
    solo: bool = Field(False, description="Whether it can mine for a node, without a pool")
    pooled: bool = Field(True, description="Whether it can mine for a pool; false: for a node alone")
    verbs: tuple[Verb, ...] = Field((), description="What it does when it is told to while it runs")
