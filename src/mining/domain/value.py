"""Value, the frozen record that every noun of the domain is, spelled in camelCase wherever it leaves Python."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler, PlainSerializer, WithJsonSchema
from pydantic.alias_generators import to_camel
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema
from pydantic_core.core_schema import definitions_schema


class Value(BaseModel):
    """Frozen, strict (a string is never taken for a number), and closed (an unknown field is an error)."""

    model_config = ConfigDict(
        frozen=True,
        strict=True,
        extra="forbid",
        alias_generator=to_camel,
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        allow_inf_nan=False,
        json_schema_serialization_defaults_required=True,
    )

    def to_json(self, **how: Any) -> dict[str, Any]:
        """The value as JSON types with camelCase keys."""
        return self.model_dump(mode="json", by_alias=True, **how)

    def but(self, **changes: Any) -> Self:
        """A copy with some fields changed; the caller vouches for the types."""
        return self.model_copy(update=changes)


class ShownAs:
    """Stands in the type of a field whose JSON is described as that of a model."""

    def __init__(self, model: type[BaseModel]) -> None:
        self._model = model

    def __get_pydantic_json_schema__(self, _: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return handler(definitions_schema(self._model.__pydantic_core_schema__, []))  # so it is referred to by its name


def timestamp(moment: datetime) -> str:
    """ISO 8601 in UTC to the second, `2025-12-31T23:59:59Z`."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")[:19] + "Z"


@lru_cache(8192)
def moment(seconds: int) -> datetime:
    """Seconds since 1970 as a point in time; the past is asked for again and again in the same steps."""
    return datetime.fromtimestamp(seconds, UTC)


Moment = Annotated[
    datetime,
    PlainSerializer(timestamp, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]
"""A point in time, always with a zone, written as the API writes every time."""

Details = Mapping[str, Any]
