"""Probes of the gate (host, token, origin, body, headers, limits) against any running daemon; they change nothing.

`python -m tests.security.probes http://127.0.0.1:8080/api/v1/mining` prints what does not hold, and ends with 1 then.
"""

import argparse
import itertools
import json
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlsplit

NAMESPACE = "/api/v1/mining"  # the usual one
TIME = 60.0  # s
JSON = "Content-Type: application/json"
WEBSOCKET = (
    "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
)  # fmt: skip
OURS = ("localhost", "127.0.0.1:8080", "127.9.9.9", "[::1]:8080", "a.b.localhost")
STRANGERS = (
    "evil.com", "evil.com:8080", "localhost.evil.com", "127.0.0.1.evil.com", "127.1", "2130706433", "0x7f000001",
    "0x7f.1", "0177.0.0.1", "0", "0.0.0.0", "[::]", "[::ffff:127.0.0.1]", "localhost.", "user@localhost",
    "192.168.1.5", "[fe80::1]", "",
)  # fmt: skip
FRIENDS = (
    (), ("Origin: http://localhost:8080",), ("Origin: http://127.0.0.1:3000",), ("Sec-Fetch-Site: same-origin",),
)  # fmt: skip
FOREIGN = (
    ("Origin: https://evil.com",), ("Origin: null",), ("Origin: file://",), ("Origin: http://localhost.evil.com",),
    ("Origin: http://192.168.1.2",), ("Origin: http://a", "Origin: http://localhost:8080"),
    ("Origin: http://localhost:8080", "Origin: https://evil.com"),
    ("Sec-Fetch-Site: cross-site",), ("Sec-Fetch-Site: same-site",),
)  # fmt: skip
SAFETY = {"x-content-type-options": "nosniff"}


