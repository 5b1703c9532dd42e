"""The promise on the system of this machine, whichever it is; CI runs these on Windows and macOS too."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPException
from pathlib import Path

import psutil
import pytest

from mining.foundation.platform import ask_to_end
from tests import promise
from tests.daemons import wait_for
from tests.promise import ServedDaemon

pytestmark = pytest.mark.slow
WINDOWS = os.name == "nt"
SYSTEM = "windows" if WINDOWS else sys.platform


class DaemonHere(ServedDaemon):
    """A child of ours, on any system: on Windows its process is a child of the one that we start."""

    def argv(self) -> list[str]:
        """The command that becomes the daemon."""
        return [sys.executable, *self.command("serve"), "--port", str(self.port)]

    def start(self, limit: float = 30.0) -> float:
        """Start it in a console of its own; returns the seconds until its API answered."""
        begun = time.monotonic()
        with suppress(FileNotFoundError):
            (self.data / "daemon.json").write_bytes(b"")
        apart = {"creationflags": getattr(subprocess, "CREATE_NO_WINDOW", 0)}
        with (self.data.parent / "daemon.log").open("ab") as output:
            self.process = subprocess.Popen(self.argv(), stdout=output, stderr=output, env=os.environ, **apart)
        wait_for(self._answers, limit, "the daemon to answer")
        return time.monotonic() - begun

    @property
    def log(self) -> str:
        """What it has printed."""
        return (self.data.parent / "daemon.log").read_text(errors="replace")[-4000:]

    @property
    def pid(self) -> int:
        """Its own pid, as it tells in its folder."""
        return int(json.loads((self.data / "daemon.json").read_text())["pid"])

    def _answers(self) -> bool:
        assert self.process is not None
        assert self.process.poll() is None, f"the daemon ended with {self.process.returncode}:\n{self.log}"
        try:
            return self.pid > 0 and self.call("GET", "/info")[0] == 200
        except (OSError, ValueError, KeyError, HTTPException):
            return False

    def ask(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command of `miner-ctrl` to its end."""
        return subprocess.run([sys.executable, *self.command(*words)], capture_output=True, text=True, timeout=300)

    def kill(self) -> None:
        """End it by force, at whatever it is doing."""
        assert self.process is not None
        psutil.Process(self.pid).kill()
        self.process.wait(60)

    def press_ctrl_c(self) -> int:
        """Ctrl-C in its console; its exit code."""
        assert self.process is not None
        if WINDOWS:
            assert ask_to_end(self.pid)
        else:
            self.process.send_signal(signal.SIGINT)
        return self.process.wait(60)

    def clean_up(self) -> None:
        """End the daemon, its miners and what these have started."""
        miners = [json.loads(record.read_text())["pid"] for record in self.data.glob("run/*/process.json")]
        if self.process is not None and self.process.poll() is None:
            self.kill()
        for pid in filter(None, miners):
            with suppress(psutil.Error):
                for each in [*psutil.Process(pid).children(recursive=True), psutil.Process(pid)]:
                    each.kill()


@contextmanager
def a_daemon_here(data: Path) -> Iterator[DaemonHere]:
    """A running one; at the end it and its miners are gone."""
    running = DaemonHere(data)
    try:
        running.start()
        yield running
    finally:
        running.clean_up()


def test_it_mines_and_ctrl_c_ends_the_daemon_while_its_miner_goes_on_until_it_is_stopped(data_dir: Path) -> None:
    with a_daemon_here(data_dir) as daemon:
        promise.ctrl_c_ends_the_daemon_while_its_miner_goes_on_until_it_is_stopped(daemon, SYSTEM)


@pytest.mark.parametrize("rounds", [3, pytest.param(30, marks=pytest.mark.long)])
def test_no_miner_is_lost_or_doubled_when_the_daemon_is_killed_again_and_again(data_dir: Path, rounds: int) -> None:
    with a_daemon_here(data_dir) as daemon:
        promise.no_miner_is_lost_or_doubled_by_kills(daemon, rounds)
