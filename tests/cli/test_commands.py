"""What each command asks the daemon, what it prints, and the exit code a script gets."""

import json
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner

from mining import __version__
from mining.cli import main, session, views
from mining.client.address import daemon_url
from mining.domain import shell
from mining.domain.shell import quoted
from tests.cli.conftest import Call
from tests.cli.daemon_standin import Standin
from tests.cli.recorded import MINER, STARTED, STATS, USUAL, miner, page

LIST = "/miners?page=1&limit=1000"
HEALTH = {"status": "ok", "version": __version__, "problems": []}


def test_start_sends_only_what_was_said_and_shows_warnings(daemon: Standin, call: Call) -> None:
    daemon.data("POST", "/miners/xmrig", STARTED, status=201)
    done = call("start", "xmrig", "--pool", "pool.example:3333", "--wallet", "w", "--threads", "2", "--no-tls")
    assert done.exit_code == 0
    body = {"pool": "pool.example:3333", "wallet": "w", "threads": 2, "tls": False}
    assert daemon.asked == [("POST", "/miners/xmrig", body)]
    assert "! TLS without a fingerprint" in done.stdout


def test_start_takes_name_and_force_in_the_query(daemon: Standin, call: Call) -> None:
    daemon.data("POST", "/miners/xmrig?name=left&force=true", STARTED, status=201)
    assert call("start", "xmrig", "--name", "left", "--force").exit_code == 0


def test_flags_win_over_the_file_and_options_are_merged(daemon: Standin, call: Call, tmp_path: Path) -> None:
    file = tmp_path / "config.json"
    file.write_text(json.dumps({"pool": "a:1", "wallet": "w", "options": {"rate": 1, "mode": "x"}}))
    daemon.data("POST", "/miners/simulated", STARTED, status=201)
    call("start", "simulated", "--config", str(file), "--pool", "b:2", "--option", "mode=crash", "--option", "gpus=2")
    body = {"pool": "b:2", "wallet": "w", "options": {"rate": 1, "mode": "crash", "gpus": 2}}
    assert daemon.asked[0][2] == body


def test_a_second_work_has_flags_of_its_own_which_win_over_a_file(daemon: Standin, call: Call, tmp_path: Path) -> None:
    file = tmp_path / "config.json"
    file.write_text(json.dumps({"pool": "a:1", "wallet": "w", "second": {"pool": "b:2", "wallet": "v", "tls": True}}))
    second = ("--second-wallet", "u", "--second-algo", "kheavyhash", "--no-second-tls", "--second-password", "-")
    call("start", "rigel", "--config", str(file), *second, text="se-cret\n")
    assert daemon.asked[0][2]["second"] == {
        "pool": "b:2", "wallet": "u", "algo": "kheavyhash", "tls": False, "password": "se-cret",
    }  # fmt: skip


def test_a_password_can_come_from_stdin(daemon: Standin, call: Call) -> None:
    daemon.data("POST", "/miners/xmrig", STARTED, status=201)
    call("start", "xmrig", "--password", "-", text="se cret\n")
    assert daemon.asked[0][2] == {"password": "se cret"}


@pytest.mark.parametrize("content", ["{", "[]", None])
def test_a_body_that_is_no_json_object_is_wrong_usage(call: Call, tmp_path: Path, content: str | None) -> None:
    file = tmp_path / "config.json"
    if content is not None:
        file.write_text(content)
    done = call("start", "xmrig", "--config", str(file))
    assert done.exit_code == 2
    assert str(file) in done.stderr


def test_every_fault_is_told_and_nothing_is_printed_on_stdout(daemon: Standin, call: Call) -> None:
    fields = [{"field": "pool", "issue": "is required"}, {"field": "threads", "issue": "must be a whole number"}]
    daemon.error("POST", "/miners/xmrig", 400, "INVALID_CONFIG", "pool: is required", fields=fields)
    done = call("start", "xmrig")
    assert (done.exit_code, done.stdout) == (5, "")
    assert "--pool HOST:PORT: is required" in done.stderr
    assert "--threads NUMBER: must be a whole number" in done.stderr


