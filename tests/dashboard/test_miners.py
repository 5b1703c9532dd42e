"""The miners' pages in a browser: watch, stop, crash, choose several, install a program, type keys into its console."""

import os
import re
import signal
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.daemons import SLACK, daemon, wait_for
from tests.dashboard.conftest import Shown
from tests.pool_threads import a_pool
from tests.standins import vendor as standin
from tests.vendors import publish, vendor_daemon
from tests.xmrig_rig import WALLET

pytestmark = pytest.mark.slow
LATE = 10_000 * SLACK  # ms
HOSTILE = (
    "[2026-01-01 00:00:00.000]  net      \x1b[41;5m<img src=x onerror=\"document.title='owned'\">\x1b[0m"
    "\x1b[31m<script>document.title='owned'</script>\x1b[0m"
)


@pytest.fixture
def patient(chromium: Browser, tmp_path: Path) -> Iterator[Shown]:
    """As `shown`, but a miner that crashed waits long before it starts again by itself."""
    with daemon(tmp_path, first=600.0, longest=600.0) as running:
        context = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB", timezone_id="UTC")
        tab = Shown(context, running)
        yield tab
        context.close()
        assert not tab.complaints, tab.complaints


@pytest.fixture
def vendor() -> Iterator[standin.Standin]:
    with standin.running() as running:
        yield running


@pytest.fixture
def shop(chromium: Browser, tmp_path: Path, vendor: standin.Standin) -> Iterator[Shown]:
    """As `shown`, with a vendor on loopback from whom XMRig is installed."""
    with vendor_daemon(tmp_path, vendor) as running:
        context = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB", timezone_id="UTC")
        tab = Shown(context, running)
        yield tab
        context.close()
        assert not tab.complaints, tab.complaints


def write_log(shown: Shown, name: str, lines: list[str]) -> None:
    """Let a miner have printed these lines."""
    folder = shown.running.data / "logs" / name
    wait_for(lambda: list(folder.glob("*.log")), 20, "the miner to print its first line")
    with sorted(folder.glob("*.log"))[-1].open("a") as file:
        file.write("".join(f"2026-11-26T12:00:00Z {line}\n" for line in lines))


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


def drawn(page: Page) -> int:
    """How many rows of the console are in the document."""
    return page.locator(".console .line").count()


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
    expect(page.locator("#pool").get_by_role("button", name="Copy: anybody")).to_be_visible()
    assert "anybody" not in page.locator("#pool").inner_text()  # who is paid is masked
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
    command = "miner-ctrl start simulated --name rig --pool pool.example:3333"
    expect(page.locator(".more-panel")).to_contain_text(command)
    page.evaluate("document.querySelector('mining-dashboard').readonly = true")
    expect(shown.button("Stop")).to_have_count(0)
    expect(page.get_by_role("link", name="Edit the configuration")).to_have_count(0)
    page.get_by_role("link", name="Miners", exact=True).last.click()
    expect(page.locator("table.miners")).to_be_visible()
    expect(page.get_by_role("checkbox")).to_have_count(0)


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
    shown.resize(390)
    rows = page.locator(".miners-narrow li")
    expect(rows).to_have_count(2)
    rows.first.get_by_role("checkbox").check()
    expect(page.get_by_role("region", name="Selected miners")).to_contain_text("1 selected")
    rows.last.get_by_role("button", name="Actions: quick").click()
    page.get_by_role("menuitem", name="Pause").click()
    expect(rows.filter(has_text="quick")).to_contain_text("paused", timeout=LATE)
    rows.first.get_by_role("link").click()
    page.get_by_role("group", name="On this page").get_by_role("button", name="Console").click()
    expect(page.locator(".console .log.wraps .line").first).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") == 390


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


