"""The routes of miners, over a real socket."""

import json
from collections.abc import Iterator

import pytest
import requests

from tests.api.paper_rig import BODY, WALLET, PaperRig, a_miner
from tests.api.serving import Served, data_of, error_of, served


@pytest.fixture(scope="module")
def many() -> Iterator[Served]:
    rig = PaperRig(
        a_miner("a", hashrate=10.0, uptime=3),
        a_miner("b", hashrate=None, uptime=1, status="stopped"),
        a_miner("c", hashrate=30.0, uptime=2, type="simulated"),
        a_miner("d", hashrate=10.0, uptime=3),
    )
    with served(rig) as running:
        yield running


def names(served: Served, query: str) -> str:
    return "".join(item["name"] for item in data_of(served.ask(f"/miners?{query}"))["items"])


def errors(answer: requests.Response) -> dict[str, str]:
    details = answer.json()["error"]["details"]
    assert (details["field"], details["issue"]) == (details["fields"][0]["field"], details["fields"][0]["issue"])
    return {fault["field"]: fault["issue"] for fault in details["fields"]}


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", "abcd"),
        ("order=desc", "dcba"),
        ("sort=hashrate", "adcb"),
        ("sort=hashrate&order=desc", "cadb"),
        ("sort=uptime", "bcad"),
        ("sort=uptime&order=desc", "adcb"),
        ("status=stopped", "b"),
        ("status=running&type=xmrig", "ad"),
        ("type=nobody", ""),
        ("limit=3", "abc"),
        ("limit=3&page=2", "d"),
        ("page=99", ""),
        ("status=stopped,error", "b"),
        ("status=stopped&status=running", "abcd"),
        ("_=1732646400&_nocache", "abcd"),
    ],
)
def test_lists_filtered_sorted_and_paged(many: Served, query: str, shown: str) -> None:
    assert names(many, query) == shown


def test_an_unknown_query_key_is_refused_and_the_known_ones_are_named(many: Served) -> None:
    answer = many.ask("/miners?whatever=1&page=0")
    assert error_of(answer) == (400, "INVALID_REQUEST")
    assert "sort, order" in errors(answer)["whatever"]
    assert "page" in errors(answer)
    assert error_of(many.ask("/info?verbose")) == (400, "INVALID_REQUEST")
    assert many.ask("/docs/swagger.json?whatever").status_code == 200


def test_tells_where_a_page_stands(many: Served) -> None:
    assert data_of(many.ask("/miners?limit=3&page=2"))["pagination"] == {"page": 2, "limit": 3, "total": 4, "pages": 2}
    assert data_of(many.ask("/miners?type=x"))["pagination"] == {"page": 1, "limit": 50, "total": 0, "pages": 0}


def test_names_every_bad_query_parameter_at_once(many: Served) -> None:
    answer = many.ask("/miners?page=0&limit=1001&status=asleep&sort=colour&order=up")
    assert error_of(answer) == (400, "INVALID_REQUEST")
    assert errors(answer).keys() == {"page", "limit", "status", "sort", "order"}


def test_the_plain_list_is_the_asked_for_list(many: Served) -> None:
    assert data_of(many.ask("/miners")) == data_of(many.ask("/miners?page=1"))


def test_hot_answers_follow_every_change(here: Served) -> None:
    assert data_of(here.ask("/miners/xmrig/stats"))["hashrate"] == 4520.5
    here.tell(here.rig.sample, "xmrig", 17.0)
    assert data_of(here.ask("/miners/xmrig/stats"))["hashrate"] == 17.0
    assert data_of(here.ask("/miners/xmrig"))["hashrate"] == 17.0
    assert data_of(here.ask("/miners"))["items"][0]["stats"]["hashrate"] == 17.0


def test_starts_a_miner_under_its_type(here: Served) -> None:
    answer = here.ask("/miners/simulated", "POST", json={"pool": "a:1", "wallet": "w"})
    assert (answer.status_code, data_of(answer)["name"]) == (201, "simulated")
    assert here.rig.calls[-1][3] == {"name": None, "force": False, "confirm": None, "who": "API 127.0.0.1"}


@pytest.mark.parametrize(("query", "force"), [("?force", True), ("?force=1", True), ("?force=false", False)])
def test_reads_booleans_as_people_write_them(here: Served, query: str, force: bool) -> None:
    here.ask(f"/miners/xmrig{query}&name=other", "POST", json=BODY)
    assert (here.rig.calls[-1][3]["force"], here.rig.calls[-1][3]["name"]) == (force, "other")


def test_whatever_a_client_calls_itself_the_name_is_where_it_asks_from(here: Served) -> None:
    here.ask("/miners/xmrig/pause", "POST", headers={"User-Agent": "miner-ctrl/1.0"})
    assert here.rig.calls[-1] == ("pause", "xmrig", "API 127.0.0.1")


