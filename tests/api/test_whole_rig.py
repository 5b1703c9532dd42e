"""All miners at once, coins, algorithms, wallets and jobs over HTTP."""

from collections.abc import Iterator
from typing import Any

import pytest

from mining.domain.errors import MinerNotFound
from mining.domain.metrics import Gpu, PerformanceMetrics, Shares, WorkMetrics
from mining.domain.miner import Miner
from mining.domain.summary import summary
from mining.miners import adapter
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


def cards(*watts: int | None) -> tuple[Gpu, ...]:
    return tuple(Gpu(id=place, hashrate=1.0, power_usage=each) for place, each in enumerate(watts))


def with_power(name: str, rate: float | None, *watts: int | None, beside: float | None = None) -> Miner:
    """A miner of kawpow on cards, perhaps with kheavyhash beside."""
    miner = a_miner_of(name, "kawpow", rate)
    main = WorkMetrics(algorithm="kawpow", hashrate=rate)
    second = WorkMetrics(algorithm="kheavyhash", hashrate=beside, shares=Shares(accepted=5))
    works = (main,) if beside is None else (main, second)
    return miner.but(stats=miner.stats.but(gpu=cards(*watts), work=works))


def test_two_algorithms_of_one_miner_are_summed_apart_and_its_power_is_not_divided() -> None:
    totals = summary(
        [with_power("a", 100.0, 50, 50), with_power("b", 10.0, 30, beside=7e9), a_miner_of("c", "kheavyhash", 1e9)],
        lambda miner: True,
    )
    kawpow, kheavyhash = sorted(totals.algorithms, key=lambda each: each.algorithm or "")
    assert (kawpow.miners, kawpow.hashrate, kawpow.accepted) == (2, 110.0, 4)
    assert (kheavyhash.miners, kheavyhash.hashrate, kheavyhash.accepted) == (2, 8e9, 7)
    assert (kawpow.power, kawpow.shared_power, kawpow.efficiency) == (100, 30, 1.0)
    assert (kheavyhash.power, kheavyhash.shared_power, kheavyhash.efficiency) == (None, 30, None)
    assert kawpow.reporting.to_json() == {"hashrate": 2, "shares": 2, "power": 1, "efficiency": 1}
    assert kheavyhash.reporting.to_json() == {"hashrate": 2, "shares": 2, "power": 0, "efficiency": 0}


def test_power_and_efficiency_are_of_the_same_miners_and_never_of_a_part_of_one() -> None:
    (kawpow,) = summary(
        [with_power("known", 100.0, 50), with_power("part", 100.0, 50, None), with_power("silent", None, 25)],
        lambda miner: True,
    ).algorithms
    assert (kawpow.power, kawpow.efficiency, kawpow.hashrate) == (75, 2.0, 200.0)
    assert kawpow.reporting.to_json() == {"hashrate": 2, "shares": 3, "power": 2, "efficiency": 1}
    (kawpow,) = summary([with_power("on the processor too", 100.0, 50)]).algorithms
    assert (kawpow.power, kawpow.efficiency) == (None, None)


def on_card(name: str, rate: float | None, watts: int | None, *places: str | None, algorithm: str = "kawpow") -> Miner:
    """A miner of one algorithm on the cards at these places, each of which draws so many W."""
    miner = a_miner_of(name, algorithm, rate)
    gpu = tuple(Gpu(id=number, bus_id=place, power_usage=watts) for number, place in enumerate(places))
    return miner.but(stats=miner.stats.but(gpu=gpu))


def test_a_card_of_two_miners_of_one_algorithm_draws_its_power_once() -> None:
    (kawpow,) = summary(
        [on_card("a", 10.0, 200, "0000:01:00.0"), on_card("b", 20.0, 210, "0000:01:00.0", "0000:02:00.0")],
        lambda miner: True,
    ).algorithms
    assert (kawpow.power, kawpow.shared_power) == (420, None), "of two answers of one card the higher"
    assert kawpow.efficiency == round(30 / 420, 3)
    assert (kawpow.reporting.power, kawpow.reporting.efficiency) == (2, 2)


def test_cards_whose_place_nobody_told_are_taken_for_two() -> None:
    (kawpow,) = summary([on_card("a", 10.0, 200, None), on_card("b", 20.0, 200, None)], lambda miner: True).algorithms
    assert kawpow.power == 400


