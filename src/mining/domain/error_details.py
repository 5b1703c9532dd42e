"""What is known of an error beside its sentence, for programs."""

from pydantic import ConfigDict, Field

from mining.domain.value import Value
from mining.domain.wording import WORDING, Wording


class FieldError(Value):
    """One thing that is wrong with one field, parameter or header."""

    field: str = Field(description="As the asker spells it: `pools[1].tls`.")
    issue: str
    wording: Wording | None = Field(None, description=f"`issue`: {WORDING}")


class ErrorDetails(Value):
    """What is known of an error beside its sentence; more keys come with some codes."""

    model_config = ConfigDict(extra="allow")

    field: str | None = Field(None, description="Of bad input: the first of `fields`.")
    issue: str | None = None
    fields: tuple[FieldError, ...] = Field((), description="Of bad input: all that is wrong.")
    wording: Wording | None = Field(None, description=f"The error's `message`: {WORDING}")
    request_id: str | None = Field(None, description="Of 500: the log has it under this id.")
