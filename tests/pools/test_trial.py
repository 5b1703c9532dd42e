"""A test of a pool: real listeners with and without TLS, and a network on paper that notes where it is sent."""

import asyncio
import json
import ssl
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from mining.domain.destination import forbidden_address, forbidden_port
from mining.domain.payout.pool_catalogue import entries
from mining.domain.pools import PoolTrial
from mining.foundation import platform
from mining.pools.network import Internet
from mining.pools.trial import try_pool

CERTIFICATES = Path(__file__).with_name("certificates")
FINGERPRINT = "83bd1d9a67738c023fa7e5f2b456fbbb694d8ea46ca9a34f5f94a1306236c0e4"
WALLET = "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"
FORBIDDEN = (
    "169.254.169.254", "169.254.0.1", "169.254.255.255", "0.0.0.0", "0.1.2.3", "224.0.0.1", "239.255.255.250",
    "255.255.255.255", "240.0.0.1", "100.100.100.200", "168.63.129.16", "192.0.0.192", "::", "fe80::1", "fe80::1%eth0",
    "fec0::1", "ff02::1", "fd00:ec2::254", "fd20:ce::254", "::ffff:169.254.169.254", "::ffff:0.0.0.0",
    "::ffff:224.0.0.1", "64:ff9b::169.254.169.254", "2002:a9fe:a9fe::1", "::169.254.169.254",
    "2001:0:a9fe:a9fe::1", "::ffff:0:169.254.169.254", "::ffff:0:0:0",
)  # fmt: skip
SPELLED = (
    "2852039166:3333",
    "0xa9fea9fe:3333",
    "0xa9.0xfe.0xa9.0xfe:3333",
    "0251.0376.0251.0376:3333",
    "169.16689662:3333",
    "0:3333",
)
PORTS = (22, 25, 53, 110, 143, 445, 1, 1023, 2375, 3306, 5432, 6379, 11211)


