"""What the commands on profiles ask the daemon, what they print, and what they write."""

import json
import os
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from mining.cli.columns import ago
from mining.domain.shell import quoted
from tests.cli.conftest import Call
from tests.cli.daemon_standin import Standin
from tests.cli.recorded import STARTED, page
from tests.domain.test_syntax import BOMB
from tests.systems import POSIX, is_private

LIST = "/profiles?page=1&limit=1000"
CONFIG = {"pool": "pool.example:3333", "wallet": "w", "threads": 2}
NIGHT: dict[str, Any] = {
    "id": "550e8400-e29b-41d4-a716-446655440000",
    "name": "Night Shift",
    "description": "while it is cheap",
    "minerType": "xmrig",
    "config": CONFIG,
    "createdAt": "2025-12-31T10:00:00Z",
    "updatedAt": "2025-12-31T12:00:00Z",
}
PATH = f"/profiles/{NIGHT['id']}"
EXPORT = {
    "format": "mining-profiles",
    "version": 1,
    "profiles": [{"name": "Grüße: 1", "description": "no", "minerType": "xmrig", "config": CONFIG}],
}


@pytest.fixture
def saved(daemon: Standin) -> Standin:
    daemon.data("GET", LIST, page(NIGHT))
    return daemon


def test_create_sends_what_was_said_and_shows_warnings(daemon: Standin, call: Call) -> None:
    daemon.data("POST", "/profiles", NIGHT | {"warnings": ["config.wallet is a placeholder"]}, status=201)
    done = call(
        "profile", "create", "Night Shift", "--type", "xmrig", "--pool", "a:1", "--wallet", "w", "--option", "x=1"
    )
    config = {"pool": "a:1", "wallet": "w", "options": {"x": 1}}
    assert daemon.asked[0][2] == {"name": "Night Shift", "description": "", "minerType": "xmrig", "config": config}
    assert "! config.wallet is a placeholder" in done.stdout
    assert f"miner-ctrl profile start {quoted('Night Shift')}" in done.stdout


def test_list_and_show_print_what_matters(saved: Standin, call: Call) -> None:
    assert (
        f"Night Shift  xmrig  pool.example:3333  {ago('2025-12-31T12:00:00Z')}  while it is cheap"
        in call("profile", "list").stdout
    )
    shown = call("profile", "show", "night shift").stdout
    assert "threads  2" in shown
    assert json.loads(call("profile", "show", NIGHT["id"], "--json").stdout) == NIGHT


def test_edit_changes_what_is_said_and_keeps_the_rest(saved: Standin, call: Call) -> None:
    saved.data("PUT", PATH, NIGHT | {"warnings": []})
    assert call("profile", "edit", "Night Shift", "--name", "Day", "--threads", "4").exit_code == 0
    assert saved.asked[-1] == ("PUT", PATH, NIGHT | {"name": "Day", "config": CONFIG | {"threads": 4}})


def test_start_and_restart_name_the_profile_by_its_id(saved: Standin, call: Call) -> None:
    saved.data("POST", f"{PATH}/start?name=left&force=true&restart=true", STARTED, status=201)
    assert call("profile", "start", "NIGHT SHIFT", "--name", "left", "--force", "--restart").exit_code == 0
    saved.data("POST", f"/miners/left/restart?profile={NIGHT['id']}", STARTED, status=201)
    assert call("restart", "left", "--profile", "night shift").exit_code == 0
    assert call("restart", "left", "--profile", "x", "--config", "y.json").exit_code == 2


def test_delete_says_what_goes_on(saved: Standin, call: Call) -> None:
    saved.data("DELETE", PATH, NIGHT | {"message": "It is deleted. left goes on."})
    assert "left goes on" in call("profile", "delete", "night shift").stdout


def test_a_misspelt_name_is_not_found_and_near_names_are_told(saved: Standin, call: Call) -> None:
    for command in (("show", "Nigth Shift"), ("delete", "Nigth Shift"), ("start", "Nigth Shift")):
        done = call("profile", *command)
        assert done.exit_code == 3
        assert "Did you mean 'Night Shift'?" in done.stderr
    assert [method for method, *_ in saved.asked] == ["GET"] * 3