def test_a_log_is_shown_as_text_and_of_ten_thousand_lines_only_those_in_view(shown: Shown) -> None:
    shown.start("chatty")
    write_log(shown, "chatty", [f"[2026-01-01 00:00:00.000]  cpu      line {number}" for number in range(4990)])
    write_log(shown, "chatty", [HOSTILE])
    page = shown.open("miners/chatty")
    page.locator(".console").scroll_into_view_if_needed()
    hostile = page.locator(".console .line").filter(has_text="<img src=x")
    expect(hostile).to_be_visible()
    assert page.locator(".console img, .console script").count() == 0
    assert page.title() != "owned"
    styles = hostile.locator("span").evaluate_all("(all) => all.map((each) => getComputedStyle(each).backgroundColor)")
    assert set(styles) == {"rgba(0, 0, 0, 0)"}
    log = page.get_by_role("log")
    assert log.get_attribute("aria-live") == "off"
    log.hover()
    page.mouse.wheel(0, -3000)
    expect(page.get_by_role("switch", name="Follow")).not_to_be_checked()
    write_log(shown, "chatty", [f"[2026-01-01 00:00:00.000]  cpu      more {number}" for number in range(9000)])
    more = page.get_by_role("button", name="new lines")
    expect(more).to_be_visible(timeout=LATE)
    assert drawn(page) < 80
    more.click()
    expect(page.locator(".console .line").filter(has_text="more 8999")).to_be_visible(timeout=LATE)
    expect(page.get_by_role("switch", name="Follow")).to_be_checked()
    assert drawn(page) < 80
    page.get_by_label("Find in log").fill("more 77")
    expect(page.get_by_text("111 lines")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(".console .line.hit mark")).to_be_visible()
    page.get_by_role("group", name="Which lines").get_by_role("button", name="Shares").click()
    expect(page.locator(".console .line").filter(has_text="more ")).to_have_count(0)


def test_a_program_is_installed_after_a_failure_and_obeys_keys_in_the_console(
    shop: Shown, vendor: standin.Standin
) -> None:
    vendor.limited_until = int(time.time()) + 3600
    page = shop.open("miners?tab=available")
    card = page.get_by_role("region", name="XMRig")
    card.get_by_role("button", name="Install").click()
    expect(card).to_contain_text("XMRig was not installed", timeout=LATE)
    expect(card).to_contain_text("miner-ctrl install xmrig --file ARCHIVE")
    expect(card).to_contain_text("miner-ctrl register xmrig /path/to/xmrig")
    expect(card).to_contain_text("miner-ctrl demo")
    vendor.limited_until = None
    publish(vendor, "9.9.9")
    watched = threading.Event()
    vendor.tampered[standin.asset_name("9.9.9")] = in_halves(watched)
    card.get_by_role("button", name="Try again").click()
    expect(card.get_by_role("progressbar")).to_be_visible(timeout=LATE)
    expect(card.locator("[aria-current=step]")).to_have_text("Downloading")
    watched.set()
    expect(page.get_by_text("Every program is installed.")).to_be_visible(timeout=LATE)
    page.get_by_role("tab", name="Available").press("ArrowLeft")
    expect(page.get_by_role("tab", name="Installed")).to_be_focused()
    expect(card).to_contain_text("9.9.9")
    expect(card).to_contain_text("Its author’s signature")
    publish(vendor, "9.9.10")
    shop.button("Look for new versions").click()
    card.get_by_role("button", name="Update to 9.9.10").click()
    expect(card.get_by_role("button", name="Roll back to 9.9.9")).to_be_visible(timeout=LATE)

    with a_pool(unverified_rx0=True, rx0_difficulty=50, share_seconds=2.0) as pool:
        config = {"pool": pool.address, "wallet": WALLET, "algo": "rx/0", "threads": 1, "options": {"mode": "light"}}
        assert shop.running.call("POST", "/miners/xmrig", config)[0] == 201
        page = shop.open("miners/xmrig")
        console = page.locator(".console")
        console.scroll_into_view_if_needed()
        expect(console).to_contain_text("use pool", timeout=LATE)
        console.get_by_role("button", name="Hashrate h").click()
        expect(console.locator(".line").filter(has_text="AFFINITY")).to_be_visible(timeout=LATE)
        field = console.get_by_label("Send a key to the miner")
        field.fill("x")
        field.press("Enter")
        expect(console.get_by_role("alert")).to_be_visible()
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(field).to_have_value("x")  # what was typed stays
        field.fill("p")
        field.press("Enter")
        expect(page.locator(".identity")).to_contain_text("Paused", timeout=LATE)
        expect(field).to_have_value("")
        field.press("ArrowUp")
        expect(field).to_have_value("p")
        field.press("ArrowUp")
        expect(field).to_have_value("h")
