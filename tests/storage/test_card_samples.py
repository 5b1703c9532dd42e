"""Each graphics card has series of its own, one for each algorithm, in the widths of the miner's and as bounded."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mining.domain.metrics import CardSample, Sample
from mining.domain.retention import Retention
from mining.engine.history import history
from mining.storage.store import DiskStores, open_stores

T0 = datetime(2026, 1, 1, tzinfo=UTC)
FIRST, SECOND = "0000:01:00.0", "0000:02:00.0"
STEPS = (10, 60, 300, 3600)


def at(seconds: float) -> datetime:
    return T0 + timedelta(seconds=seconds)


async def mine(store: DiskStores, seconds: range, algorithm: str | None = "kawpow", **rates: float) -> None:
    cards = tuple(
        CardSample(card={"first": FIRST, "second": SECOND}[card], hashrate=rate) for card, rate in rates.items()
    )
    for second in seconds:
        await store.samples.add("one", Sample(at=at(second), hashrate=99.0, algorithm=algorithm, cards=cards))


async def rates(store: DiskStores, card: str, step: int, *algorithms: str | None, miner: str = "one") -> list[float]:
    found = await store.samples.hashrates(miner, T0, at(7200), step, algorithms or ("kawpow",), card)
    return [rate for _, rate in found]


def left(path: Path) -> list[int]:
    tables = ("cards", "card_samples", "card_rates")
    with closing(sqlite3.connect(path)) as connection:
        return [connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0] for table in tables]


@pytest.mark.parametrize("step", STEPS)
async def test_each_card_is_a_series_of_its_own_at_every_width(tmp_path: Path, step: int) -> None:
    async with open_stores(tmp_path / "history.db") as store:
        await mine(store, range(0, 10, 5), first=60.0, second=40.0)
        await mine(store, range(10, 3600, 1200), first=60.0)
        assert set(await rates(store, FIRST, step)) == {60.0}
        assert await rates(store, SECOND, step) == [40.0]
        assert await rates(store, "0", step) == []
        assert await rates(store, FIRST, step, miner="two") == []
        assert await store.samples.cards("one") == [FIRST, SECOND]
        assert await store.samples.cards("two") == []


@pytest.mark.parametrize("step", STEPS)
async def test_a_bucket_is_the_mean_of_one_algorithm_the_first_that_was_measured(tmp_path: Path, step: int) -> None:
    async with open_stores(tmp_path / "history.db") as store:
        await mine(store, range(0, 2), first=50.0)
        await mine(store, range(2, 4), first=70.0)
        await mine(store, range(4, 6), "kheavyhash", first=5e9)
        await mine(store, range(6, 7), None, first=3.0)
        assert await rates(store, FIRST, step, "kawpow", None) == [60.0]
        assert await rates(store, FIRST, step, "kheavyhash", "kawpow") == [5e9]
        assert await rates(store, FIRST, step, "rx/0", None) == [3.0]
        assert await rates(store, FIRST, step, "rx/0") == []


async def test_a_sample_that_replaces_another_counts_once(tmp_path: Path) -> None:
    async with open_stores(tmp_path / "history.db") as store:
        for rate in (10.0, 20.0):
            await mine(store, range(0, 1), first=rate)
        assert [await rates(store, FIRST, step) for step in STEPS] == [[20.0]] * 4


async def test_the_history_of_one_card_has_the_buckets_of_the_miner_s(tmp_path: Path) -> None:
    async with open_stores(tmp_path / "history.db") as store:
        await mine(store, range(0, 60, 10), first=60.0)
        await mine(store, range(60, 120, 10), first=61.0, second=40.0)
        whole = await history(store.samples, "one", 120, 60, at(120), Retention())
        one = await history(store.samples, "one", 120, 60, at(120), Retention(), None, SECOND)
        assert [point.timestamp for point in one.points] == [point.timestamp for point in whole.points]
        assert ([point.hashrate for point in one.points], one.card, one.algorithm) == ([None, 40.0], SECOND, "kawpow")
        assert (whole.card, one.algorithms) == (None, ("kawpow",))


async def test_cards_are_pruned_and_forgotten_with_the_rest(tmp_path: Path) -> None:
    keep = Retention(samples=60, minutes=120, hours=None)
    async with open_stores(tmp_path / "history.db", retention=lambda: keep) as store:
        await mine(store, range(0, 30, 10), first=60.0, second=40.0)
        store.samples._pruned_at = 0.0
        await mine(store, range(300, 301), first=60.0)
        assert left(tmp_path / "history.db") == [2, 1, 3], "minutes and samples of old have gone, their hours have not"
        assert [await rates(store, card, 3600) for card in (FIRST, SECOND)] == [[60.0], [40.0]]
        await store.samples.forget("one")
    assert left(tmp_path / "history.db") == [0, 0, 0]


async def test_a_card_of_which_nothing_is_left_goes_itself(tmp_path: Path) -> None:
    keep = Retention(samples=60, minutes=60, hours=3600)
    async with open_stores(tmp_path / "history.db", retention=lambda: keep) as store:
        await mine(store, range(0, 1), first=60.0, second=40.0)
        store.samples._pruned_at = 0.0
        await mine(store, range(7200, 7201), first=60.0)
        assert await store.samples.cards("one") == [FIRST]


async def test_an_hour_does_not_get_poorer_when_the_clock_goes_back(tmp_path: Path) -> None:
    keep = Retention(samples=60, minutes=60)
    async with open_stores(tmp_path / "history.db", retention=lambda: keep) as store:
        await mine(store, range(0, 60, 10), first=60.0)
        store.samples._pruned_at = 0.0
        await mine(store, range(3600, 3601), first=60.0)  # the minutes of the first hour are gone
        await mine(store, range(120, 121), first=1.0)
        assert await rates(store, FIRST, 3600) == [60.0, 60.0]


async def test_what_an_older_version_left_behind_goes_at_the_next_opening(tmp_path: Path) -> None:
    async with open_stores(tmp_path / "history.db") as store:
        await mine(store, range(0, 30, 10), first=60.0)
    with closing(sqlite3.connect(tmp_path / "history.db")) as connection, connection:
        for table in ("samples", "minutes", "hours"):  # as 0.1.0 prunes them, and then it tells of something
            connection.execute(f"DELETE FROM {table}")
        connection.execute("INSERT INTO events (at, kind, text, details) VALUES (1, 'start', 'x', '{}')")
    async with open_stores(tmp_path / "history.db"):
        pass
    assert left(tmp_path / "history.db") == [0, 0, 0]
