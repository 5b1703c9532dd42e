"""Graphics cards that a miner cannot use, from recorded answers of the real XMRig, in virtual time."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest

from mining.domain.attention.conditions import of_miner
from mining.domain.config import Config, CpuBackend, Devices
from mining.domain.errors import InsufficientResources
from mining.domain.miner import Miner
from mining.engine.rig import LocalRig
from mining.engine.supervision.run_metrics import RunMetrics
from tests.engine.fake_processes import Body
from tests.engine.free_xmrig import FreeXMRig
from tests.engine.test_health_of_xmrig import state
from tests.engine.virtual_rig import CONFIG, World, wait_until
from tests.engine.virtual_time import in_virtual_time, virtual_clock
from tests.miners.xmrig_cards import H100, moment, read
from tests.principals import ME

MINUTE = 60.0
CARDS = CONFIG.but(algo="rx/0", cuda=Devices(enabled=True, devices=(3,)))
ONLY_CARDS = CARDS.but(cpu=CpuBackend(enabled=False))
WRONG = moment("wrong-device").pages
NOW = datetime(2026, 11, 26, tzinfo=UTC)


def no_devices(body: Body) -> None:
    """As the real one does for a device number that does not exist, when its pool sends it work."""
    body.say_plainly(" * CUDA         disabled (no devices)")
    body.log("net", "pool.example:3333 incompatible/disabled algorithm rx/0 detected, reconnect")
    body.log("net", "pool.example:3333 login error code: 6")


@asynccontextmanager
async def with_a_card(world: World, config: Config) -> AsyncIterator[tuple[LocalRig, Body]]:
    """A daemon with a miner that mines on a card."""
    async with world.daemon() as rig:
        world.processes.next_one = {"recorded": moment("mining").pages}
        await rig.start("xmrig", config, name="one", who=ME)
        await asyncio.sleep(10)
        assert state(rig) == ("ok", None)
        yield rig, world.processes.body()


async def begun(world: World, rig: LocalRig, config: Config) -> Body:
    world.processes.next_one = {"recorded": WRONG}
    await rig.start("xmrig", config, name="one", who=ME)
    body = world.processes.body()
    no_devices(body)
    return body


@in_virtual_time
async def test_where_nothing_but_a_missing_card_is_to_mine_it_is_told_and_the_pool_is_left_in_peace() -> None:
    world = World(FreeXMRig())
    async with world.daemon() as rig:
        body = await begun(world, rig, ONLY_CARDS)
        await asyncio.sleep(6)
        reason = rig.miner("one").reason
        assert reason is not None
        assert (rig.miner("one").health, reason.code) == ("degraded", "gpu_unavailable"), "it is no refused login"
        assert "(CUDA: no devices)" in reason.text
        await wait_until(lambda: rig.miner("one").status == "error", MINUTE)
        assert not body.lives
        miner = rig.miner("one")
        assert (miner.status, miner.wanted, miner.reason and miner.reason.code) == (
            "error",
            "running",
            "gpu_unavailable",
        )
        assert miner.reason is not None
        assert "CUDA: no devices" in miner.reason.text
        assert "tried again in 5 min" in miner.reason.text
        assert miner.next_restart_at is not None
        assert 290 < (miner.next_restart_at - virtual_clock().now()).total_seconds() <= 301
        assert world.kinds() == ["payout", "start", "degraded"]
        (item,) = [each for each in rig.needs_attention() if each.miner == "one"]
        assert (item.code, item.action and item.action.code) == ("gpu_unavailable", "examine")
        await asyncio.sleep(6 * 3600)
        lives = len(world.processes.bodies["one"])
        assert 60 <= lives <= 75, "every five minutes and a few seconds"
        assert world.kinds() == ["payout", "start", "degraded"], "its attempts are not news"


@in_virtual_time
async def test_a_running_miner_says_which_card_of_the_machine_it_uses_and_keeps_others_from_it() -> None:
    world = World(FreeXMRig())
    world.cards = (H100.but(id="0001:00:06.0"),)
    mine = CARDS.but(cuda=Devices(enabled=True, devices=()))
    async with with_a_card(world, mine) as (rig, body):
        assert [gpu.bus_id for gpu in rig.miner("one").stats.gpu] == ["0001:00:06.0"], "XMRig leaves the domain out"
        with pytest.raises(InsufficientResources, match="one already mines on NVIDIA") as refused:
            await rig.start("xmrig", mine, name="two", who=ME)
        assert refused.value.details["devices"] == ["0001:00:06.0"]
        assert (body.record.context.cards, "cards" in body.record.context.to_json()) == (world.cards, False)


@in_virtual_time
async def test_one_that_was_forced_onto_a_card_of_another_is_restarted_without_another_word() -> None:
    world = World(FreeXMRig())
    world.cards = (H100.but(id="0001:00:06.0"),)
    every, first = (CARDS.but(cuda=Devices(enabled=True, devices=devices)) for devices in ((), (0,)))
    async with with_a_card(world, every) as (rig, _):
        await rig.start("xmrig", first, name="two", force=True, who=ME)
        for name in ("one", "two"):
            before = rig.miner(name).pid
            await rig.restart(name, who=ME)
            assert rig.miner(name).pid not in (None, before)
        await rig.restart("two", first.but(wallet="somebody.else"), who=ME)
        with pytest.raises(InsufficientResources, match="one already mines on NVIDIA"):
            await rig.restart("two", every, who=ME)
        await rig.stop("two", who=ME)
        with pytest.raises(InsufficientResources, match="one already mines on NVIDIA"):
            await rig.restart("two", who=ME)


@in_virtual_time
async def test_a_card_that_comes_back_mines_again_and_that_is_told() -> None:
    world = World(FreeXMRig())
    async with world.daemon() as rig:
        body = await begun(world, rig, ONLY_CARDS)
        await wait_until(lambda: not body.lives, MINUTE)
        world.processes.next_one = {"recorded": moment("mining").pages}
        await asyncio.sleep(6 * MINUTE)
        assert (rig.miner("one").status, state(rig)) == ("running", ("ok", None))
        assert world.kinds() == ["payout", "start", "degraded", "recovered"]


@in_virtual_time
async def test_another_program_or_plugin_is_tried_at_once() -> None:
    world = World(FreeXMRig())
    async with world.daemon() as rig:
        body = await begun(world, rig, ONLY_CARDS)
        await wait_until(lambda: not body.lives, MINUTE)
        await asyncio.sleep(5)
        world.programs.version = "6.26.1"
        await wait_until(world.processes.living, 10)


@in_virtual_time
async def test_where_the_processor_goes_on_it_is_left_to_mine_and_the_idle_card_is_told() -> None:
    world = World(FreeXMRig())
    async with with_a_card(world, CARDS) as (rig, body):
        body.say_plainly(" * CUDA         disabled (no devices)")
        _, cuda = WRONG["/2/backends"]
        cpu = {"type": "cpu", "enabled": True, "hashrate": [1000.0, None, None], "threads": [{"intensity": 1}]}
        body.recorded = {"/2/backends": [cpu, cuda]}
        await asyncio.sleep(20)
        assert state(rig) == ("degraded", "gpu_unavailable")
        reason = rig.miner("one").reason
        assert reason is not None
        assert "the rest goes on mining" in reason.text
        await asyncio.sleep(4 * MINUTE)
        assert body.lives
        assert world.kinds() == ["payout", "start", "degraded"]
        assert rig.miner("one").hashrate == 1000.0
        assert [each.code for each in rig.needs_attention() if each.miner] == ["gpu_unavailable"]


@in_virtual_time
async def test_a_pool_that_forges_the_words_of_a_missing_card_ends_nothing() -> None:
    world = World(FreeXMRig())
    async with with_a_card(world, ONLY_CARDS) as (rig, body):
        body.recorded = moment("mining").pages
        no_devices(body)
        await asyncio.sleep(MINUTE)
        assert state(rig) == ("ok", None)
        cpu, cuda = moment("mining").backends
        idle = {key: value for key, value in cuda.items() if key not in ("threads", "hashrate")}
        body.recorded = {"/2/backends": [cpu, idle]}
        body.hashrate = 0.0
        await asyncio.sleep(5 * MINUTE)
        assert body.lives


@in_virtual_time
async def test_one_that_is_paused_is_not_ended_for_want_of_a_card() -> None:
    world = World(FreeXMRig())
    async with world.daemon() as rig:
        world.processes.next_one = {"recorded": {"/2/backends": WRONG["/2/backends"]}, "paused": True, "hashrate": 0.0}
        await rig.start("xmrig", ONLY_CARDS, name="one", who=ME)
        await rig.pause("one", who=ME)
        await asyncio.sleep(5 * MINUTE)
        assert world.processes.living()


@in_virtual_time
async def test_a_card_without_room_is_the_reason_while_it_runs() -> None:
    world = World(FreeXMRig())
    async with with_a_card(world, ONLY_CARDS.but(cuda=Devices(enabled=True))) as (rig, body):
        body.recorded = moment("full-card-victim").pages
        await asyncio.sleep(20)
        assert state(rig) == ("degraded", "gpu_memory_full")
        reason = rig.miner("one").reason
        assert reason is not None
        assert "no room on NVIDIA H100 80GB HBM3" in reason.text
        assert [item.code for item in needing(rig.miner("one"))] == ["gpu_memory_full"]
        body.recorded = moment("mining").pages
        await asyncio.sleep(20)
        assert state(rig) == ("ok", None)


def needing(miner: Miner) -> list[object]:
    return [each for each in of_miner(miner, None, 200.0, True, NOW) if each.code != "gpus_missing"]


@pytest.mark.parametrize("name", ["paused", "paused-5s", "paused-18s"])
def test_what_is_paused_computes_nothing_from_that_moment_on_whatever_its_windows_say(name: str) -> None:
    metrics = RunMetrics(CONFIG.all_pools()[0], 0.0, simulated=False, adopted=False)
    metrics.take(read("mining"), 10.0, NOW)
    metrics.take(read(name), 20.0, NOW)
    stats = metrics.stats(NOW, 20, None, None, None)
    assert (stats.hashrate, stats.quality, stats.paused) == (0.0, "zero", True)
    assert [card.hashrate for card in stats.gpu] == [0.0]
    assert [work.hashrate for work in stats.work] == [0.0]
    assert stats.hashrate_avg == 5566.01
    assert metrics.zero_for() is None, "it is no hang"
    assert metrics.sample(stats, NOW).hashrate == 0.0


def test_a_total_that_is_unknown_while_a_card_computes_is_unavailable_and_no_zero() -> None:
    metrics = RunMetrics(CONFIG.all_pools()[0], 0.0, simulated=False, adopted=False)
    metrics.take(read("cpu-and-cuda"), 10.0, NOW)
    stats = metrics.stats(NOW, 20, None, None, None)
    assert (stats.hashrate, stats.quality, stats.gpu[0].hashrate) == (None, "unavailable", 5562.28)
