"""What the operator decides: a value comes from a flag, else a MINING_… variable, else the file, else the default."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, Self, get_args, get_origin

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError, ValidationInfo, field_validator

from mining.domain.alerts.heartbeat import heartbeat_issue
from mining.domain.alerts.notification import USUAL, Target, Topic
from mining.domain.alerts.quiet_hours import read_quiet_hours
from mining.domain.autostart import Autostart
from mining.domain.lists import parts, urls
from mining.domain.message import phrase
from mining.domain.miner import MINER_NAME
from mining.domain.retention import Retention
from mining.domain.rig_settings import RigSettings
from mining.domain.settings import Source
from mining.domain.units import figure, stretched
from mining.domain.validation import errors_in
from mining.domain.value import Value

LEVELS = {"debug": 10, "info": 20, "warning": 30, "error": 40}


class Mark(Enum):
    """What else is true of a setting; it stands in the setting's type: `Annotated[float, LIVE]`."""

    LIVE = "who uses it looks at it each time anew, so that it may be changed while the daemon runs"
    SECRET = "a text, or several, shown only masked"  # noqa: S105 - what the mark means


_HOURS, _DAYS = (BeforeValidator(partial(stretched, unit=unit)) for unit in "hd")
LIVE, SECRET = Mark.LIVE, Mark.SECRET


def _level(text: str) -> str:
    if text.lower() not in LEVELS:
        raise ValueError(phrase("fault.one_of", choices=", ".join(LEVELS)))
    return text.lower()


def _name(text: str) -> str:
    if not MINER_NAME.fullmatch(text):
        raise ValueError(phrase("fault.not_a_miner_name", name=text[:80]))
    return text


