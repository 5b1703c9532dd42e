"""What a screen reader finds, by Chromium's own accessibility tree: names, roles and states, and no noise."""

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.daemons import wait_for
from tests.dashboard.conftest import FLAGS, Shown
from tests.needs import need

pytestmark = pytest.mark.slow

ANSWERS = json.dumps({"coin": "XMR", "algorithm": "rx/0", "pool": "pool.supportxmr.com:3333", "wallet": "somebody"})
LIVE = "[role=status], [role=alert], [aria-live]:not([aria-live=off])"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser in which a screen reader is on: it tells also of what is out of sight."""
    with sync_playwright() as playwright:
        flags = [*FLAGS, "--force-renderer-accessibility"]
        browser = playwright.chromium.launch(executable_path=str(need("chromium")), args=flags)
        yield browser
        browser.close()


def heard(page: Page) -> list[tuple[str, str]]:
    """Role and name of each thing that a screen reader finds."""
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    return [
        (str(node["role"]["value"]), str(node.get("name", {}).get("value", "")))
        for node in tree["nodes"]
        if not node["ignored"]
    ]


def test_a_closed_menu_is_not_there_also_in_a_row_out_of_sight(shown: Shown) -> None:
    for name in ("first", "second"):
        shown.start(name)
    shown.resize(1440, 400)
    page = shown.open()
    expect(page.locator("table.miners tbody tr")).to_have_count(2)
    there = lambda: ("button", "Actions: second") in heard(page) or page.wait_for_timeout(100)  # noqa: E731 - it is asked again
    wait_for(there, 20, "the row out of sight")
    assert not [each for each in heard(page) if each[0].startswith("menu")]
    shown.button("Actions: second").click()
    expect(page.get_by_role("menuitem")).to_have_text(["Pause", "Restart", "Stop"])
    page.keyboard.press("Escape")
    expect(page.get_by_role("menu", include_hidden=True).last).to_have_attribute("aria-hidden", "true")


def test_nothing_is_said_of_the_figures_of_each_second(shown: Shown) -> None:
    shown.start("first")
    page = shown.open()
    for view in ("overview", "miners", "miners/first"):
        page.evaluate("(view) => document.querySelector('mining-dashboard').navigate(view)", view)
        figure = page.locator(".keys .value, td[data-column=hashrate]").first
        expect(figure).to_be_visible()
        page.wait_for_timeout(1500)  # what is said of the page itself
        root = "document.querySelector('mining-dashboard').shadowRoot"
        page.evaluate(f"""() => {{
            window.said = [];
            const note = (changes) => said.push(...changes.map((each) => each.target.textContent));
            for (const each of {root}.querySelectorAll({json.dumps(LIVE)}))
                if (!each.closest('mining-console')) // which sums up its lines every ten seconds
                    new MutationObserver(note).observe(each, {{ childList: true, characterData: true, subtree: true }});
        }}""")
        figures = {figure.inner_text()}
        other = lambda figures=figures, figure=figure: figures.add(figure.inner_text()) or len(figures) > 3  # noqa: E731 - it is asked again
        wait_for(other, 30, "the figures of some seconds")
        assert page.evaluate("said") == [], view


def test_numbers_in_the_navigation_are_said_in_words(patient: Shown) -> None:
    patient.start("first")
    patient.start("troubled", options={"mode": "crash", "after": 1})
    page = patient.open("miners")
    pages = page.get_by_role("navigation", name="Pages")
    expect(pages.get_by_role("link", name=re.compile(r"^Miners ?, 2$"))).to_be_visible()
    overview = pages.get_by_role("link", name=re.compile(r"^Overview ?, 1 needs attention$"))
    expect(overview).to_be_visible(timeout=60_000)
    expect(pages.get_by_role("link", name="Statistics", exact=True)).to_have_accessible_description("")
    expect(page.locator(".attention").get_by_role("img", name="problem")).to_be_visible()


def test_a_field_is_described_by_its_hint_and_not_by_the_button_beside_it(shown: Shown) -> None:
    page = shown.open("settings")
    field = page.get_by_label("While somebody looks", exact=True)
    expect(field).to_have_accessible_description("seconds, or such as 5m · from the file")
    expect(shown.button("Back to the default: While somebody looks")).to_be_visible()


def test_a_pool_of_the_set_up_is_one_name_with_its_fee_and_its_answer(shown: Shown) -> None:
    page = shown.open()
    page.evaluate("(answers) => localStorage.setItem('mining-dashboard.setup', answers)", ANSWERS)
    page.goto("about:blank")
    page = shown.open("setup/pool")
    pool = page.get_by_role(
        "radio", name=re.compile(r"^pool\.supportxmr\.com, SupportXMR, TLS, Fee 0\.6\s%, no answer")
    )
    expect(pool).to_be_visible(timeout=60_000)


def test_a_question_is_read_with_its_title_and_what_it_means(shown: Shown) -> None:
    for name in ("first", "second"):
        shown.start(name)
    page = shown.open("miners")
    page.get_by_role("checkbox", name="Select all miners").check()
    bulk = page.get_by_role("region", name="Selected miners")
    bulk.get_by_role("button", name="Stop 2").click()
    question = page.get_by_role("dialog", name="Stop 2 miners?")
    expect(question).to_have_accessible_description(re.compile("^first, second stop mining"))
    expect(question).to_be_focused()  # so that it is read, and not its first button alone
    page.keyboard.press("Tab")
    expect(question.get_by_role("button", name="Cancel")).to_be_focused()
    expect(bulk).to_contain_text("2 selected")  # nothing works before the answer
