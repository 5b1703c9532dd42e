"""What holds for every answer, whatever was asked and however badly."""

import json
import re
import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
import requests
import structlog
import yaml
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from mining.api import limits
from tests.api.paper_rig import BODY, PaperRig, a_miner
from tests.api.serving import Served, data_of, error_of, everything, served

NS = "/api/v1/mining"


def test_unknown_paths_and_methods_are_told_in_the_envelope(reading: Served) -> None:
    for path in ("/nothing", "//", "//nothing", "//api", "/miners/xmrig/nothing", "/swagger/other.js"):
        if path != "//":
            assert error_of(reading.ask(path)) == (404, "NOT_FOUND"), path
    answer = reading.ask("/miners", "PATCH")
    assert error_of(answer) == (405, "METHOD_NOT_ALLOWED")
    assert error_of(reading.ask("/events", "DELETE")) == (405, "METHOD_NOT_ALLOWED")


def test_a_trailing_slash_is_the_same_route(here: Served) -> None:
    assert data_of(here.ask("/miners/")) == data_of(here.ask("/miners"))
    assert here.ask("/miners/xmrig/pause/", "POST").status_code == 200
    assert here.ask("/miners/xmrig/stats/").status_code == 200
    assert here.ask("//healthz/").status_code == 200


def test_head_is_a_get_without_a_body(reading: Served) -> None:
    for path in ("/miners", "/miners/xmrig/logs", "//healthz", "/swagger"):
        head, get = reading.ask(path, "HEAD"), reading.ask(path)
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers["content-length"] == get.headers["content-length"]


def test_a_crash_of_ours_is_told_with_a_request_id(here: Served) -> None:
    here.rig.crash = RuntimeError("secret of the inside")
    for path in ("/miners", "/miners?page=1"):
        answer = here.ask(path)
        assert error_of(answer) == (500, "INTERNAL_ERROR")
        assert answer.json()["error"]["details"]["requestId"] == answer.headers["x-request-id"]
        assert "secret" not in answer.text


def test_what_fails_because_the_data_folder_is_away_says_so(here: Served) -> None:
    here.rig.crash = FileNotFoundError(2, "no such file", "/the/data/run")
    assert error_of(here.ask("/miners")) == (500, "INTERNAL_ERROR")
    here.rig.trouble = [{"code": "STORAGE", "text": "The data folder /the/data has vanished."}]
    answer = here.ask("/miners")
    assert error_of(answer) == (507, "STORAGE_FULL")
    assert answer.json()["error"]["message"] == "The data folder /the/data has vanished."
    here.rig.crash = ValueError("a defect stays a defect")
    assert error_of(here.ask("/miners")) == (500, "INTERNAL_ERROR")


