"""What fifty miners, each with new figures every second, cost the browser; how soon the first figure is there; sizes.

`--long` plays an hour of updates for the memory, otherwise two minutes; both in fast motion. An empty page stands
beside each figure, measured in the same run.
"""

import gzip
import json
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, WebSocketRoute, sync_playwright

from dashboard.build import BUNDLE
from tests.daemons import Daemon, daemon, wait_for
from tests.dashboard.conftest import FLAGS
from tests.needs import need

MINERS = 50
FIRST_VALUE = 1.5  # s
WORK = 8.0  # ms of the main thread for an update of all miners, 95th percentile
GROWTH = 1.0  # MB that the heap may grow between the first tenth of the updates and the last
FIRST_VIEW = 150.0  # kB, gzip, all of the bundle that a page has loaded when the first figure stands there
SECONDS = 20
ROUNDS = {"short": 120, "long": 3600}  # s of updates
POLL = {"poll_interval": 1, "live_poll_interval": 1}
VALUE = "mining-dashboard .keys .value .unit"


def main(arguments: list[str]) -> int:
    """Print each figure; 1 when one is beyond its limit."""
    rounds = ROUNDS["long" if "--long" in arguments else "short"]
    with tempfile.TemporaryDirectory() as folder, mining(Path(folder)) as running, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(need("chromium")), args=FLAGS)
        results = [*first_value(browser, running), *work(browser, running), *memory(browser, running, rounds)]
        browser.close()
    for text, is_within in results:
        print(f"dashboard.{text}{'' if is_within else '  BEYOND'}")
    return int(not all(is_within for _, is_within in results))


@contextmanager
def mining(folder: Path) -> Iterator[Daemon]:
    """A daemon with fifty simulated miners that all report."""
    with daemon(folder, settings=POLL) as running:
        for number in range(MINERS):
            body = {"pool": "pool.example:3333", "wallet": "anybody"}
            status, answer = running.call("POST", f"/miners/simulated?name=miner-{number:02}&force=true", body)
            assert status == 201, answer
        miners = lambda: running.call("GET", "/miners?limit=100")[1]["data"]["items"]  # noqa: E731 - it is asked again
        wait_for(lambda: all(each["hashrate"] is not None for each in miners()), 60, "all figures")
        yield running


def address(running: Daemon) -> str:
    """Where the dashboard is."""
    return f"http://127.0.0.1:{running.port}/"


def first_value(browser: Browser, running: Daemon) -> Iterator[tuple[str, bool]]:
    """Seconds from the request to the first live figure, with an empty cache."""
    spans, empty, sizes = [], [], []
    for _ in range(5):
        with tab(browser) as page:
            loaded: list[str] = []
            page.on("response", lambda response, seen=loaded: seen.append(response.url))
            begun = time.monotonic()
            page.goto(address(running))
            page.locator(VALUE).first.wait_for()
            spans.append(time.monotonic() - begun)
            names = [url.rsplit("/", 1)[1] or "index.html" for url in loaded if "/api/" not in url]
            files = [path for path in BUNDLE.rglob("*") if path.name in names]
            sizes.append(sum(len(gzip.compress(path.read_bytes())) for path in files) / 1000)
        with tab(browser) as page:
            begun = time.monotonic()
            page.goto(f"{address(running)}healthz")
            empty.append(time.monotonic() - begun)
    span, beside = statistics.median(spans), statistics.median(empty)
    yield f"first_value: {span:.2f} s, an empty page {beside:.2f} s (limit {FIRST_VALUE} s)", span <= FIRST_VALUE
    yield f"first_view: {max(sizes):.1f} kB gzip (limit {FIRST_VIEW:.0f} kB)", max(sizes) <= FIRST_VIEW


def work(browser: Browser, running: Daemon) -> Iterator[tuple[str, bool]]:
    """Milliseconds of the main thread for a redraw with the figures of all miners, and for all of a second.

    From Chromium's trace, as processor time. Each second there is one redraw, and a frame of the WebSocket for each
    miner; a redraw's tasks are those that take a millisecond.
    """
    with tab(browser) as page:
        page.goto(address(running))
        page.locator(VALUE).first.wait_for()
        page.wait_for_timeout(3000)
        busy = traced(page)
    with tab(browser) as page:
        page.goto(f"{address(running)}healthz")
        empty = traced(page)
    redraw, all_of_it = (percentile([each[kind] for each in busy]) for kind in (0, 1))
    beside = percentile([each[1] for each in empty])
    text = f"work: {redraw:.1f} ms of main thread for a redraw of {MINERS} miners, {all_of_it:.1f} in all of its second"
    yield f"{text} (95th percentiles), an empty page {beside:.1f} (limit {WORK} ms a redraw)", redraw <= WORK


