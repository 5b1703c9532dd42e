"""What only the API has: the envelopes of successes, and the few values that are nobody else's."""

from collections.abc import Mapping
from typing import Any, Generic, Literal, TypeVar

from pydantic import BaseModel, Field, JsonValue, RootModel

from mining.api.envelope import Pagination
from mining.domain.message import Param
from mining.domain.principal import Role, Via
from mining.domain.value import Value
from mining.domain.wording import Worded, worded

T = TypeVar("T")


class Success(BaseModel, Generic[T]):
    """The envelope of every success."""

    success: bool = Field(description="Always true.", examples=[True])
    data: T


class Page(BaseModel, Generic[T]):
    """One page of a list."""

    items: list[T]
    pagination: Pagination


class Asker(Value):
    """Who asks, as far as the gate can tell."""

    role: Role = Field(description="What it may do.")
    via: Via = Field(description="By what it was let in: from this machine, by a key, as a page of that kind of site.")
    masked: bool = Field(description="Whether wallets, paths and secrets are hidden from it.")


class Index(Value):
    """What stands where."""

    title: str
    version: str
    links: dict[str, str] = Field(description="Where to go on, by name.")
    you: Asker


class Problem(Worded):
    """Something that is wrong with the daemon itself."""

    code: str = Field(examples=["STORAGE"])
    text: str
    miner: str | None = Field(None, description="Whose it is; null: everybody's.")
    message: str | None = Field(None, description="The code of `text`; null where it has none.")
    params: dict[str, Param] = Field({}, description="What `text` speaks of, by name.")

    @classmethod
    def of(cls, problem: Mapping[str, Any]) -> "Problem":
        """As it is told, with its code where it has one."""
        return cls.model_validate({**problem, **worded(problem["text"])})


class HealthReport(Value):
    """Whether the daemon itself is well."""

    status: Literal["ok", "degraded"]
    version: str
    problems: tuple[Problem, ...] = Field(description="Empty for foreign origins, who see only the status.")


class Keys(Value):
    """Keys to type into the program's terminal."""

    input: str = Field(min_length=1, max_length=64, examples=["p"])


class SomeSettings(RootModel[dict[str, JsonValue]]):
    """Values by setting, as GET tells them; null: the default. What is absent stays as it is."""


class AnyConfig(RootModel[dict[str, JsonValue]]):
    """A Config, also one with wrong or missing fields."""
