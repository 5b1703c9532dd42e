"""The sampler of the graphics cards, with what nvidia-smi said of a real H100 and what files say of a Radeon."""

import asyncio
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from mining import daemon
from mining.domain.doctor.checks.speed import graphics
from mining.domain.doctor.report import DoctorFacts, MachineFacts
from mining.domain.hardware import GIBI, MEBI, CardReading, GraphicsCard, bus_place
from mining.host import card_sampler as sampler_module
from mining.host.card_sampler import CardSampler
from mining.host.gpus import numbered, read_cards, with_details
from mining.host.hardware import Hardware
from mining.host.machine import Machine
from mining.host.nvml import NvidiaLibrary
from mining.settings import Settings
from tests.host.recorded import recorded
from tests.miners.xmrig_cards import moment
from tests.systems import LINUX

NOW = datetime(2026, 11, 26, tzinfo=UTC)


class Broken(Exception):
    """What NVIDIA's library raises."""


class Absent(Broken):
    """And for a question that a card has no answer to."""


def library_of_nvidia(smi: dict[str, str], place: str, **changes: Any) -> Any:
    """NVIDIA's library with one card that does as nvidia-smi said of a real one; a machine without one can try it."""
    mebi = {name: int(smi[f"memory.{name} [MiB]"]) * MEBI for name in ("total", "used", "free")}
    mode = {"Enabled": 1, "Disabled": 0}

    def fan(_: Any) -> int:
        if smi["fan.speed [%]"] == "[N/A]":
            raise Absent
        return int(smi["fan.speed [%]"])

    usual = {
        "NVMLError": Broken,
        "NVMLError_NotSupported": Absent,
        "nvmlInit": lambda: None,
        "nvmlShutdown": lambda: None,
        "nvmlSystemGetDriverVersion": lambda: smi["driver_version"].encode(),
        "nvmlDeviceGetCount": lambda: 1,
        "nvmlDeviceGetHandleByIndex": lambda index: index,
        "nvmlDeviceGetName": lambda _: smi["name"],
        "nvmlDeviceGetPciInfo": lambda _: SimpleNamespace(busId=place.encode()),
        "nvmlDeviceGetMemoryInfo": lambda _: SimpleNamespace(total=mebi["total"], used=mebi["total"] - mebi["free"]),
        "nvmlDeviceGetPowerUsage": lambda _: round(1000 * float(smi["power.draw [W]"])),
        "nvmlDeviceGetUtilizationRates": lambda _: SimpleNamespace(gpu=int(smi["utilization.gpu [%]"])),
        "nvmlDeviceGetTemperature": lambda _, sensor: int(smi["temperature.gpu"]),
        "nvmlDeviceGetFanSpeed": fan,
        "nvmlDeviceGetEccMode": lambda _: [mode[smi["ecc.mode.current"]], 0],
        "nvmlDeviceGetMigMode": lambda _: [mode[smi["mig.mode.current"]], 0],
    }
    return SimpleNamespace(**usual | changes)


def an_h100(name: str = "mining", **changes: Any) -> NvidiaLibrary:
    smi = moment(name).smi
    assert smi is not None
    return NvidiaLibrary(library_of_nvidia(smi, smi["pci.bus_id"], **changes))


def raises(*_: Any) -> None:
    raise Broken


def test_nvidias_library_says_what_nvidia_smi_says() -> None:
    (card,) = an_h100().cards(NOW)
    assert (card.id, card.name, card.driver) == ("0000:00:06.0", "NVIDIA H100 80GB HBM3", "nvidia 580.159.04")
    assert card.memory == 81559 * MEBI
    assert card.free == 61525 * MEBI
    assert card.reading == CardReading(
        temperature=49, power_usage=326, fan_speed=None, usage=100, memory_used=(81559 - 61525) * MEBI,
        ecc=True, mig=False, sampled_at=NOW,
    )  # fmt: skip


def test_the_library_that_is_installed_has_every_question_that_is_asked() -> None:
    library = NvidiaLibrary()
    asked = vars(library_of_nvidia(moment("mining").smi or {}, "")) if moment("mining").smi else {}
    assert [name for name in asked if not hasattr(library._nvml, name)] == []
    assert all(isinstance(card, GraphicsCard) for card in library.cards(NOW)), "none here, or real ones"
    library.close()


@LINUX  # its cards stand in folders with a colon in their names
def test_nvidias_library_knows_more_of_the_same_card_and_files_tell_how_amds_does(tmp_path: Path) -> None:
    tree = recorded("ryzen-desktop", tmp_path)
    sensors = tmp_path / "sys/bus/pci/devices/0000:0e:00.0/hwmon/hwmon3"
    sensors.mkdir(parents=True)
    for name, text in {"temp1_input": "61000", "power1_average": "119600000", "pwm1": "102"}.items():
        (sensors / name).write_text(f"{text}\n")
    (sensors.parents[1] / "gpu_busy_percent").write_text("97\n")
    (sensors.parents[1] / "mem_info_vram_used").write_text(f"{4 * GIBI}\n")
    smi = moment("mining").smi
    assert smi is not None
    sampler = CardSampler(tree, NvidiaLibrary(library_of_nvidia(smi, "00000000:0B:00.0")), {})
    before = sampler.cards()
    assert [(card.id, card.device, card.reading) for card in before] == [
        ("0000:0b:00.0", 0, None),
        ("0000:0e:00.0", 0, None),
    ]
    sampler.look()
    nvidia, amd = sampler.cards()
    assert (nvidia.id, nvidia.memory, nvidia.reading and nvidia.reading.power_usage) == (
        "0000:0b:00.0",
        81559 * MEBI,
        326,
    )
    assert amd.reading is not None
    assert (amd.reading.temperature, amd.reading.power_usage, amd.reading.fan_speed) == (61.0, 120, 40)
    assert (amd.reading.usage, amd.reading.memory_used, amd.reading.ecc) == (97, 4 * GIBI, None)


