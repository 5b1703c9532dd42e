"""The first steps of understanding a miner's reply, the same for every program that answers in JSON."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from mining.domain.adapter import ApiResponse, LaunchContext, LogSignal, LogSignalKind, Reading, Unreadable
from mining.domain.log_line import stamped
from mining.domain.message import phrase
from mining.domain.restart import Cause
from mining.domain.units import count, number, text

STRANGER = Unreadable("api_unreachable", phrase("health.api_stranger"))


def object_in(replies: Sequence[ApiResponse | None]) -> Mapping[str, Any] | Unreadable:
    """The JSON object that the first reply holds, or why there is none; never raises."""
    reply = replies[0] if replies else None
    if reply is None:
        return Unreadable("api_unreachable", phrase("health.api_no_answer"))
    if reply.status != 200:
        return Unreadable("api_unreachable", phrase("health.api_status", status=reply.status))
    content = parse(reply.body)
    return content if isinstance(content, dict) else Unreadable("garbage", phrase("health.api_garbage"))


def parse(body: bytes) -> object:
    """The JSON in a body; None when it is none."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def section(body: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """The object at a key; empty when there is none."""
    return mapping(body.get(key))


def mapping(raw: object) -> Mapping[str, Any]:
    """The value itself if it is an object, else an empty one."""
    return raw if isinstance(raw, dict) else {}


def own_reading(context: LaunchContext, body: Mapping[str, Any]) -> Reading | Unreadable:
    """What the `/summary` of our own two programs says."""
    if body.get("id") != context.run_id:
        return STRANGER
    shares, connection = section(body, "shares"), section(body, "connection")
    connected = connection.get("connected")
    return Reading(
        version=text(body.get("version"), 40),
        algorithm=text(body.get("algo"), 40),
        hashrate=number(body.get("hashrate")),
        accepted=count(shares.get("accepted")),
        rejected=count(shares.get("rejected")),
        invalid=count(shares.get("invalid")),
        pool=text(connection.get("pool")),
        connected=connected if isinstance(connected, bool) else None,
        connection_uptime=count(connection.get("uptime")),
        ping=count(connection.get("ping")),
        failures=count(connection.get("failures")),
        difficulty=number(body.get("difficulty")),
        paused=body.get("paused") is True,
    )


def own_signal(line: str, signs: Sequence[tuple[str, LogSignalKind]]) -> LogSignal | None:
    """What a line of our own two programs gives away: the first of these forms, each with its kind, that it has."""
    parts = stamped(line)
    if parts is None:
        return None
    for form, kind in signs:
        if re.match(form, parts.text):
            words = parts.text.split(maxsplit=1)[1]
            if kind == "rejected" and (reason := re.search(r'"(.+)"', words)):
                words = reason[1]
            return LogSignal(kind, words, parts.at)
    return None


def explain_code(code: int | None, words: str = "") -> tuple[Cause, str]:
    """What an exit code says where the program gives it no meaning of its own but 2 for its configuration.

    `words` are the last ones of the program.
    """
    words = words.rstrip(".")
    if code is None:
        return "unknown", phrase("end.unseen")
    if code < 0:
        return "signal", phrase("end.killed", signal=9) if code == -9 else phrase("end.signal", signal=-code)
    if code == 0:
        return "exit", phrase("end.fine")
    if code == 2:
        return "config", phrase("end.unusable_config_saying", words=words) if words else phrase("end.unusable_config")
    return "crash", phrase("end.code_saying", code=code, words=words) if words else phrase("end.code", code=code)
