"""A start is admitted in the contract's order, and each refusal says what to do."""

import asyncio
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, cast

import pytest

from mining.domain.adapter import MemoryNeeds, MinerType
from mining.domain.card_choice import MachineUse
from mining.domain.config import Config, CpuBackend, Devices
from mining.domain.config_check import machine_use
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
from mining.domain.metrics import Gpu
from mining.domain.pool import Pool
from mining.domain.principal import Principal
from mining.domain.profile import MiningProfile
from mining.domain.programs.program import Availability, Program
from mining.engine.admission import (
    DISK_LEAST,
    admit,
    admit_for,
    card_warnings_here,
    program_warnings,
    refuse_taken_cards,
    refuse_taken_devices,
)
from mining.host.gpus import numbered
from mining.miners import all_types
from mining.miners.simulated import Simulated
from tests.engine.free_xmrig import FreeXMRig
from tests.host.test_cards import an_h100
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
    return all_types()["demo"]


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
    def using(devices: tuple[int, ...]) -> MachineUse:
        return MachineUse(Config(pool="a:1", wallet="w", cuda=Devices(enabled=True, devices=devices)))

    with pytest.raises(InsufficientResources, match="other") if taken else nullcontext():
        refuse_taken_devices(using(mine), {"other": using(theirs)})
    refuse_taken_devices(
        using(mine), {"other": MachineUse(Config(pool="a:1", wallet="w", opencl=Devices(enabled=True)))}
    )


def all_cards(**said: bool) -> Config:
    """A configuration that names no card; what is said of a backend is whether it is on."""
    return config(pool="a:1", algo="kawpow", **{name: Devices(enabled=on) for name, on in said.items()})


@pytest.mark.parametrize(
    ("mine", "theirs", "taken"),
    [
        (("t-rex", all_cards()), ("rigel", all_cards()), True),  # neither says that it mines on cards, and both do
        (("t-rex", all_cards()), ("rigel", all_cards(cuda=True)), True),
        (("t-rex", all_cards(cuda=False)), ("rigel", all_cards(cuda=False)), True),  # it can do nothing else
        (("t-rex", all_cards()), ("teamredminer", all_cards()), False),  # NVIDIA's and AMD's
        (("t-rex", all_cards()), ("lolminer", all_cards(cuda=False)), False),
        (("t-rex", all_cards()), ("tt-miner", all_cards(cuda=False)), True),  # it cannot leave a maker's cards out
        (("t-rex", all_cards()), ("xmrig", all_cards()), False),
        (("xmrig", all_cards()), ("t-rex", all_cards()), False),
        (("cpuminer-opt", all_cards()), ("t-rex", all_cards()), False),
    ],
)
async def test_a_program_that_mines_on_cards_alone_takes_all_of_them_without_being_told(
    mine: tuple[str, Config], theirs: tuple[str, Config], taken: bool
) -> None:
    (type, asked), (other, in_use) = mine, theirs
    rivals = {"other": machine_use(all_types()[other], in_use)}
    kind = all_types()[type]
    with pytest.raises(InsufficientResources, match="other already mines") if taken else nullcontext():
        await refuse_taken_cards(machine_use(kind, asked), rivals, lambda: CARDS)


async def test_it_is_refused_at_its_start_when_another_has_them() -> None:
    rivals = {"other": machine_use(all_types()["rigel"], all_cards())}
    how: dict[str, Any] = {"cards": lambda: CARDS, "who": ME}
    with pytest.raises(InsufficientResources, match="other already mines"):
        await admit(all_types()["t-rex"], all_cards(), OnDisk(), Machine(), rivals, force=False, **how)
    await admit(all_types()["t-rex"], all_cards(), OnDisk(), Machine(), rivals, force=True, **how)


def test_two_backends_on_one_card_are_one_card() -> None:
    nvidia = [card for card in CARDS if card.vendor == "NVIDIA"]
    cuda = MachineUse(config(cuda=Devices(enabled=True, devices=(1,))))
    opencl, first = (MachineUse(config(opencl=Devices(enabled=True, devices=(each,)))) for each in (1, 0))
    with pytest.raises(InsufficientResources) as refused:
        refuse_taken_devices(opencl, {"other": cuda}, nvidia)
    assert refused.value.message == "other already mines on Large (0000:03:00.0)."
    assert refused.value.details["devices"] == ["0000:03:00.0"]
    refuse_taken_devices(first, {"other": cuda}, nvidia)
    refuse_taken_devices(opencl, {"other": cuda}, CARDS)  # where OpenCL's cards are those of AMD


MIXED = numbered(
    GraphicsCard.model_validate({"id": f"0000:0{bus}:00.0", "vendor": maker, "backend": backend, "driver": driver})
    for bus, maker, backend, driver in (
        (1, "AMD", "opencl", "amdgpu"), (2, "NVIDIA", "cuda", "nvidia 550"), (3, "NVIDIA", "cuda", "nvidia 550"),
    )
)  # fmt: skip


def use_of(name: str, gpus: Sequence[Gpu] = (), **devices: tuple[int, ...]) -> MachineUse:
    """What a miner of that type may use that was given these numbers, and where it says that it mines."""
    chosen = {backend: Devices(enabled=True, devices=numbers) for backend, numbers in devices.items()}
    return machine_use(all_types()[name], config(**chosen), gpus)


