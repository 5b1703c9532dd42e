"""What some programs do not tell, and we know or ask the system: whose the port is, that it rests, its version."""

from collections.abc import Sequence
from dataclasses import replace

from mining.domain.adapter import ApiResponse, LaunchContext, Reading, Unreadable
from mining.domain.config import Config
from mining.engine.rig import LocalRig
from mining.miners.simulated import Simulated
from tests.engine.virtual_rig import World, wait_until
from tests.engine.virtual_time import in_virtual_time
from tests.principals import ME


class Taciturn(Simulated):
    """It tells nothing but its rate."""

    facts = replace(Simulated.facts, identified=False)

    def read(self, context: LaunchContext, replies: Sequence[ApiResponse | None]) -> Reading | Unreadable:
        answer = super().read(context, replies)
        return Reading(hashrate=answer.hashrate, tells_pause=False) if isinstance(answer, Reading) else answer


async def started(rig: LocalRig) -> None:
    config = Config(pool="pool.example:3333", wallet="anybody", algo="rx/0")
    await rig.start("simulated", config, name="one", who=ME)


@in_virtual_time
async def test_an_answer_on_a_port_that_the_system_says_is_anothers_is_not_believed() -> None:
    world = World(Taciturn())
    world.processes.next_one = {"listens": False}
    async with world.daemon() as rig:
        await started(rig)
        await wait_until(lambda: rig.miner("one").health == "unreachable", 40)
        assert rig.miner("one").hashrate is None
        assert "Another program answers on its port" in str(rig.miner("one").reason)
        world.processes.body().listens = True
        await wait_until(lambda: rig.miner("one").hashrate == 1000.0, 40)


@in_virtual_time
async def test_where_the_system_does_not_tell_whose_a_port_is_the_answer_counts() -> None:
    world = World(Taciturn())
    async with world.daemon() as rig:
        await started(rig)
        await wait_until(lambda: rig.miner("one").hashrate == 1000.0, 40)


@in_virtual_time
async def test_its_version_and_what_it_computes_are_those_that_it_was_started_with() -> None:
    world = World(Taciturn())
    async with world.daemon() as rig:
        await started(rig)
        await wait_until(lambda: rig.miner("one").hashrate == 1000.0, 40)
        stats = rig.miner("one").stats
        assert (stats.version, stats.algorithm) == ("0.1.0", "rx/0")


@in_virtual_time
async def test_it_rests_once_it_computes_nothing_after_it_was_told_to_and_not_before() -> None:
    world = World(Taciturn())
    async with world.daemon() as rig:
        await started(rig)
        await wait_until(lambda: rig.miner("one").status == "running", 40)
        world.processes.body().hashrate = 0.0
        await wait_until(lambda: rig.miner("one").hashrate == 0.0, 40)
        assert rig.miner("one").status == "running", "nobody told it to rest"
        world.processes.body().hashrate = 1000.0
        await wait_until(lambda: rig.miner("one").hashrate == 1000.0, 40)
        await rig.pause("one", who=ME)
        await wait_until(lambda: rig.miner("one").status == "paused", 40)
    async with world.daemon() as rig:  # a new daemon knows it by what it wants
        await wait_until(lambda: rig.miner("one").status == "paused", 40)
        await rig.resume("one", who=ME)
        await wait_until(lambda: rig.miner("one").status == "running", 40)
