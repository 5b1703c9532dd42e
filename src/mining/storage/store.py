"""The three stores on disk: records in small files, samples and events in SQLite."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from mining.domain.benchmark import BenchmarkRecord
from mining.domain.boots import Boot
from mining.domain.event import Event, EventChoice
from mining.domain.history import Metric
from mining.domain.metrics import Sample
from mining.domain.miner import MinerRecord
from mining.domain.payees import AcceptedPayee, RigPayee
from mining.domain.pools import OwnPool
from mining.domain.profile import MiningProfile
from mining.domain.retention import Retention
from mining.domain.store import Stores
from mining.storage import card_samples, samples, timeline
from mining.storage.database import is_gone
from mining.storage.history import HistoryDatabase
from mining.storage.records import Records
from mining.storage.second_samples import second_figures

_PRUNE_EVERY = 3600  # s


class DiskStores:
    """The three stores, and what is wrong with their disk."""

    def __init__(self, history: HistoryDatabase, retention: Callable[[], Retention]) -> None:
        self._history = history
        self.records = FileRecords(history)
        self.samples = SqliteSamples(history, retention)
        self.events = SqliteEvents(history)

    @property
    def stores(self) -> Stores:
        """The stores as the rig takes them."""
        return Stores(self.records, self.samples, self.events)

    @property
    def problems(self) -> tuple[str, ...]:
        """What was found damaged since the start, and whether the disk is full now."""
        return self._history.problems

    @property
    def gone(self) -> tuple[str, ...]:
        """The problem of a data folder that is no longer there, in a sentence; empty while it is."""
        problem = self._history.folder.problem
        return () if problem is None else (problem,)

    async def limit_pages(self, pages: int) -> None:
        """Let the database grow to at most so many pages of 4 KiB; what goes beyond is a full disk."""
        await self._history.change(lambda connection: connection.execute(f"PRAGMA max_page_count={pages}"))


@asynccontextmanager
async def open_stores(
    path: Path, on_problem: Callable[[str], None] = lambda _: None, retention: Callable[[], Retention] = Retention
) -> AsyncIterator[DiskStores]:
    """The history at `path` and the records in files beside it, open for the length of the block.

    `on_problem` hears, in the event loop's thread, each sentence of trouble once. `retention` is asked at each pruning.
    """
    with (
        ThreadPoolExecutor(1, thread_name_prefix="store-write") as writer,
        ThreadPoolExecutor(1, thread_name_prefix="store-read") as reader,
    ):
        loop = asyncio.get_running_loop()
        history = HistoryDatabase(path, on_problem, writer, reader)
        opened = DiskStores(history, retention)

        def begin() -> None:
            lost = (path.parent / "miners.json").exists() and is_gone(path)
            opened.records.open()
            history.open(lost)

        try:
            await loop.run_in_executor(writer, begin)
            for problem in history.problems:
                on_problem(problem)
            yield opened
        finally:
            await loop.run_in_executor(reader, history.close_reader)
            await loop.run_in_executor(writer, history.close_writer)


class FileRecords:
    """Fulfils `mining.domain.store.RecordStore`: a document for each kind of record."""

    def __init__(self, history: HistoryDatabase) -> None:
        self._history = history
        self._miners: Records[MinerRecord]
        self._profiles: Records[MiningProfile]
        self._pools: Records[OwnPool]
        self._boots: Records[Boot]
        self._payees: Records[AcceptedPayee]
        self._benchmarks: Records[BenchmarkRecord]

    def open(self) -> None:
        """Read the documents; in the writer's thread."""
        folder, report = self._history.path.parent, self._history.damage.append
        self._miners = Records(folder, "miners", MinerRecord, lambda record: record.name, report)
        self._profiles = Records(folder, "profiles", MiningProfile, lambda profile: profile.id, report)
        self._pools = Records(folder, "pools", OwnPool, lambda pool: pool.id, report)
        self._boots = Records(folder, "boots", Boot, lambda boot: boot.id, report)
        self._payees = Records(folder, "payees", AcceptedPayee, lambda each: payee_id(each.payee), report)
        self._benchmarks = Records(folder, "benchmarks", BenchmarkRecord, lambda each: each.id, report)

    async def miners(self) -> Sequence[MinerRecord]:
        """Every miner that was not forgotten, by name."""
        return self._miners.all()

    async def save_miner(self, record: MinerRecord) -> None:
        """Keep this record in place of the one of the same name; durable when it returns."""
        await self._history.write(lambda: self._miners.change(keep=(record,)))

    async def forget_miner(self, name: str) -> None:
        """Drop its record."""
        await self._history.write(lambda: self._miners.change(drop=(name,)))

    async def profiles(self) -> Sequence[MiningProfile]:
        """Every saved profile."""
        return self._profiles.all()

    async def change_profiles(self, keep: Sequence[MiningProfile] = (), drop: Collection[str] = ()) -> None:
        """Keep these in place of those of the same ids, and drop others: all of it or nothing; durable then."""
        await self._history.write(lambda: self._profiles.change(keep, drop))

    async def pools(self) -> Sequence[OwnPool]:
        """Every pool that a person added."""
        return self._pools.all()

    async def change_pools(self, keep: Sequence[OwnPool] = (), drop: Collection[str] = ()) -> None:
        """Keep these in place of those of the same ids, and drop others: all of it or nothing; durable then."""
        await self._history.write(lambda: self._pools.change(keep, drop))

    async def boots(self) -> Sequence[Boot]:
        """The latest boots in which something was mined."""
        return self._boots.all()

    async def change_boots(self, keep: Sequence[Boot] = (), drop: Collection[str] = ()) -> None:
        """Keep these in place of those of the same ids, and drop others: all of it or nothing; durable then."""
        await self._history.write(lambda: self._boots.change(keep, drop))

    async def payees(self) -> Sequence[AcceptedPayee] | None:
        """Everybody whom the rig was ever made to pay; None: nobody has ever asked, so there is no list."""
        return None if self._payees.absent else self._payees.all()

    async def change_payees(self, keep: Sequence[AcceptedPayee] = (), drop: Collection[RigPayee] = ()) -> None:
        """Keep these in place of those that are the same, and drop others: all of it or nothing; durable then."""
        gone = [payee_id(payee) for payee in drop]
        await self._history.write(lambda: self._payees.change(keep, gone))

    async def benchmarks(self) -> Sequence[BenchmarkRecord]:
        """Every benchmark that is kept."""
        return self._benchmarks.all()

    async def change_benchmarks(self, keep: Sequence[BenchmarkRecord] = (), drop: Collection[str] = ()) -> None:
        """Keep these in place of those of the same ids, and drop others: all of it or nothing; durable then."""
        await self._history.write(lambda: self._benchmarks.change(keep, drop))


