"""The graphics cards of a miner in a browser: each beside what is usual for it, and the past of one of them."""

import re
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from mining.domain.metrics import CardSample, Sample
from mining.storage import samples
from tests.daemons import SLACK
from tests.dashboard.conftest import Shown
from tests.dashboard.test_accessibility import is_cut, violations

pytestmark = pytest.mark.slow
LATE = 20_000 * SLACK  # ms
RATE = 5e7  # H/s of each card now
USUAL = {"0": RATE, "1": 2 * RATE}  # H/s; card 2 has just come


def remember(data: Path) -> None:
    """More than a day in which two cards mined."""
    connection = sqlite3.connect(data / "history.db", timeout=20, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    samples.begin_intervals(connection)
    cards = tuple(CardSample(card=card, hashrate=rate) for card, rate in USUAL.items())
    now = datetime.now(UTC)
    for minutes in range(26 * 60, 0, -5):
        sample = Sample(at=now - timedelta(minutes=minutes), hashrate=3 * RATE, algorithm="kawpow", cards=cards)
        samples.add_sample(connection, "rig", sample)
    connection.execute("COMMIT")
    connection.close()


@pytest.fixture
def rig(shown: Shown) -> Shown:
    """A miner on three cards, two of which have a past; the page is not open yet."""
    remember(shown.running.data)
    shown.start("rig", algo="kawpow", options={"gpus": 3, "hashrate": 3 * RATE})
    return shown


def cells(row: Locator, column: int) -> Locator:
    """What stands below that head."""
    return row.get_by_role("cell").nth(column)


def test_each_card_stands_beside_its_usual_and_where_that_is_unknown_it_says_why(rig: Shown) -> None:
    page = rig.open("miners/rig")
    table = page.locator("#gpus table")
    expect(table.get_by_role("columnheader")).to_have_text(
        ["GPU", "Hashrate", "Against usual", "Temp", "Fan", "Power", "Efficiency"]
    )
    steady, slow, new = (table.get_by_role("row").nth(place) for place in (1, 2, 3))
    expect(cells(steady, 1)).to_have_text(re.compile(r"^\s*(9[5-9]|10[0-5])\s%$"), timeout=LATE)
    expect(cells(steady, 1).get_by_role("img", name="Below usual")).to_have_count(0)
    expect(cells(slow, 1)).to_have_text(re.compile(r"^\s*(4[7-9]|5[0-3])\s%$"))
    expect(cells(slow, 1).get_by_role("img", name="Below usual")).to_be_visible()
    why = "What is usual at this algorithm is known after a day of mining."
    expect(cells(new, 1).get_by_role("img", name=why)).to_have_text("—")
    expect(page.locator("#gpus")).to_contain_text(f"Against usual — {why}")
    expect(cells(steady, 5)).to_have_text(re.compile(r"^\d{3}\skH/W$"))
    rig.running.call("POST", "/miners/rig/pause")
    expect(cells(slow, 1).get_by_role("img", name="It is paused.")).to_be_visible(timeout=LATE)
    page.evaluate("document.querySelector('mining-dashboard').lang = 'de'")
    expect(page.locator("#gpus")).to_contain_text("Zum Üblichen — Er ist pausiert.")


def test_the_chart_shows_the_past_of_one_card_that_is_chosen_by_keys(rig: Shown) -> None:
    page = rig.open("miners/rig?range=24h")
    choice = page.get_by_role("combobox", name="Whose hashrate")
    expect(choice.get_by_role("option")).to_have_text(
        ["Whole miner", "0 Simulated GPU 0", "1 Simulated GPU 1", "2 Simulated GPU 2"]
    )
    expect(page.locator("#hashrate")).to_contain_text("usual 150", timeout=LATE)
    choice.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page).to_have_url(re.compile(r"miners/rig\?range=24h&card=1$"))
    expect(page.locator("#hashrate")).to_contain_text("usual 100", timeout=LATE)
    chart = page.locator("mining-chart [role=slider]")
    expect(chart).to_have_attribute("aria-label", re.compile(r"^rig, 1 Simulated GPU 1, Hashrate, .*average (9|100)"))
    page.get_by_role("button", name="View as table").click()
    expect(page.locator("mining-chart table")).to_contain_text(re.compile(r"100\.0\sMH/s"))
    rig.button("7 d").click()
    expect(page).to_have_url(re.compile(r"miners/rig\?range=7d&card=1$"))
    page.evaluate("document.querySelector('mining-dashboard').navigate('miners/rig?range=7d&card=0')")
    expect(choice).to_have_value("0")  # although somebody has chosen another one
    page.reload()
    expect(choice).to_have_value("0")
    choice.select_option(label="Whole miner")
    expect(page).to_have_url(re.compile(r"miners/rig\?range=7d$"))
    expect(page.locator("#hashrate")).to_contain_text("usual 150", timeout=LATE)


def test_a_card_that_the_miner_does_not_have_is_said_with_those_that_it_has(rig: Shown) -> None:
    page = rig.open("miners/rig?card=9")
    expect(page.locator("#hashrate")).to_contain_text("name one of 0, 1, 2", timeout=LATE)
    rig.complaints.clear()  # the browser tells of an answer that is a refusal
    page.get_by_role("combobox", name="Whose hashrate").select_option("0")
    expect(page.locator("mining-chart")).to_be_visible(timeout=LATE)


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_axe_finds_nothing_on_the_page_of_a_miner_with_cards(rig: Shown, theme: str) -> None:
    rig.page.emulate_media(color_scheme=theme)  # type: ignore[arg-type] # it takes these words
    page = rig.open("miners/rig?card=1")
    expect(page.locator("#gpus")).to_contain_text("Against usual —", timeout=LATE)
    for width, height in ((1440, 900), (820, 900), (390, 8000), (320, 900)):
        rig.resize(width, height)
        page.wait_for_timeout(200)
        assert not is_cut(page), width
        assert not violations(page), width
