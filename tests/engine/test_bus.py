"""Listeners hear of every event in order, of stats only the newest, and are cut off when they are too slow."""

import asyncio
from datetime import UTC, datetime
from typing import Literal

from mining.domain.event import Event
from mining.domain.miner import Miner
from mining.domain.rig import Change, ChangeType
from mining.engine.bus import MOST_EVENTS, Bus, Queue


def live(kind: Literal["stats", "status"], seq: int, name: str = "one") -> Change:
    miner = Miner(name=name, type="t", status="running", health="ok", wanted="running", config={})
    now = datetime.now(UTC)
    event = Event(seq=seq, at=now, kind="start", miner=name, text="Started.") if kind == "status" else None
    type: ChangeType = "miner.status" if kind == "status" else "miner.stats"
    return Change(type=type, seq=seq, at=now, miner=miner, event=event)


def install(seq: int) -> Event:
    return Event(seq=seq, at=datetime.now(UTC), kind="install", text="XMRig 9.9.9 is installed.")


async def heard(queue: Queue, count: int) -> list[tuple[str, str, int]]:
    found: list[tuple[str, str, int]] = []
    if count:
        async with asyncio.timeout(30):
            async for one in queue:
                what = (
                    (one.type, one.miner.name if one.miner else "") if isinstance(one, Change) else ("event", one.kind)
                )
                found.append((*what, one.seq))
                if len(found) == count:
                    break
    return found


async def test_old_stats_give_way_and_events_keep_their_order() -> None:
    bus = Bus(lambda: None)
    with bus.listen() as queue:
        for seq in range(5):
            bus.publish(live("stats", seq))
            bus.publish(live("stats", seq, "two"))
            bus.publish(live("status", seq))
        assert await heard(queue, 7) == [
            *(("miner.status", "one", seq) for seq in range(4)),
            ("miner.stats", "one", 4),
            ("miner.stats", "two", 4),
            ("miner.status", "one", 4),
        ]


async def test_a_listener_with_too_many_waiting_events_is_cut_off_and_the_others_are_not() -> None:
    bus = Bus(lambda: None)
    with bus.listen() as slow, bus.listen() as quick:
        for seq in range(MOST_EVENTS + 1):
            assert not slow.overrun
            bus.publish(live("status", seq))
            await heard(quick, 1)
        assert slow.overrun
        assert [one async for one in slow] == []
        assert not quick.overrun


async def test_any_number_of_stats_cuts_nobody_off() -> None:
    bus = Bus(lambda: None)
    with bus.listen() as queue:
        for seq in range(10 * MOST_EVENTS):
            bus.publish(live("stats", seq))
        assert not queue.overrun
        assert await heard(queue, 1) == [("miner.stats", "one", 10 * MOST_EVENTS - 1)]


async def test_a_listener_wakes_up_and_the_first_one_is_noticed() -> None:
    firsts: list[bool] = []
    bus = Bus(lambda: firsts.append(bus.watched))
    with bus.listen() as queue:
        waiting = asyncio.create_task(heard(queue, 1))
        await asyncio.sleep(0)
        bus.publish(live("status", 9))
        assert await waiting == [("miner.status", "one", 9)]
        with bus.listen():
            assert firsts == [True]
    assert not bus.watched
    with bus.listen():
        assert firsts == [True, True]


async def test_a_listener_for_events_alone_hears_no_figures_and_is_nobody_who_watches() -> None:
    firsts: list[bool] = []
    bus = Bus(lambda: firsts.append(bus.watched))
    with bus.listen(events_only=True) as queue:
        assert not bus.watched
        for seq in range(10 * MOST_EVENTS):
            bus.publish(live("stats", seq))
        bus.publish(live("status", 7))
        bus.publish(install(8))
        assert await heard(queue, 2) == [("miner.status", "one", 7), ("event", "install", 8)]
        assert firsts == []
        with bus.listen():
            assert bus.watched
            assert firsts == [True]
        assert not bus.watched


async def test_events_of_no_miner_count_against_a_listener_that_does_not_keep_up() -> None:
    bus = Bus(lambda: None)
    with bus.listen() as queue:
        for seq in range(MOST_EVENTS):
            bus.publish(install(seq))
        assert len(await heard(queue, MOST_EVENTS)) == MOST_EVENTS
        for seq in range(MOST_EVENTS):
            bus.publish(install(seq))
        assert not queue.overrun
