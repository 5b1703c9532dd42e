"""How routes are described in the OpenAPI document."""

from typing import Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, JsonValue, RootModel

from mining.api.envelope import Pagination
from mining.domain.profile import MOST_IMPORTED, ProfileDraft
from mining.domain.value import Value

T = TypeVar("T")


class Success(BaseModel, Generic[T]):
    """The envelope of every success."""

    success: Literal[True]
    data: T


class Page(BaseModel, Generic[T]):
    """One page of a list."""

    items: list[T]
    pagination: Pagination


class HealthReport(Value):
    """Whether the daemon itself is well."""

    status: Literal["ok", "degraded"]
    version: str
    problems: tuple[dict[str, Any], ...] = Field(description="Empty for foreign origins, who see only the status.")


class Keys(BaseModel):
    """Keys to type into the program's terminal."""

    model_config = ConfigDict(extra="forbid")

    input: str = Field(min_length=1, max_length=64, examples=["p"])


class Profile(ProfileDraft):
    """A profile to save. What is ours to say may come with it and is ignored."""

    id: Any = None
    created_at: Any = None
    updated_at: Any = None
    warnings: Any = None
    message: Any = None


class ProfilesImport(BaseModel):
    """What an export answered; each of `profiles` is judged by itself."""

    profiles: list[Any] = Field(max_length=MOST_IMPORTED)


class SomeSettings(RootModel[dict[str, JsonValue]]):
    """Values by setting, as GET tells them; null: the default. What is absent stays as it is."""


def parameter(name: str, description: str, schema: dict[str, Any]) -> dict[str, Any]:
    """One query parameter."""
    return {"name": name, "in": "query", "required": False, "description": description, "schema": schema}


def flag(name: str, description: str, default: bool = False) -> dict[str, Any]:
    """A query parameter that is true when it is there."""
    return {**parameter(name, description, {"type": "boolean", "default": default}), "allowEmptyValue": True}


def whole(name: str, description: str, default: int | None, least: int, most: int) -> dict[str, Any]:
    """A query parameter that is a whole number."""
    schema: dict[str, Any] = {"type": "integer", "minimum": least, "maximum": most}
    return parameter(name, description, schema if default is None else {**schema, "default": default})


def word(
    name: str, description: str, *choices: str, default: str | None = None, pattern: str | None = None
) -> dict[str, Any]:
    """A query parameter that is text, perhaps one of some words or of a form."""
    schema: dict[str, Any] = {"type": "string"}
    if pattern is not None:
        schema["pattern"] = pattern
    if choices:
        schema["enum"] = list(choices)
    if default is not None:
        schema["default"] = default
    return parameter(name, description, schema)


WINDOW = [
    whole("page", "Which page, from 1.", 1, 1, 10**9),
    whole("limit", "Items on a page.", 50, 1, 1000),
]


def query(*parameters: dict[str, Any], body: dict[str, Any] | None = None) -> dict[str, Any]:
    """What the framework does not see for itself: query parameters and the body."""
    extra: dict[str, Any] = {"parameters": list(parameters)} if parameters else {}
    if body is not None:
        extra["requestBody"] = body
    return extra


def json_body(model: str, *, required: bool, example: dict[str, Any] | None = None) -> dict[str, Any]:
    """A JSON body that is described by a schema of the document."""
    media: dict[str, Any] = {"schema": {"$ref": f"#/components/schemas/{model}"}}
    if example is not None:
        media["example"] = example
    return {"required": required, "content": {"application/json": media}}


SEED_CONFIG = {
    "pool": "stratum+tcp://pool.supportxmr.com:3333",
    "wallet": "YOUR_WALLET_ADDRESS",
    "algo": "rx/0",
    "threads": 4,
    "cpuPriority": 3,
    "cuda": {"enabled": False, "devices": []},
    "opencl": {"enabled": False, "devices": []},
}
