"""What is sent back, and the headers that every answer has."""

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
    ready: tuple[Header, ...] | None = None  # all headers, of an answer that is given again and again
    packed: bytes | None = None  # the body by gzip, where that was made ahead


def dressed(answer: Answer) -> tuple[Header, ...]:
    """The headers of an answer: its own, and those that every answer has."""
    if answer.ready is not None:
        return answer.ready
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


def ready(body: bytes) -> Answer:
    """An answer that is given again and again, with headers made once."""
    answer = Answer(body)
    return answer._replace(ready=dressed(answer))
