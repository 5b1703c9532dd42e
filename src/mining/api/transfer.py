"""How an answer goes over the wire: not again where the client has it, and smaller where it is large."""

import asyncio
import gzip
from hashlib import sha256

from mining.api.answer import Answer
from mining.api.asgi import Header, Scope

LARGE = 16 * 1024  # bytes, from which compression is worth its time


def tag(content: bytes) -> Header:
    """The header that names this content."""
    return b"etag", b'"' + sha256(content).hexdigest()[:32].encode() + b'"'


async def transferred(scope: Scope, answer: Answer) -> Answer:
    """The answer as this client takes it."""
    own = next((value for name, value in answer.headers if name == b"etag"), None)
    if own is not None and own in _sent(scope, b"if-none-match"):
        plain_headers = tuple(header for header in answer.headers if header[0] != b"content-type")
        return Answer(b"", 304, plain_headers)
    if len(answer.body) < LARGE or b"gzip" not in _sent(scope, b"accept-encoding"):
        return answer
    own_vary = any(name == b"vary" for name, _ in answer.headers)
    vary = () if own_vary else ((b"vary", b"Accept-Encoding"),)
    headers = (*answer.headers, (b"content-encoding", b"gzip"), *vary)
    packed = answer.packed
    if packed is None:
        packed = await asyncio.to_thread(gzip.compress, answer.body, 1, mtime=0)  # others are served meanwhile
    return Answer(packed, answer.status, headers)


def _sent(scope: Scope, wanted: bytes) -> bytes:
    return b",".join(value for name, value in scope["headers"] if name == wanted)
