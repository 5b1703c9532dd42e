"""The settings of a running daemon as others see and change them."""

from collections.abc import Mapping
from typing import Any, Literal, Protocol

from pydantic import Field, JsonValue

from mining.domain.principal import Principal
from mining.domain.request_body import object_in
from mining.domain.value import Value
from mining.domain.wording import WARNING_WORDINGS, Text, Wording

Source = Literal["default", "file", "variable", "flag"]


class SettingsView(Value):
    """Every setting of a running daemon, and what may be done about it."""

    values: dict[str, JsonValue] = Field(description="What counts now; secrets are masked.")
    sources: dict[str, Source] = Field(
        description="Where each value comes from: a flag wins over a variable, that over the file."
    )
    changeable: tuple[str, ...] = Field(description="Those that PUT may change; the others only in the file.")
    secret: tuple[str, ...] = Field(description="Those that are masked; a masked value sent back stands for itself.")
    file: str | None = Field(description="The file that PUT writes; null for foreign origins.")


class SettingChange(Value):
    """One setting before and after."""

    name: str
    old: JsonValue
    new: JsonValue


class SettingsChanged(SettingsView):
    """The answer to a change: all settings, what became of some, and what to know."""

    changes: tuple[SettingChange, ...]
    message: str
    warnings: tuple[Text, ...] = ()
    warning_wordings: tuple[Wording, ...] = Field((), description=WARNING_WORDINGS)


class OperatorSettings(Protocol):
    """What the operator decides, and may change while the daemon runs."""

    @property
    def form(self) -> Value:
        """All settings as they are by default: an example, whose type is their form."""

    def view(self) -> SettingsView:
        """Every setting as of now."""

    async def change(self, requested: Mapping[str, Any], *, who: Principal) -> SettingsChanged:
        """Write these values into the file and go by them; None takes one out of it. A MiningError changes nothing."""


def read_change(raw: bytes | str) -> dict[str, Any]:
    """An object of values by setting; InvalidRequest when it is none."""
    return object_in(raw, '{"pollInterval": 5}')
