"""What listeners hear of a miner's status, and that no end of its process costs them a trouble."""

import asyncio
from typing import Any, cast

from mining.domain.miner import Miner, Status
from mining.domain.rig import Change
from mining.domain.store import EventStore
from mining.engine.bus import Bus
from mining.engine.journal import EventJournal
from tests.api.paper_rig import a_miner
from tests.engine.virtual_rig import CONFIG, World
from tests.engine.virtual_time import in_virtual_time
from tests.principals import ME


def heard_of(*statuses: Status) -> list[tuple[str, str]]:
    """The type of each frame and the status in it, of a miner that goes through these."""
    shown: dict[str, Miner] = {}
    bus = Bus(on_first=lambda: journal.begin_watch(shown.values()))
    journal = EventJournal(cast(EventStore, None), bus, shown.get)

    async def run() -> list[tuple[str, str]]:
        heard: list[tuple[str, str]] = []
        shown["x"] = a_miner("x", status=statuses[0])
        journal.changed("x")  # before anybody listens
        with bus.listen() as queue:
            for status in statuses[1:]:
                shown["x"] = a_miner("x", status=status)
                journal.changed("x")
            async for live in queue:
                assert isinstance(live, Change)
                assert live.miner is not None
                heard.append((live.type, live.miner.status))
                if live.type == "miner.stats":  # the last of them, for the others gave way
                    break
        return heard

    return asyncio.run(run())


def test_every_change_of_status_is_told_although_figures_give_way() -> None:
    heard = heard_of("starting", "running", "running", "paused", "stopping")
    assert [status for type, status in heard if type == "miner.status"] == ["running", "paused", "stopping"]
    assert heard[-1] == ("miner.stats", "stopping")


def test_a_status_that_stays_is_told_with_the_figures_alone() -> None:
    assert heard_of("running", "running") == [("miner.stats", "running")]


@in_virtual_time
async def test_who_begins_to_watch_hears_of_the_statuses_that_change_from_then_on_alone() -> None:
    world, heard, polled = World(), [], 0
    async with world.daemon() as rig:
        for name in ("before", "after"):
            await asyncio.sleep(2)
            world.processes.next_one = {"api_from": 3.0}
            await rig.start("simulated", CONFIG, name=name, who=ME)
        assert [rig.miner(name).status for name in ("before", "after")] == ["running", "starting"]
        with rig.listen() as listener:
            async for live in listener:
                if isinstance(live, Change) and live.miner is not None and live.event is None:
                    polled += live.type == "miner.stats"
                    heard += [(live.miner.name, live.miner.status)] * (live.type == "miner.status")
                if polled == 40:
                    break
    assert heard == [("after", "running")]


@in_virtual_time
async def test_a_trouble_that_was_being_told_as_its_process_was_ended_is_told_of_the_next_one() -> None:
    world: Any = World()
    spawn = world.processes.spawn

    def poor(*what: Any) -> Any:
        """Each process is without its pool from the beginning."""
        process = spawn(*what)
        world.processes.body().connected = False
        return process

    world.processes.spawn = poor
    async with world.daemon() as rig:
        with rig.listen() as listener:
            starting = asyncio.create_task(rig.start("simulated", CONFIG, name="one", who=ME))
            async for change in listener:
                if isinstance(change, Change) and change.miner and change.miner.health == "degraded":
                    break
                world.store.delay = 60.0 if "start" in world.kinds() else 0.01  # the disk becomes busy
        world.store.delay = 0.01  # for what is written from now on
        await starting
        await rig.restart("one", who=ME)
        await asyncio.sleep(60)
        assert rig.miner("one").health == "degraded"
    assert world.kinds().count("degraded") == 1
