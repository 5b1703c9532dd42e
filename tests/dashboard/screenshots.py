"""Takes the pictures of the documentation: `python -m tests.dashboard.screenshots`.

A real daemon, simulated miners, and eight days of made-up history in its database, so that the charts have a past. With
a FOLDER, every page and state is taken instead, dark and light, for a desk and for a telephone, to be compared with the
design, whose names the pictures have; with NAMES after it, those alone whose names begin so.
"""

import base64
import socket
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.daemons import Daemon, daemon
from tests.dashboard import scenes
from tests.dashboard.conftest import FLAGS
from tests.dashboard.sample_rig import remember, start
from tests.dashboard.scenes import ANSWERS, EMPTY, SCENES, Scene
from tests.needs import need

FOLDER = Path(__file__).parents[2] / "docs/images/dashboard"
SIZES = {"desktop": 1440, "mobile": 390}
THEMES = ("dark", "light")
HEIGHT = "document.documentElement.scrollHeight"
QUALITY = 70  # of WebP
PORT = 8080  # where a daemon listens as a rule; another one where it is taken
SETTLED = 1500  # ms
LOST = 25_000  # ms after which a page says that it has lost its server, and has tried some times more


class Shot(NamedTuple):
    """One picture of the documentation; `height` cuts it off, else all of the page is on it."""

    name: str
    view: str
    theme: str
    size: str = "desktop"
    height: int | None = None


DOCS = (
    Shot("overview", "overview", "dark"),
    Shot("overview-phone", "overview", "light", "mobile", 844),
    Shot("miner", "miners/rvn-gpu", "light", height=1200),
    Shot("wizard", "setup/coin", "dark"),
    Shot("profiles", "profiles/{xmr-cpu}", "light"),
    Shot("statistics", "statistics?range=24h", "dark"),
)


def main(arguments: list[str]) -> int:
    """Make a past, start everything, take the pictures."""
    folder = Path(arguments[0]) if arguments else FOLDER
    wanted = tuple(arguments[1:]) or ("",)
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(need("chromium")), args=FLAGS)
        if EMPTY.name.startswith(wanted) and arguments:
            with tempfile.TemporaryDirectory() as place, daemon(Path(place)) as empty:
                compare(browser, empty, folder, [EMPTY], {})
        with a_rig() as (running, profiles):
            if arguments:
                chosen = [scene for scene in SCENES if scene.name.startswith(wanted)]
                compare(browser, running, folder, chosen, profiles)
                if scenes.LOST.name.startswith(wanted):
                    lose(browser, running, folder)
            else:
                illustrate(browser, running, folder, profiles)
        browser.close()
    return 0


@contextmanager
def a_rig() -> Iterator[tuple[Daemon, dict[str, str]]]:
    """A daemon with a past and miners, and the profiles' ids by name."""
    with tempfile.TemporaryDirectory() as place:
        data = Path(place)
        with daemon(data):
            pass  # it makes its data folder
        remember(data / "history.db")
        running = Daemon(data, first=600.0, longest=600.0)  # what has crashed stays so while the pictures are taken
        running.wanted_port = free(PORT)
        try:
            running.start()
            yield running, start(running)
        finally:
            running.clean_up()


def free(port: int) -> int:
    """This port, or 0 for any where it is taken."""
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return 0
    return port


def looks() -> list[tuple[str, str]]:
    """Each size in each theme."""
    return [(size, theme) for theme in THEMES for size in SIZES]


def opened(browser: Browser, running: Daemon, size: str, theme: str) -> Page:
    """The dashboard in a window of that size."""
    context = browser.new_context(
        viewport={"width": SIZES[size], "height": 900},
        color_scheme=theme,  # type: ignore[arg-type] # it takes these words
        locale="en-GB",
        reduced_motion="reduce",
    )
    page = context.new_page()
    scenes.stand_in(page)
    page.goto(f"http://127.0.0.1:{running.port}/")
    return page


def leave(page: Page) -> None:
    """Close the window, whatever is still on its way."""
    page.unroute_all(behavior="ignoreErrors")
    page.context.close()


def illustrate(browser: Browser, running: Daemon, folder: Path, profiles: dict[str, str]) -> None:
    """The pictures of the documentation."""
    for shot in DOCS:
        page = opened(browser, running, shot.size, shot.theme)
        show(page, shot.view.format(**profiles))
        grow(page, shot.height)
        (folder / f"{shot.name}.webp").write_bytes(webp(page))
        leave(page)


def compare(browser: Browser, running: Daemon, folder: Path, chosen: Sequence[Scene], profiles: dict[str, str]) -> None:
    """These pages and states in both themes and sizes."""
    for size, theme in looks():
        page = opened(browser, running, size, theme)
        page.evaluate("(answers) => localStorage.setItem('mining-dashboard.setup', answers)", ANSWERS)
        for scene in chosen:
            fresh = page.context.new_page()
            scenes.stand_in(fresh)
            if scene.ahead is not None:
                scene.ahead(fresh)
            fresh.goto(f"http://127.0.0.1:{running.port}/#/{scene.view.format(**profiles)}")
            picture(fresh, scene, folder)
            fresh.unroute_all(behavior="ignoreErrors")
            fresh.close(run_before_unload=False)
        leave(page)


def lose(browser: Browser, running: Daemon, folder: Path) -> None:
    """The page that has lost its server, which ends."""
    left = [opened(browser, running, size, theme) for size, theme in looks()]
    for page in left:
        show(page, scenes.LOST.view)
    running.kill()
    left[0].wait_for_timeout(LOST)
    for page in left:
        picture(page, scenes.LOST, folder)
        leave(page)


def picture(page: Page, scene: Scene, folder: Path) -> None:
    """One page in one state."""
    if scene.ahead is None:
        expect(page.locator("mining-dashboard h1, mining-dashboard h2").first).to_be_visible()
    page.wait_for_timeout(SETTLED)
    if scene.act is not None:
        scene.act(page)
        page.wait_for_timeout(SETTLED)
    if scene.whole:
        grow(page, None)
    path = path_of(folder, scene, page)
    page.screenshot(path=path)
    print(path.name, flush=True)


def path_of(folder: Path, scene: Scene, page: Page) -> Path:
    """Where its picture lies, named as in the design."""
    size = next(size for size, width in SIZES.items() if width == page.viewport_size["width"])  # type: ignore[index] # it has one
    theme = page.evaluate("document.querySelector('mining-dashboard').dataset.theme")
    return folder / f"{scene.name}-{size}-{theme}.png"


def show(page: Page, view: str) -> None:
    """One view, in a window of the usual height."""
    page.set_viewport_size({"width": page.viewport_size["width"], "height": 900})  # type: ignore[index] # it has one
    page.evaluate("(view) => document.querySelector('mining-dashboard').navigate(view)", view)
    expect(page.locator("mining-dashboard h1, mining-dashboard h2").first).to_be_visible()
    page.wait_for_timeout(SETTLED)
    print(view, flush=True)


def grow(page: Page, height: int | None) -> None:
    """Make the window so high, or as high as the page: what is out of sight is not drawn."""
    width, before = page.evaluate("innerWidth"), 0
    while (now := height or page.evaluate(HEIGHT)) != before:  # what came into view may have grown
        page.set_viewport_size({"width": width, "height": now})
        page.wait_for_timeout(SETTLED)
        before = now


def webp(page: Page) -> bytes:
    """What is shown."""
    devtools = page.context.new_cdp_session(page)
    taken = devtools.send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
    return base64.b64decode(taken["data"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
