"""A real Chromium on the dashboard of a real daemon with simulated miners."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, Request, expect, sync_playwright

from tests.daemons import SLACK, Daemon, daemon, wait_for
from tests.needs import need
from tests.standins import vendor as standin
from tests.vendors import vendor_daemon

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync",
    "--disable-default-apps", "--disable-component-update", "--disable-extensions", "--no-default-browser-check",
    "--host-resolver-rules=MAP other.example 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]  # fmt: skip
EXPECTED = ("Failed to load resource", "WebSocket connection to")  # what a browser says of refusals that a test wants

expect.set_options(timeout=5000 * SLACK)


class Shown:
    """The dashboard in a browser tab, the daemon behind it, and what the browser complained about."""

    def __init__(self, context: BrowserContext, running: Daemon) -> None:
        self.context = context
        self.running = running
        self.complaints: list[str] = []
        self.page: Page = context.new_page()
        self.page.set_default_timeout(5000 * SLACK)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self._asked = 0  # requests that were made
        self._open: set[Request] = set()  # those that are not answered yet
        self.page.on("request", self._request)
        self.page.on("requestfinished", lambda request: self._open.discard(request))
        self.page.on("requestfailed", lambda request: self._open.discard(request))

    @property
    def url(self) -> str:
        """Where the dashboard is."""
        return f"http://127.0.0.1:{self.running.port}/"

    def open(self, view: str = "overview") -> Page:
        """Open a view, as from a bookmark, and wait until figures have come."""
        self.page.goto(f"{self.url}#/{view}")
        expect(self.page.locator("mining-dashboard main")).to_be_visible()
        return self.page

    def settle(self) -> None:
        """Wait until it has asked the daemon for nothing for a while: then all that a view shows has come."""

        def settled() -> bool:
            asked = self._asked
            self.page.wait_for_timeout(300)
            return asked == self._asked and not self._open

        wait_for(settled, 30, "a view that asks for nothing any more")

    def _request(self, request: Request) -> None:
        self._asked += 1
        self._open.add(request)

    def resize(self, width: int, height: int = 900) -> None:
        """Give the window another size."""
        self.page.set_viewport_size({"width": width, "height": height})

    def start(self, name: str, **config: Any) -> None:
        """Start a simulated miner by the API, and wait until it answers, unless a mode is to keep it from that."""
        body = {"pool": "pool.example:3333", "wallet": "anybody"} | config
        status, answer = self.running.call("POST", f"/miners/simulated?name={name}", body)
        assert status == 201, answer
        if "mode" not in config.get("options", {}):
            wait_for(lambda: self.running.miner(name)["status"] != "starting", 10, f"{name} to answer")

    def button(self, name: str) -> Locator:
        """A button by the words on it."""
        return self.page.get_by_role("button", name=name)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not message.text.startswith(EXPECTED):
            self.complaints.append(message.text)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser for the tests of a module."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(need("chromium")), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def shown(chromium: Browser, tmp_path: Path) -> Iterator[Shown]:
    """The dashboard of a daemon of its own, on which nothing mines yet; the browser must not complain of anything."""
    with daemon(tmp_path) as running, a_tab(chromium, running) as tab:
        yield tab


@pytest.fixture
def patient(chromium: Browser, tmp_path: Path) -> Iterator[Shown]:
    """As `shown`, but a miner that crashed waits long before it starts again by itself."""
    with daemon(tmp_path, first=600.0, longest=600.0) as running, a_tab(chromium, running) as tab:
        yield tab


@pytest.fixture
def vendor() -> Iterator[standin.Standin]:
    """XMRig's author on loopback, who has published nothing yet."""
    with standin.running() as running:
        yield running


@pytest.fixture
def shop(chromium: Browser, tmp_path: Path, vendor: standin.Standin) -> Iterator[Shown]:
    """As `shown`, with a vendor on loopback from whom XMRig is installed."""
    with vendor_daemon(tmp_path, vendor) as running, a_tab(chromium, running) as tab:
        yield tab


@contextmanager
def a_tab(chromium: Browser, running: Daemon) -> Iterator[Shown]:
    """A tab of its own on the dashboard of a daemon; at the end the browser must not have complained."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB", timezone_id="UTC")
    tab = Shown(context, running)
    yield tab
    context.close()
    assert not tab.complaints, tab.complaints


def in_halves(go_on: threading.Event) -> standin.Tamper:
    """A download that waits in its middle."""

    def answer(handler: BaseHTTPRequestHandler, content: bytes) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        middle = len(content) // 2
        handler.wfile.write(content[:middle])
        handler.wfile.flush()
        go_on.wait(60 * SLACK)
        handler.wfile.write(content[middle:])

    return answer
