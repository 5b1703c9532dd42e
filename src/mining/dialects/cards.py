"""Graphics cards as programs tell of them, each under keys of its own."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from mining.domain.api_response import mapping
from mining.domain.metrics import Gpu
from mining.domain.units import MOST, count, number, text, whole

HOTTEST, STRONGEST, FASTEST = 200, 5000, 1000  # °C, W, %; what lies beyond is a fault of the program
_HEX = re.compile(r"(?:([0-9a-f]{4,8}):)?([0-9a-f]{1,2}):([0-9a-f]{1,2})(?:\.([0-7]))?", re.IGNORECASE)


def card(
    id: object,
    *,
    name: object = None,
    rate: object = None,
    heat: object = None,
    fan: object = None,
    power: object = None,
    place: str | None = None,
) -> Gpu | None:
    """One card, with what of it can be understood; None where even its number cannot. A sensor at 0 is none.

    `place` is as much of its place on the bus as is told, from `hex_place` or `decimal_place`.
    """
    own = count(id, 255)
    if own is None:
        return None
    return Gpu(
        id=own,
        bus_id=place,
        name=text(name, 100),
        hashrate=number(rate),
        temperature=number(heat, HOTTEST) or None,
        fan_speed=whole(fan, FASTEST),
        power_usage=whole(power, STRONGEST) or None,
    )


def hex_place(raw: object) -> str | None:
    """A place on the PCI bus as Linux writes it, from hexadecimal digits: `0000:01:00.0`, `01:00.0`, `0b:0`."""
    parts = _HEX.fullmatch(raw) if isinstance(raw, str) else None
    if parts is None:
        return None
    domain, bus, device, function = parts.groups()
    return _place(int(domain, 16) if domain else None, int(bus, 16), int(device, 16), function)


def decimal_place(bus: object, device: object = None, domain: object = None) -> str | None:
    """The same from decimal numbers; without the device it is the bus alone."""
    own, slot = _decimal(bus, 255), _decimal(device, 31)
    if own is None or (device is not None and slot is None):
        return None
    return _place(_decimal(domain, 0xFFFF), own, slot)


def _place(domain: int | None, bus: int, device: int | None, function: str | None = None) -> str:
    parts = [
        *([] if domain is None else [f"{domain:04x}"]),
        f"{bus:02x}",
        *([] if device is None else [f"{device:02x}"]),
    ]
    return ":".join(parts) + (f".{function}" if function else "")


def _decimal(raw: object, most: int) -> int | None:
    return count(int(raw) if isinstance(raw, str) and re.fullmatch(r"[0-9]{1,5}", raw) else raw, most)


def understood(cards: Iterable[Gpu | None]) -> tuple[Gpu, ...]:
    """Those that could be understood."""
    return tuple(each for each in cards if each is not None)


def rows(raw: object) -> list[Mapping[str, Any]]:
    """The objects of a list, at most as many as a machine has cards."""
    return [mapping(row) for row in raw[:256]] if isinstance(raw, list) else []


def summed(values: Iterable[float | None]) -> float | None:
    """The sum of what is told; None where nothing is."""
    figures = [value for value in values if value is not None]
    return number(sum(figures), MOST) if figures else None


def counted(values: Iterable[int | None]) -> int | None:
    """The same of whole numbers."""
    figures = [value for value in values if value is not None]
    return count(sum(figures)) if figures else None


def at(raw: object, place: int) -> object:
    """An item of a list; None where there is none."""
    return raw[place] if isinstance(raw, list) and 0 <= place < len(raw) else None
