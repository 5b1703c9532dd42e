"""The option `--start`: a real daemon in the background, which outlives the command and is not started twice."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

from mining.cli.main import cli
from tests.daemons import wait_for

CLI = [sys.executable, "-m", "mining.cli.main"]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A data folder whose daemon, if there is one, is ended."""
    place = tmp_path / "data"
    yield place
    with suppress(OSError, ValueError, KeyError):
        pid = int(json.loads((place / "daemon.json").read_text())["pid"])
        os.kill(pid, signal.SIGTERM)
        wait_for(lambda: not Path(f"/proc/{pid}").exists(), 30, "the daemon to end")


def run(folder: Path, *arguments: str, **variables: str) -> "subprocess.CompletedProcess[str]":
    env = os.environ | {"MINING_PORT": "0"} | variables
    return subprocess.run(
        [*CLI, "--data-dir", str(folder), *arguments], capture_output=True, text=True, env=env, timeout=180
    )


@pytest.mark.slow
def test_a_daemon_is_started_once_in_the_background_and_goes_on(folder: Path) -> None:
    assert run(folder, "list", MINING_PORT="1").returncode == 4, "nobody is started unasked"
    assert not folder.exists()
    first = run(folder, "--start", "list")
    assert (first.returncode, "No miners yet" in first.stdout) == (0, True), first.stderr
    pid = json.loads((folder / "daemon.json").read_text())["pid"]
    assert f"started in the background (pid {pid}). Its log: {folder / 'serve.log'}" in first.stderr
    assert "answers at" in (folder / "serve.log").read_text()
    assert os.getsid(pid) == pid, "the end of a terminal is not its end"
    second = run(folder, "--start", "list")
    assert (second.returncode, second.stderr) == (0, "")
    assert json.loads((folder / "daemon.json").read_text())["pid"] == pid


@pytest.mark.slow
def test_a_daemon_that_cannot_start_says_why(folder: Path) -> None:
    refused = run(folder, "--start", "list", MINING_HOST="203.0.113.1")
    assert refused.returncode == 1
    assert "the daemon did not start" in refused.stderr
    assert "203.0.113.1" in refused.stderr


def test_only_the_daemon_of_a_data_folder_is_started(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["--data-dir", str(tmp_path), "--url", "http://127.0.0.1:1/x", "--start", "list"])
    assert (done.exit_code, "leave out --url" in done.stderr) == (2, True)


def test_whoever_finds_no_daemon_is_told_both_ways_to_one(tmp_path: Path) -> None:
    (tmp_path / "daemon.json").write_text(json.dumps({"url": "http://127.0.0.1:1/x"}))
    said = CliRunner().invoke(cli, ["--data-dir", str(tmp_path), "list"]).stderr
    assert "Start one with: " in said
    assert "--start before the command" in said
