"""One judgement: what is remembered of it says the same as it does, whatever came before, on every way in."""

import asyncio
import json
from functools import lru_cache, partial
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mining.api.answer import Answer
from mining.api.call import Call, Rooms
from mining.api.front import Front
from mining.api.guard import JUDGED, Admission, Denial, RequestFacts, facts_of, gate_of, judge
from mining.api.operation import Operation
from mining.api.settings import ApiSettings
from mining.domain.principal import Principal
from tests.api.paper_access import PaperAccess
from tests.api.paper_rig import WALLET, PaperRig, a_miner

NS = "/api/v1/mining"
STATIC = f"{NS}/swagger"
GATES = [
    ApiSettings(),
    ApiSettings(bound_hosts=("0.0.0.0",), hostname="rig"),
    ApiSettings(cors_origins=("https://ui.example",), public_url="https://mine.example"),
    ApiSettings(cors_origins=("*",)),
]
VALUES = {
    b"host": [b"localhost", b"127.0.0.1:8080", b"rig", b"evil.com", b"127.1", b"mine.example"],
    b"origin": [b"http://localhost", b"http://127.0.0.1:3000", b"https://evil.com", b"null", b"https://ui.example"],
    b"sec-fetch-site": [b"none", b"same-site", b"cross-site"],
    b"authorization": [b"Bearer x", b"bearer", b"Basic x"],
    b"forwarded": [b"for=1.1.1.1"],
    b"x-forwarded-for": [b"1.1.1.1"],
    b"x-forwarded-host": [b"evil.com"],
    b"content-type": [b"application/json", b"text/plain"],
    b"content-encoding": [b"identity", b"gzip"],
    b"content-length": [b"0", b"2", b"99999999"],
    b"transfer-encoding": [b"chunked"],
    b"x-real-ip": [b"1.1.1.1"],
    b"via": [b"1.1 proxy"],
    b"sec-websocket-protocol": [b"mining.v1, mining.key.mp_1", b"mining.v1"],
    b"user-agent": [b"one", b"two"],
    b"accept": [b"*/*"],
}
HEADERS = st.lists(
    st.sampled_from([(name, value) for name, values in VALUES.items() for value in values]), max_size=5
).map(lambda rows: [(b"host", b"localhost"), *rows] if len(rows) % 4 else rows)
SCOPES = st.builds(
    lambda method, headers, path, peer, kind: {
        "type": kind, "method": method, "headers": headers, "path": path, "query_string": b"", "client": peer,
    },
    st.sampled_from(["GET", "HEAD", "OPTIONS", "POST", "DELETE"]),
    HEADERS,
    st.sampled_from([f"{NS}/miners", f"{NS}/miners/xmrig/stats", "/healthz", f"{NS}/swagger", "/"]),
    st.sampled_from([("127.0.0.1", 1), ("127.0.0.1", 2), ("10.0.0.9", 1), None]),
    st.sampled_from(["http", "http", "websocket"]),
)  # fmt: skip


def same(one: Admission | Denial, other: Admission | Denial) -> bool:
    """Whether two verdicts mean the same; errors are compared by what they say."""

    def meaning(verdict: Admission | Denial) -> Any:
        return (str(verdict.error), verdict.headers) if isinstance(verdict, Denial) else verdict

    return meaning(one) == meaning(other)


@pytest.mark.parametrize("allowed", GATES)
@given(scopes=st.lists(SCOPES, min_size=2, max_size=12))
@settings(max_examples=60, deadline=None)
def test_what_is_remembered_is_what_would_be_judged(allowed: ApiSettings, scopes: list[dict[str, Any]]) -> None:
    gate = gate_of(allowed)
    remembered = lru_cache(4)(partial(judge, gate))
    for scope in [*scopes, *scopes]:
        facts = facts_of(scope, STATIC)
        assert same(remembered(facts), judge(gate, facts))


