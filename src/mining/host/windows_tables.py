"""Tables that Windows gives of processors and rights, read without Windows. Pure."""

import re
import struct
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

_CORE, _NUMA_NODE, _CACHE, _PACKAGE = range(4)  # LOGICAL_PROCESSOR_RELATIONSHIP
_HEAD = struct.Struct("<II")  # the relationship, and the bytes of the entry
_OF_CACHE = struct.Struct("<BBHI")  # level, associativity, bytes of a line, bytes
_RIGHT = struct.Struct("<QI")  # a number of this boot, and whether it is on
_FAMILY = re.compile(r"\bFamily (\d+)\b")
_VENDORS = {"AuthenticAMD": "AMD", "GenuineIntel": "Intel", "HygonGenuine": "Hygon"}


class Topology(NamedTuple):
    """How many of each there are, and bytes of all caches of a level together; None: the table has none."""

    cores: int | None
    sockets: int | None
    numa_nodes: int | None
    l2: int | None
    l3: int | None


def topology(table: bytes) -> Topology:
    """What stands in the entries that GetLogicalProcessorInformationEx gives for all relationships."""
    counts: Counter[int] = Counter()
    caches: Counter[int] = Counter()
    for kind, entry in _entries(table):
        counts[kind] += 1
        if kind == _CACHE and len(entry) >= _OF_CACHE.size:
            level, _, _, size = _OF_CACHE.unpack_from(entry)
            caches[level] += size
    figures = counts[_CORE], counts[_PACKAGE], counts[_NUMA_NODE], caches[2], caches[3]
    return Topology(*(figure or None for figure in figures))


def rights(table: bytes) -> frozenset[int]:
    """The numbers of the rights in TOKEN_PRIVILEGES, whether they are switched on or not."""
    count = int.from_bytes(table[:4], "little")
    body = table[4 : 4 + count * _RIGHT.size]
    return frozenset(number for number, _ in _RIGHT.iter_unpack(body[: len(body) // _RIGHT.size * _RIGHT.size]))


def family(identifier: str) -> int | None:
    """25 of `AMD64 Family 25 Model 33 Stepping 0`."""
    match = _FAMILY.search(identifier)
    return int(match[1]) if match else None


def vendor(identifier: str) -> str | None:
    """The maker of a processor by what it calls itself."""
    return _VENDORS.get(identifier, identifier) or None


def _entries(table: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place + _HEAD.size <= len(table):
        kind, size = _HEAD.unpack_from(table, place)
        if size < _HEAD.size:
            return
        yield kind, table[place + _HEAD.size : place + size]
        place += size
