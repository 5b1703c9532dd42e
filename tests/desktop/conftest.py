"""A screen that nobody sees, and the real app on it, beside a real daemon with simulated miners."""

import json
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.daemons import Daemon, daemon, wait_for
from tests.desktop.app_process import App, a_screen


@pytest.fixture(scope="session")
def screen() -> Iterator[dict[str, str]]:
    """The environment of a program on a screen of its own."""
    with a_screen() as variables:
        yield variables


@pytest.fixture
def start(screen: dict[str, str], tmp_path: Path) -> Iterator[Callable[..., App]]:
    """Starts the app; homes and settings of whoever runs the tests are not touched."""
    apps: list[App] = []
    home = {name: str(tmp_path / "home" / name) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}

    def begin(folder: Path, **options: Any) -> App:
        apps.append(App(screen | home, folder, **options))
        return apps[-1]

    yield begin
    for app in apps:
        app.clean_up()


@pytest.fixture
def running(data_dir: Path) -> Iterator[Daemon]:
    """A daemon on a data folder, on which nothing mines yet."""
    with daemon(data_dir, first=600.0, longest=600.0) as running:
        yield running


@pytest.fixture
def idle(data_dir: Path) -> Iterator[Path]:
    """A data folder on which no daemon runs; one that is started there takes a free port, and ends with the test."""
    (data_dir / "settings.yaml").write_text("port: 0\n")
    yield data_dir
    with suppress(OSError, ValueError, KeyError):
        pid = json.loads((data_dir / "daemon.json").read_text())["pid"]
        os.kill(pid, signal.SIGTERM)
        wait_for(lambda: not Path(f"/proc/{pid}").exists(), 20, "the daemon to end")
