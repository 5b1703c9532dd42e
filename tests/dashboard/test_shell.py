"""What stands around the pages: the bar on a telephone, the focus after a dialog, the language, the access key."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.daemons import SLACK, daemon
from tests.dashboard.conftest import Shown

pytestmark = pytest.mark.slow


def test_on_a_telephone_every_page_is_two_touches_away(shown: Shown) -> None:
    shown.resize(390, 844)
    page = shown.open()
    bar = page.get_by_role("navigation", name="Pages")
    for name in ("Miners", "Profiles", "Overview"):
        bar.get_by_role("link", name=name).first.click()
        expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()
    for name in ("Statistics", "Pools", "Admin", "Settings"):
        more = bar.get_by_role("button", name="More")
        more.click()
        expect(more).to_have_attribute("aria-expanded", "true")
        bar.get_by_role("link", name=name).click()
        expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()
        expect(more).to_have_attribute("aria-expanded", "false")


def test_on_a_telephone_a_lost_connection_shows_in_the_bar_and_miners_come_before_pools(shown: Shown) -> None:
    shown.start("rig")
    shown.resize(390, 844)
    page = shown.open()
    headings = page.get_by_role("heading", level=2)
    expect(page.get_by_role("heading", name="Activity")).to_be_visible()
    names = [each.split("\n")[0].split(" problems")[0] for each in headings.all_inner_texts()]
    assert names[-3:] == ["Miners", "Pools", "Activity"]
    more = page.get_by_role("navigation", name="Pages").get_by_role("button", name="More")
    expect(more).to_have_accessible_name("More")
    head = page.locator(".page-header")
    expect(head).to_contain_text("Live")
    head.get_by_role("button", name="Search").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    shown.running.kill()
    expect(more).to_have_accessible_name(re.compile("More Disconnected"), timeout=20000 * SLACK)
    expect(head).to_contain_text("Disconnected")


def test_on_a_telephone_the_way_on_through_the_set_up_stands_at_the_bottom(shown: Shown) -> None:
    shown.resize(390, 844)
    page = shown.open("setup/coin")
    radios = page.get_by_role("radio")
    more = page.get_by_role("button", name="more coins")
    expect(more).to_be_visible()
    before = radios.count()
    more.press("Enter")
    expect(radios.nth(before)).to_be_visible()
    assert page.evaluate("document.querySelector('mining-dashboard').shadowRoot.activeElement.type") == "radio"
    bottoms = []
    for text in (None, "pool.example:3333"):
        box = page.locator(".step > footer").bounding_box() or {}
        bottoms.append(round(box["y"] + box["height"]))
        shown.button("Continue").click()
        if text:
            continue
        page.get_by_role("radio", name="Another pool").check()
        page.get_by_label("Address of the pool").fill("pool.example:3333")
    assert bottoms == [844, 844]
    expect(page.get_by_role("heading", name="Where should the pool pay?")).to_be_visible()
    box = page.locator(".step > footer").bounding_box() or {}
    assert round(box["y"] + box["height"]) == 844  # although there is little above it


def test_after_a_dialog_the_focus_is_where_it_was(shown: Shown) -> None:
    shown.start("asked")
    shown.running.call("DELETE", "/miners/asked")
    page = shown.open("miners/asked")
    actions = shown.button("Actions: asked")
    actions.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("End")
    expect(page.get_by_role("menuitem", name="Forget")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Forget asked?")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(actions).to_be_focused()
    assert shown.running.call("GET", "/miners/asked")[0] == 200


def test_the_page_speaks_the_language_of_the_browser(chromium: Browser, tmp_path: Path) -> None:
    with daemon(tmp_path) as running:
        context = chromium.new_context(locale="de-AT")
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{running.port}/#/admin/timeline")
        expect(page.get_by_text("Der Dienst ist gestartet.")).to_be_visible(timeout=30_000)
        expect(page.get_by_role("link", name="Übersicht").first).to_be_visible()
        context.close()


def test_a_server_that_asks_for_a_key_gets_one_for_this_tab_alone(chromium: Browser, tmp_path: Path) -> None:
    with daemon(tmp_path, settings={"auth": "always"}) as running:
        status, made = running.call("POST", "/keys", {"name": "glance", "role": "viewer"})
        assert status == 201, made
        context = chromium.new_context(locale="en-GB")
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{running.port}/")
        field = page.get_by_label("Access key")
        field.fill("mk_wrong")
        page.get_by_role("button", name="Use this key").click()
        expect(page.get_by_role("alert")).to_be_visible(timeout=30_000)
        field.fill(made["data"]["key"])
        page.get_by_role("button", name="Use this key").click()
        expect(page.locator("nav .connection")).to_contain_text("Live", timeout=30_000)
        expect(page.get_by_text("Read-only: this access key may look, and change nothing.")).to_be_visible()
        other = context.new_page()
        other.goto(f"http://127.0.0.1:{running.port}/")
        expect(other.get_by_label("Access key")).to_be_visible(timeout=30_000)
        context.close()
