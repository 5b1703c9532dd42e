"""A miner's console in a browser: hostile and endless text, and a program that is installed and obeys keys."""

import re
import threading
import time
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.daemons import SLACK, wait_for
from tests.dashboard.conftest import Shown, in_halves
from tests.pool_threads import a_pool
from tests.standins import vendor as standin
from tests.vendors import publish
from tests.xmrig_rig import WALLET

pytestmark = pytest.mark.slow
LATE = 10_000 * SLACK  # ms
HOSTILE = (
    "[2026-01-01 00:00:00.000]  net      \x1b[41;5m<img src=x onerror=\"document.title='owned'\">\x1b[0m"
    "\x1b[31m<script>document.title='owned'</script>\x1b[0m"
)


def write_log(shown: Shown, name: str, lines: list[str]) -> None:
    """Let a miner have printed these lines."""
    folder = shown.running.data / "logs" / name
    wait_for(lambda: list(folder.glob("*.log")), 20, "the miner to print its first line")
    with sorted(folder.glob("*.log"))[-1].open("a") as file:
        file.write("".join(f"2026-11-26T12:00:00Z {line}\n" for line in lines))


def drawn(page: Page) -> int:
    """How many rows of the console are in the document."""
    return page.locator(".console .line").count()


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


def test_the_console_is_wrapped_copied_saved_and_followed_by_keys(shown: Shown, tmp_path: Path) -> None:
    shown.start("wordy")
    write_log(shown, "wordy", [f"[2026-01-01 00:00:00.000]  cpu      long {'word ' * 60}{at}" for at in range(200)])
    shown.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = shown.open("miners/wordy")
    console = page.locator("mining-console")
    log = page.get_by_role("log")
    expect(console.locator(".line").filter(has_text="word 199")).to_be_visible()
    inside = "(log) => log.scrollWidth <= log.clientWidth"
    assert not log.evaluate(inside)
    wrap = console.get_by_role("button", name="Wrap")
    wrap.press("Enter")
    expect(wrap).to_have_attribute("aria-pressed", "true")
    wait_for(lambda: log.evaluate(inside), 20, "the lines to be wrapped")
    console.get_by_role("button", name="Copy").press("Enter")
    wait_for(lambda: page.evaluate("navigator.clipboard.readText()").count("word 199") == 1, 20, "the copy")
    with page.expect_download() as download:
        console.get_by_role("button", name="Download").press("Enter")
    download.value.save_as(tmp_path / "saved.log")
    assert download.value.suggested_filename == "wordy.log"
    assert "\tword" not in (text := (tmp_path / "saved.log").read_text())
    assert text.count("long word") == 200
    log.focus()
    page.keyboard.press("PageUp")
    page.keyboard.press("PageUp")
    follow = page.get_by_role("switch", name="Follow")
    expect(follow).not_to_be_checked()

    def at_rest() -> bool:
        """Whether it scrolls no more: a key is answered by a movement that takes a moment."""
        before = log.evaluate("(log) => log.scrollTop")
        page.wait_for_timeout(300)
        return bool(before == log.evaluate("(log) => log.scrollTop"))

    wait_for(at_rest, 20, "the log to be still")
    page.keyboard.press("End")
    expect(follow).to_be_checked()


def test_a_screen_reader_hears_a_summary_of_the_log_at_most_every_ten_seconds(shown: Shown) -> None:
    shown.start("chatty")
    page = shown.open("miners/chatty")
    page.locator(".console").scroll_into_view_if_needed()
    expect(page.get_by_role("log").locator(".line").first).to_be_visible()
    page.locator("mining-console p[role=status]").evaluate("""(status) => {
        window.heard = [];
        new MutationObserver(() => window.heard.push([Date.now(), status.textContent]))
            .observe(status, { characterData: true, childList: true, subtree: true });
    }""")
    written = 0

    def heard() -> list[tuple[int, str]]:
        nonlocal written
        write_log(shown, "chatty", [f"[2026-01-01 00:00:00.000]  cpu      line {written}"])
        written += 1
        page.wait_for_timeout(500)
        return [(at, text) for at, text in page.evaluate("window.heard") if text]

    summaries = wait_for(lambda: heard()[2:] and heard(), 40, "three summaries")
    times = [at for at, _ in summaries]
    assert min(later - earlier for earlier, later in pairwise(times)) > 9_900  # ms; drawing one may take some
    assert written > 20  # lines, each of which was not said


def test_a_program_is_installed_after_a_failure_and_obeys_keys_in_the_console(
    shop: Shown, vendor: standin.Standin
) -> None:
    vendor.limited_until = int(time.time()) + 3600
    page = shop.open("miners?tab=available")
    card = page.get_by_role("region", name="XMRig")
    card.get_by_role("button", name="Install").click()
    expect(card).to_contain_text("XMRig was not installed", timeout=LATE)
    expect(card).to_contain_text(re.compile(r"miner-ctrl --data-dir \S+ install xmrig --file ARCHIVE"))
    expect(card).to_contain_text(re.compile(r"miner-ctrl --data-dir \S+ register xmrig /path/to/xmrig"))
    expect(card).to_contain_text(re.compile(r"miner-ctrl --data-dir \S+ demo|miner-ctrl demo"))
    vendor.limited_until = None
    publish(vendor, "9.9.9")
    watched = threading.Event()
    vendor.tampered[standin.asset_name("9.9.9")] = in_halves(watched)
    card.get_by_role("button", name="Try again").click()
    expect(card.get_by_role("progressbar")).to_be_visible(timeout=LATE)
    expect(card.locator("[aria-current=step]")).to_have_text("Downloading")
    watched.set()
    expect(card).to_have_count(0, timeout=LATE)  # it is no longer among the others
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
