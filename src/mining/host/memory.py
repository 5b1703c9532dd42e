"""Main memory and its huge pages, from what Linux tells of them."""

import re

from mining.domain.hardware import GIBI, HugePages, Memory
from mining.host.tree import SystemTree

_LINE = re.compile(r"(?m)^(\w+):\s+(\d+)(?: kB)?$")
_POOLS = "sys/kernel/mm/hugepages"
_USUAL = 2 << 20  # bytes: what miners ask for wherever it exists


def read_memory(tree: SystemTree) -> Memory | None:
    """The memory of this machine; None when it does not tell."""
    meminfo = tree.text("proc/meminfo")
    told = parse_meminfo(meminfo) if meminfo is not None else None
    if told is None:
        return None
    return told.but(huge_pages=_pool(tree, _USUAL) or told.huge_pages, gib_pages=_pool(tree, GIBI))


def parse_meminfo(text: str) -> Memory | None:
    """What /proc/meminfo says."""
    told = {name: int(figure) for name, figure in _LINE.findall(text)}
    if "MemTotal" not in told:
        return None
    pages = None
    if told.get("Hugepagesize"):
        pages = HugePages(
            size=told["Hugepagesize"] << 10, total=told.get("HugePages_Total", 0), free=told.get("HugePages_Free", 0)
        )
    available = told.get("MemAvailable")
    return Memory(
        total=told["MemTotal"] << 10,
        available=available << 10 if available is not None else None,
        huge_pages=pages,
    )


def _pool(tree: SystemTree, size: int) -> HugePages | None:
    folder = f"{_POOLS}/hugepages-{size >> 10}kB"
    total, free = tree.number(f"{folder}/nr_hugepages"), tree.number(f"{folder}/free_hugepages")
    return HugePages(size=size, total=total, free=free) if total is not None and free is not None else None
