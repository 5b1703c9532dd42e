"""True answers of programs, spoiled: each fault by itself, and hypothesis' choice of several one after the other."""

import json
import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

ODD: list[Any] = [None, True, -1, -0.5, math.nan, math.inf, -math.inf, 10**400, 2**64 - 1, 1e308, "12", "", [], {}]
ODD += [[None], [[None]], [[math.nan, -1, True]], {"total": [math.inf]}, ["x" * 3000], "\x1b[31m\n\0", [{}], [[], {}]]
HUGE = 10_000_000  # bytes
_TEXTS = (b"", b"\xff\xfe", b"=", b";", b"|", b"\0", b"9" * 5000, b"nan", b"-inf", b"1e999", b"\x1b[31m")


def worse_bodies(body: bytes) -> Iterator[bytes]:
    """A true answer with any part of it spoiled: missing, of another kind, torn, twice, or no text at all."""
    try:
        whole = json.loads(body)
    except ValueError:
        for place in {*range(0, len(body), max(1, len(body) // 60)), len(body) - 1}:
            for odd in _TEXTS:
                yield body[:place] + odd + body[place:]
                yield body[:place] + odd
        return
    for odd in ODD:
        for worse in _spoiled(whole, odd):
            with suppress(ValueError):  # an integer beyond what the standard library prints
                yield json.dumps(worse).encode()
    for worse in _without(whole):
        yield json.dumps(worse).encode()
    for place in range(0, len(body), max(1, len(body) // 60)):
        yield body[:place]
        yield body[:place] + b"\xff\xc3" + body[place:]
    yield body + body
    yield body[:-1] + b',"again":' + body + b"}"


def _without(body: Any) -> Iterator[Any]:
    """Copies of a JSON value that lack one key, however deep."""
    if isinstance(body, dict):
        for key, value in body.items():
            yield {other: each for other, each in body.items() if other != key}
            yield from ({**body, key: worse} for worse in _without(value))
    elif isinstance(body, list):
        for place, value in enumerate(body[:3]):
            yield body[:place] + body[place + 1 :]
            yield from ([*body[:place], worse, *body[place + 1 :]] for worse in _without(value))


def _spoiled(body: Any, odd: Any) -> Iterator[Any]:
    """Copies of a JSON value with one part, however deep, replaced by something odd."""
    yield odd
    items: Sequence[tuple[Any, Any]] = ()
    if isinstance(body, dict):
        items = list(body.items())
    elif isinstance(body, list):
        items = list(enumerate(body[:3]))
    for key, value in items:
        for worse in _spoiled(value, odd):
            copy = dict(body) if isinstance(body, dict) else list(body)
            copy[key] = worse
            yield copy


@st.composite
def spoiled_answer(draw: DrawFn, body: bytes) -> bytes:
    """A true answer with up to four faults, of which the last may make it 10 MB long."""
    for _ in range(draw(st.integers(1, 3))):
        body = draw(st.sampled_from(_FAULTS))(draw, body)
    return _swollen(draw, body) if draw(st.integers(0, 9)) == 0 else body


def _torn(draw: DrawFn, body: bytes) -> bytes:
    return body[: draw(st.integers(0, len(body)))]


def _no_text(draw: DrawFn, body: bytes) -> bytes:
    place = draw(st.integers(0, len(body)))
    return body[:place] + draw(st.sampled_from(_TEXTS) | st.binary(min_size=1, max_size=4)) + body[place:]


def _twice(draw: DrawFn, body: bytes) -> bytes:
    """With one of its keys once more, and something else behind it; which of both counts is the reader's choice."""
    keys = [at for at in range(len(body)) if body[at : at + 1] in b"{," and body[at + 1 : at + 2] == b'"']
    if not keys:
        return body + body
    at = draw(st.sampled_from(keys)) + 1
    key = body[at : body.find(b'"', at + 1) + 1]
    return body[:at] + key + b":" + _odd(draw) + b"," + body[at:]


def _another(draw: DrawFn, body: bytes) -> bytes:
    """With something odd in the place of one of its values: null, a huge number, a value of another kind."""
    return _within(draw, body, lambda holder, key: holder.__setitem__(key, json.loads(_odd(draw))))


def _lacking(draw: DrawFn, body: bytes) -> bytes:
    return _within(draw, body, lambda holder, key: holder.__delitem__(key))


def _nested(draw: DrawFn, body: bytes) -> bytes:
    """With a fault in the JSON that one of its texts holds, as the answers that a watch passes on."""

    def spoil(holder: Any, key: Any) -> None:
        if isinstance(holder[key], str):
            worse = draw(st.sampled_from(_FAULTS))(draw, holder[key].encode("utf-8", "replace"))
            holder[key] = worse.decode("utf-8", "replace")

    return _within(draw, body, spoil)


def _swollen(draw: DrawFn, body: bytes) -> bytes:
    """With 10 MB of junk in it, where it still begins as an object as one more value, else behind it."""
    junk = draw(st.sampled_from([b"y", b"9", b"["])) * HUGE
    return b'{"junk":"' + junk + b'",' + body[1:] if body[:1] == b"{" else body + junk


_FAULTS: list[Callable[[DrawFn, bytes], bytes]] = [_torn, _no_text, _twice, _another, _lacking, _nested]


def _odd(draw: DrawFn) -> bytes:
    value = draw(st.sampled_from(ODD) | st.integers() | st.floats() | st.text(max_size=8))
    try:
        return json.dumps(value).encode("utf-8", "replace")
    except ValueError:  # an integer beyond what the standard library prints
        return b"1e999"


def _within(draw: DrawFn, body: bytes, change: Callable[[Any, Any], None]) -> bytes:
    """The body with one of its parts changed, however deep; as it is where it is no JSON or has no parts."""
    try:
        whole = json.loads(body)
        places = list(_places(whole))
        if places:
            change(*draw(st.sampled_from(places)))
        return json.dumps(whole).encode()
    except (ValueError, RecursionError):
        return _torn(draw, body)


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Each part of a JSON value: what holds it, and its key there."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in list(items):
        yield value, key
        yield from _places(part)
