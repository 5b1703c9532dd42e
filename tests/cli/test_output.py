"""How answers are printed: for people, as JSON or YAML, or only what was asked for; and the exit codes of a process."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from mining import __version__
from mining.cli.main import cli
from tests.cli.conftest import Call
from tests.cli.daemon_standin import Standin
from tests.cli.recorded import AVAILABLE, MINER, STARTED, miner, page

LIST = "/miners?page=1&limit=1000"
CLI = [sys.executable, "-m", "mining.cli.main"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("--output", "yaml", "status", "xmrig"),
        ("status", "xmrig", "--output", "yaml"),
        ("--json", "status", "xmrig", "--output", "yaml"),
    ],
)
def test_yaml_is_the_data_of_the_api_wherever_the_option_stands(
    daemon: Standin, call: Call, arguments: tuple[str, ...]
) -> None:
    daemon.data("GET", "/miners/xmrig", MINER)
    assert yaml.safe_load(call(*arguments).stdout) == MINER


def test_json_is_a_shorthand_and_a_table_is_the_default(daemon: Standin, call: Call) -> None:
    daemon.data("GET", "/miners/xmrig", MINER)
    assert call("status", "xmrig", "--json").stdout == call("--output", "json", "status", "xmrig").stdout
    assert call("status", "xmrig", "--output", "table").stdout == call("status", "xmrig").stdout
    assert call("status", "xmrig", "--output", "xml").exit_code == 2


def test_what_is_followed_is_a_document_each(daemon: Standin, call: Call) -> None:
    daemon.data("GET", "/miners/x/logs?lines=200", {"items": [{"text": "one"}, {"text": "two"}], "cursor": "3"})
    daemon.error("GET", "/miners/x/logs?lines=5000&cursor=3", 404, "MINER_NOT_FOUND", "It is gone.")
    shown = call("logs", "x", "-f", "--output", "yaml").stdout
    assert list(yaml.safe_load_all(shown)) == [{"text": "one"}, {"text": "two"}]


@pytest.mark.parametrize("arguments", [("--quiet", "start", "xmrig"), ("start", "xmrig", "--quiet")])
def test_quiet_says_nothing_of_what_went_well(daemon: Standin, call: Call, arguments: tuple[str, ...]) -> None:
    daemon.data("POST", "/miners/xmrig", STARTED, status=201)
    done = call(*arguments)
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == f"! {STARTED['warnings'][0]}\n", "this is no success"
    assert json.loads(call(*arguments, "--json").stdout) == STARTED


def test_quiet_still_prints_what_was_asked_for_and_errors(daemon: Standin, call: Call) -> None:
    daemon.data("GET", LIST, page(MINER))
    assert "4.52 kH/s" in call("list", "--quiet").stdout
    daemon.data("POST", "/keys", {"name": "phone", "role": "viewer", "key": "mp_7f0c1f6e_secret"}, status=201)
    assert "mp_7f0c1f6e_secret" in call("keys", "create", "phone", "--quiet").stdout
    daemon.error("DELETE", "/miners/x", 404, "MINER_NOT_FOUND", "There is no miner 'x'.")
    assert "There is no miner" in call("stop", "x", "--quiet").stderr


def test_quiet_holds_for_each_of_several(daemon: Standin, call: Call) -> None:
    daemon.data("GET", LIST, page(miner(name="a")))
    daemon.data("DELETE", "/miners/a", MINER | {"message": "a has stopped."})
    assert call("stop", "--all", "--quiet").output == ""


WIDE = "a" * 45
KEY = {"createdAt": "2025-12-31T23:59:50Z", "createdBy": f"key {WIDE}", "expiresAt": None, "expired": False}
ENTRY: dict[str, Any] = {
    "seq": 12345, "timestamp": "2025-12-31T23:59:50Z", "who": WIDE, "role": "admin", "address": "192.168.100.200",
    "what": "startMinerFromProfile", "target": WIDE, "outcome": 201, "code": None, "text": None, "omitted": 0,
}  # fmt: skip
MEASURED = {
    "type": "xmrig",
    "version": "6.26.0",
    "algorithm": "rx/0",
    "hashrate": 1.0,
    "hardware": WIDE,
    "state": "done",
}
POOL = {"id": f"{WIDE}:3333", "name": WIDE, "coin": "XMR", "region": "de", "tlsPort": 1, "fee": 1.0, "origin": "yours"}
PROFILE = {
    "id": "1", "name": WIDE, "minerType": "xmrig", "description": "a word " * 9, "config": {"pool": WIDE},
    "updatedAt": "2025-12-31T23:59:50Z",
}  # fmt: skip


@pytest.mark.parametrize(
    ("command", "target", "data"),
    [
        ("list", LIST, page(miner(name=WIDE))),
        ("available", "/miners/available?page=1&limit=1000", page(AVAILABLE | {"type": WIDE})),
        ("pools", "/pools?page=1&limit=1000", page(POOL)),
        ("profile list", "/profiles?page=1&limit=1000", page(PROFILE)),
        ("keys list", "/keys?page=1&limit=1000", page(KEY | {"id": "7f0c1f6e", "name": WIDE, "role": "operator"})),
        ("audit", "/audit?limit=50", page(ENTRY)),
        ("benchmarks", "/benchmarks?limit=1000", page(MEASURED | {"startedAt": "2025-12-31T23:59:50Z"})),
    ],
)
def test_a_table_fits_the_terminal(daemon: Standin, call: Call, command: str, target: str, data: Any) -> None:
    daemon.data("GET", target, data)
    daemon.data("GET", "/audit/verification", {"ok": True, "entries": 1, "issue": None})
    shown = call(*command.split()).stdout
    assert max(map(len, shown.splitlines())) <= 80, shown


def run(*arguments: str) -> "subprocess.CompletedProcess[str]":
    # A process of Windows writes the code page of its system, whatever the test itself reads.
    return subprocess.run([*CLI, *arguments], capture_output=True, text=True, errors="replace", timeout=60)


def test_each_exit_code_is_that_of_its_process(daemon: Standin, tmp_path: Path) -> None:
    daemon.data("GET", LIST, page(MINER))
    daemon.error("GET", "/info", 500, "INTERNAL_ERROR", "It failed.")
    daemon.error("GET", "/miners/x", 404, "MINER_NOT_FOUND", "There is no miner 'x'.")
    daemon.error("POST", "/miners/x/pause", 409, "NOT_SUPPORTED", "It cannot be paused.")
    codes = {
        ("--url", daemon.url, "list"): 0,
        ("--url", daemon.url, "info"): 1,
        ("--url", daemon.url, "stop"): 2,
        ("--url", daemon.url, "status", "x"): 3,
        ("--url", "http://127.0.0.1:1/x", "list"): 4,
        ("--url", daemon.url, "pause", "x"): 5,
    }
    for arguments, code in codes.items():
        ended = run(*arguments)
        assert (ended.returncode, bool(ended.stdout), bool(ended.stderr)) == (code, code == 0, code != 0), ended


def test_a_command_that_is_newer_than_the_daemon_says_so_once_and_what_to_do(
    daemon: Standin, tmp_path: Path, call: Call
) -> None:
    note = f"! The daemon is 0.1.0, older than this command ({__version__})."
    (tmp_path / "daemon.json").write_text(json.dumps({"pid": 1, "url": daemon.url, "writtenBy": "0.1.0"}))
    daemon.data("GET", LIST, page(MINER))
    daemon.data("GET", "/healthz", {"status": "ok", "version": "0.1.0", "problems": []})
    here = ("--data-dir", str(tmp_path))
    shown = CliRunner().invoke(cli, [*here, "status"])
    assert (shown.exit_code, shown.stderr.count(note)) == (0, 1)
    assert "restart serve; miners go on" in shown.stderr
    assert CliRunner().invoke(cli, [*here, "list", "--json"]).stderr == ""
    assert note in call("status").stderr, "a daemon that was named says its version itself"
    (tmp_path / "daemon.json").write_text(json.dumps({"pid": 1, "url": daemon.url, "writtenBy": "99.0.0"}))
    assert CliRunner().invoke(cli, [*here, "list"]).stderr == ""


def test_a_daemon_that_only_was_there_is_not_called_old(tmp_path: Path) -> None:
    gone = {"pid": 1, "url": "http://127.0.0.1:1/x", "writtenBy": "0.1.0"}
    (tmp_path / "daemon.json").write_text(json.dumps(gone))
    assert "older" not in CliRunner().invoke(cli, ["--data-dir", str(tmp_path), "list"]).stderr
