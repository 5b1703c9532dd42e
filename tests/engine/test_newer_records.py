"""Miners that a newer version saved, in virtual time: they live on and can be stopped, and no rule starts them."""

import asyncio

import pytest

from mining.domain.errors import NotSupported
from mining.domain.miner import MinerRecord
from mining.domain.stored import read_stored, stored_json
from tests.engine.virtual_rig import CONFIG, World, wait_until
from tests.engine.virtual_time import in_virtual_time
from tests.principals import ME

HOUR = 3600.0


def as_a_newer_version_saved_it(record: MinerRecord) -> MinerRecord:
    """The same record with a key in its configuration that this version does not know."""
    row = stored_json(record)
    row["config"]["tariff"] = "canary"
    return read_stored(MinerRecord, row, "0.9.0")


async def world_of_tomorrow() -> World:
    """A miner lives that a newer version has saved."""
    world = World()
    async with world.daemon() as rig:
        await rig.start("simulated", CONFIG, name="one", who=ME)
    world.store.records["one"] = as_a_newer_version_saved_it(world.store.records["one"])
    return world


@in_virtual_time
async def test_it_is_watched_and_stopped_like_any_other() -> None:
    world = await world_of_tomorrow()
    async with world.daemon() as rig:
        await wait_until(lambda: rig.miner("one").status == "running")
        assert rig.miner("one").hashrate is not None
        assert (await rig.stop("one", who=ME)).status == "stopped"
        assert world.processes.living() == []
    assert stored_json(world.store.records["one"])["config"]["tariff"] == "canary"


@in_virtual_time
async def test_after_a_crash_no_rule_starts_it_again() -> None:
    world = await world_of_tomorrow()
    async with world.daemon() as rig:
        await wait_until(lambda: rig.miner("one").status == "running")
        world.processes.body().exit(1)
        await asyncio.sleep(HOUR)
        miner = rig.miner("one")
        assert (miner.status, miner.next_restart_at, world.processes.living()) == ("error", None, [])
        assert miner.reason is not None
        assert miner.reason.code == "not_understood"
        assert world.kinds()[-1] == "error"


@in_virtual_time
async def test_it_is_not_started_with_the_daemon() -> None:
    world = await world_of_tomorrow()
    world.processes.body().exit(0)
    async with world.daemon() as rig:
        await asyncio.sleep(HOUR)
        miner = rig.miner("one")
        assert miner.reason is not None
        assert (miner.status, miner.reason.code, miner.wanted) == ("error", "not_understood", "running")
        assert world.kinds()[-1] == "autostart"


@in_virtual_time
async def test_a_person_who_starts_it_is_refused_and_nothing_changes() -> None:
    world = await world_of_tomorrow()
    async with world.daemon() as rig:
        pid, before = world.processes.body().pid, world.store.records["one"]
        with pytest.raises(NotSupported, match=r"config\.tariff"):
            await rig.restart("one", CONFIG, who=ME)
        assert (world.processes.body().pid, world.store.records["one"]) == (pid, before)
        await rig.stop("one", who=ME)
        before = world.store.records["one"]
        for refused in (
            lambda: rig.start("simulated", CONFIG.but(worker="other"), name="one", who=ME),
            lambda: rig.restart("one", who=ME),
        ):
            with pytest.raises(NotSupported, match=r"Version 0\.9\.0"):
                await refused()
        assert (world.processes.living(), world.store.records["one"]) == ([], before)
        await rig.stop("one", forget=True, who=ME)
        await rig.start("simulated", CONFIG, name="one", who=ME)
        assert stored_json(world.store.records["one"])["config"].get("tariff") is None


@in_virtual_time
async def test_one_of_a_type_that_is_not_known_here_lives_on_unasked_until_it_is_stopped() -> None:
    world = await world_of_tomorrow()
    world.store.records["one"] = world.store.records["one"].but(type="cpuminer")
    async with world.daemon() as rig:
        await asyncio.sleep(HOUR)
        body, miner = world.processes.body(), rig.miner("one")
        assert (miner.status, miner.type, miner.pid) == ("running", "cpuminer", body.pid)
        assert miner.reason is not None
        assert miner.reason.code == "foreign"
        assert [path for at, path in body.asked if at > HOUR / 2] == []
        with pytest.raises(NotSupported):
            await rig.restart("one", who=ME)
        assert (await rig.stop("one", who=ME)).status == "stopped"
        assert (world.processes.living(), world.processes.swept) == ([], [body.pid])
    assert world.store.records["one"].wanted == "stopped"
