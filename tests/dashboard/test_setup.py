"""The wizard in a real browser: from an empty machine to a miner that runs."""

import json
import re
import threading

import pytest
from playwright.sync_api import Page, Route, expect

from tests.daemons import SLACK, wait_for
from tests.dashboard.conftest import Shown, in_halves
from tests.pool_threads import a_pool
from tests.standins import vendor as standin
from tests.vendors import publish

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


@pytest.mark.parametrize("width", [1440, 390])
def test_an_empty_machine_installs_what_its_author_published_and_mines_with_it(
    shop: Shown, vendor: standin.Standin, width: int
) -> None:
    publish(vendor, "9.9.9")
    go_ahead = threading.Event()
    vendor.tampered[standin.asset_name("9.9.9")] = in_halves(go_ahead)
    shop.resize(width)
    page = shop.open()
    with a_pool(unverified_rx0=True, rx0_difficulty=50, share_seconds=1.0) as pool:
        page.get_by_role("link", name="Set up mining").click()
        expect(page.get_by_role("radio", name="Monero")).to_be_checked()
        go_on(page)
        page.get_by_text("Another pool").click()
        page.get_by_label("Address of the pool").fill(pool.address)
        page.get_by_role("button", name="Test", exact=True).click()
        expect(page.get_by_text(f"{pool.address} accepts connections.")).to_be_visible()
        go_on(page)
        page.locator("#wallet").fill(WALLET)
        expect(page.locator("#wallet-verdict")).to_contain_text("Valid Monero address")
        go_on(page)
        go_on(page)
        happens = page.locator(".happens")
        expect(happens).to_contain_text("Download XMRig from its author’s releases", timeout=20000 * SLACK)
        expect(happens).to_contain_text("check its author’s signature")
        assert vendor.asked(standin.asset_name("9.9.9")) == 0  # nothing happens before the last button
        page.get_by_role("button", name="Install and start").click()
        bar = page.get_by_role("progressbar", name="Installing")
        expect(bar).to_be_in_viewport(timeout=20000 * SLACK)
        expect(bar).to_have_attribute("value", "0")
        expect(page.get_by_label("Name of the profile")).not_to_be_editable()
        expect(page.get_by_role("button", name="Save only")).to_have_count(0)
        go_ahead.set()
        expect(page.get_by_role("heading", name="Your miner is mining.")).to_be_visible(timeout=60000 * SLACK)
        assert "overview" in page.url
        accepted = lambda: shop.running.miner("xmr-cpu")["stats"]["shares"]["accepted"]  # noqa: E731 - it is asked again
        wait_for(accepted, 30, "an accepted share")
        expect(page.locator("[data-miner=xmr-cpu]")).to_contain_text("xmr-cpu")
        expect(page.get_by_role("region", name="Pools")).to_contain_text(pool.address)
        expect(page.locator("[data-miner=xmr-cpu]")).not_to_contain_text(" 0 s ")
        [program] = [
            each
            for each in shop.running.call("GET", "/miners/available")[1]["data"]["items"]
            if each["type"] == "xmrig"
        ]
        assert (program["installedVersion"], program["verified"]["how"]) == ("9.9.9", "signature")
        [saved] = shop.running.call("GET", "/profiles")[1]["data"]["items"]
        miner = shop.running.miner("xmr-cpu")
        assert (miner["type"], miner["profileId"], miner["config"]["wallet"]) == ("xmrig", saved["id"], WALLET)
        assert page.evaluate("localStorage.getItem('mining-dashboard.setup')") is None  # it is done


def test_without_internet_the_choice_of_a_pool_says_so_and_what_can_be_done(shown: Shown) -> None:
    body = {"pool": "nowhere.invalid:3333"}  # a name that is never given to anybody
    answer = shown.running.call("POST", "/pools/test", body)[1]
    assert answer["data"]["result"] == "unresolved"

    def unresolved(route: Route) -> None:
        """What the daemon says of any name on a machine without internet."""
        pool = json.loads(route.request.post_data or "")["pool"]
        route.fulfill(json=answer | {"data": answer["data"] | {"pool": pool}})

    page = shown.page
    page.route("**/pools/test", unresolved)
    shown.open("setup")
    go_on(page)
    expect(page.get_by_text("this machine seems to be without internet")).to_be_visible()
    ways = page.locator(".offline")
    expect(ways.get_by_text(re.compile(r"miner-ctrl --data-dir \S+ install xmrig --file ARCHIVE"))).to_be_visible()
    expect(ways.get_by_text(re.compile(r"miner-ctrl --data-dir \S+ register xmrig /path/to/xmrig"))).to_be_visible()
    expect(ways.get_by_text(re.compile(r"miner-ctrl( --data-dir \S+)? demo"))).to_be_visible()
    names = page.locator(".pools label > span:nth-child(2) .hint").all_inner_texts()
    assert len(names) == len(set(names)) > 3  # each pool once, though it has many places
    page.get_by_role("button", name="more", exact=False).first.click()
    expect(page.locator(".pools .pool").nth(9)).to_be_attached()
    ways.get_by_role("button", name="Try it without earnings").click()
    expect(page.get_by_role("heading", name="Your miner is mining.")).to_be_visible(timeout=20000 * SLACK)


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
    expect(failed).to_be_in_viewport()
    expect(page.get_by_text(re.compile(r"miner-ctrl --data-dir \S+ install xmrig --file"))).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert shown.running.call("GET", "/profiles")[1]["data"]["items"] == []
    page.locator(".offline").get_by_role("button", name="Try it without earnings").click()
    expect(page.get_by_role("heading", name="Your miner is mining.")).to_be_visible(timeout=20000 * SLACK)
