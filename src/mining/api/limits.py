"""How much of a request is read, and what kind of body is understood."""

import re
from collections.abc import Iterable

from starlette.types import Receive

from mining.api.envelope import PayloadTooLarge, UnsupportedMediaType
from mining.domain.errors import MiningError

MOST_BODY = 1024 * 1024  # bytes
MOST_DRAINED = 16 * MOST_BODY  # read and thrown away, so that the asker can read the refusal
MOST_HEADER = 16 * 1024  # bytes
HEADER_TIME = 10.0  # s until a request's header is complete
BODY_TIME = 20.0  # s until its body is
MOST_CONNECTIONS = 1500
_JSON = re.compile(rb"application/json\s*(?:;\s*charset=\"?[\w-]+\"?\s*)?", re.IGNORECASE)


async def read_body(headers: Iterable[tuple[bytes, bytes]], receive: Receive) -> bytes:
    """The body of a write; an empty one needs no Content-Type."""
    said = dict(headers)
    declared = said.get(b"content-length", b"")
    if said.get(b"content-encoding", b"identity").lower() != b"identity":
        raise UnsupportedMediaType("Send the body as it is: a Content-Encoding is not understood.")
    if declared.isdigit() and int(declared) > MOST_DRAINED:
        raise too_large()
    body = await _received(receive)
    if body and not _JSON.fullmatch(said.get(b"content-type", b"").strip()):
        raise UnsupportedMediaType("Send the body as JSON, with the header Content-Type: application/json.")
    return body


def too_large() -> MiningError:
    """The refusal of a body that exceeds the limit."""
    return PayloadTooLarge("The body is larger than 1 MiB.", limit=MOST_BODY)


async def _received(receive: Receive) -> bytes:
    chunks: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise PayloadTooLarge("The connection ended before the body did.")
        chunk = message.get("body", b"")
        size += len(chunk)
        if size <= MOST_BODY:
            chunks.append(chunk)
        if size > MOST_DRAINED or (size > MOST_BODY and not message.get("more_body", False)):
            raise too_large()
        if not message.get("more_body", False):
            return b"".join(chunks)
