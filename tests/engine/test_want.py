"""A miner shall run so: started, restarted, resumed or left as it is; the same word again changes nothing."""

import asyncio

import pytest

from mining.domain.config import Config
from mining.domain.errors import InvalidRequest, MinerNotInstalled
from mining.domain.pool import Pool
from mining.engine.rig import LocalRig
from tests.engine.virtual_rig import CONFIG, World, wait_until
from tests.engine.virtual_time import in_virtual_time
from tests.principals import ME

OTHER = CONFIG.but(wallet="somebody")


async def want(rig: LocalRig, config: Config = CONFIG) -> str:
    return (await rig.want("one", "simulated", config, who=ME)).outcome


@in_virtual_time
async def test_the_same_word_twice_is_one_start() -> None:
    world = World()
    async with world.daemon() as rig:
        assert await want(rig) == "created"
        pid = rig.miner("one").pid
        assert await want(rig) == await want(rig) == "unchanged"
        assert rig.miner("one").pid == pid
        assert world.kinds() == ["start"]
    async with world.daemon() as rig:
        assert await want(rig) == "unchanged"
        assert world.kinds() == ["start", "adopt"]


@in_virtual_time
async def test_the_same_word_from_several_at_once_is_one_start() -> None:
    world = World()
    async with world.daemon() as rig:
        outcomes = await asyncio.gather(*(want(rig) for _ in range(5)))
        assert sorted(outcomes) == ["created", *["unchanged"] * 4]
        assert world.processes.most == 1


@in_virtual_time
async def test_without_its_program_no_miner_comes_to_be_by_whatever_way_it_is_started() -> None:
    world = World()
    world.programs.missing = True
    async with world.daemon() as rig:
        for force in (False, True):
            ways = (
                rig.start("simulated", CONFIG, name="one", force=force, who=ME),
                rig.start("simulated", CONFIG, name="one", force=force, who=ME, profile_id="of-a-profile"),
                rig.want("one", "simulated", CONFIG, force=force, who=ME),
            )
            for way in ways:
                with pytest.raises(MinerNotInstalled):
                    await way
        assert (list(rig.miners()), await world.store.stores.records.miners()) == ([], [])


@in_virtual_time
async def test_another_configuration_is_a_restart_and_one_that_says_the_same_otherwise_is_none() -> None:
    world = World()
    async with world.daemon() as rig:
        await want(rig)
        assert await want(rig, OTHER) == "restarted"
        assert await want(rig, OTHER) == "unchanged"
        assert rig.miner("one").config["wallet"] == "somebody"
        inherited = OTHER.but(pools=(Pool(pool="other.example:1"),))
        written_out = OTHER.but(pools=(Pool(pool="other.example:1", wallet="somebody"),))
        assert await want(rig, inherited) == "restarted"
        assert await want(rig, written_out) == "unchanged"
        nobody = OTHER.but(worker="rig", pools=(Pool(pool="other.example:1", worker=None),))
        heir = OTHER.but(worker="rig", pools=(Pool(pool="other.example:1"),))
        assert await want(rig, heir) == "restarted"
        assert await want(rig, nobody) == "restarted"
        assert await want(rig, nobody) == "unchanged"


@in_virtual_time
async def test_a_password_that_is_not_said_is_kept_and_another_one_is_a_restart() -> None:
    async with World().daemon() as rig:
        await want(rig, CONFIG.but(password="secret"))
        assert await want(rig) == "unchanged"
        assert await want(rig, CONFIG.but(password="secret")) == "unchanged"
        assert await want(rig, CONFIG.but(password="other")) == "restarted"


@in_virtual_time
async def test_a_stopped_miner_is_started_and_a_paused_one_resumed() -> None:
    world = World()
    async with world.daemon() as rig:
        await want(rig)
        await rig.stop("one", who=ME)
        assert await want(rig) == "started"
        await wait_until(lambda: rig.miner("one").status == "running")
        await rig.pause("one", who=ME)
        pid = rig.miner("one").pid
        assert await want(rig) == "resumed"
        assert (rig.miner("one").wanted, rig.miner("one").pid) == ("running", pid)
        await rig.pause("one", who=ME)
        assert await want(rig, OTHER) == "restarted"
        assert rig.miner("one").wanted == "running"


@in_virtual_time
async def test_one_that_waits_for_its_next_start_is_left_to_the_rules_unless_it_was_to_rest() -> None:
    world = World()
    async with world.daemon() as rig:
        await want(rig)
        await asyncio.sleep(30)
        world.processes.body().exit(1)
        await wait_until(lambda: rig.miner("one").status == "error")
        assert await want(rig) == "unchanged"
        await wait_until(lambda: rig.miner("one").status == "running")
        await rig.pause("one", who=ME)
        world.processes.body().exit(1)
        await wait_until(lambda: rig.miner("one").status == "error")
        assert await want(rig) == "restarted"
        assert rig.miner("one").wanted == "running"


@in_virtual_time
async def test_a_name_of_another_type_is_refused() -> None:
    world = World()
    async with world.daemon() as rig:
        await want(rig)
        with pytest.raises(InvalidRequest, match="is a miner of type simulated"):
            await rig.want("one", "xmrig", CONFIG, who=ME)
