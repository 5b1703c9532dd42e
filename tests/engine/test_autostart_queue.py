"""What is wanted but dead when the daemon starts: held, put off, started, and never against a person's word."""

import asyncio
from dataclasses import replace

import pytest

from mining.domain.autostart import Autostart
from mining.engine.supervision.controller import MinerController
from tests.engine.virtual_rig import CONFIG, World, wait_until
from tests.engine.virtual_time import in_virtual_time
from tests.principals import ME

NAMES = ("one", "three", "two")


async def left_dead(world: World, *names: str) -> None:
    """Miners that people want, and whose processes ended with the daemon."""
    settings = world.settings
    world.settings = replace(settings, stop_on_exit=True)
    async with world.daemon() as rig:
        for name in names:
            await rig.start("simulated", CONFIG, name=name, who=ME)
    world.settings = settings


def autostart(world: World, delay: float = 60.0, on: bool = True) -> None:
    world.settings = replace(world.settings, autostart=Autostart(on=on, delay=delay))


@in_virtual_time
async def test_all_that_are_held_are_so_from_the_first_moment() -> None:
    world = World()
    await left_dead(world, *NAMES)
    autostart(world, on=False)
    async with world.daemon() as rig:
        reasons = {miner.name: miner.reason and miner.reason.code for miner in rig.miners()}
        assert reasons == dict.fromkeys(NAMES, "autostart_off")
        await asyncio.sleep(600)
        assert [world.kinds(name).count("autostart") for name in NAMES] == [1, 1, 1]
        assert not any(world.processes.living(name) for name in NAMES)


@in_virtual_time
async def test_while_they_wait_nothing_changes_and_nobody_is_told_that_it_does() -> None:
    world = World()
    await left_dead(world, *NAMES)
    autostart(world)
    async with world.daemon() as rig:
        revision = rig.revision()
        await asyncio.sleep(50)
        assert rig.revision() == revision
        assert {miner.reason and miner.reason.code for miner in rig.miners()} == {"autostart_delay"}
        await wait_until(lambda: all(miner.status == "running" for miner in rig.miners()), 20)
        assert rig.revision() > revision


@in_virtual_time
async def test_one_that_a_person_started_and_that_crashed_meanwhile_waits_by_the_rules_alone() -> None:
    world = World()
    await left_dead(world, "one")
    autostart(world)
    async with world.daemon() as rig:
        await asyncio.sleep(50)
        await rig.restart("one", who=ME)
        await asyncio.sleep(7)
        world.processes.body().exit(1)
        await asyncio.sleep(2)
        due = rig.miner("one").next_restart_at
        assert rig.miner("one").reason is not None
        await asyncio.sleep(1.5)  # now the delay is over
        assert (rig.miner("one").reason.code, rig.miner("one").next_restart_at) == ("waiting_to_restart", due)  # type: ignore[union-attr]  # it waits
        assert not world.processes.living()
        await asyncio.sleep(60)
        assert (rig.miner("one").status, rig.miner("one").restarts) == ("running", 1)
        assert world.processes.most == 1


@in_virtual_time
async def test_one_that_a_person_stopped_meanwhile_is_neither_put_off_nor_started() -> None:
    world = World()
    await left_dead(world, "one", "two")
    autostart(world)
    async with world.daemon() as rig:
        await rig.stop("one", who=ME)
        await asyncio.sleep(5)
        assert (rig.miner("one").status, rig.miner("one").next_restart_at) == ("stopped", None)
        await asyncio.sleep(120)
        assert (rig.miner("one").status, rig.miner("two").status) == ("stopped", "running")
        assert not world.processes.living("one")


@in_virtual_time
async def test_one_that_runs_by_a_persons_word_is_left_alone_when_the_delay_is_over() -> None:
    world = World()
    await left_dead(world, "one")
    autostart(world)
    async with world.daemon() as rig:
        await rig.restart("one", who=ME)
        pid = rig.miner("one").pid
        await asyncio.sleep(30)
        assert rig.miner("one").next_restart_at is None
        await asyncio.sleep(90)
        assert (rig.miner("one").pid, rig.miner("one").status, rig.miner("one").restarts) == (pid, "running", 0)


@in_virtual_time
async def test_a_program_that_is_missing_at_first_is_tried_again() -> None:
    world = World()
    await left_dead(world, "one")
    world.programs.missing = True
    async with world.daemon() as rig:
        await asyncio.sleep(60)
        assert rig.miner("one").reason is not None
        assert rig.miner("one").next_restart_at is not None
        world.programs.missing = False
        await wait_until(lambda: rig.miner("one").status == "running", 400)


@in_virtual_time
async def test_one_whose_program_lies_on_a_drive_that_is_gone_keeps_no_other_waiting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    world = World()
    await left_dead(world, *NAMES)
    autostart(world)
    revive = MinerController.revive

    async def hangs(controller: MinerController) -> None:
        await asyncio.sleep(1e6 if controller.record.name == NAMES[0] else 0)
        await revive(controller)

    monkeypatch.setattr(MinerController, "revive", hangs)
    async with world.daemon() as rig:
        await wait_until(lambda: all(rig.miner(name).status == "running" for name in NAMES[1:]), 90)
        assert rig.miner(NAMES[0]).status == "error"
