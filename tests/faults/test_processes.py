"""F3, F5 to F9: crashes, hangs, stubborn and forking programs, recycled pids, and many hands at once."""

import concurrent.futures
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.daemons import Daemon, daemon, wait_for

pytestmark = pytest.mark.slow


def test_a_killed_miner_is_started_again_each_time_and_its_end_is_told(data_dir: Path) -> None:
    kills = 20
    with daemon(data_dir, first=0.02, longest=0.02) as running:
        running.simulate("one")
        other = running.simulate("other")["pid"]
        for _ in range(kills):
            pid = wait_for(lambda: (running.alive("one") or [None])[0], 5, "a living miner")
            os.kill(pid, signal.SIGKILL)
            wait_for(lambda pid=pid: running.alive("one") not in ([], [pid]), 5, "the next process")
        wait_for(lambda: running.miner("one")["restarts"] == kills, 5, f"{kills} restarts")
        assert running.miner("one")["lastExit"]["signal"] == signal.SIGKILL
        assert sum(event["event"] == "crash" for event in running.events("one")) == kills
        assert running.miner("other")["pid"] == other


def test_five_quick_exits_in_a_row_are_called_a_crash_loop_and_still_retried(data_dir: Path) -> None:
    with daemon(data_dir, first=0.05, longest=0.2, quick=10) as running:
        running.simulate("one", mode="crash", after=0.1, exitCode=3)
        wait_for(lambda: (running.miner("one")["reason"] or {}).get("code") == "crash_loop", 15, "the crash loop")
        miner = running.miner("one")
        assert miner["status"] == "error"
        assert miner["lastExit"]["code"] == 3
        restarts = miner["restarts"]
        wait_for(lambda: running.miner("one")["restarts"] > restarts, 5, "one more try")


def test_an_unusable_configuration_is_not_retried(data_dir: Path) -> None:
    with daemon(data_dir) as running:
        running.simulate("one", mode="config-exit", after=0.1)
        miner = wait_for(lambda: (m := running.miner("one"))["status"] == "error" and m, 5, "the error")
        assert miner["reason"]["code"] == "bad_config"
        time.sleep(0.5)
        assert (running.miner("one")["restarts"], running.miner("one")["nextRestartAt"]) == (0, None)


@pytest.mark.parametrize("mode", ["hang", "zero"])
def test_a_miner_that_hangs_is_restarted_and_its_neighbour_is_polled_on_time(data_dir: Path, mode: str) -> None:
    with daemon(data_dir, silence=4.0, idle=4.0) as running:  # longer than a busy machine holds a neighbour up
        running.simulate("hung", mode=mode, after=0.5)
        running.simulate("well")
        first = running.miner("hung")["pid"]
        wait_for(lambda: any(e["event"] == "hang" for e in running.events("hung")), 25, "the hang to be noticed")
        wait_for(lambda: running.miner("hung")["pid"] not in (None, first), 10, "the restart")
        assert running.miner("well")["restarts"] == 0
        wait_for(
            lambda: any(point["hashrate"] is not None for point in history(running, "well")),
            25,
            "the bucket of its first samples to be over",
        )


def history(running: Daemon, name: str) -> list[dict[str, float | None]]:
    status, answer = running.call("GET", f"/miners/{name}/hashrate-history?duration=5m&resolution=10s")
    assert status == 200
    return list(answer["data"]["points"])


@pytest.mark.parametrize(
    ("mode", "code"), [("hang-api", "api_unreachable"), ("garbage", "garbage"), ("huge", "garbage")]
)
def test_silence_and_garbage_are_told_and_mining_goes_on(data_dir: Path, mode: str, code: str) -> None:
    with daemon(data_dir) as running:
        pid = running.simulate("odd", mode=mode, after=1)["pid"]
        wait_for(lambda: running.miner("odd")["health"] == "unreachable", 15, "the verdict")
        miner = running.miner("odd")
        assert miner["reason"]["code"] == code
        wait_for(lambda: running.miner("odd")["stats"]["quality"] == "stale", 15, "the figures to be called old")
        assert running.miner("odd")["pid"] == pid


def test_a_slow_miner_does_not_delay_another_ones_polls(data_dir: Path) -> None:
    with daemon(data_dir) as running:
        running.simulate("well")
        seconds_of_polls(running, "well", 4)  # the early ones
        alone = seconds_of_polls(running, "well", 5)
        for name in ("slow", "slower", "slowest"):
            running.simulate(name, mode="slow", after=0)
        wait_for(lambda: running.miner("slowest")["health"] == "unreachable", 15, "polls of the slow ones that failed")
        beside = seconds_of_polls(running, "well", 5)
        assert beside < 2 * alone, "one after the other they would take many times as long"


def seconds_of_polls(running: Daemon, name: str, polls: int) -> float:
    """How long it takes until a miner was polled so often."""
    stamps: set[str | None] = {running.miner(name)["stats"]["sampledAt"]}
    begun = time.monotonic()

    def polled() -> bool:
        stamps.add(running.miner(name)["stats"]["sampledAt"])
        return len(stamps) > polls

    wait_for(polled, 8 * polls, f"{polls} polls of {name}")
    return time.monotonic() - begun


def test_a_miner_that_ignores_sigterm_is_killed_after_its_grace(data_dir: Path) -> None:
    with daemon(data_dir) as running:
        pid = running.simulate("stubborn", mode="ignore-term", after=0)["pid"]
        wait_for(lambda: running.miner("stubborn")["stats"]["sampledAt"], 10, "its first figures")  # it ignores by now
        assert running.call("DELETE", "/miners/stubborn")[0] == 200
        miner = wait_for(lambda: (m := running.miner("stubborn"))["status"] == "stopped" and m, 15, "its end")
        assert miner["lastExit"]["signal"] == signal.SIGKILL, "it obeyed, so nothing was proven"
        assert not Path(f"/proc/{pid}").exists()


