"""What is sent back, and the headers that every answer has."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import NamedTuple

from mining.api.asgi import Header
from mining.api.envelope import JSON

JSON_HEADERS: tuple[Header, ...] = ((b"content-type", JSON),)
SAFETY: tuple[Header, ...] = (  # of every answer; a page has its policies besides
    (b"x-content-type-options", b"nosniff"),
    (b"vary", b"Origin"),
)
_UNKEPT: Header = (b"cache-control", b"no-store")
_JSON_ALWAYS = (*JSON_HEADERS, *SAFETY, _UNKEPT)


class Answer(NamedTuple):
    """What is sent back; JSON unless `headers` say otherwise."""

    body: bytes
    status: int = 200
    headers: tuple[Header, ...] = JSON_HEADERS
    packed: bytes | None = None  # the body by gzip, where that was made ahead


class Ready(NamedTuple):
    """A whole answer as it goes over the wire, for what is asked again and again."""

    head: bytes  # but for the empty line at its end
    body: bytes


def dressed(answer: Answer) -> tuple[Header, ...]:
    """The headers of an answer: its own, and those that every answer has."""
    size = (b"content-length", b"%d" % len(answer.body))
    if answer.headers is JSON_HEADERS and answer.status != 413:
        return (*_JSON_ALWAYS, size)
    own = {name for name, _ in answer.headers} - {b"vary"}
    headers = [*answer.headers, *(header for header in (*SAFETY, _UNKEPT) if header[0] not in own)]
    if answer.status not in (204, 304):
        headers.append(size)
    if answer.status == 413:
        headers.append((b"connection", b"close"))
    return tuple(headers)


def ready(body: bytes) -> Ready:
    """An answer with this body, ready to be sent."""
    answer = Answer(body)
    return Ready(head_of(answer.status, dressed(answer)), body)


def head_of(status: int, headers: Iterable[Header]) -> bytes:
    """The head of an answer as it goes over the wire, but for the empty line at its end."""
    return b"HTTP/1.1 %d %b\r\n" % (status, HTTPStatus(status).phrase.encode()) + lines_of(headers)


def lines_of(headers: Iterable[Header]) -> bytes:
    """Headers as they go over the wire."""
    return b"".join([b"%b: %b\r\n" % header for header in headers])
