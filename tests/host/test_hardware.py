"""What is read of a machine: from recordings of five different ones, and from this one."""

import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from mining.domain.doctor.checks import examine
from mining.domain.doctor.report import DoctorFacts
from mining.domain.hardware import MEBI
from mining.host import hardware as hardware_module
from mining.host import surroundings
from mining.host.gpus import has_opencl, read_cards
from mining.host.hardware import Hardware
from mining.host.machine import Machine
from mining.host.memory import parse_meminfo, read_memory
from mining.host.processor import cache_size, parse_cpuinfo, read_processor
from mining.host.tree import SystemTree
from tests.host.recorded import recorded

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="recordings of Linux, and Linux itself")

MACHINES = ("ryzen-desktop", "intel-laptop", "epyc-two-nodes", "arm-board", "container")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "ryzen-desktop",
            {
                "model": "AMD Ryzen 7 5800X 8-Core Processor", "vendor": "AMD", "family": 25, "cores": 8, "threads": 16,
                "sockets": 1, "l2": 4 * MEBI, "l3": 32 * MEBI, "aes": True, "avx2": True, "numa_nodes": 1,
                "governor": "schedutil", "scaling_driver": "acpi-cpufreq",
            },
        ),
        (
            "intel-laptop",
            {
                "vendor": "Intel", "family": 6, "cores": 4, "threads": 8, "sockets": 1, "l2": 5 * MEBI, "l3": 12 * MEBI,
                "aes": True, "governor": "powersave", "scaling_driver": "intel_pstate",
            },
        ),
        (
            "epyc-two-nodes",
            {
                "vendor": "AMD", "family": 23, "cores": 16, "threads": 32, "sockets": 2, "l2": 8 * MEBI,
                "l3": 256 * MEBI, "numa_nodes": 2, "governor": "performance",
            },
        ),
        (
            "arm-board",
            {
                "model": "Raspberry Pi 5 Model B Rev 1.0", "vendor": "ARM", "family": None, "cores": 4, "threads": 4,
                "sockets": 1, "l2": 2 * MEBI, "l3": 2 * MEBI, "aes": True, "avx2": None, "governor": "ondemand",
            },
        ),
        (
            "container",
            {
                "vendor": "Intel", "cores": 1, "threads": 2, "sockets": 1, "l2": None, "l3": None, "numa_nodes": None,
                "governor": None, "scaling_driver": None,
            },
        ),
    ],
)  # fmt: skip
def test_reads_the_processor(name: str, expected: dict[str, Any], tmp_path: Path) -> None:
    found = read_processor(recorded(name, tmp_path))
    assert found is not None
    assert {key: getattr(found, key) for key in expected} == expected


def test_tells_the_features_that_matter(tmp_path: Path) -> None:
    ryzen, arm = (read_processor(recorded(name, tmp_path / name)) for name in ("ryzen-desktop", "arm-board"))
    assert ryzen is not None
    assert arm is not None
    assert {"aes", "vaes", "pdpe1gb", "cat_l3"} <= set(ryzen.features)
    assert "hypervisor" not in ryzen.features
    assert arm.features == ("aes", "asimd", "sha2")


@pytest.mark.parametrize(
    ("name", "size", "total", "free", "gib"),
    [
        ("ryzen-desktop", 2 * MEBI, 1280, 96, (0, 0)),
        ("epyc-two-nodes", 2 * MEBI, 0, 0, (6, 6)),
        ("arm-board", 32 * MEBI, 0, 0, None),
    ],
)
def test_reads_huge_pages(name: str, size: int, total: int, free: int, gib: Any, tmp_path: Path) -> None:
    found = read_memory(recorded(name, tmp_path))
    assert found is not None
    assert found.huge_pages is not None
    assert (found.huge_pages.size, found.huge_pages.total, found.huge_pages.free) == (size, total, free)
    assert (found.gib_pages and (found.gib_pages.total, found.gib_pages.free)) == gib


def test_memory_without_huge_pages_has_null_not_zero(tmp_path: Path) -> None:
    found = read_memory(recorded("container", tmp_path))
    assert found is not None
    assert (found.total, found.available) == (4028776 * 1024, 2618928 * 1024)
    assert (found.huge_pages, found.gib_pages) == (None, None)


@pytest.mark.parametrize(
    ("name", "cards"),
    [
        (
            "ryzen-desktop",
            [
                ("0000:0b:00.0", "NVIDIA", "NVIDIA GeForce RTX 3080", "cuda", None, "nvidia 550.54.14"),
                ("0000:0e:00.0", "AMD", "Radeon RX 6800", "opencl", 17163091968, "amdgpu"),
            ],
        ),
        ("intel-laptop", [("0000:00:02.0", "Intel", None, "opencl", None, "i915")]),
        ("epyc-two-nodes", [("0000:81:00.0", "NVIDIA", None, "cuda", None, None)]),
        ("arm-board", []),
        ("container", []),
    ],
)
def test_finds_the_cards_that_could_mine(name: str, cards: list[Any], tmp_path: Path) -> None:
    found = read_cards(recorded(name, tmp_path))
    assert [(c.id, c.vendor, c.name, c.backend, c.memory, c.driver) for c in found] == cards


def test_a_card_of_intel_that_is_none_of_its_processors_is_one_to_mine_with(tmp_path: Path) -> None:
    tree = recorded("intel-laptop", tmp_path)
    here = tmp_path / "sys/bus/pci/devices"
    shutil.copytree(here / "0000:00:02.0", here / "0000:03:00.0")
    (here / "0000:03:00.0/uevent").write_text("DRIVER=xe\n")
    inside, arc = read_cards(tree)
    assert [(card.vendor, card.integrated) for card in (inside, arc)] == [("Intel", True), ("Intel", False)]
    assert arc.driver == "xe"


