"""The miners' pages in a browser: watch, stop, crash, choose several, edit."""

import os
import re
import signal

import pytest
from playwright.sync_api import Route, expect

from tests.daemons import SLACK, wait_for
from tests.dashboard.conftest import Shown

pytestmark = pytest.mark.slow
LATE = 10_000 * SLACK  # ms


def test_a_miner_is_watched_stopped_and_started_on_its_own_page(shown: Shown) -> None:
    shown.start("rig", coin="RVN", options={"gpus": 2, "hashrate": 1e8})
    page = shown.open("miners")
    page.get_by_role("link", name="rig", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Miners / rig")
    expect(page.locator(".identity")).to_contain_text("Mining")
    figure = page.locator("#figures .value").first
    expect(figure).to_contain_text("MH/s")
    before = figure.inner_text()
    expect(figure).not_to_have_text(before, timeout=LATE)
    expect(page.locator("#gpus")).to_contain_text("2 of 2 hashing")
    expect(page.locator("#pool")).to_contain_text("pool.example:3333")
    copy = page.locator("#pool").get_by_role("button", name="Copy: ")
    expect(copy).to_be_visible()
    for text in (page.locator("#pool").inner_text(), copy.get_attribute("aria-label") or ""):
        assert "anybody" not in text  # who is paid is masked, also for who hears it
    expect(page.locator("mining-chart")).to_be_visible()
    expect(page.locator(".console .line").filter(has_text="connected to pool.example:3333")).to_be_visible()
    shown.button("Stop").click()
    expect(page.locator(".identity")).to_contain_text("Stopped", timeout=LATE)
    assert shown.running.alive("rig") == []
    expect(page.locator(".activity")).to_contain_text("Stopped by")
    expect(figure).to_contain_text("—")  # never 0
    page.get_by_role("button", name="Start").first.click()
    expect(page.locator(".identity")).to_contain_text("Mining", timeout=LATE)
    page.get_by_text("More", exact=True).last.click()
    command = re.compile(r"miner-ctrl --data-dir \S+ start simulated --name rig --pool pool\.example:3333")
    expect(page.locator(".more-panel")).to_contain_text(command)
    page.evaluate("document.querySelector('mining-dashboard').readonly = true")
    expect(page.get_by_role("button", name="Stop", exact=True)).to_have_count(0)
    expect(page.get_by_role("link", name="Edit the configuration")).to_have_count(0)
    page.get_by_role("link", name="Miners", exact=True).last.click()
    expect(page.locator("table.miners")).to_be_visible()
    expect(page.get_by_role("checkbox")).to_have_count(0)


def test_two_algorithms_at_once_are_two_rows_with_their_own_figures(shown: Shown) -> None:
    second = {"pool": "kas.example:5555", "wallet": "somebody", "algo": "kheavyhash"}
    shown.start("rig", algo="kawpow", second=second)
    shown.start("plain")
    page = shown.open("miners/rig")
    works = page.locator("#works li")
    expect(works).to_have_count(2)
    expect(works.nth(0)).to_contain_text("pool.example:3333")
    expect(works.nth(1)).to_contain_text("kas.example:5555")
    expect(works.nth(1)).to_contain_text("kH/s")
    page = shown.open("miners/plain")
    expect(page.locator("#figures")).to_be_visible()
    expect(page.locator("#works")).to_have_count(0)


def test_a_crash_is_a_row_that_needs_attention_until_the_miner_has_recovered(patient: Shown) -> None:
    patient.start("rig")
    page = patient.open("miners/rig")
    expect(page.locator(".identity")).to_contain_text("Mining")
    wait_for(lambda: patient.running.miner("rig")["uptime"] > 0, 20, "the first figures")
    os.kill(patient.running.miner("rig")["pid"], signal.SIGKILL)
    row = page.locator(".attention li")
    expect(row).to_contain_text("rig", timeout=LATE)
    expect(row).to_contain_text("since")
    expect(page.locator(".identity")).to_contain_text("Failed")
    row.get_by_role("button", name="Restart").click()
    expect(page.locator(".identity")).to_contain_text("Mining", timeout=LATE)
    expect(row).to_have_count(0, timeout=LATE)


def test_several_are_chosen_and_stopped_by_the_keyboard_alone_with_a_result_for_each(shown: Shown) -> None:
    for name in ("alpha", "beta", "gamma"):
        shown.start(name, pool="one.example:3333")
    shown.start("other")

    def refuse(route: Route) -> None:
        if route.request.method != "DELETE":
            route.fallback()
            return
        error = {"code": "INTERNAL_ERROR", "message": "It would not.", "details": {}}
        route.fulfill(status=500, json={"success": False, "error": error})

    page = shown.open("miners")
    expect(page.get_by_role("link", name="other")).to_be_visible()
    page.route(re.compile("/miners/beta$"), refuse)
    page.get_by_role("tab", name="Running").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("mining")
    page.keyboard.press("Control+A")
    page.keyboard.type("one.example mining")
    expect(page.get_by_role("status").filter(has_text="3 of 4")).to_be_visible()
    assert "q=one.example+mining" in page.url
    page.keyboard.press("Tab")  # out of the field
    page.keyboard.press("j")
    expect(page.get_by_role("link", name="alpha")).to_be_focused()
    page.keyboard.press("x")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("j")
    expect(page.get_by_role("link", name="gamma")).to_be_focused()
    page.keyboard.press("Shift+X")
    bar = page.get_by_role("region", name="Selected miners")
    expect(bar).to_contain_text("3 selected")
    bar.get_by_role("button", name="Stop 3").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Stop 3 miners?")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(bar).to_contain_text("Done for 2 of 3", timeout=LATE)
    expect(bar).to_contain_text("beta was not stopped: It would not.")
    page.unroute_all()
    bar.get_by_role("button", name="Retry the one that failed").focus()
    page.keyboard.press("Enter")
    expect(bar).to_contain_text("Done for 1 of 1", timeout=LATE)
    for name in ("alpha", "beta", "gamma"):
        assert shown.running.miner(name)["wanted"] == "stopped"
    assert shown.running.miner("other")["status"] == "running"
    page.get_by_role("searchbox").focus()
    page.keyboard.press("Control+A")
    page.keyboard.press("Backspace")
    expect(page.get_by_role("link", name="other")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Miners / other")  # what mines is first


def test_order_and_columns_outlive_a_reload_and_a_narrow_host_has_all_of_it(shown: Shown) -> None:
    shown.start("slow", options={"hashrate": 100})
    shown.start("quick", options={"hashrate": 9000})
    page = shown.open("miners")
    names = page.locator("table.miners a.name")
    expect(names).to_have_text(["quick", "slow"])
    page.get_by_role("columnheader", name="Hashrate").get_by_role("button").click()
    page.get_by_role("columnheader", name="Hashrate").get_by_role("button").click()
    expect(names).to_have_text(["slow", "quick"])
    shown.button("Columns").click()
    page.get_by_label("Uptime").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    expect(names).to_have_text(["slow", "quick"])
    expect(page.get_by_role("columnheader", name="Hashrate")).to_have_attribute("aria-sort", "ascending")
    expect(page.get_by_role("columnheader", name="Uptime")).to_have_count(0)
    page.get_by_role("link", name="slow").focus()
    config = {"pool": "pool.example:3333", "wallet": "anybody", "options": {"hashrate": 50_000}}
    assert shown.running.call("PUT", "/miners/slow", {"type": "simulated", "config": config})[0] == 200
    expect(names).to_have_text(["quick", "slow"], timeout=LATE)
    expect(page.get_by_role("link", name="slow")).to_be_focused()  # where its row has gone
    shown.resize(390)
    rows = page.locator(".miners-narrow li")
    expect(rows).to_have_count(2)
    rows.last.get_by_role("checkbox").check()
    expect(page.get_by_role("region", name="Selected miners")).to_contain_text("1 selected")
    rows.first.get_by_role("button", name="Actions: quick").click()
    page.get_by_role("menuitem", name="Pause").click()
    expect(rows.filter(has_text="quick")).to_contain_text("paused", timeout=LATE)
    rows.filter(has_text="slow").get_by_role("link").click()
    page.get_by_role("group", name="On this page").get_by_role("button", name="Console").click()
    expect(page.locator(".console .log.wraps .line").first).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_the_table_is_one_to_who_hears_it_and_each_column_is_as_wide_in_every_row(shown: Shown) -> None:
    for name in ("first", "second-with-a-longer-name-than-there-is-room-for"):
        shown.start(name, pool="a-long-name-of-a-pool.example:3333")
    page = shown.open("miners")
    table = page.get_by_role("table")
    for lang in ("en", "de"):
        page.evaluate("(lang) => (document.querySelector('mining-dashboard').lang = lang)", lang)
        expect(table.get_by_role("columnheader", name="Rejected" if lang == "en" else "Abgelehnt")).to_be_visible()
        expect(table.get_by_role("row")).to_have_count(3)
        expect(table.get_by_role("rowheader")).to_have_count(2)
        expect(table.get_by_role("cell")).to_have_count(2 * table.get_by_role("columnheader").count() - 2)
        for width in (1440, 1000):
            shown.resize(width)
            edges = table.evaluate("""(table) => [...table.querySelectorAll('tr')].map((row) =>
                [...row.children].map((cell) => {
                    const { left, right } = cell.getBoundingClientRect();
                    return [Math.round(left), Math.round(right)];
                }))""")
            assert edges[1] == edges[0] == edges[2], (lang, width)
            cut = "(row) => [...row.children].filter((each) => each.scrollWidth > each.clientWidth).length"
            assert table.get_by_role("row").first.evaluate(cut) == 0, f"a heading is cut: {lang}"
    for density in ("comfortable", "compact"):
        for size in ("100%", "200%"):
            page.evaluate(
                "([density, size]) => { document.documentElement.style.fontSize = size;"
                " document.querySelector('mining-dashboard').density = density; }",
                [density, size],
            )
            page.wait_for_timeout(200)
            over = "(row) => [...row.children].map((each) => each.scrollHeight - row.clientHeight)"
            assert max(table.get_by_role("row").nth(1).evaluate(over)) <= 0, f"a row cuts its cells: {density} {size}"


def test_the_configuration_of_one_miner_is_edited_and_nothing_that_was_typed_is_lost(shown: Shown) -> None:
    shown.start("rig")
    page = shown.open("miners/rig")
    page.locator(".more-panel summary").click()
    page.get_by_role("link", name="Edit the configuration").click()
    pool = page.locator("mining-pool-order input").first
    expect(pool).to_have_value("pool.example:3333")
    pool.fill("-o")
    shown.button("Save and restart").click()
    expect(pool).to_have_attribute("aria-invalid", "true")
    expect(pool).to_be_focused()
    page.get_by_role("link", name="Overview").click()
    page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    expect(pool).to_have_value("-o")
    pool.fill("other.example:4444")
    shown.button("Save and restart").click()
    expect(page.locator("#pool")).to_contain_text("other.example:4444", timeout=LATE)
    assert shown.running.miner("rig")["config"]["pool"] == "other.example:4444"
