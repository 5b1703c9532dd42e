"""Machine, the readings of the computer this runs on."""

import contextlib
import os
import platform
import shutil
import sys
import time
from pathlib import Path

import psutil

_ARCH = {"x86_64": "amd64", "amd64": "amd64", "aarch64": "arm64", "arm64": "arm64"}
_OS = {"win32": "windows", "cygwin": "windows", "darwin": "darwin"}
_CPU_SENSORS = ("coretemp", "k10temp", "zenpower", "cpu_thermal", "cpu-thermal")
WARM = 5.0  # s for which all miners share one reading of the sensors, which are dozens of files
_CGROUPS = Path("/sys/fs/cgroup")


class Machine:
    """Fulfils `mining.domain.host.Host`."""

    def __init__(self, data_dir: Path, cgroups: Path = _CGROUPS, own_cgroup: Path = Path("/proc/self/cgroup")) -> None:
        self._data_dir = data_dir
        self._cgroups = cgroups
        self._own_cgroup = own_cgroup
        self._warmth: tuple[float, float | None] | None = None  # when it was read, and the temperature

    @property
    def cpus(self) -> int:
        """Logical processors."""
        return os.cpu_count() or 1

    @property
    def os(self) -> str:
        """linux, darwin or windows."""
        return _OS.get(sys.platform, "linux")

    @property
    def arch(self) -> str:
        """amd64 or arm64; the machine's own word for anything else."""
        machine = platform.machine().lower()
        return _ARCH.get(machine, machine)

    def total_memory(self) -> int:
        """Bytes."""
        return psutil.virtual_memory().total

    def available_memory(self) -> int:
        """Bytes that a new process can have without swapping, also inside a container with a limit."""
        return max(0, min([psutil.virtual_memory().available, *self._left_in_cgroups()]))

    def cpu_temperature(self) -> float | None:
        """The hottest package sensor in °C, as of the last five seconds; None when there is none."""
        now = time.monotonic()
        if self._warmth is None or now - self._warmth[0] > WARM:
            self._warmth = now, self._read_cpu_temperature()
        return self._warmth[1]

    def _read_cpu_temperature(self) -> float | None:
        sensors = getattr(psutil, "sensors_temperatures", None)  # neither macOS nor Windows has it
        if sensors is None:
            return None
        with contextlib.suppress(OSError):
            by_sensor = sensors()
            return hottest([reading.current for name in _CPU_SENSORS for reading in by_sensor.get(name, ())])
        return None

    def free_disk(self) -> int | None:
        """Bytes free where the state is kept; None when that cannot be reached."""
        try:
            return shutil.disk_usage(self._data_dir).free
        except OSError:
            return None

    def _left_in_cgroups(self) -> list[int]:
        """What each limit from our own control group (v2) up to the root leaves."""
        with contextlib.suppress(OSError, StopIteration):
            line = next(line for line in self._own_cgroup.read_text().splitlines() if line.startswith("0::"))
            own = self._cgroups / line.removeprefix("0::").strip("/")
            groups = [own, *(parent for parent in own.parents if parent.is_relative_to(self._cgroups))]
            return [left for left in map(_left, groups) if left is not None]
        return []


def hottest(readings: list[float]) -> float | None:
    """The highest believable temperature in °C; broken sensors say 0 or far too much."""
    return max((reading for reading in readings if 0 < reading < 150), default=None)


def _left(group: Path) -> int | None:
    """Bytes until the limit of one control group; memory that only caches files can be had again."""
    try:
        limit = (group / "memory.max").read_text().strip()
        if limit == "max":
            return None
        used = int((group / "memory.current").read_text())
        counts = dict(line.split() for line in (group / "memory.stat").read_text().splitlines())
        return int(limit) - used + int(counts.get("inactive_file", 0))
    except (OSError, ValueError):
        return None
