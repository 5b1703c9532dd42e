"""SqliteStore, which remembers: wishes and profiles in small files, samples and events in SQLite, by one thread."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from mining.domain.errors import StorageFull
from mining.domain.event import Event
from mining.domain.metrics import Sample
from mining.domain.miner import MinerRecord
from mining.domain.pools import OwnPool
from mining.domain.profile import MiningProfile
from mining.domain.retention import Retention
from mining.storage import samples, timeline
from mining.storage.database import (
    connect,
    is_damage,
    is_full,
    open_database,
    replace_database,
    skip_numbers,
    transaction,
)
from mining.storage.disk import FULL, has_room
from mining.storage.records import Records

T = TypeVar("T")
_PRUNE_EVERY = 3600  # s


@asynccontextmanager
async def open_store(
    path: Path, on_problem: Callable[[str], None] = lambda _: None, kept: Callable[[], Retention] = Retention
) -> AsyncIterator["SqliteStore"]:
    """The store at `path` (with miners, profiles and pools in files beside it), open for the length of the block.

    `on_problem` hears, in the event loop's thread, each sentence of trouble once. `kept` is asked at each pruning.
    """
    with (
        ThreadPoolExecutor(1, thread_name_prefix="store-write") as writer,
        ThreadPoolExecutor(1, thread_name_prefix="store-read") as reader,
    ):
        loop = asyncio.get_running_loop()
        store = SqliteStore(path, on_problem, kept, writer, reader)
        try:
            await loop.run_in_executor(writer, store.open)
            for problem in store.problems:
                on_problem(problem)
            yield store
        finally:
            await loop.run_in_executor(reader, store.close_reader)
            await loop.run_in_executor(writer, store.close_writer)


class SqliteStore:
    """Fulfils `mining.domain.store.Store`."""

    def __init__(
        self,
        path: Path,
        on_problem: Callable[[str], None],
        kept: Callable[[], Retention],
        writer: ThreadPoolExecutor,
        reader: ThreadPoolExecutor,
    ) -> None:
        self._path = path
        self._on_problem = on_problem
        self._kept = kept
        self._threads = (writer, reader)
        self._damage: list[str] = []
        self._full = False
        self._pruned_at = 0.0
        self._wishes: Records[MinerRecord]
        self._profiles: Records[MiningProfile]
        self._pools: Records[OwnPool]
        self._write_to: sqlite3.Connection | None = None
        self._read_from: sqlite3.Connection | None = None

    @property
    def problems(self) -> tuple[str, ...]:
        """What was found damaged since the start, and whether the disk is full now."""
        return (*self._damage, FULL) if self._full else tuple(self._damage)

    def open(self) -> None:
        """Open or begin the files; in the writer's thread."""
        folder, tell = self._path.parent, self._damage.append
        lost = (folder / "miners.json").exists() and not self._path.exists()
        self._wishes = Records(folder, "miners", MinerRecord, lambda record: record.name, tell)
        self._profiles = Records(folder, "profiles", MiningProfile, lambda profile: profile.id, tell)
        self._pools = Records(folder, "pools", OwnPool, lambda pool: pool.id, tell)
        self._write_to = open_database(self._path, self._damage.append)
        if lost:
            skip_numbers(self._write_to)
            self._damage.append(f"The history ({self._path.name}) was gone; a new one has begun.")
        self._read_from = connect(self._path)

    def close_reader(self) -> None:
        """Close what reads; in the reader's thread, behind every read."""
        if self._read_from is not None:
            self._read_from.close()

    def close_writer(self) -> None:
        """Close what writes; in the writer's thread, behind every write."""
        if self._write_to is not None:
            self._write_to.close()

    async def miners(self) -> Sequence[MinerRecord]:
        """Every miner that was not forgotten, by name."""
        return self._wishes.all()

    async def save_miner(self, record: MinerRecord) -> None:
        """Keep this record in place of the one of the same name; durable when it returns."""
        await self._write(lambda: self._wishes.change(keep=(record,)))

    async def forget_miner(self, name: str) -> None:
        """Drop the record and then the samples; events stay. StorageFull: asking again does what is left."""

        def forget() -> None:
            self._wishes.change(drop=(name,))
            self._change(lambda connection: samples.forget(connection, name))

        await self._write(forget)

    async def profiles(self) -> Sequence[MiningProfile]:
        """Every saved profile."""
        return self._profiles.all()

    async def change_profiles(self, keep: Sequence[MiningProfile] = (), drop: Collection[str] = ()) -> None:
        """Keep these in place of those of the same ids, and drop others: all of it or nothing; durable then."""
        await self._write(lambda: self._profiles.change(keep, drop))

    async def pools(self) -> Sequence[OwnPool]:
        """Every pool that a person added."""
        return self._pools.all()

    async def change_pools(self, keep: Sequence[OwnPool] = (), drop: Collection[str] = ()) -> None:
        """Keep these in place of those of the same ids, and drop others: all of it or nothing; durable then."""
        await self._write(lambda: self._pools.change(keep, drop))

    async def add_sample(self, miner: str, sample: Sample) -> None:
        """Keep one measurement; found by the next `hashrates`."""

        def add(connection: sqlite3.Connection) -> None:
            samples.add_sample(connection, miner, sample)
            now = sample.at.timestamp()
            if abs(now - self._pruned_at) > _PRUNE_EVERY:
                samples.prune(connection, now, self._kept())
                self._pruned_at = now

        await self._write(lambda: self._change(add))

    async def hashrates(
        self, miner: str, start: datetime, end: datetime, step: int, algorithms: Sequence[str | None] = (None,)
    ) -> Sequence[tuple[datetime, float]]:
        """Mean hashrates in H/s of [start, end) in buckets of `step` s: 10, 60, 300 or 3600."""
        return await self._read(lambda connection: samples.hashrates(connection, miner, start, end, step, algorithms))

    async def algorithms(self, miner: str) -> Sequence[tuple[str, datetime]]:
        """What a miner has mined, the latest first, and until when."""
        return await self._read(lambda connection: samples.algorithms(connection, miner))

    async def lacks(self, miner: str, step: int, start: datetime) -> bool:
        """Whether coarser buckets know of a time since `start` that those of `step` s no longer do."""
        return await self._read(lambda connection: samples.lacks(connection, miner, step, start))

    async def add_event(self, event: Event) -> Event:
        """Keep one event; returns it with its `seq`."""
        return await self._write(lambda: self._change(lambda connection: timeline.add_event(connection, event)))

    async def events(self, since: int, miner: str | None, limit: int) -> Sequence[Event]:
        """Events with a `seq` above `since`, oldest first, at most `limit`."""
        return await self._read(lambda connection: timeline.events(connection, since, miner, limit))

    async def events_page(self, miner: str | None, offset: int, limit: int) -> tuple[Sequence[Event], int]:
        """A page of events, newest first, and how many there are."""
        return await self._read(lambda connection: timeline.page(connection, miner, offset, limit))

    async def last_seq(self) -> int:
        """The highest `seq` given out; 0 when there is none."""
        return await self._read(timeline.last_seq)

    async def limit_pages(self, pages: int) -> None:
        """Let the database grow to at most so many pages of 4 KiB; what goes beyond is a full disk."""
        await self._write(lambda: self._change(lambda connection: connection.execute(f"PRAGMA max_page_count={pages}")))

    async def _write(self, work: Callable[[], T]) -> T:
        known = len(self._damage)
        try:
            result = await asyncio.get_running_loop().run_in_executor(self._threads[0], work)
        except StorageFull:
            if not self._full:
                self._full = True
                self._on_problem(FULL)
            raise
        if self._full and has_room(self._path.parent):  # until then another write may fail again
            self._full = False
        self._tell(known)
        return result

    async def _read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        writer, reader = self._threads
        loop, connection, known = asyncio.get_running_loop(), self._read_from, len(self._damage)
        assert connection is not None  # noqa: S101 - open() came before
        try:
            return await loop.run_in_executor(reader, work, connection)
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            words = str(error)
        await loop.run_in_executor(writer, self._begin_anew, connection, words)
        self._tell(known)
        return await loop.run_in_executor(reader, lambda: work(self._sound(self._read_from)))

    def _tell(self, known: int) -> None:
        for problem in self._damage[known:]:
            self._on_problem(problem)

    def _change(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do `work` in a transaction; in the writer's thread."""
        try:
            return self._attempt(work)
        except sqlite3.DatabaseError as error:
            if is_full(error):
                raise StorageFull(FULL) from error
            if not is_damage(error):
                raise
            self._begin_anew(self._read_from, str(error))
            return self._attempt(work)

    def _attempt(self, work: Callable[[sqlite3.Connection], T]) -> T:
        connection = self._sound(self._write_to)
        with transaction(connection):
            return work(connection)

    def _begin_anew(self, seen: sqlite3.Connection | None, words: str) -> None:
        """Replace a database that turned out to be damaged, unless another call has done so; in the writer's thread."""
        if seen is not self._read_from:
            return
        if self._write_to is not None:
            self._write_to.close()
        self._write_to = replace_database(self._path, self._damage.append, f"The history was damaged ({words})")
        self._read_from = connect(self._path)  # the old one may be in use; it closes when nobody holds it

    @staticmethod
    def _sound(connection: sqlite3.Connection | None) -> sqlite3.Connection:
        if connection is None:
            raise StorageFull(FULL)
        return connection