@pytest.mark.parametrize(
    ("status", "code", "exit_code"),
    [
        (404, "MINER_NOT_FOUND", 3),
        (404, "NOT_FOUND", 3),
        (400, "INVALID_WALLET", 5),
        (401, "UNAUTHORIZED", 5),
        (409, "MINER_NOT_INSTALLED", 5),
        (429, "RATE_LIMITED", 5),
        (503, "POOL_UNREACHABLE", 5),
        (503, "DOWNLOAD_FAILED", 1),
        (500, "INTERNAL_ERROR", 1),
        (507, "STORAGE_FULL", 1),
    ],
)
def test_exit_codes_tell_not_found_refused_and_failed_apart(
    daemon: Standin, call: Call, status: int, code: str, exit_code: int
) -> None:
    daemon.error("POST", "/miners/x/pause", status, code, "It is so.", suggestion="Do that.")
    done = call("pause", "x")
    assert done.exit_code == exit_code
    assert "It is so." in done.stderr
    assert "Do that." in done.stderr


def test_no_daemon_is_exit_code_4_and_says_how_to_get_one(call: Call) -> None:
    done = call("--url", "http://127.0.0.1:1/api/v1/mining", "list")
    assert done.exit_code == 4
    assert "miner-ctrl serve" in done.stderr


@pytest.mark.parametrize("answer", [b"<html>", b"[]", b'{"success": false}', b"null", b"\xff"])
def test_a_stranger_on_the_port_is_not_believed(daemon: Standin, call: Call, answer: bytes) -> None:
    daemon.answers["GET", "/info"] = [(200, answer)]
    done = call("info")
    assert done.exit_code == 4
    assert "not the Mining Platform" in done.stderr


@pytest.mark.parametrize("url", ["ftp://x/", "127.0.0.1:8080", "http://127.0.0.1:http/", "http:///x"])
def test_a_url_that_is_none_is_wrong_usage(call: Call, url: str) -> None:
    assert call("--url", url, "list").exit_code == 2


def test_the_token_travels_in_its_header(daemon: Standin, call: Call) -> None:
    daemon.data("GET", "/info", {})
    call("--token", "abc", "--json", "info")
    assert daemon.headers[0]["Authorization"] == "Bearer abc"
    assert daemon.headers[0]["User-Agent"].startswith("miner-ctrl/")


def test_a_name_cannot_leave_its_place_in_the_path(daemon: Standin, call: Call) -> None:
    call("status", "../info?x=1")
    assert daemon.asked[0][1] == "/miners/..%2Finfo%3Fx%3D1"


@pytest.mark.parametrize("arguments", [("--json", "status", "xmrig"), ("status", "xmrig", "--json")])
def test_json_is_the_data_of_the_api_wherever_the_flag_stands(
    daemon: Standin, call: Call, arguments: tuple[str, ...]
) -> None:
    daemon.data("GET", "/miners/xmrig", MINER)
    assert json.loads(call(*arguments).stdout) == MINER


def test_list_gathers_all_pages(daemon: Standin, call: Call) -> None:
    daemon.data("GET", LIST, page(miner(name="a"), pages=2))
    daemon.data("GET", "/miners?page=2&limit=1000", page(miner(name="b"), page=2, pages=2))
    done = call("ls", "--json")
    assert [item["name"] for item in json.loads(done.stdout)["items"]] == ["a", "b"]


def test_list_passes_filters_on(daemon: Standin, call: Call) -> None:
    daemon.data("GET", LIST + "&status=running&type=xmrig&sort=hashrate&order=desc", page())
    daemon.data("GET", "/miners/available?page=1&limit=1000", page({"type": "xmrig"}))
    done = call("list", "--status", "running", "--type", "xmrig", "--sort", "hashrate", "--order", "desc")
    assert done.stdout == "No miner matches.\n"