@pytest.mark.parametrize("arguments", [("out.json",), ("out.yaml",), ("--yaml", "out.txt")])
def test_an_exported_file_is_private_and_is_imported_as_it_was(
    daemon: Standin, call: Call, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    file = tmp_path / arguments[-1]
    file.write_text("old and longer" * 100)
    file.chmod(0o644)
    daemon.data("GET", "/profiles/export?secrets=true", EXPORT)
    assert call("profile", "export", "--secrets", *arguments[:-1], str(file)).exit_code == 0
    assert is_private(file)
    assert (yaml.safe_load if "yaml" in arguments[0] else json.loads)(file.read_text("utf-8")) == EXPORT
    result = {"name": "A", "result": "created", "reason": None, "warnings": []}
    daemon.data("POST", "/profiles/import?replace=true", {"results": [result]})
    assert "A  created" in call("profile", "import", str(file), "--replace").stdout
    assert daemon.asked[-1][2] == EXPORT


def test_an_export_without_a_file_goes_to_the_screen(saved: Standin, call: Call) -> None:
    saved.data("GET", f"/profiles/export?id={NIGHT['id']}", EXPORT)
    assert json.loads(call("profile", "export", "--profile", "night shift").stdout) == EXPORT
    assert yaml.safe_load(call("profile", "export", "--profile", "night shift", "--yaml").stdout) == EXPORT


@pytest.mark.parametrize(
    "text",
    [json.dumps(EXPORT["profiles"]), json.dumps(EXPORT["profiles"][0]), yaml.safe_dump(EXPORT["profiles"])],
)
def test_a_list_or_a_single_profile_is_imported_too(daemon: Standin, call: Call, text: str) -> None:
    skipped = {"name": "A", "result": "skipped", "reason": "a profile of that name exists", "warnings": []}
    daemon.data("POST", "/profiles/import", {"results": [skipped]})
    done = call("profile", "import", "-", text=text)
    assert daemon.asked[-1][2] == {"profiles": EXPORT["profiles"]}
    assert done.exit_code == 1
    assert "A  skipped: a profile of that name exists" in done.stdout


@POSIX  # the shell of Windows is in tests/domain/test_shell.py
@pytest.mark.parametrize("name", ["Night Shift", "it's $HOME", 'the "`id`" one', "Кухня"])
def test_the_command_that_starts_what_was_saved_can_be_pasted_whatever_its_name(
    daemon: Standin, call: Call, name: str
) -> None:
    daemon.data("POST", "/profiles", NIGHT | {"name": name, "warnings": []}, status=201)
    done = call("profile", "create", name, "--type", "xmrig")
    _, _, command = done.stdout.partition("Start it with: ")
    assert shlex.split(command)[1:] == ["profile", "start", name]


@pytest.mark.parametrize("text", ["{", "just text", "- [", "", "!!python/object:os.system x", None])
def test_a_file_without_profiles_is_wrong_usage(daemon: Standin, call: Call, tmp_path: Path, text: str | None) -> None:
    file = tmp_path / "x.yaml"
    if text is not None:
        file.write_text(text)
    assert call("profile", "import", str(file)).exit_code == 2
    assert daemon.asked == []


def test_an_xmrig_configuration_becomes_a_profile(daemon: Standin, call: Call, tmp_path: Path) -> None:
    file = tmp_path / "config.json"
    file.write_text('{ // mine\n "pools": [{"url": "pool.example:3333", "user": "w", "sni": true}], }')
    daemon.data("POST", "/profiles", NIGHT | {"warnings": ["config.wallet: is odd"]}, status=201)
    done = call("import", str(file))
    assert daemon.asked[0][2] == {
        "name": "XMRig - pool.example:3333", "description": "Imported from config.json", "minerType": "xmrig",
        "config": {"pool": "pool.example:3333", "wallet": "w"},
    }  # fmt: skip
    assert "! sni of the pool pool.example:3333: TLS does not tell the pool its name" in done.stdout
    assert "! config.wallet: is odd" in done.stdout
    assert len(json.loads(call("import", str(file), "--json").stdout)["notTakenOver"]) == 1
    file.write_text("[]")
    assert call("import", str(file)).exit_code == 2


def test_an_xmrig_configuration_is_read_from_stdin(daemon: Standin, call: Call) -> None:
    daemon.data("POST", "/profiles", NIGHT | {"warnings": []}, status=201)
    text = '{"pools": [{"url": "[2001:db8::1]:3333"}]}'
    assert call("import", "-", "--name", "Piped", text=text).exit_code == 0
    assert daemon.asked[0][2]["name"] == "Piped"
    assert daemon.asked[0][2]["description"] == "Imported from stdin"
    assert call("import", "-", text="{").stderr.endswith(
        "stdin cannot be imported as an XMRig configuration: it is not JSON: line 1, column 2: it ends too early\n"
    )


@pytest.mark.parametrize(
    "command",
    [
        ("profile", "import", "FILE"), ("start", "xmrig", "--config", "FILE"), ("restart", "m", "--config", "FILE"),
        ("profile", "create", "n", "--type", "xmrig", "--config", "FILE"), ("profile", "edit", "n", "--config", "FILE"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("text", ['{"pools": [{"url": "a:1"}]}', '{"autosave": true, // mine\n}'])
def test_an_xmrig_configuration_in_another_place_names_the_way_to_import_it(
    saved: Standin, call: Call, tmp_path: Path, command: tuple[str, ...], text: str
) -> None:
    file = tmp_path / "my config.json"
    file.write_text(text)
    saved.data("GET", LIST, page(NIGHT | {"name": "n"}))
    done = call(*(str(file) if word == "FILE" else word for word in command))
    assert done.exit_code == 2
    assert (
        f"is a configuration of XMRig. Make a profile from it with: miner-ctrl import {quoted(str(file))}"
        in done.stderr
    )
    assert [asked for asked in saved.asked if asked[0] != "GET"] == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "line 1, column 2: it ends too early, so it is not JSON"),
        (b"{\xff", "line 1, column 2: the byte 0xff is not UTF-8"),
        ("[1]", 'must hold a JSON object, such as {"pool": …, "wallet": …}'),
    ],
)
def test_a_configuration_that_cannot_be_read_is_told_in_our_words(
    daemon: Standin, call: Call, tmp_path: Path, text: str | bytes, sentence: str
) -> None:
    file = tmp_path / "x.json"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    assert sentence in call("start", "xmrig", "--config", str(file)).stderr
    assert daemon.asked == []


@POSIX
@pytest.mark.parametrize(
    "command",
    [("profile", "import"), ("import",), ("start", "xmrig", "--config"), ("register", "xmrig")],
)
def test_a_pipe_without_a_writer_is_not_waited_for(
    daemon: Standin, call: Call, tmp_path: Path, command: tuple[str, ...]
) -> None:
    os.mkfifo(tmp_path / "pipe")
    done = call(*command, str(tmp_path / "pipe"))
    assert done.exit_code != 0
    assert re.search(r"it is a pipe, where a file belongs|it is not a file", done.stderr)
    assert daemon.asked == [] or command == ("register", "xmrig")


@POSIX
def test_what_a_shell_pipes_in_as_a_file_is_read(daemon: Standin, call: Call) -> None:
    end, start = os.pipe()
    os.write(start, b"{")
    os.close(start)
    try:
        assert "it ends too early" in call("start", "xmrig", "--config", f"/dev/fd/{end}").stderr
    finally:
        os.close(end)


def test_a_file_of_profiles_whose_aliases_explode_is_refused_at_once(daemon: Standin, call: Call) -> None:
    done = call("profile", "import", "-", text=BOMB)
    assert done.exit_code == 2
    assert "stdin cannot be read: its aliases (*name) stand for more than such a file can hold" in done.stderr


def test_an_empty_password_reaches_the_daemon_and_none_at_all_does_not(saved: Standin, call: Call) -> None:
    saved.data("PUT", PATH, NIGHT | {"warnings": []})
    assert "is changed" in call("profile", "edit", "Night Shift", "--password", "").stdout
    assert saved.asked[-1][2]["config"] == CONFIG | {"password": ""}
    assert call("profile", "edit", "Night Shift", "--password", "-", text="").exit_code == 2
    assert call("profile", "edit", "Night Shift", "--password", "-", text="s3cret\n").exit_code == 0
    assert saved.asked[-1][2]["config"] == CONFIG | {"password": "s3cret"}
