"""`config`: what `serve` would use, and changes to what the running daemon uses."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from platformdirs import user_config_path

from mining.cli.main import cli
from tests.cli.conftest import Call
from tests.cli.daemon_standin import Standin

TOLD: dict[str, Any] = {
    "values": {
        "pollInterval": 10.0, "logLevel": "info", "autostart": True, "autostartExcept": ["a"], "keepHoursDays": None,
        "notify": [],
    },
    "sources": {}, "changeable": [], "secret": [], "file": "/c/config.yaml",
}  # fmt: skip
DONE = {**TOLD, "changes": [], "message": "Written to /c/config.yaml; it counts from now on.", "warnings": []}


@pytest.mark.parametrize(
    ("name", "value", "sent"),
    [
        ("poll-interval", "5", {"pollInterval": 5}),
        ("poll_interval", "2.5", {"pollInterval": 2.5}),
        ("pollInterval", "often", {"pollInterval": "often"}),
        ("log-level", "debug", {"logLevel": "debug"}),
        ("log-level", "5", {"logLevel": "5"}),
        ("autostart", "off", {"autostart": False}),
        ("autostart", "true", {"autostart": True}),
        ("autostart", "perhaps", {"autostart": "perhaps"}),
        ("autostart-except", "one, two", {"autostartExcept": ["one", "two"]}),
        ("autostart-except", '["one"]', {"autostartExcept": ["one"]}),
        ("autostart-except", "", {"autostartExcept": []}),
        ("keep-hours-days", "400", {"keepHoursDays": 400}),
        ("poll-interval", "5m", {"pollInterval": "5m"}),
        ("notify", "ntfy://a", {"notify": ["ntfy://a"]}),
        ("notify", "ntfy://a, mailtos://me:pa,ss@b?to=c,d", {"notify": ["ntfy://a", "mailtos://me:pa,ss@b?to=c,d"]}),
        ("notify", '["ntfy://a", "ntfy://b"]', {"notify": ["ntfy://a", "ntfy://b"]}),
        ("notify", "", {"notify": []}),
        ("no-such", "x", {"noSuch": "x"}),
    ],
)
def test_a_value_is_sent_as_what_the_setting_is(
    daemon: Standin, call: Call, name: str, value: str, sent: dict[str, Any]
) -> None:
    daemon.data("GET", "/settings", TOLD)
    daemon.data("PUT", "/settings", DONE)
    assert call("settings", "set", name, value).exit_code == 0
    assert daemon.asked[-1] == ("PUT", "/settings", sent)


def test_old_and_new_and_the_file_are_told(daemon: Standin, call: Call) -> None:
    daemon.data("GET", "/settings", TOLD)
    changes = [{"name": "pollInterval", "old": 10.0, "new": 5.0}]
    daemon.data("PUT", "/settings", {**DONE, "changes": changes, "warnings": ["port waits."]})
    done = call("settings", "set", "poll-interval", "5")
    assert done.stdout == "poll-interval: 10 → 5\nWritten to /c/config.yaml; it counts from now on.\n! port waits.\n"
    assert json.loads(call("settings", "set", "poll-interval", "5", "--json").stdout)["changes"] == changes


def test_unset_asks_for_the_default(daemon: Standin, call: Call) -> None:
    changes = [{"name": "autostartExcept", "old": ["a", "b"], "new": []}]
    daemon.data("PUT", "/settings", {**DONE, "changes": changes})
    assert call("settings", "unset", "autostart-except").stdout.splitlines()[0] == "autostart-except: a, b → —"
    assert daemon.asked == [("PUT", "/settings", {"autostartExcept": None})]


@pytest.mark.parametrize(("status", "code"), [(409, "NOT_SUPPORTED"), (400, "INVALID_REQUEST")])
def test_a_refusal_is_told_with_its_reason(daemon: Standin, call: Call, status: int, code: str) -> None:
    daemon.data("GET", "/settings", TOLD)
    daemon.error("PUT", "/settings", status, code, "pollInterval is set by MINING_POLL_INTERVAL.")
    done = call("settings", "set", "poll-interval", "5")
    assert (done.exit_code, "MINING_POLL_INTERVAL" in done.stderr) == (5, True)


def test_show_masks_what_is_secret_and_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "c.yaml"
    file.write_text("autostart-except: [hidden]\nautostart-delay: 30\n")
    monkeypatch.setattr("mining.settings.marked", lambda mark: {"autostart_except"})
    env = {"MINING_CONFIG": str(file)}
    shown = CliRunner().invoke(cli, ["settings", "show"], env=env).stdout
    told = CliRunner().invoke(cli, ["settings", "show", "--json"], env=env).stdout
    assert "hidden" not in shown + told
    assert f"The file is {file}" in shown
    assert any(line.split()[:3] == ["autostart_delay", "file", "30"] for line in shown.splitlines())
    assert json.loads(told)["file"] == str(file)


def test_the_old_name_of_the_command_and_of_its_flag_still_work(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("port: 9001\n")
    env = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "c")}
    for words in (["settings", "path", "--settings", str(file)], ["config", "path", "--config", str(file)]):
        assert CliRunner().invoke(cli, words, env=env).stdout == f"{file}\n"
    usual = CliRunner().invoke(cli, ["settings", "path"], env=env).stdout
    folder = user_config_path(appauthor=False) if sys.platform == "win32" else tmp_path / "c"
    assert usual == f"{folder / 'lethean-desktop' / 'settings.yaml'}\n"


@pytest.mark.parametrize("command", ["settings", "config"])
def test_a_setting_is_changed_under_the_old_name_of_the_command_too(daemon: Standin, call: Call, command: str) -> None:
    daemon.data("GET", "/settings", TOLD)
    daemon.data("PUT", "/settings", DONE)
    assert call(command, "set", "poll-interval", "5").exit_code == 0
    assert call(command, "unset", "poll-interval").exit_code == 0
    sent = [asked for asked in daemon.asked if asked[0] == "PUT"]
    assert sent == [("PUT", "/settings", {"pollInterval": value}) for value in (5, None)]
