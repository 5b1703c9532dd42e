"""Capabilities, what a program can do with a configuration, declared by its adapter and shown to everybody."""

from typing import Any, Literal

from pydantic import Field

from mining.domain.units import number
from mining.domain.value import Value

Verb = Literal["pause", "resume"]


class Option(Value):
    """One thing that only this program knows, a key of a configuration's `options`."""

    about: str = Field(description="What it does, in a sentence")
    type: Literal["boolean", "choice", "integer", "number"] = "boolean"
    default: bool | int | float | str | None = Field(None, description="null: the program decides")
    choices: tuple[bool | str, ...] = Field((), description="of a choice")
    least: float = Field(0, description="of an integer or a number")
    most: float | None = Field(None, description="of an integer or a number; null: no limit of its own")
    unit: str | None = None

    def issue(self, value: Any) -> str | None:
        """What is wrong with a value; None when it can be used."""
        if self.type == "boolean":
            fits, must = isinstance(value, bool), "true or false"
        elif self.type == "choice":
            fits = any(type(value) is type(choice) and value == choice for choice in self.choices)
            must = "one of " + ", ".join(str(choice).lower() for choice in self.choices)
        else:
            fits, must = self._in_range(value), self._range()
        return None if fits else f"must be {must}"

    def _in_range(self, value: Any) -> bool:
        if isinstance(value, bool) or not isinstance(value, int if self.type == "integer" else int | float):
            return False
        return number(abs(value)) is not None and self.least <= value and (self.most is None or value <= self.most)

    def _range(self) -> str:
        kind = "a whole number" if self.type == "integer" else "a number"
        unit = f" of {self.unit}" if self.unit else ""
        return (
            f"{kind}{unit}, {self.least:g} or more"
            if self.most is None
            else (f"{kind}{unit} from {self.least:g} to {self.most:g}")
        )


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
    solo: bool = Field(False, description="Whether it can mine for a node, without a pool")
    verbs: tuple[Verb, ...] = Field((), description="What it does when it is told to while it runs")
