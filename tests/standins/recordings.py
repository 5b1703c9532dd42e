"""Recordings of programs' answers, and whether each holds what it should; a fault names file, key and way out.

`python -m tests.standins.recordings` looks at all of them. It needs no package, for stand-ins read recordings too.
"""

import copy
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.standins.program_moves import Moment, move

RECORDINGS = Path(__file__).parents[1] / "miners" / "recordings"
GUIDE = "docs/add-a-miner.md"
SPEAKS = ("http", "line", "cgminer", "pairs")
GROWS = ("shares", "seconds", "minutes")
OPERATIONS = ("by", "flag", "paused", "put")
# key → what it holds, and whether it may be left out
ALL: dict[str, tuple[type, bool]] = {
    "runId": (str, False), "replies": (list, False), "reading": (dict, False), "source": (str, True),
    "asks": (list, True), "commands": (dict, True), "thief": (str, True), "standin": (dict, True),
    "files": (dict, True), "second": (dict, True), "machine": (dict, True), "places": (list, True),
}  # fmt: skip
OF_OTHERS = ("source", "asks", "thief")  # which a program that has a stand-in must have too
STANDIN: dict[str, tuple[type, bool]] = {
    "speaks": (str, False), "address": (list, False), "version": (str, False), "moves": (list, False),
    "versionFlag": (str, True), "config": (str, True), "ini": (bool, True), "binary": (str, True),
    "watchdogOff": (str, True), "lines": (list, True),
}  # fmt: skip
SECOND: dict[str, tuple[type, bool]] = {
    "source": (str, False), "algo": (str, False), "second": (str, False), "sign": (dict, False),
    "moves": (list, False), "work": (dict, False),
}  # fmt: skip
_WORDS = {str: "a text", list: "a list", dict: "an object", bool: "true or false", int: "a number"}


class FaultyRecording(Exception):
    """A recording does not hold what it should."""


def recording(name: str, folder: Path = RECORDINGS) -> dict[str, Any]:
    """What was recorded of a program, and what its stand-in is like."""
    path = folder / f"{name}.contract.json"
    try:
        content = json.loads(path.read_text())
    except FileNotFoundError:
        raise FaultyRecording(f"{_shown(path)} is missing; step 2 of {GUIDE} says what it holds") from None
    except ValueError as error:
        raise FaultyRecording(f"{_shown(path)} is no JSON: {error}; mend that place") from None
    for fault in faults(content):
        raise FaultyRecording(f"{_shown(path)}: {fault}; step 2 of {GUIDE} says what it holds")
    return dict(content)


def faults(content: Any) -> Iterator[str]:
    """What is wrong in a recording, the first things first: the later ones may follow from them."""
    yield from _keys(content, ALL, "")
    for place, reply in enumerate(content["replies"]):
        if reply is not None:
            yield from _keys(reply, {"status": (int, False), "body": (object, False)}, f"replies[{place}].")
    if "standin" not in content:
        return
    for key in OF_OTHERS:
        if key not in content:
            yield f"`{key}` is missing, which a program with a stand-in has"
    asks, replies = content["asks"], content["replies"]
    if len(asks) != len(replies):
        yield f"`asks` has {len(asks)} entries and `replies` {len(replies)}; each reply needs what was asked for it"
    bodies = {ask: reply["body"] for ask, reply in zip(asks, replies, strict=True) if reply is not None}
    yield from _standin(content["standin"], bodies)
    yield from _files(content.get("files", {}))
    if "second" in content:
        second = content["second"]
        yield from _keys(second, SECOND, "second.")
        if "flag" not in second["sign"]:
            yield "`second.sign` lacks `flag`, the flag or key that asks for a second work"
        yield from _moves(second["moves"], {}, "second.")
        yield from _second(second["moves"], copy.deepcopy(bodies))


