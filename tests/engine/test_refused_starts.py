"""A program that ends at once and never worked: it is left alone for longer, and says why; in virtual time."""

import asyncio
from collections.abc import Sequence

import pytest

from mining.domain.programs.program import CudaPlugin
from mining.domain.restart import Cause
from mining.engine.rig import LocalRig
from mining.miners import adapter
from mining.miners.simulated import Simulated
from tests.engine.test_supervision import OTHER, start, state
from tests.engine.virtual_rig import World, wait_until
from tests.engine.virtual_time import in_virtual_time, virtual_clock
from tests.principals import ME

HOUR = 3600.0


class Closed(Simulated):
    """Explains an end as the adapters of closed programs do, and has a file."""

    module = None

    def explain_exit(self, code: int | None, tail: Sequence[str]) -> tuple[Cause, str]:
        return adapter("t-rex").explain_exit(code, tail)


async def end_each(world: World, times: int, code: int, line: str = "no such device") -> None:
    """Let the next processes end a second after their start, with this code, before their API has answered."""
    for _ in range(times):
        await wait_until(world.processes.living)
        world.processes.body().say_plainly(line)
        world.processes.body().exit(code)
        await asyncio.sleep(0.5)


async def begun(world: World, rig: LocalRig) -> None:
    """A miner whose processes never come to work."""
    world.processes.next_one = {"api": "silent"}
    await start(rig)


@in_virtual_time
async def test_three_ends_alike_are_told_with_the_last_words_and_waited_for_half_an_hour() -> None:
    world = World()
    async with world.daemon() as rig:
        await begun(world, rig)
        await end_each(world, 3, 1, "unable to find a device")
        assert state(rig) == ("error", "crash_loop")
        reason = rig.miner("one").reason
        assert reason is not None
        assert reason.text.startswith("It ends at once: 3 times in a row")
        assert "unable to find a device" in reason.text
        left_alone = virtual_clock().monotonic()
        await wait_until(world.processes.living, HOUR)
        assert 1790 < virtual_clock().monotonic() - left_alone <= 1800
        assert len(world.processes.bodies["one"]) == 4, "it was tried again, for what it lacks may have come"


@in_virtual_time
async def test_a_person_ends_that_wait() -> None:
    world = World()
    async with world.daemon() as rig:
        await begun(world, rig)
        await end_each(world, 3, 1)
        await rig.restart("one", who=ME)
        await wait_until(world.processes.living, 5)
        world.processes.body().exit(1)
        await asyncio.sleep(1)
        assert state(rig) == ("error", "waiting_to_restart"), "a person's word forgives the past"


@in_virtual_time
async def test_one_that_has_worked_with_its_configuration_is_started_as_after_any_crash_also_by_the_next_daemon() -> (
    None
):
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        await asyncio.sleep(60)
    world.processes.body().exit(1)
    world.processes.next_one = {"api": "silent"}
    async with world.daemon() as rig:
        await end_each(world, 4, 1)
        assert state(rig) == ("error", "waiting_to_restart")
        await rig.restart("one", OTHER, who=ME)
        await end_each(world, 3, 1)
        assert state(rig) == ("error", "crash_loop")


@pytest.mark.parametrize("words", ["unknown option: --fast", ""])
@in_virtual_time
async def test_words_of_a_refusal_count_only_until_it_has_worked(words: str) -> None:
    world = World(Closed())
    async with world.daemon() as rig:
        await begun(world, rig)
        world.processes.next_one = {}
        await end_each(world, 1, 1, words)
        assert state(rig) == (("error", "bad_config") if words else ("error", "waiting_to_restart"))
        await rig.restart("one", who=ME)
        await asyncio.sleep(60)
        assert state(rig) == ("running", None)
        world.processes.body().say_plainly(words)
        world.processes.body().exit(1)
        await asyncio.sleep(1)
        assert state(rig) == ("error", "waiting_to_restart")


@in_virtual_time
async def test_what_never_worked_is_known_as_such_by_the_next_daemon_until_it_works() -> None:
    world = World()
    async with world.daemon() as rig:
        await begun(world, rig)
        await end_each(world, 1, 1)
    world.processes.next_one = {"api": "silent"}
    async with world.daemon() as rig:
        await end_each(world, 3, 1)
        assert state(rig) == ("error", "crash_loop"), "the first daemon's word, that it was never seen to work, holds"
        world.processes.next_one = {}
        await rig.restart("one", who=ME)
        await asyncio.sleep(60)
    async with world.daemon() as rig:
        assert world.store.records["one"].untried is None
        world.processes.next_one = {"api": "silent"}
        await end_each(world, 3, 1)
        assert state(rig) == ("error", "waiting_to_restart")


async def refused(world: World, rig: LocalRig) -> None:
    """A miner whose program has refused its arguments, and would take them now."""
    await begun(world, rig)
    world.processes.next_one = {}
    await end_each(world, 1, 2, "unknown option: --fast")
    assert state(rig) == ("error", "bad_config")


@in_virtual_time
async def test_what_one_version_of_a_program_refused_is_tried_again_with_another_one_by_itself() -> None:
    world = World(Closed())
    async with world.daemon() as rig:
        await refused(world, rig)
        world.programs.cuda_plugin = CudaPlugin(path="/lib/libxmrig-cuda.so", sha256="0" * 64)
        await asyncio.sleep(HOUR)
        assert state(rig) == ("error", "bad_config"), "the same version would say the same"
        world.programs.version = "0.2.0"
        await asyncio.sleep(60)
        assert state(rig) == ("running", None)
        assert world.kinds().count("restart") == 1


@in_virtual_time
async def test_what_its_owner_stopped_stays_so_whatever_program_comes() -> None:
    world = World(Closed())
    async with world.daemon() as rig:
        await refused(world, rig)
        await rig.stop("one", who=ME)
        world.programs.version = "0.2.0"
        await asyncio.sleep(60)
        assert state(rig) == ("stopped", None)
