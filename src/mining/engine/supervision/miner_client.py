"""Asks miners over HTTP or plain TCP on loopback: one request a connection, at most 256 KiB and 2 s for an answer.

XMRig 6.26 answers a POST to /json_rpc twice on the same connection, which strict clients take for an error; here an
answer is complete as soon as its first message is, and what follows is not looked at.
"""

import asyncio
from collections.abc import Sequence
from contextlib import suppress

import httptools

from mining.domain.adapter import ApiRequest, ApiResponse, HttpRequest, TcpRequest
from mining.engine.supervision.text_reply import TextReply

MOST = 256 * 1024  # bytes of one answer
TIMEOUT = 2.0  # seconds for one answer


async def ask(port: int, request: ApiRequest) -> ApiResponse | None:
    """The answer to one request, None when there was none in time; empty where it is too long or no HTTP."""
    if not 1 <= port <= 65535:
        return None
    try:
        async with asyncio.timeout(TIMEOUT):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            try:
                if isinstance(request, TcpRequest):
                    writer.write(request.text)
                    return await _text(reader)
                writer.write(_wire(port, request))
                return await _answer(reader)
            finally:
                writer.transport.abort()
    except (TimeoutError, OSError):
        return None


async def ask_all(port: int, requests: Sequence[ApiRequest]) -> list[ApiResponse | None]:
    """The answers in order; when the first never came, the rest are not asked."""
    replies: list[ApiResponse | None] = []
    for request in requests:
        silent = bool(replies) and replies[0] is None
        replies.append(None if silent else await ask(port, request))
    return replies


class _Answer:
    """Collects what the parser finds."""

    def __init__(self) -> None:
        self.body = bytearray()
        self.complete = False
        self.begun = False

    def on_headers_complete(self) -> None:
        self.begun = True

    def on_body(self, body: bytes) -> None:
        if not self.complete:
            self.body += body

    def on_message_complete(self) -> None:
        self.complete = True


async def _answer(reader: asyncio.StreamReader) -> ApiResponse | None:
    answer = _Answer()
    parser = httptools.HttpResponseParser(answer)
    status = 0
    while not answer.complete:
        data = await reader.read(65536)
        if not data:
            break
        with suppress(httptools.HttpParserError):
            parser.feed_data(data)
            data = b""
        status = status or parser.get_status_code()
        if (data and not answer.complete) or len(answer.body) > MOST:
            return ApiResponse(status or 200, b"")
    return ApiResponse(status, bytes(answer.body)) if answer.begun else None


async def _text(reader: asyncio.StreamReader) -> ApiResponse | None:
    reply = TextReply()
    while not reply.complete and (data := await reader.read(65536)):
        reply.feed(data)
        if len(reply.body) > MOST:
            return ApiResponse(200, b"")
    return ApiResponse(200, bytes(reply.body)) if reply.body else None


def _wire(port: int, request: HttpRequest) -> bytes:
    body = request.body or b""
    headers = {"Host": f"127.0.0.1:{port}", "Connection": "close", **request.headers}
    if request.body is not None:
        headers["Content-Length"] = str(len(body))
    lines = [f"{request.method} {request.path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body