def test_status_tells_what_is_wrong_with_the_daemon(daemon: Standin, call: Call) -> None:
    daemon.data("GET", LIST, page(MINER))
    sick = HEALTH | {"status": "degraded", "problems": [{"code": "STORAGE", "text": "The disk is full."}]}
    daemon.data("GET", "/healthz", sick)
    done = call("status")
    assert done.exit_code == 0
    assert "! The disk is full." in done.stdout
    assert "4.52 kH/s" in done.stdout


def test_stats_are_a_card(daemon: Standin, call: Call) -> None:
    daemon.data("GET", "/miners/xmrig/stats", STATS)
    daemon.data("GET", "/miners/xmrig/usual", USUAL)
    assert "Ping          45 ms" in call("stats", "xmrig").stdout


def test_stats_compare_each_card_with_its_usual_where_that_is_known(daemon: Standin, call: Call) -> None:
    daemon.data("GET", "/miners/xmrig/stats", STATS)
    daemon.data("GET", "/miners/xmrig/usual", USUAL)
    assert "220 W, 0000:01:00.0, 87 % of usual" in " ".join(call("stats", "xmrig").stdout.split())
    for unknown in ({"algorithm": "kawpow"}, {"cards": []}, {"cards": [{"card": "0000:01:00.0", "median": None}]}):
        daemon.data("GET", "/miners/xmrig/usual", USUAL | unknown)
        assert "of usual" not in call("stats", "xmrig").stdout, unknown


def test_stop_all_stops_what_may_run_and_goes_on_after_a_refusal(daemon: Standin, call: Call) -> None:
    idle = miner(name="idle", status="stopped", wanted="stopped")
    daemon.data("GET", LIST, page(miner(name="a"), miner(name="b"), idle))
    daemon.error("DELETE", "/miners/a", 507, "STORAGE_FULL", "The disk is full.")
    daemon.data("DELETE", "/miners/b", MINER | {"message": "b has stopped."})
    done = call("stop", "--all")
    assert done.exit_code == 1
    assert "b has stopped." in done.stdout
    assert "a: The disk is full." in done.stderr
    assert ("DELETE", "/miners/idle", None) not in daemon.asked


def test_stop_all_with_nothing_to_stop_is_fine(daemon: Standin, call: Call) -> None:
    daemon.data("GET", LIST, page())
    done = call("stop", "--all")
    assert (done.exit_code, done.stdout) == (0, "No miner is running.\n")


@pytest.mark.parametrize("arguments", [("stop",), ("stop", "x", "--all")])
def test_stop_wants_one_name_or_all(daemon: Standin, call: Call, arguments: tuple[str, ...]) -> None:
    assert call(*arguments).exit_code == 2
    assert daemon.asked == []


def test_stop_can_forget(daemon: Standin, call: Call) -> None:
    daemon.data("DELETE", "/miners/x?forget=true", MINER | {"message": "x is forgotten."})
    assert call("stop", "x", "--forget").stdout == "x is forgotten.\n"


def test_restart_sends_a_body_only_with_a_file(daemon: Standin, call: Call, tmp_path: Path) -> None:
    file = tmp_path / "config.json"
    file.write_text('{"pool": "a:1", "wallet": "w"}')
    daemon.data("POST", "/miners/x/restart", STARTED, status=201)
    call("restart", "x")
    call("restart", "x", "--config", str(file))
    assert [body for _, _, body in daemon.asked] == [None, {"pool": "a:1", "wallet": "w"}]


@pytest.mark.parametrize(("verb", "target"), [("pause", "/miners/x/pause"), ("resume", "/miners/x/resume")])
def test_pause_and_resume_ask_their_routes(daemon: Standin, call: Call, verb: str, target: str) -> None:
    daemon.data("POST", target, miner(name="x", status="paused"))
    assert "‖ paused" in call(verb, "x").stdout