def test_what_a_miner_leaves_behind_is_ended_with_it_and_no_descriptor_leaks(data_dir: Path) -> None:
    with daemon(data_dir) as running:
        assert running.process is not None
        descriptors = Path(f"/proc/{running.process.pid}/fd")
        running.simulate("first")
        running.call("DELETE", "/miners/first")
        time.sleep(0.3)
        before = len(list(descriptors.iterdir()))
        for _ in range(3):
            pid = running.simulate("parent", mode="fork-child", after=0)["pid"]
            wait_for(lambda pid=pid: set(session(pid)) - {pid}, 5, "the grandchild")
            running.call("DELETE", "/miners/parent")
            wait_for(lambda pid=pid: all(stat(p).startswith("Z") for p in session(pid)), 5, "the family to be gone")
        wait_for(lambda: len(list(descriptors.iterdir())) <= before, 5, "the descriptors to be closed")
        owner = running.process.pid
        wait_for(lambda: not any(stat(p).startswith("Z") for p in children(owner)), 5, "the dead to be buried")


def session(leader: int) -> list[int]:
    return [pid for pid in processes() if stat(pid).split()[3:4] == [str(leader)]]


def children(parent: int) -> list[int]:
    return [pid for pid in processes() if stat(pid).split()[1:2] == [str(parent)]]


def processes() -> list[int]:
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]


def stat(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].strip()
    except OSError:
        return ""


@pytest.mark.parametrize("forged", [{"startTicks": 1}, {"bootId": "00000000-0000-0000-0000-000000000000"}])
def test_a_process_that_inherited_the_pid_is_never_touched(data_dir: Path, forged: dict[str, object]) -> None:
    with (
        daemon(data_dir) as running,
        subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as innocent,
    ):
        try:
            pid = running.simulate("one")["pid"]
            running.kill()
            os.kill(pid, signal.SIGKILL)
            record = data_dir / "run" / "one" / "process.json"
            record.write_text(json.dumps(json.loads(record.read_text()) | {"pid": innocent.pid} | forged))
            running.start()
            wait_for(lambda: running.miner("one")["status"] == "running", 10, "the miner to run again")
            assert running.miner("one")["pid"] != innocent.pid
            running.call("DELETE", "/miners/one")
            assert innocent.poll() is None
        finally:
            innocent.kill()


def test_an_exit_of_the_run_before_starts_nothing(data_dir: Path) -> None:
    with daemon(data_dir) as running:
        running.simulate("one")
        for _ in range(5):
            status, answer = running.call("POST", "/miners/one/restart")
            assert (status, answer["data"]["status"]) == (201, "running")
        time.sleep(1)
        assert len(running.alive("one")) == 1
        assert running.miner("one")["restarts"] == 0, "a restart by a person was taken for a crash"


@pytest.mark.parametrize("calls", [200, pytest.param(1000, marks=pytest.mark.long)])
def test_many_hands_at_once_never_make_two_of_one_miner(data_dir: Path, calls: int) -> None:
    chance = random.Random(3)
    names = ("one", "two", "three", "four")
    body = {"pool": "pool.example:3333", "wallet": "anybody"}

    def act(running: Daemon, name: str, verb: str) -> int:
        if verb == "start":
            return running.call("POST", f"/miners/simulated?name={name}", body)[0]
        if verb == "stop":
            return running.call("DELETE", f"/miners/{name}")[0]
        return running.call("POST", f"/miners/{name}/restart")[0]

    with daemon(data_dir) as running:
        for name in names:
            running.simulate(name)
        work = [(chance.choice(names), chance.choice(("start", "stop", "restart"))) for _ in range(calls)]
        most = 0
        with concurrent.futures.ThreadPoolExecutor(24) as pool:
            jobs = [pool.submit(act, running, *item) for item in work]
            while not all(job.done() for job in jobs):
                most = max(most, *(len(running.alive(name)) for name in names))
            codes = {job.result() for job in jobs}
        assert most == 1
        assert codes <= {200, 201, 409}, codes
        for name, last in (("one", "stop"), ("two", "restart"), ("three", "stop"), ("four", "restart")):
            assert act(running, name, last) in (200, 201)
        assert [len(running.alive(name)) for name in names] == [0, 1, 0, 1]
        assert [running.miner(name)["status"] for name in names] == ["stopped", "running", "stopped", "running"]


def test_forgetting_and_starting_at_once_never_leaves_a_process_that_nobody_knows(data_dir: Path) -> None:
    body = {"pool": "pool.example:3333", "wallet": "anybody"}
    with daemon(data_dir) as running, concurrent.futures.ThreadPoolExecutor(8) as pool:
        forgotten = 0
        for _ in range(6):
            jobs = [pool.submit(running.call, "POST", "/miners/simulated?name=one", body) for _ in range(3)]
            jobs += [pool.submit(running.call, "DELETE", "/miners/one?forget") for _ in range(3)]
            codes = [job.result()[0] for job in jobs]
            forgotten += codes[3:].count(200)
            assert set(codes) <= {200, 201, 404, 409}, codes
            known = running.call("GET", "/miners/one")[0] == 200
            assert known or running.alive("one") == []
        assert forgotten, "nothing was forgotten, so nothing was proven"