def test_two_backends_of_one_miner_on_one_card_are_one_card() -> None:
    miner = a_miner_of("a", "kawpow", 10.0)
    gpu = (
        Gpu(id=0, backend="cuda", bus_id="0000:01:00.0", power_usage=200),
        Gpu(id=0, backend="opencl", bus_id="0000:01:00.0"),
    )
    (kawpow,) = summary([miner.but(stats=miner.stats.but(gpu=gpu))], lambda miner: True).algorithms
    assert (kawpow.power, kawpow.reporting.power) == (200, 1)


def test_what_a_card_of_two_algorithms_draws_is_of_neither_alone() -> None:
    totals = summary(
        [
            on_card("a", 10.0, 200, "0000:01:00.0"),
            on_card("b", 5.0, 200, "0000:01:00.0", algorithm="etchash"),
            on_card("c", 30.0, 100, "0000:02:00.0"),
        ],
        lambda miner: True,
    )
    etchash, kawpow = sorted(totals.algorithms, key=lambda each: each.algorithm or "")
    assert (kawpow.power, kawpow.shared_power, kawpow.efficiency) == (100, 200, 0.3)
    assert (etchash.power, etchash.shared_power, etchash.efficiency) == (None, 200, None)
    assert (kawpow.reporting.power, etchash.reporting.power) == (1, 0)


def test_an_efficiency_is_not_of_one_whose_card_somebody_else_uses_whose_rate_or_power_is_not_known() -> None:
    some = [
        on_card("a", 10.0, 100, "0000:01:00.0", "0000:02:00.0"),
        on_card("b", 20.0, 100, "0000:02:00.0", "0000:03:00.0"),
        on_card("not yet", None, 100, "0000:03:00.0"),
        on_card("apart", 30.0, 100, "0000:04:00.0"),
    ]
    (kawpow,) = summary(some, lambda miner: True).algorithms
    assert (kawpow.power, kawpow.efficiency, kawpow.reporting.efficiency) == (400, 0.3, 1)
    (kawpow,) = summary(some[:2], lambda miner: miner.name == "a").algorithms
    assert (kawpow.power, kawpow.efficiency) == (200, None), "the other one mines on the processor too"


@pytest.mark.parametrize(
    ("cpu", "power"), [({}, None), ({"cpu": {"enabled": True}}, None), ({"cpu": {"enabled": False}}, 220)]
)
def test_the_power_of_a_miner_on_the_processor_is_not_known(cpu: dict[str, Any], power: int | None) -> None:
    with served(PaperRig(a_miner("a").but(config=a_miner().config | cpu))) as server:
        (total,) = data_of(server.ask("/summary"))["algorithms"]
    assert (total["power"], total["reporting"]["hashrate"]) == (power, 1)


@pytest.mark.parametrize(("algorithm", "power"), [("kawpow", 220), ("rx/0", None)])
def test_where_the_algorithm_decides_what_computes_it_the_power_on_cards_is_known(
    algorithm: str, power: int | None
) -> None:
    miner = a_miner("a", type="nanominer")
    rig = PaperRig(miner.but(stats=miner.stats.but(algorithm=algorithm)))
    rig.kinds["nanominer"] = adapter("nanominer")
    with served(rig) as server:
        (total,) = data_of(server.ask("/summary"))["algorithms"]
    assert total["power"] == power


def test_one_that_is_forgotten_or_defective_meanwhile_keeps_nobody_from_the_results(several: Served) -> None:
    rig = several.rig
    stop = rig.stop

    async def odd(name: str, **how: Any) -> Any:
        if name == "a":
            rig.known.pop("a")
            raise MinerNotFound("There is no miner 'a'.")
        if name == "c":
            raise RuntimeError("a defect")
        return await stop(name, **how)

    rig.stop = odd
    results = data_of(several.ask("/miners/stop-all", "POST"))["results"]
    assert [(each["name"], each["ok"], each["code"]) for each in results] == [
        ("a", False, "MINER_NOT_FOUND"), ("c", False, "INTERNAL_ERROR"),
    ]  # fmt: skip


def test_all_are_stopped_that_would_start_again_by_themselves() -> None:
    waits = a_miner("waits", status="error", wanted="running", pid=None)
    with served(PaperRig(waits, a_miner("off", status="stopped", wanted="stopped", pid=None))) as server:
        results = data_of(server.ask("/miners/stop-all", "POST"))["results"]
    assert [each["name"] for each in results] == ["waits"]


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
    assert {each["ticker"]: each["asic"] for each in coins}.items() >= {("XMR", False), ("BTC", True), ("NANO", False)}
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
