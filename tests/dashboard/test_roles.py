"""What a viewer and an operator see: nothing that their key may not do, or why not and what does."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.daemons import SLACK, Daemon
from tests.dashboard.conftest import Shown

pytestmark = pytest.mark.slow
LATE = 10_000 * SLACK  # ms
VIEWS = (
    "overview", "miners", "miners?tab=installed", "miners?tab=available", "miners/rig", "miners/rig?edit", "profiles",
    "profiles/ID", "statistics", "pools?q=own.example", "admin", "admin/timeline", "settings", "setup",
)  # fmt: skip


@contextmanager
def keyed(chromium: Browser, running: Daemon, role: str) -> Iterator[Shown]:
    """The dashboard in a tab that holds a key of that role."""
    status, answer = running.call("POST", "/keys", {"name": f"my {role}", "role": role})
    assert status == 201, answer
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB", timezone_id="UTC")
    context.add_init_script(f"sessionStorage.setItem('mining-dashboard.token', {answer['data']['key']!r})")
    tab = Shown(context, running)
    yield tab
    context.close()
    assert not tab.complaints, tab.complaints


@pytest.fixture
def views(shown: Shown) -> list[str]:
    """Every page of a rig that has something of each kind."""
    shown.start("rig")
    shown.start("gone")
    shown.running.call("DELETE", "/miners/gone")
    body = {"name": "night", "minerType": "simulated", "config": {"pool": "pool.example:3333", "wallet": "anybody"}}
    id = shown.running.call("POST", "/profiles", body)[1]["data"]["id"]
    assert shown.running.call("POST", "/pools", {"pool": "own.example:3333", "name": "Own"})[0] == 201
    return [view.replace("ID", id) for view in VIEWS]


def refused(tab: Shown) -> list[str]:
    """The requests that were answered with 403 from now on."""
    paths: list[str] = []
    tab.page.on("response", lambda answer: paths.append(answer.url) if answer.status == 403 else None)
    return paths


def changing(tab: Shown) -> Locator:
    """The visible buttons that change something."""
    return tab.page.locator("[data-needs]:visible")


def test_a_viewer_sees_no_button_that_changes_anything_and_how_to_get_one(
    shown: Shown, chromium: Browser, views: list[str]
) -> None:
    with keyed(chromium, shown.running, "viewer") as tab:
        tab.open("overview")
        expect(tab.page.get_by_role("note")).to_contain_text("this access key may look, and change nothing")
        paths = refused(tab)
        for view in views:
            page = tab.open(view)
            expect(page.get_by_role("note").first).to_contain_text("Read-only")
            tab.settle()
            assert changing(tab).all_inner_texts() == [], view
            for name in ("Set up mining", "New profile", "Edit the configuration", "Start a profile"):
                expect(page.get_by_role("link", name=name)).to_have_count(0)
        assert paths == []
        tab.button("Use another key").click()
        expect(page.get_by_label("Access key")).to_be_focused()
        key = shown.running.call("POST", "/keys", {"name": "other", "role": "admin"})[1]["data"]["key"]
        page.keyboard.type(key)
        page.keyboard.press("Enter")
        expect(page.get_by_role("note")).to_have_count(0)
        expect(page.get_by_label("Access key")).to_have_count(0)


def test_an_operator_runs_what_is_set_up_and_reads_why_the_rest_needs_an_admin(
    shown: Shown, chromium: Browser, views: list[str]
) -> None:
    with keyed(chromium, shown.running, "operator") as tab:
        page = tab.open("pools?q=own.example")
        expect(page.get_by_role("note")).to_contain_text("need the role admin")
        paths = refused(tab)
        unavailable: set[str] = set()
        for view in views:
            page = tab.open(view)
            tab.settle()
            for each in page.locator("[data-needs=admin]:visible").all():
                expect(each).to_have_attribute("aria-disabled", "true")
                assert "need the role admin" in (each.get_attribute("title") or ""), view
                unavailable.add(each.inner_text().strip())
            expect(page.locator("[data-needs=operator][aria-disabled]:visible")).to_have_count(0)
        wanted = {"Set up mining", "New profile", "Import", "Save", "Duplicate", "Add a pool", "Remove", "Add a target"}
        assert wanted <= unavailable
        expect(page.get_by_role("note")).to_contain_text("need the role admin")  # the wizard, before anything is typed
        assert paths == []

        # What it says when it is pressed, also to a finger.
        page = tab.open("pools?q=own.example")
        page.get_by_role("button", name="Add a pool").click(force=True)
        expect(page.get_by_role("region", name="Messages")).to_contain_text("need the role admin")
        page = tab.open("miners/gone")
        tab.button("Actions: gone").click()
        expect(page.get_by_role("menuitem", name="Forget")).to_have_attribute("aria-disabled", "true")

        # And what an operator may do is done.
        page = tab.open("miners/rig")
        tab.button("Stop").click()
        expect(page.locator(".identity")).to_contain_text("Stopped", timeout=LATE)
        page = tab.open("profiles")
        listed = page.get_by_role("region", name="Profiles")
        listed.get_by_role("button", name="Start: night").click()
        expect(listed.get_by_role("button", name="Stop: night")).to_be_visible(timeout=LATE)
        page = tab.open("settings")
        expect(page.locator("#setting-pollInterval")).not_to_be_editable()
        assert paths == []


def test_an_admin_finds_nothing_unavailable(shown: Shown, chromium: Browser, views: list[str]) -> None:
    with keyed(chromium, shown.running, "admin") as tab:
        paths = refused(tab)
        for view in views:
            page = tab.open(view)
            tab.settle()
            expect(page.locator("[data-needs][title*='role admin']")).to_have_count(0)
            expect(page.get_by_role("note")).to_have_count(0)
        assert paths == []
