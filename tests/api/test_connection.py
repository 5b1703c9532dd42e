"""One HTTP connection: what is not body is counted, and who does not read is not read from."""

import socket
import struct
import time
from contextlib import suppress

import pytest

from mining.api import limits
from mining.api.peers import Peers
from tests.api.bare_serving import bare_served
from tests.api.paper_rig import PaperRig, a_miner
from tests.api.serving import everything, served
from tests.api.test_websocket import HANDSHAKE
from tests.daemons import wait_for

CHUNKED = b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
GET = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
LAST = b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"


def statuses(answers: bytes) -> list[int]:
    """The status of each answer in what a connection gave."""
    return [int(each[:3]) for each in answers.split(b"HTTP/1.1 ")[1:]]


@pytest.mark.parametrize(
    "flood",
    [
        b"2\r\n{}\r\n0\r\n" + b"a: b\r\n" * 11_000,
        b"2\r\n{}\r\n0\r\na: " + b"b" * 66_000,
        b"2;" + b"a" * 66_000,
        b"1;a=b\r\n{\r\n" * 7_000,
        b"1\r\n \r\n" * 11_000,
    ],
    ids=["many trailers", "a long trailer", "a long extension", "many extensions", "many tiny chunks"],
)
def test_what_is_not_body_is_counted_wherever_it_stands(flood: bytes) -> None:
    with bare_served() as server, server.connect() as peer:
        with suppress(OSError):  # it may have had enough before the end
            peer.sendall(CHUNKED + b"\r\n" + flood)
        assert peer.recv(12) == b"HTTP/1.1 413"


def test_chunks_of_an_ordinary_size_may_be_many() -> None:
    body = b"400\r\n" + b"x" * 1024 + b"\r\n"
    with bare_served() as server, server.connect() as peer:
        peer.sendall(CHUNKED + b"Connection: close\r\n\r\n" + body * 1024 + b"0\r\n\r\n")
        assert statuses(everything(peer)) == [200]


def test_after_the_header_nothing_is_a_header() -> None:
    with bare_served() as server, server.connect() as peer:
        peer.sendall(CHUNKED + b"Connection: close\r\nA: b\r\n\r\n0\r\nOrigin: http://localhost\r\nC: d\r\n\r\n")
        everything(peer)
        names = {name for name, _ in server.scopes[0]["headers"]}
    assert names == {b"host", b"transfer-encoding", b"connection", b"a"}


@pytest.mark.parametrize("rest", [b"zz\r\n", b"2\r\n{}x\r\n", b"fffffffffffffffff\r\n", b"-1\r\n"])
def test_a_chunked_body_that_breaks_is_answered(rest: bytes) -> None:
    with bare_served() as server, server.connect() as peer:
        peer.sendall(CHUNKED + b"\r\n5\r\n{    \r\n" + rest)
        answer = everything(peer)
    assert statuses(answer) == [400]
    assert b'"code":"INVALID_REQUEST"' in answer


@pytest.mark.parametrize("last", [b"nonsense\r\n\r\n", CHUNKED + b"\r\nzz\r\n"])
def test_what_is_broken_behind_other_requests_is_answered_after_them(last: bytes) -> None:
    with bare_served(pause=0.05) as server, server.connect() as peer:
        peer.sendall(GET * 2 + last)
        assert statuses(everything(peer)) == [200, 200, 400]


def test_a_body_that_breaks_after_its_answer_ends_the_connection_without_a_second_one() -> None:
    with served(PaperRig()) as here, socket.create_connection(("127.0.0.1", here.port), timeout=60) as peer:
        peer.sendall(CHUNKED.replace(b"localhost", b"evil.example") + b"\r\n")
        assert peer.recv(12) == b"HTTP/1.1 421"
        with suppress(OSError):
            peer.sendall(b"zz\r\n")
        assert b"HTTP/1.1 400" not in everything(peer)


def test_who_goes_while_one_of_several_answers_is_made_is_no_crash(caplog: pytest.LogCaptureFixture) -> None:
    with bare_served(pause=0.3) as server:
        peer = server.connect()
        peer.sendall(GET * 3)
        wait_for(lambda: server.scopes, 5, "the first to be answered")
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # it goes without a word
        peer.close()
        wait_for(lambda: not server.connections, 5, "it to be gone")
        time.sleep(0.5)
    assert [record.getMessage() for record in caplog.records if record.name == "uvicorn.error"] == []


