"""F1, F2, F13, F15, F17: mining survives the daemon, one daemon owns a folder, a reboot starts what was wanted once.

The long forms kill the daemon 1,000 times, or as often as the variable MINING_KILLS says, and print their figures.
"""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from itertools import pairwise
from pathlib import Path

import pytest

from tests.daemons import SCRIPT, SLACK, Daemon, daemon, wait_for

pytestmark = pytest.mark.slow
NAMES = ("one", "two", "three", "four")
KILLS = int(os.environ.get("MINING_KILLS", "1000"))
POLL = 1.0  # s, of tests/quick_daemon.py


class Sampler(threading.Thread):
    """Looks every 10 ms how many processes of each miner live; remembers the most."""

    def __init__(self, running: Daemon) -> None:
        super().__init__(daemon=True)
        self.most = dict.fromkeys(NAMES, 0)
        self.looks = 0
        self.births: dict[str, set[tuple[int, str]]] = {name: set() for name in NAMES}
        self._running = running
        self._done = threading.Event()

    def run(self) -> None:
        while not self._done.wait(0.01):
            for name, alive in self._running.alive_of(*NAMES).items():
                self.most[name] = max(self.most[name], len(alive))
                self.see(name, alive)
            self.looks += 1

    def see(self, name: str, alive: Iterable[int]) -> None:
        """Remember the processes of a miner by pid and birth."""
        self.births[name].update((pid, birth) for pid in alive if (birth := birth_of(pid)))

    def finish(self) -> None:
        self._done.set()
        self.join()


@pytest.fixture
def hogs() -> Iterator[list[subprocess.Popen[bytes]]]:
    """Programs that use every processor whole, two for each."""
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(2 * (os.cpu_count() or 1))]
    yield busy
    for each in busy:
        each.kill()
        each.wait()


@pytest.mark.parametrize("rounds", [12, pytest.param(KILLS, marks=pytest.mark.long)])
def test_no_miner_is_lost_or_doubled_when_the_daemon_is_killed_again_and_again(data_dir: Path, rounds: int) -> None:
    kill_and_look(data_dir, rounds)


@pytest.mark.parametrize("rounds", [3, pytest.param(KILLS, marks=pytest.mark.long)])
def test_nor_where_other_programs_use_the_whole_machine(
    data_dir: Path, hogs: list[subprocess.Popen[bytes]], rounds: int
) -> None:
    kill_and_look(data_dir, rounds)
    assert [each.poll() for each in hogs] == [None] * len(hogs), "the machine was not busy all the time"


def kill_and_look(data_dir: Path, rounds: int) -> None:
    chance = random.Random(7)
    with daemon(data_dir) as running:
        for name in NAMES:
            running.simulate(name, hashrate=1000)
        sampler = Sampler(running)
        sampler.start()
        miners_killed = 0
        away: list[tuple[float, float]] = []  # from when until when the daemon was gone
        ready: list[float] = []
        for _ in range(rounds):
            time.sleep(chance.random() / 2)
            if chance.random() < 0.3 or miners_killed == 0:
                for pid in running.alive(name := chance.choice(NAMES)):
                    sampler.see(name, [pid])  # it may have begun after the last look
                    os.kill(pid, signal.SIGKILL)
                    miners_killed += 1
            killed = time.time()
            running.kill()
            ready.append(running.start())
            away.append((killed, time.time()))
            if len(ready) % 100 == 0:
                print(f"{len(ready)} kills, {miners_killed} of miners, at most {sampler.most} at once", flush=True)
        for name in NAMES:
            wait_for(lambda name=name: running.miner(name)["status"] == "running", 10, f"{name} to run")
        sampler.finish()
        lost = max(unmeasured(data_dir, away), default=0.0)
        ready.sort()
        print(
            f"{rounds} kills of the daemon, {miners_killed} of miners, {sampler.looks} looks; answers again after "
            f"{ready[len(ready) // 2]:.1f} s, 99 of 100 within {ready[int(len(ready) * 0.99)]:.1f} s, all within "
            f"{ready[-1]:.1f} s; no figure for {lost:.1f} s beyond the daemon's absence"
        )
        starts = sum(len(sampler.births[name]) for name in NAMES)
        assert miners_killed > 0, "no miner was killed, so nothing was proven"
        assert sampler.most == dict.fromkeys(NAMES, 1), "a miner was lost or doubled"
        assert starts == len(NAMES) + miners_killed
        adopted = [event for event in running.events() if event["event"] == "adopt"]
        assert len(adopted) >= rounds * len(NAMES) - miners_killed
        assert lost <= 2 * POLL * SLACK