class Reply(NamedTuple):
    """An answer, or the lack of one (status 0)."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def code(self) -> str:
        """The code of an error in its envelope."""
        try:
            return str(json.loads(self.body)["error"]["code"])
        except (ValueError, KeyError, TypeError):
            return ""


class Probe(NamedTuple):
    """Something that is sent, and what must be true of the answer: None, or what is wrong."""

    name: str
    sent: bytes
    wrong: Callable[[Reply], str | None]


@dataclass(frozen=True)
class Door:
    """Where a daemon answers."""

    host: str
    port: int
    namespace: str

    def __call__(self, sent: bytes) -> Reply:
        """Send bytes, and read what comes back for them."""
        with socket.create_connection((self.host, self.port), timeout=TIME) as peer:
            with suppress(OSError):  # it may have had enough before the end
                peer.sendall(sent)
            return reply(peer)


def reply(peer: socket.socket) -> Reply:
    """The first answer on a connection; of a WebSocket its handshake alone."""
    got = b""
    with suppress(OSError):
        while b"\r\n\r\n" not in got and (chunk := peer.recv(65536)):
            got += chunk
        if got and not got.startswith(b"HTTP/1.1 101"):
            while chunk := peer.recv(65536):
                got += chunk
    head, _, body = got.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    words = first.split(" ")
    headers: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(": ")
        headers[name.lower()] = f"{headers[name.lower()]}, {value}" if name.lower() in headers else value
    return Reply(int(words[1]) if len(words) > 1 and words[1].isdigit() else 0, headers, body)


def request(method: str, path: str, *headers: str, host: str | None = "localhost", body: bytes = b"") -> bytes:
    """A request in bytes, after which the connection ends."""
    own = () if host is None else (f"Host: {host}",)
    end = () if any(each.startswith("Connection") for each in headers) else ("Connection: close",)
    size = (f"Content-Length: {len(body)}",) if body and not any("hunked" in each for each in headers) else ()
    lines = (f"{method} {path} HTTP/1.1", *own, *headers, *end, *size)
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def refused(status: int, code: str) -> Callable[[Reply], str | None]:
    """It must be this error in the envelope, with the headers that every answer has."""

    def wrong(answer: Reply) -> str | None:
        if (answer.status, answer.code) != (status, code):
            return f"it is {answer.status} {answer.code}, not {status} {code}"
        return unsafe(answer)

    return wrong


def answered(*statuses: int) -> Callable[[Reply], str | None]:
    """It must have one of these statuses, and the headers that every answer has."""

    def wrong(answer: Reply) -> str | None:
        if answer.status not in statuses:
            return f"it is {answer.status} {answer.code}, not one of {statuses}"
        return unsafe(answer)

    return wrong


def unsafe(answer: Reply) -> str | None:
    """What of the headers of safety an answer lacks."""
    if answer.status == 101:
        return None
    lost = [name for name, value in SAFETY.items() if answer.headers.get(name) != value]
    if "html" in answer.headers.get("content-type", ""):
        if answer.headers.get("referrer-policy") != "no-referrer":
            lost.append("referrer-policy")
        policy = answer.headers.get("content-security-policy", "")
        if "frame-ancestors 'none'" not in policy or not policy.startswith("default-src "):
            lost.append("content-security-policy")
    if "Origin" not in answer.headers.get("vary", ""):
        lost.append("vary")
    if "access-control-allow-credentials" in answer.headers or "server" in answer.headers:
        lost.append("nothing more")
    if "x-request-id" not in answer.headers:
        lost.append("x-request-id")
    return f"its headers lack {', '.join(lost)}" if lost else None


def masked(answer: Reply) -> str | None:
    """It must be readable for every page, and show no path."""
    if answer.headers.get("access-control-allow-origin", "*") != "*":
        return "not every page may read it"
    if b'"dataDir":"/' in answer.body or b'"file":"/' in answer.body:
        return "it shows a path"
    return answered(200)(answer)


def probes(namespace: str) -> Iterator[Probe]:
    """All of them."""
    yield from _hosts(namespace)
    yield from _tokens(namespace)
    yield from _origins(namespace)
    yield from _bodies(namespace)
    yield from _limits(namespace)
    yield from _headers(namespace)


def _ways(namespace: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """A read, a static file, a write that changes nothing, a preflight, and the WebSocket."""
    return (
        ("GET", f"{namespace}/miners", ()),
        ("GET", f"{namespace}/swagger/start.js", ()),
        ("POST", f"{namespace}/miners/absent/pause", ()),
        ("OPTIONS", f"{namespace}/miners/absent", ()),
        ("GET", f"{namespace}/ws", WEBSOCKET),
    )


def _hosts(namespace: str) -> Iterator[Probe]:
    for (method, path, more), host in itertools.product(_ways(namespace), STRANGERS):
        sent = request(method, path, *more, host=host)
        yield Probe(f"{method} {path} of the host {host!r}", sent, refused(421, "HOST_NOT_ALLOWED"))
    for (method, path, more), host in itertools.product(_ways(namespace), OURS):
        sent = request(method, path, *more, host=host)
        yield Probe(f"{method} {path} of our host {host!r}", sent, answered(200, 204, 404, 101))
    none, two = (request("GET", f"{namespace}/miners", *more, host=None) for more in ((), ("Host: a", "Host: a")))
    yield Probe("no host", none, refused(421, "HOST_NOT_ALLOWED"))
    yield Probe("two hosts", two, refused(421, "HOST_NOT_ALLOWED"))


def _tokens(namespace: str) -> Iterator[Probe]:
    for method, path, more in _ways(namespace):
        for token in ("Bearer x", "bearer  ", "BEARER mp_1_abc"):
            sent = request(method, path, f"Authorization: {token}", *more)
            yield Probe(f"{method} {path} with {token!r}", sent, refused(401, "UNAUTHORIZED"))


def _origins(namespace: str) -> Iterator[Probe]:
    pause, stop = ("POST", "/miners/absent/pause"), ("DELETE", "/miners/absent")
    writes = (pause, stop, ("PUT", "/profiles/absent"), ("PATCH", "/x"))
    for origin in FRIENDS:
        for method, path in (pause, stop):
            sent = request(method, namespace + path, *origin)
            yield Probe(f"{method} {path} of {origin}", sent, refused(404, "MINER_NOT_FOUND"))
        yield Probe(f"the WebSocket of {origin}", request("GET", f"{namespace}/ws", *origin, *WEBSOCKET), answered(101))
    for origin in FOREIGN:
        for method, path in writes:
            sent = request(method, namespace + path, *origin)
            yield Probe(f"{method} {path} of {origin}", sent, refused(403, "ORIGIN_NOT_ALLOWED"))
        for path in ("/miners", "/settings", "/info", "/profiles", "/summary"):
            yield Probe(f"{path} of {origin}", request("GET", namespace + path, *origin), masked)
        sent = request("OPTIONS", f"{namespace}/miners/absent", *origin)
        yield Probe(f"the preflight of {origin}", sent, answered(204))
        handshake = request("GET", f"{namespace}/ws", *origin, *WEBSOCKET)
        yield Probe(f"the WebSocket of {origin}", handshake, answered(101 if len(origin) == 1 else 400))


def _bodies(namespace: str) -> Iterator[Probe]:
    start = f"{namespace}/miners/simulated"
    for kind in ((), ("Content-Type: text/plain",), ("Content-Type: application/x-www-form-urlencoded",),
                 ("Content-Type: multipart/form-data; boundary=x",), ("Content-Type: application/jsonp",)):  # fmt: skip
        sent = request("POST", start, *kind, body=b"{}")
        yield Probe(f"a body with {kind}", sent, refused(415, "UNSUPPORTED_MEDIA_TYPE"))
    for coding in ("gzip", "br", "identity, gzip"):
        sent = request("POST", start, JSON, f"Content-Encoding: {coding}", body=b"{}")
        yield Probe(f"a body in {coding}", sent, refused(415, "UNSUPPORTED_MEDIA_TYPE"))
    for path, method in (("/miners/simulated", "POST"), ("/settings", "PUT"), ("/profiles", "POST")):
        sent = request(method, namespace + path, JSON, body=b'{"a":"' + b"x" * 66_000 + b'"}')
        yield Probe(f"{path} with more than 64 KiB", sent, refused(413, "PAYLOAD_TOO_LARGE"))
    sent = request("POST", f"{namespace}/profiles/import", JSON, body=b" " * 1_100_000)
    yield Probe("an import of more than 1 MiB", sent, refused(413, "PAYLOAD_TOO_LARGE"))
    many = b'{"pool":"a:1","wallet":"b","pools":[' + b",".join([b"{}"] * 20_000) + b"]}"
    yield Probe("many values", request("POST", start, JSON, body=many), refused(400, "INVALID_REQUEST"))


def _limits(namespace: str) -> Iterator[Probe]:
    chunked = request("POST", f"{namespace}/miners/simulated", JSON, "Transfer-Encoding: chunked")
    floods = {
        "trailers": b"2\r\n{}\r\n0\r\n" + b"a: b\r\n" * 11_000,
        "a trailer": b"2\r\n{}\r\n0\r\na: " + b"b" * 66_000,
        "a chunk's extension": b"2;" + b"a" * 66_000,
        "tiny chunks": b"1\r\n \r\n" * 11_000,
    }
    for name, flood in floods.items():
        yield Probe(f"a flood of {name}", chunked + flood, refused(413, "PAYLOAD_TOO_LARGE"))
    for name, rest in {"sizes": b"zz\r\n", "ends": b"2\r\n{}x\r\n"}.items():
        yield Probe(f"broken {name} of chunks", chunked + rest, refused(400, "INVALID_REQUEST"))
    yield Probe(
        "a trailer that plays a header", chunked + b"2\r\n{}\r\n0\r\nOrigin: https://evil.com\r\n\r\n", answered(400)
    )
    long = request("GET", f"{namespace}/miners", "X: " + "x" * 17_000)
    yield Probe("a long header", long, refused(413, "PAYLOAD_TOO_LARGE"))
    smuggled = request("POST", f"{namespace}/miners/simulated", "Content-Length: 5", "Transfer-Encoding: chunked")
    yield Probe("a length beside chunks", smuggled + b"0\r\n\r\n", refused(400, "INVALID_REQUEST"))


def _headers(namespace: str) -> Iterator[Probe]:
    paths = (
        "/miners",
        "/info",
        "/nothing",
        "/swagger",
        "/swagger/index.html",
        "/docs/swagger.json",
        "/ws",
        "/settings",
    )
    for method, path in itertools.product(("GET", "HEAD"), paths):
        sent = request(method, namespace + path)
        yield Probe(f"the headers of {method} {path}", sent, answered(200, 404, 426))
    for path in ("/", "/healthz", "/metrics", "/docs/swagger.yaml"):
        yield Probe(f"the headers of {path}", request("GET", path), answered(200, 307))
    yield Probe("the headers of a wrong method", request("PATCH", f"{namespace}/miners"), answered(405))
    for broken in ("Sec-WebSocket-Protocol: ,;", "Sec-WebSocket-Key: x"):
        sent = request("GET", f"{namespace}/ws", *WEBSOCKET, broken)
        yield Probe(f"the headers of a handshake with {broken!r}", sent, answered(400, 426))
    yield Probe("the headers of what is no request", b"nonsense\r\n\r\n", answered(400))


def main() -> int:
    """Try all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url", nargs="?", default=f"http://127.0.0.1:8080{NAMESPACE}", help="of the daemon, or its API")
    parts = urlsplit(parser.parse_args().url)
    door = Door(parts.hostname or "", parts.port or 80, parts.path.rstrip("/") or NAMESPACE)
    tried = wrong = 0
    for probe in probes(door.namespace):
        tried += 1
        fault = probe.wrong(door(probe.sent))
        if fault is not None:
            wrong += 1
            print(f"{probe.name}: {fault}")
    print(f"{tried - wrong} of {tried} hold")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
