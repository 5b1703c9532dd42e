"""What needs attention on a rig, in virtual time: what is seen, told and remembered by its timeline."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

from mining.domain.attention.conditions import of_problem
from mining.domain.message import message
from mining.domain.metrics import Gpu, Sample
from mining.domain.rig import Change
from mining.engine.attention import LOOK, AttentionBoard
from mining.engine.rig import LocalRig
from tests.engine.virtual_rig import CONFIG, World, wait_until
from tests.engine.virtual_time import in_virtual_time, virtual_clock
from tests.principals import ME


async def start(rig: LocalRig) -> None:
    await rig.start("simulated", CONFIG, name="one", who=ME)


async def mine(world: World, seconds: float) -> None:
    """Let it mine for so long, with a share in every ten seconds."""
    for _ in range(int(seconds / 10)):
        await asyncio.sleep(10)
        for body in world.processes.living():
            body.accepted += bool(body.connected)


def codes(rig: LocalRig) -> list[str]:
    return [each.code for each in rig.needs_attention()]


@in_virtual_time
async def test_a_rig_that_is_well_needs_nothing_and_a_miner_without_a_pool_does_until_it_has_one() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        await asyncio.sleep(60)
        assert codes(rig) == []
        world.processes.body().connected = False
        await wait_until(lambda: codes(rig) == ["pool_unreachable"], 60)
        assert rig.needs_attention()[0].message == "health.no_pool"
        since = rig.needs_attention()[0].since
        await mine(world, 600)
        assert [each.since for each in rig.needs_attention()] == [since]
        world.processes.body().connected = True
        await wait_until(lambda: codes(rig) == [], 60)


@in_virtual_time
async def test_a_miner_that_ends_again_and_again_stays_in_the_list_while_it_starts() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        await mine(world, 60)
        world.processes.next_one = {"api_from": 1000.0}
        world.processes.body().exit(1)
        await wait_until(lambda: codes(rig), 60)
        since = rig.needs_attention()[0].since
        seen = set()
        for _ in range(40):
            if world.processes.living():
                world.processes.body().exit(1)
            await asyncio.sleep(LOOK / 2)
            seen.add(tuple(codes(rig)))
        assert seen == {("waiting_to_restart",)}
        assert rig.needs_attention()[0].since == since
        await rig.stop("one", who=ME)
        assert codes(rig) == [], "it was a person who stopped it"


@in_virtual_time
async def test_the_next_daemon_knows_since_when() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        await asyncio.sleep(60)
        world.processes.body().connected = False
        await wait_until(lambda: codes(rig) == ["pool_unreachable"], 60)
        since = rig.needs_attention()[0].since
        await mine(world, 600)
    async with world.daemon() as rig:
        await wait_until(lambda: codes(rig) == ["pool_unreachable"], 60)
        assert abs(rig.needs_attention()[0].since - since) < timedelta(seconds=30)


@in_virtual_time
async def test_each_change_of_the_list_is_told_once() -> None:
    world = World()
    async with world.daemon() as rig:
        with rig.listen() as listener:
            told: list[Sequence[str]] = []

            async def hear() -> None:
                async for live in listener:
                    if isinstance(live, Change) and live.attention is not None:
                        told.append([each.code for each in live.attention.items])

            hearing = asyncio.create_task(hear())
            await start(rig)
            await mine(world, 60)
            assert told == []
            world.processes.body().connected = False
            await mine(world, 200)
            world.processes.body().connected = True
            await mine(world, 200)
            assert told == [["pool_unreachable"], []]
            hearing.cancel()


@in_virtual_time
async def test_a_miner_is_slow_by_what_is_usual_for_it_after_five_minutes() -> None:
    world = World()
    async with world.daemon() as rig:
        now = virtual_clock().now()
        for minutes in range(0, 2 * 24 * 60, 5):
            at = now - timedelta(minutes=minutes + 60)
            world.store.samples.append(("one", Sample(at=at, hashrate=1000.0, algorithm="rx/0")))
        await start(rig)
        await mine(world, 400)
        assert codes(rig) == []
        world.processes.body().hashrate = 850.0
        await mine(world, 280)
        assert codes(rig) == []
        await wait_until(lambda: codes(rig) == ["low_hashrate"], 60)
        assert rig.needs_attention()[0].params == {"percent": 85}
        world.processes.body().hashrate = 950.0
        await wait_until(lambda: codes(rig) == [], 60)


@in_virtual_time
async def test_the_next_daemon_knows_since_when_a_miner_is_slow_and_says_so_at_once() -> None:
    world = World()
    async with world.daemon() as rig:
        now = virtual_clock().now()
        for minutes in range(0, 2 * 24 * 60, 5):
            at = now - timedelta(minutes=minutes + 60)
            world.store.samples.append(("one", Sample(at=at, hashrate=1000.0, algorithm="rx/0")))
        await start(rig)
        await mine(world, 400)
        world.processes.body().hashrate = 850.0
        began = virtual_clock().now()
        await mine(world, 1200)
        assert codes(rig) == ["low_hashrate"]
        assert abs(rig.needs_attention()[0].since - began) < timedelta(seconds=30)
    await mine(world, 120)  # without a daemon
    async with world.daemon() as rig:
        await wait_until(lambda: codes(rig) == ["low_hashrate"], 60)
        assert abs(rig.needs_attention()[0].since - began) <= timedelta(seconds=60)
        world.processes.body().hashrate = 1000.0
        await wait_until(lambda: codes(rig) == [], 60)
        await mine(world, 600)
        world.processes.body().hashrate = 850.0
        again = virtual_clock().now()
        await mine(world, 400)
        assert codes(rig) == ["low_hashrate"]
        assert rig.needs_attention()[0].since >= again - timedelta(seconds=60)


@in_virtual_time
async def test_heat_is_told_since_it_began_though_the_daemon_has_just_started() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        hot = world.store.stores
        now = virtual_clock().now()
        for seconds in range(0, 1800, 10):
            at, degrees = now - timedelta(seconds=seconds), 92.0 if seconds < 900 else 70.0
            await hot.samples.add("hot", Sample(at=at, hashrate=1.0, temperature=degrees, algorithm="rx/0"))
        stats = rig.miners()[0].stats.but(gpu=(Gpu(id=0, temperature=93.0),), quality="valid")
        miner = rig.miners()[0].but(name="hot", stats=stats, status="running")
        board = AttentionBoard(
            lambda: [miner], lambda _: rig.usual("one"), lambda: [], lambda: [], lambda: 85.0, hot.events, hot.samples,
            rig.journal, virtual_clock(),
        )  # fmt: skip
        looking = asyncio.create_task(board.run())
        await wait_until(board.items, 10)
        assert [each.code for each in board.items()] == ["hot"]
        assert abs(board.items()[0].since - (now - timedelta(seconds=900))) <= timedelta(seconds=60)
        looking.cancel()


@in_virtual_time
async def test_a_full_disk_and_what_others_report_need_attention() -> None:
    world = World()
    async with world.daemon() as rig:
        world.store.full = True
        rig.attention.sources.append(lambda: [of_problem({"code": "AUDIT", "text": "It is broken."})])
        assert sorted(codes(rig)) == ["audit", "storage"]
        world.store.full = False
        assert codes(rig) == ["audit"]


@in_virtual_time
async def test_a_payee_whom_nobody_named_needs_attention_for_a_day() -> None:
    world = World()
    async with world.daemon() as rig:
        await rig.journal.tell("one", "payout", message("payee.new", who="me"), ME)
        await rig.journal.tell("one", "payout", message("payee.unasked"), None)
        await asyncio.sleep(2 * LOOK)
        assert codes(rig) == ["payout"]
        world.store.timeline[-1] = world.store.timeline[-1].but(at=virtual_clock().now() - timedelta(hours=25))
        await rig.journal.tell(None, "clock", "Something else.", None)
        await asyncio.sleep(2 * LOOK)
        assert codes(rig) == []
