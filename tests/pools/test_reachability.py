"""Whether a pool accepts a connection: real listeners, a silent one, and a small SOCKS5 server."""

import asyncio
import socket
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager

import pytest

from mining.domain.errors import PoolUnreachable
from mining.domain.pool import Pool, parse_pool
from mining.pools.network import Internet, Network
from mining.pools.reachability import reach_any
from tests.pools.test_trial import FORBIDDEN


@contextmanager
def refusing() -> Iterator[int]:
    """A port that is bound but not listened on."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        yield bound.getsockname()[1]


@contextmanager
def silent() -> Iterator[int]:
    """A port whose queue is full, so that it answers nothing to a connection."""
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        waiting = [socket.socket() for _ in range(4)]
        try:
            for one in waiting:
                one.setblocking(False)
                one.connect_ex(full.getsockname())
            yield full.getsockname()[1]
        finally:
            for one in waiting:
                one.close()


@asynccontextmanager
async def accepting(heard: list[bytes]) -> AsyncIterator[int]:
    """A pool that accepts and notes what it is told."""

    async def hear(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append(await reader.read(100))
        writer.close()

    async with await asyncio.start_server(hear, "127.0.0.1", 0) as server:
        yield server.sockets[0].getsockname()[1]


@asynccontextmanager
async def socks5(verdict: int, asked: list[tuple[bytes, int]]) -> AsyncIterator[int]:
    """A SOCKS5 proxy that notes where a client wants to go and answers with this verdict."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        _, methods = await reader.readexactly(2)
        await reader.readexactly(methods)
        writer.write(b"\x05\x00")
        head = await reader.readexactly(5)
        host = await reader.readexactly(head[4]) if head[3] == 3 else head[4:5] + await reader.readexactly(3)
        asked.append((host, int.from_bytes(await reader.readexactly(2), "big")))
        writer.write(bytes([5, verdict, 0, 1, 0, 0, 0, 0, 0, 0]))
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        yield server.sockets[0].getsockname()[1]


def pools(*ports: int) -> list[Pool]:
    return [Pool(pool=f"127.0.0.1:{port}") for port in ports]


async def test_a_pool_that_accepts_is_told_nothing() -> None:
    heard: list[bytes] = []
    async with accepting(heard) as port:
        await reach_any(pools(port))
        async with asyncio.timeout(30):
            while not heard:
                await asyncio.sleep(0.01)
    assert heard == [b""]


async def test_a_refusal_is_said_at_once_and_names_the_pool() -> None:
    with refusing() as port:
        with pytest.raises(PoolUnreachable) as caught:
            await reach_any(pools(port))
        assert caught.value.details["pools"] == {f"127.0.0.1:{port}": "connection refused"}


@pytest.mark.slow
async def test_one_good_pool_among_silent_and_refusing_ones_is_enough_and_found_at_once() -> None:
    async with accepting([]) as good:
        with refusing() as refused, silent() as quiet:
            waiting = asyncio.create_task(reach_any(pools(quiet)))
            await reach_any(pools(quiet, refused, good))
            assert not waiting.done(), "the good one was tried only after the silent one"
            with pytest.raises(PoolUnreachable):
                await waiting


@pytest.mark.slow
async def test_silent_pools_are_tried_at_once_and_given_up_after_three_seconds() -> None:
    with silent() as one, silent() as two, refusing() as three:
        begun = time.monotonic()

        async def refused_after(*ports: int) -> tuple[float, PoolUnreachable]:
            with pytest.raises(PoolUnreachable) as caught:
                await reach_any(pools(*ports))
            return time.monotonic() - begun, caught.value

        (single, _), (several, error) = await asyncio.gather(refused_after(one), refused_after(one, two, three))
        assert single > 2.5, "it was given up too early"
        assert several < 1.5 * single, "one after the other they would take twice as long"
    assert sorted(error.details["pools"].values()) == ["connection refused", *["no answer within 3 s"] * 2]


async def test_the_proxy_is_asked_for_the_name_and_never_goes_around() -> None:
    asked: list[tuple[bytes, int]] = []
    async with socks5(0, asked) as proxy:
        await reach_any([Pool(pool="pool.invalid:3333", proxy=f"socks5://127.0.0.1:{proxy}")])
    assert asked == [(b"pool.invalid", 3333)]


