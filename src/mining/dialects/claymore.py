"""Claymore's way of answering: one line of JSON over plain TCP, figures in lists that are divided by semicolons."""

import json
from collections.abc import Sequence

from mining.domain.adapter import ApiResponse, TcpRequest, Unreadable
from mining.domain.api_response import object_in
from mining.domain.message import phrase
from mining.domain.units import MOST, number

STATISTICS = TcpRequest(json.dumps({"id": 0, "jsonrpc": "2.0", "method": "miner_getstat1"}).encode() + b"\n")


def columns(replies: Sequence[ApiResponse | None]) -> Sequence[Sequence[str]] | Unreadable:
    """The nine or more parts of the answer, each divided; those that lack are empty."""
    body = object_in(replies)
    if isinstance(body, Unreadable):
        return body
    rows = body.get("result")
    if not isinstance(rows, list) or not all(isinstance(row, str) for row in rows):
        return Unreadable("garbage", phrase("health.api_garbage"))
    return [row.split(";") for row in rows[:16]] + [[""]] * (16 - len(rows[:16]))


def figure(text: str, most: float = MOST) -> float | None:
    """A number in decimal digits; `off` and anything else is none."""
    return number(float(text), most) if _is_number(text) else None


def _is_number(text: str) -> bool:
    return len(text) <= 24 and text.isascii() and text.replace(".", "", 1).isdigit()
