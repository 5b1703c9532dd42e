"""What the operator decides: a value is a flag's, else a MINING_… variable's, else the file's, else the default."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError

from mining.domain.notice import USUAL, Target, Topic
from mining.domain.quiet import read_quiet_hours
from mining.domain.value import Value

APP = "lethean-desktop"  # the folder name that the specification's paths use


def _listed(said: Any) -> Any:
    """One target needs no list around it."""
    return (said,) if isinstance(said, str) else tuple(said) if isinstance(said, list) else said


def _hours(text: str | None) -> str | None:
    if text is not None:
        read_quiet_hours(text)
    return text


class Settings(Value):
    """How one daemon runs."""

    data_dir: Path
    host: str | None = Field(None, description="Address to bind; absent: 127.0.0.1 and ::1")
    port: int = Field(8080, ge=0, le=65535)
    namespace: str = "/api/v1/mining"
    cors_origin: tuple[str, ...] = ()
    allowed_host: tuple[str, ...] = ()
    public_url: str | None = None
    log_level: str = "info"
    stop_miners_on_exit: bool = False
    poll_interval: float = Field(10.0, ge=0.5, le=3600, description="Seconds between polls while nobody watches")
    live_poll_interval: float = Field(2.0, ge=0.5, le=3600, description="The same while a WebSocket listens")
    notify: Annotated[tuple[Target, ...], BeforeValidator(_listed)] = Field(
        (), max_length=32, description="Apprise URLs; they hold secrets, so they are shown masked"
    )
    notify_about: tuple[Topic, ...] = USUAL
    quiet_hours: Annotated[
        str | None, BeforeValidator(lambda said: None if said == "none" else said), AfterValidator(_hours)
    ] = Field(None, description="Local time, such as 22:00-07:00")


Source = Literal["default", "file", "variable", "flag"]
VARIABLES = {name: f"MINING_{name.upper()}" for name in Settings.model_fields}
_SPELLINGS = {field.alias or name: name for name, field in Settings.model_fields.items()}
_LISTS = {"cors_origin", "allowed_host", "notify_about"}
_TEXTS = {"data_dir", "host", "namespace", "public_url", "log_level", "quiet_hours"}
_NEXT_URL = re.compile(r"[,\s]\s*(?=[A-Za-z][\w+.-]*://)")  # a URL may hold commas of its own


class WrongSettings(Exception):
    """These settings cannot be used; the text names every fault and where it was said."""


class Resolved(NamedTuple):
    """Settings, and where each of their values comes from."""

    settings: Settings
    sources: Mapping[str, Source]


def resolve(
    file: Mapping[str, Any], variables: Mapping[str, str], flags: Mapping[str, Any], data_dir: Path
) -> Resolved:
    """Merge what was said, the strongest last; `data_dir` is where nobody said. WrongSettings names all faults."""
    said: dict[Source, dict[str, Any]] = {
        "default": {"data_dir": str(data_dir)},
        "file": {_name(str(key)): value for key, value in file.items()},
        "variable": {name: _read(name, variables[key]) for name, key in VARIABLES.items() if variables.get(key)},
        "flag": {key: value for key, value in flags.items() if value not in (None, ())},
    }
    sources: dict[str, Source] = dict.fromkeys(Settings.model_fields, "default")
    whole: dict[str, Any] = {}
    for source, values in said.items():
        whole |= values
        sources |= dict.fromkeys(values, source)
    try:
        settings = Settings.model_validate_json(json.dumps(whole, default=str))
    except ValidationError as error:
        faults = [f"  {_where(fault['loc'], sources)}: {fault['msg']}" for fault in error.errors()]
        raise WrongSettings("\n".join(["these settings cannot be used:", *faults])) from error
    return Resolved(settings.but(data_dir=settings.data_dir.expanduser().absolute()), sources)


def _name(key: str) -> str:
    key = key.replace("-", "_")
    return _SPELLINGS.get(key, key)


def _read(name: str, text: str) -> Any:
    """A variable's text as JSON would say it; what it cannot be is left for the check to name."""
    if name in _TEXTS:
        return text
    if name == "notify":
        return [part.strip() for part in _NEXT_URL.split(text)]
    if name in _LISTS:
        return [part.strip() for part in text.split(",") if part.strip()]
    try:
        return json.loads({"1": "true", "0": "false"}.get(text, text) if name == "stop_miners_on_exit" else text)
    except ValueError:
        return text


def _where(place: tuple[int | str, ...], sources: Mapping[str, Source]) -> str:
    name = _name(str(place[0])) if place else "?"
    source = sources.get(name, "default")
    return f"{VARIABLES.get(name, name)}" if source == "variable" else f"{name} ({source})"