@pytest.mark.parametrize("allowed", GATES)
@given(scope=SCOPES, other=SCOPES, part=st.sampled_from(["method", "path", "client", "type", "headers"]))
@settings(max_examples=150, deadline=None)
def test_whatever_changes_the_verdict_changes_the_key(
    allowed: ApiSettings, scope: dict[str, Any], other: dict[str, Any], part: str
) -> None:
    gate, changed = gate_of(allowed), {**scope, part: other[part]}
    one, another = facts_of(scope, STATIC), facts_of(changed, STATIC)
    assert same(judge(gate, one), judge(gate, another)) or one != another


@pytest.mark.parametrize("name", sorted(JUDGED))
def test_every_header_that_is_judged_is_in_the_key_to_the_byte(name: bytes) -> None:
    base = {"type": "http", "method": "POST", "path": "/", "client": None}
    keys = {facts_of({**base, "headers": [(name, value)]}, STATIC) for value in (b"a", b"A", b"a ", b"")}
    twice = facts_of({**base, "headers": [(name, b"a"), (name, b"a")]}, STATIC)
    assert len(keys | {twice, facts_of({**base, "headers": []}, STATIC)}) == 6


def test_what_the_judgement_never_reads_is_not_in_the_key() -> None:
    assert set(RequestFacts._fields) == {"method", "headers", "peer", "public", "websocket", "probe"}
    base = {"type": "http", "method": "GET", "path": "/", "client": ("127.0.0.1", 1), "headers": []}
    assert facts_of(base, STATIC) == facts_of(
        {**base, "headers": [(b"accept", b"x")], "client": ("127.0.0.1", 2)}, STATIC
    )


def asked(front: Front, scope: dict[str, Any]) -> tuple[int, dict[bytes, bytes], bytes]:
    """Status, headers and body of one request, without a server."""
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    asyncio.run(front(scope, receive, send))  # type: ignore[arg-type]  # plain functions for a test
    return sent[0]["status"], dict(sent[0]["headers"]), sent[1]["body"]


def tells_who_asks() -> list[Operation]:
    """Operations at every path above, which answer by what their asker was let in."""

    async def tell(call: Call) -> Answer:
        return Answer(call.who.via.encode(), 299)

    paths = (("/miners", False), ("/miners/{name}/stats", False), ("/swagger", False), ("/healthz", True), ("/", True))
    return [
        Operation(method, path, tell, "", needs="viewer", at_root=at_root)  # type: ignore[arg-type]  # mypy makes a str of it
        for method in ("GET", "POST", "DELETE")
        for path, at_root in paths
    ]


@pytest.mark.parametrize("allowed", GATES)
@given(scopes=st.lists(SCOPES.filter(lambda each: each["type"] == "http"), min_size=1, max_size=8))
@settings(max_examples=40, deadline=None)
def test_no_answer_goes_round_the_judgement(allowed: ApiSettings, scopes: list[dict[str, Any]]) -> None:
    nothing = cast(Any, None)
    rooms = Rooms(cast(Any, PaperRig(a_miner())), allowed, nothing, nothing, nothing, nothing, PaperAccess().rooms)
    front, gate = Front(rooms, tells_who_asks()), gate_of(allowed)
    for scope in [*scopes, *scopes]:
        status, headers, body = asked(front, scope)
        verdict = judge(gate, facts_of(scope, STATIC))
        assert set(verdict.headers) <= set(headers.items())
        if isinstance(verdict, Denial):
            assert json.loads(body)["error"]["message"] == verdict.error.message
        elif scope["method"] != "OPTIONS":
            hot = status == 200
            assert hot or body.decode() == verdict.principal.via
            assert not (hot and verdict.principal.masked), "a hot answer is never masked"
            assert (WALLET.encode() in body) is (hot and scope["path"] == f"{NS}/miners")


def test_a_request_is_judged_by_what_it_brings() -> None:
    headers = [(b"host", b"rig"), (b"user-agent", b"curl/8"), (b"accept", b"*/*")]
    scope = {"type": "http", "method": "GET", "path": "/healthz", "client": ("10.0.0.9", 1), "headers": headers}
    verdict = judge(gate_of(ApiSettings(bound_hosts=("0.0.0.0",), hostname="rig")), facts_of(scope, STATIC))
    assert isinstance(verdict, Admission)
    assert verdict.principal == Principal("API 10.0.0.9", "public", "curl/8", "viewer")