def test_a_card_that_is_lent_to_a_virtual_machine_has_no_driver_here(tmp_path: Path) -> None:
    tree = recorded("ryzen-desktop", tmp_path)
    (tmp_path / "sys/bus/pci/devices/0000:0e:00.0/uevent").write_text("DRIVER=vfio-pci\n")
    assert [card.driver for card in read_cards(tree)] == ["nvidia 550.54.14", None]


def test_opencl_is_there_when_its_library_is(tmp_path: Path) -> None:
    assert has_opencl(recorded("ryzen-desktop", tmp_path / "a"))
    assert not has_opencl(recorded("intel-laptop", tmp_path / "b"))


@pytest.mark.parametrize(
    ("name", "battery", "people", "systemd"),
    [
        ("ryzen-desktop", None, ("ann",), True),
        ("intel-laptop", True, ("ann", "bob"), True),
        ("container", None, (), False),
    ],
)
def test_sees_what_surrounds_the_miners(name: str, battery: Any, people: Any, systemd: bool, tmp_path: Path) -> None:
    tree = recorded(name, tmp_path)
    assert surroundings.on_battery(tree) is battery
    assert surroundings.read_people(tree) == people
    assert surroundings.has_systemd(tree) is systemd


def test_a_full_or_charging_battery_is_not_running_on_battery(tmp_path: Path) -> None:
    tree = recorded("intel-laptop", tmp_path)
    (tmp_path / "sys/class/power_supply/BAT0/status").write_text("Charging\n")
    assert surroundings.on_battery(tree) is False


@pytest.mark.parametrize("text", ["", "\0\xff", "processor", "processor : x\nflags :", ": : :\n\n::", "a\n" * 1000])
def test_odd_texts_are_nothing_known(text: str, tmp_path: Path) -> None:
    found = parse_cpuinfo(text)
    assert (found.model, found.vendor, found.cores, found.aes) in ((None, None, None, None), (None, None, None, False))
    assert parse_meminfo(text) is None
    assert surroundings.people(text) == ()
    assert cache_size([(3, text, "0")], 3) is None


def test_nothing_at_all_is_nothing_known(tmp_path: Path) -> None:
    tree = SystemTree(tmp_path / "absent")
    assert (read_processor(tree), read_memory(tree), read_cards(tree)) == (None, None, ())
    assert surroundings.read_people(tree) is None


def test_the_data_folder_is_private_or_its_open_files_are_named(tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "run" / "xmrig").mkdir(parents=True)
    secret = data / "run" / "xmrig" / "config.json"
    secret.write_text("{}")
    for path, mode in ((data, 0o700), (data / "run", 0o755), (data / "run" / "xmrig", 0o755), (secret, 0o644)):
        path.chmod(mode)
    assert surroundings.exposed(data) == ()  # nobody comes past the closed folder
    data.chmod(0o755)
    assert surroundings.exposed(data) == tuple(map(str, (data, data / "run", data / "run" / "xmrig", secret)))
    (data / "run").chmod(0o700)
    assert surroundings.exposed(data) == (str(data),)


@pytest.mark.parametrize("name", MACHINES)
def test_the_doctor_has_an_opinion_on_every_recorded_machine(name: str, tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    hardware = Hardware(Machine(data), data, recorded(name, tmp_path / "root"))
    checks = {each.id: each for each in examine(DoctorFacts(hardware.look())).checks}
    expected = {
        "ryzen-desktop": {"huge-pages": "ok", "msr": "info", "graphics": "ok", "numa": "ok"},
        "intel-laptop": {"huge-pages": "warning", "l3-cache": "info", "battery": "info", "governor": "info",
                         "logins": "warning"},
        "epyc-two-nodes": {"1gb-pages": "ok", "numa": "info", "graphics": "warning", "governor": "ok"},
        "arm-board": {"msr": "ok", "1gb-pages": "ok", "l3-cache": "info", "aes": "ok"},
        "container": {"huge-pages": "unknown", "l3-cache": "unknown", "msr": "ok", "systemd": "info"},
    }[name]  # fmt: skip
    assert {id: checks[id].status for id in expected} == expected


def test_a_description_is_given_again_for_a_second_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = recorded(MACHINES[0], tmp_path / "root")
    hardware = Hardware(Machine(tmp_path), tmp_path, tree)
    assert hardware.recent() is None
    described = hardware.describe()
    assert hardware.recent() is described
    monkeypatch.setattr(hardware_module, "FRESH", -1.0)
    assert hardware.recent() is None


def test_the_governor_is_read_each_time_and_the_processor_once(tmp_path: Path) -> None:
    cpufreq = tmp_path / "root/sys/devices/system/cpu/cpu0/cpufreq"
    cpufreq.mkdir(parents=True)
    (tmp_path / "root/proc").mkdir()
    cpuinfo, governor = tmp_path / "root/proc/cpuinfo", cpufreq / "scaling_governor"
    cpuinfo.write_text("processor : 0\nmodel name : One\n")
    governor.write_text("powersave")
    hardware = Hardware(Machine(tmp_path), tmp_path, SystemTree(tmp_path / "root"))
    assert (hardware.processor().model, hardware.processor().governor) == ("One", "powersave")
    cpuinfo.write_text("processor : 0\nmodel name : Two\n")
    governor.write_text("performance")
    assert (hardware.processor().model, hardware.processor().governor) == ("One", "performance")
    assert hardware.processor(again=True).model == "Two"
