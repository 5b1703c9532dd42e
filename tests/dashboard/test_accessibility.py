"""Each page, both themes, three widths: axe finds nothing, nothing is cut; large text, keys and forced colours work."""

import base64
import json
import os
import signal
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from dashboard.build import get_packages
from tests.daemons import SLACK, wait_for
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


def test_each_figure_of_the_overview_has_the_room_it_takes(shown: Shown) -> None:
    for number in range(3):
        shown.start(f"rig-{number}")
    page = shown.open()
    figures = page.locator(".keys .value, .keys .steady > span, .hashrate .now > span")
    expect(page.locator(".keys .steady")).to_contain_text("rejected", timeout=30_000 * SLACK)
    expect(page.locator(".hashrate .now")).to_contain_text("H/s", timeout=30_000 * SLACK)
    for width, size in ((1440, "100%"), (390, "100%"), (1280, "200%")):
        shown.resize(width)
        page.evaluate("(size) => document.documentElement.style.setProperty('font-size', size)", size)
        larger = figures.evaluate_all("""(all) => all
            .map((it) => [it.textContent, it.scrollWidth, it.scrollHeight, it.clientWidth, it.clientHeight])
            .filter(([, width, height, room, high]) => width > room + 1 || height > high + 1 || !high)""")
        assert not larger, (width, size)


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


def test_nothing_moves_where_motion_is_unwanted(shown: Shown) -> None:
    shown.start("first")
    shown.page.emulate_media(reduced_motion="reduce")
    page = shown.open()
    page.evaluate("(answers) => localStorage.setItem('mining-dashboard.setup', answers)", ANSWERS)
    moving = []
    for view in VIEWS:
        visit(page, view)
        moving += page.evaluate("""() => [...document.querySelector('mining-dashboard').shadowRoot.children]
            .flatMap((each) => [each, ...each.querySelectorAll('*')])
            .flatMap((each) => [null, '::before', '::after'].map((part) => [each, getComputedStyle(each, part)]))
            .filter(([, style]) => [style.transitionDuration, style.animationDuration]
                .some((spans) => spans.split(',').map(parseFloat).some(Boolean)) || style.scrollBehavior === 'smooth')
            .map(([each]) => each.outerHTML.slice(0, 120))""")
    assert not moving


def test_in_forced_colours_states_and_switches_differ_and_the_focus_is_seen(shown: Shown) -> None:
    shown.start("first")
    shown.page.emulate_media(forced_colors="active")
    page = shown.open("settings")
    switch = page.get_by_role("switch", name="Single keys lead to pages and filters")
    on = switch.screenshot()
    switch.press("Space")
    expect(switch).not_to_be_checked()
    page.get_by_role("heading", name="Appearance").click()  # the ring goes elsewhere
    assert switch.screenshot() != on
    assert len(colours(page, switch.screenshot())) > 1  # its thumb is seen
    visit(page, "overview")
    chosen = page.get_by_role("button", name="24 h")
    borders = [
        each.evaluate("(each) => { const { borderColor, outlineStyle, backgroundColor } = getComputedStyle(each);"
                      " return [borderColor, outlineStyle, backgroundColor].join(); }")
        for each in (chosen, page.get_by_role("button", name="6 h"))
    ]  # fmt: skip
    assert borders[0] != borders[1]
    glyph = page.locator("table.miners svg.glyph").first
    expect(glyph).to_be_visible()
    assert len(colours(page, glyph.screenshot())) > 1
    page.get_by_role("link", name="Manage miners").focus()
    page.keyboard.press("Tab")
    ring = page.evaluate("""() => {
        const at = document.querySelector('mining-dashboard').shadowRoot.activeElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(at);
        return [outlineStyle, parseFloat(outlineWidth)];
    }""")
    assert ring[0] != "none"
    assert ring[1] >= 2


def colours(page: Page, picture: bytes) -> set[str]:
    """The colours of a picture, as the browser reads it."""
    source = f"data:image/png;base64,{base64.b64encode(picture).decode()}"
    found: list[str] = page.evaluate(
        """async (source) => {
            const image = Object.assign(new Image(), { src: source });
            await image.decode();
            const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
            canvas.drawImage(image, 0, 0);
            const { data } = canvas.getImageData(0, 0, image.width, image.height);
            const all = new Set();
            for (let at = 0; at < data.length; at += 4) all.add(data.slice(at, at + 3).join());
            return [...all];
        }""",
        source,
    )
    return set(found)


def test_nothing_is_cut_where_one_reads_from_right_to_left(shown: Shown) -> None:
    shown.start("first")
    page = shown.open()
    page.evaluate("(answers) => localStorage.setItem('mining-dashboard.setup', answers)", ANSWERS)
    page.evaluate("document.documentElement.setAttribute('dir', 'rtl')")
    cut = []
    for width in (1280, 390):
        shown.resize(width)
        for view in VIEWS:
            visit(page, view)
            cut += [f"{view} at {width} px"] if is_cut(page) else []
    assert not cut


def test_a_menu_is_one_stop_of_the_tab_key_and_arrows_move_in_it(shown: Shown) -> None:
    shown.start("first")
    page = shown.open("miners")
    face = shown.button("Actions: first")
    face.focus()
    page.keyboard.press("Enter")
    items = page.get_by_role("menuitem")
    expect(items.first).to_be_focused()
    assert {each.get_attribute("tabindex") for each in items.all()} == {"-1"}
    page.keyboard.press("ArrowUp")
    expect(items.last).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(items.first).to_be_focused()
    page.keyboard.press("End")
    expect(items.last).to_be_focused()
    page.keyboard.press("Home")
    expect(items.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(items.first).to_be_hidden()
    expect(face).to_be_focused()
    tabs = page.get_by_role("tab")
    assert sorted(each.get_attribute("tabindex") or "0" for each in tabs.all()) == ["-1", "-1", "0"]


def test_every_chart_is_there_as_a_table_too(shown: Shown) -> None:
    shown.start("first", options={"gpus": 1})
    page = shown.open()
    for view in ("overview", "miners/first", "statistics"):
        visit(page, view)
        expect(page.locator("mining-chart canvas").first).to_be_visible(timeout=20000 * SLACK)
        ways = page.get_by_role("button", name="View as table")
        assert (page.locator("mining-chart").count(), ways.count()) == (1, 1), view
        tracks = page.locator("mining-chart canvas").count()
        ways.press("Enter")
        tables = page.locator("mining-chart").get_by_role("table")
        expect(tables.first).to_be_visible()
        assert tables.count() == tracks, view


def test_only_a_new_problem_is_an_alert(patient: Shown) -> None:
    for name in ("first", "troubled"):
        patient.start(name)
        wait_for(lambda name=name: patient.running.miner(name)["uptime"] > 0, 20, "the first figures")
    os.kill(patient.running.miner("troubled")["pid"], signal.SIGKILL)
    wait_for(
        lambda: patient.running.call("GET", "/attention")[1]["data"]["items"], 60, "something that needs attention"
    )
    page = patient.open()
    expect(page.locator(".attention li")).to_contain_text("troubled")
    alert = page.locator("mining-dashboard .frame > [role=alert]")
    expect(alert).to_have_count(0)  # what was there before is read with the page
    os.kill(patient.running.miner("first")["pid"], signal.SIGKILL)
    expect(alert).to_contain_text("first: It was ended", timeout=20000 * SLACK)
    expect(alert).not_to_contain_text("troubled")
    page.wait_for_timeout(1500)
    expect(alert).to_contain_text("first")  # the same text stays: it is said once
