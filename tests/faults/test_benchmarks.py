"""A benchmark outlives its daemon, or is begun again by the next one; whatever happens, no process is left behind."""

from pathlib import Path
from typing import Any

import pytest

from tests.daemons import Daemon, daemon, wait_for

pytestmark = pytest.mark.slow
ORDER = {"seconds": 10}
NAME = ".benchmark"


def begin(running: Daemon) -> str:
    status, answer = running.call("POST", "/miners/simulated/benchmark", ORDER)
    assert status == 201, answer
    return str(answer["data"]["id"])


def job(running: Daemon, id: str) -> dict[str, Any]:
    status, answer = running.call("GET", f"/benchmarks/{id}")
    assert status == 200, answer
    return dict(answer["data"])


def ended(running: Daemon, id: str) -> dict[str, Any]:
    found = wait_for(lambda: (each := job(running, id))["state"] != "running" and each, 60, "the end of the benchmark")
    return dict(found)


def told(running: Daemon) -> list[str]:
    return [event["text"] for event in running.events() if event["event"] == "benchmark"]


def test_a_killed_daemon_leaves_it_to_the_next_one_which_measures_the_same_process(data_dir: Path) -> None:
    with daemon(data_dir) as running:
        id = begin(running)
        (pid,) = wait_for(lambda: running.alive(NAME), 10, "its process")
        running.kill()
        assert running.alive(NAME) == [pid]
        running.start()
        assert running.alive(NAME) == [pid]
        assert job(running, id)["state"] == "running"
        assert running.call("GET", "/miners")[1]["data"]["items"] == [], "it is no miner"
        done = ended(running, id)
        assert (done["state"], done["method"], done["type"]) == ("done", "timed", "simulated")
        assert 900 < done["hashrate"] < 1100
        assert (running.alive(NAME), (data_dir / "run" / NAME).exists()) == ([], False)
        texts = wait_for(lambda: told(running) if len(told(running)) == 3 else None, 10, "its end in the timeline")
        assert [text.split(" with ")[0] for text in texts[:2]] == [
            "A benchmark of Simulated miner", "The benchmark of rx/0 goes on: the daemon ended meanwhile.",
        ]  # fmt: skip
        again = running.call("GET", "/benchmarks?type=simulated&algorithm=rx/0")[1]["data"]["items"]
        assert [each["id"] for each in again] == [id]


def test_a_daemon_that_ends_takes_it_along_and_the_next_one_begins_it_again(data_dir: Path) -> None:
    with daemon(data_dir) as running:
        id = begin(running)
        wait_for(lambda: running.alive(NAME), 10, "its process")
        assert running.end() == 0
        assert running.alive(NAME) == []
        running.start()
        assert ended(running, id)["state"] == "done"
        assert running.alive(NAME) == []


def test_it_is_cancelled_in_the_middle_and_forgotten(data_dir: Path) -> None:
    with daemon(data_dir) as running:
        id = begin(running)
        wait_for(lambda: running.alive(NAME), 10, "its process")
        status, second = running.call("POST", "/miners/simulated/benchmark", ORDER)
        assert (status, second["error"]["code"]) == (503, "INSUFFICIENT_RESOURCES")
        assert running.call("DELETE", f"/benchmarks/{id}")[1]["data"]["state"] == "cancelled"
        assert running.alive(NAME) == []
        assert running.call("DELETE", f"/benchmarks/{id}")[0] == 200
        assert running.call("GET", f"/benchmarks/{id}")[0] == 404
