"""The dashboard of a daemon on Windows: the command that opens it, and what a browser shows and does there."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.daemons import SLACK, wait_for
from tests.dashboard.conftest import a_tab, chromium  # noqa: F401 - a fixture
from tests.wine.rig import a_windows_daemon
from tests.wine.windows_python import environment, wine

pytestmark = [pytest.mark.slow, pytest.mark.long]  # every run tries the same pages here, and the same daemon there
LATE = 20_000 * SLACK  # ms
_BROWSERS = r"HKCU\Software\Wine\WineBrowser"  # which programs of Linux Wine takes for Windows' browser


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Path]:
    """What Windows' browser was told to open, one address a line."""
    told, browser = tmp_path / "opened", tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" >> "{told}"\n')
    browser.chmod(0o700)
    told.touch()
    _registry("add", _BROWSERS, "/v", "Browsers", "/d", str(browser), "/f")
    yield told
    _registry("delete", _BROWSERS, "/f")


def _registry(*words: str) -> None:
    subprocess.run([wine(), "reg", *words], env=environment(), check=True, capture_output=True, timeout=60 * SLACK)


def test_open_shows_it_in_the_browser_of_windows_where_a_miner_is_watched_stopped_and_started(
    chromium: Browser,  # noqa: F811 - that fixture
    data_dir: Path,
    opened: Path,
) -> None:
    with a_windows_daemon(data_dir) as daemon:
        said = daemon.ask("open")
        assert (said.returncode, said.stdout.strip()) == (0, f"http://127.0.0.1:{daemon.port}/")
        wait_for(lambda: opened.read_text().split() == [said.stdout.strip()], 30, "the browser")
        with a_tab(chromium, daemon) as tab:
            tab.start("rig")
            page = tab.open("miners/rig")
            mood = page.locator(".identity")
            expect(mood).to_contain_text("Mining", timeout=LATE)
            expect(page.locator(".console .line").filter(has_text="connected to pool.example:3333")).to_be_visible()
            tab.button("Stop").click()
            expect(mood).to_contain_text("Stopped", timeout=LATE)
            assert daemon.miner("rig")["status"] == "stopped"
            page.get_by_role("button", name="Start").first.click()
            expect(mood).to_contain_text("Mining", timeout=LATE)
            page.goto(f"{tab.url}#/admin")
            expect(page.locator("mining-dashboard main")).to_contain_text("Windows")