def test_send_types_keys(daemon: Standin, call: Call) -> None:
    daemon.data("POST", "/miners/x/stdin", MINER)
    call("send", "x", "p")
    assert daemon.asked == [("POST", "/miners/x/stdin", {"input": "p"})]


def test_logs_follow_from_cursor_to_cursor_until_the_daemon_goes(daemon: Standin, call: Call) -> None:
    first = {"items": [{"time": None, "text": "one"}], "cursor": "3"}
    second = {"items": [{"time": None, "text": "two"}], "cursor": "7"}
    daemon.data("GET", "/miners/x/logs?lines=200", first)
    daemon.data("GET", "/miners/x/logs?lines=5000&cursor=3", second)
    daemon.error("GET", "/miners/x/logs?lines=5000&cursor=7", 404, "MINER_NOT_FOUND", "There is no miner 'x'.")
    done = call("logs", "x", "-f")
    assert (done.exit_code, done.stdout) == (3, "one\ntwo\n")


AT = "2025-12-31T23:59:59Z"


def test_events_are_printed_oldest_first_and_followed_by_seq(daemon: Standin, call: Call) -> None:
    events: list[dict[str, Any]] = [
        {
            "seq": n,
            "timestamp": AT,
            "miner": "x",
            "event": "start",
            "text": f"event {n}",
            "who": None,
        }
        for n in (1, 2, 3)
    ]
    daemon.data("GET", "/events?limit=50", page(events[1], events[0]))
    daemon.data("GET", "/events?since=2&limit=1000", page(events[2]))
    daemon.answers["GET", "/events?since=2&limit=1000"].append((404, b"asked again for what it had"))
    daemon.error("GET", "/events?since=3&limit=1000", 500, "INTERNAL_ERROR", "Enough.")
    done = call("events", "-f")
    assert [line[-1] for line in done.stdout.splitlines()] == ["1", "2", "3"]
    assert done.exit_code == 1


def test_version_works_without_a_daemon(call: Call) -> None:
    done = call("--url", "http://127.0.0.1:1/x", "version")
    assert done.exit_code == 0
    assert "none answers" in done.stdout


@pytest.mark.parametrize(("platform", "system"), [("win32", "Windows"), ("darwin", "macOS"), ("linux", None)])
def test_version_says_where_it_is_a_preview(
    call: Call, monkeypatch: pytest.MonkeyPatch, platform: str, system: str | None
) -> None:
    monkeypatch.setattr(views, "sys", SimpleNamespace(platform=platform))
    shown = call("--url", "http://127.0.0.1:1/x", "version").stdout
    assert (f"On {system} it is a preview" in shown, "preview" in shown) == (system is not None,) * 2
    assert json.loads(call("--url", "http://127.0.0.1:1/x", "version", "--json").stdout)["preview"] == bool(system)


def test_help_lists_every_command_and_each_is_where_it_says() -> None:
    for name, (_, text) in main.COMMANDS.items():
        command = main.cli.get_command(main.click.Context(main.cli), name)
        assert command is not None
        assert (command.help or "").startswith(text.rstrip(".")[:20])


def test_every_command_that_prints_data_takes_json() -> None:
    for name in main.COMMANDS.keys() - {"serve", "demo", "completion"}:
        command = main.cli.get_command(main.click.Context(main.cli), name)
        parts = command.commands.values() if isinstance(command, main.click.Group) else [command]
        assert all(isinstance(part, session.Command) for part in parts), name


def test_a_word_that_is_no_miner_is_not_shown_as_one(daemon: Standin, call: Call) -> None:
    daemon.data("GET", "/miners/available", {"items": []})
    done = call("status", "available")
    assert (done.exit_code, "There is no miner 'available'" in done.stderr) == (3, True)


def test_an_empty_timeline_is_said(daemon: Standin, call: Call) -> None:
    daemon.data("GET", "/events?limit=50", page())
    assert call("events").stdout == "No events.\n"


