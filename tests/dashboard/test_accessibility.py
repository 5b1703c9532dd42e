"""Each page, both themes, three widths: axe finds nothing, nothing is cut; large text, keys and forced colours work."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from dashboard.build import get_packages
from tests.dashboard.conftest import Shown

pytestmark = pytest.mark.slow
AXE = Path(__file__).parents[2] / "dashboard/node_modules/axe-core/axe.min.js"
VIEWS = [
    "overview", "statistics", "miners", "miners?tab=installed", "miners?tab=available", "miners/first",
    "miners/first?edit", "profiles", "profiles/new", "pools", "admin", "admin/timeline", "settings", "setup/coin",
    "setup/pool", "setup/wallet", "setup/hardware", "setup/review",
]  # fmt: skip
ANSWERS = json.dumps({"coin": "XMR", "algorithm": "rx/0", "pool": "pool.example:3333", "wallet": "somebody"})
RUN = """async () => {
    const options = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
    const { violations } = await axe.run(document, options);
    const where = (each) => [String(each.target), each.failureSummary];
    return violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(where)]);
}"""


def violations(page: Page) -> list[Any]:
    """What axe finds on what is shown now."""
    if not page.evaluate("'axe' in window"):
        get_packages()  # axe is one of them
        page.evaluate(AXE.read_text())
    found: list[Any] = page.evaluate(RUN)
    return found


def is_cut(page: Page) -> bool:
    """Whether one must scroll sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


def visit(page: Page, view: str) -> None:
    """Go to a view as a link would, and wait until it is there."""
    page.evaluate("(view) => document.querySelector('mining-dashboard').navigate(view)", view)
    expect(page.locator("mining-dashboard h1, mining-dashboard h2").first).to_be_visible()
    page.wait_for_timeout(400)  # what it asks the daemon for


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_axe_finds_nothing_on_any_page_at_any_width(shown: Shown, theme: str) -> None:
    shown.start("first")
    shown.start("second")
    shown.running.call("POST", "/miners/second/pause")
    shown.page.emulate_media(color_scheme=theme)  # type: ignore[arg-type] # it takes these words
    page = shown.open()
    page.evaluate("(answers) => localStorage.setItem('mining-dashboard.setup', answers)", ANSWERS)
    found = {}
    for width, height in ((1440, 900), (820, 900), (390, 8000)):  # so high that the bar at the bottom lies over nothing
        shown.resize(width, height)
        for view in VIEWS:
            visit(page, view)
            if wrong := violations(page):
                found[f"{view} at {width}"] = wrong
            if is_cut(page):
                found[f"{view} at {width} is cut"] = []
    assert not found


def test_nothing_is_cut_at_320_pixels_or_with_text_of_twice_the_size(shown: Shown) -> None:
    shown.start("first")
    page = shown.open()
    page.evaluate("(answers) => localStorage.setItem('mining-dashboard.setup', answers)", ANSWERS)
    cut = []
    for width, size in ((320, "100%"), (1280, "200%")):
        shown.resize(width)
        page.evaluate("(size) => document.documentElement.style.setProperty('font-size', size)", size)
        for view in VIEWS:
            visit(page, view)
            cut += [f"{view} at {width} px, text {size}"] if is_cut(page) else []
    assert not cut


def test_every_stop_of_the_tab_key_shows_a_ring(shown: Shown) -> None:
    shown.start("first")
    page = shown.open()
    without = []
    for view in VIEWS:
        visit(page, view)
        for _ in range(25):
            page.keyboard.press("Tab")
            seen = page.evaluate("""() => {
                const at = document.querySelector('mining-dashboard').shadowRoot.activeElement;
                if (!at) return null;
                const { outlineStyle, outlineWidth } = getComputedStyle(at);
                return [at.outerHTML.slice(0, 120), outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2];
            }""")
            without += [f"{view}: {seen[0]}"] if seen and not seen[1] else []
    assert not without


def test_nothing_moves_where_motion_is_unwanted_and_states_have_shapes_in_forced_colours(shown: Shown) -> None:
    shown.start("first")
    shown.page.emulate_media(reduced_motion="reduce", forced_colors="active")
    page = shown.open()
    expect(page.locator("svg.glyph").first).to_be_visible()
    moving = page.evaluate("""() => [...document.querySelector('mining-dashboard').shadowRoot.querySelectorAll('*')]
        .map((each) => getComputedStyle(each).transitionDuration.split(',').map(parseFloat))
        .filter((spans) => spans.some(Boolean)).length""")
    assert moving == 0
