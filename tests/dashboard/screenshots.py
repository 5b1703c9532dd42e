"""Takes the pictures of the documentation: `python -m tests.dashboard.screenshots [FOLDER]`.

A real daemon, simulated miners, and eight days of made-up history in its database, so that the charts have a past. Each
page is taken dark and light, for a desk and for a telephone.
"""

import math
import random
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect, sync_playwright

from mining.domain.metrics import Sample
from mining.domain.retention import Retention
from mining.storage import samples
from mining.storage.database import open_database, transaction
from tests.daemons import Daemon, daemon, wait_for
from tests.dashboard.conftest import FLAGS
from tests.needs import need

FOLDER = Path(__file__).parents[2] / "docs/images/dashboard"
SIZES = {"desktop": 1440, "mobile": 390}
VIEWS = {
    "overview": "overview", "miners": "miners", "available": "miners?tab=available", "miner": "miners/rvn-gpu",
    "profiles": "profiles", "statistics": "statistics", "pools": "pools?coin=XMR", "admin": "admin",
    "timeline": "admin/timeline", "settings": "settings", "setup-coin": "setup/coin", "setup-review": "setup/review",
}  # fmt: skip
MINERS: dict[str, dict[str, Any]] = {
    "rvn-gpu": {"algo": "kawpow", "hashrate": 118.3e6, "gpus": 4, "pool": "rvn.2miners.com:6060", "ping": 41},
    "xmr-cpu": {"algo": "rx/0", "hashrate": 19620.0, "gpus": 0, "pool": "pool.supportxmr.com:3333", "ping": 38},
    "xmr-nas": {"algo": "rx/0", "hashrate": 6120.0, "gpus": 0, "pool": "pool.supportxmr.com:3333", "ping": 36},
}
DAYS = 8
GAP = (timedelta(hours=9), timedelta(hours=9, minutes=19))  # before now, when nothing was measured


def main(arguments: list[str]) -> int:
    """Make a past, start everything, take the pictures."""
    folder = Path(arguments[0]) if arguments else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        data = Path(place)
        with daemon(data):
            pass  # it makes its data folder
        remember(data / "history.db")
        with daemon(data, longest=600.0) as running:
            start(running)
            take(running, folder)
    return 0


def remember(path: Path) -> None:
    """Write the past of each miner, one figure a minute."""
    database = open_database(path, print)
    now = datetime.now(UTC).replace(second=0, microsecond=0)
    chance = random.Random(1)
    for name, how in MINERS.items():
        with transaction(database):
            for minute in range(DAYS * 1440, 0, -1):
                before = timedelta(minutes=minute)
                if not GAP[0] <= before < GAP[1]:
                    samples.add_sample(database, name, sample(how, now - before, DAYS * 1440 - minute, chance))
    samples.prune(database, now.timestamp(), Retention())
    database.close()


def sample(how: dict[str, Any], at: datetime, minute: int, chance: random.Random) -> Sample:
    """What a miner measured at that time: steady, with a daily wave of heat."""
    wave = math.sin(minute / 1440 * 2 * math.pi)
    gpus = how["gpus"]
    return Sample(
        at=at,
        hashrate=how["hashrate"] * (1 + chance.gauss(0, 0.006)),
        accepted=minute * 2,
        rejected=minute // 150,
        temperature=64 + 4 * wave + chance.gauss(0, 0.7) if gpus else None,
        power=198 * gpus + chance.gauss(0, 4) if gpus else None,
        ping=how["ping"] + round(abs(chance.gauss(0, 2))),
        algorithm=how["algo"],
        pool=how["pool"],
    )


def start(running: Daemon) -> None:
    """All miners, one of them with a problem, and a profile."""
    for name, how in MINERS.items():
        options = {"hashrate": how["hashrate"] * (0.84 if name == "rvn-gpu" else 1)}
        options |= {"gpus": how["gpus"]} if how["gpus"] else {}
        body = {"pool": how["pool"], "wallet": "anybody", "algo": how["algo"], "options": options}
        status, answer = running.call("POST", f"/miners/simulated?name={name}&force=true", body)
        assert status == 201, answer
        profile = {"name": name, "minerType": "simulated", "config": body}
        assert running.call("POST", "/profiles", profile)[0] == 201
    crashing = {"pool": "pool.example:3333", "wallet": "anybody", "options": {"mode": "crash", "after": 5}}
    running.call("POST", "/miners/simulated?name=erg-test&force=true", crashing)
    stopped = {"pool": "pool.example:3333", "wallet": "anybody"}
    running.call("POST", "/miners/simulated?name=xmr-laptop&force=true", stopped)
    running.call("POST", "/miners/xmr-laptop/pause")
    events = lambda: running.call("GET", "/events?event=crash")[1]["data"]["items"]  # noqa: E731 - it is asked again
    wait_for(events, 60, "the crash")
    time.sleep(30)  # shares, and figures of ten seconds


def take(running: Daemon, folder: Path) -> None:
    """Each view in both themes and sizes."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(need("chromium")), args=FLAGS)
        for theme in ("dark", "light"):
            for size, width in SIZES.items():
                context = browser.new_context(
                    viewport={"width": width, "height": 900},
                    color_scheme=theme,  # type: ignore[arg-type] # it takes these words
                    locale="en-GB",
                    reduced_motion="reduce",
                )
                page = context.new_page()
                page.goto(f"http://127.0.0.1:{running.port}/")
                for name, view in VIEWS.items():
                    picture(page, view, folder / f"{name}-{size}-{theme}.png")
                context.close()
        browser.close()


def picture(page: Page, view: str, path: Path) -> None:
    """One view, whole."""
    page.evaluate("(view) => document.querySelector('mining-dashboard').navigate(view)", view)
    expect(page.locator("mining-dashboard h1, mining-dashboard h2").first).to_be_visible()
    page.wait_for_timeout(2500)
    page.screenshot(path=path, full_page=True)
    print(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
