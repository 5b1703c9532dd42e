"""The commands that measure and that list what was measured."""

from typing import Any

import pytest

from mining.cli import bench
from tests.cli.conftest import Call
from tests.cli.daemon_standin import Standin

JOB: dict[str, Any] = {
    "id": "1", "type": "xmrig", "algorithm": "rx/0", "seconds": 60, "threads": None,
    "method": "own",
    "state": "running",
    "progress": 0.0, "hashrate": None, "samples": 0, "version": "6.26.0", "hardware": "A processor, 8 threads",
    "startedAt": "2026-01-01T00:00:00Z", "endedAt": None, "code": None, "message": "XMRig prepares to compute rx/0.",
}  # fmt: skip
HALF = JOB | {"progress": 0.5, "message": "It is measured: 30 of 60 s."}
DONE = JOB | {"state": "done", "progress": 1.0, "hashrate": 4120.5, "samples": 61, "message": "XMRig computes it."}
BEGIN = ("POST", "/miners/xmrig/benchmark")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "LOOK", 0.0)


def test_it_is_followed_to_its_end_and_the_result_is_shown(daemon: Standin, call: Call) -> None:
    daemon.data(*BEGIN, JOB)
    daemon.data("GET", "/benchmarks/1", JOB, HALF, HALF, DONE)
    done = call("bench", "xmrig", "--algo", "rx/0", "--seconds", "60", "--threads", "4")
    assert done.exit_code == 0
    assert daemon.asked[0][2] == {"algo": "rx/0", "seconds": 60, "threads": 4}
    assert done.stderr.splitlines() == [JOB["message"], HALF["message"]]
    for text in ("4.12 kH/s", "rx/0", "xmrig 6.26.0", "A processor, 8 threads", "61 readings, its own benchmark"):
        assert text in done.stdout


def test_a_pool_makes_a_configuration_of_it(daemon: Standin, call: Call) -> None:
    daemon.data("POST", "/miners/xmrig/benchmark?confirm=abc", DONE)
    call("bench", "xmrig", "--algo", "kawpow", "--pool", "a:1", "--wallet", "w", "--confirm", "abc")
    config = {"algo": "kawpow", "pool": "a:1", "wallet": "w"}
    assert daemon.asked[0][2] == {"algo": "kawpow", "config": config}


def test_one_that_failed_is_a_failure_in_its_words(daemon: Standin, call: Call) -> None:
    daemon.data(*BEGIN, JOB)
    daemon.data("GET", "/benchmarks/1", JOB | {"state": "failed", "message": "It computed nothing within 300 s."})
    done = call("bench", "xmrig")
    assert (done.exit_code, done.stderr.splitlines()[-1]) == (1, "Error: It computed nothing within 300 s.")


def test_ctrl_c_cancels_it(daemon: Standin, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    daemon.data(*BEGIN, JOB)
    daemon.data("DELETE", "/benchmarks/1", JOB | {"state": "cancelled", "message": "It was cancelled by me."})

    def interrupt(_: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(bench.time, "sleep", interrupt)
    done = call("bench", "xmrig")
    assert (done.exit_code, done.stderr.splitlines()[-1]) == (130, "It was cancelled by me.")


def test_what_was_measured_is_a_table(daemon: Standin, call: Call) -> None:
    daemon.data("GET", "/benchmarks?type=xmrig&limit=1000", {"items": [DONE]}, {"items": []})
    assert call("benchmarks", "--type", "xmrig").stdout.splitlines()[1].split()[:4] == [
        "xmrig",
        "6.26.0",
        "rx/0",
        "4.12",
    ]
    assert "Begin with: miner-ctrl bench" in call("benchmarks", "--type", "xmrig").stdout
