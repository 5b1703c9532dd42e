"""What a change of the settings would do, decided before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from mining.domain.errors import MOST_FAULTS, ErrorDetail, InvalidRequest, NotSupported
from mining.domain.message import listed, phrase
from mining.domain.settings import SettingChange
from mining.settings import (
    LIVE,
    SPELLINGS,
    VARIABLES,
    WIRE,
    InvalidSettings,
    ResolvedSettings,
    SettingInputs,
    Settings,
    errors_of,
    marked,
    name_of,
    no_setting,
    resolve,
)
from mining.settings.secret import Masks


@dataclass(frozen=True)
class Plan:
    """A change that may be made."""

    after: ResolvedSettings  # what counts then
    edits: Mapping[str, Any]  # what the file is to say by name; None: nothing
    changes: tuple[SettingChange, ...]  # values that become others, secrets masked
    waiting: tuple[str, ...]  # what the file says otherwise, since a person edited it, and what waits for a restart


def plan(
    now: ResolvedSettings, file: Mapping[str, Any], requested: Mapping[str, Any], secrets: frozenset[str], masks: Masks
) -> Plan:
    """Decide on a change, given what the file says at this moment.

    InvalidRequest names every fault; NotSupported when a flag or variable would win, or the file has errors of its own.
    """
    edits, errors = _wanted(now, requested, secrets, masks)
    inputs = _with_edits(now.inputs, file, edits)
    try:
        then = resolve(inputs)
    except InvalidSettings as error:
        own = _names_with_errors(_with_edits(now.inputs, file, {}))
        mine = [fault for fault in error.errors if fault.name in edits or fault.name not in own]
        errors += [ErrorDetail(fault.field, fault.issue) for fault in mine]
        if errors:
            raise InvalidRequest(errors) from error
        issues = "; ".join(map(str, error.errors))
        raise NotSupported(phrase("refuse.file_errors", path=str(now.inputs.path), issues=issues)) from error
    if errors:
        raise InvalidRequest(errors)
    _refuse_overridden(now, edits)
    settings = _together(now, then.settings, edits)
    old, new, later = now.settings.to_json(), settings.to_json(), then.settings.to_json()
    changes = []
    for name in edits:
        before, after = old[WIRE[name]], new[WIRE[name]]
        if before != after:
            shown = (masks.shown(before), masks.shown(after)) if name in secrets else (before, after)
            changes.append(SettingChange(name=WIRE[name], old=shown[0], new=shown[1]))
    sources = dict(now.sources) | {name: then.sources[name] for name in edits}
    waiting = tuple(field for field, value in later.items() if value != new[field])
    return Plan(ResolvedSettings(settings, sources, inputs), edits, tuple(changes), waiting)


def _wanted(
    now: ResolvedSettings, requested: Mapping[str, Any], secrets: frozenset[str], masks: Masks
) -> tuple[dict[str, Any], list[ErrorDetail]]:
    """What of all that is asked for is not so already, and what cannot be asked for."""
    edits: dict[str, Any] = {}
    errors: list[ErrorDetail] = []
    values, live = now.settings.to_json(), marked(LIVE)
    for field, value in requested.items():
        name = SPELLINGS.get(field)
        if name is None:
            near = SPELLINGS if len(errors) < MOST_FAULTS else ()  # to look for near ones takes long
            errors.append(ErrorDetail(field[:64], no_setting(field[:64], near)))
            continue
        if name in secrets:
            try:
                value = masks.unmasked(value, values[field])
            except ValueError as error:
                errors.append(ErrorDetail(field, error.args[0]))
                continue
        if _same(value, values[field]) or (value is None and now.sources[name] == "default"):
            continue
        if name in live:
            edits[name] = value
        else:
            errors.append(ErrorDetail(field, phrase("fault.by_hand_alone", path=str(now.inputs.path))))
    return edits, errors


def _same(value: Any, other: Any) -> bool:
    return bool(value == other) and isinstance(value, bool) == isinstance(other, bool)


def _with_edits(inputs: SettingInputs, file: Mapping[str, Any], edits: Mapping[str, Any]) -> SettingInputs:
    unchanged = {key: value for key, value in file.items() if name_of(key) not in edits}
    new = {name: value for name, value in edits.items() if value is not None}
    return SettingInputs(inputs.path, inputs.data_dir, unchanged | new, inputs.variables, inputs.flags)


def _names_with_errors(inputs: SettingInputs) -> set[str]:
    try:
        resolve(inputs)
    except InvalidSettings as error:
        return {fault.name for fault in error.errors}
    return set()


def _refuse_overridden(now: ResolvedSettings, edits: Mapping[str, Any]) -> None:
    winners = {}
    for name in edits:
        if now.sources[name] == "variable":
            winners[WIRE[name]] = VARIABLES[name]
        elif now.sources[name] == "flag":
            winners[WIRE[name]] = f"{'--no-' if now.inputs.flags[name] is False else '--'}{name.replace('_', '-')}"
    if winners:
        overridden = listed(phrase("refuse.set_by", field=field, winner=winner) for field, winner in winners.items())
        raise NotSupported(phrase("refuse.overridden", winners=overridden), overriddenBy=winners)


def _together(now: ResolvedSettings, then: Settings, edits: Mapping[str, Any]) -> Settings:
    """The running settings with the new values among them."""
    try:
        return now.settings.also(**{name: getattr(then, name) for name in edits})
    except ValidationError as error:  # with values that run, though the file says others by now
        raise InvalidRequest(
            [ErrorDetail(fault.field, fault.issue) for fault in errors_of(error, now.sources)]
        ) from error