class PaperNetwork:
    """Resolves as it is told and notes each connection; on the machine itself they are real."""

    def __init__(self, *answers: Sequence[str]) -> None:
        self.answers = list(answers)
        self.connected: list[str] = []

    async def resolve(self, host: str, port: int) -> Sequence[str]:
        return self.answers.pop(0)

    async def connect(self, address: str, port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        self.connected.append(address)
        if address != "127.0.0.1":  # a guard that fails must cost no connection
            raise ConnectionRefusedError
        return await Internet().connect(address, port)


class Sees(Internet):
    """The real resolver; connecting is only noted."""

    def __init__(self) -> None:
        self.connected: list[str] = []

    async def connect(self, address: str, port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        self.connected.append(address)
        raise ConnectionRefusedError


@asynccontextmanager
async def pool(answer: bytes | None = None, tls: bool = False, heard: list[bytes] | None = None) -> AsyncIterator[int]:
    """A listener that says something to the first line, or at once when `heard` is None, or nothing at all."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            if heard is not None:
                heard.append(await reader.readline())
            if answer is not None:
                writer.write(answer)
                await writer.drain()
            await reader.read()
        except OSError:
            pass
        finally:
            writer.close()

    context = None
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATES / "localhost.crt", CERTIFICATES / "localhost.key")
    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()


def trial(port: int, **more: object) -> PoolTrial:
    return PoolTrial(pool=f"127.0.0.1:{port}", **more)


@pytest.mark.parametrize("address", FORBIDDEN)
async def test_never_connects_to_a_forbidden_address(address: str) -> None:
    network = PaperNetwork([address])
    found = await try_pool(PoolTrial(pool="pool.example:3333"), network=network)
    assert (found.result, found.address, network.connected) == ("forbidden", None, [])


@pytest.mark.parametrize("spelled", SPELLED)
async def test_never_connects_to_one_that_is_spelled_in_a_strange_way(spelled: str) -> None:
    network = Sees()
    found = await try_pool(PoolTrial(pool=spelled), network=network)
    assert (found.result, network.connected) == ("forbidden", [])


async def test_a_forbidden_address_of_version_6_in_brackets_is_refused() -> None:
    network = Sees()
    found = await try_pool(PoolTrial(pool="[::ffff:169.254.169.254]:3333"), network=network)
    assert (found.result, network.connected) == ("forbidden", [])


@pytest.mark.parametrize("port", PORTS)
async def test_a_port_of_another_service_is_not_even_resolved(port: int) -> None:
    network = PaperNetwork()
    found = await try_pool(PoolTrial(pool=f"pool.example:{port}"), network=network)
    assert (found.result, network.connected) == ("forbidden", [])


def test_no_pool_of_the_catalogue_is_at_a_refused_port() -> None:
    assert [port for entry in entries() for port in entry.ports if forbidden_port(port)] == []


def test_this_machine_and_its_private_network_may_be_tested() -> None:
    near = ("127.0.0.1", "::1", "10.0.0.1", "192.168.1.5", "172.16.0.9", "fd12::1", "::ffff:192.168.1.5", "8.8.8.8")
    assert [forbidden_address(address) for address in near] == [None] * len(near)


async def test_a_name_that_resolves_to_something_else_the_second_time_gains_nothing() -> None:
    async with pool() as port:
        network = PaperNetwork(["127.0.0.1"], ["169.254.169.254"])
        found = await try_pool(PoolTrial(pool=f"pool.example:{port}"), network=network)
        assert (found.result, found.address) == ("reachable", "127.0.0.1")
        assert network.connected == ["127.0.0.1"] * 3
        assert len(network.answers) == 1


async def test_one_forbidden_address_among_good_ones_refuses_the_name() -> None:
    network = PaperNetwork(["127.0.0.1", "169.254.169.254"])
    assert (await try_pool(PoolTrial(pool="pool.example:3333"), network=network)).result == "forbidden"
    assert network.connected == []


async def test_connecting_is_measured_and_what_the_other_side_says_is_not_told() -> None:
    async with pool(b"220 secret banner\r\n") as port:
        begun = time.perf_counter()
        found = await try_pool(trial(port))
        took = 1000 * (time.perf_counter() - begun)
    assert found.result == "reachable"
    assert found.connect_ms is not None
    assert 0 < found.connect_ms <= took + 1
    assert (found.tls, found.tls_ms, found.tls_fingerprint, found.login) == (False, None, None, None)
    assert "secret" not in json.dumps(found.to_json())


async def test_a_port_where_nobody_listens_refuses() -> None:
    async with pool() as port:
        pass
    assert (await try_pool(trial(port))).result == "refused"


async def test_a_name_without_an_address_is_unresolved() -> None:
    assert (await try_pool(PoolTrial(pool="pool.invalid:3333"), network=PaperNetwork([]))).result == "unresolved"


async def test_a_silent_address_times_out() -> None:
    class Silent(PaperNetwork):
        async def connect(self, address: str, port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
            await asyncio.sleep(60)
            raise AssertionError

    found = await try_pool(PoolTrial(pool="pool.example:3333"), network=Silent(["127.0.0.1"]), limit=0.05)
    assert (found.result, found.connect_ms) == ("timeout", None)


async def shows_its_certificate() -> None:
    async with pool(tls=True) as port:
        found = await try_pool(trial(port, tls=True))
        assert found.result == "reachable"
        assert found.tls_ms is not None
        assert found.tls_fingerprint == FINGERPRINT
        same = await try_pool(trial(port, tls=True, tls_fingerprint=FINGERPRINT.upper()))
        assert same.result == "reachable"
        other = await try_pool(trial(port, tls=True, tls_fingerprint="0" * 64))
        assert (other.result, other.tls_fingerprint) == ("tls_error", FINGERPRINT)


async def test_a_certificate_is_shown_and_compared_with_a_fingerprint() -> None:
    await shows_its_certificate()


def test_it_does_so_in_the_loop_that_the_daemon_uses() -> None:
    platform.run(shows_its_certificate())


async def test_plain_stratum_where_tls_was_expected_is_an_error_of_tls() -> None:
    async with pool(b'{"id":1,"result":null}\n') as port:
        assert (await try_pool(trial(port, tls=True))).result == "tls_error"


async def test_a_peer_that_is_silent_in_the_handshake_times_out() -> None:
    async with pool() as port:
        found = await try_pool(trial(port, tls=True), limit=1.0)
    assert (found.result, found.login) == ("timeout", None)
    assert found.connect_ms is not None


@pytest.mark.parametrize(
    ("said", "verdict", "text"),
    [
        (b'{"id":1,"jsonrpc":"2.0","error":null,"result":{"id":"x","status":"OK"}}\n', "answered", None),
        (b'{"method":"job","params":{}}\n{"id":1,"result":{"id":"x"}}\n', "answered", None),
        (b'{"id":1,"error":{"code":-1,"message":"Invalid \\u001b[1maddress"}}\n', "refused", "Invalid  [1maddress"),
        (b'{"id":1,"error":{"code":-1}}\n', "refused", "without a reason"),
        (b"220 mail.example ESMTP\r\n", "no_answer", None),
        (b"[" * 60000 + b"\n", "no_answer", None),
        (b"x" * 200_000, "no_answer", None),
    ],
)
async def test_a_login_is_answered_refused_or_not_understood(said: bytes, verdict: str, text: str | None) -> None:
    heard: list[bytes] = []
    async with pool(said, heard=heard) as port:
        found = await try_pool(trial(port, wallet=WALLET, coin="XMR"))
    assert (found.result, found.login, found.login_text) == ("reachable", verdict, text)
    assert found.wording is not None
    assert found.wording.text == found.text
    unsaid = "login_refused_unsaid" if text == "without a reason" else "login_refused"
    codes = {"answered": "login_answered", "no_answer": "login_unanswered", "refused": unsaid}
    assert found.wording.message == f"pool_test.{codes[verdict]}"
    assert found.wording.params.get("words", text) == text
    asked = next(json.loads(line) for line in heard if line)
    assert (asked["method"], asked["params"]["login"], asked["params"]["rigid"]) == ("login", WALLET, "pool-test")


async def test_other_coins_are_logged_in_to_with_the_words_of_stratum() -> None:
    heard: list[bytes] = []
    said = b'{"id":1,"result":[[],"00",4],"error":null}\n{"id":2,"result":false,"error":[24,"Unauthorized",null]}\n'
    async with pool(said, heard=heard) as port:
        found = await try_pool(trial(port, wallet="anybody", coin="RVN"))
    assert (found.login, found.login_text) == ("refused", "Unauthorized")
    assert json.loads(next(line for line in heard if line))["method"] == "mining.subscribe"


async def test_a_pool_that_says_nothing_to_a_login_is_reachable_all_the_same() -> None:
    async with pool(heard=[]) as port:
        found = await try_pool(trial(port, wallet=WALLET), limit=1.0)
    assert (found.result, found.login) == ("reachable", "no_answer")
