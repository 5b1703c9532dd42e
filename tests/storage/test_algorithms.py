"""Samples know their algorithm: no bucket mixes two, and what an older version measured is of an unknown one."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from mining.domain.event import Event
from mining.domain.metrics import Sample
from mining.domain.retention import Retention
from mining.engine.history import history
from mining.foundation.document import NewerDocument
from mining.storage.database import refuse_newer
from mining.storage.store import DiskStores, open_stores

T0 = datetime(2026, 1, 1, tzinfo=UTC)
STEPS = (10, 60, 300, 3600)


def at(seconds: float) -> datetime:
    return T0 + timedelta(seconds=seconds)


async def mine(
    store: DiskStores, seconds: range, rate: float, algorithm: str | None, pool: str = "a:1", miner: str = "one"
) -> None:
    for second in seconds:
        await store.samples.add(miner, Sample(at=at(second), hashrate=rate, algorithm=algorithm, pool=pool))


async def rates(store: DiskStores, step: int, *algorithms: str | None, miner: str = "one") -> list[float]:
    found = await store.samples.hashrates(miner, T0, at(7200), step, algorithms or (None,))
    return [rate for _, rate in found]


def rows(path: Path, sql: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


@pytest.mark.parametrize("step", STEPS)
async def test_a_bucket_in_which_the_algorithm_changed_is_of_the_one_that_is_asked_for(
    tmp_path: Path, step: int
) -> None:
    async with open_stores(tmp_path / "history.db") as store:
        await mine(store, range(0, 5), 1000.0, "rx/0")
        await mine(store, range(5, 10), 9.0, "cn/r")
        assert await rates(store, step, "rx/0") == [1000.0]
        assert await rates(store, step, "cn/r") == [9.0]
        assert await rates(store, step, "kawpow") == []
        assert await rates(store, step) == [], "what is known is not of an unknown algorithm"
        assert await rates(store, step, "kawpow", "cn/r") == [9.0]


@pytest.mark.parametrize("step", STEPS)
async def test_a_program_that_does_not_tell_its_algorithm_has_an_unknown_one(tmp_path: Path, step: int) -> None:
    async with open_stores(tmp_path / "history.db") as store:
        await mine(store, range(0, 10), 5.0, None)
        assert await rates(store, step) == [5.0]
        assert await store.samples.algorithms("one") == []
        await mine(store, range(3600, 3610), 7.0, "rx/0")
        assert await rates(store, step, "rx/0", None) == [5.0, 7.0]
        assert await rates(store, step, "rx/0") == [7.0]


async def test_the_intervals_say_from_when_to_when_which_pool_was_mined(tmp_path: Path) -> None:
    async with open_stores(tmp_path / "history.db") as store:
        await mine(store, range(0, 50, 10), 1.0, "rx/0")
        await mine(store, range(50, 100, 10), 1.0, "rx/0", pool="b:2")
        await mine(store, range(100, 120, 10), 1.0, "cn/r", pool="b:2")
        await mine(store, range(100, 120, 10), 1.0, "rx/0", miner="two")
        assert await store.samples.algorithms("one") == [("cn/r", at(110)), ("rx/0", at(90))]
    async with open_stores(tmp_path / "history.db") as store:
        await mine(store, range(120, 140, 10), 1.0, "cn/r", pool="b:2")
    found = rows(tmp_path / "history.db", "SELECT start, until, algorithm, pool FROM intervals WHERE miner_id = 1")
    zero = int(T0.timestamp())
    assert [(start - zero, until - zero, *what) for start, until, *what in found] == [
        (0, 40, "rx/0", "a:1"),
        (50, 90, "rx/0", "b:2"),
        (100, 110, "cn/r", "b:2"),
        (120, 130, "cn/r", "b:2"),
    ]


async def test_forgetting_and_pruning_leave_nothing_of_an_algorithm(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    async with open_stores(path, retention=lambda: Retention(60, 3600, 7200)) as store:
        await mine(store, range(0, 10), 1.0, "rx/0")
        await mine(store, range(0, 10), 1.0, "rx/0", miner="two")
        await store.records.forget_miner("one")
        await store.samples.forget("one")
        assert rows(path, "SELECT DISTINCT miner_id FROM rates UNION SELECT DISTINCT miner_id FROM intervals") == [(2,)]
        await mine(store, range(10 * 3600, 10 * 3600 + 1), 1.0, "cn/r", miner="two")
        assert rows(path, "SELECT DISTINCT algorithm FROM rates") == [("cn/r",)]
        assert rows(path, "SELECT algorithm FROM intervals") == [("cn/r",)]


def write_as_0_1_0(path: Path, *changes: str) -> None:
    """What an older version would do to the database: it lists the columns that it knows, and tells that it began."""
    began = "INSERT INTO events (at, kind, text, details) VALUES (1, 'daemon.start', 'It has started.', '{}')"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for change in (began, *changes):
            connection.execute(change)


async def test_what_an_older_version_measures_is_of_no_interval_and_what_it_forgets_does_not_come_back(
    tmp_path: Path,
) -> None:
    path, zero = tmp_path / "history.db", int(T0.timestamp())
    async with open_stores(path) as store:
        await store.events.add(Event(at=T0, kind="daemon.start", text="It has started."))
        await mine(store, range(0, 10), 1.0, "rx/0")
        await mine(store, range(0, 10), 1.0, "rx/0", miner="two")
    write_as_0_1_0(
        path,
        f"INSERT OR REPLACE INTO samples (miner_id, ts, hashrate) VALUES (1, {zero + 20}, 5000)",
        *(f"DELETE FROM {table} WHERE miner_id = 2" for table in ("samples", "minutes", "hours")),
        "DELETE FROM series WHERE id = 2",
    )
    async with open_stores(path) as store:
        await mine(store, range(4000, 4010), 3.0, "kawpow", miner="three")  # under the number that is free again
        assert await rates(store, 10, "rx/0") == [1.0]
        assert await rates(store, 10, "rx/0", None) == [1.0, 5.0]
        assert await rates(store, 60, "rx/0", miner="three") == []
        assert [algorithm for algorithm, _ in await store.samples.algorithms("three")] == ["kawpow"]


async def test_a_kind_that_0_1_0_does_not_know_is_config_to_it_and_exact_to_us(tmp_path: Path) -> None:
    async with open_stores(tmp_path / "history.db") as store:
        for kind in ("profile", "settings", "autostart", "start"):
            await store.events.add(Event(at=T0, kind=kind, text="x"))
        assert [event.kind for event in await store.events.since(0, None, 9)] == [
            "profile",
            "settings",
            "autostart",
            "start",
        ]
    kinds = rows(tmp_path / "history.db", "SELECT kind FROM events")
    assert kinds == [("config",), ("config",), ("config",), ("start",)]


async def test_an_event_of_an_unknown_kind_is_shown_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    async with open_stores(path) as store:
        await store.events.add(Event(at=T0, kind="start", text="x"))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE events SET exact_kind = 'price.low', text = 'Power is cheap.'")
    async with open_stores(path) as store:
        (event,) = await store.events.since(0, None, 9)
        assert (event.kind, event.text, event.at) == ("price.low", "Power is cheap.", T0)


@pytest.mark.parametrize("by", ["format", "user_version"])
async def test_a_history_that_is_too_new_is_refused_and_stays_as_it_is(tmp_path: Path, by: str) -> None:
    path = tmp_path / "history.db"
    async with open_stores(path) as store:
        await mine(store, range(0, 10), 1.0, "rx/0")
    refuse_newer(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        if by == "format":
            connection.execute("UPDATE format SET schema = 2, written_by = '0.9.0'")
        else:
            connection.executescript("DROP TABLE format; PRAGMA user_version = 2")
    named = r"^history\.db was written by " + (r"version 0\.9\.0" if by == "format" else "a newer version")
    with pytest.raises(NewerDocument, match=named):
        refuse_newer(path)
    with pytest.raises(NewerDocument, match=named):
        async with open_stores(path):
            pass
    assert list(tmp_path.glob("*corrupt*")) == []
    assert len(rows(path, "SELECT * FROM samples")) == 10


async def test_a_damaged_history_is_not_believed_to_be_newer(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    async with open_stores(path) as store:
        await mine(store, range(0, 2000), 1.0, "rx/0")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE format SET schema = 2")
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'samples'").fetchone()
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 : (page - 1) * 4096 + 64] = b"\xff" * 64
    path.write_bytes(content)
    assert rows(path, "SELECT schema FROM format") == [(2,)], "what it says of itself can be read all the same"
    refuse_newer(path)
    async with open_stores(path) as store:
        assert "damaged" in store.problems[0]
    assert len(list(tmp_path.glob("history.db.corrupt-*"))) == 1


async def test_the_history_that_is_shown_is_of_the_last_algorithm_and_of_what_nobody_knows(tmp_path: Path) -> None:
    async with open_stores(tmp_path / "history.db") as store:
        await mine(store, range(0, 10), 1.0, None)
        await mine(store, range(60, 70), 1000.0, "rx/0")
        await mine(store, range(120, 130), 3.0, "cn/r")

        async def shown(algorithm: str | None, seconds: int = 300) -> tuple[str | None, tuple[str, ...], set[Any]]:
            found = await history(store.samples, "one", seconds, 10, at(150), Retention(), algorithm)
            return found.algorithm, found.algorithms, {point.hashrate for point in found.points}

        assert await shown(None) == ("cn/r", ("cn/r", "rx/0"), {None, 1.0, 3.0})
        assert await shown("RandomX") == ("rx/0", ("cn/r", "rx/0"), {None, 1000.0})
        assert await shown("kawpow") == ("kawpow", ("cn/r", "rx/0"), {None})
        assert await shown(None, 60) == ("cn/r", ("cn/r",), {None, 3.0})
