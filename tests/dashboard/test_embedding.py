"""The element in pages of others: from another origin, under a strict policy, as the guide shows it."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.daemons import wait_for
from tests.dashboard.conftest import Shown

pytestmark = pytest.mark.slow
GUIDE = Path(__file__).parents[2] / "docs/guides/dashboard.md"
CLIENT_GUIDE = GUIDE.with_name("javascript.md")
EXAMPLES = re.findall(r"```html\n(.*?)```", GUIDE.read_text(), re.S)
POLICY = re.search(r"```\n(script-src .*?)\n```", GUIDE.read_text())


@contextmanager
def page_of_another_site(body: str, policy: str) -> Iterator[str]:
    """The address of a page with that body and content security policy, at another origin than the daemon."""

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            text = f'<!doctype html><html lang="en"><title>Mine</title><body>{body}</body></html>'.encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", f"default-src 'none'; {policy}")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, format: str, *arguments: object) -> None:
            """Nobody reads it."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://other.example:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def embedded(shown: Shown, example: str) -> Iterator[Page]:
    """A page of another site with an example of the guide."""
    assert POLICY is not None
    body, policy = (text.replace("127.0.0.1:8080", f"127.0.0.1:{shown.running.port}") for text in (example, POLICY[1]))
    with page_of_another_site(body, policy) as url:
        shown.page.goto(url)
        yield shown.page


def test_a_page_of_another_site_shows_the_miners_read_only_and_says_why(shown: Shown) -> None:
    shown.start("abroad", wallet="anybody-who-has-a-long-name")
    with embedded(shown, EXAMPLES[0]) as page:
        expect(page.locator("mining-dashboard")).to_contain_text("Your miner is mining.")
        expect(page.get_by_text("Read-only: this page belongs to another site")).to_be_visible()
        expect(page.get_by_text("getToken")).to_be_visible()
        expect(shown.button("Actions: abroad")).to_have_count(0)
        assert "anybody-who-has-a-long-name" not in page.locator("mining-dashboard").inner_text()


def test_a_page_of_another_site_uses_the_client_as_its_guide_shows(shown: Shown) -> None:
    shown.start("abroad")
    (example,) = re.findall(r"```html\n(.*?)```", CLIENT_GUIDE.read_text(), re.S)
    here = f"http://127.0.0.1:{shown.running.port}"
    body = example.replace("http://127.0.0.1:8080", here)
    with page_of_another_site(body, f"script-src 'unsafe-inline' {here}; connect-src {here}") as url:
        shown.page.goto(url)
        expect(shown.page.locator("li")).to_have_text(re.compile("^abroad: (starting|running)$"))


def test_a_single_view_without_its_frame_follows_the_guide(shown: Shown) -> None:
    shown.start("xmr-cpu")
    with embedded(shown, EXAMPLES[1]) as page:
        expect(page.locator("mining-dashboard")).to_contain_text("H/s")
        expect(page.locator("mining-dashboard nav")).to_have_count(0)
        expect(page.locator("mining-dashboard header").first).to_be_hidden()


def test_the_page_around_hears_what_happens_and_may_forbid_it(shown: Shown) -> None:
    shown.start("heard")
    page = shown.open("miners/heard")
    page.evaluate("""() => {
        window.heard = [];
        const names = ['mining-view', 'mining-data', 'mining-connection', 'mining-action', 'mining-action-done'];
        for (const name of names) addEventListener(name, (event) => heard.push([name, event.detail]));
        addEventListener('mining-action', (event) => event.detail.action === 'restart' && event.preventDefault());
    }""")
    shown.button("Restart").first.click()
    shown.button("Actions").first.click()
    page.get_by_role("menuitem", name="Pause").click()
    expect(page.get_by_text("Paused").first).to_be_visible()
    done = "heard.some(([name]) => name === 'mining-action-done')"
    wait_for(lambda: page.evaluate(done), 20, "the action to be done")  # the page's policy forbids to wait in it
    heard = page.evaluate("heard.filter(([name]) => name.startsWith('mining-action'))")
    assert [(name, detail["action"]) for name, detail in heard] == [
        ("mining-action", "restart"), ("mining-action", "pause"), ("mining-action-done", "pause"),
    ]  # fmt: skip
    assert shown.running.call("GET", "/miners/heard")[1]["data"]["restarts"] == 0
    snapshot = page.evaluate("document.querySelector('mining-dashboard').snapshot")
    assert snapshot["connection"] == "live"
    assert [miner["name"] for miner in snapshot["miners"]] == ["heard"]


def test_its_colours_are_those_of_the_page_around(shown: Shown) -> None:
    page = shown.open()
    page.evaluate("document.querySelector('mining-dashboard').style.setProperty('--mp-bg', 'rgb(1, 2, 3)')")
    colour = "getComputedStyle(document.querySelector('mining-dashboard')).backgroundColor"
    assert page.evaluate(colour) == "rgb(1, 2, 3)"
