"""The site of the documents in a real browser: complete without a network, searchable, with its diagrams."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from mining.domain.event import EventKind
from tests.daemons import SLACK
from tests.needs import need

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"


@pytest.fixture(scope="module")
def site() -> Path:
    """Built anew, strictly: a link that leads nowhere fails."""
    subprocess.run([sys.executable, str(ROOT / "docs/site/build.py")], check=True, timeout=60 * SLACK)
    return SITE


@pytest.fixture(scope="module")
def reader() -> Iterator[Page]:
    """A browser without a network."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(need("chromium")), args=["--no-sandbox"])
        yield browser.new_context(offline=True).new_page()
        browser.close()


def test_every_page_is_whole_when_it_is_opened_as_a_file_without_a_network(site: Path, reader: Page) -> None:
    complaints: list[str] = []
    elsewhere: list[str] = []
    reader.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    reader.on("pageerror", lambda error: complaints.append(str(error)))
    own = ("file:", "data:", "blob:")
    reader.on("request", lambda sent: None if sent.url.startswith(own) else elsewhere.append(sent.url))
    pages = sorted(set(site.rglob("*.html")) - {site / "404.html"})  # which only a server shows
    assert len(pages) > 40
    for page in pages:
        reader.goto(page.as_uri())
        expect(reader.locator("article h1").first).to_be_attached()
    assert elsewhere == []
    assert complaints == []


def test_a_diagram_is_drawn_and_a_search_leads_to_a_page(site: Path, reader: Page) -> None:
    reader.goto((site / "index.html").as_uri())
    drawn = reader.locator("div.mermaid")  # drawn in a shadow root that is closed
    expect(drawn).to_be_visible(timeout=10_000 * SLACK)
    assert drawn.evaluate("(it) => it.offsetHeight") > 100
    reader.locator(".md-search__input").click()
    reader.keyboard.type("quiet hours")
    first = reader.locator(".md-search-result__link").first
    expect(first).to_contain_text("uiet", timeout=10_000 * SLACK)
    first.click()
    expect(reader.locator("article h1")).not_to_have_text("Mining Platform")


def test_the_pages_that_are_made_tell_of_what_there_is(site: Path) -> None:
    made = {path.stem: path.read_text("utf-8") for path in (site / "reference").glob("*.html")}
    assert "/miners/{miner}/restart" in made["endpoints"]
    assert "miner-ctrl profile create" in made["commands"]
    assert "PAYEE_NOT_CONFIRMED" in made["errors"]
    assert "mining_miner_hashrate" in made["metrics"]
    assert all(f"<code>{kind}</code>" in made["events"] for kind in get_args(EventKind))
    assert "miners.stats" in made["frames"]
    assert "RandomX" in made["miners"] or "rx/0" in made["algorithms"]
    assert "Monero" in made["coins"]
    assert "pool.supportxmr.com" in made["pools"]
