"""What fifty miners, each with new figures every second, cost the browser; how soon the first figure is there; sizes.

Work is what the main thread does between the figures of one second and those of the next, all of it: messages, scripts,
layout, paint, rubbish; in processor time, of a page that has been open for a minute. For the memory an hour of updates
is played in fast motion. An empty page stands beside each figure, measured in the same run.
"""

import gzip
import json
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser, CDPSession, Page, Route, WebSocketRoute, sync_playwright

from dashboard.build import BUNDLE
from tests.bench.main_thread import Event, between, by_second, percentile, traced
from tests.daemons import Daemon, daemon, wait_for
from tests.dashboard.conftest import FLAGS
from tests.needs import need

MINERS = 50
FIRST_VALUE = 1.5  # s
WORK = 8.0  # ms of the main thread for an update of all miners, 95th percentile
FRAME = 8.0  # ms of the main thread for a frame while a console is scrolled, 95th percentile: half of what there is
GROWTH = 0.5  # MB that the heap may grow in the second half of the updates
FIRST_VIEW = 150.0  # kB, gzip, all of the bundle that a page has loaded when the first figure stands there
SECONDS = 60  # of a trace
SETTLED = 60  # s after which the rubbish of loading is collected, and the scripts that run each second are compiled
ROUNDS = 3600  # s of updates
LINES, STEPS = 10_000, 300  # of a console, and of the wheel
POLL = {"poll_interval": 1, "live_poll_interval": 1}
VALUE = "mining-dashboard .keys .value .unit"
RATE = "table.miners .strong"
PRINTED = [  # by XMRig and its like, with colours
    "\x1b[1;34m net     \x1b[0m new job from pool.example:3333 diff \x1b[1;37m%d\x1b[0m algo \x1b[1;37mrx/0\x1b[0m",
    "\x1b[1;36m cpu     \x1b[0m \x1b[1;32maccepted\x1b[0m (%d/0) diff \x1b[1;37m10000\x1b[0m (18 ms)",
    "\x1b[1;35m miner   \x1b[0m speed 10s/60s/15m \x1b[1;36m%d.5\x1b[0m 4520.1 4519.9 H/s max 4600.0 H/s",
    "\x1b[1;31m net     \x1b[0m connection lost after %d s, a line that is longer than most and so is cut or wrapped",
]
MARKS = """
  const Plain = WebSocket;
  window.WebSocket = class extends Plain {
    constructor(...all) {
      super(...all);
      this.addEventListener('message', ({ data }) => {
        if (/^{"type":"miners.(stats|delta)"/.test(data)) performance.mark('figures');
      });
    }
  };
"""
NUMBERS = """(count) => {
  const add = () => document.body.appendChild(document.createElement('p')).appendChild(new Text('0'));
  const texts = Array.from({ length: count }, add);
  setInterval(() => {
    performance.mark('figures');
    for (const text of texts) text.data = (950 + Math.random() * 100).toFixed(1);
  }, 1000);
}"""
FRAMES = """() => {
  window.gaps = [];
  let before = performance.now();
  const next = (now) => {
    performance.mark('frame');
    window.gaps.push(now - before);
    before = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}"""


def main() -> int:
    """Print each figure; 1 when one is beyond its limit."""
    with tempfile.TemporaryDirectory() as folder, mining(Path(folder)) as running, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(need("chromium")), args=FLAGS)
        results = [
            *first_value(browser, running),
            *work(browser, running),
            *scrolling(browser, running),
            *memory(browser, running),
        ]
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
    """Milliseconds of the main thread for an update: its tasks from the figures of one second to those of the next."""
    with tab(browser) as page:
        page.goto(f"{address(running)}healthz")
        empty = percentile(by_second(traced(page, lambda: page.wait_for_timeout(10_000))))
        page.evaluate(NUMBERS, MINERS)
        numbers = percentile(between(settled(page), "figures"))
    beside = f"an empty page {empty:.1f}, {MINERS} bare numbers {numbers:.1f}"
    for view in ("overview", "miners"):
        with tab(browser) as page:
            page.add_init_script(MARKS)
            page.goto(f"{address(running)}#/{view}")
            page.locator(RATE).first.wait_for()
            spans = between(settled(page), "figures")
        most, middle = percentile(spans), statistics.median(spans)
        text = (
            f"work.{view}: {most:.1f} ms of main thread for an update of {MINERS} miners ({middle:.1f} in the middle)"
        )
        yield f"{text}, 95th percentile of {len(spans)}; {beside} (limit {WORK} ms)", most <= WORK


def settled(page: Page) -> list[Event]:
    """The trace of a page that has been open for a while."""
    page.wait_for_timeout(SETTLED * 1000)
    return traced(page, lambda: page.wait_for_timeout(SECONDS * 1000))


