"""A daemon that systemd has started, which here is a socket that hears what it says, and its miners at its restart."""

import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.daemons import Daemon, wait_for

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="systemd is Linux's")]


@pytest.fixture
def heard(tmp_path: Path) -> Iterator[socket.socket]:
    """What systemd listens on."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(str(tmp_path / "notify"))
        listener.settimeout(30)
        yield listener


def test_a_daemon_tells_systemd_that_it_is_ready_alive_and_ending_and_its_miner_goes_on(
    data_dir: Path, tmp_path: Path, heard: socket.socket
) -> None:
    running = Daemon(data_dir)
    running.variables = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "400000"}
    try:
        running.start()
        first = {heard.recv(99) for _ in range(3)}
        assert first == {b"READY=1", b"WATCHDOG=1"}
        running.simulate("one")
        pids = wait_for(lambda: running.alive("one"), 10, "the miner")
        assert Path(f"/proc/{pids[0]}/oom_score_adj").read_text() == "500\n"
        assert running.process is not None
        running.process.send_signal(signal.SIGTERM)  # what KillMode=process does at a restart
        while heard.recv(99) != b"STOPPING=1":
            pass
        running.process.wait(60)
        assert running.alive("one") == pids
        running.start()
        wait_for(lambda: running.miner("one")["status"] == "running", 20, "the miner to be adopted")
        assert running.alive("one") == pids
    finally:
        running.clean_up()


def test_a_daemon_that_hangs_gives_no_sign_of_life(data_dir: Path, tmp_path: Path, heard: socket.socket) -> None:
    running = Daemon(data_dir)
    running.variables = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "200000"}
    try:
        running.start()
        assert running.process is not None
        running.process.send_signal(signal.SIGSTOP)
        heard.settimeout(1)
        with suppress(TimeoutError):  # once what was sent before is read
            for _ in range(1000):
                heard.recv(99)
            raise AssertionError("it went on to say that it is alive")
        running.process.send_signal(signal.SIGCONT)
        heard.settimeout(30)
        assert heard.recv(99) == b"WATCHDOG=1"
    finally:
        running.clean_up()