@pytest.mark.parametrize("count", [3, 400, 4000])
def test_pipelined_requests_are_all_answered_in_turn(count: int) -> None:
    with bare_served(pause=0.0 if count > 400 else 0.001) as server, server.connect() as peer:
        waiting, got = memoryview(GET * (count - 1) + LAST), bytearray()
        while waiting:
            part, waiting = waiting[:20_000], waiting[20_000:]
            peer.sendall(part)
            peer.settimeout(0.001)
            with suppress(TimeoutError):
                got += peer.recv(1 << 20)
            peer.settimeout(60)
        got += everything(peer)
    assert statuses(bytes(got)) == [200] * count


def test_who_reads_no_answers_is_not_read_from() -> None:
    small, sent = 16 * 1024, 0
    flood = memoryview(GET * 2000)
    with bare_served(send_buffer=small) as server, server.connect(receive_buffer=small) as peer:
        peer.settimeout(1.5)
        with suppress(OSError):
            while sent < 64 * 1024 * 1024:
                sent += peer.send(flood)
        answered = len(server.scopes)
    assert sent < len(GET) * answered + 8 * 1024 * 1024, f"it took {sent} bytes for {answered} answers"


def test_who_takes_nothing_of_an_answer_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ANSWER_TIME", 0.5)
    with bare_served(b"x" * 32 * 1024 * 1024) as server, server.connect(receive_buffer=4096) as peer:
        peer.sendall(GET)
        assert peer.recv(9) == b"HTTP/1.1 "
        wait_for(lambda: not server.connections, 5, "it to be cut off")


@pytest.mark.slow
def test_who_takes_an_answer_slowly_gets_all_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "IDLE_TIME", 0.1)
    monkeypatch.setattr(limits, "CLOSING_TIME", 5.0)
    size = 8 * 1024**2
    with bare_served(b"x" * size, send_buffer=65536) as server, server.connect(receive_buffer=65536) as peer:
        peer.sendall(LAST)
        got = 0
        while chunk := peer.recv(65536):
            got += len(chunk)
            time.sleep(0.04)
    assert got > size


def test_an_idle_connection_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "IDLE_TIME", 0.2)
    with bare_served() as server, server.connect() as peer:
        peer.sendall(GET)
        assert statuses(everything(peer)) == [200]


def test_a_closed_connection_whose_client_reads_nothing_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CLOSING_TIME", 0.2)
    with bare_served(b"x" * 32 * 1024**2) as server, server.connect(receive_buffer=4096) as peer:
        peer.sendall(LAST)
        assert peer.recv(9) == b"HTTP/1.1 "
        wait_for(lambda: not server.connections, 5, "it to end")


def test_connections_that_are_over_do_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_CONNECTIONS", 2)
    with served(PaperRig(a_miner())) as here:
        for _ in range(5):
            with socket.create_connection(("127.0.0.1", here.port), timeout=60) as peer:
                peer.sendall(HANDSHAKE)
                assert peer.recv(12) == b"HTTP/1.1 101"
            assert wait_for(lambda: here.ask("/info").status_code == 200, 5, "room for another")


def test_other_machines_have_few_connections_each_and_the_owner_always_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_CONNECTIONS", 5)
    monkeypatch.setattr(limits, "MOST_OF_A_PEER", 2)
    peers = Peers()
    assert [peers.enter("192.0.2.1") is None for _ in range(3)] == [True, True, False]
    assert [peers.enter("127.0.0.1") is None for _ in range(4)] == [True, True, True, False]
    assert peers.enter("unix:1000:alice") is None
    peers.leave("unix:1000:alice")
    peers.leave("192.0.2.1")
    assert peers.enter("192.0.2.1") is None
    for peer in ("192.0.2.1", "192.0.2.1", "127.0.0.1", "127.0.0.1", "127.0.0.1"):
        peers.leave(peer)
    assert peers == Peers()


@pytest.mark.parametrize(
    ("peers_of_one", "another"),
    [
        (("2001:db8::1", "2001:db8::2", "2001:db8:0:0:ffff::3"), "2001:db8:0:1::1"),
        (("::ffff:192.0.2.1", "192.0.2.1", "::ffff:c000:201"), "::ffff:192.0.2.2"),
    ],
    ids=["of IPv6 a network", "IPv4 in IPv6 is IPv4"],
)
def test_who_has_many_addresses_has_no_more_connections(
    peers_of_one: tuple[str, ...], another: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_OF_A_PEER", 2)
    peers = Peers()
    assert [peers.enter(each) is None for each in peers_of_one] == [True, True, False]
    assert peers.enter(another) is None
    for each in (*peers_of_one[:2], another):
        peers.leave(each)
    assert peers == Peers()
