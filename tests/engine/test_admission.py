"""A start is admitted in the contract's order, and each refusal says what to do."""

import asyncio
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import Any, cast

import pytest

from mining.domain.adapter import MemoryNeeds, MinerType
from mining.domain.config import Config, CpuBackend, Devices
from mining.domain.config_check import with_backends
from mining.domain.errors import (
    InsufficientResources,
    InsufficientRole,
    InvalidWallet,
    MinerNotInstalled,
    MiningError,
    PoolUnreachable,
    StorageFull,
)
from mining.domain.hardware import GraphicsCard
from mining.domain.pool import Pool
from mining.domain.principal import Principal
from mining.domain.profile import MiningProfile
from mining.domain.programs.program import Availability, Program
from mining.engine.admission import DISK_LEAST, admit, admit_for, program_warnings, refuse_taken_devices
from mining.miners import all_types
from mining.miners.simulated import Simulated
from tests.principals import ME, STRANGER

GIBI = 1 << 30


@dataclass
class Machine:
    """What is free on a machine of the test's choice."""

    memory: int = 64 * GIBI
    disk: int | None = GIBI
    cpus: int = 2
    os: str = "linux"
    arch: str = "amd64"

    def total_memory(self) -> int:
        return self.memory

    def available_memory(self) -> int:
        return self.memory

    def cpu_temperature(self) -> float | None:
        return None

    def free_disk(self) -> int | None:
        return self.disk


@dataclass
class OnDisk:
    """The programs on it."""

    installed: bool = True
    asked: list[str] = field(default_factory=list)

    def find(self, kind: MinerType) -> Program | None:
        return None

    def trial(self, kind: MinerType, program: Program) -> str | None:
        return None

    def availability(self, kind: MinerType) -> Availability:
        return Availability(installable=True, way=None)

    def check(self, kind: MinerType, cuda: bool = False) -> Program:
        self.asked.append(kind.name)
        if not self.installed:
            raise MinerNotInstalled("it is not installed")
        return Program(type=kind.name, path="/p", sha256="", version="1", origin="yours")


def real() -> MinerType:
    """A type whose pool and wallet are checked."""
    return next(kind for kind in all_types().values() if kind.facts.checks_pool)


def config(**said: object) -> Config:
    return Config.model_validate({"pool": "127.0.0.1:1", "wallet": "somebody"} | said)


async def test_each_obstacle_is_told_in_the_order_of_the_contract() -> None:
    availability, machine = OnDisk(installed=False), Machine(memory=0, disk=0)
    asked = config(wallet="YOUR_WALLET_ADDRESS")
    met: list[type[MiningError]] = []
    for remedy in (
        lambda: setattr(availability, "installed", True),
        lambda: None,
        lambda: setattr(machine, "memory", 64 * GIBI),
        lambda: setattr(machine, "disk", DISK_LEAST),
        lambda: None,
    ):
        with pytest.raises(MiningError) as caught:
            await admit(real(), asked, availability, machine, {}, force=False, who=ME)
        met.append(caught.type)
        remedy()
        if caught.type is InvalidWallet:
            asked = config()
    assert met == [MinerNotInstalled, InvalidWallet, InsufficientResources, StorageFull, PoolUnreachable]


async def test_force_overrides_resources_and_pool_but_neither_program_nor_placeholder_nor_disk() -> None:
    machine = Machine(memory=0)
    program, _ = await admit(real(), config(threads=100), OnDisk(), machine, {}, force=True, who=ME)
    assert program.path == "/p"
    for availability, asked, disk, error in (
        (OnDisk(installed=False), config(), GIBI, MinerNotInstalled),
        (OnDisk(), config(wallet="YOUR_WALLET"), GIBI, InvalidWallet),
        (OnDisk(), config(), DISK_LEAST - 1, StorageFull),
        (OnDisk(), config(), None, StorageFull),
    ):
        with pytest.raises(error):
            await admit(real(), asked, availability, Machine(disk=disk), {}, force=True, who=ME)


