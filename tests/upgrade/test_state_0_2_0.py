"""The formats of 0.2, one document of each: every later version reads them as they are."""

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from mining.daemon import refuse_newer_state
from mining.foundation.document import read_file, unseal
from mining.processes.run_folder import RunFolder
from mining.programs import record as programs
from mining.storage.store import open_stores
from mining.storage.upgrade import copy_of_0_1_0
from tests.upgrade import make_0_2_0 as made


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The state, laid out."""
    folder = tmp_path / "data"
    shutil.copytree(made.KEPT, folder)
    with closing(sqlite3.connect(folder / "history.db")) as database:
        database.executescript((folder / "history.sql").read_text())
    return folder


async def test_every_document_is_read_as_it_was_written(data: Path) -> None:
    refuse_newer_state(data)
    async with open_stores(data / "history.db") as store:
        assert await store.records.miners() == made.MINERS
        assert await store.records.profiles() == made.PROFILES
        assert await store.records.pools() == made.POOLS
        assert await store.events.since(0, None, 9) == made.EVENTS
        end = made.T0 + timedelta(hours=1)
        minutes = {
            algorithm: [rate for _, rate in await store.samples.hashrates("one", made.T0, end, 60, (algorithm,))]
            for algorithm in ("rx/0", "cn/r", None)
        }
        assert minutes == {"rx/0": [1000.0, 1010.0], "cn/r": [30.0], None: [7.0]}
        assert store.problems == ()
    assert programs.read(programs.record_of(data / "programs", "xmrig")) == made.PROGRAM
    assert RunFolder(data / "run", "one").read_record() == made.PROCESS


def test_every_document_is_sealed_by_its_version(data: Path) -> None:
    names = ("daemon.json", "miners.json", "miners.json.bak", "profiles.json", "pools.json", "run/one/record.json")
    for name in (*names, "programs/xmrig.json"):
        document = unseal(read_file(data / name), name)
        assert document.sealed, name
        assert document.written_by.startswith("0.2.0"), name


def test_it_is_not_taken_for_a_folder_of_0_1_0(data: Path) -> None:
    assert copy_of_0_1_0(data, data / "settings.yaml") is None
