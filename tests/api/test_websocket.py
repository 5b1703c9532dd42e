"""One WebSocket: a budget of frames, and no reading from who does not read."""

import json
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from mining.api.websocket import MOST_FRAMES, SLICE
from tests.api.paper_rig import PaperRig, a_miner
from tests.api.serving import Served, everything, served

HANDSHAKE = (
    b"GET /api/v1/mining/ws HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
    b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
)
CONTINUATION, TEXT, CLOSE, PING, PONG = 0, 1, 8, 9, 10
POLICY = 1008  # the close code


def frame(opcode: int, payload: bytes = b"", last: bool = True) -> bytes:
    """A frame of a client; masked with zeroes, so that its payload stays readable."""
    size = struct.pack("!B", 128 | len(payload)) if len(payload) < 126 else struct.pack("!BH", 254, len(payload))
    return bytes([128 * last | opcode]) + size + bytes(4) + payload


def frames_in(got: bytes) -> Iterator[tuple[int, bytes]]:
    """The frames of a server."""
    while len(got) >= 2:
        size, start = got[1], 2
        if size >= 126:
            size, start = (int.from_bytes(got[2:4]), 4) if size == 126 else (int.from_bytes(got[2:10]), 10)
        yield got[0] & 15, got[start : start + size]
        got = got[start + size :]


def more_of(peer: socket.socket, most: int = 65536) -> bytes:
    """What comes next; it must not have ended."""
    more = peer.recv(most)
    assert more, "it was closed"
    return more


@contextmanager
def listening(here: Served) -> Iterator[socket.socket]:
    """An open WebSocket."""
    with socket.create_connection(("127.0.0.1", here.port), timeout=60) as peer:
        peer.sendall(HANDSHAKE)
        got = b""
        while b"\r\n\r\n" not in got:
            got += more_of(peer, 1)
        assert got.startswith(b"HTTP/1.1 101")
        yield peer


def close_code(got: bytes) -> int | None:
    """Why the server closed it."""
    return next((int.from_bytes(payload[:2]) for opcode, payload in frames_in(got) if opcode == CLOSE), None)


FLOODS = {
    "empty continuations": frame(TEXT, b"{", last=False) + frame(CONTINUATION, last=False) * 50_000,
    "pings": frame(PING, b"x" * 125) * 20_000,
    "pongs": frame(PONG) * 50_000,
    "messages": frame(TEXT, b'{"subscribe":null}') * 5_000,
}


@pytest.mark.parametrize("flood", FLOODS.values(), ids=FLOODS.keys())
def test_a_flood_of_frames_ends_the_socket(here: Served, flood: bytes) -> None:
    with listening(here) as peer:
        with suppress(OSError):
            peer.sendall(flood)
        got = everything(peer)
    frames = list(frames_in(got))
    assert len(frames) < 3 * (MOST_FRAMES + SLICE // 6), "it was cut off late"
    assert close_code(got) in (POLICY, None)  # the reason may be lost with what came behind it


def test_the_reason_of_a_cut_is_told(here: Served) -> None:
    with listening(here) as peer:
        peer.sendall(frame(PING) * (MOST_FRAMES + 1))
        assert close_code(everything(peer)) == POLICY


def test_an_ordinary_listener_is_within_its_budget_and_hears_of_everything(here: Served) -> None:
    with listening(here) as peer:
        ask = b'{"subscribe": ["miner.stats"]}'
        peer.sendall(frame(TEXT, ask[:9], last=False) + frame(CONTINUATION, ask[9:]) + frame(PING, b"!") * 20)
        got = b""
        while b'"subscribed"' not in got or got.count(b"\x8a\x01!") < 20:
            got += more_of(peer)
    assert close_code(got) is None


def test_the_budget_fills_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mining.api.websocket.FRAMES_PER_SECOND", 1e6)
    with served(PaperRig(a_miner())) as here, listening(here) as peer:
        for number in range(3 * MOST_FRAMES):
            sign = b"%04d" % number
            peer.sendall(frame(PING, sign))
            got = b""
            while not got.endswith(sign):
                got += more_of(peer)


def test_a_subscription_tells_of_few_faults_however_many_there_are(here: Served) -> None:
    words = json.dumps({"subscribe": [f"{number:x}" for number in range(7_000)]}).encode()
    with listening(here) as peer:
        peer.sendall(frame(TEXT, words))
        got = b""
        while b'"type":"error"' not in got or not got.endswith(b"}}"):
            got += more_of(peer)
    assert len(got) < 48_000


@pytest.mark.slow
def test_who_reads_nothing_is_not_read_from(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its budget aside, which would end it before."""
    monkeypatch.setattr("mining.api.websocket.MOST_FRAMES", 1e9)
    monkeypatch.setattr("mining.api.live.SEND_TIME", 30.0)
    sent, flood = 0, memoryview(frame(PING, b"x" * 125) * 1000)
    with served(PaperRig(a_miner())) as here, listening(here) as peer:
        peer.settimeout(1.5)
        with suppress(TimeoutError):
            while sent < 64 * 1024**2:
                sent += peer.send(flood)
        assert sent < 32 * 1024**2