def _listed(value: Any) -> Any:
    """One target needs no list around it."""
    return (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else value


def _hours(text: str | None) -> str | None:
    if text is not None:
        read_quiet_hours(text)
    return text


def _heartbeat(url: str | None) -> str | None:
    if url is not None and (issue := heartbeat_issue(url, by_hand=True)) is not None:
        raise ValueError(issue)
    return url


class Settings(Value):
    """How one daemon runs."""

    data_dir: Path
    host: str | None = Field(None, description="Address to bind; absent: 127.0.0.1 and ::1")
    port: int = Field(8080, ge=0, le=65535)
    namespace: str = "/api/v1/mining"
    cors_origin: tuple[str, ...] = ()
    allowed_host: tuple[str, ...] = ()
    public_url: str | None = None
    tls_cert: Path | None = Field(None, description="The certificate, with those that signed it; absent: plain HTTP")
    tls_key: Path | None = Field(None, description="Its key, without a password", validate_default=True)
    unix_socket: Path | None = Field(None, description="Absent: daemon.sock in the data folder")
    auth: Literal["auto", "always", "off"] = Field(
        "auto", description="When a key is needed: from other machines, by everybody, never"
    )
    i_understand_no_auth: bool = Field(False, description="Beside auth off: that other machines need no key either")
    log_level: Annotated[str, AfterValidator(_level), LIVE] = "info"
    stop_miners_on_exit: Annotated[bool, LIVE] = False
    poll_interval: Annotated[float, BeforeValidator(stretched), LIVE] = Field(
        10.0, ge=0.5, le=3600, description="Seconds between polls while nobody watches"
    )
    live_poll_interval: Annotated[float, BeforeValidator(stretched), LIVE] = Field(
        2.0, ge=0.5, le=3600, description="The same while a WebSocket listens"
    )
    autostart: Annotated[bool, LIVE] = Field(True, description="Whether wanted miners start with the daemon")
    autostart_delay: Annotated[float, BeforeValidator(stretched), LIVE] = Field(
        5.0, ge=0, le=3600, description="Seconds until they do"
    )
    autostart_except: Annotated[tuple[Annotated[str, AfterValidator(_name)], ...], LIVE] = Field(
        (), max_length=256, description="Names of miners that only a person starts"
    )
    wallet_lock: Annotated[bool, LIVE] = Field(
        False, description="Whether a new payee must be confirmed; taken away again only in the file, by hand"
    )
    hot_temperature: Annotated[float, LIVE] = Field(
        85.0, ge=40, le=120, description="°C from which on a hot device needs attention"
    )
    keep_samples_hours: Annotated[int, _HOURS, LIVE] = Field(48, ge=1, le=720)
    keep_minutes_days: Annotated[int, _DAYS, LIVE] = Field(30, ge=1, le=3650, validate_default=True)
    keep_hours_days: Annotated[int | None, _DAYS, LIVE] = Field(
        None, ge=1, le=36500, description="Absent: for ever", validate_default=True
    )

    notify: Annotated[tuple[str, ...], BeforeValidator(_listed), LIVE, SECRET] = Field(
        (), max_length=32, repr=False, description="Apprise URLs; they hold secrets, so they are shown masked"
    )
    heartbeat_url: Annotated[str | None, AfterValidator(_heartbeat), LIVE, SECRET] = Field(
        None, repr=False, description="Where a sign of life goes, as Healthchecks.io takes it; shown masked"
    )
    heartbeat_interval: Annotated[float, BeforeValidator(stretched), LIVE] = Field(
        300.0, ge=60, le=86400, description="Seconds between two of them"
    )
    notify_about: Annotated[tuple[Topic, ...], LIVE] = USUAL
    quiet_hours: Annotated[
        str | None, BeforeValidator(lambda text: None if text == "none" else text), AfterValidator(_hours), LIVE
    ] = Field(None, description="Local time, such as 22:00-07:00")

    @field_validator("tls_key")
    @classmethod
    def _both_or_none(cls, key: Path | None, info: ValidationInfo) -> Path | None:
        if (key is None) != (info.data.get("tls_cert") is None):
            raise ValueError(phrase("fault.with_certificate"))
        return key

    @field_validator("keep_minutes_days")
    @classmethod
    def _no_less_than_samples(cls, days: int, info: ValidationInfo) -> int:
        hours = info.data.get("keep_samples_hours", 0)
        if days * 24 < hours:
            raise ValueError(phrase("fault.less_than_samples", least=-(-hours // 24), hours=figure(hours)))
        return days

    @field_validator("keep_hours_days")
    @classmethod
    def _no_less_than_minutes(cls, days: int | None, info: ValidationInfo) -> int | None:
        least = info.data.get("keep_minutes_days", 0)
        if days is not None and days < least:
            raise ValueError(phrase("fault.less_than_minutes", least=least))
        return days

    @property
    def targets(self) -> tuple[Target, ...]:
        """Who is told of what happens."""
        return tuple(Target(url) for url in self.notify)

    @property
    def rig_settings(self) -> RigSettings:
        """What the rig goes by."""
        days, hours = self.keep_minutes_days, self.keep_hours_days
        return RigSettings(
            interval=self.poll_interval,
            live_interval=self.live_poll_interval,
            stop_on_exit=self.stop_miners_on_exit,
            autostart=Autostart(self.autostart, self.autostart_delay, self.autostart_except),
            wallet_lock=self.wallet_lock,
            hot=self.hot_temperature,
            retention=Retention(self.keep_samples_hours * 3600, days * 86400, None if hours is None else hours * 86400),
        )

    def also(self, **values: Any) -> Self:
        """A copy with some values changed; ValidationError when they do not agree with the others."""
        return self.model_validate(dict(self) | values)


FIELDS = Settings.model_fields
VARIABLES = {name: f"MINING_{name.upper()}" for name in FIELDS}
SPELLINGS = {field.alias or name: name for name, field in FIELDS.items()}  # pollInterval → poll_interval
WIRE = {name: alias for alias, name in SPELLINGS.items()}


def marked(mark: Mark) -> frozenset[str]:
    """The settings that bear a mark."""
    return frozenset(name for name, each in FIELDS.items() if mark in each.metadata)


@dataclass(frozen=True)
class SettingInputs:
    """What the file, the variables and the flags say."""

    path: Path  # of the file, which may not be there yet
    data_dir: Path  # where nothing else is given
    file: Mapping[str, Any] = field(default_factory=dict)
    variables: Mapping[str, str] = field(default_factory=dict)
    flags: Mapping[str, Any] = field(default_factory=dict)


class SettingError(NamedTuple):
    """One thing that is wrong with one setting."""

    name: str
    field: str  # as it is spelled outside of Python, with the place inside: "autostartExcept[1]"
    issue: str
    source: Source

    def __str__(self) -> str:
        where = VARIABLES.get(self.name) if self.source == "variable" else None
        return f"{where or f'{self.name} ({self.source})'}: {self.issue}"


class InvalidSettings(Exception):
    """These settings cannot be used; the text names every error and its source."""

    def __init__(self, errors: tuple[SettingError, ...]) -> None:
        super().__init__("\n".join(["these settings cannot be used:", *(f"  {fault}" for fault in errors)]))
        self.errors = errors


class ResolvedSettings(NamedTuple):
    """Settings, the source of each value, and the inputs they were merged from."""

    settings: Settings
    sources: Mapping[str, Source]
    inputs: SettingInputs


def resolve(inputs: SettingInputs) -> ResolvedSettings:
    """Merge the inputs, the strongest last; InvalidSettings names all errors."""
    by: dict[Source, dict[str, Any]] = {
        "default": {"data_dir": str(inputs.data_dir)},
        "file": {name_of(str(key)): value for key, value in inputs.file.items()},
        "variable": {name: _read(name, text) for name, key in VARIABLES.items() if (text := inputs.variables.get(key))},
        "flag": {key: value for key, value in inputs.flags.items() if value not in (None, ())},
    }
    odd = [
        SettingError(name, WIRE.get(name, name), "is not text in UTF-8", source)
        for source, values in by.items()
        for name, value in values.items()
        if not _is_text(value)
    ]
    if odd:
        raise InvalidSettings(tuple(odd))
    sources: dict[str, Source] = dict.fromkeys(FIELDS, "default")
    whole: dict[str, Any] = {}
    for source, values in by.items():
        whole |= values
        sources |= dict.fromkeys(values, source)
    try:
        settings = Settings.model_validate_json(json.dumps(whole, default=str))
    except ValidationError as error:
        raise InvalidSettings(errors_of(error, sources)) from error
    paths = {name: path.expanduser().absolute() for name, path in settings if isinstance(path, Path)}
    return ResolvedSettings(settings.but(**paths), sources, inputs)


def no_setting(key: str, names: Iterable[str]) -> str:
    """What is wrong with a name that is no setting; `names` are the settings, as the caller spells them."""
    near = get_close_matches(key[:64], list(names), 3)
    return phrase("fault.no_setting_near", near=", ".join(near)) if near else phrase("fault.no_setting")


def name_of(key: str) -> str:
    """`poll-interval`, `poll_interval` and `pollInterval` are one."""
    key = key.replace("-", "_")
    return SPELLINGS.get(key, key)


def errors_of(error: ValidationError, sources: Mapping[str, Source]) -> tuple[SettingError, ...]:
    """The errors that are named, and their sources."""
    errors = []
    for raw, fault in zip(error.errors(include_url=False), errors_in(error), strict=False):  # of many, the first
        key = str(raw["loc"][0]) if raw["loc"] else "settings"
        name = name_of(key)
        inside = fault.field.removeprefix(key) if raw["loc"] else ""
        issue = fault.issue if name in FIELDS or not raw["loc"] else no_setting(name, FIELDS)
        errors.append(SettingError(name, WIRE.get(name, name) + inside, issue, sources.get(name, "default")))
    return tuple(errors)


def _is_text(value: Any) -> bool:
    """Whether every sign of a value is one, rather than a byte that stands for none."""
    try:
        json.dumps(value, default=str, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def _read(name: str, text: str) -> Any:
    """A variable's text as JSON would say it; what it cannot be is left for the check to name."""
    kind = FIELDS[name].annotation
    if name == "notify":
        return urls(text)
    if get_origin(kind) is tuple:
        return parts(text)
    if {kind, *get_args(kind)} & {str, Path}:
        return text
    try:
        return json.loads({"1": "true", "0": "false"}.get(text, text) if kind is bool else text)
    except ValueError:
        return text