def test_names_all_faults_of_query_and_body_at_once(here: Served) -> None:
    body = {"pool": "-o", "wallet": "a\nb", "threads": -1, "algo": "nope", "colour": 1}
    answer = here.ask("/miners/xmrig?name=..&force=perhaps", "POST", json=body)
    assert error_of(answer) == (400, "INVALID_CONFIG")
    assert errors(answer).keys() == {"name", "force", "pool", "wallet", "threads", "algo", "colour"}
    assert not here.rig.calls


@pytest.mark.parametrize("name", ["available", "stop-all", "simulated", "A", "-a", "a" * 65, "", "a%00"])
def test_refuses_names_that_mean_something_else(here: Served, name: str) -> None:
    answer = here.ask(f"/miners/xmrig?name={name}", "POST", json=BODY)
    assert error_of(answer) == (400, "INVALID_REQUEST")
    assert errors(answer).keys() == {"name"}


def test_a_wrong_wallet_alone_has_a_code_of_its_own(here: Served) -> None:
    answer = here.ask("/miners/xmrig", "POST", json=BODY | {"wallet": WALLET[:-1] + "B"})
    assert error_of(answer) == (400, "INVALID_WALLET")
    assert here.ask("/miners/simulated", "POST", json=BODY | {"wallet": WALLET[:-1] + "B"}).status_code == 201


def test_an_unknown_type_comes_before_its_body(here: Served) -> None:
    json = {"Content-Type": "application/json"}
    assert error_of(here.ask("/miners/xmrigg", "POST", data=b"{", headers=json)) == (404, "MINER_NOT_FOUND")


def test_a_live_name_is_a_conflict(here: Served) -> None:
    answer = here.ask("/miners/xmrig", "POST", json=BODY)
    assert error_of(answer) == (409, "MINER_ALREADY_RUNNING")
    assert answer.json()["error"]["details"]["pid"] == 4711


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"pool": NaN', b"[" * 4_000, b'"x"'])
def test_what_is_not_an_object_of_json_is_told(here: Served, body: bytes) -> None:
    for path in ("/miners/xmrig", "/miners/xmrig/stdin", "/miners/xmrig/restart"):
        if body or not path.endswith("restart"):
            answer = here.ask(path, "POST", data=body, headers={"Content-Type": "application/json; charset=utf-8"})
            assert error_of(answer) == (400, "INVALID_REQUEST"), path


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "application/json-ish", ""])
def test_a_body_must_say_that_it_is_json(here: Served, kind: str) -> None:
    answer = here.ask("/miners/simulated", "POST", data=json.dumps(BODY), headers={"Content-Type": kind})
    assert error_of(answer) == (415, "UNSUPPORTED_MEDIA_TYPE")


def test_a_compressed_body_is_refused(here: Served) -> None:
    headers = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
    answer = here.ask("/miners/simulated", "POST", data=b"x", headers=headers)
    assert error_of(answer) == (415, "UNSUPPORTED_MEDIA_TYPE")


@pytest.mark.parametrize("chunked", [False, True])
def test_more_than_a_mebibyte_is_refused(here: Served, chunked: bool) -> None:
    body = b" " * (1024 * 1024 + 1)
    sent = iter([body]) if chunked else body
    answer = here.ask("/miners/simulated", "POST", data=sent, headers={"Content-Type": "application/json"})
    assert error_of(answer) == (413, "PAYLOAD_TOO_LARGE")


def test_writes_need_no_body(here: Served) -> None:
    assert data_of(here.ask("/miners/xmrig/pause", "POST"))["status"] == "paused"
    assert data_of(here.ask("/miners/xmrig/resume", "POST"))["status"] == "running"
    assert here.ask("/miners/xmrig/restart?force", "POST").status_code == 201
    assert here.rig.calls[-1] == ("restart", "xmrig", None, True, "API 127.0.0.1", None)
    stopped = data_of(here.ask("/miners/xmrig?forget", "DELETE"))
    assert (stopped["status"], stopped["message"], stopped["stoppedAt"]) == (
        "stopped",
        "It is stopped.",
        "2025-12-31T12:00:00Z",
    )


def test_a_restart_checks_its_configuration_for_the_miners_type(here: Served) -> None:
    assert errors(here.ask("/miners/xmrig/restart", "POST", json=BODY | {"algo": "x"})).keys() == {"algo"}
    assert here.ask("/miners/xmrig/restart", "POST", json=BODY | {"threads": 2}).status_code == 201
    assert here.rig.calls[-1][2].threads == 2


