"""The RPC of a node, where what answers behaves as no node would; the real one is in tests/journeys/test_monerod.py."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from mining.drivers.node_rpc import NodeRefusal, NodeRpc, NodeSilent
from tests.demo.processes import free_port


@contextmanager
def answering(status: int, body: bytes, headers: dict[str, str] | None = None) -> Iterator[tuple[NodeRpc, list[str]]]:
    """Something on a port that answers everything alike, and the logins that it was shown."""
    shown: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            shown.append(self.headers.get("Authorization", ""))
            self.send_response(status)
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield NodeRpc("127.0.0.1", server.server_port, "owner:s3cret"), shown
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.mark.parametrize(
    ("status", "body"),
    [(200, b""), (200, b"<html>"), (200, b"[]"), (200, b'{"status": 7}'), (500, b"{}"), (200, b"[" * 100_000)],
)
def test_what_is_no_node_is_not_believed(status: int, body: bytes) -> None:
    with answering(status, body) as (rpc, _), pytest.raises(NodeSilent, match="no Monero node"):
        rpc.state()


@pytest.mark.parametrize(
    ("status", "body", "words"),
    [
        (200, {"status": "BUSY"}, "busy"),
        (200, {"status": "Failed, wrong address"}, "Failed, wrong address"),
        (404, {}, "it is restricted"),
        (401, {}, "it does not take this login"),
    ],
)
def test_a_refusal_is_told_in_its_words(status: int, body: dict[str, Any], words: str) -> None:
    with answering(status, json.dumps(body).encode()) as (rpc, _), pytest.raises(NodeRefusal, match=words):
        rpc.start_mining("48ed", 1)


def test_odd_values_are_no_figures() -> None:
    odd = {"status": "OK", "height": -1, "speed": "fast", "difficulty": 10**400, "start_time": None, "active": 1}
    with answering(200, json.dumps(odd).encode()) as (rpc, _):
        state = rpc.state()
    assert (state.height, state.speed, state.difficulty, state.life, state.active) == (0, 0, None, 0, False)


def test_a_difficulty_beyond_64_bits_is_not_told_as_a_small_one() -> None:
    with answering(200, b'{"status": "OK", "difficulty": 3, "difficulty_top64": 1}') as (rpc, _):
        assert rpc.state().difficulty is None


def test_the_password_is_never_sent_itself() -> None:
    challenge = {"WWW-Authenticate": 'Digest qop="auth",algorithm=MD5,realm="monero-rpc",nonce="abc",stale=false'}
    with answering(401, b"", challenge) as (rpc, shown), pytest.raises(NodeRefusal):
        rpc.state()
    assert shown[0] == ""
    assert shown[1].startswith('Digest username="owner", realm="monero-rpc", nonce="abc", uri="/get_info"')
    assert "s3cret" not in "".join(shown)


def test_a_login_is_given_only_in_the_way_that_hides_it() -> None:
    basic = {"WWW-Authenticate": 'Basic realm="monero-rpc"'}
    with answering(401, b"", basic) as (rpc, shown), pytest.raises(NodeRefusal):
        rpc.state()
    assert shown == [""]


def test_nobody_there_is_told() -> None:
    with pytest.raises(NodeSilent, match="connection refused"):
        NodeRpc("127.0.0.1", free_port(), "").state()