async def test_every_placeholder_is_named_at_once() -> None:
    asked = config(wallet="YOUR_WALLET", pools=(Pool(pool="b:2", wallet="<your_address>"), Pool(pool="c:3")))
    with pytest.raises(InvalidWallet) as caught:
        await admit(real(), asked, OnDisk(), Machine(), {}, force=False, who=ME)
    assert [fault.field for fault in caught.value.errors] == ["wallet", "pools[0].wallet"]


@pytest.mark.parametrize(("cpus", "threads", "fits"), [(1, 8, True), (1, 9, False), (4, 16, True), (4, 17, False)])
async def test_threads_are_limited_by_the_machine(cpus: int, threads: int, fits: bool) -> None:
    simulated = all_types()["simulated"]
    if fits:
        await admit(simulated, config(threads=threads), OnDisk(), Machine(cpus=cpus), {}, force=False, who=ME)
        return
    with pytest.raises(InsufficientResources) as caught:
        await admit(simulated, config(threads=threads), OnDisk(), Machine(cpus=cpus), {}, force=False, who=ME)
    assert "force" in caught.value.details["suggestion"]


async def test_the_pretended_miner_is_asked_for_neither_pool_nor_wallet() -> None:
    simulated = all_types()["simulated"]
    _, warnings = await admit(
        simulated, config(wallet="YOUR_WALLET_ADDRESS"), OnDisk(), Machine(), {}, force=False, who=ME
    )
    assert warnings


async def test_a_pool_that_is_gone_is_warned_of() -> None:
    config = Config(pool="pool.minexmr.com:4444", wallet="somebody")
    _, warnings = await admit(all_types()["xmrig"], config, OnDisk(), Machine(), {}, force=True, who=ME)
    assert any("minexmr" in text for text in warnings), warnings


@pytest.mark.parametrize(
    ("mine", "theirs", "taken"),
    [((0, 1), (1, 2), True), ((0,), (1,), False), ((), (1,), True), ((0,), (), True)],
)
def test_a_gpu_mines_for_one_miner_at_a_time(mine: tuple[int, ...], theirs: tuple[int, ...], taken: bool) -> None:
    def using(devices: tuple[int, ...]) -> Config:
        return Config(pool="a:1", wallet="w", cuda=Devices(enabled=True, devices=devices))

    with pytest.raises(InsufficientResources, match="other") if taken else nullcontext():
        refuse_taken_devices(using(mine), {"other": using(theirs)})
    refuse_taken_devices(using(mine), {"other": Config(pool="a:1", wallet="w", opencl=Devices(enabled=True))})


CARDS = (
    GraphicsCard(id="0000:01:00.0", vendor="NVIDIA", name="Small", backend="cuda", memory=4 * GIBI),
    GraphicsCard(id="0000:02:00.0", vendor="AMD", backend="opencl", memory=2 * GIBI),
    GraphicsCard(id="0000:03:00.0", vendor="NVIDIA", name="Large", backend="cuda", memory=8 * GIBI),
    GraphicsCard(id="0000:04:00.0", vendor="NVIDIA", name="Silent", backend="cuda"),
)


class Hungry(Simulated):
    """A miner that needs 6 GiB of each card."""

    def needs(self, config: Config, cpus: int) -> MemoryNeeds:
        return MemoryNeeds(1, 1, card=6 * GIBI)


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ({"cuda": Devices(enabled=True)}, ["Small"]),
        ({"cuda": Devices(enabled=True, devices=(1, 2))}, []),
        ({"cuda": Devices(enabled=True, devices=(0, 7))}, ["Small"]),
        ({"cuda": Devices(devices=(0,))}, []),
        ({"opencl": Devices(enabled=True)}, ["0000:02:00.0"]),
        ({"cuda": Devices(enabled=True), "opencl": Devices(enabled=True)}, ["Small", "0000:02:00.0"]),
        ({}, []),
    ],
)
async def test_a_chosen_card_without_enough_memory_is_warned_of(chosen: dict[str, Devices], told: list[str]) -> None:
    how = {"force": False, "cards": lambda: CARDS}
    _, warnings = await admit(Hungry(), config(**chosen), OnDisk(), Machine(), {}, **how, who=ME)
    small = [warning for warning in warnings if "6144 MiB are needed" in warning]
    assert [warning.split(" (")[0] for warning in small] == told


