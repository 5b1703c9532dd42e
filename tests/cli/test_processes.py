"""The command line as a process: what it imports, how it ends, and the whole demo."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mining import __version__
from tests.cli.daemon_standin import standin
from tests.cli.recorded import MINER, page
from tests.daemons import wait_for
from tests.demo.processes import free_port
from tests.systems import POSIX

CLI = [sys.executable, "-m", "mining.cli.main"]


def test_help_and_status_import_nothing_slow() -> None:
    heavy = (
        "{'pydantic', 'rich', 'httptools', 'fastapi', 'uvicorn', 'structlog', 'yaml', 'asyncio', 'platformdirs', "
        "'secrets', 'mining.domain.message', 'mining.client.answers'}"
    )
    script = (
        "import sys; from mining.cli.main import cli\n"
        "cli(sys.argv[1:], standalone_mode=False)\n"
        f"print(sorted({heavy} & set(sys.modules)), file=sys.stderr)"
    )
    with standin() as daemon:
        daemon.data("GET", "/miners?page=1&limit=1000", page(MINER))
        daemon.data("GET", "/healthz", {"status": "ok", "version": __version__, "problems": []})
        for arguments in (["--help"], ["--url", daemon.url, "status"]):
            command = [sys.executable, "-X", "utf8", "-c", script, *arguments]
            done = subprocess.run(command, capture_output=True, encoding="utf-8")
            assert (done.returncode, done.stderr.strip()) == (0, "[]")


def test_a_terminal_without_our_signs_gets_an_answer_all_the_same() -> None:
    with standin() as daemon:
        daemon.data("GET", "/miners/xmrig", MINER)
        environment = os.environ | {"PYTHONIOENCODING": "latin-1"}
        done = subprocess.run([*CLI, "--url", daemon.url, "status", "xmrig"], capture_output=True, env=environment)
    assert done.returncode == 0
    assert b"? running" in done.stdout


@POSIX  # on Windows a Ctrl-C of ours goes to a whole console; tests/systems and tests/wine press it there
def test_following_ends_quietly_with_ctrl_c() -> None:
    with standin() as daemon:
        daemon.data("GET", "/miners/x/logs?lines=200", {"items": [{"time": None, "text": "one"}], "cursor": "1"})
        daemon.data("GET", "/miners/x/logs?lines=5000&cursor=1", {"items": [], "cursor": "1"})
        command = [*CLI, "--url", daemon.url, "logs", "x", "-f"]
        following = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=_unbuffered(), preexec_fn=_hear_ctrl_c
        )
        assert following.stdout is not None
        assert following.stdout.readline() == b"one\n"
        wait_for(lambda: len(daemon.asked) > 1, 10, "the second question")
        following.send_signal(signal.SIGINT)
        rest, said = following.communicate(timeout=60)
    assert (following.returncode, rest, said) == (0, b"", b"")


@POSIX
@pytest.mark.parametrize(
    ("command", "closed", "code"),
    [
        ("--help", ">&-", 0), ("settings path", ">&-", 0), ("settings path", ">&- 2>&-", 0), ("list", ">&-", 4),
        ("--help", ">/dev/full", 1), ("--help", "| :", 0), ("profile import -", "<&-", 2), ("import -", "<&-", 2),
        ("profile create x --type xmrig --password -", "<&-", 2), ("profile import /dev/zero", "", 2),
        ("import /dev/zero", "", 2), ("start xmrig --config /dev/zero", "", 2),
        ("profile import -", "</dev/zero", 2),
    ],
)  # fmt: skip
def test_closed_and_endless_files_are_no_traceback(command: str, closed: str, code: int) -> None:
    line = f'"$0" -m mining.cli.main --url http://127.0.0.1:1/x {command} {closed}'
    done = subprocess.run(["sh", "-c", line, sys.executable], capture_output=True, text=True, timeout=60)
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert ("it is a device, where a file belongs" in done.stderr) == ("zero" in command)
    assert ("is larger than 1 MiB" in done.stderr) == ("zero" in closed)


@pytest.mark.slow
def test_demo_mines_says_what_runs_and_ends_all_it_started(tmp_path: Path) -> None:
    command = [*CLI, "demo", "--data-dir", str(tmp_path), "--port", str(free_port())]
    demo = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=_unbuffered(), preexec_fn=_hear_ctrl_c
    )
    assert demo.stdout is not None
    try:
        shown = ""
        while "shares accepted" not in shown and "share accepted" not in shown:
            line = demo.stdout.readline()
            assert line, shown
            shown += line
        notice = json.loads((tmp_path / "demo.json").read_text("utf-8"))
        daemon = json.loads((tmp_path / "daemon.json").read_text("utf-8"))["pid"]
        second = subprocess.run(command, capture_output=True, text=True)
        assert (second.returncode, second.stderr) == (0, "")
        assert f"already runs (pid {demo.pid})" in second.stdout
        asked = subprocess.run([*CLI, "--url", notice["url"], "--json", "status", "demo"], capture_output=True)
        miner = json.loads(asked.stdout)["pid"]

        os.kill(notice["poolPid"], signal.SIGKILL)
        while "The pool has ended; it is started again." not in shown:
            shown += demo.stdout.readline()
        while not re.search(r"started again\.\n(.*\n)*.*accepted", shown):  # the miner found the new pool
            line = demo.stdout.readline()
            assert line, shown
            shown += line
        pool = json.loads((tmp_path / "demo.json").read_text("utf-8"))["poolPid"]
    finally:
        demo.send_signal(signal.SIGINT)
        rest, _ = demo.communicate(timeout=60)
    assert demo.returncode == 0
    assert "All three have ended." in rest
    assert f"{notice['url']}/swagger/index.html" in shown
    assert re.search(r"Dashboard\s+http://127\.0\.0\.1:[0-9]+/\n", shown)
    assert not [pid for pid in (daemon, miner, pool) if Path(f"/proc/{pid}").exists()]


def _hear_ctrl_c() -> None:
    """A shell without job control starts what is in its background deaf to Ctrl-C; its children inherit that."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _unbuffered() -> dict[str, str]:
    return os.environ | {"PYTHONUNBUFFERED": "1"}
