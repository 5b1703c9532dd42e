"""Opening the database: checked, migrated, and replaced by an empty one when it is damaged."""

import os
import re
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from mining import __version__
from mining.domain.errors import StorageFull
from mining.domain.message import phrase
from mining.foundation.document import NewerDocument
from mining.foundation.full_disk import is_full_disk
from mining.storage.disk import FULL, has_room, set_aside
from mining.storage.samples import begin_intervals

SCHEMA = 1  # of the history; see migrations/002_algorithms.sql
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_REFUSED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY}
_UNWRITABLE = {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN}


class Migration(NamedTuple):
    """One step of the schema."""

    number: int
    sql: str


class Format(NamedTuple):
    """What a database says of itself; `step` is the number of the last migration."""

    schema: int
    written_by: str
    step: int


def migrations() -> Sequence[Migration]:
    """Every migration, in order."""
    migrations = []
    for file in files("mining.storage").joinpath("migrations").iterdir():
        match = re.fullmatch(r"([0-9]{3})_[a-z_]+\.sql", file.name)
        if match:
            migrations.append(Migration(int(match[1]), file.read_text("utf-8")))
    return sorted(migrations)


def code(error: sqlite3.Error) -> int:
    """SQLite's primary result code; 0 when the error did not come from SQLite itself."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the file is not, or no longer, a sound database."""
    return code(error) in _DAMAGED


def is_full(error: sqlite3.Error) -> bool:
    """Whether the disk could not take what was written."""
    return code(error) in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)


def connect(path: Path) -> sqlite3.Connection:
    """One connection, to be used by one thread at a time."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=5)
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")  # a flipped bit must not hide a whole page
    return connection


def is_gone(path: Path) -> bool:
    """Whether nothing is left of a database: it is not there, or empty without the log that holds its pages."""
    return not path.exists() or (_is_empty(path) and not _log(path).exists())


def _is_empty(path: Path) -> bool:
    """Whether SQLite takes that database for a new one; whoever opens it then loses its write-ahead log."""
    return not path.exists() or path.stat().st_size <= 1


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _spare_log(path: Path) -> None:
    """Let SQLite read the log of a database that was cut to nothing; beside less than two bytes it deletes it."""
    if path.exists() and _is_empty(path) and _log(path).exists():
        os.truncate(path, 2)


def refuse_newer(path: Path) -> None:
    """NewerDocument when that database is sound and this version cannot go on with it; changes nothing in it."""
    if _is_empty(path):
        return
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=5)) as connection:
            newer = _newer(connection, path.name)
            if newer is not None and connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok":
                raise newer
    except sqlite3.Error:
        return  # whoever opens it says so


def is_of_0_1_0(path: Path) -> bool:
    """Whether that is a database which 0.1.0 made and no later version has opened; changes nothing in it."""
    if _is_empty(path):
        return False
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=5)) as connection:
            return _format(connection).step == 1
    except sqlite3.Error:
        return False


def copy_of(path: Path) -> bytes:
    """The bytes of a database as of one moment, whoever writes it meanwhile; without the mark of a write-ahead log."""
    _spare_log(path)
    with (
        closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=5)) as source,
        closing(sqlite3.connect(":memory:")) as copy,
    ):
        source.backup(copy)
        content = copy.serialize()
    return content[:18] + b"\x01\x01" + content[20:]  # https://sqlite.org/fileformat2.html, the file format's versions


def is_sound(content: bytes) -> bool:
    """Whether these bytes are a whole database that this version can go on with; NewerDocument where it cannot."""
    try:
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.deserialize(content)
            sound: bool = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
            if sound and (newer := _newer(connection, "history.db")):
                raise newer
            return sound
    except sqlite3.Error:
        return False


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def open_database(
    path: Path, on_problem: Callable[[str], None], steps: Sequence[Migration] | None = None
) -> sqlite3.Connection:
    """The writer's connection to a sound database of the newest schema; StorageFull when there is no room for one."""
    steps = migrations() if steps is None else steps
    try:
        return _open(path, steps)
    except OSError as error:
        if not is_full_disk(error):
            raise
        raise StorageFull(FULL) from error
    except sqlite3.Error as error:
        if code(error) in _REFUSED:
            raise
        if code(error) == sqlite3.SQLITE_FULL or (code(error) in _UNWRITABLE and not has_room(path.parent)):
            raise StorageFull(FULL) from error
        return replace_database(path, on_problem, str(error), steps)


def replace_database(
    path: Path, on_problem: Callable[[str], None], why: str, steps: Sequence[Migration] | None = None
) -> sqlite3.Connection:
    """Set the damaged database aside and begin an empty one."""
    copy = set_aside(path, *(path.with_name(path.name + end) for end in ("-wal", "-shm")))
    connection = _open(path, migrations() if steps is None else steps)
    skip_numbers(connection)
    on_problem(phrase("storage.history_damaged", words=why, aside=copy.name))
    return connection


def skip_numbers(connection: sqlite3.Connection) -> None:
    """Begin the numbers of a new timeline above those of a lost one: events are rarer than seconds."""
    connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('events', ?)", (int(time.time()),))


def _open(path: Path, steps: Sequence[Migration]) -> sqlite3.Connection:
    _spare_log(path)
    path.touch(mode=0o600)  # SQLite gives its -wal and -shm the mode of the database
    connection = connect(path)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        verdict = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if verdict != "ok":
            raise sqlite3.DatabaseError(verdict)
        if newer := _newer(connection, path.name):
            raise newer
        _migrate(connection, steps)
        begin_intervals(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _migrate(connection: sqlite3.Connection, steps: Sequence[Migration]) -> None:
    done = _format(connection).step
    for step in steps:
        if step.number > done:
            written = (
                "PRAGMA user_version=1"  # which stays, for 0.1.0 opens no other
                if step.number == 1
                else f"DELETE FROM format; INSERT INTO format VALUES ({SCHEMA}, '{__version__}', {step.number})"  # noqa: S608 - our own words
            )
            connection.executescript(f"BEGIN IMMEDIATE;\n{step.sql}\n{written};\nCOMMIT;")


def _format(connection: sqlite3.Connection) -> Format:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'format'").fetchone():
        row = connection.execute("SELECT schema, written_by, step FROM format").fetchone()
        if row is not None:
            return Format(*row)
    return Format(SCHEMA if version in (0, 1) else version, "", version)


def _newer(connection: sqlite3.Connection, name: str) -> NewerDocument | None:
    stored_format = _format(connection)
    return NewerDocument(name, stored_format.written_by) if stored_format.schema > SCHEMA else None
