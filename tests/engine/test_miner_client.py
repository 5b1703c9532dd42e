"""Asking a miner's API: a real server that is slow, endless, elsewhere, or not there."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest

from mining.domain.adapter import ApiRequest, ApiResponse
from mining.engine.supervision.miner_client import MOST, ask, ask_all


@asynccontextmanager
async def api(answers: dict[str, bytes], seen: list[bytes]) -> AsyncIterator[int]:
    """Answers each path with these raw bytes; an unknown path with nothing."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        request = await reader.readuntil(b"\r\n\r\n")
        seen.append(request)
        path = request.split()[1].decode()
        if path in answers:
            writer.write(answers[path])
            with suppress(OSError):
                await writer.drain()
        else:
            await asyncio.sleep(3600)
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()


def http(body: bytes, status: str = "200 OK", *headers: str) -> bytes:
    head = "\r\n".join([f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers])
    return f"{head}\r\n\r\n".encode() + body


async def test_an_answer_comes_with_its_status_and_the_headers_were_sent() -> None:
    seen: list[bytes] = []
    async with api({"/a": http(b"[1]", "403 No")}, seen) as port:
        reply = await ask(port, ApiRequest("/a", "POST", {"Authorization": "Bearer t"}, b"{}"))
    assert reply == ApiResponse(403, b"[1]")
    assert seen[0].startswith(b"POST /a ")
    assert b"Authorization: Bearer t" in seen[0]


@pytest.mark.parametrize("size", [MOST + 1, 10_000_000])
async def test_an_answer_that_is_too_long_is_garbage_and_not_collected(size: int) -> None:
    async with api({"/a": http(b"x" * size), "/b": http(b"y" * MOST)}, []) as port:
        assert await ask(port, ApiRequest("/a")) == ApiResponse(200, b"")
        assert await ask(port, ApiRequest("/b")) == ApiResponse(200, b"y" * MOST)


async def test_a_redirect_is_not_followed() -> None:
    seen: list[bytes] = []
    async with api({"/a": http(b"", "302 Found", "Location: /b"), "/b": http(b"secret")}, seen) as port:
        reply = await ask(port, ApiRequest("/a"))
    assert reply is not None
    assert (reply.status, reply.body, len(seen)) == (302, b"", 1)


@pytest.mark.parametrize("raw", [b"garbage\r\n\r\n", b"\0" * 70_000, b"[1]", b"SSH-2.0-OpenSSH\r\n"])
async def test_what_is_not_http_is_garbage(raw: bytes) -> None:
    async with api({"/a": raw}, []) as port:
        reply = await ask(port, ApiRequest("/a"))
    assert reply is not None
    assert reply.body == b""


async def test_a_connection_that_is_closed_without_a_word_is_no_answer() -> None:
    async with api({"/a": b""}, []) as port:
        assert await ask(port, ApiRequest("/a")) is None


async def test_an_answer_that_is_sent_twice_is_read_once() -> None:
    async with api({"/a": http(b"[1]") * 2}, []) as port:
        assert await ask(port, ApiRequest("/a")) == ApiResponse(200, b"[1]")


@pytest.mark.slow
async def test_a_slow_answer_is_given_up_and_the_rest_is_not_asked() -> None:
    seen: list[bytes] = []
    async with api({}, seen) as port:
        begun = time.monotonic()
        async with asyncio.timeout(60):
            assert await ask_all(port, [ApiRequest("/slow"), ApiRequest("/slow2"), ApiRequest("/slow3")]) == [
                None,
                None,
                None,
            ]
        assert time.monotonic() - begun > 1.5, "it was given up too early"
    assert len(seen) == 1


@pytest.mark.parametrize("port", [0, -1, 65536, 1])
async def test_nobody_there_is_no_answer(port: int) -> None:
    assert await ask(port, ApiRequest("/a")) is None


async def test_no_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    async with api({"/a": http(b"x")}, []) as port:
        assert await ask(port, ApiRequest("/a")) == ApiResponse(200, b"x")