def memory(browser: Browser, running: Daemon, rounds: int) -> Iterator[tuple[str, bool]]:
    """Megabytes of the heap after forced collection, at the first tenth and at the end of updates in fast motion."""
    sockets: list[WebSocketRoute] = []
    frames: list[str] = []

    def through(socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()
        server.on_message(lambda text: (frames.append(str(text)), socket.send(text)))
        sockets.append(socket)

    with tab(browser) as page:
        page.clock.install()
        page.route_web_socket(re.compile("/ws$"), through)
        page.goto(address(running))
        page.locator(VALUE).first.wait_for()
        wait_for(lambda: len(frames) > 3 * MINERS or page.wait_for_timeout(100), 30, "frames to play again")
        played = [text for text in frames if json.loads(text)["type"] == "miner.stats"][-MINERS:]
        session = page.context.new_cdp_session(page)
        sizes = []
        for number in range(rounds):
            for text in played:
                sockets[-1].send(text)
            page.clock.run_for(1000)
            if number in (rounds // 10, rounds - 1):
                sizes.append(heap(session))
    with tab(browser) as page:
        page.goto(f"{address(running)}healthz")
        empty = heap(page.context.new_cdp_session(page))
    growth = sizes[1] - sizes[0]
    text = f"memory: {sizes[1]:.1f} MB after {rounds} s of updates, {growth:+.2f} MB in the last nine tenths"
    yield f"{text}, an empty page {empty:.1f} (limit {GROWTH:+.0f} MB)", growth <= GROWTH


@contextmanager
def tab(browser: Browser) -> Iterator[Page]:
    """A tab with an empty cache."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


def heap(session: CDPSession) -> float:
    """Megabytes in use, after all rubbish is gone."""
    session.send("HeapProfiler.collectGarbage")
    return float(session.send("Runtime.getHeapUsage")["usedSize"]) / 1e6


def traced(page: Page) -> list[tuple[float, float]]:
    """Milliseconds of work in each whole second of a trace: of long tasks, of all."""
    session = page.context.new_cdp_session(page)
    events: list[dict[str, Any]] = []
    done: list[bool] = []
    session.on("Tracing.dataCollected", lambda data: events.extend(data["value"]))
    session.on("Tracing.tracingComplete", lambda _: done.append(True))
    categories = {"includedCategories": ["toplevel", "disabled-by-default-devtools.timeline", "__metadata"]}
    session.send("Tracing.start", {"traceConfig": categories, "transferMode": "ReportEvents"})
    page.wait_for_timeout(SECONDS * 1000)
    session.send("Tracing.end")
    wait_for(lambda: done or page.wait_for_timeout(100), 30, "the trace")
    return seconds_of(events)


def seconds_of(events: list[dict[str, Any]]) -> list[tuple[float, float]]:
    """The tasks of the renderers' main threads, summed by second: long ones, and all."""
    mains = {
        (each["pid"], each["tid"])
        for each in events
        if each.get("name") == "thread_name" and each["args"]["name"] == "CrRendererMain"
    }
    tasks = [each for each in events if each.get("name") == "RunTask" and (each["pid"], each["tid"]) in mains]
    begin = min((each["ts"] for each in tasks), default=0)
    long, whole = [0.0] * (SECONDS - 1), [0.0] * (SECONDS - 1)
    for each in tasks:
        second = int((each["ts"] - begin) / 1e6)
        took = each.get("tdur", each.get("dur", 0)) / 1000
        if second < len(whole):
            whole[second] += took
            long[second] += took if took >= 1 else 0
    return list(zip(long, whole, strict=True))


def percentile(values: list[float]) -> float:
    """The 95th."""
    return sorted(values)[min(len(values) - 1, round(0.95 * len(values)))]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