async def test_cards_are_asked_only_for_a_program_that_says_what_it_needs_of_them() -> None:
    def cards() -> tuple[GraphicsCard, ...]:
        raise AssertionError("a driver was asked in vain")

    await admit(all_types()["simulated"], config(), OnDisk(), Machine(), {}, force=False, who=ME, cards=cards)


async def test_a_program_that_nothing_proves_and_its_known_faults_are_told_at_each_start() -> None:
    kind = all_types()["xmrig"]
    program = Program(type=kind.name, path="/p", sha256="", version="6.22.0", origin="installed", verified="none")
    told = program_warnings(kind, program)
    assert "installed unverified" in told[0]
    assert "cuts off its answers" in told[1]
    assert program_warnings(kind, program.but(version="6.26.0", verified="signature")) == []


# ——— the processor


async def told(asked: Config, rivals: dict[str, Config] | None = None, cpus: int = 4) -> str:
    _, warnings = await admit(
        all_types()["xmrig"], asked, OnDisk(), Machine(cpus=cpus), rivals or {}, force=True, who=ME
    )
    return " ".join(warnings)


async def test_a_second_miner_on_the_processor_is_warned_of() -> None:
    busy, idle = with_backends(all_types()["xmrig"], config()), config(cpu=CpuBackend(enabled=False))
    assert "one mines on the processor already" in await told(config(), {"one": busy, "two": idle})
    assert "one and two mine on the processor already" in await told(config(), {"one": busy, "two": busy})
    gpu_alone = config(cpu=CpuBackend(enabled=False), cuda=Devices(enabled=True))
    for asked, rivals in ((config(), {}), (config(), {"two": idle}), (gpu_alone, {"one": busy})):
        assert "already" not in await told(asked, rivals)
    _, warnings = await admit(Simulated(), config(), OnDisk(), Machine(), {"one": busy}, force=False, who=ME)
    assert not any("already" in text for text in warnings)


async def test_more_threads_than_cpus_are_warned_of() -> None:
    assert "5 threads on 4 logical CPUs" in await told(config(threads=5))
    for threads in (None, 0, 4):
        assert "logical CPUs" not in await told(config(threads=threads))


@pytest.mark.parametrize(
    ("mask", "absent"), [("0x10", "4;"), ("0x1f", "4;"), ("0xf", None), ("0x3ff", "4, 5, 6, 7, 8, 9;"), (None, None)]
)
async def test_a_mask_of_cpus_that_are_not_here_is_warned_of(mask: str | None, absent: str | None) -> None:
    text = await told(config(cpu_affinity=mask))
    assert ("not here" in text) == (absent is not None)
    assert absent is None or f"not here: {absent} there are 4, from 0 to 3." in text


async def test_a_page_of_another_origin_has_no_pool_of_this_machine_tried() -> None:
    async with await asyncio.start_server(lambda _, writer: writer.close(), "127.0.0.1", 0) as server:
        asked = config(pool=f"127.0.0.1:{server.sockets[0].getsockname()[1]}")
        await admit(real(), asked, OnDisk(), Machine(), {}, force=False, who=ME)
        with pytest.raises(PoolUnreachable, match="on this machine or beside it"):
            await admit(real(), asked, OnDisk(), Machine(), {}, force=False, who=STRANGER)


class NoProfiles:
    """Records on paper, in which nothing is saved."""

    async def profiles(self) -> list[MiningProfile]:
        return []


async def test_whom_it_pays_is_an_admin_s_to_decide_before_anything_else_is_looked_at() -> None:
    programs = OnDisk(installed=False)
    how: dict[str, Any] = {"programs": programs, "host": Machine(), "rivals": {}, "force": True}
    for role, error in (("operator", InsufficientRole), ("admin", MinerNotInstalled)):
        who = Principal("key a", "key", role=role)
        with pytest.raises(error):
            await admit_for(list, cast(Any, NoProfiles()), who, real(), config(), **how)
        assert (programs.asked == []) is (role == "operator")