def test_types_keys(here: Served) -> None:
    assert data_of(here.ask("/miners/xmrig/stdin", "POST", json={"input": "p"}))["name"] == "xmrig"
    assert here.rig.calls[-1] == ("send", "xmrig", "p", "API 127.0.0.1")
    assert error_of(here.ask("/miners/xmrig/stdin", "POST", json={"input": "q"})) == (409, "NOT_SUPPORTED")
    assert errors(here.ask("/miners/xmrig/stdin", "POST", json={"input": 1, "x": 2})).keys() == {"input", "x"}


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("", (3600, None, None, None)),
        ("?resolution=1m&duration=24h", (86400, 60, None, None)),
        ("?duration=300", (300, None, None, None)),
        ("?duration=300s", (300, None, None, None)),
        ("?duration=5m", (300, None, None, None)),
        ("?duration=90d&algorithm=rx/0", (90 * 86400, None, "rx/0", None)),
        ("?card=0", (3600, None, None, "0")),
    ],
)
def test_asks_for_the_past(here: Served, query: str, asked: tuple[int, int | None, str | None, str | None]) -> None:
    past = data_of(here.ask(f"/miners/xmrig/hashrate-history{query}"))
    assert past.keys() == {"points", "resolution", "duration", "from", "to", "algorithm", "algorithms", "card"}
    assert past["points"][0].keys() == {"timestamp", "hashrate", "resolution"}
    assert here.rig.calls[-1][2:] == asked


def test_names_what_is_wrong_about_a_stretch_of_the_past(here: Served) -> None:
    for bad in ("4m", "91d", "1w", "-5m", "5", "99999999d"):
        answer = here.ask(f"/miners/xmrig/hashrate-history?resolution=2m&duration={bad}")
        assert errors(answer).keys() == {"resolution", "duration"}, bad


def test_a_card_that_the_miner_does_not_have_is_refused_with_those_that_it_has(here: Served) -> None:
    assert errors(here.ask("/miners/xmrig/hashrate-history?card=0000:01:00.0")) == {
        "card": "'0000:01:00.0' is no graphics card that this miner was measured on; name one of 0"
    }


def test_shows_the_miners_text(here: Served) -> None:
    page = data_of(here.ask("/miners/xmrig/logs?lines=5000&cursor=abc"))
    assert (page["cursor"], page["items"][0].keys()) == ("1:0", {"time", "text"})
    assert here.rig.calls[-1] == ("logs", "xmrig", 5000, "abc")
    assert errors(here.ask("/miners/xmrig/logs?lines=0")).keys() == {"lines"}


ODD = [
    "..%2f",
    "..%2f..%2fetc",
    "%00",
    "a%00b",
    "x" * 4096,
    "%E2%98%83",
    "%ff",
    "Xmrig",
    "%2e%2e",
    "a%5cb",
    "%F0%9F%92%A9",
]


@pytest.mark.parametrize("name", ODD)
def test_odd_names_are_miners_that_do_not_exist(here: Served, name: str) -> None:
    for method, rest in (("GET", ""), ("GET", "/stats"), ("GET", "/logs"), ("DELETE", ""), ("POST", "/pause")):
        path = f"/api/v1/mining/miners/{name}{rest}"
        answer = here.raw(f"{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
        assert answer.startswith(b"HTTP/1.1 404 "), answer[:200]
        assert b'"MINER_NOT_FOUND"' in answer
    assert not here.rig.calls


def test_lists_what_could_be_installed_and_what_is(reading: Served) -> None:
    available = data_of(reading.ask("/miners/available?limit=1"))
    assert (available["items"][0]["type"], available["pagination"]["total"]) == ("simulated", 2)
    info = data_of(reading.ask("/info"))
    assert (info["totalMemory"], info["installedMiners"][0]["path"]) == (16777216, "/p/xmrig")


def test_tells_the_timeline_from_both_ends(here: Served) -> None:
    for _ in range(3):
        here.ask("/miners/xmrig/pause", "POST")
    newest = data_of(here.ask("/events?limit=2"))
    assert [event["seq"] for event in newest["items"]] == [3, 2]
    assert newest["pagination"] == {"page": 1, "limit": 2, "total": 3, "pages": 2}
    assert [event["seq"] for event in data_of(here.ask("/events?since=1&miner=xmrig"))["items"]] == [2, 3]
    after = data_of(here.ask("/events?since=1&limit=1"))
    assert [event["seq"] for event in after["items"]] == [2]
    assert after["pagination"]["total"] == data_of(here.ask("/events?since=1"))["pagination"]["total"] >= 2
    assert [event["seq"] for event in data_of(here.ask("/events?since=1&limit=1&page=2"))["items"]] == [3]
    kinds = {event["event"] for event in data_of(here.ask("/events?event=stop,start"))["items"]}
    assert kinds <= {"stop", "start"}
    assert errors(here.ask("/events?event=odd&from=yesterday&to=2025-12-31T23:59:59")).keys() == {"event", "from", "to"}
    assert here.ask("/events?from=2025-12-31T23:59:59Z").status_code == 200
    assert data_of(here.ask("/events?miner=nobody"))["items"] == []
    assert errors(here.ask("/events?since=x&page=0")).keys() == {"since", "page"}
