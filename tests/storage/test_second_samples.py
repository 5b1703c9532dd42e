"""What is computed beside the main work has series of its own, which no bucket mixes with another one."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mining.domain.history import HistoryChoice
from mining.domain.metrics import Sample, WorkSample
from mining.domain.retention import Retention
from mining.engine.history import history, past
from mining.storage.store import DiskStores, open_stores

T0 = datetime(2026, 1, 1, tzinfo=UTC)


def at(seconds: float) -> datetime:
    return T0 + timedelta(seconds=seconds)


async def mine(
    store: DiskStores, seconds: range, second: str | None = "kheavyhash", main: str | None = "kawpow"
) -> None:
    for place, second_ in enumerate(seconds):
        beside = (WorkSample(algorithm=second, hashrate=5e9, accepted=place, pool="k:1"),) if second else ()
        sample = Sample(at=at(second_), hashrate=20e6, accepted=100 + place, algorithm=main, pool="a:1", second=beside)
        await store.samples.add("one", sample)


@pytest.mark.parametrize("step", [10, 60, 300, 3600])
async def test_both_algorithms_are_series_of_their_own_at_every_width(tmp_path: Path, step: int) -> None:
    async with open_stores(tmp_path / "history.db") as store:
        await mine(store, range(0, 60, 10))
        assert {rate for _, rate in await store.samples.hashrates("one", T0, at(3600), step, ("kawpow",))} == {20e6}
        assert await store.samples.hashrates("one", T0, at(3600), step, ("kheavyhash",)) == []
        found = await store.samples.beside("one", T0, at(3600), step)
        assert set(found) == {"kheavyhash"}
        assert {figures["hashrate"] for figures in found["kheavyhash"].values()} == {5e9}
        assert max(figures["accepted"] for figures in found["kheavyhash"].values()) == 5
        assert [name for name, _ in await store.samples.algorithms("one")] == ["kawpow"]


async def test_a_main_work_of_an_unknown_algorithm_keeps_its_series(tmp_path: Path) -> None:
    async with open_stores(tmp_path / "history.db") as store:
        await mine(store, range(0, 60, 10), main=None)
        assert {rate for _, rate in await store.samples.hashrates("one", T0, at(60), 60)} == {20e6}


async def test_the_history_names_it_and_shows_it_alone_when_asked(tmp_path: Path) -> None:
    async with open_stores(tmp_path / "history.db") as store:
        await mine(store, range(0, 60, 10))
        now = at(60)
        shown = await history(store.samples, "one", 60, 10, now, Retention())
        assert (shown.algorithm, shown.algorithms) == ("kawpow", ("kawpow", "kheavyhash"))
        assert {point.hashrate for point in shown.points} == {20e6}
        alone = await history(store.samples, "one", 60, 10, now, Retention(), "KHeavyHash")
        assert (alone.algorithm, {point.hashrate for point in alone.points}) == ("kheavyhash", {5e9})
        choice = HistoryChoice(("one",), ("hashrate", "accepted", "power"), None, None, 60, 10)
        (miner,) = (await past(store.samples, choice, now, Retention())).miners
        (second,) = miner.second
        assert (miner.algorithms, second.algorithm) == (("kawpow", "kheavyhash"), "kheavyhash")
        assert [(each.metric, each.values) for each in second.series] == [
            ("hashrate", (5e9,) * 6),
            ("accepted", (0, 1, 2, 3, 4, 5)),
        ]
        assert miner.series[1].values == (100, 101, 102, 103, 104, 105)


async def test_what_was_once_beside_and_once_the_main_work_is_one_series(tmp_path: Path) -> None:
    async with open_stores(tmp_path / "history.db") as store:
        await mine(store, range(0, 60, 10))
        await mine(store, range(60, 120, 10), second=None, main="kheavyhash")
        alone = await history(store.samples, "one", 120, 60, at(120), Retention(), "kheavyhash")
        assert [point.hashrate for point in alone.points] == [5e9, 20e6]


async def test_it_is_pruned_and_forgotten_with_the_rest(tmp_path: Path) -> None:
    def left() -> list[int]:
        with closing(sqlite3.connect(tmp_path / "history.db")) as connection:
            return [
                connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]
                for table in ("second_samples", "second_rates")
            ]

    keep = Retention(samples=60, minutes=120, hours=None)
    async with open_stores(tmp_path / "history.db", retention=lambda: keep) as store:
        await mine(store, range(0, 30, 10))
        store.samples._pruned_at = 0.0
        await mine(store, range(300, 301))
        assert left() == [1, 2], "the minute of old has gone, its hour has not"
        await store.samples.forget("one")
    assert left() == [0, 0]


async def test_what_an_older_version_left_behind_goes_at_the_next_opening(tmp_path: Path) -> None:
    async with open_stores(tmp_path / "history.db") as store:
        await mine(store, range(0, 30, 10))
    with closing(sqlite3.connect(tmp_path / "history.db")) as connection, connection:
        for table in ("samples", "minutes", "hours"):  # as 0.1.0 prunes them, and then it tells of something
            connection.execute(f"DELETE FROM {table}")
        connection.execute("INSERT INTO events (at, kind, text, details) VALUES (1, 'start', 'x', '{}')")
    async with open_stores(tmp_path / "history.db") as store:
        assert await store.samples.beside("one", T0, at(60), 10) == {}
        assert await store.samples.beside("one", T0, at(3600), 3600) == {}


@pytest.mark.parametrize("step", [10, 60, 3600])
async def test_three_algorithms_at_once_are_three_series(tmp_path: Path, step: int) -> None:
    async with open_stores(tmp_path / "history.db") as store:
        beside = (WorkSample(algorithm="kheavyhash", hashrate=5e9), WorkSample(algorithm="zil", hashrate=3e6))
        await store.samples.add("one", Sample(at=T0, hashrate=20e6, algorithm="kawpow", second=beside))
        found = await store.samples.beside("one", T0, at(3600), step)
        assert {name: figures[T0]["hashrate"] for name, figures in found.items()} == {"kheavyhash": 5e9, "zil": 3e6}
