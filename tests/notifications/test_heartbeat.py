"""The sign of life: where it may go, what it says, and a real server that takes it or does not."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from mining.domain.alerts.heartbeat import Beat, beat_of, heartbeat_issue
from mining.domain.attention.item import AttentionItem, Severity
from mining.foundation.tasks import end, persistent
from mining.notifications.destinations import BadHeartbeat, Destinations, change_faults, check_destinations
from mining.notifications.heartbeat import Heartbeat, HeartbeatTiming

NOW = datetime(2030, 1, 1, tzinfo=UTC)
URL = "https://hc-ping.com/0c1e-uuid"
QUICK = HeartbeatTiming(settle=0, retry=0.1)


def item(severity: Severity = "error", since: datetime = NOW - timedelta(hours=1)) -> AttentionItem:
    return AttentionItem(
        id="cpu:hung", code="hung", severity=severity, miner="cpu", since=since, text="It hangs.", message=None,
        params={}, action=None,
    )  # fmt: skip


def test_while_all_is_well_the_address_is_asked_and_else_its_fail_is_told_why() -> None:
    assert beat_of(URL, [], NOW) == Beat(URL)
    assert beat_of(URL, [item("warning"), item("hint")], NOW) == Beat(URL)
    assert beat_of(URL, [item()], NOW) == Beat(f"{URL}/fail", "cpu: It hangs.")
    assert beat_of(f"{URL}/", [item()], NOW) == Beat(f"{URL}/fail", "cpu: It hangs.")


def test_what_was_over_in_a_minute_is_no_failure() -> None:
    assert beat_of(URL, [item(since=NOW - timedelta(seconds=30))], NOW) == Beat(URL)


def test_an_address_with_a_query_hears_nothing_while_something_is_wrong() -> None:
    assert beat_of(f"{URL}?status=up", [item()], NOW) is None
    assert beat_of(f"{URL}?status=up", [], NOW) == Beat(f"{URL}?status=up")


@pytest.mark.parametrize(
    "url",
    ["", "hc-ping.com/x", "ftp://a.example/x", "https://", "https://a.example/x#y", "https://a b/", "https://ü.example/",
     "https://a.example:99999/", "https://a.example/x\r\nHost: y"],
)  # fmt: skip
def test_what_is_no_address_is_refused(url: str) -> None:
    assert "must be an address" in str(heartbeat_issue(url, by_hand=True))


def test_no_sign_of_life_goes_where_no_message_may() -> None:
    assert "user and a password" in str(heartbeat_issue("https://u:p@a.example/x", by_hand=True))
    assert "tells a cloud machine" in str(heartbeat_issue("http://169.254.169.254/x", by_hand=True))
    assert "to this daemon itself" in str(heartbeat_issue("http://localhost:8080/x", by_hand=True, own_ports=[8080]))
    assert heartbeat_issue("http://127.0.0.1:9000/x", by_hand=True) is None


@pytest.mark.parametrize(
    "url", ["https://127.0.0.1/x", "https://rig.lan/x", "https://192.168.1.7/x", "https://[::1]/x"]
)
def test_a_request_leads_only_to_the_internet_and_by_tls(url: str) -> None:
    assert "its network" in str(heartbeat_issue(url, by_hand=False))
    assert "without TLS" in str(heartbeat_issue(url.replace("https", "http"), by_hand=False))
    assert heartbeat_issue(URL, by_hand=False) is None


def test_a_request_names_no_place_of_the_network_anew() -> None:
    near = "https://192.168.1.7/x"
    (fault,) = change_faults(Destinations((), None), Destinations((), near), ())
    assert (fault.field, "its network" in fault.issue) == ("heartbeatUrl", True)
    assert change_faults(Destinations((), near), Destinations((), near), ()) == []
    with pytest.raises(BadHeartbeat, match="to this daemon itself"):
        check_destinations(Destinations((), "http://localhost:8080/x"), [8080])


class Ear:
    """Hears signs of life at one port."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, str, str]] = []
        self.status = 200
        ear = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
                ear.heard.append((self.command, self.path, body))
                self.send_response(ear.status)
                self.send_header("Location", "/elsewhere")
                self.end_headers()

            def do_GET(self) -> None:
                self.answer()

            def do_POST(self) -> None:
                self.answer()

            def log_message(self, *_: Any) -> None:
                """Nothing is printed."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port: int = self.server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}/ping/s3cret"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()


@pytest.fixture
def ear() -> Iterator[Ear]:
    made = Ear()
    yield made
    made.server.shutdown()
    made.server.server_close()


@asynccontextmanager
async def beating(heartbeat: Heartbeat) -> AsyncIterator[None]:
    running = persistent("beat", heartbeat.run)
    try:
        yield
    finally:
        await end(running)


async def until(condition: Callable[[], Any], what: str) -> None:
    async with asyncio.timeout(60):
        while not condition():
            await asyncio.sleep(0.02)
    assert condition(), what


async def test_a_sign_of_life_comes_again_and_again_until_something_is_wrong(ear: Ear) -> None:
    items: list[AttentionItem] = []
    heartbeat = Heartbeat(lambda: items, timing=QUICK)
    heartbeat.use(ear.url, 0.1)
    async with beating(heartbeat):
        await until(lambda: len(ear.heard) > 2, "three signs")
        assert set(ear.heard) == {("GET", "/ping/s3cret", "")}
        items.append(item(since=datetime.now(UTC) - timedelta(hours=1)))
        await until(lambda: ear.heard[-1] == ("POST", "/ping/s3cret/fail", "cpu: It hangs."), "a failure")
        heartbeat.use(None, 0.1)
        await asyncio.sleep(0.5)
        count = len(ear.heard)
        await asyncio.sleep(0.5)
        assert len(ear.heard) == count


async def test_one_that_is_not_taken_is_tried_again_and_told_until_it_is(ear: Ear) -> None:
    ear.status = 404
    heartbeat = Heartbeat(lambda: [], timing=QUICK)
    heartbeat.use(ear.url, 3600)
    async with beating(heartbeat):
        await until(heartbeat.failures, "a failure")
        assert "HTTP 404" in heartbeat.failures()[0].issue
        assert "s3cret" not in str(heartbeat.failures())
        ear.status = 200
        await until(lambda: not heartbeat.failures(), "the end of it")


async def test_an_address_that_was_taken_back_while_it_was_asked_is_no_failure_any_more(
    ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, answered = asyncio.Event(), asyncio.Event()

    async def slow(self: Heartbeat, beat: Beat) -> str:
        asked.set()
        await answered.wait()
        return "It could not be reached."

    monkeypatch.setattr(Heartbeat, "_issue", slow)
    heartbeat = Heartbeat(lambda: [], timing=QUICK)
    heartbeat.use(ear.url, 3600)
    async with beating(heartbeat):
        await asked.wait()
        heartbeat.use(None, 3600)
        answered.set()
        for _ in range(5):
            await asyncio.sleep(0)
        assert not heartbeat.failures()
        asked.clear()
        heartbeat.use(ear.url, 3600)
        await until(heartbeat.failures, "a failure of the address that is in use")


async def test_a_redirect_is_not_followed_and_a_forbidden_place_not_connected_to(ear: Ear) -> None:
    ear.status = 302
    heartbeat = Heartbeat(lambda: [], timing=QUICK)
    heartbeat.use(ear.url, 3600)
    async with beating(heartbeat):
        await until(heartbeat.failures, "a failure")
        assert "has moved" in heartbeat.failures()[0].issue
    assert {path for _, path, _ in ear.heard} == {"/ping/s3cret"}
    ear.heard.clear()
    own = Heartbeat(lambda: [], own_ports=[ear.port], timing=QUICK)
    own.use(ear.url, 3600)
    async with beating(own):
        await until(own.failures, "a failure")
        assert "this daemon itself" in own.failures()[0].issue
    assert ear.heard == []
