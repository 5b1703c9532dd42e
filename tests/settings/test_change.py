"""What a change of the settings would do: what counts, what is written, and everything that is refused."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from mining.domain.errors import InvalidRequest, NotSupported
from mining.settings import (
    FIELDS,
    LIVE,
    SPELLINGS,
    VARIABLES,
    WIRE,
    InvalidSettings,
    ResolvedSettings,
    SettingInputs,
    marked,
    resolve,
)
from mining.settings.change import Plan, plan
from mining.settings.secret import Masks

FILE = Path("/etc/mining/config.yaml")
NOBODY: frozenset[str] = frozenset()
FIXED = {
    "dataDir", "host", "port", "namespace", "corsOrigin", "allowedHost", "publicUrl", "tlsCert", "tlsKey", "unixSocket",
    "auth", "iUnderstandNoAuth",
}  # fmt: skip


def a_daemon(file: Mapping[str, Any] | None = None, **more: Any) -> ResolvedSettings:
    return resolve(SettingInputs(FILE, Path("/data"), file or {}, **more))


def change(now: ResolvedSettings, file: Mapping[str, Any] | None = None, **asked: Any) -> Plan:
    return plan(now, now.inputs.file if file is None else file, asked, NOBODY, Masks())


def errors(now: ResolvedSettings, file: Mapping[str, Any] | None = None, **asked: Any) -> dict[str, str]:
    with pytest.raises(InvalidRequest) as refused:
        change(now, file, **asked)
    return {fault.field: fault.issue for fault in refused.value.errors}


def test_what_is_named_changes_and_the_rest_stays() -> None:
    now = a_daemon({"port": 9000, "log-level": "warning"})
    done = change(now, pollInterval=5, logLevel="debug")
    assert done.after.settings == now.settings.but(poll_interval=5.0, log_level="debug")
    assert dict(done.edits) == {"poll_interval": 5, "log_level": "debug"}
    told = {each.name: (each.old, each.new) for each in done.changes}
    assert told == {"pollInterval": (10.0, 5.0), "logLevel": ("warning", "debug")}
    assert (done.after.sources["poll_interval"], done.waiting) == ("file", ())


def test_all_values_of_a_daemon_can_be_sent_back_and_change_nothing() -> None:
    now = a_daemon(
        {"port": 9000, "keep-hours-days": None, "poll-interval": 10, "autostart-except": ["one"]},
        variables={"MINING_HOST": "127.0.0.1", "MINING_LOG_LEVEL": "debug"},
        flags={"public_url": "https://rig.example"},
    )
    done = change(now, **now.settings.to_json())
    assert (done.edits, done.changes, done.after.settings) == ({}, (), now.settings)


def test_null_goes_back_to_the_default_and_takes_the_name_out_of_the_file() -> None:
    now = a_daemon({"pollInterval": 60, "autostart-except": ["one"], "live_poll_interval": 2})
    done = change(now, pollInterval=None, autostartExcept=None, livePollInterval=None, logLevel=None)
    assert dict(done.edits) == {"poll_interval": None, "autostart_except": None, "live_poll_interval": None}
    assert (done.after.settings.poll_interval, done.after.settings.autostart_except) == (10.0, ())
    assert done.after.sources["poll_interval"] == "default"
    assert [each.name for each in done.changes] == ["pollInterval", "autostartExcept"]


def test_every_fault_is_named_at_once() -> None:
    now = a_daemon({"port": 9000})
    found = errors(
        now, pollIntervall=5, port=9001, pollInterval="often", autostartExcept=["one", "N O"], logLevel="loud",
        keepSamplesHours=100_000, autostart=1, stopMinersOnExit="yes", corsOrigin=["*"], poll_interval=5,
    )  # fmt: skip
    assert found.keys() == {
        "pollIntervall", "port", "pollInterval", "autostartExcept[1]", "logLevel", "keepSamplesHours", "autostart",
        "stopMinersOnExit", "corsOrigin", "poll_interval",
    }  # fmt: skip
    assert "did you mean pollInterval" in found["pollIntervall"]
    assert str(FILE) in found["port"]


def test_who_may_ask_and_where_it_lives_is_never_changed_here() -> None:
    assert {FIELDS[name].alias or name for name in FIELDS.keys() - marked(LIVE)} == FIXED
    now = a_daemon({"port": 9000, "cors-origin": ["https://a.example"]})
    others = {
        "dataDir": "/tmp", "host": "0.0.0.0", "port": None, "namespace": "/n", "corsOrigin": None,
        "allowedHost": ["evil.example"], "publicUrl": "https://evil.example",
        "tlsCert": "/tmp/a", "tlsKey": "/tmp/b", "unixSocket": "/tmp/c", "auth": "off", "iUnderstandNoAuth": True,
    }  # fmt: skip
    assert errors(now, **others).keys() == FIXED


@pytest.mark.parametrize("value", [True, "5x", None, float("nan"), float("inf"), [5], {"a": 5}, 10**400, "\ud800", -1])
def test_no_value_whatever_it_is_does_harm(value: Any) -> None:
    now = a_daemon({"poll-interval": 60})
    if value is None:
        assert change(now, pollInterval=value).after.settings.poll_interval == 10.0
    else:
        assert errors(now, pollInterval=value)


@pytest.mark.parametrize("value", [7, None])
def test_what_a_variable_or_a_flag_says_is_refused_with_its_name(value: Any) -> None:
    now = a_daemon(
        variables={"MINING_POLL_INTERVAL": "5"}, flags={"autostart_delay": 1.0, "autostart": False, "port": 9000}
    )
    with pytest.raises(NotSupported) as refused:
        change(now, pollInterval=value, autostartDelay=value, autostart=True, logLevel="debug")
    assert refused.value.details["overriddenBy"] == {
        "pollInterval": "MINING_POLL_INTERVAL", "autostartDelay": "--autostart-delay", "autostart": "--no-autostart",
    }  # fmt: skip
    assert "MINING_POLL_INTERVAL" in refused.value.message


def test_what_a_person_wrote_into_the_file_meanwhile_is_kept_and_told() -> None:
    now = a_daemon({"port": 9000})
    edited = {"port": 9001, "poll-interval": 30, "logLevel": "debug"}
    done = change(now, edited, autostart=False)
    assert dict(done.edits) == {"autostart": False}
    assert (done.after.settings.port, done.after.settings.poll_interval) == (9000, 10.0), "they wait for a restart"
    assert done.waiting == ("port", "logLevel", "pollInterval")
    back = change(now, edited, **now.settings.to_json())
    assert back.edits == {}, "what runs was sent back, so that the file goes on saying otherwise"


def test_a_file_with_faults_of_its_own_is_left_alone_unless_they_are_mended() -> None:
    now = a_daemon()
    broken = {"poll-interval": "often", "prot": 1}
    with pytest.raises(NotSupported, match=r"errors of its own.*poll_interval \(file\).*prot"):
        change(now, broken, logLevel="debug")
    assert change(now, {"poll-interval": "often"}, pollInterval=5).after.settings.poll_interval == 5.0
    assert errors(now, broken, logLevel="loud").keys() == {"logLevel"}


@pytest.mark.parametrize(
    ("asked", "wrong"),
    [
        ({"keepSamplesHours": 720}, None),
        ({"keepSamplesHours": 721}, "keepSamplesHours"),
        ({"keepMinutesDays": 1}, "keepMinutesDays"),
        ({"keepSamplesHours": 24, "keepMinutesDays": 1}, None),
        ({"keepSamplesHours": 720, "keepMinutesDays": 29}, "keepMinutesDays"),
        ({"keepHoursDays": 29}, "keepHoursDays"),
        ({"keepHoursDays": 30}, None),
        ({"keepHoursDays": None}, None),
        ({"keepMinutesDays": 31, "keepHoursDays": 30}, "keepHoursDays"),
    ],
)
def test_the_coarser_are_kept_at_least_as_long_as_the_finer(asked: dict[str, Any], wrong: str | None) -> None:
    if wrong is None:
        change(a_daemon(), **asked)
    else:
        assert errors(a_daemon(), **asked).keys() == {wrong}


def test_a_value_that_only_suits_a_file_edited_meanwhile_is_refused_until_then() -> None:
    now = a_daemon({"keep-minutes-days": 2})
    later = {"keep-minutes-days": 60}
    assert errors(now, later, keepSamplesHours=72) == {
        "keepMinutesDays": "must be at least 3, for samples are kept for 72 hours"
    }
    assert change(now, later, keepSamplesHours=72, keepMinutesDays=60).after.settings.keep_samples_hours == 72


def test_a_secret_is_masked_and_its_mask_stands_for_it() -> None:
    secrets, masks = frozenset({"autostart_except"}), Masks()
    now = a_daemon({"autostart-except": ["one", "two"]})
    one, two = masks.shown(["one", "two"])
    same = plan(now, now.inputs.file, {"autostartExcept": [one, two]}, secrets, masks)
    assert same.edits == {}
    done = plan(now, now.inputs.file, {"autostartExcept": ["three", two]}, secrets, masks)
    assert done.after.settings.autostart_except == ("three", "two")
    assert done.edits["autostart_except"] == ["three", "two"]
    assert "two" not in str(done.changes)
    with pytest.raises(InvalidRequest, match="write the value in full"):
        plan(now, now.inputs.file, {"autostartExcept": [Masks(b"another daemon's").shown("one")]}, secrets, masks)


def test_each_setting_has_one_variable_and_one_spelling() -> None:
    assert len(set(VARIABLES.values())) == len(SPELLINGS) == len(FIELDS)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("poll_interval", "300", 300.0),
        ("poll_interval", "300s", 300.0),
        ("poll_interval", "5m", 300.0),
        ("poll_interval", "0.5s", 0.5),
        ("live_poll_interval", "1m", 60.0),
        ("autostart_delay", "1h", 3600.0),
        ("keep_samples_hours", "3d", 72),
        ("keep_samples_hours", "72", 72),
        ("keep_minutes_days", "40d", 40),
        ("keep_hours_days", "40d", 40),
    ],
)
def test_a_duration_is_taken_in_every_form_from_everywhere(name: str, text: str, value: float) -> None:
    by_file, by_flag = a_daemon({name: text}), a_daemon(flags={name: text})
    by_variable = a_daemon(variables={VARIABLES[name]: text})
    assert [getattr(each.settings, name) for each in (by_file, by_flag, by_variable)] == [value] * 3
    done = change(a_daemon(), **{WIRE[name]: text})
    assert getattr(done.after.settings, name) == value
    assert done.edits == {name: text}


@pytest.mark.parametrize("text", ["5 minutes", "-5m", "5w", "", "m", "2h", "1.5.5s", "٣s"])
def test_what_is_no_duration_or_too_long_is_refused(text: str) -> None:
    assert "livePollInterval" in errors(a_daemon(), livePollInterval=text)


def test_retention_in_parts_of_its_unit_is_refused() -> None:
    assert errors(a_daemon(), keepMinutesDays="60h") == {"keepMinutesDays": "must be a whole number"}


@pytest.mark.parametrize(
    ("source", "inputs"),
    [
        ("variable", {"variables": {"MINING_NOTIFY": "ntfy://\udcff"}}),
        ("flag", {"flags": {"notify": ["\udcff"]}}),
        ("file", {"file": {"notify": "\ud800"}}),
    ],
)
def test_bytes_that_are_no_text_are_told_with_their_setting(source: str, inputs: dict[str, Any]) -> None:
    with pytest.raises(InvalidSettings) as refused:
        resolve(SettingInputs(FILE, Path("/data"), **inputs))
    assert [(each.name, each.source, each.issue) for each in refused.value.errors] == [
        ("notify", source, "is not text in UTF-8")
    ]


def test_a_name_that_is_no_setting_is_answered_with_the_near_ones() -> None:
    with pytest.raises(InvalidSettings, match=r"log_levl \(file\): is not a setting; did you mean log_level\?"):
        a_daemon({"log_levl": "debug"})
    with pytest.raises(InvalidSettings, match=r"zzz \(file\): is not a setting$"):
        a_daemon({"zzz": "debug"})


def test_of_a_hundred_faults_the_first_are_named() -> None:
    with pytest.raises(InvalidSettings) as refused:
        a_daemon({"notify": [{}] * 100})
    assert 50 <= len(refused.value.errors) <= 51