@pytest.mark.parametrize("broken", ["nvmlInit", "nvmlDeviceGetCount", "nvmlDeviceGetName"])
def test_a_broken_driver_is_no_card_and_no_crash_and_is_opened_anew_the_next_time(broken: str) -> None:
    opened: list[int] = []
    library = an_h100(**{"nvmlInit": lambda: opened.append(1), broken: raises})
    nvml = library._nvml
    assert library.cards(NOW) == ()
    setattr(nvml, broken, getattr(an_h100()._nvml, broken))
    nvml.nvmlInit = lambda: opened.append(2)
    for _ in range(3):
        assert [card.id for card in library.cards(NOW)] == ["0000:00:06.0"]
    assert opened.count(2) == 1, "while it works it stays open"


def test_the_place_on_the_bus_is_written_as_linux_does() -> None:
    assert [bus_place(text) for text in ("00000000:0B:00.0", "0B:00.0", "0001:0b:00.0")] == [
        "0000:0b:00.0", "0000:0b:00.0", "0001:0b:00.0",
    ]  # fmt: skip


def test_cards_are_numbered_by_their_place_as_programs_do() -> None:
    def cuda(place: str, **more: Any) -> GraphicsCard:
        return GraphicsCard(id=place, vendor="NVIDIA", backend="cuda", driver="nvidia 550", **more)

    one, two, three = cuda("0000:01:00.0"), cuda("0000:02:00.0"), cuda("0000:03:00.0")
    amd = GraphicsCard(id="0000:04:00.0", vendor="AMD", backend="opencl", driver="amdgpu")
    lent = cuda("0000:00:01.0").but(driver=None)

    def numbers(*cards: GraphicsCard, visible: str | None = None) -> list[int | None]:
        return [card.device for card in numbered(cards, visible)]

    assert numbers(lent, one, two, amd) == [None, 0, 1, 0]
    assert numbers(one, two, three, visible="2,0") == [1, None, 0]
    assert numbers(one, two, visible="GPU-4f1e") == [None, None]
    assert numbers(one, two, visible="5") == [None, None]
    assert numbers(one, two, visible="") == [None, None]
    divided = one.but(reading=CardReading(mig=True, sampled_at=NOW))
    assert numbers(divided, two) == [None, None]
    inside, arc, arc_too = (
        GraphicsCard(id=place, vendor="Intel", backend="opencl", driver="xe")
        for place in ("0000:00:02.0", "0000:05:00.0", "0000:06:00.0")
    )
    assert numbers(inside, one, arc, arc_too) == [None, 0, 0, 1]
    assert numbers(inside, amd, arc) == [None, 0, None], "OpenCL's are those of one maker"


@LINUX
async def test_a_driver_that_hangs_holds_up_nobody_who_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stuck, let_go = threading.Event(), threading.Event()

    def hang(_: Any) -> str:
        stuck.set()
        let_go.wait(30)
        return "late"

    monkeypatch.setattr(sampler_module, "LOOK", 0.01)
    tree = recorded("ryzen-desktop", tmp_path)
    sampler = CardSampler(tree, an_h100(nvmlDeviceGetName=hang), {})
    hardware = Hardware(Machine(tmp_path), tmp_path, tree, sampler)
    task = asyncio.create_task(sampler.run())
    try:
        await asyncio.to_thread(stuck.wait, 10)
        begun = time.monotonic()
        cards = hardware.look().cards
        assert time.monotonic() - begun < 5
        assert [card.id for card in cards] == ["0000:0b:00.0", "0000:0e:00.0"]
        let_go.set()
        async with asyncio.timeout(60):
            while "0000:00:06.0" not in [card.id for card in sampler.cards()]:
                await asyncio.sleep(0.01)
    finally:
        let_go.set()
        task.cancel()


def test_the_doctor_says_which_card_is_which_and_how_each_does() -> None:
    cards = numbered(an_h100("full-card-victim").cards(NOW))
    found = graphics(DoctorFacts(MachineFacts(now=NOW, cards=cards)))
    assert "NVIDIA H100 80GB HBM3 (cuda device 0, 0000:00:06.0, 53 °C, 265 W, 100 % busy, 75 MiB free, ECC)" in (
        found.meaning
    )


def test_a_card_that_only_its_library_knows_is_there_too(tmp_path: Path) -> None:
    cards = with_details(read_cards(recorded("container", tmp_path)), an_h100().cards(NOW))
    assert [card.id for card in cards] == ["0000:00:06.0"]


@LINUX
@pytest.mark.slow
async def test_info_and_the_doctor_of_a_daemon_show_the_last_reading_and_when_it_was(
    data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = recorded("ryzen-desktop", tmp_path / "root")
    monkeypatch.setattr(daemon, "CardSampler", lambda: CardSampler(tree, an_h100(), {}))
    settings = Settings(data_dir=data_dir)
    async with daemon.rig(lambda: settings) as running, asyncio.timeout(20):
        while not any(card.reading for card in (await running.info()).gpus):
            await asyncio.sleep(0.1)
        (card,) = [card for card in (await running.info()).gpus if card.reading is not None]
        assert card.reading is not None
        assert (card.id, card.reading.temperature, card.reading.power_usage) == ("0000:00:06.0", 49.0, 326)
        assert abs((datetime.now(UTC) - card.reading.sampled_at).total_seconds()) < 30
        report = await running.examine()
        assert [each.reading for each in report.gpu if each.id == card.id] == [card.reading]
