"""What XMRig's text and answers together tell of its health, in virtual time and as the real one was seen to do."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from mining.domain.config import Config
from mining.engine.rig import LocalRig
from tests.engine.fake_processes import Body
from tests.engine.free_xmrig import FreeXMRig
from tests.engine.virtual_rig import CONFIG, World, wait_until
from tests.engine.virtual_time import in_virtual_time, virtual_clock
from tests.principals import ME

MINUTE = 60.0


@asynccontextmanager
async def mining(world: World, config: Config = CONFIG) -> AsyncIterator[tuple[LocalRig, Body]]:
    """A daemon with a miner that has begun to compute."""
    async with world.daemon() as rig:
        await rig.start("xmrig", config, name="one", who=ME)
        body = world.processes.body()
        body.log("net", "use pool pool.example:3333  10.0.0.1")
        body.log("cpu", "READY threads 2/2 (2) huge pages 0% 0/2 memory 4096 KB (0 ms)")
        await asyncio.sleep(10)
        assert state(rig) == ("ok", None)
        yield rig, body


def state(rig: LocalRig) -> tuple[str, str | None]:
    miner = rig.miner("one")
    return miner.health, miner.reason.code if miner.reason else None


def init(body: Body) -> None:
    """A dataset is built, for a new seed say."""
    body.log("randomx", "init dataset algo rx/0 (2 threads) seed 2222222222222222...")
    body.hashrate = 0.0


def ready(body: Body) -> None:
    body.log("randomx", "dataset ready (30533 ms)")
    body.hashrate = 1000.0


@in_virtual_time
async def test_the_rebuild_for_a_new_seed_is_preparing_and_is_not_ended_as_a_hang() -> None:
    world = World(FreeXMRig())
    async with mining(world) as (rig, body):
        init(body)
        for _ in range(14):
            await asyncio.sleep(MINUTE)
            assert state(rig) == ("ok", "preparing")
        ready(body)
        await asyncio.sleep(20)
        assert state(rig) == ("ok", None)
        assert world.kinds() == ["payout", "start"]


@in_virtual_time
async def test_it_is_asked_how_it_does_as_soon_as_it_says_that_it_begins_to_compute() -> None:
    world = World(FreeXMRig())
    async with mining(world) as (rig, body):
        await asyncio.sleep(30 - virtual_clock().now().timestamp() % 10)
        init(body)
        await asyncio.sleep(5 * MINUTE)
        asked = len(body.asked)
        ready(body)
        await asyncio.sleep(1)
        assert len(body.asked) > asked
        assert state(rig) == ("ok", None)


@in_virtual_time
async def test_preparing_for_more_than_a_quarter_of_an_hour_is_told_and_over_only_when_it_computes() -> None:
    world = World(FreeXMRig())
    async with mining(world) as (rig, body):
        init(body)
        await asyncio.sleep(16 * MINUTE)
        assert state(rig) == ("degraded", "preparing")
        await asyncio.sleep(60 * MINUTE)
        assert world.kinds() == ["payout", "start", "degraded"]
        body.log("randomx", "dataset ready (4560000 ms)")
        await asyncio.sleep(20)
        assert world.kinds() == ["payout", "start", "degraded"], "it does not compute yet"
        body.hashrate = 1000.0
        await asyncio.sleep(20)
        assert world.kinds() == ["payout", "start", "degraded", "recovered"]


@in_virtual_time
async def test_a_program_that_is_silent_while_it_prepares_is_left_alone_and_one_that_hangs_is_not() -> None:
    world = World(FreeXMRig())
    async with mining(world) as (_, body):
        init(body)
        await asyncio.sleep(20)
        body.api = "silent"
        await asyncio.sleep(10 * MINUTE)
        assert "hang" not in world.kinds()
        body.api = "well"
        ready(body)
        await asyncio.sleep(20)
        body.api = "silent"
        await wait_until(lambda: "hang" in world.kinds(), 3 * MINUTE)


@in_virtual_time
async def test_an_answer_to_a_share_from_before_does_not_end_the_preparing_or_the_rest() -> None:
    world = World(FreeXMRig())
    async with mining(world, CONFIG.but(pause_on_battery=True)) as (_, body):
        init(body)
        body.log("cpu", "accepted (1/0) diff 1000 (18 ms)")
        body.accepted = 1
        await asyncio.sleep(10)
    async with world.daemon() as rig:
        await asyncio.sleep(12 * MINUTE)
        assert state(rig) == ("ok", "preparing")
        assert "hang" not in world.kinds()
        ready(body)
        await asyncio.sleep(MINUTE)
        body.log("miner", "on battery power")
        body.log("cpu", "accepted (2/0) diff 1000 (18 ms)")
        body.paused = True
        await asyncio.sleep(15)
        assert state(rig) == ("ok", "on_battery")


@in_virtual_time
async def test_a_share_long_after_the_preparing_began_ends_it_although_the_line_of_its_end_was_lost() -> None:
    world = World(FreeXMRig())
    async with mining(world) as (rig, body):
        init(body)
        await asyncio.sleep(MINUTE)
        body.log("cpu", "accepted (1/0) diff 1000 (18 ms)")
        await asyncio.sleep(MINUTE)
        assert state(rig) == ("degraded", "no_hashrate")


@in_virtual_time
async def test_the_next_daemon_knows_from_the_kept_text_that_it_prepares_and_since_when() -> None:
    world = World(FreeXMRig())
    async with mining(world) as (_, body):
        init(body)
        await asyncio.sleep(10 * MINUTE)
    async with world.daemon() as rig:
        await asyncio.sleep(MINUTE)
        assert state(rig) == ("ok", "preparing")
        await asyncio.sleep(5 * MINUTE)
        assert state(rig) == ("degraded", "preparing")
        ready(body)
        await asyncio.sleep(MINUTE)
        assert state(rig) == ("ok", None)


@in_virtual_time
async def test_work_that_no_backend_can_do_is_told_at_once_and_is_no_hang() -> None:
    world = World(FreeXMRig())
    async with mining(world, CONFIG.but(algo="rx/0")) as (rig, body):
        body.log("net", "new job from pool.example:3333 diff 1000 algo kawpow height 3000000")
        body.log("cpu", "disabled (no suitable configuration found)")
        body.log("cpu", "accepted (1/0) diff 1000 (18 ms)")  # which was under way
        body.workers, body.algorithm = False, "kawpow"
        await asyncio.sleep(15)
        assert state(rig) == ("degraded", "no_work")
        reason = rig.miner("one").reason
        assert reason is not None
        assert "kawpow" in reason.text
        await asyncio.sleep(60 * MINUTE)
        assert world.kinds() == ["payout", "start", "degraded"], "it does not mine kawpow, so that is not said either"
        body.workers, body.algorithm = True, "rx/0"
        body.log("cpu", "READY threads 2/2 (2) huge pages 0% 0/2 memory 4096 KB (0 ms)")
        await asyncio.sleep(15)
        assert (state(rig), world.kinds()[-1]) == (("ok", None), "recovered")


@in_virtual_time
async def test_work_that_it_refuses_to_take_is_not_called_a_refused_login() -> None:
    world = World(FreeXMRig())
    async with mining(world) as (rig, body):
        body.connected = False
        body.log("net", 'pool.example:3333 incompatible/disabled algorithm "kawpow" detected, reconnect')
        body.log("net", "pool.example:3333 login error code: 6")
        await asyncio.sleep(15)
        assert state(rig) == ("degraded", "no_work")
        reason = rig.miner("one").reason
        assert reason is not None
        assert 'cannot use its work: incompatible/disabled algorithm "kawpow". Choose a pool' in reason.text


@in_virtual_time
async def test_a_miner_without_workers_that_says_nothing_is_no_longer_believed_to_prepare_after_five_minutes() -> None:
    world = World(FreeXMRig())
    async with mining(world) as (rig, body):
        body.workers = False
        await asyncio.sleep(4 * MINUTE)
        assert state(rig) == ("ok", "preparing")
        await asyncio.sleep(2 * MINUTE)
        assert state(rig) == ("degraded", "no_work")


@in_virtual_time
async def test_a_donation_round_is_said_to_be_one_and_its_pool_is_not_called_silent() -> None:
    world = World(FreeXMRig())
    async with mining(world, CONFIG.but(donate_level=20)) as (rig, body):
        assert rig.miner("one").stats.donating is False
        body.log("net", "dev donate started")
        for _ in range(20):
            await asyncio.sleep(MINUTE)
            assert (state(rig), rig.miner("one").stats.donating) == (("ok", "donating"), True)
        reason = rig.miner("one").reason
        assert reason is not None
        assert "mining for XMRig's authors" in reason.text
        body.log("net", "dev donate finished")
        await asyncio.sleep(MINUTE)
        assert (state(rig), rig.miner("one").stats.donating) == (("ok", None), False)
        await asyncio.sleep(5 * MINUTE)
        assert state(rig) == ("degraded", "pool_silent"), "the wait goes on after the round"


@in_virtual_time
async def test_shares_for_its_authors_are_nobodys_also_for_the_next_daemon() -> None:
    world = World(FreeXMRig())
    async with mining(world, CONFIG.but(donate_level=20)) as (_, body):
        for number in (1, 2):
            body.accepted = number
            body.log("cpu", f"accepted ({number}/0) diff 1000 (18 ms)")
        found = virtual_clock().now()
        await asyncio.sleep(MINUTE)
        body.log("net", "dev donate started")
        for _ in range(5):
            body.log("cpu", "accepted (2/0) diff 1000K (18 ms)")  # as the real one prints them
            await asyncio.sleep(10)
    async with world.daemon() as rig:
        await asyncio.sleep(20)
        stats = rig.miner("one").stats
        assert (stats.shares_recent.accepted, stats.shares_recent.rejected) == (2, 0)
        assert stats.last_share_at is not None
        assert abs((stats.last_share_at - found).total_seconds()) < 1


@in_virtual_time
async def test_the_next_daemon_knows_of_a_donation_round_and_a_forged_one_ends() -> None:
    world = World(FreeXMRig())
    async with mining(world, CONFIG.but(donate_level=5)) as (_, body):
        body.log("net", "dev donate started")
        await asyncio.sleep(20)
    async with world.daemon() as rig:
        await asyncio.sleep(MINUTE)
        assert state(rig) == ("ok", "donating")
        await asyncio.sleep(20 * MINUTE)
        assert (state(rig), rig.miner("one").stats.donating) == (("degraded", "pool_silent"), False)


# ——— a pool's text is printed raw, so that it can forge any line


@pytest.mark.parametrize("line", ["on battery power", "user active"])
@in_virtual_time
async def test_a_pool_cannot_excuse_a_dead_connection_with_a_forged_rest(line: str) -> None:
    world = World(FreeXMRig())
    async with mining(world, CONFIG.but(pause_on_battery=True, pause_on_active=60)) as (rig, body):
        body.connected = False
        body.log("miner", line)
        await asyncio.sleep(30)
        assert state(rig) == ("degraded", "pool_unreachable")


@in_virtual_time
async def test_a_rest_counts_only_where_the_configuration_asks_for_it() -> None:
    for asked, code in ((True, "on_battery"), (None, "paused_by_user")):
        world = World(FreeXMRig())
        async with mining(world, CONFIG.but(pause_on_battery=asked)) as (rig, body):
            body.log("miner", "on battery power")
            body.paused = True
            await asyncio.sleep(15)
            assert state(rig) == ("ok", code)


@in_virtual_time
async def test_forged_lines_do_not_change_the_verdict_on_a_miner_that_computes() -> None:
    world = World(FreeXMRig())
    async with mining(world) as (rig, body):
        for tag, text in (
            ("net", 'pool.example:3333 error: "banned", code: -1'),
            ("randomx", "init dataset algo rx/0 (2 threads) seed 1111111111111111..."),
            ("cpu", "disabled (no suitable configuration found)"),
            ("cpu", 'rejected (0/9) diff 3000 "forged" (0 ms)'),
            ("net", "no active pools, stop mining"),
        ):
            body.log(tag, text)
            await asyncio.sleep(15)
            assert state(rig) == ("ok", None)


@in_virtual_time
async def test_what_a_pool_says_is_cut_before_it_is_passed_on() -> None:
    world = World(FreeXMRig())
    async with mining(world) as (rig, body):
        body.connected = False
        body.log("net", f'pool.example:3333 error: "{"x" * 1500}", code: -1')
        await asyncio.sleep(30)
        reason = rig.miner("one").reason
        assert reason is not None
        assert len(reason.text) < 400
        assert all(len(event.text) < 500 for event in world.store.timeline)
        body.exit(1)
        await asyncio.sleep(5)
        tail = next(event.details["tail"] for event in world.store.timeline if event.kind == "crash")
        assert max(map(len, tail)) <= 300


@in_virtual_time
async def test_another_algorithm_than_the_configured_one_is_told_once_and_shown() -> None:
    world = World(FreeXMRig())
    async with mining(world, CONFIG.but(algo="randomx")) as (rig, body):
        body.algorithm = "cn/r"
        await asyncio.sleep(2 * MINUTE)
        assert state(rig) == ("ok", "other_algorithm")
        reason = rig.miner("one").reason
        assert reason is not None
        assert "It mines cn/r, although rx/0 is configured" in reason.text
        assert world.kinds() == ["payout", "start", "algorithm"]
        body.log("net", "dev donate started")
        await asyncio.sleep(20)
        assert state(rig) == ("ok", "donating")


# ——— troubles that come and go


@in_virtual_time
async def test_a_trouble_that_keeps_coming_back_fills_no_timeline() -> None:
    world = World(FreeXMRig())
    async with mining(world) as (rig, body):
        for _ in range(60):
            body.connected = not body.connected
            await asyncio.sleep(30)
        assert len(world.kinds()) < 8
        body.connected = True
        for _ in range(60):
            body.verdict(True)
            await asyncio.sleep(MINUTE)
        assert (state(rig), world.kinds()[-1]) == (("ok", None), "recovered")


@in_virtual_time
async def test_another_algorithm_than_configured_is_told_once_across_daemons() -> None:
    world = World(FreeXMRig())
    async with mining(world, CONFIG.but(algo="rx/0")) as (_, body):
        body.algorithm = "cn/r"
        await wait_until(lambda: "algorithm" in world.kinds(), MINUTE)
    async with world.daemon() as rig:
        await asyncio.sleep(MINUTE)
        assert state(rig)[1] == "other_algorithm"
    assert world.kinds().count("algorithm") == 1


@in_virtual_time
@pytest.mark.parametrize(
    ("words", "cause", "number"),
    [
        ("SIGTERM received, exiting", "signal", 15),
        ("SIGINT received, exiting", "signal", 2),
        ("Ctrl+C received, exiting", "exit", None),
        ("SIGNONSENSE received, exiting", "unknown", None),
        ("", "unknown", None),
    ],
)
async def test_an_adopted_one_that_says_which_signal_ended_it_has_that_in_its_last_exit(
    words: str, cause: str, number: int | None
) -> None:
    world = World(FreeXMRig())
    async with mining(world) as (_, body):
        pass
    async with world.daemon() as rig:
        await asyncio.sleep(10)
        if words:
            body.log("signal", words)
        body.exit(0)
        await asyncio.sleep(1)
        last = rig.miner("one").last_exit
        assert last is not None
        assert (last.cause, last.signal, last.code) == (cause, number, None)


@in_virtual_time
async def test_a_child_that_says_a_signal_and_ends_by_itself_has_its_code() -> None:
    world = World(FreeXMRig())
    async with mining(world) as (rig, body):
        body.log("signal", "SIGTERM received, exiting")
        body.exit(0)
        await asyncio.sleep(1)
        last = rig.miner("one").last_exit
        assert last is not None
        assert (last.signal, last.code) == (None, 0)
