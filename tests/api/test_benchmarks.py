"""Benchmarks through the API: what is asked for is read with every fault named, and what was measured is listed."""

from typing import Any

import pytest

from mining.domain.errors import InsufficientResources
from mining.miners import adapter
from tests.api.paper_rig import BODY
from tests.api.serving import Served

FOREIGN = {"Origin": "https://evil.com"}
PATH = "/miners/xmrig/benchmark"
TIMED = {"algo": "rx/0", "config": BODY}


def refused(here: Served, body: Any) -> dict[str, str]:
    answer = here.ask(PATH, "POST", json=body)
    assert answer.status_code == 400, answer.text
    return {fault["field"]: fault["issue"] for fault in answer.json()["error"]["details"]["fields"]}


def test_one_is_begun_with_what_was_asked_for_and_says_where_it_is(here: Served) -> None:
    answer = here.ask(f"{PATH}?confirm=abc", "POST", json=TIMED | {"seconds": 30})
    assert (answer.status_code, answer.headers["location"]) == (201, "/api/v1/mining/benchmarks/1")
    (_, type, order, confirm, _), *_ = [call for call in here.rig.calls if call[0] == "benchmark"]
    assert (type, order.algo, order.seconds, confirm, order.config.wallet) == (
        "xmrig",
        "rx/0",
        30,
        "abc",
        BODY["wallet"],
    )
    assert here.ask(PATH, "POST").json()["data"]["seconds"] == 60, "without a body all of it goes without saying"
    assert here.ask(f"{PATH}?wait=true", "POST", json={"algo": "rx/0", "threads": 1}).json()["data"]["threads"] == 1


def test_what_only_watches_is_refused_before_anything_else_is_said(here: Served) -> None:
    here.rig.kinds["cgminer"] = adapter("cgminer")
    answer = here.ask("/miners/cgminer/benchmark", "POST", json={"config": {"pool": "nowhere"}})
    assert answer.json()["error"]["code"] == "NOT_SUPPORTED", answer.text


def test_every_fault_is_named_at_its_field(here: Served) -> None:
    assert refused(here, {"seconds": 5, "threads": -1, "algoo": "x"}) == {
        "seconds": "must be at least 10", "threads": "must be at least 0",
        "algoo": "is not a known field; did you mean algo?",
    }  # fmt: skip
    assert refused(here, {"seconds": 3601}) == {"seconds": "must be at most 3600"}
    assert set(refused(here, {"config": {"pool": "nowhere"}})) == {"config.pool", "config.wallet"}
    assert set(refused(here, {"config": BODY | {"threads": -1}})) == {"config.threads"}
    assert refused(here, TIMED | {"threads": 1}) == {"threads": "belongs into config, where there is one"}
    assert here.ask(PATH, "POST", json=[1]).status_code == 400
    assert here.ask("/miners/nothing/benchmark", "POST", json={}).status_code == 404


def test_who_is_in_the_way_is_named(here: Served) -> None:
    here.rig.refusals.append(
        InsufficientResources("one uses what a benchmark would measure.", miner="one", miners=["one"])
    )
    answer = here.ask(PATH, "POST", json={})
    assert (answer.status_code, answer.json()["error"]["code"]) == (503, "INSUFFICIENT_RESOURCES")
    assert answer.json()["error"]["details"]["miners"] == ["one"]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("?sort=hashrate", ["2", "1"]), ("?sort=hashrate&order=asc", ["1", "2"]), ("?type=xmrig", ["2", "1"]),
        ("?type=other", []), ("?algorithm=rx/wow", ["2"]), ("?status=failed", []),
        ("?status=done,failed&limit=1", ["2"]),
    ],
)  # fmt: skip
def test_what_was_measured_is_listed_by_what_is_asked_for(here: Served, query: str, ids: list[str]) -> None:
    for algo in ("rx/0", "rx/wow"):
        here.ask(PATH, "POST", json={"algo": algo})
    assert [each["id"] for each in here.ask(f"/benchmarks{query}").json()["data"]["items"]] == ids


def test_one_is_shown_and_dropped_and_a_stranger_sees_no_path(here: Served) -> None:
    here.ask(PATH, "POST", json={})
    assert here.ask("/benchmarks/1").json()["data"]["hashrate"] == 1000.0
    assert "/p/xmrig" not in here.ask("/benchmarks/1", headers=FOREIGN).text
    assert "/p/xmrig" not in here.ask("/benchmarks", headers=FOREIGN).text
    assert here.ask("/benchmarks/1", "DELETE").status_code == 200
    assert here.ask("/benchmarks/1").json()["error"]["code"] == "JOB_NOT_FOUND"
    assert here.ask("/benchmarks/1", "DELETE").status_code == 404
