"""The command `open`: which address a browser gets, and that no key is in it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mining import __version__
from tests.cli.daemon_standin import Standin
from tests.daemons import wait_for
from tests.systems import POSIX


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A browser that only writes down what it was called with."""
    if sys.platform == "win32":
        pytest.skip("a browser of Windows is no script, and no variable names it")
    program, opened = tmp_path / "browser", tmp_path / "opened"
    program.write_text(f'#!/bin/sh\necho "$@" >> {opened}\n')
    program.chmod(0o700)
    monkeypatch.setenv("BROWSER", str(program))
    return opened


def on(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "mining.cli.main", "--data-dir", str(folder), "open", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


def written(opened: Path) -> str:
    """What the browser was called with; it is not waited for."""
    wait_for(lambda: opened.exists() and opened.read_text(), 10, "the browser")
    return opened.read_text()


def a_folder(daemon: Standin, folder: Path) -> Path:
    folder.mkdir()
    (folder / "daemon.json").write_text(json.dumps({"pid": os.getpid(), "url": daemon.url}))
    daemon.data("GET", "/healthz", {"status": "ok", "version": __version__, "problems": []})
    daemon.data("GET", "/summary", {})
    return folder


def test_the_dashboard_is_opened_and_its_address_printed(daemon: Standin, browser: Path, tmp_path: Path) -> None:
    folder = a_folder(daemon, tmp_path / "data")
    address = daemon.url.removesuffix("/api/v1/mining") + "/"
    assert on(folder).stdout == f"{address}\n"
    assert written(browser) == f"{address}\n"
    assert on(folder, "--print").stdout == f"{address}\n"
    assert json.loads(on(folder, "--print", "--json").stdout) == {"url": address, "needsKey": False, "keyFile": None}


def test_where_the_page_asks_for_a_key_its_file_is_named_and_the_key_nowhere(
    daemon: Standin, browser: Path, tmp_path: Path
) -> None:
    folder = a_folder(daemon, tmp_path / "data")
    (folder / "admin.token").write_text("mp_7f0c1f6e_secret\n")
    daemon.error("GET", "/summary", 401, "UNAUTHORIZED", "A key is needed.")
    done = on(folder)
    assert f"It is in {folder / 'admin.token'}" in done.stderr
    assert "secret" not in done.stdout + done.stderr + written(browser)


def test_a_key_whose_file_is_not_here_is_asked_for_all_the_same(daemon: Standin, browser: Path, tmp_path: Path) -> None:
    folder = a_folder(daemon, tmp_path / "data")
    daemon.error("GET", "/summary", 401, "UNAUTHORIZED", "A key is needed.")
    assert on(folder, "--print").stderr == "The page asks for your access key.\n"


def test_without_a_daemon_nothing_is_opened(browser: Path, tmp_path: Path) -> None:
    (tmp_path / "daemon.json").write_text(json.dumps({"pid": 1, "url": "http://127.0.0.1:1/x"}))
    assert on(tmp_path).returncode == 4
    assert not browser.exists()


@POSIX  # Windows has one, and no variable takes it away
def test_without_a_browser_the_address_is_there_all_the_same(
    daemon: Standin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_folder(daemon, tmp_path / "data")
    monkeypatch.setenv("BROWSER", "/absent/browser")
    monkeypatch.setenv("PATH", "/absent")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    done = on(folder)
    assert (done.returncode, done.stdout) == (1, daemon.url.removesuffix("/api/v1/mining") + "/\n")
    assert "in one yourself" in done.stderr
