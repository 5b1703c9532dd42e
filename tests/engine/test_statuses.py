"""What listeners hear of a miner's status."""

import asyncio
from typing import cast

from mining.domain.miner import Miner, Status
from mining.domain.rig import Change
from mining.domain.store import EventStore
from mining.engine.bus import Bus
from mining.engine.journal import EventJournal
from tests.api.paper_rig import a_miner


def heard_of(*statuses: Status) -> list[tuple[str, str]]:
    """The type of each frame and the status in it, of a miner that goes through these."""
    shown: dict[str, Miner] = {}
    bus = Bus(on_first=lambda: None)
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
