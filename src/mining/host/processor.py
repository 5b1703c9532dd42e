"""The processor, from what Linux tells of it."""

import re
from collections.abc import Iterable, Iterator

from mining.domain.hardware import Processor
from mining.host.tree import SystemTree

_CPUS = "sys/devices/system/cpu"
_VENDORS = {"AuthenticAMD": "AMD", "GenuineIntel": "Intel", "HygonGenuine": "Hygon", "0x41": "ARM", "0xc0": "Ampere"}
_OF_INTEREST = (
    "ssse3", "sse4_1", "avx", "avx2", "avx512f", "aes", "vaes", "sha_ni", "bmi2", "pdpe1gb", "cat_l3", "hypervisor",
    "asimd", "sha2", "sve",
)  # fmt: skip
_SIZE = re.compile(r"(\d+)([KMG]?)")
_UNITS = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}


def read_processor(tree: SystemTree) -> Processor | None:
    """The processor of this machine; None when it does not tell at all."""
    cpuinfo = tree.text("proc/cpuinfo")
    if cpuinfo is None:
        return None
    processor = parse_cpuinfo(cpuinfo)
    topology, caches = _topology(tree), list(_caches(tree))
    return processor.but(
        cores=processor.cores or len(topology) or None,
        sockets=processor.sockets or len({socket for socket, _ in topology}) or None,
        model=processor.model or tree.text("proc/device-tree/model"),
        l2=cache_size(caches, 2),
        l3=cache_size(caches, 3),
        numa_nodes=len(tree.paths("sys/devices/system/node/node[0-9]*")) or None,
        **read_governor(tree),
    )


def read_governor(tree: SystemTree) -> dict[str, str | None]:
    """Who sets the clock and who obeys, which may change while the machine runs."""
    driver = tree.text(f"{_CPUS}/cpu0/cpufreq/scaling_driver")
    return {"governor": _governor(tree), "scaling_driver": driver}


def parse_cpuinfo(text: str) -> Processor:
    """What /proc/cpuinfo says, on x86 and on ARM."""
    blocks = [dict(_pairs(block)) for block in text.split("\n\n") if block.strip()]
    threads = [block for block in blocks if "processor" in block]
    first: dict[str, str] = {}
    for block in blocks:  # on ARM the model stands below the processors
        first = block | first
    words = first.get("flags", first.get("Features"))
    flags = set(words.split()) if words is not None else None
    cores = {
        (block["physical id"], block["core id"]) for block in threads if {"physical id", "core id"} <= block.keys()
    }
    vendor = first.get("vendor_id", first.get("CPU implementer"))
    family = first.get("cpu family", "")
    return Processor(
        model=first.get("model name") or first.get("Model") or None,
        vendor=_VENDORS.get(vendor, vendor) if vendor else None,
        family=int(family) if family.isdigit() else None,
        cores=len(cores) or None,
        threads=len(threads) or None,
        sockets=len({socket for socket, _ in cores}) or None,
        aes="aes" in flags if flags is not None else None,
        avx2="avx2" in flags if flags is not None and "flags" in first else None,
        features=tuple(name for name in _OF_INTEREST if flags is not None and name in flags),
    )


def cache_size(caches: Iterable[tuple[int, str, str]], level: int) -> int | None:
    """Bytes of all caches of a level, from (level, size, processors that share it); None when there is none."""
    different = {(size, shared) for its, size, shared in caches if its == level}
    return sum(_bytes(size) for size, _ in different) or None


def _bytes(text: str) -> int:
    match = _SIZE.fullmatch(text)
    return int(match[1]) * _UNITS[match[2]] if match else 0


def _pairs(block: str) -> Iterator[tuple[str, str]]:
    for line in block.splitlines():
        key, colon, value = line.partition(":")
        if colon:
            yield key.strip(), value.strip()


def _caches(tree: SystemTree) -> Iterator[tuple[int, str, str]]:
    for path in tree.paths(f"{_CPUS}/cpu[0-9]*/cache/index[0-9]*"):
        level = tree.number(f"{path}/level")
        if level in (2, 3):
            yield level, tree.text(f"{path}/size") or "", tree.text(f"{path}/shared_cpu_list") or path


def _topology(tree: SystemTree) -> set[tuple[str, str]]:
    """(socket, core) of each core."""
    folders = tree.paths(f"{_CPUS}/cpu[0-9]*/topology")
    pairs = ((tree.text(f"{path}/physical_package_id"), tree.text(f"{path}/core_id")) for path in folders)
    return {(socket, core) for socket, core in pairs if socket is not None and core is not None}


def _governor(tree: SystemTree) -> str | None:
    """The governor of all processors; several names when they differ."""
    governors = {tree.text(path) for path in tree.paths(f"{_CPUS}/cpu[0-9]*/cpufreq/scaling_governor")}
    return ", ".join(sorted(name for name in governors if name)) or None
