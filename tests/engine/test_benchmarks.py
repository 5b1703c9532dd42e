"""Benchmarks in virtual time: measured, bounded, never beside a miner, carried on by the next daemon, and told."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest

from mining.domain.adapter import Launch, LaunchContext
from mining.domain.benchmark import KEPT_FAILURES, RUN_NAME, Benchmark, BenchmarkOrder
from mining.domain.card_choice import MachineUse
from mining.domain.config import NOWHERE, Config, CpuBackend, Devices
from mining.domain.errors import (
    InsufficientResources,
    InsufficientRole,
    InvalidRequest,
    JobNotFound,
    MinerNotInstalled,
    NotSupported,
    PayeeNotConfirmed,
)
from mining.domain.hardware import GraphicsCard, Processor
from mining.domain.principal import Principal
from mining.domain.rig import Change
from mining.domain.system import SystemInfo
from mining.engine import benchmarks
from mining.engine.benchmark_run import hardware_of, users_of
from mining.engine.rig import LocalRig
from mining.foundation.tasks import end
from mining.miners import adapter
from mining.miners.simulated import Simulated
from mining.miners.xmrig import XMRig
from tests.engine.free_xmrig import FreeXMRig
from tests.engine.virtual_rig import CONFIG, World, wait_until
from tests.engine.virtual_time import in_virtual_time
from tests.principals import ME

WALLET = "48edfHu7V9Z84YzzMa6fUueoELZ9ZRXq9VetWzYGzKt52XU5xvqgzYnDK9URnRoJMk1j8nLwEVsaSWJ4fhdUyZijBGUicoD"
ORDER = BenchmarkOrder(algo="rx/0", seconds=60)
CARDS = tuple(
    GraphicsCard(id=f"0000:0{n}:00.0", vendor="NVIDIA", name=f"Card {n}", backend="cuda", device=n - 1) for n in (1, 2)
)
INFO = SystemInfo(
    os="linux", arch="amd64", go_version="", python_version="", platform_version="", total_memory=1, cpus=2,
    installed_miners=(), cpu=Processor(model="A processor"), gpus=CARDS,
)  # fmt: skip


@asynccontextmanager
async def daemon(world: World) -> AsyncIterator[LocalRig]:
    async def info() -> SystemInfo:
        return INFO

    async with world.daemon() as rig:
        rig.benchmarks._info = info
        yield rig


def told(world: World) -> list[str]:
    return [event.text for event in world.store.timeline if event.kind == "benchmark"]


async def measured(rig: LocalRig, order: BenchmarkOrder = ORDER, **how: Any) -> Benchmark:
    begun = await rig.benchmarks.begin("xmrig", order, who=ME, **how)
    return await rig.benchmarks.finish(begun.id)


@in_virtual_time
async def test_the_programs_own_benchmark_is_measured_without_a_pool_and_nothing_is_left() -> None:
    world = World(FreeXMRig())
    async with daemon(world) as rig:
        begun = await rig.benchmarks.begin("xmrig", ORDER, who=ME)
        assert (begun.state, begun.method, begun.progress, begun.hashrate) == ("running", "own", 0.0, None)
        await asyncio.sleep(2)
        (body,) = world.processes.bodies[RUN_NAME]
        file = json.loads(body.files["config.json"] or b"")
        assert (file["benchmark"], "pools" in file) == ({"size": "10M", "algo": "rx/0"}, False)
        assert body.processor_limit == 2 * (300 + 10 + 60 + 60) + 1
        assert body.time_limit == 300 + 10 + 60 + 60
        await wait_until(lambda: 0.4 < rig.benchmarks.one(begun.id).progress < 0.6)
        done = await rig.benchmarks.finish(begun.id)
        assert (done.state, done.hashrate, done.progress, done.version) == ("done", 1000.0, 1.0, "0.1.0")
        assert 55 <= done.samples <= 62
        assert done.hardware == "A processor, 2 threads"
        assert (world.processes.bodies.get(RUN_NAME), body.lives) == (None, False)
        assert rig.miners() == []
    assert told(world) == [
        "A benchmark of XMRig with rx/0 was begun by me.", "XMRig computes rx/0 at 1,000.0 H/s here."
    ]  # fmt: skip


@in_virtual_time
async def test_whoever_listens_hears_how_it_goes_from_its_beginning_to_its_end() -> None:
    async with daemon(World(FreeXMRig())) as rig:
        with rig.listen() as listener:
            done = await measured(rig)
            heard = []
            async for change in listener:
                if isinstance(change, Change) and change.benchmark is not None:
                    heard.append(change.benchmark)
                    if change.benchmark.state == "done":
                        break
        assert heard[-1] == done
        assert len(heard) >= 1


@in_virtual_time
async def test_what_the_program_says_at_its_end_counts_more_than_a_part_of_it() -> None:
    world = World(FreeXMRig())
    async with daemon(world) as rig:
        begun = await rig.benchmarks.begin("xmrig", ORDER, who=ME)
        await asyncio.sleep(20)
        world.processes.body(RUN_NAME).log("bench", "benchmark finished in 15.123 seconds (661234.5 h/s) hash sum = 0A")
        done = await rig.benchmarks.finish(begun.id)
        assert (done.state, done.hashrate) == ("done", 661234.5)


@in_virtual_time
async def test_it_is_refused_while_a_miner_uses_the_device_which_is_named() -> None:
    world = World(FreeXMRig())
    async with daemon(world) as rig:
        await rig.start("xmrig", CONFIG, name="one", who=ME)
        with pytest.raises(InsufficientResources, match="one uses what a benchmark would measure") as refused:
            await rig.benchmarks.begin("xmrig", ORDER, who=ME)
        assert refused.value.details["miners"] == ["one"]
        assert RUN_NAME not in world.processes.bodies
        await rig.stop("one", who=ME)
        assert (await measured(rig)).state == "done"


@in_virtual_time
async def test_a_miner_that_starts_meanwhile_mines_and_the_benchmark_is_ended() -> None:
    world = World(FreeXMRig())
    async with daemon(world) as rig:
        begun = await rig.benchmarks.begin("xmrig", ORDER, who=ME)
        await asyncio.sleep(20)
        await rig.start("xmrig", CONFIG, name="one", who=ME)
        ended = await rig.benchmarks.finish(begun.id)
        assert (ended.state, ended.hashrate) == ("failed", None)
        assert ended.code == "InsufficientResources"
        assert "one uses what a benchmark would measure" in ended.message
        assert (world.processes.living(RUN_NAME), world.processes.body("one").lives) == ([], True)


@in_virtual_time
async def test_a_second_one_waits_its_turn() -> None:
    async with daemon(World(FreeXMRig())) as rig:
        begun = await rig.benchmarks.begin("xmrig", ORDER, who=ME)
        with pytest.raises(InsufficientResources, match="under way already") as refused:
            await rig.benchmarks.begin("xmrig", ORDER, who=ME)
        assert refused.value.details["benchmark"] == begun.id


@pytest.mark.parametrize(
    ("how", "after", "words"),
    [
        ({"hashrate": None}, {}, "It computed nothing within 300 s."),
        ({}, {"hashrate": 0.0}, "so how fast it is is not known"),
        ({}, {"exit": 3}, "The program ended before it was measured. It ended with code 3."),
    ],
)
def test_what_does_not_compute_for_long_enough_is_a_failure_in_words(
    how: dict[str, Any], after: dict[str, Any], words: str
) -> None:
    @in_virtual_time
    async def run() -> None:
        world = World(FreeXMRig())
        world.processes.next_one = how
        async with daemon(world) as rig:
            begun = await rig.benchmarks.begin("xmrig", ORDER, who=ME)
            await asyncio.sleep(15)
            if "exit" in after:
                world.processes.body(RUN_NAME).exit(after["exit"])
            elif after:
                world.processes.body(RUN_NAME).hashrate = after["hashrate"]
            ended = await rig.benchmarks.finish(begun.id)
            assert (ended.state, ended.hashrate, ended.code) == ("failed", None, None)
            assert words in ended.message
            assert ended.ended_at is not None
            assert (ended.ended_at - ended.started_at).total_seconds() < 400
            assert world.processes.living(RUN_NAME) == []
        assert words in told(world)[-1]

    run()


@in_virtual_time
async def test_a_new_daemon_goes_on_with_it_and_says_so() -> None:
    world = World(FreeXMRig())
    async with daemon(world) as rig:
        begun = await rig.benchmarks.begin("xmrig", ORDER, who=ME)
        await asyncio.sleep(30)
    assert world.processes.living(RUN_NAME) == [], "a daemon that ends leaves none behind"
    async with daemon(world) as rig:
        assert rig.benchmarks.one(begun.id).state == "running"
        done = await rig.benchmarks.finish(begun.id)
        assert (done.state, done.hashrate) == ("done", 1000.0)
    assert told(world)[1] == "The benchmark of rx/0 goes on: the daemon ended meanwhile."


async def nothing(*_: object) -> None:
    """End no process."""


@pytest.mark.parametrize(("away", "same"), [(200.0, True), (400.0, False), (90000.0, False)])
@in_virtual_time
async def test_the_next_daemon_ends_at_once_what_has_too_little_time_left_and_begins_it_again(
    away: float, same: bool
) -> None:
    world = World(FreeXMRig())
    async with daemon(world) as rig:
        begun = await rig.benchmarks.begin("xmrig", ORDER, who=ME)
        await asyncio.sleep(5)
        (old,) = world.processes.living(RUN_NAME)
        with pytest.MonkeyPatch.context() as killed:  # which ends nothing
            killed.setattr(benchmarks, "end_benchmark", nothing)
            await end(rig.benchmarks._tasks.pop(begun.id))
    await asyncio.sleep(away)
    assert old.lives
    async with daemon(world) as rig:
        await asyncio.sleep(1)
        (body,) = world.processes.living(RUN_NAME)
        assert (body is old, old.lives) == (same, same)
        assert (await rig.benchmarks.finish(begun.id)).state == "done"
    assert world.processes.living(RUN_NAME) == []


class Driven(Simulated):
    """A program that a module of ours drives."""

    def launch(self, config: Config, context: LaunchContext) -> Launch:
        return replace(super().launch(config, context), module="mining.drivers.monerod")


@in_virtual_time
async def test_a_program_that_a_module_of_ours_drives_is_measured_as_it_is_started() -> None:
    world = World(Driven())
    async with daemon(world) as rig:
        await rig.benchmarks.begin("simulated", ORDER, who=ME)
        await asyncio.sleep(1)
        (body,) = world.processes.living(RUN_NAME)
        assert body.arguments is not None
        assert body.arguments[:3] == ("/bin/python", "-m", "mining.drivers.monerod")


@in_virtual_time
async def test_what_only_watches_another_machine_measures_nothing() -> None:
    kind = adapter("cgminer")
    async with daemon(World(kind)) as rig:
        with pytest.raises(NotSupported, match="mines elsewhere"):
            await rig.benchmarks.begin("cgminer", BenchmarkOrder(config=Config.model_validate(NOWHERE)), who=ME)


@in_virtual_time
async def test_it_is_not_tried_for_ever() -> None:
    world = World(FreeXMRig())
    async with daemon(world) as rig:
        begun = await rig.benchmarks.begin("xmrig", ORDER, who=ME)
        await asyncio.sleep(5)
    for _ in range(2):
        async with daemon(world):
            await asyncio.sleep(5)
    async with daemon(world) as rig:
        ended = rig.benchmarks.one(begun.id)
        assert ended.state == "failed"
        assert "again and again" in ended.message
        assert world.processes.living(RUN_NAME) == []


@in_virtual_time
async def test_a_process_that_belongs_to_no_benchmark_is_ended_and_is_no_miner() -> None:
    world = World(FreeXMRig())
    async with daemon(world) as rig:
        begun = await rig.benchmarks.begin("xmrig", ORDER, who=ME)
        await asyncio.sleep(5)
        rig.benchmarks._tasks.pop(begun.id)
        (stray,) = world.processes.living(RUN_NAME)
    world.store.benchmarks.clear()
    async with daemon(world) as rig:
        assert not stray.lives
        assert (rig.miners(), rig.benchmarks.all()) == ([], [])


@in_virtual_time
async def test_one_whose_program_this_version_does_not_know_is_ended_and_said_to_have_failed() -> None:
    world = World(FreeXMRig())
    async with daemon(world) as rig:
        begun = await rig.benchmarks.begin("xmrig", ORDER, who=ME)
        await asyncio.sleep(5)
        rig.benchmarks._tasks.pop(begun.id)
        (body,) = world.processes.living(RUN_NAME)
    world.types = {"simulated": Simulated()}
    async with daemon(world) as rig:
        ended = await rig.benchmarks.finish(begun.id)
        assert (ended.state, ended.code, body.lives) == ("failed", "MinerNotFound", False)


@in_virtual_time
async def test_it_can_be_cancelled_and_forgotten() -> None:
    world = World(FreeXMRig())
    async with daemon(world) as rig:
        begun = await rig.benchmarks.begin("xmrig", ORDER, who=ME)
        await asyncio.sleep(5)
        ended = await rig.benchmarks.drop(begun.id, who=ME)
        assert (ended.state, world.processes.living(RUN_NAME)) == ("cancelled", [])
        assert told(world)[-1] == "The benchmark of XMRig with rx/0 was cancelled by me."
        await rig.benchmarks.drop(begun.id, who=ME)
        with pytest.raises(JobNotFound):
            rig.benchmarks.one(begun.id)
    assert world.store.benchmarks == {}


@in_virtual_time
async def test_the_latest_result_of_each_program_version_hardware_and_algorithm_is_kept() -> None:
    world = World(FreeXMRig())
    async with daemon(world) as rig:
        first = await measured(rig)
        world.programs.version = "0.2.0"
        other = await measured(rig)
        less = await measured(rig, ORDER.but(threads=1))
        again = await measured(rig)
        kept = {each.id for each in rig.benchmarks.all()}
        assert kept == {first.id, less.id, again.id}
        assert other.id not in world.store.benchmarks
        world.processes.next_one = {"hashrate": None}
        for _ in range(KEPT_FAILURES + 2):
            await measured(rig)
        states = [each.state for each in rig.benchmarks.all()]
        assert (states.count("failed"), states.count("done")) == (KEPT_FAILURES, 3)


@in_virtual_time
async def test_a_program_that_is_not_here_and_an_order_that_cannot_be_measured_are_refused_at_once() -> None:
    world = World(XMRig())
    async with daemon(world) as rig:
        with pytest.raises(InvalidRequest, match="no benchmark of its own for kawpow"):
            await rig.benchmarks.begin("xmrig", BenchmarkOrder(algo="kawpow"), who=ME)
        with pytest.raises(InvalidRequest, match="is not computed by XMRig"):
            await rig.benchmarks.begin("xmrig", BenchmarkOrder(algo="etchash"), who=ME)
        world.programs.missing = True
        with pytest.raises(MinerNotInstalled):
            await rig.benchmarks.begin("xmrig", ORDER, who=ME)
        assert (rig.benchmarks.all(), world.store.benchmarks) == ([], {})


@in_virtual_time
async def test_a_program_without_a_benchmark_of_its_own_mines_for_that_time() -> None:
    world = World(FreeXMRig())
    world.processes.next_one = {"algorithm": "kawpow"}
    async with daemon(world) as rig:
        config = Config(
            pool="pool.example:3333", wallet="me", cuda=Devices(enabled=True), cpu=CpuBackend(enabled=False)
        )
        begun = await rig.benchmarks.begin("xmrig", BenchmarkOrder(algo="kawpow", config=config), who=ME)
        await asyncio.sleep(1)
        file = json.loads(world.processes.body(RUN_NAME).files["config.json"] or b"")
        assert (file["pools"][0]["url"], "benchmark" in file) == ("pool.example:3333", False)
        done = await rig.benchmarks.finish(begun.id)
        assert (done.state, done.method, done.hardware) == ("done", "timed", "Card 1 + Card 2")


TIMED = BenchmarkOrder(
    algo="kawpow",
    config=Config(pool="pool.example:3333", wallet=WALLET, cuda=Devices(enabled=True), cpu=CpuBackend(enabled=False)),
)


@in_virtual_time
async def test_whoever_is_paid_meanwhile_is_told_of_and_confirmed_as_at_a_start() -> None:
    world = World(FreeXMRig())
    world.processes.next_one = {"algorithm": "kawpow"}
    async with daemon(world) as rig:
        world.settings = replace(world.settings, wallet_lock=True)
        with pytest.raises(PayeeNotConfirmed) as refused:
            await rig.benchmarks.begin("xmrig", TIMED, who=ME)
        assert RUN_NAME not in world.processes.bodies
        begun = await rig.benchmarks.begin("xmrig", TIMED, confirm=refused.value.details["confirm"], who=ME)
        assert [event.kind for event in world.store.timeline if event.kind in ("payout", "benchmark")] == [
            "payout", "benchmark",
        ]  # fmt: skip
        assert (await rig.benchmarks.finish(begun.id)).state == "done"
        assert WALLET not in str(rig.benchmarks.all())
        assert WALLET not in str(world.store.benchmarks), "what has ended needs no wallet and no password"


@in_virtual_time
async def test_an_operator_measures_but_pays_nobody_whom_no_admin_has_named() -> None:
    world = World(FreeXMRig())
    operator = Principal("op", "key", role="operator")
    async with daemon(world) as rig:
        with pytest.raises(InsufficientRole):
            await rig.benchmarks.begin("xmrig", TIMED, who=operator)
        assert (await rig.benchmarks.begin("xmrig", ORDER, who=operator)).state == "running"


def test_who_uses_a_device_is_known_by_its_backends() -> None:
    cpu, no_cpu = CpuBackend(enabled=True), CpuBackend(enabled=False)
    card = Devices(enabled=True, devices=(1,))
    bench = CONFIG.but(cpu=cpu)
    on_card = CONFIG.but(cpu=no_cpu, cuda=card)
    rivals = {name: MachineUse(each) for name, each in {"cpu": bench, "card": on_card, "foreign": CONFIG}.items()}
    assert users_of(MachineUse(bench), rivals) == ["cpu", "foreign"]
    assert users_of(MachineUse(on_card), rivals) == ["card"]
    other = MachineUse(on_card.but(cuda=Devices(enabled=True, devices=(2,))))
    assert users_of(other, rivals) == []
    assert users_of(other._replace(places=frozenset({"0000:02:00.0"})), {"card": rivals["card"]}, CARDS) == ["card"]


def test_hardware_is_named_by_what_computes() -> None:
    kind = XMRig()
    assert hardware_of(INFO, kind, CONFIG) == "A processor, 2 threads"
    mixed = CONFIG.but(cuda=Devices(enabled=True, devices=(1,)))
    assert hardware_of(INFO, kind, mixed) == "A processor, 2 threads + Card 2"
    absent = CONFIG.but(cuda=Devices(enabled=True, devices=(2, 0)))
    assert hardware_of(INFO, kind, absent) == "A processor, 2 threads + cuda 2 0"
    unknown = replace_cpu(INFO)
    assert hardware_of(unknown, kind, CONFIG) == "processor, 2 threads"


def replace_cpu(info: SystemInfo) -> SystemInfo:
    """A machine that does not tell its processor."""
    return info.but(cpu=None)
