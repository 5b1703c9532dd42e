"""Keys that are typed into a program's terminal, in virtual time: what they pause and resume is their owner's wish."""

import asyncio

import pytest

from mining.engine import admission
from mining.engine.rig import LocalRig
from mining.miners.simulated import Simulated
from tests.engine.virtual_rig import CONFIG, World
from tests.engine.virtual_time import in_virtual_time
from tests.principals import ME


@pytest.fixture(autouse=True)
def keyboard(monkeypatch: pytest.MonkeyPatch) -> None:
    """Miners have one, as on Linux; the clock and the processes here are no system's."""
    monkeypatch.setattr(admission, "KEYBOARD", True)


class WithKeys(Simulated):
    """The simulated miner, were it to listen to its terminal as XMRig does."""

    keys = {"p": "pause", "r": "resume"}


async def begin(rig: LocalRig) -> None:
    await rig.start("simulated", CONFIG, name="one", who=ME)
    await asyncio.sleep(10)


@in_virtual_time
async def test_a_poll_between_a_key_and_the_look_at_what_it_did_does_not_take_it_back() -> None:
    world = World(WithKeys())
    async with world.daemon() as rig:
        await begin(rig)
        await rig.pause("one", who=ME)
        typed = asyncio.create_task(rig.send("one", "r", who=ME))
        await asyncio.sleep(0.05)
        asked = len(world.processes.body().asked)
        with rig.listen():  # whoever begins to watch makes every miner be asked at once
            await asyncio.sleep(0.1)
        assert len(world.processes.body().asked) > asked
        assert not typed.done()
        await typed
        await asyncio.sleep(60)
        assert not world.processes.body().paused
        assert world.store.records["one"].wanted == "running"
        assert world.kinds()[-1] == "resume"


@in_virtual_time
async def test_once_a_key_is_over_the_polls_see_to_the_wish_again() -> None:
    world = World(WithKeys())
    async with world.daemon() as rig:
        await begin(rig)
        await rig.send("one", "p", who=ME)
        assert world.store.records["one"].wanted == "paused"
        world.processes.body().paused = False  # by itself
        await asyncio.sleep(20)
        assert world.processes.body().paused
