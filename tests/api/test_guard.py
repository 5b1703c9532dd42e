"""Who may ask: the decision as a table, and every class of asker against the live server."""

import itertools
import socket
from collections.abc import Iterator
from typing import Any

import pytest

from mining.api.envelope import HostNotAllowed, OriginNotAllowed, Unauthorized, UnsupportedMediaType
from mining.api.guard import Admission, Denial, RequestFacts, classify, gate_of, host_allowed, judge
from mining.api.settings import ApiSettings, normal_namespace
from mining.domain.errors import MiningError
from mining.domain.principal import Principal
from tests.api.paper_rig import WALLET, PaperRig, a_miner
from tests.api.serving import Served, error_of, served

HOME = gate_of(ApiSettings())
OPEN = gate_of(ApiSettings(bound_hosts=("0.0.0.0",), hostname="rig"))


def facts(
    hosts: tuple[str, ...] = ("localhost",),
    origins: tuple[str, ...] = (),
    headers: dict[str, str] | None = None,
    **more: Any,
) -> RequestFacts:
    """A request with these headers."""
    rows = [*(("host", host) for host in hosts), *(("origin", origin) for origin in origins), *(headers or {}).items()]
    return RequestFacts(headers=tuple((name.encode(), value.encode("latin-1")) for name, value in rows), **more)


def error_in(verdict: Admission | Denial) -> MiningError | None:
    """Why a request may not pass, if it may not."""
    return verdict.error if isinstance(verdict, Denial) else None


def who(verdict: Admission | Denial) -> Principal:
    """Who asks, if the request may pass."""
    assert isinstance(verdict, Admission)
    return verdict.principal


HERE = ["localhost", "LOCALHOST:8080", "127.0.0.1", "127.0.0.1:1", "127.9.9.9", "[::1]", "[::1]:8080", "a.b.localhost"]
TRICKS = [
    "127.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "127.0.0.01", "0", "1.2.3.4.5", "127.0.0.1.",
    "localhost.", "", " localhost", "localhost:", "localhost:0", "localhost:99999", "localhost:8080:1",
    "user@localhost", "localhost/x", "[::1", "::1", "[::1%lo]", "[127.0.0.1]", "127.0.0.1.evil.com",
    "localhost.evil.com", "évil",
]  # fmt: skip
STRANGE = [
    "evil-localhost",
    "evil.com",
    "evil.com:8080",
    "192.168.1.5",
    "10.0.0.1:8080",
    "[fe80::1]",
    "0.0.0.0",
    "[::]",
    "[::ffff:127.0.0.1]",
]


@pytest.mark.parametrize("host", HERE)
def test_answers_to_the_names_of_this_machine(host: str) -> None:
    assert host_allowed(HOME, host)
    assert host_allowed(OPEN, host)


@pytest.mark.parametrize("host", TRICKS)
def test_tricks_are_nobodys_name(host: str) -> None:
    assert not host_allowed(HOME, host)
    assert not host_allowed(OPEN, host)


@pytest.mark.parametrize("host", STRANGE)
def test_answers_to_no_stranger_on_loopback(host: str) -> None:
    assert not host_allowed(HOME, host)


@pytest.mark.parametrize(
    ("host", "allowed"),
    [("192.168.1.5", True), ("rig", True), ("rig.local:8080", True), ("nas", True), ("0.0.0.0", False), ("[::]", False),
     ("evil.com", False), ("other.local", False)],
)  # fmt: skip
def test_bound_to_the_network_it_answers_to_addresses_and_its_own_name(host: str, allowed: bool) -> None:
    assert host_allowed(OPEN, host) is allowed


def test_answers_to_names_that_the_operator_allows() -> None:
    gate = gate_of(ApiSettings(allowed_hosts=("Rig.example",), public_url="https://mine.example/x"))
    assert host_allowed(gate, "rig.example:80")
    assert host_allowed(gate, "mine.example")
    assert not host_allowed(gate, "x.mine.example")


@pytest.mark.parametrize(
    ("hosts", "why"), [((), "none"), (("localhost", "localhost"), "two"), (("evil.com",), "other")]
)
def test_needs_exactly_one_host_it_answers_to(hosts: tuple[str, ...], why: str) -> None:
    assert isinstance(error_in(judge(HOME, facts(hosts))), HostNotAllowed), why


