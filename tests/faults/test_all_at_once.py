"""Verbs for all miners over HTTP, on real processes: one of them fails or obeys no signal, the others go their way."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mining.miners import adapter
from mining.programs.registered import register
from tests.daemons import Daemon, daemon, wait_for
from tests.standins.program_standin import install_program

pytestmark = pytest.mark.slow
OTHERS = ("one", "two")  # simulated ones, which pause and resume


@pytest.fixture
def program(data_dir: Path, tmp_path: Path) -> Path:
    """A program of others, which obeys no SIGTERM and cannot be paused."""
    (tmp_path / "vendor").mkdir()
    path = install_program(tmp_path / "vendor", "t-rex", ignore_term=True)
    register(adapter("t-rex"), path, data_dir / "programs")
    return path


@pytest.fixture
def three(data_dir: Path, program: Path) -> Iterator[Daemon]:
    """A daemon with two simulated miners and that one, all of them at work."""
    with daemon(data_dir) as running:
        for name in OTHERS:
            running.simulate(name)
        body = {"pool": "127.0.0.1:9", "wallet": "somebody", "algo": "kawpow"}
        status, answer = running.call("POST", "/miners/t-rex?force=true", body)
        assert status == 201, answer
        for name in (*OTHERS, "t-rex"):
            wait_for(lambda name=name: running.miner(name)["status"] == "running", 20, f"{name} to run")
        yield running


def of_all(running: Daemon, verb: str) -> dict[str, Any]:
    """What became of each of them, by its name."""
    status, answer = running.call("POST", f"/miners/{verb}")
    assert status == 200, answer
    return {each["name"]: each for each in answer["data"]["results"]}


def pids(running: Daemon) -> dict[str, list[int]]:
    return {name: running.alive(name) for name in (*OTHERS, "t-rex")}


def test_one_whose_program_was_changed_is_not_restarted_and_the_others_are(three: Daemon, program: Path) -> None:
    before = pids(three)
    program.write_text(program.read_text() + "# another\n")
    results = of_all(three, "restart-all")
    assert {name: each["ok"] for name, each in results.items()} == {"one": True, "two": True, "t-rex": False}
    assert results["t-rex"]["code"] == "MINER_NOT_INSTALLED"
    assert "no longer what was registered" in results["t-rex"]["message"]
    after = pids(three)
    for name in OTHERS:
        assert len(after[name]) == 1
        assert after[name] != before[name], "another process"
    assert three.miner("t-rex")["wanted"] == "running", "what a restart could not do is tried again by the rules"


def test_one_that_cannot_be_paused_goes_on_while_the_others_rest(three: Daemon) -> None:
    results = of_all(three, "pause-all")
    assert {name: (each["ok"], each["code"]) for name, each in results.items()} == {
        "one": (True, None), "two": (True, None), "t-rex": (False, "NOT_SUPPORTED"),
    }  # fmt: skip
    assert [three.miner(name)["status"] for name in (*OTHERS, "t-rex")] == ["paused", "paused", "running"]
    assert {name: each["ok"] for name, each in of_all(three, "resume-all").items()} == {"one": True, "two": True}


def test_one_that_obeys_no_signal_is_ended_by_force_and_nothing_of_any_is_left(three: Daemon) -> None:
    living = pids(three)
    assert all(len(each) == 1 for each in living.values())
    results = of_all(three, "stop-all")
    assert {name: each["ok"] for name, each in results.items()} == dict.fromkeys(living, True)
    assert [results[name]["status"] for name in OTHERS] == ["stopped", "stopped"], "they wait for no other"
    wait_for(lambda: three.miner("t-rex")["status"] == "stopped", 30, "the end of its patience")
    assert pids(three) == {name: [] for name in living}
    ends = {event["miner"] for event in three.events() if event["event"] == "stop"}
    assert ends == {*living}
    assert of_all(three, "stop-all") == {}
