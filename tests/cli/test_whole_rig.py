"""All miners at once: totals that say of how many they are, and verbs that go on after a failure."""

from typing import Any

import pytest

from mining.cli.whole_rig import totals
from tests.cli.conftest import Call, Standin

ALGORITHM = {
    "algorithm": "rx/0", "simulated": False, "miners": 2, "hashrate": 9000.0, "accepted": 12, "rejected": 1,
    "power": None, "sharedPower": None, "efficiency": None,
    "reporting": {"hashrate": 1, "shares": 2, "power": 0, "efficiency": 0},
}  # fmt: skip
CARDS = ALGORITHM | {
    "algorithm": "kawpow", "miners": 1, "hashrate": 6e7, "power": 240, "efficiency": 250_000.0,
    "reporting": {"hashrate": 1, "shares": 1, "power": 1, "efficiency": 1},
}  # fmt: skip
RIG = {"miners": 4, "statuses": {"running": 3, "stopped": 1}, "healths": {"ok": 3}, "algorithms": [ALGORITHM, CARDS]}


def result(name: str, status: str = "running", **more: Any) -> dict[str, Any]:
    return {"name": name, "ok": True, "status": status, "code": None, "message": None, "wording": None} | more


def test_totals_are_of_each_algorithm_and_say_of_how_many(daemon: Standin, call: Call) -> None:
    daemon.data("GET", "/summary", RIG)
    text = call("summary").stdout
    assert text.startswith("Miners: 4 (3 running, 1 stopped).\n")
    first, second = text.splitlines()[2:]
    assert first.split()[:6] == ["rx/0", "2", "9.00", "kH/s", "(of", "1)"]
    assert "—" in first, "no power is known"
    assert "60.00 MH/s" in second
    assert "240 W" in second
    assert "250.00 kH/W" in second
    assert "(of" not in second
    assert totals({"miners": 0, "statuses": {}, "algorithms": []}) == "Miners: 0."


@pytest.mark.parametrize("verb", ["restart", "pause", "resume"])
def test_a_verb_for_all_goes_on_after_a_failure(daemon: Standin, call: Call, verb: str) -> None:
    bad = result("b", ok=False, code="STORAGE_FULL", message="The disk is full.")
    daemon.data("POST", f"/miners/{verb}-all", {"results": [result("a"), bad]})
    done = call(verb, "--all")
    assert done.exit_code == 1
    assert f"a: {verb} requested; now ● running." in done.stdout
    assert "b: The disk is full." in done.stderr


def test_where_there_is_no_miner_for_it_that_is_said(daemon: Standin, call: Call) -> None:
    daemon.data("POST", "/miners/resume-all", {"results": []})
    done = call("resume", "--all")
    assert (done.exit_code, done.stdout) == (0, "There is no miner to resume.\n")


@pytest.mark.parametrize(
    "arguments", [("pause",), ("resume", "x", "--all"), ("restart",), ("restart", "--all", "--threads", "2")]
)
def test_one_name_or_all_is_wanted_and_all_stay_as_they_are(
    daemon: Standin, call: Call, arguments: tuple[str, ...]
) -> None:
    assert call(*arguments).exit_code == 2
    assert daemon.asked == []
