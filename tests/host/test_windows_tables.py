"""The tables that Windows gives of processors and rights are read without Windows."""

import struct

from mining.host.windows_tables import Topology, family, rights, topology, vendor

MIB = 1 << 20


def entry(kind: int, body: bytes) -> bytes:
    return struct.pack("<II", kind, 8 + len(body)) + body


def cache(level: int, size: int) -> bytes:
    return entry(2, struct.pack("<BBHI", level, 8, 64, size) + bytes(36))


def test_caches_of_a_level_are_added_up_and_the_rest_is_counted():
    core, node, package = entry(0, bytes(40)), entry(1, bytes(40)), entry(3, bytes(24))
    table = package + node + (core + cache(1, 32 << 10) + cache(1, 32 << 10) + cache(2, MIB // 2)) * 8
    assert topology(table + cache(3, 16 * MIB) * 2) == Topology(8, 1, 1, 4 * MIB, 32 * MIB)


def test_a_table_without_something_does_not_say_zero():
    assert topology(entry(0, bytes(40))) == Topology(1, None, None, None, None)
    assert topology(b"") == topology(bytes(64)) == topology(b"\1\0\0") == Topology(None, None, None, None, None)


def test_the_rights_of_a_user_are_those_in_the_table():
    table = struct.pack("<I", 2) + struct.pack("<QI", 4, 0) + struct.pack("<QI", 23, 3) + struct.pack("<QI", 99, 3)
    assert rights(table) == {4, 23}  # a right that is switched off can be switched on
    assert rights(b"") == rights(struct.pack("<I", 3) + b"\1") == frozenset()


def test_the_family_and_the_maker_are_read_from_what_the_processor_calls_itself():
    assert family("AMD64 Family 25 Model 33 Stepping 0") == 25
    assert family("ARMv8 (64-bit) Family 8 Model 1") == 8
    assert family("") is None
    assert (vendor("AuthenticAMD"), vendor("GenuineIntel"), vendor("Qualcomm"), vendor("")) == (
        "AMD", "Intel", "Qualcomm", None
    )  # fmt: skip