def scrolling(browser: Browser, running: Daemon) -> Iterator[tuple[str, bool]]:
    """Milliseconds of the main thread for a frame while a console of 10,000 coloured lines is scrolled through."""
    with tab(browser) as page:
        page.goto(f"{address(running)}healthz")
        page.evaluate(f"document.body.style.height = '{20 * LINES}px'")
        page.mouse.move(700, 400)
        empty, empty_gap = scrolled(page, 1)
    with tab(browser) as page:
        page.route(re.compile("/miners/miner-00/logs"), Lines().answer)
        page.goto(f"{address(running)}#/miners/miner-00")
        log = page.locator(".console .log")
        whole = log.locator(".whole")
        wait_for(
            lambda: whole.evaluate("(it) => it.offsetHeight") > 20 * LINES - 20 or page.wait_for_timeout(100),
            60,
            "lines",
        )
        log.hover()
        most, gap = scrolled(page, -1)
        assert log.evaluate("(it) => it.scrollTop") < 20 * LINES / 10, "it was scrolled through"
    text = f"console: {most:.1f} ms of main thread a frame while {LINES} lines are scrolled through (95th percentile)"
    text += f", frames {gap:.0f} ms apart; an empty page {empty:.1f} and {empty_gap:.0f}"
    yield f"{text} (limit {FRAME} ms)", most <= FRAME


def scrolled(page: Page, way: int) -> tuple[float, float]:
    """The main thread's milliseconds for a frame, and those between two frames, while the wheel is turned."""
    page.evaluate(FRAMES)
    turn = lambda: [page.mouse.wheel(0, way * 20 * LINES / STEPS) for _ in range(STEPS)]  # noqa: E731 - it is done later
    events = traced(page, turn)
    return percentile(between(events, "frame")), percentile(page.evaluate("window.gaps"))


class Lines:
    """The lines that a miner has printed, as the daemon answers with them: 10,000 in all."""

    def __init__(self) -> None:
        self.sent = 0

    def answer(self, route: Route) -> None:
        """The next so many."""
        wanted = int(parse_qs(urlsplit(route.request.url).query)["lines"][0])
        count = min(wanted, LINES - self.sent)
        numbers = range(self.sent, self.sent + count)
        items = [
            {"time": "2026-11-26T12:00:00Z", "text": PRINTED[number % len(PRINTED)] % number} for number in numbers
        ]
        self.sent += count
        route.fulfill(json={"success": True, "data": {"items": items, "cursor": str(self.sent)}})


def memory(browser: Browser, running: Daemon) -> Iterator[tuple[str, bool]]:
    """Megabytes of the heap after forced collection: after a tenth, half and all of the updates, in fast motion."""
    sockets: list[WebSocketRoute] = []
    figures: dict[str, dict[str, Any]] = {}  # of each miner, whole

    def through(socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()

        def heard(text: str | bytes) -> None:
            frame = json.loads(text)
            if frame["type"] == "miners.stats":
                figures.update({each["name"]: each["stats"] for each in frame["data"]["items"]})
            if not sizes:  # then time is ours
                socket.send(text)

        server.on_message(heard)
        sockets.append(socket)

    sizes: list[float] = []
    with tab(browser) as page:
        page.clock.install()
        page.route_web_socket(re.compile("/ws$"), through)
        page.goto(address(running))
        page.locator(RATE).first.wait_for()
        wait_for(lambda: page.wait_for_timeout(100) or len(figures) == MINERS, 30, "figures of all")
        session = page.context.new_cdp_session(page)
        sizes.append(heap(session))
        begun, now = time.monotonic(), datetime.now(UTC)
        for number in range(1, ROUNDS + 1):
            now += timedelta(seconds=1)
            sockets[-1].send(json.dumps(later(figures, now)))
            page.clock.run_for(1000)
            if number in (ROUNDS // 10, ROUNDS // 2, ROUNDS):
                sizes.append(heap(session))
        span = time.monotonic() - begun
        rate = figures["miner-00"]["hashrate"]
        shown = f"{rate}.0\u202fH/s" if rate < 1000 else f"{rate / 1000:.3f}\u202fkH/s"
        assert page.locator("[data-miner=miner-00] .strong").inner_text() == shown, "the last update is shown"
    with tab(browser) as page:
        page.goto(f"{address(running)}healthz")
        empty = heap(page.context.new_cdp_session(page))
    growth = sizes[3] - sizes[2]
    all_sizes = ", ".join(f"{size:.2f}" for size in sizes)
    text = f"memory: {all_sizes} MB before, after a tenth, half and all of {ROUNDS} updates (in {span:.0f} s)"
    yield (
        f"{text}, {growth:+.2f} MB in the second half; an empty page {empty:.2f} (limit {GROWTH:+.1f} MB)",
        growth <= GROWTH,
    )


def later(figures: dict[str, dict[str, Any]], now: datetime) -> dict[str, Any]:
    """The figures of all miners a second later: each has another hashrate, and now and then one more share."""
    at = now.isoformat().replace("+00:00", "Z")
    different = {}
    for name, stats in figures.items():
        stats["hashrate"] = rate = random.randint(900, 1100)
        stats["uptime"] += 1
        stats["shares"]["accepted"] += random.random() < 0.1
        of_a_miner = {key: stats[key] for key in ("hashrate", "uptime", "shares")}
        different[name] = {"stats": {**of_a_miner, "hashrateAvg": rate, "work": [{"hashrate": rate}], "sampledAt": at}}
    return {"type": "miners.delta", "seq": 0, "timestamp": at, "data": {"miners": different}}


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


if __name__ == "__main__":
    sys.exit(main())