def payee_id(payee: RigPayee) -> str:
    """What tells a payee from every other one, and orders them."""
    return " ".join(payee)


class SqliteSamples:
    """Fulfils `mining.domain.store.SampleStore`, and prunes what is older than the retention says."""

    def __init__(self, history: HistoryDatabase, retention: Callable[[], Retention]) -> None:
        self._history = history
        self._retention = retention
        self._pruned_at = 0.0

    async def add(self, miner: str, sample: Sample) -> None:
        """Keep one measurement; found by the next `hashrates`."""

        def add(connection: sqlite3.Connection) -> None:
            samples.add_sample(connection, miner, sample)
            now = sample.at.timestamp()
            if abs(now - self._pruned_at) > _PRUNE_EVERY:
                samples.prune(connection, now, self._retention())
                self._pruned_at = now

        await self._history.change(add)

    async def forget(self, miner: str) -> None:
        """Drop all that was measured of a miner."""
        await self._history.change(lambda connection: samples.forget(connection, miner))

    async def hashrates(
        self,
        miner: str,
        start: datetime,
        end: datetime,
        step: int,
        algorithms: Sequence[str | None] = (None,),
        card: str | None = None,
    ) -> Sequence[tuple[datetime, float]]:
        """Mean hashrates in H/s of [start, end) in buckets of `step` s: 10, 60, 300 or 3600; of one `card` if named."""

        def rates(connection: sqlite3.Connection) -> Sequence[tuple[datetime, float]]:
            if card is None:
                return samples.hashrates(connection, miner, start, end, step, algorithms)
            return card_samples.card_hashrates(connection, miner, card, start, end, step, algorithms)

        return await self._history.read(rates)

    async def cards(self, miner: str) -> Sequence[str]:
        """Every graphics card of a miner that was measured."""
        return await self._history.read(lambda connection: card_samples.cards(connection, miner))

    async def figures(
        self, miner: str, start: datetime, end: datetime, step: int
    ) -> Mapping[datetime, Mapping[Metric, float]]:
        """All figures but the hashrate of [start, end) in such buckets; what was not measured is left out."""
        return await self._history.read(lambda connection: samples.figures(connection, miner, start, end, step))

    async def beside(
        self, miner: str, start: datetime, end: datetime, step: int
    ) -> Mapping[str, Mapping[datetime, Mapping[Metric, float]]]:
        """What was computed beside the main work, by algorithm and bucket, its hashrate in H/s."""
        return await self._history.read(lambda connection: second_figures(connection, miner, start, end, step))

    async def algorithms(self, miner: str, before: datetime | None = None) -> Sequence[tuple[str, datetime]]:
        """What a miner has mined (has begun to mine `before`), the latest first, and until when."""
        return await self._history.read(lambda connection: samples.algorithms(connection, miner, before))

    async def lacks(self, miner: str, step: int, start: datetime) -> bool:
        """Whether coarser buckets know of a time since `start` that those of `step` s no longer do."""
        return await self._history.read(lambda connection: samples.lacks(connection, miner, step, start))


class SqliteEvents:
    """Fulfils `mining.domain.store.EventStore`."""

    def __init__(self, history: HistoryDatabase) -> None:
        self._history = history

    async def add(self, event: Event) -> Event:
        """Keep one event; returns it with its `seq`."""
        return await self._history.change(lambda connection: timeline.add_event(connection, event))

    async def since(self, seq: int, miner: str | None, limit: int) -> Sequence[Event]:
        """Events with a `seq` above this one, oldest first, at most `limit`."""
        return await self._history.read(lambda connection: timeline.events(connection, seq, miner, limit))

    async def page(self, choice: EventChoice, offset: int, limit: int) -> tuple[Sequence[Event], int]:
        """A page of the chosen events, and how many there are."""
        return await self._history.read(lambda connection: timeline.page(connection, choice, offset, limit))

    async def last_seq(self) -> int:
        """The highest `seq` given out; 0 when there is none."""
        return await self._history.read(timeline.last_seq)
