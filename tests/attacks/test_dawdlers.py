"""B5, L5: requests that no client sends, and hundreds of connections that send theirs slowly or not at all."""

import random
import socket
import statistics
import time
from contextlib import suppress

import pytest

from mining.api import limits
from tests.api.paper_rig import PaperRig, a_miner
from tests.api.serving import Served, everything, served

pytestmark = pytest.mark.slow
PATH = b"/api/v1/mining/miners"
GET = b"GET " + PATH + b" HTTP/1.1\r\nHost: localhost\r\n"
POST = b"POST " + PATH + b"/xmrig HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
GOOD = (
    GET + b"\r\n",
    POST + b'Content-Length: 29\r\n\r\n{"pool":"a:1","wallet":"some"}',
    POST + b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
)
BAD = (
    b"Host: localhost\r\n", b"Host: evil\r\n", b"Content-Length: 5\r\n", b"Content-Length: -1\r\n", b"\0",
    b"Content-Length: 99999999999999999999\r\n", b"Transfer-Encoding: chunked\r\n", b"Transfer-Encoding: gzip\r\n",
    b"Transfer-Encoding: chunked, chunked\r\n", b"\n", b"\r", b" \r\n", b": x\r\n", b"A B: c\r\n", b"X: \xff\r\n",
    b"Expect: 100-continue\r\n", b"Upgrade: websocket\r\n", b"Connection: upgrade\r\n", b"\r\n\r\n", b"zz\r\n", b"\0\0",
    b"-1\r\n", b"ffffffffffffffff\r\n", b"HTTP/9.9", b"GET ", b"\x16\x03\x01\x02\x00", b"X: " + b"x" * 20_000 + b"\r\n",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
)  # fmt: skip
SLOW = {b"GET / HT": 100, GET: 200, POST + b"Content-Length: 9\r\n\r\n{": 50, b"": 300}  # how many send that and wait


@pytest.mark.parametrize("count", [200, pytest.param(2000, marks=pytest.mark.long)])
def test_no_malformed_request_is_a_crash_or_waited_for_without_end(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "HEADER_TIME", 0.2)
    monkeypatch.setattr(limits, "BODY_TIME", 0.2)
    monkeypatch.setattr(limits, "IDLE_TIME", 0.2)
    chance = random.Random(count)
    statuses: dict[bytes, int] = {}
    with served(PaperRig(a_miner())) as here:
        for _ in range(count):
            sent = bytearray(chance.choice(GOOD))
            for _ in range(chance.randint(1, 3)):
                place = chance.randrange(len(sent))
                sent[place : place + chance.choice([0, 0, 1, 9])] = chance.choice(BAD)
            with socket.create_connection(("127.0.0.1", here.port), timeout=60) as peer, suppress(ConnectionError):
                peer.sendall(sent)
                got = everything(peer)  # TimeoutError: it was waited for
                status = got[9:12]
                statuses[status] = statuses.get(status, 0) + 1
                assert not status.startswith(b"5"), (bytes(sent[:300]), got[:300])
        assert here.ask("/miners").status_code == 200
    print(f"{count} requests:", ", ".join(f"{how} {status.decode() or 'cut off'}" for status, how in statuses.items()))
    assert statuses.get(b"400", 0) > count / 10, statuses


def test_hundreds_of_slow_connections_are_cut_off_and_delay_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "HEADER_TIME", 2.0)
    monkeypatch.setattr(limits, "BODY_TIME", 2.0)
    monkeypatch.setattr(limits, "IDLE_TIME", 2.0)
    with served(PaperRig(a_miner())) as here:
        peers = [
            socket.create_connection(("127.0.0.1", here.port), timeout=60) for how in SLOW.values() for _ in range(how)
        ]
        for peer, sent in zip(peers, (sent for sent, how in SLOW.items() for _ in range(how)), strict=True):
            with suppress(ConnectionError):  # where so many take longer than one may, it is cut off already
                peer.sendall(sent)
        took = beside(here)
        for peer in peers:
            with suppress(ConnectionError):
                assert everything(peer) == b""  # TimeoutError: it was not cut off
            peer.close()
    late = statistics.quantiles(took, n=100)[98] * 1000
    print(f"{len(peers)} slow connections cut off; beside them {len(took)} answers, 99 of 100 within {late:.0f} ms")


def beside(here: Served) -> list[float]:
    """How long each of a hundred ordinary requests takes, in seconds."""
    took: list[float] = []
    for _ in range(100):
        begun = time.monotonic()
        assert here.ask("/miners").status_code == 200
        took.append(time.monotonic() - begun)
    return took
