"""A request that offers another protocol, as Java does, is the plain request that it is, body and all."""

import json
import re
import socket
import time

import pytest

from tests.api.serving import Served, everything

BODY = b'{"pool": "pool.example:3333", "wallet": "anybody"}'
OFFER = b"Connection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAEAAEAAAAIAAAAB\r\n"
KEPT = OFFER.replace(b", close", b"")


def request(body: bytes, headers: bytes = OFFER, length: bool = True) -> bytes:
    size = b"Content-Length: %d\r\n" % len(body) if length else b"Transfer-Encoding: chunked\r\n"
    path = b"/api/v1/mining/miners/simulated?name=offered"
    head = b"POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" % path
    return head + size + headers + b"\r\n"


@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize("length", [False, True])
def test_the_body_is_read(here: Served, apart: bool, length: bool) -> None:
    body = BODY if length else b"%x\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY)
    with socket.create_connection(("127.0.0.1", here.port), timeout=60) as peer:
        for part in (request(BODY, length=length), body) if apart else (request(BODY, length=length) + body,):
            peer.sendall(part)
            time.sleep(0.05)  # so that they are read one by one
        got = everything(peer)
    assert got.startswith(b"HTTP/1.1 201 "), got
    assert json.loads(got.partition(b"\r\n\r\n")[2])["data"]["name"] == "offered"


def test_a_body_is_never_taken_for_a_request(here: Served) -> None:
    inside = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"
    with socket.create_connection(("127.0.0.1", here.port), timeout=60) as peer:
        for part in (request(inside, KEPT), inside, inside.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")):
            peer.sendall(part)
            time.sleep(0.05)
        got = everything(peer)
    assert re.findall(rb"HTTP/1.1 (\d+)", got) == [b"400", b"200"]


def test_what_comes_behind_it_is_answered_too(here: Served) -> None:
    one = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n"
    got = here.raw(one + KEPT + b"\r\n" + one + b"Connection: close\r\n\r\n")
    assert re.findall(rb"HTTP/1.1 (\d+)", got) == [b"200", b"200"]
