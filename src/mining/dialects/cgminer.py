"""cgminer's way of answering, which sgminer, TeamRedMiner and the firmware of ASICs share: JSON over plain TCP.

The unit of a rate stands in its key, numbers may be strings, some firmware forgets commas between objects, and a NUL
ends the answer.
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from mining.domain.adapter import ApiResponse, TcpRequest, Unreadable
from mining.domain.api_response import mapping, parse
from mining.domain.message import phrase
from mining.domain.units import MOST, number

Row = Mapping[str, Any]
Sections = Mapping[str, Sequence[Row]]
_UNITS = {"": 1.0, "K": 1e3, "M": 1e6, "G": 1e9, "T": 1e12, "P": 1e15}
_PLAIN = re.compile(r"[0-9]{1,20}(?:\.[0-9]{1,12})?")
_SCALED = re.compile(r"([0-9]{1,20}(?:\.[0-9]{1,12})?) ?([KMGTP]?)")


def question(*commands: str) -> TcpRequest:
    """One request for one or several kinds of sections."""
    return TcpRequest(json.dumps({"command": "+".join(commands)}).encode() + b"\n")


def sections(replies: Sequence[ApiResponse | None]) -> Sections | Unreadable:
    """The sections of all replies by their names in capitals: SUMMARY, DEVS, POOLS, STATS, STATUS, VERSION.

    Joined commands are answered as {"summary": [{"STATUS": […], "SUMMARY": […]}], …}.
    """
    answered = [reply for reply in replies if reply is not None]
    if not answered:
        return Unreadable("api_unreachable", phrase("health.api_no_answer"))
    if all(reply.status != 200 for reply in answered):
        return Unreadable("api_unreachable", phrase("health.api_status", status=answered[0].status))
    answer: dict[str, list[Row]] = {}
    for reply in answered:
        if reply.status == 200:
            _gather(_mended(reply.body), answer, depth=0)
    return answer if "STATUS" in answer else Unreadable("garbage", phrase("health.api_garbage"))


def row(answer: Sections, name: str) -> Row:
    """The first entry of a section; empty when there is none."""
    return next(iter(answer.get(name, ())), {})


def figure(entry: Row, key: str, most: float = MOST) -> float | None:
    """A number, also where it is written as a string."""
    raw = entry.get(key)
    if isinstance(raw, str) and _PLAIN.fullmatch(raw):
        raw = float(raw)
    return number(raw, most)


def count(entry: Row, key: str) -> int | None:
    """A whole number, also as a string or with zeros after the point."""
    value = figure(entry, key)
    return int(value) if value is not None and value.is_integer() else None


def rate(entry: Row, *windows: str) -> float | None:
    """Hashes a second of the first of these windows (`5s`, `30s`, `av`) that is told, whatever its unit."""
    for window in windows:
        for unit, factor in _UNITS.items():
            value = figure(entry, f"{unit}HS {window}")
            if value is not None:
                return number(value * factor)
    return None


def scaled(raw: object) -> float | None:
    """A number with a unit behind it: `65.5K`, `4.29 G`; a plain one too."""
    if not isinstance(raw, str):
        return number(raw)
    match = _SCALED.fullmatch(raw.strip().upper())
    return number(float(match[1]) * _UNITS[match[2]]) if match else None


def _mended(raw: bytes) -> object:
    """The JSON in a body, also of firmware that leaves out the comma between two objects."""
    text = raw.rstrip(b"\0\n ").decode("utf-8", "replace")
    body = parse(text.encode())
    return parse(re.sub(r"\}\s*\{", "},{", text).encode()) if body is None else body


def _gather(raw: object, answer: dict[str, list[Row]], depth: int) -> None:
    for key, value in mapping(raw).items():
        entries = [mapping(entry) for entry in value[:256]] if isinstance(value, list) else []
        if key.isupper():
            answer.setdefault(key, []).extend(entries)
        elif depth == 0:
            for entry in entries[:8]:
                _gather(entry, answer, depth=1)