async def test_a_proxy_that_cannot_reach_the_pool_is_blamed_in_its_own_words() -> None:
    async with socks5(5, []) as proxy:
        with pytest.raises(PoolUnreachable, match="through the proxy"):
            await reach_any([Pool(pool="pool.invalid:3333", proxy=f"socks5://127.0.0.1:{proxy}")])


async def test_a_proxy_that_is_not_there_makes_the_pool_unreachable() -> None:
    with refusing() as port, pytest.raises(PoolUnreachable):
        await reach_any([Pool(pool="pool.invalid:3333", proxy=f"socks5://127.0.0.1:{port}")])


class PaperNetwork:
    """Resolves every name as it is told and notes each connection; on the machine itself they are real."""

    def __init__(self, *addresses: str) -> None:
        self.addresses = addresses
        self.connected: list[str] = []

    async def resolve(self, host: str, port: int) -> Sequence[str]:
        return self.addresses

    async def connect(self, address: str, port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        self.connected.append(address)
        if address != "127.0.0.1":  # a guard that fails must cost no connection
            raise OSError(101, "Network is unreachable")
        return await Internet().connect(address, port)


async def problem_of(network: Network, pool: str = "pool.example:3333", near: bool = True, **more: str) -> str:
    """What is said of one pool that is not reached."""
    with pytest.raises(PoolUnreachable) as caught:
        await reach_any([Pool(pool=pool, **more)], network, near)
    (problem,) = caught.value.details["pools"].values()
    return str(problem)


@pytest.mark.parametrize("address", FORBIDDEN)
async def test_the_check_of_a_start_never_connects_to_a_forbidden_address_whatever_else_the_name_has(
    address: str,
) -> None:
    network = PaperNetwork("127.0.0.1", address)
    assert " is " in (said := await problem_of(network)) or " tells " in said or " stands " in said, said
    assert network.connected == []


@pytest.mark.parametrize("port", [22, 25, 53, 2375, 6379])
async def test_the_check_of_a_start_never_asks_another_service(port: int) -> None:
    network = PaperNetwork("127.0.0.1")
    assert "belongs to another service" in await problem_of(network, f"pool.example:{port}")
    proxied = await problem_of(network, proxy=f"socks5://proxy.example:{port}")
    assert "through the proxy" in proxied
    assert "belongs to another service" in proxied
    assert network.connected == []


@pytest.mark.parametrize("pool", ["169.254.169.254:3333", "[::ffff:169.254.169.254]:3333", "pool.example:22"])
async def test_a_proxy_is_not_asked_for_what_we_may_not_ask_ourselves(pool: str) -> None:
    asked: list[tuple[bytes, int]] = []
    async with socks5(0, asked) as proxy:
        await problem_of(Internet(), pool, proxy=f"socks5://127.0.0.1:{proxy}")
    assert asked == []


async def test_whoever_may_not_look_around_here_has_nothing_here_tried() -> None:
    async with accepting([]) as port:
        for address in ("127.0.0.1", "192.168.1.5", "fd12::1", "::ffff:10.0.0.1"):
            network = PaperNetwork(address)
            assert "on this machine or beside it" in await problem_of(network, f"pool.example:{port}", near=False)
            assert network.connected == []
        await reach_any(pools(port), near=True)


async def test_a_name_of_which_the_first_address_cannot_be_reached_from_here_is_reached_by_the_next() -> None:
    async with accepting([]) as port:
        network = PaperNetwork("2001:db8::1", "127.0.0.1")
        await reach_any([Pool(pool=f"pool.example:{port}")], network)
    assert sorted(network.connected) == ["127.0.0.1", "2001:db8::1"]


async def test_nothing_that_a_stranger_behind_the_proxy_s_port_says_is_told() -> None:
    async def speak(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"SSH-2.0-secret")
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(speak, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        said = await problem_of(Internet(), proxy=f"socks5://127.0.0.1:{port}")
    assert said == "through the proxy: it does not let us through"


async def test_a_host_with_a_dot_at_its_end_is_the_same_host() -> None:
    assert {parse_pool(f"pool.example{dots}:3333").endpoint for dots in ("", ".", "..")} == {"pool.example:3333"}
