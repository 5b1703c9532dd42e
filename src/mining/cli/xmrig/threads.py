"""How many threads XMRig's config.json gives an algorithm on the processor, and where they run."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from mining.cli.xmrig.layout import Section, rows, text, whole
from mining.domain import algorithm

_PINNABLE = 63  # XMRig pins to the processors 0 to 62
_MOST = 1024  # threads, as XMRig clamps them
_USUAL_FAMILY = "rx"  # what a pool that names no algorithm hands a processor


class Threads(NamedTuple):
    """The threads for one algorithm."""

    number: int
    mask: int | None = None  # of the processors they run on; None: the system decides
    lost: str | None = None  # what of it cannot be said here, and what follows

    def fields(self) -> dict[str, Any]:
        """Its fields in a configuration of this platform."""
        return {"threads": self.number} | ({"cpuAffinity": hex(self.mask)} if self.mask else {})


def profiles(cpu: Section) -> Mapping[str, Any]:
    """The parts of the section `cpu` that give threads to an algorithm or to a family of them."""
    return {key: value for key, value in cpu.items() if isinstance(value, list | dict)}


def profile_of(cpu: Section, algo: str | None) -> str | None:
    """The name of the part that XMRig uses for an algorithm; None where it decides itself."""
    named = profiles(cpu)
    alias = next((value for key, value in cpu.items() if text(value) and algorithm.canonical(key) == algo), None)
    family = algo.partition("/")[0] if algo else _USUAL_FAMILY
    return next((name for name in (algo, alias, family, "*") if name in named), None)


def threads_in(raw: object) -> Threads | None:
    """The threads of one part: a list of processors, or how many of them; None for none."""
    if isinstance(raw, dict):
        return _counted(raw)
    if not isinstance(raw, list):
        return None
    pairs = [_pair(entry) for entry in raw]
    return _pinned([pair for pair in pairs if pair is not None])


def threads_of_old(raw: object, affinity: object) -> Threads | None:
    """What stands at the top in a file of XMRig 2: `threads`, a number or a list, and `cpu-affinity`."""
    if isinstance(raw, list):
        entries = [row for row in rows(raw) if "low_power_mode" in row]
        return _pinned([(whole(row["low_power_mode"]) or 1, _cpu(row.get("affine_to_cpu"))) for row in entries])
    mask = _mask(affinity)
    return Threads(min(count, _MOST), mask) if (count := whole(raw) or 0) > 0 else Threads(0, mask) if mask else None


def _counted(raw: Section) -> Threads | None:
    count, intensity = whole(raw.get("threads")) or 0, whole(raw.get("intensity")) or 1
    if count < 1:
        return None
    lost = "each thread computes one hash at a time here" if 1 < intensity <= 5 else None
    return Threads(min(count, _MOST), _mask(raw.get("affinity")), lost)


def _pinned(pairs: list[tuple[int, int]]) -> Threads | None:
    """Threads of so many hashes at a time on such processors; -1 stands for any."""
    if not pairs:
        return None
    cpus = [cpu for _, cpu in pairs if cpu >= 0]
    lost = "each thread computes one hash at a time here" if any(intensity > 1 for intensity, _ in pairs) else None
    if not cpus:
        return Threads(len(pairs), None, lost)
    if len({*cpus}) < len(pairs) or max(cpus) >= _PINNABLE:
        return Threads(len(pairs), None, "the system decides on which processors the threads run")
    return Threads(len(pairs), sum(1 << cpu for cpu in cpus), lost)


def _pair(entry: object) -> tuple[int, int] | None:
    if isinstance(entry, list) and len(entry) >= 2:
        intensity, cpu = whole(entry[0]), whole(entry[1])
        return (intensity, cpu) if intensity is not None and cpu is not None else None
    cpu = whole(entry)
    return None if cpu is None else (1, cpu)


def _cpu(raw: object) -> int:
    cpu = whole(raw)
    return -1 if cpu is None else cpu


def _mask(raw: object) -> int | None:
    value = whole(raw)
    if isinstance(raw, str):
        try:
            value = int(raw, 16 if "0x" in raw.lower() else 10)
        except ValueError:
            return None
    return value if value is not None and 0 < value < 1 << _PINNABLE else None
