"""Start at login, the menu's entry, addresses, and which daemon is the folder's: all without a window."""

import json
import os
import plistlib
import shlex
import sys
from pathlib import Path

import pytest

from mining.client.error import ApiError
from mining.desktop.addresses import opens_outside, page_of, profile_page, stays
from mining.desktop.login_start import LoginStart, login_command, login_file, login_text
from mining.desktop.menu_entry import APP_ID, exec_line, files
from mining.desktop.rig_link import LOG, RigLink, serve_command
from mining.desktop.rig_state import RigReading
from mining.foundation.command_line import usual_folder

OURS = "http://127.0.0.1:8080"


def test_start_at_login_is_a_file_that_comes_and_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    login = LoginStart(login_command("/usr/bin/python3", Path("/my data")))
    assert not login.is_on()
    login.turn(True)
    assert login.is_on()
    (file,) = (tmp_path / "config/autostart").iterdir()
    lines = dict(line.partition("=")[::2] for line in file.read_text().splitlines()[1:])
    assert shlex.split(lines["Exec"])[1:] == ["-m", "mining.desktop.main", "--minimized", "--data-dir", "/my data"]
    login.turn(False)
    login.turn(False)
    assert not login.is_on()


def test_each_system_has_its_own_place_for_it() -> None:
    home = Path("/home/a")
    assert login_file("linux", {}, home) == home / f".config/autostart/{APP_ID}.desktop"
    assert login_file("darwin", {}, home) == home / f"Library/LaunchAgents/{APP_ID}.plist"
    agent = plistlib.loads(login_text("darwin", ["/usr/bin/python3", "-m", "mining.desktop.main"]))
    assert agent["ProgramArguments"] == ["/usr/bin/python3", "-m", "mining.desktop.main"]
    assert login_command("python", None) == ["python", "-m", "mining.desktop.main", "--minimized"]


def test_odd_signs_in_a_path_stay_one_argument_of_an_entry() -> None:
    assert exec_line(["/a b/python", "100%", 'say "$HOME"']) == '"/a b/python" "100%%" "say \\\\"\\\\$HOME\\\\""'


def test_the_menus_entry_names_the_icon_and_the_command_that_belong_to_it() -> None:
    made = files(["/usr/bin/python3", "-m", "mining.desktop.main"], {48: b"png"})
    assert made[f"icons/hicolor/48x48/apps/{APP_ID}.png"] == b"png"
    assert made[f"icons/hicolor/scalable/apps/{APP_ID}.svg"].startswith(b"<svg")
    entry = made[f"applications/{APP_ID}.desktop"].decode()
    assert f"Icon={APP_ID}\n" in entry
    assert 'Exec="/usr/bin/python3" "-m" "mining.desktop.main"\n' in entry
    assert f"<id>{APP_ID}</id>" in made[f"metainfo/{APP_ID}.metainfo.xml"].decode()


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        (f"{OURS}/#/miners", True),
        ("ws://127.0.0.1:8080/api/v1/mining/ws/events", True),
        ("blob:http://127.0.0.1:8080/1", True),
        ("http://127.0.0.1:8081/", False),
        ("https://127.0.0.1:8080/", False),
        ("http://127.0.0.1:8080.example.org/", False),
        ("http://127.0.0.1:8080@example.org/", False),
        ("file:///etc/passwd", False),
    ],
)
def test_only_the_daemons_own_addresses_stay_in_the_window(url: str, allowed: bool) -> None:
    assert stays(url, OURS) == allowed


def test_only_a_browsers_addresses_are_handed_to_the_system() -> None:
    assert opens_outside("https://example.org/")
    assert not any(opens_outside(url) for url in ("file:///etc/passwd", "ssh://example.org", "javascript:1"))


def test_a_profile_has_a_page_and_one_that_is_not_there_has_the_list() -> None:
    profiles = [{"id": "7 f", "name": "night"}]
    assert page_of(f"{OURS}/api/v1/mining") == f"{OURS}/"
    assert profile_page(f"{OURS}/", profiles, "night") == f"{OURS}/#/profiles/7%20f"
    assert profile_page(f"{OURS}/", profiles, "7 f") == f"{OURS}/#/profiles/7%20f"
    assert profile_page(f"{OURS}/", profiles, "day") == f"{OURS}/#/profiles"


def test_a_daemon_that_has_ended_is_not_taken_for_one_that_runs(tmp_path: Path) -> None:
    link = RigLink(tmp_path)
    assert (link.url, link.read()) == (None, RigReading())
    notice = {"pid": os.getpid(), "url": f"{OURS}/api/v1/mining"}
    (tmp_path / "daemon.json").write_text(json.dumps(notice))
    assert link.url == f"{OURS}/api/v1/mining"
    (tmp_path / "daemon.json").write_text(json.dumps(notice | {"pid": 2**22 + 1}))
    assert link.url is None, "another daemon may answer at that address now"
    with pytest.raises(ApiError, match="The daemon does not answer"):
        link.for_all("stop-all")


def test_the_last_error_of_a_daemon_is_its_reason(tmp_path: Path) -> None:
    assert RigLink(tmp_path).last_words() == ""
    (tmp_path / LOG).write_text("one\nerror: port 8080 cannot be used\n")
    assert RigLink(tmp_path).last_words() == "port 8080 cannot be used"
    (tmp_path / LOG).write_text("Traceback\n  line\nValueError: x\n")
    assert RigLink(tmp_path).last_words().endswith("ValueError: x")


def test_a_folder_is_named_to_the_daemon_where_it_is_not_the_usual_one(tmp_path: Path) -> None:
    assert list(serve_command(usual_folder())) == [sys.executable, "-m", "mining.cli.main", "serve"]
    assert list(serve_command(tmp_path))[-2:] == ["--data-dir", str(tmp_path)]
