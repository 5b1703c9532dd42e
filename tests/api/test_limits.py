"""What is too much is refused as soon as it shows, and who dawdles on an open connection is cut off."""

import json
import socket
from contextlib import suppress

import pytest

from mining.api import limits
from mining.api.limits import MOST_IMPORT
from tests.api.paper_rig import PaperRig
from tests.api.serving import Served, everything, served

REQUEST = b"GET /api/v1/mining/info HTTP/1.1\r\nHost: localhost\r\n"
START = b"POST /api/v1/mining/miners/xmrig HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"


def code_of(answer: bytes) -> str:
    """The code of an error in its envelope."""
    assert answer.startswith(b"HTTP/1.1 413 "), answer[:200]
    return str(json.loads(answer.split(b"\r\n\r\n", 1)[1])["error"]["code"])


@pytest.mark.parametrize("end", [b"", b"\r\n\r\n"], ids=["unfinished", "complete"])
def test_a_header_of_more_than_16_kib_is_refused(here: Served, end: bytes) -> None:
    assert code_of(here.raw(REQUEST + b"X: " + b"x" * 17_000 + end, timeout=30)) == "PAYLOAD_TOO_LARGE"


def test_a_body_that_is_announced_as_enormous_is_not_waited_for(here: Served) -> None:
    with socket.create_connection(("127.0.0.1", here.port), timeout=30) as peer:
        peer.sendall(START + b"Content-Length: 20000000\r\n\r\n")
        assert code_of(everything(peer)) == "PAYLOAD_TOO_LARGE"


def test_a_body_without_an_end_is_read_no_further_than_16_mib(here: Served) -> None:
    chunk = b"%x\r\n" % MOST_IMPORT + b"x" * MOST_IMPORT + b"\r\n"
    with socket.create_connection(("127.0.0.1", here.port), timeout=30) as peer:
        peer.sendall(START + b"Transfer-Encoding: chunked\r\n\r\n")
        with suppress(ConnectionError):
            for _ in range(17):
                peer.sendall(chunk)
        assert peer.recv(12) == b"HTTP/1.1 413"


@pytest.mark.slow
def test_who_dawdles_over_a_second_request_is_cut_off_too(monkeypatch: pytest.MonkeyPatch) -> None:
    with served(PaperRig()) as here, socket.create_connection(("127.0.0.1", here.port), timeout=60) as peer:
        peer.sendall(REQUEST.replace(b"GET", b"HEAD") + b"\r\n")
        assert peer.recv(65536).startswith(b"HTTP/1.1 200")
        monkeypatch.setattr(limits, "HEADER_TIME", 0.5)  # not before, for the first one may take its time to come
        peer.sendall(REQUEST)
        assert everything(peer) == b""
