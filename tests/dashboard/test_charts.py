"""The charts in a real browser: by keys, as tables, with gaps that say what they are, and as a file."""

import json
import re
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mining.domain.metrics import Sample
from mining.storage import samples
from tests.daemons import wait_for
from tests.dashboard.conftest import Shown

pytestmark = pytest.mark.slow

NOW = "mining-chart [role=slider]"
STOPPED = (30, 20)  # minutes ago, from and to: no process ran
SILENT = (12, 6)  # a process ran, and nobody has its figures


def past_of(data: Path, miner: str, end: datetime) -> None:
    """An hour of 1000 H/s before the end, with a stop and with a silence."""
    connection = sqlite3.connect(data / "history.db", timeout=20, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    samples.begin_intervals(connection)
    for second in range(10, 3700, 10):
        at = end - timedelta(seconds=second)
        minutes = second / 60
        if STOPPED[1] < minutes <= STOPPED[0] or SILENT[1] < minutes <= SILENT[0]:
            continue
        sample = Sample(at=at, hashrate=1000.0, accepted=3700 - second, rejected=0, algorithm="rx/0", temperature=61.5)
        samples.add_sample(connection, miner, sample)
    connection.execute("DELETE FROM events WHERE miner = ?", (miner,))
    for kind, minutes in (("stop", STOPPED[0]), ("start", STOPPED[1])):
        second = int((end - timedelta(minutes=minutes)).timestamp())
        row = (second, kind, miner, f"It happened {minutes} minutes before.", "{}", kind)
        columns = "at, kind, miner, text, details, exact_kind"
        connection.execute(f"INSERT INTO events ({columns}) VALUES (?, ?, ?, ?, ?, ?)", row)
    connection.execute("COMMIT")
    connection.close()


@pytest.fixture
def past(shown: Shown) -> datetime:
    """A miner with a past that ends then; the page is not open yet."""
    shown.start("a", algo="rx/0")
    wait_for(lambda: shown.running.call("GET", "/miners/a")[1]["data"]["hashrate"] is not None, 10, "a hashrate")
    end = datetime.now(UTC).replace(microsecond=0)
    past_of(shown.running.data, "a", end)
    return end


def clock(at: datetime) -> str:
    """As the page says it."""
    return at.strftime("%H:%M")


def painted(page: Page, token: str) -> int:
    """How many points of the canvases have a token's colour."""
    return int(
        page.evaluate(
            """(token) => {
              const chart = document.querySelector('mining-dashboard').renderRoot.querySelector('mining-chart');
              const hex = getComputedStyle(chart).getPropertyValue(token).trim();
              const wanted = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
              let found = 0;
              for (const canvas of chart.querySelectorAll('canvas')) {
                const { width, height } = canvas;
                const copy = Object.assign(document.createElement('canvas'), { width, height });
                const pen = copy.getContext('2d', { willReadFrequently: true });
                pen.drawImage(canvas, 0, 0);
                const { data } = pen.getImageData(0, 0, width, height);
                for (let at = 0; at < data.length; at += 4)
                  if (wanted.every((value, part) => Math.abs(value - data[at + part]) < 8)) found++;
              }
              return found;
            }""",
            token,
        )
    )


def test_a_chart_is_read_by_keys_and_as_a_table_and_says_what_its_gaps_are(shown: Shown, past: datetime) -> None:
    page = shown.open("overview")
    shown.button("1 h").click()
    chart = page.locator(NOW)
    expect(chart).to_have_attribute("aria-label", re.compile(r"^Hashrate, 1.h, .*RandomX: average (1\.0|99)"))
    summary = chart.get_attribute("aria-label") or ""
    stop, start = (past - timedelta(minutes=each) for each in STOPPED)
    assert f"not mining {clock(stop)}–{clock(start)}" in summary
    assert "no data " in summary
    assert page.locator("mining-dashboard").get_attribute("range") == "1h"

    assert chart.locator("*").count() == 0  # the heads beside the lines are read as any other text
    chart.focus()
    expect(chart).to_have_attribute("aria-valuetext", "no point chosen")
    page.keyboard.press("Home")
    first = chart.get_attribute("aria-valuetext") or ""
    assert "RandomX: 1.000\u202fkH/s" in first
    page.keyboard.press("ArrowRight")
    expect(chart).not_to_have_attribute("aria-valuetext", first)
    page.keyboard.press("ArrowLeft")
    expect(chart).to_have_attribute("aria-valuetext", first)
    expect(page.locator(".chart-tip")).to_be_visible()
    page.keyboard.press("End")
    expect(chart).to_have_attribute("aria-valuetext", re.compile("RandomX"))
    last = chart.get_attribute("aria-valuetext") or ""
    back = []
    for _ in range(16):  # 160 buckets of 10 s lead into the stop
        page.keyboard.press("Shift+ArrowLeft")
        back.append(chart.get_attribute("aria-valuetext") or "")
    assert "not mining" in back[-1], back
    assert any("no data" in each for each in back[:8]), back
    page.keyboard.press("End")
    expect(chart).to_have_attribute("aria-valuetext", last)
    page.keyboard.press("Escape")
    expect(page.locator(".chart-tip")).to_be_hidden()

    for theme in ("light", "dark"):
        page.evaluate("(theme) => document.querySelector('mining-dashboard').theme = theme", theme)
        expect(page.locator("mining-dashboard")).to_have_attribute("data-theme", theme)
        wait_for(lambda: painted(page, "--c-s1") > 100, 5, f"the line in the colour of the {theme} theme")

    shown.button("View as table").click()
    rows = page.locator("mining-chart tbody tr")
    expect(rows).to_have_count(360)
    cells = rows.all_text_contents()
    assert sum("not mining" in each for each in cells) in range(50, 63)
    assert sum("no data" in each for each in cells) in range(30, 40)
    assert any("It happened 30 minutes before." in each for each in cells)
    shown.button("View as chart").click()
    expect(chart).to_be_visible()


def test_statistics_are_exported_as_they_are_shown(shown: Shown, past: datetime) -> None:
    page = shown.open("statistics")
    chart = page.locator(NOW)
    expect(chart).to_have_attribute("aria-label", re.compile("Temperature, a: average 6[0-9].°C"))
    expect(page.get_by_role("heading", name="Rejected shares")).to_be_visible()

    page.get_by_role("button", name="Export").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name="As CSV").click()
    assert download.value.suggested_filename.startswith("mining-24h-")
    head, columns, *rows = Path(download.value.path()).read_text().splitlines()
    assert head.startswith("# range 24h, from ")
    assert head.endswith(", each 300 s, scope all")
    assert columns.startswith("timestamp,hashrate rx/0 (H/s),accepted shares,rejected shares,temperature a (°C)")
    assert len(rows) == 288
    at = past - timedelta(minutes=50)
    bucket = at.replace(minute=at.minute // 5 * 5, second=0).strftime("%Y-%m-%dT%H:%M:%SZ")
    exported = next(row for row in rows if row.startswith(bucket)).split(",")
    assert (exported[1], exported[3], exported[4]) == ("1000", "0", "61.5")
    in_stop = past - timedelta(minutes=25)
    empty = in_stop.replace(minute=in_stop.minute // 5 * 5, second=0).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert next(row for row in rows if row.startswith(empty)).split(",")[1] == "", "a gap is empty, not 0"

    shown.button("View as table").click()
    shown_rows = page.locator("mining-chart table", has_text="RandomX").first.locator("tbody tr")
    expect(shown_rows).to_have_count(len(rows))
    row = shown_rows.filter(has=page.locator(f"time[datetime='{bucket.replace('Z', '.000Z')}']"))
    expect(row.locator("td").first).to_have_text("1.000\u202fkH/s")

    wanted = "{format: 'json', range: '24h', scope: 'miner:a'}"
    text = page.evaluate(f"document.querySelector('mining-dashboard').exportData({wanted}).then((it) => it.text())")
    made = json.loads(text)
    assert (made["range"], made["scope"], made["resolution"]) == ("24h", "miner:a", {"value": 300, "unit": "s"})
    series = {each["name"]: each["values"] for each in made["series"]}
    assert series["hashrate rx/0"][made["timestamps"].index(bucket)] == 1000
    assert series["hashrate rx/0"][made["timestamps"].index(empty)] is None

    page.get_by_role("switch", name="Compare with the day before").check()
    expect(page).to_have_url(f"{shown.url}#/statistics?compare=1")
