"""All miners at once, coins, algorithms, wallets and jobs over HTTP."""

from collections.abc import Iterator
from typing import Any

import pytest

from mining.domain.metrics import PerformanceMetrics, Shares
from mining.domain.miner import Miner
from mining.domain.summary import summary
from tests.api.paper_rig import WALLET, PaperRig, a_miner
from tests.api.serving import Served, data_of, error_of, served


def a_miner_of(name: str, algorithm: str | None, hashrate: float | None, **more: Any) -> Miner:
    stats = PerformanceMetrics(algorithm=algorithm, hashrate=hashrate, shares=Shares(accepted=2, rejected=1))
    return a_miner(name, hashrate=hashrate, stats=stats, **more)


@pytest.fixture
def several() -> Iterator[Served]:
    rig = PaperRig(
        a_miner("a"), a_miner("b", status="stopped", wanted="stopped", pid=None), a_miner("c", wanted="paused")
    )
    with served(rig) as running:
        yield running


def test_a_summary_adds_up_each_algorithm_apart_and_what_only_pretends_apart() -> None:
    told = summary(
        [
            a_miner_of("a", "rx/0", 10.0),
            a_miner_of("b", "rx/0", None),
            a_miner_of("c", "kawpow", 5.0),
            a_miner_of("d", "rx/0", 99.0, simulated=True),
            a_miner_of("e", "rx/0", 7.0, pid=None, status="stopped"),
        ]
    )
    rows = [(each.algorithm, each.simulated, each.miners, each.hashrate, each.accepted) for each in told.algorithms]
    assert rows == [("rx/0", False, 2, 10.0, 4), ("kawpow", False, 1, 5.0, 2), ("rx/0", True, 1, 99.0, 2)]
    assert (told.miners, told.statuses) == (5, {"running": 4, "stopped": 1})


def test_the_summary_is_shown_to_everybody(several: Served) -> None:
    told = data_of(several.ask("/summary", headers={"Origin": "https://evil.com"}))
    assert told["miners"] == 3


@pytest.mark.parametrize(
    ("verb", "names"), [("stop-all", "ac"), ("restart-all", "ac"), ("pause-all", "a"), ("resume-all", "c")]
)
def test_a_verb_on_all_concerns_those_that_it_makes_sense_for(several: Served, verb: str, names: str) -> None:
    told = data_of(several.ask(f"/miners/{verb}", "POST"))
    assert "".join(each["name"] for each in told["results"]) == names
    assert all(each["ok"] for each in told["results"])


def test_verbs_on_all_are_not_for_foreign_pages(several: Served) -> None:
    answer = several.ask("/miners/stop-all", "POST", headers={"Origin": "https://evil.com"})
    assert error_of(answer) == (403, "ORIGIN_NOT_ALLOWED")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"wallet": WALLET, "coin": "XMR"}, {"valid": True, "checked": True, "coin": "XMR", "kind": "primary"}),
        ({"wallet": WALLET, "pool": "pool.supportxmr.com:3333"}, {"valid": True, "coin": "XMR"}),
        ({"wallet": WALLET[:-1] + "B", "coin": "XMR"}, {"valid": False, "coin": None}),
        ({"wallet": WALLET, "coin": "BTC"}, {"valid": False}),
        ({"wallet": "YOUR_WALLET_ADDRESS", "coin": "XMR"}, {"valid": False, "checked": False}),
        ({"wallet": "somebody"}, {"valid": True, "checked": False, "coin": None}),
    ],
)
def test_a_wallet_is_told_what_it_is(several: Served, asked: dict[str, str], told: dict[str, object]) -> None:
    answer = data_of(several.ask("/wallets/check", "POST", json=asked))
    assert answer | told == answer
    assert (answer["issue"] is None) == answer["valid"]


def test_a_wallet_question_that_is_malformed_is_refused(several: Served) -> None:
    assert error_of(several.ask("/wallets/check", "POST", json={"coin": "XMR"})) == (400, "INVALID_REQUEST")


def test_coins_and_algorithms_are_listed(several: Served) -> None:
    coins = data_of(several.ask("/coins?limit=1000"))["items"]
    assert {"XMR", "BTC"} <= {each["ticker"] for each in coins}
    (row,) = data_of(several.ask("/algorithms"))["items"]
    assert (row["name"], row["types"]) == ("rx/0", ["simulated", "xmrig"])
    assert "randomx" in row["aliases"]
    assert "XMR" in row["coins"]


def test_jobs_are_listed_by_type_and_state(several: Served) -> None:
    data_of(several.ask("/miners/xmrig/install", "POST"))
    assert [each["type"] for each in data_of(several.ask("/jobs"))["items"]] == ["xmrig"]
    assert data_of(several.ask("/jobs?status=running,failed"))["items"] == []
    assert data_of(several.ask("/jobs?status=done&type=xmrig"))["pagination"]["total"] == 1
    assert error_of(several.ask("/jobs?status=odd")) == (400, "INVALID_REQUEST")