def birth_of(pid: int) -> str | None:
    """When a process began, in ticks since the boot: in 1,000 rounds the system gives some pids again."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    return None


def unmeasured(data: Path, away: list[tuple[float, float]]) -> Iterator[float]:
    """How long each stretch without a sample of a miner was, in seconds, the daemon's absence taken off."""
    with closing(sqlite3.connect(data / "history.db")) as history:
        measured = history.execute("SELECT miner_id, ts FROM samples ORDER BY miner_id, ts").fetchall()
    for (miner, before), (another, after) in pairwise(measured):
        if miner == another:
            gone = sum(max(0.0, min(end, after) - max(begin, before)) for begin, end in away)
            yield after - before - gone


@pytest.mark.parametrize("seconds", [6, pytest.param(60, marks=pytest.mark.long)])
def test_a_daemon_that_stood_still_accuses_no_miner_of_silence(data_dir: Path, seconds: int) -> None:
    with daemon(data_dir, silence=3, unproven=3) as running:
        pids = {name: running.simulate(name)["pid"] for name in NAMES}
        for name in NAMES:
            wait_for(lambda name=name: running.miner(name)["status"] == "running", 20, f"{name} to run")
        assert running.process is not None
        running.process.send_signal(signal.SIGSTOP)
        wait_for(lambda: stat_of(running.process.pid) == "T", 10, "the daemon to stand still")
        time.sleep(seconds)
        assert all(running.alive(name) == [pid] for name, pid in pids.items()), "a miner needs its daemon"
        running.process.send_signal(signal.SIGCONT)
        asked = lambda: running.miner("one")["stats"]["sampledAt"]  # noqa: E731 - it is asked again
        before = asked()
        wait_for(lambda: asked() > before, 30, "new figures")
        assert {name: running.miner(name)["pid"] for name in NAMES} == pids
        troubles = {"hang", "crash", "restart", "degraded"}
        assert [each["text"] for each in running.events() if each["event"] in troubles] == []


def stat_of(pid: int) -> str:
    """The letter of a process's state."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]


def test_a_daemon_killed_in_the_middle_of_a_spawn_finds_the_miner_by_its_lock(data_dir: Path) -> None:
    with daemon(data_dir) as running:
        pid = running.simulate("one")["pid"]
        running.kill()
        record = data_dir / "run" / "one" / "process.json"
        body = json.loads(record.read_text())
        body["pid"] = body["startTicks"] = None  # as it is written before the spawn
        record.write_text(json.dumps(body))
        running.start()
        miner = wait_for(lambda: (m := running.miner("one"))["status"] == "running" and m, 5, "the adoption")
        assert miner["pid"] == pid
        assert miner["hashrate"] is not None


def test_a_second_daemon_on_the_same_data_folder_ends_at_once_and_touches_nothing(data_dir: Path) -> None:
    with daemon(data_dir) as running:
        pid = running.simulate("one")["pid"]
        second = subprocess.run(
            [sys.executable, str(SCRIPT), str(data_dir), "0"], capture_output=True, text=True, timeout=60
        )
        assert second.returncode == 1
        assert f"pid {running.process.pid}" in second.stderr
        assert "--data-dir" in second.stderr
        assert running.miner("one")["pid"] == pid


def test_after_a_reboot_what_was_wanted_starts_once_and_what_was_stopped_stays_stopped(data_dir: Path) -> None:
    with daemon(data_dir) as running:
        before = {name: running.simulate(name)["pid"] for name in ("one", "two", "stopped")}
        running.call("DELETE", "/miners/stopped")
        running.call("POST", "/miners/two/pause")
        running.kill()
        for name in ("one", "two"):
            os.kill(before[name], signal.SIGKILL)
            record = data_dir / "run" / name / "process.json"
            body = json.loads(record.read_text())
            # The same pid now belongs to somebody else, in another boot.
            body |= {"bootId": "00000000-0000-0000-0000-000000000000", "pid": os.getpid()}
            record.write_text(json.dumps(body))
        running.start()
        wait_for(lambda: running.miner("one")["status"] == "running", 10, "one to run again")
        wait_for(lambda: running.miner("two")["status"] == "paused", 10, "two to be paused again")
        assert running.miner("one")["pid"] not in (before["one"], os.getpid())
        assert running.miner("stopped")["status"] == "stopped"
        assert [len(running.alive(name)) for name in ("one", "two", "stopped")] == [1, 1, 0]


def test_ending_the_daemon_leaves_the_miners_running_and_the_next_one_takes_them_over(data_dir: Path) -> None:
    with daemon(data_dir) as running:
        pid = running.simulate("one")["pid"]
        assert running.end() == 0
        assert running.alive("one") == [pid]
        running.start()
        assert running.miner("one")["pid"] == pid
        assert [event["event"] for event in running.events("one")] == ["start", "adopt"]