@pytest.mark.parametrize(
    ("part", "path", "how"),
    [
        ("mining.api.front.facts_of", "/info", {}),
        ("mining.api.front.transferred", "/info", {}),
        (
            "tests.api.paper_access.PaperAudit.add",
            "/miners/xmrig/stop",
            {"headers": {"Origin": "https://evil.example"}},
        ),
    ],
    ids=["before the judgement", "after the answer", "while a refusal is written down"],
)
def test_a_crash_around_the_operations_is_told_and_logged_like_one_within(
    here: Served, monkeypatch: pytest.MonkeyPatch, part: str, path: str, how: dict[str, Any]
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret of the inside")

    monkeypatch.setattr(part, broken)
    with structlog.testing.capture_logs() as logs:
        answer = here.ask(path, "POST" if how else "GET", **how)
    assert error_of(answer) == (500, "INTERNAL_ERROR")
    said = answer.headers["x-request-id"]
    assert answer.json()["error"]["details"]["requestId"] == said
    assert "secret" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert [(line["event"], line.get("request_id")) for line in logs] == [("api.crash", said)]


@pytest.mark.parametrize("part", ["mining.api.front.facts_of", "tests.api.paper_rig.PaperRig.listen"])
def test_a_crash_before_a_websocket_begins_is_an_answer_in_the_envelope(
    here: Served, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("secret of the inside")

    monkeypatch.setattr(part, broken)
    with structlog.testing.capture_logs() as logs, pytest.raises(InvalidStatus) as refused:
        connect(f"ws://127.0.0.1:{here.port}{NS}/ws")
    told = refused.value.response
    assert told.status_code == 500
    said = told.headers["x-request-id"]
    assert json.loads(told.body or b"")["error"]["details"]["requestId"] == said
    assert [(line["event"], line.get("request_id")) for line in logs] == [("api.crash", said)]


HOT = [f"{NS}/miners", f"{NS}/miners/xmrig", f"{NS}/miners/xmrig/stats"]


def get(path: str, more: str = "", host: str = "localhost") -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: {host}\r\n{more}\r\n".encode()


def parts_of(answers: bytes) -> list[tuple[bytes, set[bytes], bytes]]:
    """Status line, headers and body of each answer, without the headers that differ from one to the next."""
    parts = []
    while answers:
        head, _, rest = answers.partition(b"\r\n\r\n")
        status, *headers = head.split(b"\r\n")
        (size,) = (int(each[16:]) for each in headers if each.startswith(b"content-length: "))
        lasting = {each for each in headers if not each.startswith((b"x-request-id: ", b"date: ", b"connection: "))}
        parts.append((status, lasting, rest[:size]))
        answers = rest[size:]
    return parts


@pytest.mark.parametrize("path", HOT)
@pytest.mark.parametrize("origin", ["", "Origin: http://localhost:3000\r\n"])
def test_what_is_sent_at_once_is_what_the_ordinary_way_answers(reading: Served, path: str, origin: str) -> None:
    at_once, ordinary = parts_of(reading.raw(get(path, origin) + get(path, f"{origin}Connection: close\r\n")))
    assert at_once[0] == b"HTTP/1.1 200 OK"
    assert at_once == ordinary


@pytest.mark.parametrize("path", HOT)
def test_what_is_ready_is_sent_to_nobody_whom_the_gate_refuses_or_masks(reading: Served, path: str) -> None:
    close = get("/healthz", "Connection: close\r\n")
    wallet = BODY["wallet"].encode()
    asked = (get(path), get(path, "Origin: http://evil.example\r\n"), get(path, host="evil.example"), close)
    good, foreign, refused, _ = parts_of(reading.raw(b"".join(asked)))
    assert (wallet in good[2], wallet in foreign[2]) == (not path.endswith("stats"), False)
    assert refused[0] == b"HTTP/1.1 421 Misdirected Request"


def test_hot_and_other_requests_that_come_together_are_answered_in_turn(reading: Served) -> None:
    asked = [HOT[0], f"{NS}/info", HOT[1], HOT[2], f"{NS}/nothing", HOT[1]]
    last = get(f"{NS}/events", "Connection: close\r\n")
    got = parts_of(reading.raw(b"".join(map(get, asked)) + last))
    alone = [parts_of(reading.raw(get(path, "Connection: close\r\n")))[0] for path in asked]
    assert [status for status, _, _ in got[:-1]] == [status for status, _, _ in alone]
    assert [body for _, _, body in got[2:4]] == [body for _, _, body in alone[2:4]]


def test_every_answer_has_an_id_of_its_own(reading: Served) -> None:
    with requests.Session() as session:
        ids = {session.get(f"{reading.root}{path}").headers["x-request-id"] for path in (f"{NS}/miners", "/x") * 5}
    assert len(ids) == 10


def test_a_refusal_below_http_takes_its_id_from_the_same_row(reading: Served) -> None:
    ordinary = reading.ask("/info").headers["x-request-id"]
    refused = [re.findall(rb"x-request-id: (\S+)", reading.raw(b"nonsense\r\n\r\n"))[0].decode() for _ in range(3)]
    rows, numbers = zip(*(each.split("-") for each in (ordinary, *refused)), strict=True)
    assert len(set(rows)) == 1
    assert [int(number, 16) - int(numbers[0], 16) for number in numbers] == [0, 1, 2, 3]


def test_every_answer_carries_the_safety_headers(reading: Served) -> None:
    for path in ("/miners", "/info", "/nothing", "/swagger", "//metrics"):
        headers = reading.ask(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "Origin" in headers["vary"]
        assert "server" not in headers
    assert reading.ask("/swagger").headers["referrer-policy"] == "no-referrer"  # a page has links, JSON has none


def test_health_tells_troubles_but_not_to_foreign_pages(here: Served) -> None:
    assert data_of(here.ask("//healthz"))["status"] == "ok"
    here.rig.trouble = [{"code": "STORAGE", "text": "The disk is full."}]
    assert data_of(here.ask("//healthz"))["problems"] == [
        {**here.rig.trouble[0], "miner": None, "message": None, "params": {}, "parts": {}, "more": []}
    ]
    told = data_of(here.ask("//healthz", headers={"Origin": "https://evil.com"}))
    assert (told["status"], told["problems"]) == ("degraded", [])


def test_swagger_needs_nothing_from_elsewhere(reading: Served) -> None:
    for path in ("/swagger", "/swagger/index.html"):
        page = reading.ask(path)
        assert page.headers["content-type"] == "text/html; charset=utf-8"
        assert "script-src" not in page.headers["content-security-policy"]
        assert "default-src 'self'" in page.headers["content-security-policy"]
        assert "http" not in page.text.replace("http-equiv", "")
        assert "<script>" not in page.text
        for part in page.text.split('"')[1::2]:
            if part.startswith("/"):
                assert reading.ask("/" + part).status_code == 200, part
    assert f'"{NS}/docs/swagger.json"' in reading.ask("/swagger/start.js").text


def test_the_specification_is_at_the_root_and_below_the_namespace(reading: Served) -> None:
    told = reading.ask("//docs/swagger.json")
    assert told.headers["content-type"] == "application/json"
    assert told.json()["servers"][0]["url"] == NS
    assert reading.ask("/docs/swagger.json").json() == told.json()
    for path in ("/docs/swagger.yaml", "//docs/swagger.yaml"):
        assert yaml.safe_load(reading.ask(path).content) == told.json()


def test_another_namespace_moves_everything() -> None:
    with served(PaperRig(a_miner()), namespace="custom//path/") as here:
        assert data_of(here.ask("//custom/path/miners"))["pagination"]["total"] == 1
        assert here.ask("//docs/swagger.json").json()["servers"][0]["url"] == "/custom/path"
        assert error_of(here.ask("/miners")) == (404, "NOT_FOUND")


GET = b"GET /api/v1/mining/miners HTTP/1.1\r\n"
HOST = b"Host: localhost\r\n"
POST = b"POST /api/v1/mining/miners/simulated HTTP/1.1\r\n" + HOST
END = b"Connection: close\r\n\r\n"
MALFORMED = {
    "no request": b"\r\n\r\n\r\n",
    "garbage": b"\x00\x01\x02\x03\r\n\r\n",
    "tls": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03",
    "no version": b"GET /\r\n\r\n",
    "version 9": b"GET / HTTP/9.9\r\n" + HOST + END,
    "version 2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "lower case method": b"get / HTTP/1.1\r\n" + HOST + END,
    "unknown method": b"EAT / HTTP/1.1\r\n" + HOST + END,
    "space in path": b"GET /a b HTTP/1.1\r\n" + HOST + END,
    "no path": b"GET  HTTP/1.1\r\n" + HOST + END,
    "NUL in path": b"GET /\x00 HTTP/1.1\r\n" + HOST + END,
    "high byte in path": b"GET /\xff\xfe HTTP/1.1\r\n" + HOST + END,
    "star": b"OPTIONS * HTTP/1.1\r\n" + HOST + END,
    "connect": b"CONNECT a:1 HTTP/1.1\r\n" + HOST + END,
    "absolute": b"GET http://evil.com/ HTTP/1.1\r\n" + HOST + END,
    "no slash": b"GET miners HTTP/1.1\r\n" + HOST + END,
    "two hosts": GET + HOST + HOST + END,
    "no host": GET + END,
    "host of 1.0": b"GET / HTTP/1.0\r\n\r\n",
    "empty host": GET + b"Host:\r\n" + END,
    "host with NUL": GET + b"Host: a\x00\r\n" + END,
    "bare LF": b"GET / HTTP/1.1\nHost: localhost\n\n",
    "bare CR": b"GET / HTTP/1.1\rHost: localhost\r\r",
    "space before colon": GET + b"Host : localhost\r\n" + END,
    "folded": GET + HOST + b" folded\r\n" + END,
    "no colon": GET + HOST + b"nonsense\r\n" + END,
    "empty name": GET + HOST + b": x\r\n" + END,
    "NUL in name": GET + HOST + b"a\x00b: x\r\n" + END,
    "NUL in value": GET + HOST + b"a: b\x00c\r\n" + END,
    "high byte in value": GET + HOST + b"Origin: \xff\xfe\r\n" + END,
    "CR in value": GET + HOST + b"a: b\rc\r\n" + END,
    "long path": b"GET /" + b"a" * 20000 + b" HTTP/1.1\r\n" + HOST + END,
    "long value": GET + HOST + b"a: " + b"b" * 20000 + b"\r\n" + END,
    "long name": GET + HOST + b"a" * 20000 + b": b\r\n" + END,
    "megabyte of header": GET + HOST + (b"a: " + b"b" * 1000 + b"\r\n") * 1000 + END,
    "many headers": GET + HOST + b"a: b\r\n" * 5000 + END,
    "endless name": GET + HOST + b"a" * 40000,
    "length and chunked": POST + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n" + END + b"0\r\n\r\n",
    "two lengths": POST + b"Content-Length: 1\r\nContent-Length: 2\r\n" + END + b"{}",
    "negative length": POST + b"Content-Length: -1\r\n" + END,
    "length of words": POST + b"Content-Length: ten\r\n" + END,
    "length beyond 64 bits": POST + b"Content-Length: 99999999999999999999\r\n" + END,
    "plus length": POST + b"Content-Length: +2\r\n" + END + b"{}",
    "huge length": POST + b"Content-Length: 9999999999\r\n" + END,
    "bad chunk": POST + b"Transfer-Encoding: chunked\r\n" + END + b"zz\r\n{}\r\n0\r\n\r\n",
    "chunk beyond 64 bits": POST + b"Transfer-Encoding: chunked\r\n" + END + b"fffffffffffffffff\r\n",
    "negative chunk": POST + b"Transfer-Encoding: chunked\r\n" + END + b"-1\r\n",
    "unknown coding": POST + b"Transfer-Encoding: gzip\r\n" + END,
    "bad percent": b"GET /api/v1/mining/miners/%zz HTTP/1.1\r\n" + HOST + END,
    "bad query": b"GET /api/v1/mining/miners?%ff&&==&a=%00 HTTP/1.1\r\n" + HOST + END,
    "upgrade to h2c": GET + HOST + b"Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n",
    "socket without key": b"GET /api/v1/mining/ws HTTP/1.1\r\n"
    + HOST
    + b"Connection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n",
    "socket by post": b"POST /api/v1/mining/ws HTTP/1.1\r\n"
    + HOST
    + b"Connection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n",
}


@pytest.fixture(scope="module")
def hardy() -> Iterator[Served]:
    with served(PaperRig(a_miner())) as running:
        yield running


@pytest.mark.parametrize("sent", MALFORMED.values(), ids=MALFORMED.keys())
def test_malformed_requests_end_in_the_envelope_or_in_silence(hardy: Served, sent: bytes) -> None:
    with socket.create_connection(("127.0.0.1", hardy.port), timeout=30) as peer:
        with suppress(OSError):  # it may have had enough before the end
            peer.sendall(sent)
            peer.shutdown(socket.SHUT_WR)
        got = everything(peer)
    assert not got or 200 <= int(got.split()[1]) < 500, got[:300]
    if got and int(got.split()[1]) >= 400:
        assert b"content-type: application/json\r\n" in got
        assert b'{"success":false,"error":{"code":"' in got
    assert hardy.ask("/miners").status_code == 200


def test_who_dawdles_is_cut_off_and_others_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "HEADER_TIME", 0.5)
    monkeypatch.setattr(limits, "BODY_TIME", 0.5)
    slow = [
        b"GET / HT",
        b"",
        b"\r\n",
        GET + HOST,
        POST + b"Content-Type: application/json\r\nContent-Length: 9\r\n\r\n{",
    ]
    with served(PaperRig(a_miner())) as here:
        begun = time.monotonic()
        peers = [socket.create_connection(("127.0.0.1", here.port), timeout=60) for _ in slow]
        for peer, sent in zip(peers, slow, strict=True):
            peer.sendall(sent)
        assert here.ask("/miners").status_code == 200
        for peer in peers:
            assert everything(peer) == b""
            peer.close()
        assert time.monotonic() - begun > 0.4, "they were cut off at once"


def test_more_connections_than_it_carries_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_CONNECTIONS", 3)
    with served(PaperRig(a_miner())) as here:
        peers = [socket.create_connection(("127.0.0.1", here.port), timeout=30) for _ in range(3)]
        for peer in peers:
            peer.sendall(GET + HOST + b"\r\n")
            assert peer.recv(100).startswith(b"HTTP/1.1 200")
        assert error_of(here.ask("/miners")) == (429, "RATE_LIMITED")
        for peer in peers:
            peer.close()


@pytest.mark.parametrize("path", ["/healthz", "/metrics", "/api/v1/mining/healthz", "/api/v1/mining/metrics"])
def test_monitoring_may_ask_in_http_1_0_without_a_host(reading: Served, path: str) -> None:
    got = reading.raw(f"GET {path} HTTP/1.0\r\n\r\n".encode())
    assert got.startswith(b"HTTP/1.1 200 ")
    assert reading.raw(b"GET /api/v1/mining/info HTTP/1.0\r\n\r\n").startswith(b"HTTP/1.1 421 ")


def test_the_namespace_is_an_index_whose_links_work(reading: Served) -> None:
    for path in ("", "/"):
        links = data_of(reading.ask(path))["links"]
    assert links["websocket"] == "/api/v1/mining/ws"
    for name, link in links.items():
        assert reading.ask(f"/{link}").status_code == (426 if name == "websocket" else 200), name


def test_the_index_says_what_who_asks_may_do(reading: Served) -> None:
    assert data_of(reading.ask(""))["you"] == {"role": "admin", "via": "local", "masked": False}
    foreign = reading.ask("", headers={"Origin": "https://other.example"})
    assert data_of(foreign)["you"] == {"role": "viewer", "via": "origin:foreign", "masked": True}


def test_the_websocket_without_an_upgrade_says_how_to_connect(reading: Served) -> None:
    answer = reading.ask("/ws")
    assert error_of(answer) == (426, "UPGRADE_REQUIRED")
    assert answer.headers["upgrade"] == "websocket"


def test_options_tell_what_may_be_done(reading: Served) -> None:
    assert reading.ask("/miners/xmrig", "OPTIONS").headers["allow"] == "DELETE, GET, HEAD, OPTIONS, POST, PUT"
    assert reading.ask("/miners/xmrig/pause", "OPTIONS").headers["allow"] == "OPTIONS, POST"


def test_large_answers_come_compressed_to_those_who_can_read_them(reading: Served) -> None:
    plain = reading.ask("/docs/swagger.json", headers={"Accept-Encoding": "identity"})
    packed = reading.ask("/docs/swagger.json", headers={"Accept-Encoding": "gzip, br"}, stream=True)
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert int(packed.headers["content-length"]) < len(plain.content) / 4
    assert packed.content == plain.content
    assert "content-encoding" not in reading.ask("/miners").headers


@pytest.mark.parametrize(
    "path", ["/docs/swagger.json", "/docs/swagger.yaml", "/swagger/index.html", "/swagger/start.js"]
)
def test_a_document_that_a_client_has_does_not_come_again(reading: Served, path: str) -> None:
    first = reading.ask(path)
    again = reading.ask(path, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert reading.ask(path, headers={"If-None-Match": '"other"'}).status_code == 200


def test_what_was_made_is_where_the_answer_says(here: Served) -> None:
    profile = {"name": "Mine", "minerType": "xmrig", "config": BODY}
    for path, body in (("/miners/xmrig?name=new", BODY), ("/profiles", profile), ("/miners/xmrig/install", None)):
        made = here.ask(path, "POST", json=body)
        assert made.status_code == 201, made.text
        assert here.ask(f"/{made.headers['location']}").status_code == 200, made.headers["location"]