ORIGINS = {
    "none": [()],
    "same": [("http://localhost:8080",), ("HTTP://LOCALHOST:8080",)],
    "trusted": [("http://127.0.0.1:3000",), ("https://localhost",), ("http://[::1]:5173",), ("http://x.localhost:1",)],
    "foreign": [
        ("https://evil.com",), ("null",), ("",), ("file://",), ("http://localhost.evil.com",), ("http://localhost:8080/",),
        ("chrome-extension://abc",), ("http://192.168.1.2",), ("http://a", "http://localhost:8080"), ("http://127.1",),
        ("http://localhost:8080", "https://evil.com"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("origin", "said"), [(key, said) for key, rows in ORIGINS.items() for said in rows])
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"])
def test_only_a_foreign_page_may_not_write(origin: str, said: tuple[str, ...], method: str) -> None:
    asked = facts(("localhost:8080",), said, method=method)
    verdict = judge(HOME, asked)
    assert classify(HOME, asked) == origin
    refused = origin == "foreign" and method not in ("GET", "HEAD", "OPTIONS")
    assert isinstance(error_in(verdict), OriginNotAllowed) is refused
    assert refused or who(verdict).masked is (origin == "foreign")
    assert dict(verdict.headers).get(b"access-control-allow-origin") == (b"*" if said else None)


@pytest.mark.parametrize(
    ("site", "origin"),
    [("cross-site", "foreign"), ("same-site", "foreign"), ("same-origin", "none"), ("none", "none")],
)
def test_a_browser_that_hides_the_origin_still_tells_the_site(site: str, origin: str) -> None:
    assert classify(HOME, facts(headers={"sec-fetch-site": site})) == origin


def test_a_websocket_of_a_page_that_is_not_listed_is_refused_where_some_are() -> None:
    gate = gate_of(ApiSettings(cors_origins=("https://pool.example/",)))
    listed = judge(gate, facts(origins=("https://pool.example",), websocket=True))
    assert not who(listed).masked
    for origin in ("https://evil.com", "http://localhost:3000", "null"):
        assert isinstance(error_in(judge(gate, facts(origins=(origin,), websocket=True))), OriginNotAllowed), origin
    assert error_in(judge(gate, facts(websocket=True))) is None  # no page at all
    assert error_in(judge(gate, facts(origins=("https://evil.com",)))) is None  # its browser keeps the answer from it


@pytest.mark.parametrize(
    "text", ["", "null", "pool.example", "https://", "https://a.b/path", "https://a.b//", "ftp://a.b"]
)
def test_what_is_no_origin_is_refused_at_the_start(text: str) -> None:
    with pytest.raises(ValueError, match="--cors-origin"):
        gate_of(ApiSettings(cors_origins=("https://pool.example", text)))


def test_only_what_monitoring_asks_is_answered_without_a_host() -> None:
    assert error_in(judge(HOME, facts((), probe=True))) is None
    assert isinstance(error_in(judge(HOME, facts(()))), HostNotAllowed)
    assert isinstance(error_in(judge(HOME, facts(("evil.com",), probe=True))), HostNotAllowed)


def test_a_websocket_of_a_foreign_page_only_reads() -> None:
    assert who(judge(HOME, facts(origins=("https://evil.com",), websocket=True))).masked


@pytest.mark.parametrize(
    ("origin", "kind", "allowed"),
    [("https://ui.example", "trusted", b"https://ui.example"), ("http://127.0.0.1:3000", "foreign", None),
     ("https://evil.com", "foreign", None), ("http://localhost:8080", "same", None)],
)  # fmt: skip
def test_a_listed_origin_is_echoed_and_others_lose_their_trust(origin: str, kind: str, allowed: bytes | None) -> None:
    gate = gate_of(ApiSettings(cors_origins=("https://ui.example",)))
    asked = facts(("localhost:8080",), (origin,), method="POST")
    verdict = judge(gate, asked)
    assert classify(gate, asked) == kind
    assert dict(verdict.headers).get(b"access-control-allow-origin") == allowed


def test_anyone_means_anyone_when_it_was_said_explicitly() -> None:
    gate = gate_of(ApiSettings(cors_origins=("*",)))
    for origins in (("https://evil.com",), ("null",)):
        assert not who(judge(gate, facts(origins=origins, method="POST"))).masked


def test_the_public_url_is_trusted() -> None:
    gate = gate_of(ApiSettings(public_url="https://mine.example"))
    asked = facts(("127.0.0.1:8080",), ("https://mine.example",), method="POST")
    assert who(judge(gate, asked)).via == "origin:trusted"


def test_a_token_that_nobody_issued_is_refused_everywhere() -> None:
    for public, method in itertools.product((True, False), ("GET", "POST")):
        asked = facts(headers={"authorization": "Bearer x"}, method=method, public=public)
        assert isinstance(error_in(judge(HOME, asked)), Unauthorized)


@pytest.mark.parametrize(
    ("asked", "open_"),
    [(facts(), True), (facts(headers={"x-forwarded-for": "1.1.1.1"}), False), (facts(("rig",)), False),
     (facts(peer="10.0.0.9"), False), (facts(("rig",), peer="10.0.0.9", public=True), True)],
)  # fmt: skip
def test_bound_to_the_network_only_this_machine_needs_no_token(asked: RequestFacts, open_: bool) -> None:
    assert isinstance(error_in(judge(OPEN, asked)), Unauthorized) is not open_


def test_no_header_gives_an_asker_another_name() -> None:
    claims = facts(origins=("http://localhost",), headers={"user-agent": "API 10.0.0.1"}, peer="127.0.0.1")
    assert who(judge(HOME, claims)) == Principal("API 127.0.0.1", "origin:same", "API 10.0.0.1", "admin")


def test_what_a_client_calls_itself_is_cut_and_printable() -> None:
    assert who(judge(HOME, facts(headers={"user-agent": "\x1b[2J" + "x" * 500}))).client == "[2J" + "x" * 60
    assert who(judge(HOME, facts(headers={"user-agent": " \t "}))).client is None


def test_who_needs_no_token_from_afar_sees_no_more_than_a_stranger() -> None:
    far = who(judge(OPEN, facts(("rig",), peer="10.0.0.9", public=True)))
    assert (far.via, far.masked) == ("public", True)


@pytest.mark.parametrize(
    ("headers", "refused"),
    [({}, False), ({"content-length": "0", "content-type": "text/plain"}, False),
     ({"content-length": "2"}, True), ({"content-length": "2", "content-type": "text/plain"}, True),
     ({"content-length": "2", "content-type": "Application/JSON; charset=UTF-8"}, False),
     ({"transfer-encoding": "chunked"}, True),
     ({"transfer-encoding": "chunked", "content-type": "application/json"}, False),
     ({"content-length": "2", "content-type": "application/json", "content-encoding": "gzip"}, True)],
)  # fmt: skip
def test_a_write_brings_plain_json_or_nothing(headers: dict[str, str], refused: bool) -> None:
    for method in ("POST", "PUT", "DELETE"):
        assert isinstance(error_in(judge(HOME, facts(headers=headers, method=method))), UnsupportedMediaType) is refused
    assert error_in(judge(HOME, facts(headers=headers))) is None


def test_of_several_content_types_every_one_must_be_json() -> None:
    for kinds in ((b"application/json", b"text/plain"), (b"text/plain", b"application/json")):
        rows = ((b"host", b"localhost"), *((b"content-type", kind) for kind in kinds), (b"content-length", b"2"))
        assert isinstance(error_in(judge(HOME, RequestFacts("POST", rows))), UnsupportedMediaType)


@pytest.mark.parametrize(("said", "meant"), [("api//v2/", "/api/v2"), ("/custom/path", "/custom/path"), ("x", "/x")])
def test_normalises_the_namespace(said: str, meant: str) -> None:
    assert normal_namespace(said) == meant


@pytest.mark.parametrize("said", ["/", "", "//", "/a b", '/"', "/..", "/docs/x", "/metrics", "/{a}"])
def test_refuses_a_namespace_that_would_take_over_the_root(said: str) -> None:
    with pytest.raises(ValueError, match="namespace"):
        ApiSettings(namespace=said)


HOSTS = {"home": "localhost:8080", "stranger": "evil.com", "trick": "2130706433"}
FROM = {
    "none": {},
    "same": {"Origin": "http://localhost:8080"},
    "trusted": {"Origin": "http://127.0.0.1:3000"},
    "foreign": {"Origin": "https://evil.com"},
    "opaque": {"Origin": "null"},
    "hidden": {"Sec-Fetch-Site": "cross-site"},
}
TOKENS = {"no token": {}, "wrong token": {"Authorization": "Bearer nobody"}}
NS = "/api/v1/mining"
ASKED = [
    ("GET", f"{NS}/miners"), ("GET", f"{NS}/miners?page=1"), ("GET", f"{NS}/miners/xmrig"),
    ("GET", f"{NS}/miners/xmrig/logs"), ("GET", f"{NS}/swagger/start.js"), ("POST", f"{NS}/miners/xmrig/pause"),
    ("OPTIONS", f"{NS}/miners/xmrig"), ("WS", f"{NS}/ws"),
]  # fmt: skip
UPGRADE = {
    "Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}  # fmt: skip
PROBES = list(itertools.product(ASKED, HOSTS, FROM, TOKENS))


@pytest.fixture(scope="module")
def gated() -> Iterator[Served]:
    with served(PaperRig(a_miner())) as running:
        yield running


def expected(method: str, host: str, origin: str, token: str) -> tuple[int, str | None]:
    """The table of the threat model, in words."""
    if host != "home":
        return 421, "HOST_NOT_ALLOWED"
    if token != "no token":
        return 401, "UNAUTHORIZED"
    if method == "POST" and origin in ("foreign", "opaque", "hidden"):
        return 403, "ORIGIN_NOT_ALLOWED"
    return {"WS": 101, "OPTIONS": 204}.get(method, 200), None


@pytest.mark.parametrize(("what", "host", "origin", "token"), PROBES)
def test_the_server_keeps_the_table(gated: Served, what: tuple[str, str], host: str, origin: str, token: str) -> None:
    method, path = what
    headers = {"Host": HOSTS[host], **FROM[origin], **TOKENS[token], **(UPGRADE if method == "WS" else {})}
    head, body = probe(gated, "GET" if method == "WS" else method, path, headers)
    status, code = expected(method, host, origin, token)
    assert int(head.split()[1]) == status
    if code:
        assert f'"{code}"' in body
        assert "content-type: application/json\r\n" in head
    if "Origin" in headers and status != 101:
        assert "access-control-allow-origin: *\r\n" in head
    if method not in ("WS", "OPTIONS"):
        assert "vary: Origin\r\n" in head
    if status in (200, 101) and ("miners" in path or method == "WS") and method != "POST":
        masked = origin in ("foreign", "opaque", "hidden")
        assert (WALLET in body) is not masked
        assert ("44AF…BEP3A"[:5] in body) is masked
        assert not (masked and "/p/xmrig" in body)


def probe(here: Served, method: str, path: str, headers: dict[str, str]) -> tuple[str, str]:
    """Head and body (or first frame) of one exchange."""
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    with socket.create_connection(("127.0.0.1", here.port), timeout=30) as peer:
        peer.sendall(f"{method} {path} HTTP/1.1\r\n{lines}\r\n".encode())
        stream = peer.makefile("rb")
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            head += stream.readline()
        told = head.decode()
        if told.startswith("HTTP/1.1 101"):
            stream.read(2)
            return told, stream.read(int.from_bytes(stream.read(2), "big")).decode()
        length = next((int(row.split(": ")[1]) for row in told.split("\r\n") if row.startswith("content-length")), 0)
        return told, stream.read(length).decode()


def test_a_preflight_is_answered_in_full(gated: Served) -> None:
    answer = gated.ask(
        "/miners/xmrig", "OPTIONS", headers={"Origin": "https://evil.com", "Access-Control-Request-Method": "PUT"}
    )
    assert (answer.status_code, answer.content) == (204, b"")
    assert "DELETE" in answer.headers["access-control-allow-methods"]
    assert "Authorization" in answer.headers["access-control-allow-headers"]
    assert "access-control-allow-credentials" not in answer.headers


def test_a_second_host_header_is_refused_on_the_quick_way_too(gated: Served) -> None:
    gated.ask("/miners")
    for second in ("localhost", "evil.com"):
        sent = f"GET {NS}/miners HTTP/1.1\r\nHost: localhost\r\nHost: {second}\r\nConnection: close\r\n\r\n"
        assert gated.raw(sent.encode()).startswith(b"HTTP/1.1 421")


def test_a_stranger_is_told_which_flag_lets_him_in(gated: Served) -> None:
    answer = gated.ask("/miners", headers={"Host": "mine.example"})
    assert error_of(answer) == (421, "HOST_NOT_ALLOWED")
    assert "--allowed-host" in answer.json()["error"]["message"]
