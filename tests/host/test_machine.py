"""What is read of this machine is plausible, and respects a container's limit."""

import json
import os
import sys

import psutil

from mining.domain.doctor.checks import examine
from mining.domain.doctor.report import DoctorFacts
from mining.domain.hardware import GIBI, GraphicsCard
from mining.host.hardware import Hardware
from mining.host.machine import Machine, hottest


def test_the_machine_is_described_in_the_contracts_words(tmp_path):
    machine = Machine(tmp_path)
    assert machine.cpus == os.cpu_count()
    assert machine.os in ("linux", "darwin", "windows")
    assert machine.arch in ("amd64", "arm64")
    assert machine.total_memory() == psutil.virtual_memory().total
    assert 0 <= machine.available_memory() <= machine.total_memory()
    assert (machine.free_disk() or 0) > 0
    assert Machine(tmp_path / "gone").free_disk() is None
    temperature = machine.cpu_temperature()
    assert temperature is None or 0 < temperature < 150


def test_the_tightest_limit_of_the_containers_around_us_counts(tmp_path):
    inner = tmp_path / "groups" / "outer" / "inner"
    inner.mkdir(parents=True)
    for group, limit, used in ((inner, "max", 0), (inner.parent, "5000000", 3000000)):
        (group / "memory.max").write_text(limit)
        (group / "memory.current").write_text(str(used))
        (group / "memory.stat").write_text("anon 1\ninactive_file 500000\n")
    own = tmp_path / "cgroup"
    own.write_text("0::/outer/inner\n")
    assert Machine(tmp_path, tmp_path / "groups", own).available_memory() == 2_500_000


def test_the_sensors_are_read_once_for_all_miners_within_five_seconds(tmp_path, monkeypatch):
    readings = iter((50.0, 60.0, 70.0))
    monkeypatch.setattr(Machine, "_read_cpu_temperature", lambda _: next(readings))
    machine = Machine(tmp_path)
    assert [machine.cpu_temperature() for _ in range(3)] == [50.0, 50.0, 50.0]
    monkeypatch.setattr("mining.host.machine.WARM", -1.0)
    assert machine.cpu_temperature() == 60.0


def test_sensors_that_cannot_be_true_are_left_out():
    assert hottest([0.0, 61.5, 255.0, 48.0]) == 61.5
    assert hottest([0.0]) is None


def test_this_machine_is_plausible(tmp_path):
    hardware = Hardware(Machine(tmp_path), tmp_path)
    facts = hardware.look()
    assert facts.processor is not None
    assert facts.memory is not None
    cpu, memory = facts.processor, facts.memory
    assert (cpu.threads or 0) >= (cpu.cores or 1) >= (cpu.sockets or 1) >= 1
    assert all(size is None or 64 * 1024 <= size <= 64 * GIBI for size in (cpu.l2, cpu.l3))
    assert 0 < (memory.available or 0) <= memory.total
    if sys.platform != "win32":  # where nothing limits them
        assert facts.open_files is not None
        assert facts.open_files > 0
    assert all(isinstance(each, GraphicsCard) for each in facts.cards)
    assert 0 not in (cpu.l2, cpu.l3, cpu.cores, cpu.numa_nodes)
    if sys.platform != "linux":  # where a machine may show little of itself
        assert None not in (cpu.model, cpu.vendor, cpu.cores)
    report = examine(DoctorFacts(facts)).to_json()
    assert json.loads(json.dumps(report)) == report
