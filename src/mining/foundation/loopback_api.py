"""The HTTP API of our own mining programs: loopback only, behind a token, one request a connection."""

import asyncio
import hmac
import json
from collections.abc import Awaitable, Callable

HEADER_LIMIT = 8 * 1024
_BODY_LIMIT = 64 * 1024
_TIMEOUT = 5.0  # s for a whole request
_WORDS = {200: "OK", 400: "Bad Request", 401: "Unauthorized", 404: "Not Found", 405: "Method Not Allowed"}

Answer = tuple[int, bytes]
Answerer = Callable[[str, str], Awaitable[Answer]]  # method, path


def answer_json(data: object, status: int = 200) -> Answer:
    """An answer of JSON."""
    return status, json.dumps(data, separators=(",", ":")).encode()


async def serve_loopback(port: int, token: str, answerer: Answerer) -> asyncio.Server:
    """Listen on 127.0.0.1 and pass on what carries the token; OSError when the port is taken."""

    async def connection(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(_TIMEOUT):
                request = await _request(reader, token)
            status, body = await answerer(*request) if isinstance(request, tuple) else answer_json({}, request)
            head = f"HTTP/1.1 {status} {_WORDS.get(status, 'Answer')}\r\nContent-Type: application/json\r\n"
            writer.write(f"{head}Content-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode() + body)
            await writer.drain()
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, OSError, TimeoutError):
            return  # whoever asked has gone, or never finished the question
        finally:
            writer.close()

    return await asyncio.start_server(connection, "127.0.0.1", port, limit=HEADER_LIMIT)


async def _request(reader: asyncio.StreamReader, token: str) -> tuple[str, str] | int:
    """Method and path of a request that may ask, or the status that refuses it."""
    lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
    first = lines[0].split(" ")
    length = headers.get("content-length", "0")
    if len(first) != 3 or not length.isascii() or not length.isdecimal() or len(length) > 6:
        return 400
    if int(length) > _BODY_LIMIT:
        return 400
    await reader.readexactly(int(length))
    credentials = headers.get("authorization", "")
    if not hmac.compare_digest(credentials.encode(), f"Bearer {token}".encode()):
        return 401
    return first[0], first[1]
