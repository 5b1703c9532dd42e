"""The history: the database of samples and events, written by one thread and read by another."""

import asyncio
import sqlite3
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from mining.domain.errors import StorageFull
from mining.storage.database import (
    connect,
    is_damage,
    is_full,
    open_database,
    replace_database,
    skip_numbers,
    transaction,
)
from mining.storage.disk import FULL, DataFolder, has_room

T = TypeVar("T")
_CLOSE_FIRST = sys.platform == "win32"  # where no file that somebody has open is renamed


class HistoryDatabase:
    """What is wrong with the disk is known here, for records too: their files are written by the same thread."""

    def __init__(
        self, path: Path, on_problem: Callable[[str], None], writer: ThreadPoolExecutor, reader: ThreadPoolExecutor
    ) -> None:
        self.path = path
        self.folder = DataFolder(path.parent)
        self.damage: list[str] = []
        self._on_problem = on_problem
        self._writer, self._reader = writer, reader
        self._full = False
        self._write_to: sqlite3.Connection | None = None
        self._read_from: sqlite3.Connection | None = None

    @property
    def problems(self) -> tuple[str, ...]:
        """What was found damaged since the start, and whether the disk is full now."""
        return (*self.damage, FULL) if self._full else tuple(self.damage)

    def open(self, lost: bool) -> None:
        """Open or begin the database; in the writer's thread. `lost`: there was one, and it is gone."""
        self._write_to = open_database(self.path, self.damage.append)
        if lost:
            skip_numbers(self._write_to)
            self.damage.append(f"The history ({self.path.name}) was gone; a new one has begun.")
        self._read_from = connect(self.path)

    def close_reader(self) -> None:
        """Close what reads; in the reader's thread, behind every read."""
        if self._read_from is not None:
            self._read_from.close()

    def close_writer(self) -> None:
        """Close what writes; in the writer's thread, behind every write."""
        if self._write_to is not None:
            self._write_to.close()

    async def change(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do `work` in a transaction; StorageFull when the disk cannot take it."""
        return await self._written(lambda: self._change(work))

    async def write(self, work: Callable[[], T]) -> T:
        """Write files into the data folder in the writer's thread, unless another folder has taken its place."""

        def written() -> T:
            if (problem := self.folder.problem) is not None:
                raise StorageFull(problem)
            return work()

        return await self._written(written)

    async def _written(self, work: Callable[[], T]) -> T:
        """Do `work` in the writer's thread; StorageFull is told once until there is room again."""
        before = len(self.damage)
        try:
            result = await asyncio.get_running_loop().run_in_executor(self._writer, self._in_folder, work)
        except StorageFull:
            if self.folder.problem is not None:
                raise
            if not self._full:
                self._full = True
                self._on_problem(FULL)
            raise
        if self._full and has_room(self.path.parent):  # until then another write may fail again
            self._full = False
        self._report(before)
        return result

    def _in_folder(self, work: Callable[[], T]) -> T:
        """Do `work`; StorageFull where it failed for want of the folder."""
        try:
            return work()
        except (OSError, sqlite3.Error) as error:
            if (problem := self.folder.problem) is not None:
                raise StorageFull(problem) from error
            raise

    async def read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do `work` in the reader's thread."""
        loop, connection, before = asyncio.get_running_loop(), self._read_from, len(self.damage)
        assert connection is not None  # noqa: S101 - open() came before
        try:
            return await loop.run_in_executor(self._reader, work, connection)
        except sqlite3.DatabaseError as error:
            if connection is not self._read_from and isinstance(error, sqlite3.ProgrammingError):
                return await self.read(work)  # a new history has begun, and what was read from is closed
            if not is_damage(error):
                raise
            words = str(error)
        await loop.run_in_executor(self._writer, self._begin_anew, connection, words)
        self._report(before)
        return await loop.run_in_executor(self._reader, lambda: work(self._sound(self._read_from)))

    def _report(self, before: int) -> None:
        for problem in self.damage[before:]:
            self._on_problem(problem)

    def _change(self, work: Callable[[sqlite3.Connection], T]) -> T:
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
        if _CLOSE_FIRST and seen is not None:
            self._reader.submit(seen.close).result()
        self._write_to = replace_database(self.path, self.damage.append, words)
        self._read_from = connect(self.path)  # the old one may be in use; it closes when nobody holds it

    @staticmethod
    def _sound(connection: sqlite3.Connection | None) -> sqlite3.Connection:
        if connection is None:
            raise StorageFull(FULL)
        return connection
