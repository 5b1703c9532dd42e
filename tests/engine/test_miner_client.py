"""Asking a miner's API: a real server that is slow, endless, elsewhere, or not there."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest

from mining.domain.adapter import ApiResponse, HttpRequest, TcpRequest
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
        reply = await ask(port, HttpRequest("/a", "POST", {"Authorization": "Bearer t"}, b"{}"))
    assert reply == ApiResponse(403, b"[1]")
    assert seen[0].startswith(b"POST /a ")
    assert b"Authorization: Bearer t" in seen[0]


@pytest.mark.parametrize("size", [MOST + 1, 10_000_000])
async def test_an_answer_that_is_too_long_is_garbage_and_not_collected(size: int) -> None:
    async with api({"/a": http(b"x" * size), "/b": http(b"y" * MOST)}, []) as port:
        assert await ask(port, HttpRequest("/a")) == ApiResponse(200, b"")
        assert await ask(port, HttpRequest("/b")) == ApiResponse(200, b"y" * MOST)


async def test_a_redirect_is_not_followed() -> None:
    seen: list[bytes] = []
    async with api({"/a": http(b"", "302 Found", "Location: /b"), "/b": http(b"secret")}, seen) as port:
        reply = await ask(port, HttpRequest("/a"))
    assert reply is not None
    assert (reply.status, reply.body, len(seen)) == (302, b"", 1)


@pytest.mark.parametrize("raw", [b"garbage\r\n\r\n", b"\0" * 70_000, b"[1]", b"SSH-2.0-OpenSSH\r\n"])
async def test_what_is_not_http_is_garbage(raw: bytes) -> None:
    async with api({"/a": raw}, []) as port:
        reply = await ask(port, HttpRequest("/a"))
    assert reply is not None
    assert reply.body == b""


async def test_a_connection_that_is_closed_without_a_word_is_no_answer() -> None:
    async with api({"/a": b""}, []) as port:
        assert await ask(port, HttpRequest("/a")) is None


async def test_an_answer_that_is_sent_twice_is_read_once() -> None:
    async with api({"/a": http(b"[1]") * 2}, []) as port:
        assert await ask(port, HttpRequest("/a")) == ApiResponse(200, b"[1]")


@pytest.mark.slow
async def test_a_slow_answer_is_given_up_and_the_rest_is_not_asked() -> None:
    seen: list[bytes] = []
    async with api({}, seen) as port:
        begun = time.monotonic()
        async with asyncio.timeout(60):
            assert await ask_all(port, [HttpRequest("/slow"), HttpRequest("/slow2"), HttpRequest("/slow3")]) == [
                None,
                None,
                None,
            ]
        assert time.monotonic() - begun > 1.5, "it was given up too early"
    assert len(seen) == 1


@pytest.mark.parametrize("port", [0, -1, 65536, 1])
async def test_nobody_there_is_no_answer(port: int) -> None:
    assert await ask(port, HttpRequest("/a")) is None


async def test_no_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    async with api({"/a": http(b"x")}, []) as port:
        assert await ask(port, HttpRequest("/a")) == ApiResponse(200, b"x")


# ——— plain TCP


@asynccontextmanager
async def tcp(pieces: list[bytes], seen: list[bytes], *, closes: bool = False, gap: float = 0.0) -> AsyncIterator[int]:
    """Answers a line with these pieces, then closes the connection or keeps it open."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        seen.append(await reader.readline())
        with suppress(OSError):
            for piece in pieces:
                writer.write(piece)
                await writer.drain()
                await asyncio.sleep(gap)
            if not closes:
                await reader.read()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()


@pytest.mark.parametrize(
    ("pieces", "closes", "body"),
    [
        ([b'{"result":[1]}\n'], False, b'{"result":[1]}'),  # Claymore's: a line, and the connection stays
        ([b'{"SUMMARY":[{}],"id":1}\0'], True, b'{"SUMMARY":[{}],"id":1}'),  # cgminer's: NUL, and it closes
        ([b'{"STATS":[{"a":1}{"b":2}]}\0'], False, b'{"STATS":[{"a":1}{"b":2}]}'),  # an ASIC's, which is no JSON
        ([b"NAME=cpuminer-opt;HS=", b"12.5|\0"], False, b"NAME=cpuminer-opt;HS=12.5|"),
        ([b"hashrate 5\n", b"more\n"], False, b"hashrate 5"),
        ([b'{\n "a": 1,\n "b": [2]\n}'], False, b'{\n "a": 1,\n "b": [2]\n}'),
        ([b'{"a":"}]', b'\\"}","b":[', b'{"c":"\\\\"}]}', b"\n"], False, b'{"a":"}]\\"}","b":[{"c":"\\\\"}]}'),
        ([b'{"a":"\\', b'"}"}'], False, b'{"a":"\\"}"}'),  # a piece ends between a backslash and what it is for
        ([b"\r\n", b" [1, [2]", b"] "], False, b"\r\n [1, [2]]"),
        ([b'{"a": 1'], True, b'{"a": 1'),  # cut off: its adapter will not understand it
        ([b"no end"], True, b"no end"),
        ([b"\n", b"after an empty line\n"], False, b"\nafter an empty line"),
    ],
)
async def test_a_reply_over_tcp_ends_where_its_program_ends_it(pieces: list[bytes], closes: bool, body: bytes) -> None:
    for gap in (0.0, 0.01):
        seen: list[bytes] = []
        async with asyncio.timeout(60), tcp(pieces, seen, closes=closes, gap=gap) as port:
            assert await ask(port, TcpRequest(b'{"command":"summary"}\n')) == ApiResponse(200, body)
        assert seen == [b'{"command":"summary"}\n']


async def test_a_reply_over_tcp_that_is_too_long_is_garbage_and_not_collected() -> None:
    long, longest = b"[" + b"1," * MOST, b'["' + b"x" * (MOST - 4) + b'"]'
    async with asyncio.timeout(60):
        async with tcp([long], []) as port:
            assert await ask(port, TcpRequest(b"a\n")) == ApiResponse(200, b"")
        async with tcp([longest], []) as port:
            assert await ask(port, TcpRequest(b"a\n")) == ApiResponse(200, longest)


async def test_a_connection_that_closes_without_a_word_is_no_answer_over_tcp_either() -> None:
    async with tcp([], [], closes=True) as port:
        assert await ask(port, TcpRequest(b"a\n")) is None


@pytest.mark.slow
async def test_a_reply_over_tcp_that_never_ends_is_given_up() -> None:
    async with asyncio.timeout(60), tcp([b'{"a": 1'], []) as port:
        assert await ask_all(port, [TcpRequest(b"a\n"), TcpRequest(b"b\n")]) == [None, None]
