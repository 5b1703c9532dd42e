"""How quickly 30 days of history are read, of one miner and of eight, how large they are, and what a card adds."""

import asyncio
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles

from mining.domain.metrics import CardSample, Sample
from mining.domain.retention import Retention
from mining.storage import samples
from mining.storage.database import open_database, transaction
from mining.storage.store import open_stores

_DAYS = 30
_END = datetime(2026, 1, 31, tzinfo=UTC)
_ADDS = 500
_LIMITS = {(3600, 30): 15.0, (300, 3): 20.0, (10, 0.1): 10.0}  # ms, of a step and days
_CARDS = 10
_ADD = {0: 3.0, _CARDS: 5.0}  # ms, by how many cards are measured
_CARD_DAY = 250.0  # kB that a card adds a day, before anything is pruned
_MINERS = 8
_MONTH = {(60, 1): 100.0, (3600, 30): 300.0}  # ms, the limit for 95 of 100 reads of one of them, of a step and days
_SIZE = 300.0  # MB that all of it may take


def fill(path: Path, days: int = _DAYS, cards: int = 0) -> None:
    """So many days at 10 s, in large transactions."""
    database = open_database(path, print)
    for day in range(days):
        with transaction(database):
            for second in range(day * 86400, (day + 1) * 86400, 10):
                samples.add_sample(database, "xmrig", measured(_END + timedelta(days=-days, seconds=second), cards))
    samples.prune(database, _END.timestamp(), Retention())
    database.close()


def measured(at: datetime, cards: int) -> Sample:
    """A sample of so many cards."""
    rate = 60e6 + at.second
    of_cards = tuple(CardSample(card=f"0000:{place:02x}:00.0", hashrate=rate) for place in range(cards))
    return Sample(at=at, hashrate=rate, algorithm="rx/0", cards=of_cards)


def card_day(place: Path) -> int:
    """Print what a card adds to the history in a day; 1 when it is more than its limit."""
    sizes = []
    for cards in (0, _CARDS):
        path = place / f"{cards}.db"
        fill(path, 1, cards)
        sizes.append(path.stat().st_size)
    added = (sizes[1] - sizes[0]) / _CARDS / 1000
    print(f"storage.card_day: {added:.0f} kB (limit {_CARD_DAY:g})")
    return int(added > _CARD_DAY)


async def measure(path: Path) -> int:
    """Print what a read and a write take; 1 when one takes longer than its limit."""
    beyond = 0
    async with open_stores(path) as store:
        for (step, days), limit in _LIMITS.items():
            start, times = _END - timedelta(days=days), []
            for _ in range(50):
                before = time.perf_counter()
                found = await store.samples.hashrates("xmrig", start, _END, step, ("rx/0", None))
                times.append(time.perf_counter() - before)
            took = median(times) * 1000
            beyond += took > limit
            print(f"storage.read.{days}d.{step}s: {took:.2f} ms (limit {limit:g})")
            assert len(found) == days * 86400 / step, len(found)
        for cards, limit in _ADD.items():
            before = time.perf_counter()
            for n in range(_ADDS):
                await store.samples.add("xmrig", measured(_END + timedelta(seconds=10 * n), cards))
            took = (time.perf_counter() - before) / _ADDS * 1000
            beyond += took > limit
            print(f"storage.add_sample.{cards}_cards: {took:.2f} ms (limit {limit:g})")
    return int(beyond > 0)


def multiply(path: Path) -> None:
    """Let more miners have measured what the first has."""
    database = open_database(path, print)
    with transaction(database):
        for number in range(2, _MINERS + 1):
            database.execute("INSERT INTO series (id, name) VALUES (?, ?)", (number, f"xmrig-{number}"))
            for table in ("samples", "minutes", "hours", "rates"):
                names = [row[1] for row in database.execute(f"PRAGMA table_info({table})") if row[1] != "miner_id"]
                listed = ", ".join(names)
                database.execute(
                    f"INSERT INTO {table} (miner_id, {listed}) SELECT ?, {listed} FROM {table} WHERE miner_id = 1",
                    (number,),
                )
    database.close()


async def month(path: Path) -> int:
    """Print how long one miner's history takes among several, and the size of all; 1 when one is beyond its limit."""
    multiply(path)
    size = path.stat().st_size / 1e6
    print(f"storage.month.{_MINERS}_miners: {size:.0f} MB (limit {_SIZE:g})")
    beyond = int(size > _SIZE)
    async with open_stores(path) as store:
        names = ["xmrig", *(f"xmrig-{number}" for number in range(2, _MINERS + 1))]
        for (step, days), limit in _MONTH.items():
            start, times = _END - timedelta(days=days), []
            for turn in range(40 * _MINERS):
                before = time.perf_counter()
                found = await store.samples.hashrates(names[turn % _MINERS], start, _END, step, ("rx/0", None))
                times.append(time.perf_counter() - before)
                assert len(found) == days * 86400 / step, len(found)
            took, typical = quantiles(times, n=20)[-1] * 1000, median(times) * 1000
            beyond += took > limit
            print(f"storage.month.read.{days}d.{step}s: {took:.1f} ms (limit {limit:g}); half within {typical:.1f} ms")
    return beyond


def main() -> int:
    """Fill a database and measure it."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "rig.db"
        fill(path)
        return card_day(Path(place)) | asyncio.run(measure(path)) | int(asyncio.run(month(path)) > 0)


if __name__ == "__main__":
    sys.exit(main())