def test_restart_takes_the_fields_of_start(daemon: Standin, call: Call, tmp_path: Path) -> None:
    config = {"pool": "pool.example:3333", "wallet": "w", "threads": 2}
    daemon.data("GET", "/miners/left", MINER | {"config": config | {"options": {"a": 1}}})
    daemon.data("POST", "/miners/left/restart", STARTED, status=201)
    assert call("restart", "left", "--threads", "4", "--option", "b=2").exit_code == 0
    assert daemon.asked[-1][2] == config | {"threads": 4, "options": {"a": 1, "b": 2}}
    file = tmp_path / "new.json"
    file.write_text('{"pool": "q:1", "wallet": "v"}')
    assert call("restart", "left", "--config", str(file), "--worker", "rig").exit_code == 0
    assert daemon.asked[-1][2] == {"pool": "q:1", "wallet": "v", "worker": "rig"}
    assert call("restart", "left").exit_code == 0
    assert daemon.asked[-1][2] is None
    assert call("restart", "left", "--profile", "x", "--threads", "2").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "field", "flag"),
    [
        ("history --from yesterday", "from", "--from"),
        ("history --to tomorrow", "to", "--to"),
        ("keys create bob --expires 2001-01-01T00:00:00Z", "expiresAt", "--expires WHEN"),
        ("profile start Night --name A", "name", "--name NAME"),
        ("profile edit Night --name A", "name", "--name NAME"),
        ("send left x", "input", "KEYS"),
    ],
)
def test_errors_name_the_flag_or_argument_whatever_the_api_calls_it(
    daemon: Standin, call: Call, arguments: str, field: str, flag: str
) -> None:
    night = {"id": "1", "name": "Night", "minerType": "x", "description": "", "config": {}}
    daemon.data("GET", "/profiles?page=1&limit=1000", page(night))
    wrong = {"field": field, "issue": "is odd", "fields": [{"field": field, "issue": "is odd"}]}
    for way in (
        "GET /history?from=yesterday", "GET /history?to=tomorrow", "POST /keys", "POST /profiles/1/start?name=A",
        "PUT /profiles/1", "POST /miners/left/stdin",
    ):  # fmt: skip
        daemon.error(*way.split(), 400, "INVALID_REQUEST", f"{field}: is odd", **wrong)
    assert call(*arguments.split()).stderr == f"Error: {flag}: is odd\n"


def test_a_number_that_is_none_is_refused_in_words(call: Call) -> None:
    for text in ("abc", "0", "1001", "1.5"):
        assert f"{text!r} is no whole number from 1 to 1000" in call("events", "-n", text).stderr
    assert "1 to 1000" in call("events", "--help").stdout


def test_the_daemon_of_a_data_folder_is_found_by_what_it_wrote_down(daemon: Standin, tmp_path: Path) -> None:
    (tmp_path / "daemon.json").write_text(json.dumps({"pid": 1, "url": daemon.url}))
    daemon.data("POST", "/miners/x/resume", MINER)
    done = CliRunner().invoke(main.cli, ["--data-dir", str(tmp_path), "resume", "x"])
    assert done.exit_code == 0, done.output
    for damaged in ("", "[", "[]", '{"url": 5}', '{"url": "ftp://x"}'):
        (tmp_path / "daemon.json").write_text(damaged)
        assert daemon_url(tmp_path) is None


