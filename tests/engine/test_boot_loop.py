"""A machine that goes down whenever it mines is left alone for a while, in virtual time."""

import asyncio

from mining.engine.rig import LocalRig
from tests.engine.free_xmrig import FreeXMRig
from tests.engine.virtual_rig import CONFIG, World, wait_until
from tests.engine.virtual_time import in_virtual_time
from tests.principals import ME

MINUTE = 60.0


def runs(rig: LocalRig) -> bool:
    return rig.miner("one").status == "running"


async def begun() -> World:
    """A miner that has mined for ten minutes."""
    world = World(FreeXMRig())
    async with world.daemon() as rig:
        await rig.start("xmrig", CONFIG, name="one", who=ME)
        await asyncio.sleep(10 * MINUTE)
    return world


async def go_down(world: World, names: str, after: float = 2 * MINUTE) -> None:
    """Boots that each begin to mine and end so long after their first hash."""
    for name in names:
        world.processes.reboot(name)
        async with world.daemon() as rig:
            await wait_until(lambda: runs(rig), 2 * 3600)
            await asyncio.sleep(after)


@in_virtual_time
async def test_after_three_boots_that_ended_soon_autostart_waits_ten_minutes_and_then_an_hour() -> None:
    world = await begun()
    await go_down(world, "abc")
    for name, minutes in (("d", 10), ("e", 60), ("f", 60)):
        world.processes.reboot(name)
        async with world.daemon() as rig:
            await asyncio.sleep((minutes - 1) * MINUTE)
            miner = rig.miner("one")
            assert (miner.status, miner.reason and miner.reason.code) == ("error", "autostart_delay")
            assert "went down within 5 min of the first hash" in (miner.reason.text if miner.reason else "")
            await asyncio.sleep(2 * MINUTE)
            assert runs(rig)
        told = [event for event in world.store.timeline if event.kind == "autostart"]
        assert told[-1].details["boots"] == "abcdef".index(name)


@in_virtual_time
async def test_a_boot_that_ends_before_the_program_knows_its_rate_counts_too() -> None:
    world = await begun()
    for name in "abc":
        world.processes.reboot(name)
        world.processes.next_one = {"hashrate": None}
        async with world.daemon() as rig:
            await wait_until(lambda rig=rig: runs(rig), 2 * 3600)
            await asyncio.sleep(5)
    world.processes.reboot("d")
    async with world.daemon() as rig:
        await asyncio.sleep(MINUTE)
        assert not runs(rig)


@in_virtual_time
async def test_restarts_of_the_daemon_are_no_boots_and_do_not_begin_the_wait_anew() -> None:
    world = await begun()
    world.processes.reboot("a")
    for _ in range(6):
        async with world.daemon() as rig:
            await asyncio.sleep(MINUTE)
            assert runs(rig)
    await go_down(world, "bcd")
    world.processes.reboot("e")
    for _ in range(3):
        async with world.daemon() as rig:
            await asyncio.sleep(3 * MINUTE)
            assert not runs(rig)
    async with world.daemon() as rig:
        await asyncio.sleep(1.5 * MINUTE)
        assert runs(rig)
        await asyncio.sleep(20)
    world.processes.body().exit(1)
    async with world.daemon() as rig:
        await asyncio.sleep(20)
        assert runs(rig), "this boot has mined already"


@in_virtual_time
async def test_a_boot_that_lasts_ends_the_count() -> None:
    world = await begun()
    await go_down(world, "ab")
    await go_down(world, "c", after=6 * MINUTE)
    await go_down(world, "de")
    world.processes.reboot("f")
    async with world.daemon() as rig:
        await asyncio.sleep(MINUTE)
        assert runs(rig)


@in_virtual_time
async def test_a_start_by_a_person_ends_the_wait_and_the_count() -> None:
    world = await begun()
    await go_down(world, "abc")
    world.processes.reboot("d")
    async with world.daemon() as rig:
        await asyncio.sleep(MINUTE)
        assert not runs(rig)
        await rig.restart("one", who=ME)
        await asyncio.sleep(MINUTE)
        assert runs(rig)
    await go_down(world, "e")
    world.processes.reboot("f")
    async with world.daemon() as rig:
        await asyncio.sleep(MINUTE)
        assert runs(rig)