@pytest.mark.parametrize(
    ("mine", "theirs", "taken"),
    [
        (use_of("lolminer", cuda=(1,)), use_of("rigel", cuda=(1,)), None),  # its 1 is the first of NVIDIA's
        (use_of("lolminer", cuda=(1,)), use_of("rigel", cuda=(0,)), "0000:02:00.0"),
        (use_of("nanominer", cuda=(2,)), use_of("t-rex", cuda=(1,)), "0000:03:00.0"),
        (use_of("lolminer", opencl=(0,)), use_of("teamredminer", opencl=(0,)), "0000:01:00.0"),
        (use_of("tt-miner", cuda=(1,)), use_of("rigel", cuda=(0,)), None),  # nobody knows, so the numbers count
        (use_of("rigel", cuda=(1,)), use_of("tt-miner", [Gpu(id=1, bus_id="0000:03:00.0")], cuda=(0,)), "0000:03:00.0"),
        (use_of("rigel", cuda=(0,)), use_of("tt-miner", [Gpu(id=1, bus_id="0000:03:00.0")], cuda=(0,)), None),
        (use_of("rigel", cuda=(0,)), use_of("gminer", [Gpu(id=0)], cuda=(0,)), "0000:02:00.0"),
        (use_of("rigel", cuda=(1,)), use_of("t-rex", [Gpu(id=0, bus_id="0000:02:00.0")]), "0000:03:00.0"),
        (use_of("xmrig", opencl=()), use_of("teamredminer"), "0000:01:00.0"),
        (use_of("xmrig", opencl=()), use_of("rigel"), None),
        (use_of("gminer", opencl=(0,)), use_of("teamredminer", opencl=(0,)), "0000:01:00.0"),
    ],
)  # fmt: skip
def test_a_card_is_in_use_by_its_place_whichever_number_two_programs_give_it(
    mine: MachineUse, theirs: MachineUse, taken: str | None
) -> None:
    with pytest.raises(InsufficientResources) if taken else nullcontext() as refused:
        refuse_taken_devices(mine, {"other": theirs}, MIXED)
    if refused is not None:
        assert refused.value.details["devices"] == [taken]


async def test_a_number_that_is_another_makers_card_in_the_programs_own_list_is_warned_of() -> None:
    mine = config(cuda=Devices(enabled=True, devices=(0, 1)))
    warned = await card_warnings_here(all_types()["lolminer"], mine, 4, lambda: MIXED)
    assert warned == ["There is no cuda device 0 here: there is 1, 2."]


async def test_a_start_with_force_takes_a_card_that_is_in_use() -> None:
    kind, cuda = all_types()["xmrig"], Devices(enabled=True)
    mine, rivals = config(cuda=cuda), {"other": MachineUse(config(opencl=cuda))}
    nvidia = tuple(card for card in CARDS if card.vendor == "NVIDIA")
    how = {"who": ME, "cards": lambda: nvidia}
    with pytest.raises(InsufficientResources, match="other already mines on Small"):
        await admit(kind, mine, OnDisk(), Machine(), rivals, force=False, **how)
    await admit(kind, mine, OnDisk(), Machine(), rivals, force=True, **how)


async def test_a_card_that_something_else_fills_and_one_that_is_not_there_are_warned_of_at_the_start() -> None:
    mine = config(algo="rx/0", cuda=Devices(enabled=True, devices=(0, 3)))

    async def warnings(moment: str) -> list[str]:
        cards = numbered(an_h100(moment).cards(datetime.now(UTC)))
        how = {"force": False, "who": ME, "cards": lambda: cards}
        return (await admit(FreeXMRig(), mine, OnDisk(), Machine(), {}, **how))[1]

    full = await warnings("full-card-victim")
    assert "There is no cuda device 3 here: there is 0." in full
    assert any("H100 80GB HBM3 (cuda device 0) has 75 MiB of memory free, 2400 MiB are needed" in text for text in full)
    assert not [text for text in await warnings("mining") if "memory free" in text]


CARDS = numbered(
    (
        GraphicsCard(
            id="0000:01:00.0", vendor="NVIDIA", name="Small", backend="cuda", memory=4 * GIBI, driver="nvidia"
        ),
        GraphicsCard(id="0000:02:00.0", vendor="AMD", backend="opencl", memory=2 * GIBI),
        GraphicsCard(
            id="0000:03:00.0", vendor="NVIDIA", name="Large", backend="cuda", memory=8 * GIBI, driver="nvidia"
        ),
        GraphicsCard(id="0000:04:00.0", vendor="NVIDIA", name="Silent", backend="cuda", driver="nvidia"),
    )
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


async def told(asked: Config, rivals: dict[str, MachineUse] | None = None, cpus: int = 4) -> str:
    _, warnings = await admit(
        all_types()["xmrig"], asked, OnDisk(), Machine(cpus=cpus), rivals or {}, force=True, who=ME
    )
    return " ".join(warnings)


async def test_a_second_miner_on_the_processor_is_warned_of() -> None:
    busy, idle = (machine_use(all_types()["xmrig"], config(cpu=CpuBackend(enabled=on))) for on in (True, False))
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
