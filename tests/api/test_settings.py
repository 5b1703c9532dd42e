"""Settings over HTTP: what is told to whom, and what may be changed."""

import pytest

from mining.settings import FIELDS, WIRE
from tests.api.paper_settings import DATA
from tests.api.serving import Served, data_of, error_of

FOREIGN = {"Origin": "https://elsewhere.example"}
TEXT = "# mine\nport: 9000 # ours\npoll-interval: 60\n"


@pytest.fixture
def kept(here: Served) -> Served:
    here.settings.begin_anew(TEXT, variables={"MINING_LOG_LEVEL": "warning"}, flags={"host": "127.0.0.1"})
    return here


def test_every_setting_is_told_with_who_said_it(kept: Served) -> None:
    told = data_of(kept.ask("/settings"))
    assert told["values"].keys() == told["sources"].keys() == set(WIRE.values())
    assert len(FIELDS) == len(told["values"])
    for name, value, source in (
        ("port", 9000, "file"), ("logLevel", "warning", "variable"), ("host", "127.0.0.1", "flag"),
        ("livePollInterval", 2.0, "default"), ("dataDir", str(DATA), "default"), ("keepHoursDays", None, "default"),
    ):  # fmt: skip
        assert (told["values"][name], told["sources"][name]) == (value, source), name
    assert told["file"] == str(kept.settings.file)
    assert "pollInterval" in told["changeable"]
    assert not {"port", "dataDir", "corsOrigin"} & set(told["changeable"])
    assert told["secret"] == ["notify", "heartbeatUrl"]


def test_a_change_is_written_applied_and_told_with_old_and_new(kept: Served) -> None:
    done = data_of(kept.ask("/settings", "PUT", json={"pollInterval": 5, "autostartExcept": ["one"]}))
    assert done["changes"] == [
        {"name": "pollInterval", "old": 60.0, "new": 5.0},
        {"name": "autostartExcept", "old": [], "new": ["one"]},
    ]
    assert str(kept.settings.file) in done["message"]
    assert done["warnings"] == []
    assert {key: value for key, value in done.items() if key in data_of(kept.ask("/settings"))} == data_of(
        kept.ask("/settings")
    )
    assert kept.settings.file.read_text() == TEXT.replace("60", "5") + "autostart-except: [one]\n"
    assert [settings.poll_interval for settings in kept.settings.applied] == [5.0]
    (told,) = kept.settings.told_of
    text = "Settings were changed by API 127.0.0.1. pollInterval: 60 → 5. autostartExcept: none → one."
    assert (*told[:2], str(told[2]), told[3].name, told[4]) == (
        None,
        "settings",
        text,
        "API 127.0.0.1",
        {"changes": done["changes"]},
    )


def test_what_was_read_can_be_sent_back_and_nothing_happens(kept: Served) -> None:
    values = data_of(kept.ask("/settings"))["values"]
    done = data_of(kept.ask("/settings", "PUT", json=values))
    assert (done["changes"], done["values"]) == ([], values)
    assert "nothing was written" in done["message"]
    assert (kept.settings.file.read_text(), kept.settings.applied, kept.settings.told_of) == (TEXT, [], [])
    assert data_of(kept.ask("/settings", "PUT", json={}))["changes"] == []


def test_null_goes_back_to_the_default(kept: Served) -> None:
    done = data_of(kept.ask("/settings", "PUT", json={"pollInterval": None}))
    assert (done["values"]["pollInterval"], done["sources"]["pollInterval"]) == (10.0, "default")
    assert kept.settings.file.read_text() == "# mine\nport: 9000 # ours\n"


def test_every_fault_is_named_at_once_and_nothing_is_written(kept: Served) -> None:
    body = {"pollInterval": 0.1, "port": 9001, "nothing": 1, "livePollInterval": 1}
    answer = kept.ask("/settings", "PUT", json=body)
    assert error_of(answer) == (400, "INVALID_REQUEST")
    errors = {fault["field"]: fault["issue"] for fault in answer.json()["error"]["details"]["fields"]}
    assert errors.keys() == {"pollInterval", "port", "nothing"}
    assert str(kept.settings.file) in errors["port"]
    assert kept.settings.file.read_text() == TEXT


def test_what_a_variable_says_is_refused_with_its_name(kept: Served) -> None:
    answer = kept.ask("/settings", "PUT", json={"logLevel": "debug", "pollInterval": 5})
    assert error_of(answer) == (409, "NOT_SUPPORTED")
    assert answer.json()["error"]["details"]["overriddenBy"] == {"logLevel": "MINING_LOG_LEVEL"}
    assert kept.settings.file.read_text() == TEXT


def test_a_file_that_somebody_broke_is_refused_with_its_name(kept: Served) -> None:
    kept.settings.file.write_text("port: [")
    answer = kept.ask("/settings", "PUT", json={"pollInterval": 5})
    assert error_of(answer) == (409, "NOT_SUPPORTED")
    assert str(kept.settings.file) in answer.json()["error"]["message"]
    assert kept.settings.file.read_text() == "port: ["


def test_what_the_file_says_otherwise_by_now_is_told(kept: Served) -> None:
    kept.settings.file.write_text(TEXT.replace("9000", "9001"))
    done = data_of(kept.ask("/settings", "PUT", json={"pollInterval": 5}))
    assert (done["values"]["port"], "port" in done["warnings"][0]) == (9000, True)


@pytest.mark.parametrize("body", [b"", b"[]", b"5", b"null", b'{"a":', b"[" * 4_000])
def test_what_is_no_object_is_refused(kept: Served, body: bytes) -> None:
    answer = kept.ask("/settings", "PUT", data=body, headers={"Content-Type": "application/json"})
    assert error_of(answer) == (400, "INVALID_REQUEST")


def test_a_foreign_page_sees_neither_paths_nor_secrets_and_changes_nothing(kept: Served) -> None:
    kept.settings.begin_anew("autostart-except: [hidden]\n", secrets=frozenset({"autostart_except"}))
    at_home, shown = kept.ask("/settings"), kept.ask("/settings", headers=FOREIGN)
    seen = data_of(at_home)
    assert (seen["values"]["dataDir"], seen["file"]) == (str(DATA), str(kept.settings.file))
    told = data_of(shown)
    assert (told["file"], told["values"]["dataDir"], told["values"]["autostartExcept"]) == (None, None, None)
    for secret in ("/p/data", str(kept.settings.file.parent), "hidden"):
        assert secret not in shown.text
    assert error_of(kept.ask("/settings", "PUT", json={"pollInterval": 5}, headers=FOREIGN)) == (
        403,
        "ORIGIN_NOT_ALLOWED",
    )


def test_a_secret_is_told_masked_and_its_mask_stands_for_it(kept: Served) -> None:
    kept.settings.begin_anew("autostart-except: [hidden]\n", secrets=frozenset({"autostart_except"}))
    told = data_of(kept.ask("/settings"))
    assert told["secret"] == ["autostartExcept"]
    (mask,) = told["values"]["autostartExcept"]
    assert "hidden" not in mask
    answer = kept.ask("/settings", "PUT", json={"autostartExcept": ["other", mask]})
    assert kept.settings.file.read_text() == "autostart-except: [other, hidden]\n"
    assert "hidden" not in answer.text
    assert "hidden" not in str(kept.settings.told_of)
