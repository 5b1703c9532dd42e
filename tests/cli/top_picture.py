"""Takes the picture of `miner-ctrl top` for the documentation: `python -m tests.cli.top_picture`.

The rig is that of the dashboard's pictures. With a FOLDER, the page is taken in three sizes instead, to be looked at.
"""

import asyncio
import re
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from mining.cli.session import Session
from mining.cli.terminal.daemon import DaemonLink
from mining.cli.terminal.page import TopPage
from tests.daemons import Daemon
from tests.dashboard.screenshots import a_rig, webp
from tests.needs import need

FOLDER = Path(__file__).parents[2] / "docs" / "images"
SIZES = {"top-60x20": (60, 20), "top-80x24": (80, 24), "top-160x50": (160, 50)}
SETTLED = 8.0  # s


def main(arguments: list[str]) -> int:
    """Start everything, take the pictures."""
    folder = Path(arguments[0]) if arguments else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with a_rig() as (running, _):
        drawn = {name: asyncio.run(drawing(running, size)) for name, size in wanted(arguments).items()}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(need("chromium")), args=["--no-sandbox"])
        for name, svg in drawn.items():
            width, height = (int(float(each)) for each in re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)[0])
            page = browser.new_page(viewport={"width": width, "height": height})
            page.set_content(f"<style>body {{ margin: 0 }} svg {{ display: block }}</style>{svg}")
            (folder / f"{name}.webp").write_bytes(webp(page))
            page.close()
        browser.close()
    return 0


def wanted(arguments: list[str]) -> dict[str, tuple[int, int]]:
    """Names and sizes, in columns and lines."""
    return SIZES if arguments else {"top": (112, 34)}


async def drawing(running: Daemon, size: tuple[int, int]) -> str:
    """The page as SVG, without the fonts that it would fetch."""
    page = TopPage(DaemonLink(Session(data_dir=running.data)))
    async with page.run_test(size=size) as pilot:
        await pilot.pause(SETTLED)
        await pilot.press("down", "down")
        await pilot.pause(2)
        svg = page.export_screenshot(title="miner-ctrl top")
    return re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
