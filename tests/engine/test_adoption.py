"""What a new rig finds: the living are taken over, whatever became of their papers, and no wish is made up."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from mining.daemon import rig
from mining.domain.alerts.alert import Firing, condition_of
from mining.domain.config import Config
from mining.domain.miner import MinerRecord
from mining.domain.process import CannotAdopt
from mining.domain.restart import RestartPolicy
from mining.engine.rig import LocalRig
from mining.foundation.platform import born
from mining.processes.run_folder import PLAIN, WHOLE, RunFolder
from mining.processes.system import SystemProcesses
from mining.settings import Settings
from mining.storage.records import Records
from tests.holders import end_holders, holders
from tests.principals import ME

pytestmark = pytest.mark.slow
CONFIG = Config(pool="pool.example:3333", wallet="anybody")
QUICK = RestartPolicy(first=0.05, longest=0.1)


@pytest.fixture
def settings(data_dir: Path) -> Iterator[Settings]:
    yield Settings(data_dir=data_dir, poll_interval=0.5, autostart_delay=0)
    end_holders(data_dir, "one", "two")


def tear(folder: RunFolder, torn: bytes) -> None:
    for name in (PLAIN, WHOLE):
        (folder.path / name).write_bytes(torn)


async def begin(settings: Settings, name: str = "one") -> int:
    """Start a miner and leave it running; its pid."""
    async with rig(lambda: settings, QUICK) as first:
        started = await first.start("simulated", CONFIG, name=name, who=ME)
    assert started.pid is not None
    return started.pid


async def until_runs(running: LocalRig, name: str) -> None:
    """Wait for its first answer, for which a start itself waits two seconds and no longer."""
    async with asyncio.timeout(60):
        while running.miner(name).status != "running":
            await asyncio.sleep(0.02)


def folder(settings: Settings, name: str = "one") -> RunFolder:
    return RunFolder(settings.data_dir / "run", name)


@pytest.mark.parametrize("lost", [["miners.json*"], ["history.db*"], ["miners.json*", "history.db*", "logs/one/*"]])
async def test_a_living_miner_is_found_though_the_store_is_lost(settings: Settings, lost: list[str]) -> None:
    pid = await begin(settings)
    for pattern in lost:
        for path in settings.data_dir.glob(pattern):
            path.unlink()
    for _ in range(2):
        async with rig(lambda: settings, QUICK) as second:
            miner = second.miner("one")
            assert (miner.pid, miner.wanted, miner.config) == (pid, "running", CONFIG.public_json())
            assert [event.kind for event in await second.events(0, "one", 100)][-1] == "adopt"
    async with rig(lambda: settings, QUICK) as last:
        assert (await last.stop("one", who=ME)).status == "stopped"
    assert holders(folder(settings)) == []


@pytest.mark.parametrize("torn", [b"", b'{"miner": {"na', b"\0" * 200])
async def test_a_torn_record_costs_the_figures_and_says_so(settings: Settings, torn: bytes) -> None:
    pid = await begin(settings)
    tear(folder(settings), torn)
    async with rig(lambda: settings, QUICK) as second:
        assert second.miner("one").pid == pid
        assert "record" in (await second.events(0, "one", 100))[-1].text
        await second.restart("one", who=ME)
        await until_runs(second, "one")
    assert folder(settings).read_record() is not None


async def test_a_stop_that_was_asked_for_is_finished_and_a_stopped_miner_stays_stopped(settings: Settings) -> None:
    pid = await begin(settings)
    # as after a kill between the saving of the wish and the end of the process
    wishes = Records(settings.data_dir, "miners", MinerRecord, lambda record: record.name, print)
    wishes.change(keep=[wishes.all()[0].but(wanted="stopped")])
    for _ in range(2):
        async with rig(lambda: settings, QUICK) as second, asyncio.timeout(60):
            while second.miner("one").status != "stopped":
                await asyncio.sleep(0.02)
    assert born(pid) is None


async def test_one_that_runs_another_configuration_than_the_remembered_is_told(settings: Settings) -> None:
    pid = await begin(settings)
    record = folder(settings).read_record()
    assert record is not None
    folder(settings).write_record(record.but(miner=record.miner.but(config=CONFIG.but(worker="older"))))
    async with rig(lambda: settings, QUICK) as second:
        assert second.miner("one").pid == pid
        assert "another configuration" in (await second.events(0, "one", 100))[-1].text


async def test_one_whose_record_became_a_folder_hinders_no_other(settings: Settings) -> None:
    await begin(settings, "two")
    pid = await begin(settings)
    for record in (folder(settings, "two").path / name for name in (PLAIN, WHOLE)):
        record.unlink()
        record.mkdir()
    async with rig(lambda: settings, QUICK) as second:
        assert second.miner("one").pid == pid
        assert second.miner("two").pid in holders(folder(settings, "two"))
        await second.restart("two", who=ME)
        await until_runs(second, "two")


async def test_a_miner_is_taken_over_although_its_lock_file_was_replaced(settings: Settings) -> None:
    pid = await begin(settings)
    lock = folder(settings).lock
    for _ in range(2):
        lock.unlink(missing_ok=True)
        lock.write_bytes(b"not the one that the miner holds")
        async with rig(lambda: settings, QUICK) as second, asyncio.timeout(60):
            while second.miner("one").status != "running":
                await asyncio.sleep(0.02)
            assert second.miner("one").pid == pid


async def test_one_that_lives_and_cannot_be_taken_over_is_in_trouble_until_somebody_acts(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    pid = await begin(settings)

    def refuse(*_: object) -> None:
        raise CannotAdopt("its lock is held by another")

    monkeypatch.setattr(SystemProcesses, "adopt", refuse)
    async with rig(lambda: settings, QUICK) as second:
        miner = second.miner("one")
        assert (miner.status, miner.reason and miner.reason.code) == ("error", "not_adopted")
        found = condition_of(miner)
        assert isinstance(found, Firing)
        assert found.at_once
    assert born(pid) is not None


async def test_one_that_was_to_be_stopped_and_lives_out_of_sight_is_not_called_stopped(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    await begin(settings)

    def refuse(*_: object) -> None:
        raise CannotAdopt("its lock is held by another")

    async with rig(lambda: settings, QUICK) as second:
        await second.stop("one", who=ME)
    monkeypatch.setattr(SystemProcesses, "adopt", refuse)
    async with rig(lambda: settings, QUICK) as third:
        miner = third.miner("one")
        assert (miner.wanted, miner.status, miner.reason and miner.reason.code) == ("stopped", "error", "not_adopted")
        condition = condition_of(miner)
        assert isinstance(condition, Firing)
        assert condition.title == "one runs out of the daemon's sight"
        await third.stop("one", who=ME)
        assert condition_of(third.miner("one")) == "unwanted"