def called_as(program: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The command line is called by this path; how the shell of this system has to read it."""
    monkeypatch.setattr(sys, "argv", [str(program)])
    return shell.command([str(program)])


def test_advice_can_be_pasted_with_the_path_and_the_flags_of_this_call(
    daemon: Standin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    daemon.data("POST", "/miners/x/pause", MINER)
    program = called_as(tmp_path / "my tools" / "miner-ctrl", monkeypatch)
    done = CliRunner().invoke(main.cli, ["--url", daemon.url, "pause", "x"])
    assert f"Resume it with: {program} --url {daemon.url} resume x" in done.stdout
    elsewhere = CliRunner().invoke(main.cli, ["--url", "http://127.0.0.1:1/a", "--data-dir", "d", "list"])
    assert f"Start one with: {program} --data-dir d serve" in elsewhere.stderr


def test_advice_of_a_wrong_usage_can_be_pasted_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = called_as(tmp_path / "my tools" / "miner-ctrl", monkeypatch)
    file = tmp_path / "my config.json"
    file.write_text('{"pools": [{"url": "a:1", "user": "w"}]}')
    for command in (["start", "xmrig", "--config"], ["profile", "import"], ["check", "xmrig", "--config"]):
        done = CliRunner().invoke(main.cli, ["--data-dir", "d", *command, str(file)])
        assert done.exit_code == 2
        assert done.stderr.endswith(f"with: {program} --data-dir d import {quoted(str(file))}\n")


@pytest.mark.parametrize(
    ("words", "near"),
    [("startt", "'start'"), ("instal", "'install'"), ("confg", "'config'"), ("profile creat", "'create'")],
)
def test_an_unknown_command_is_answered_with_the_near_ones(words: str, near: str) -> None:
    done = CliRunner().invoke(main.cli, words.split())
    assert done.exit_code == 2
    assert "Did you mean" in done.stderr
    assert near in done.stderr


def test_errors_name_the_flag_that_sets_the_field(daemon: Standin, call: Call) -> None:
    issue = {"field": "pool", "issue": "is required"}
    one = {"field": "pool", "issue": "is required", "fields": [issue]}
    daemon.error("POST", "/miners/xmrig", 400, "INVALID_CONFIG", "pool: is required", **one)
    assert call("start", "xmrig").stderr == "Error: --pool HOST:PORT: is required\n"
    others = [{"field": "config.options.rate", "issue": "is no"}, {"field": "minerType", "issue": "is none"}]
    fields = [issue, *others, {"field": "pools[1].tls", "issue": "is odd"}]
    daemon.error("POST", "/profiles", 400, "INVALID_CONFIG", "pool: is required", fields=fields)
    lines = call("profile", "create", "x", "--type", "y").stderr.splitlines()
    assert lines[1:] == [
        "  --pool HOST:PORT: is required",
        "  --option rate: is no",
        "  --type TYPE: is none",
        "  pools[1].tls: is odd",
    ]
    daemon.error("POST", "/pools", 400, "INVALID_REQUEST", "pool: is required", **one)
    assert call("pools", "add", "x").stderr == "Error: HOST:PORT: is required\n"


def test_force_is_named_as_the_command_line_spells_it(daemon: Standin, call: Call) -> None:
    advice = {"suggestion": "Wait, or start with ?force=true."}
    daemon.error("POST", "/miners/xmrig", 503, "POOL_UNREACHABLE", "No pool answers.", **advice)
    assert "Wait, or start with --force." in call("start", "xmrig").stderr


def test_a_list_of_an_unknown_type_names_the_types(daemon: Standin, call: Call) -> None:
    daemon.data("GET", LIST + "&type=xmrik", page())
    daemon.data("GET", "/miners/available?page=1&limit=1000", page({"type": "xmrig"}, {"type": "demo"}))
    done = call("list", "--type", "xmrik")
    assert done.exit_code == 3
    assert "Did you mean xmrig? The miner types are: demo, xmrig." in done.stderr


def test_an_unknown_miner_is_answered_with_where_to_see_them(daemon: Standin, call: Call) -> None:
    daemon.error("GET", "/miners/x", 404, "MINER_NOT_FOUND", "There is no miner 'x'.", name="x", near=[])
    assert "See them all with: miner-ctrl list" in call("status", "x").stderr
    daemon.error("GET", "/miners/x", 404, "MINER_NOT_FOUND", "There is no miner 'x'. Did you mean y?", near=["y"])
    assert "See them all" not in call("status", "x").stderr