def _standin(standin: Mapping[str, Any], bodies: Mapping[str, Any]) -> Iterator[str]:
    yield from _keys(standin, STANDIN, "standin.")
    if standin["speaks"] not in SPEAKS:
        yield f"`standin.speaks` is {standin['speaks']!r}; it is one of {', '.join(SPEAKS)}"
    if len(standin["address"]) not in (1, 2):
        yield "`standin.address` names one flag (HOST:PORT or a port), or two (of the host and of the port)"
    yield from _moves(standin["moves"], bodies, "standin.")
    if not any(each.get("by") == "shares" for each in standin["moves"]):
        yield "`standin.moves` lets no count of shares grow (`by` is `shares`), for which the tests wait"


def _second(moves: list[Any], bodies: dict[str, Any]) -> Iterator[str]:
    """Whether each turns what those before it have made further into an answer with both works."""
    moment = Moment(0, False, defaultdict(lambda: [""]))
    for place, each in enumerate(moves):
        try:
            move(bodies, [each], moment)
        except (LookupError, TypeError, AssertionError) as error:
            yield f"`second.moves[{place}].at` leads nowhere: {each['at']} ({error!r})"


def _files(files: Mapping[str, Any]) -> Iterator[str]:
    for machine, names in files.items():
        if len(machine.split()) != 2 or not isinstance(names, list) or not names:
            yield f'`files` holds names by machine, such as "linux amd64": ["name-1.0.tar.gz"]; see {machine!r}'


def _moves(moves: list[Any], bodies: Mapping[str, Any], above: str) -> Iterator[str]:
    for place, each in enumerate(moves):
        name = f"{above}moves[{place}]"
        if not isinstance(each, dict) or not isinstance(each.get("at"), list) or not each["at"]:
            yield f"`{name}.at` is a list: what was asked, then keys and numbers"
        elif len({*OPERATIONS} & each.keys()) != 1:
            yield f"`{name}` says one of {', '.join(OPERATIONS)}"
        elif each.get("by", GROWS[0]) not in GROWS:
            yield f"`{name}.by` is {each['by']!r}; it is one of {', '.join(GROWS)}"
        elif bodies:
            yield from _reached(each, bodies, name)


def _reached(each: Mapping[str, Any], bodies: Mapping[str, Any], name: str) -> Iterator[str]:
    """Whether there is a place in the replies where a move says, and something that can move."""
    value: Any = bodies
    for depth, key in enumerate(each["at"]):
        last = depth == len(each["at"]) - 1
        if key == "*" and isinstance(value, list) and value:
            value = value[0]
            continue
        if last and "put" in each:
            return
        try:
            value = value[key]
        except (KeyError, IndexError, TypeError):
            yield f"`{name}.at` leads nowhere: there is no {key!r} behind {each['at'][:depth]}"
            return
    if "find" in each and not (isinstance(value, str) and re.search(each["find"], value)):
        yield f"`{name}.find` finds nothing in {value!r}"
    elif "by" in each and "find" not in each and not isinstance(value, int | float):
        yield f"`{name}.by` needs a number there, or `find` for the one in a text; there is {value!r}"


def _keys(value: Any, allowed: Mapping[str, tuple[type, bool]], above: str) -> Iterator[str]:
    """The keys of an object that are missing, unknown, or hold something of another kind."""
    if not isinstance(value, dict):
        yield f"`{above.rstrip('.') or 'it'}` is {_WORDS.get(type(value), 'something else')}; it must be an object"
        return
    for key, (kind, optional) in allowed.items():
        if key not in value:
            if not optional:
                yield f"`{above}{key}` is missing; it holds {_WORDS.get(kind, 'the answer')}"
        elif not isinstance(value[key], kind):
            yield f"`{above}{key}` must be {_WORDS[kind]}"
    for key in value.keys() - allowed.keys():
        yield f"`{above}{key}` is not known; the keys are {', '.join(allowed)}"


def _shown(path: Path) -> str:
    root = Path(__file__).parents[2]
    return str(path.relative_to(root)) if path.is_relative_to(root) else str(path)


if __name__ == "__main__":
    for each in sorted(RECORDINGS.glob("*.contract.json")):
        try:
            recording(each.name.removesuffix(".contract.json"))
        except FaultyRecording as fault:
            sys.exit(str(fault))
