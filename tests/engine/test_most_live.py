"""At most 64 miners are live, however they are started; in virtual time."""

import asyncio

import pytest

from mining.domain.errors import InsufficientResources
from mining.engine.miners import MOST_LIVE
from tests.engine.virtual_rig import CONFIG, World
from tests.engine.virtual_time import in_virtual_time
from tests.principals import ME


@in_virtual_time
async def test_the_65th_live_miner_is_refused_until_another_has_stopped() -> None:
    world = World()
    async with world.daemon() as rig:
        for number in range(MOST_LIVE):
            await rig.start("simulated", CONFIG, name=f"m{number}", who=ME)
        with pytest.raises(InsufficientResources, match="64 miners are live already, and at most 64 can be"):
            await rig.start("simulated", CONFIG, name="more", who=ME)
        assert "more" not in [miner.name for miner in rig.miners()], "something is remembered of it"
        await rig.restart("m0", who=ME)
        await rig.stop("m1", who=ME)
        await rig.start("simulated", CONFIG, name="more", who=ME)
        with pytest.raises(InsufficientResources):
            await rig.restart("m1", who=ME)
        await rig.stop("m2", who=ME)
        await rig.restart("m1", who=ME)


@in_virtual_time
async def test_starts_at_the_same_moment_do_not_slip_through_together() -> None:
    world = World()
    async with world.daemon() as rig:
        starts = [rig.start("simulated", CONFIG, name=f"m{number}", who=ME) for number in range(2 * MOST_LIVE)]
        results = await asyncio.gather(*starts, return_exceptions=True)
        refused = [result for result in results if isinstance(result, InsufficientResources)]
        assert len(refused) == MOST_LIVE
        assert sum(miner.live for miner in rig.miners()) == MOST_LIVE
