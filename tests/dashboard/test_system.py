"""Pools, admin, settings, search and the browser's own notifications, as a person uses them."""

import os
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.daemons import daemon, wait_for
from tests.dashboard.conftest import Shown
from tests.pool_threads import a_pool
from tests.targets import an_inbox

pytestmark = pytest.mark.slow

# Chromium without a window shows no notification; what the page asked of it is written down instead.
RECORDED = """
    globalThis.shown = [];
    globalThis.Notification = class {
        static permission = 'granted';
        static requestPermission() { return Promise.resolve('granted'); }
        constructor(title, { body, tag }) { globalThis.shown.push({ title, body, tag }); }
        close() {}
    };
"""


@contextmanager
def told(chromium: Browser, data: Path, **settings: object) -> Iterator[Shown]:
    """The dashboard of a daemon with settings of its own."""
    with daemon(data, settings=settings) as running:
        context = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB", timezone_id="UTC")
        tab = Shown(context, running)
        yield tab
        context.close()
        assert not tab.complaints, tab.complaints


def nobody() -> str:
    """An address at which nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return f"127.0.0.1:{free.getsockname()[1]}"


def row(shown: Shown, text: str) -> Locator:
    """The row of a table that says this."""
    return shown.page.get_by_role("row").filter(has_text=text)


def test_a_pool_is_added_tested_in_its_row_removed_and_brought_back(shown: Shown) -> None:
    with a_pool() as pool:
        page = shown.open("pools")
        expect(page.get_by_role("row")).to_have_count(51)  # the head, and the first of several pages
        page.get_by_label("Coin", exact=True).select_option("XMR")
        page.get_by_label("Name, host, region").fill("supportxmr")
        expect(page.get_by_role("row")).to_have_count(2)
        assert "coin=XMR" in page.url
        assert "q=supportxmr" in page.url
        shown.open("pools?q=127.0.0.1")
        expect(page.get_by_text("No pool fits this filter.")).to_be_visible()

        shown.button("Add a pool").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Address").fill("no port")
        dialog.get_by_label("Name").fill("Friends")
        dialog.get_by_role("button", name="Add").click()
        expect(dialog.get_by_label("Address")).to_have_attribute("aria-invalid", "true")
        expect(dialog.get_by_label("Address")).to_be_focused()
        expect(dialog).to_contain_text("must be host:port")
        expect(dialog.get_by_label("Name")).to_have_value("Friends")
        page.keyboard.press("Escape")
        expect(dialog).to_be_visible()  # what was typed is not thrown away by one key
        dialog.get_by_label("Address").fill(pool.address)
        page.keyboard.press("Enter")
        expect(dialog).to_have_count(0)
        friends = row(shown, "Friends")
        expect(friends).to_contain_text("yours")

        closed = nobody()
        status, answer = shown.running.call("POST", "/pools", {"pool": closed, "name": "Gone"})
        assert status == 201, answer
        gone = row(shown, "Gone")
        gone.get_by_role("button", name=f"Test {closed}").click()
        expect(gone).to_contain_text("refused the connection")
        shown.button("Test the 2 shown").click()
        expect(friends).to_contain_text("ms")
        expect(shown.button("Test the 2 shown")).to_be_visible()

        friends.get_by_role("button", name="Remove").click()
        expect(friends).to_have_count(0)
        shown.button("Undo").click()
        expect(friends).to_contain_text("Friends")
        expect(friends).to_contain_text("ms")  # what was measured is still true


def test_the_doctor_says_what_to_do_and_the_rest_of_the_server_is_beside_it(chromium: Browser, tmp_path: Path) -> None:
    with told(chromium, tmp_path, log_level="debug") as shown:
        shown.start("first")
        shown.start("second")
        page = shown.open("admin")
        doctor = page.get_by_role("region", name="Doctor")
        expect(doctor.get_by_role("status")).to_contain_text("passed")
        expect(doctor.get_by_role("group")).to_contain_text("Passed (")  # behind a fold
        before = len(shown.running.call("GET", "/audit?limit=1000")[1]["data"]["items"])
        doctor.get_by_role("button", name="Run again").click()
        expect(doctor.get_by_role("button", name="Run again")).to_be_visible()
        audit = shown.running.call("GET", "/audit?limit=1000")[1]["data"]["items"]
        assert [entry["what"] for entry in audit[: len(audit) - before]] == ["examine"]

        log = page.get_by_role("log")
        expect(log).to_contain_text("event=start miner=first")
        page.get_by_label("Level").select_option("error")
        expect(log).not_to_contain_text("event=start")
        assert "level=error" in page.url

        shown.button("Create a key").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Name").fill("phone")
        dialog.get_by_label("Role").select_option("operator")
        dialog.get_by_role("button", name="Create").click()
        keys = page.get_by_role("region", name="Access keys")
        key = keys.locator("code").inner_text()
        assert len(key) > 20
        expect(keys.get_by_role("listitem")).to_contain_text("operator")
        page.reload()
        expect(keys.get_by_role("listitem")).to_contain_text("phone")
        expect(keys).not_to_contain_text(key)
        keys.get_by_role("button", name="Revoke: phone").click()
        page.get_by_role("dialog").get_by_role("button", name="Revoke").click()
        expect(keys).to_contain_text("There is no key yet.")
        page.get_by_role("button", name="Verify").click()
        expect(page.get_by_role("region", name="Audit").get_by_role("status").first).to_contain_text("Whole")

        page.get_by_role("link", name="Timeline", exact=True).click()
        events = page.get_by_role("list").filter(has_text="Started by").get_by_role("listitem")
        page.get_by_label("Miner", exact=True).select_option("first")
        page.get_by_label("What", exact=True).select_option("start")
        expect(events).to_have_count(1)
        expect(events).to_contain_text("first")
        page.get_by_label("What", exact=True).select_option("problems")
        expect(page.get_by_text("Nothing of this kind happened.")).to_be_visible()
        shown.button("Clear the filter").click()
        expect(page.get_by_role("status").filter(has_text="events")).to_be_visible()
        page.get_by_label("Time", exact=True).select_option("1h")
        expect(page.get_by_text("The daemon has started.")).to_be_visible()
        assert "time=1h" in page.url


def test_a_setting_is_changed_or_refused_at_its_field_and_each_target_answers_the_test(
    chromium: Browser, tmp_path: Path
) -> None:
    with an_inbox() as inbox, told(chromium, tmp_path, notify=[inbox.url, f"json://{nobody()}/s3cret"]) as shown:
        page = shown.open("settings")
        interval = page.get_by_label("While nobody looks", exact=True)
        kept = page.get_by_label("Each sample", exact=True)
        interval.fill("0")
        kept.fill("72")
        save = page.get_by_role("region", name="Save")
        expect(save).to_contain_text("Changed: While nobody looks, Each sample")
        save.get_by_role("button", name="Save").click()
        expect(interval).to_have_attribute("aria-invalid", "true")
        expect(page.get_by_text("must be at least 0.5")).to_be_visible()
        expect(kept).to_have_value("72")
        shown.running.call("PUT", "/settings", {"logLevel": "error"})  # by somebody else; it takes nothing away
        expect(page.get_by_label("What its log holds", exact=True)).to_have_value("error")
        expect(interval).to_have_value("0")
        interval.fill("5m")
        save.get_by_role("button", name="Save").click()
        expect(save).to_have_count(0)
        values = shown.running.call("GET", "/settings")[1]["data"]["values"]
        assert (values["pollInterval"], values["keepSamplesHours"]) == (300, 72)
        expect(interval).to_have_value("300")

        shown.button("Send a test").click()
        targets = page.get_by_role("listitem").filter(has_text="json://")
        expect(targets.nth(0)).to_contain_text("took the message")
        expect(targets.nth(1)).to_contain_text("could not be reached")
        assert len(inbox.messages) == 1
        shown.button("Add a target").click()
        dialog = page.get_by_role("dialog")
        dialog.get_by_label("Address of the target").fill(f"json://{nobody()}/another")
        dialog.get_by_role("button", name="Add").click()
        expect(dialog).to_contain_text("goes there without TLS")
        dialog.get_by_label("Address of the target").fill("ntfys://ntfy.example/t0pic")
        dialog.get_by_role("button", name="Add").click()
        expect(page.get_by_role("listitem").filter(has_text="ntfys://")).to_be_visible()
        targets.nth(1).get_by_role("button", name="Remove").click()
        page.get_by_role("dialog").get_by_role("button", name="Remove").click()
        expect(targets).to_have_count(1)
        shown.running.call("POST", "/notifications/test")
        assert len(inbox.messages) == 2  # the hidden one that stayed has lost nothing


def test_theme_language_and_density_change_the_page_and_stay(shown: Shown) -> None:
    shown.start("first")
    page = shown.open("settings")
    background = "getComputedStyle(document.querySelector('mining-dashboard')).backgroundColor"
    page.get_by_label("Theme").select_option("light")
    expect(page.locator("mining-dashboard")).to_have_attribute("data-theme", "light")
    light = page.evaluate(background)
    page.get_by_label("Theme").select_option("dark")
    wait_for(lambda: page.evaluate(background) != light, 5, "the page to darken")
    page.get_by_label("Language").select_option("de")
    expect(page.get_by_role("heading", level=1, name="Einstellungen")).to_be_visible()
    expect(page.get_by_label("Farben")).to_have_value("dark")
    heights = []
    for density in ("comfortable", "compact"):
        shown.open("settings")
        page.get_by_label("Dichte").select_option(density)
        page.get_by_role("link", name="Übersicht").click()
        cell = page.get_by_role("cell", name="pool.example:3333").or_(page.get_by_role("link", name="first")).first
        box = cell.locator("xpath=ancestor-or-self::tr").bounding_box()
        assert box is not None
        heights.append(box["height"])
    assert heights[0] > heights[1]
    page.reload()
    expect(page.get_by_role("heading", level=1, name="Übersicht")).to_be_visible()


def test_search_and_single_keys_do_everything_without_a_mouse(shown: Shown) -> None:
    shown.start("first")
    shown.start("second")
    page = shown.open()
    expect(page.get_by_role("link", name="second").first).to_be_visible()
    page.keyboard.press("Control+k")
    search = page.get_by_role("combobox", name="Search pages, miners, profiles and actions")
    expect(search).to_be_focused()
    page.keyboard.type("sto sec")
    expect(page.get_by_role("option").first).to_have_text("Stop second simulated · Action", use_inner_text=True)
    selected = page.get_by_role("option", selected=True)
    expect(selected).to_have_attribute("id", str(search.get_attribute("aria-activedescendant")))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert shown.running.miner("second")["status"] == "running"  # typing and choosing do nothing
    page.keyboard.press("Enter")
    expect(page.get_by_text("second is stopping")).to_be_visible()
    expect(search).to_have_count(0)

    page.get_by_role("main").focus()
    page.keyboard.press("g")
    page.keyboard.press("l")
    expect(page.get_by_role("heading", level=1, name="Pools")).to_be_visible()
    page.keyboard.press("/")
    filter_ = page.get_by_label("Name, host, region")
    expect(filter_).to_be_focused()
    page.keyboard.type("g?m")  # inside a field, keys are letters
    expect(filter_).to_have_value("g?m")
    expect(page.get_by_role("heading", level=1, name="Pools")).to_be_visible()

    page.get_by_role("main").focus()
    page.keyboard.press("?")
    shortcuts = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(shortcuts).to_contain_text("Go to the filter")
    shortcuts.get_by_role("switch").press("Space")
    page.keyboard.press("Escape")
    expect(shortcuts).to_have_count(0)
    page.get_by_role("main").focus()
    page.keyboard.press("g")
    page.keyboard.press("o")
    assert "#/pools" in page.url  # they are off
    page.keyboard.press("Control+k")
    page.keyboard.type("light theme")
    page.keyboard.press("Enter")
    expect(page.locator("mining-dashboard")).to_have_attribute("data-theme", "light")


def test_the_browser_tells_of_a_crash_once_and_only_of_what_was_chosen(shown: Shown) -> None:
    shown.context.add_init_script(RECORDED)
    shown.start("first")
    page = shown.open("settings")
    page.get_by_label("A miner has a problem or has ended").check()
    shown.start("quiet")  # that somebody starts a miner was not chosen
    [pid] = shown.running.alive("first")
    os.kill(pid, signal.SIGKILL)
    wait_for(lambda: page.evaluate("globalThis.shown.length"), 10, "the browser to tell of it")
    page.get_by_role("link", name="Overview").click()
    expect(page.get_by_text("Started by").first).to_be_visible()  # all that happened has come
    told_of = page.evaluate("globalThis.shown")
    assert [each["title"] for each in told_of] == ["first: Crash"], told_of
    assert told_of[0]["body"]
    page.reload()
    expect(page.get_by_text("Started by").first).to_be_visible()
    assert page.evaluate("globalThis.shown") == []
