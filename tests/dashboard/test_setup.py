"""The wizard in a real browser: from an empty machine to a miner that runs."""

import pytest
from playwright.sync_api import Page, expect

from tests.daemons import SLACK
from tests.dashboard.conftest import Shown

pytestmark = pytest.mark.slow

WALLET = "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Continue").click()


def test_whoever_has_never_mined_sees_a_miner_run_after_one_click(shown: Shown) -> None:
    page = shown.open()
    expect(page.get_by_role("heading", name="This machine")).to_be_visible()
    expect(page.get_by_role("heading", name="Programs you can install")).to_be_visible()
    expect(page.get_by_role("button", name="Install: XMRig")).to_be_visible()
    page.get_by_role("button", name="Try it without earnings").click()
    expect(page.get_by_role("heading", name="Your miner is mining.")).to_be_visible(timeout=20000 * SLACK)
    row = page.locator("table.miners tbody tr")
    expect(row).to_contain_text("try-out")
    expect(row.locator(".tag")).to_have_text("simulated")


def test_the_wizard_leads_to_a_running_miner_by_the_keyboard_alone(shown: Shown) -> None:
    page = shown.open()
    page.get_by_role("link", name="Set up mining").press("Enter")
    expect(page.get_by_role("radio", name="Monero")).to_be_checked()
    expect(page.get_by_text("coins don’t suit this machine")).to_be_visible()
    page.get_by_role("button", name="Continue").press("Enter")
    expect(page.get_by_role("heading", name="Choose a pool")).to_be_focused()
    page.get_by_role("radio", name="Another pool").press("Space")
    expect(page.get_by_label("Address of the pool")).to_be_focused()
    page.keyboard.type("127.0.0.1:3333")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Where should the pool pay?")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.insert_text("abandon " * 11 + "about")
    expect(page.get_by_role("alert")).to_contain_text("seed phrase")
    expect(page.get_by_role("button", name="Continue")).to_be_disabled()
    page.keyboard.insert_text(WALLET[:-1] + "B")
    expect(page.locator("#wallet-verdict")).to_contain_text("checksum is wrong")
    expect(page.get_by_role("button", name="Continue")).to_be_disabled()
    page.locator("#wallet").fill(WALLET)
    expect(page.locator("#wallet-verdict")).to_contain_text("Check that it ends in QBEP3A")
    # Leaving keeps the answers, and nothing has been saved or started.
    page.get_by_role("button", name="Save and close").press("Enter")
    assert shown.running.call("GET", "/profiles")[1]["data"]["items"] == []
    page.reload()
    page.get_by_role("link", name="Set up mining").press("Enter")
    expect(page.get_by_role("radio", name="Monero")).to_be_checked()
    page = shown.open("setup/review")
    expect(page.get_by_role("heading", name="When you press “Install and start”")).to_be_visible(timeout=20000 * SLACK)
    expect(page.locator(".happens")).to_contain_text("Tell 127.0.0.1:3333 to pay 44AF…EP3A")
    expect(page.get_by_text("No pool accepts a connection")).to_be_visible()
    page.get_by_label("Program").select_option("simulated")
    expect(page.locator(".happens")).to_contain_text("It pretends", timeout=20000 * SLACK)
    page.get_by_role("button", name="Save and start").press("Enter")
    expect(page.get_by_role("heading", name="Your miner is mining.")).to_be_visible(timeout=20000 * SLACK)
    [saved] = shown.running.call("GET", "/profiles")[1]["data"]["items"]
    assert (saved["name"], saved["config"]["wallet"], saved["config"]["coin"]) == ("xmr-simulated", WALLET, "XMR")
    assert shown.running.miner("xmr-simulated")["profileId"] == saved["id"]


def test_on_a_phone_and_without_internet_it_says_what_can_be_done(shown: Shown) -> None:
    shown.resize(390)
    page = shown.open("setup")
    go_on(page)
    page.get_by_text("Another pool").click()
    page.get_by_label("Address of the pool").fill("127.0.0.1:9")
    go_on(page)
    page.locator("#wallet").fill(WALLET)
    go_on(page)
    page.get_by_text("Everything", exact=True).click()
    go_on(page)
    page.get_by_label("Start although this stands against it").check(timeout=20000 * SLACK)
    page.get_by_role("button", name="Install and start").click()
    failed = page.get_by_role("alert").filter(has_text="It could not be installed")
    expect(failed).to_contain_text("Nothing else was changed", timeout=60000 * SLACK)
    expect(page.get_by_text("miner-ctrl install xmrig --file")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert shown.running.call("GET", "/profiles")[1]["data"]["items"] == []
    page.locator(".offline").get_by_role("button", name="Try it without earnings").click()
    expect(page.get_by_role("heading", name="Your miner is mining.")).to_be_visible(timeout=20000 * SLACK)
