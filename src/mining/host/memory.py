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
    figures = parse_meminfo(meminfo) if meminfo is not None else None
    if figures is None:
        return None
    return figures.but(huge_pages=_pool(tree, _USUAL) or figures.huge_pages, gib_pages=_pool(tree, GIBI))


def parse_meminfo(text: str) -> Memory | None:
    """What /proc/meminfo says."""
    figures = {name: int(figure) for name, figure in _LINE.findall(text)}
    if "MemTotal" not in figures:
        return None
    pages = None
    if figures.get("Hugepagesize"):
        pages = HugePages(
            size=figures["Hugepagesize"] << 10,
            total=figures.get("HugePages_Total", 0),
            free=figures.get("HugePages_Free", 0),
        )
    available = figures.get("MemAvailable")
    return Memory(
        total=figures["MemTotal"] << 10,
        available=available << 10 if available is not None else None,
        huge_pages=pages,
    )


def _pool(tree: SystemTree, size: int) -> HugePages | None:
    folder = f"{_POOLS}/hugepages-{size >> 10}kB"
    total, free = tree.number(f"{folder}/nr_hugepages"), tree.number(f"{folder}/free_hugepages")
    return HugePages(size=size, total=total, free=free) if total is not None and free is not None else None
