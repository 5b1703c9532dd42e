"""The way of cpuminer and ccminer: records of `key=value;key=value`, each ended by `|`, over plain TCP."""

import math
from collections.abc import Mapping, Sequence

from mining.domain.adapter import ApiResponse, TcpRequest, Unreadable
from mining.domain.message import phrase
from mining.domain.units import MOST, number

Pairs = Mapping[str, str]
_MOST_RECORDS = 300
_UNITS = {"H/s": 1.0, "kH/s": 1e3, "MH/s": 1e6, "GH/s": 1e9, "TH/s": 1e12}


def question(command: str) -> TcpRequest:
    """What asks for one kind of record."""
    return TcpRequest(command.encode() + b"\n")


def records(replies: Sequence[ApiResponse | None], place: int) -> Sequence[Pairs]:
    """The records of one reply; none where it is missing."""
    reply = replies[place] if place < len(replies) else None
    if reply is None or reply.status != 200:
        return []
    text = reply.body.rstrip(b"\0\n").decode("utf-8", "replace")
    rows = [row for row in text.split("|", _MOST_RECORDS)[:_MOST_RECORDS] if "=" in row]
    return [dict(part.split("=", 1) for part in row.split(";") if "=" in part) for row in rows]


def first(replies: Sequence[ApiResponse | None]) -> Pairs | Unreadable:
    """The summary, or why there is none."""
    reply = replies[0] if replies else None
    if reply is None:
        return Unreadable("api_unreachable", phrase("health.api_no_answer"))
    if reply.status != 200:
        return Unreadable("api_unreachable", phrase("health.api_status", status=reply.status))
    rows = records(replies, 0)
    return rows[0] if rows else Unreadable("garbage", phrase("health.api_garbage"))


def figure(row: Pairs, key: str, most: float = MOST) -> float | None:
    """A number from 0 to `most`; anything else is none."""
    try:
        value = float(row.get(key, ""))
    except ValueError:
        return None
    return number(value, most) if math.isfinite(value) else None


def count(row: Pairs, key: str) -> int | None:
    """A whole number; anything else is none."""
    value = figure(row, key)
    return int(value) if value is not None and value.is_integer() else None


def rate(row: Pairs) -> float | None:
    """Hashes a second, where the unit stands in the key."""
    for unit, factor in _UNITS.items():
        value = figure(row, unit)
        if value is not None:
            return number(value * factor)
    return None
