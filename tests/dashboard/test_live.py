"""What the dashboard says of its connection: live, lost and back, only HTTP, an older dashboard."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Route, WebSocketRoute, expect

from tests.daemons import wait_for
from tests.dashboard.conftest import Shown

pytestmark = pytest.mark.slow


def test_figures_arrive_without_asking_and_a_lost_daemon_leaves_the_last_ones_marked(shown: Shown) -> None:
    shown.start("live")
    page = shown.open()
    expect(page.locator("nav .connection")).to_contain_text("Live")
    figure = page.locator(".keys .value").first
    before = figure.inner_text()
    expect(figure).not_to_have_text(before)
    shown.running.wanted_port = shown.running.port
    shown.running.kill()
    expect(page.get_by_role("heading", name="Can’t reach the mining server")).to_be_visible(timeout=120_000)
    expect(page.locator(".keys.stale")).to_be_visible()
    expect(page.get_by_text("Last known values")).to_be_visible()
    parts = [page.get_by_role("heading", name=each) for each in ("Overview", "Can’t reach the mining server")]
    tops = [(each.bounding_box() or {})["y"] for each in (*parts, page.get_by_text("Last known values"), figure)]
    assert tops == sorted(tops)  # what comes below the line is what was known
    expect(shown.button("Actions: live")).to_be_disabled()
    shown.running.start()
    shown.button("Try now").click()
    expect(page.locator("nav .connection")).to_contain_text("Live")
    expect(page.get_by_role("heading", name="Can’t reach the mining server")).to_have_count(0)
    missed = page.locator(".activity").get_by_text("The daemon has started.")
    expect(missed).to_have_count(2)  # what happened meanwhile is there


def test_the_figures_of_all_miners_come_in_one_frame_a_second(shown: Shown) -> None:
    for name in ("one", "two", "three"):
        shown.start(name)
    frames: list[dict[str, Any]] = []
    heard = lambda text: frames.append(json.loads(text))  # noqa: E731 - said once
    shown.page.on("websocket", lambda socket: socket.on("framereceived", heard))
    page = shown.open()
    together = lambda: [each for each in frames if each["type"] == "miners.delta"]  # noqa: E731 - it is asked again
    wait_for(lambda: len(together()) > 3 or page.wait_for_timeout(100), 60, "figures")
    assert max(len(each["data"]["miners"]) for each in together()) == 3
    types = [each["type"] for each in frames]
    assert "miner.stats" not in types[types.index("subscribed") :]


# How often each miner's hashrate is another text.
CHANGED_IN_SIX_SECONDS = """async () => {
  const { renderRoot } = document.querySelector('mining-dashboard');
  const counts = {};
  const observer = new MutationObserver((changes) => {
    for (const { target } of changes) {
      const name = target.parentElement?.closest('[data-miner]')?.dataset.miner;
      counts[name] = (counts[name] ?? 0) + 1;
    }
  });
  for (const rate of renderRoot.querySelectorAll('[data-miner] .strong')) {
    observer.observe(rate, { characterData: true, subtree: true });
  }
  await new Promise((resolve) => setTimeout(resolve, 6000));
  observer.disconnect();
  return counts;
}"""


def test_each_row_of_a_long_table_follows_its_figures_where_it_is_seen(shown: Shown) -> None:
    names = [f"rig-{number:02}" for number in range(24)]
    for name in names:
        shown.start(name)
    shown.page.set_viewport_size({"width": 1440, "height": 480})
    page = shown.open("miners")
    rate = lambda name: page.locator(f"[data-miner={name}] .strong")  # noqa: E731 - it is read again
    rates = lambda: page.locator("[data-miner] .strong").all_inner_texts()  # noqa: E731 - they are read again
    wait_for(lambda: len(rates()) == len(names) or page.wait_for_timeout(100), 60, "the figures of all")
    before = rates()
    for name in names[:4]:  # of both turns
        expect(rate(name)).not_to_have_text(before[names.index(name)])
    changed = page.evaluate(CHANGED_IN_SIX_SECONDS)
    first, last = ([changed.get(name, 0) for name in some] for some in (names[:4], names[-8:]))
    assert min(first) >= 2 > sum(last) / 8, "far below, a row is drawn once in 15 to 30 s"
    rate(names[-1]).scroll_into_view_if_needed()
    assert page.evaluate(CHANGED_IN_SIX_SECONDS)[names[-1]] >= 2, "where it is seen, every other second"
    page.get_by_label("Filter miners").fill(names[-1])
    page.get_by_label("Filter miners").fill("")
    page.wait_for_timeout(2000)
    assert len(rates()) == len(names), "what was away is drawn at once, and whole"
    shown.page.evaluate("document.querySelector('mining-dashboard').lang = 'de'")
    expect(page.get_by_role("button", name=f"Aktionen: {names[-1]}")).to_be_visible()


def test_it_polls_where_only_http_works_and_says_so(shown: Shown) -> None:
    shown.start("polled")
    shown.page.route_web_socket(re.compile("/ws$"), lambda socket: socket.close(code=1011))
    page = shown.open()
    expect(page.locator("nav .connection")).to_contain_text("Updating every 5 s")
    figure = page.locator(".keys .value").first
    before = figure.inner_text()
    expect(figure).not_to_have_text(before, timeout=60_000)


def test_a_socket_that_is_cut_comes_back_and_brings_what_was_missed(shown: Shown) -> None:
    shown.start("cut")
    sockets: list[WebSocketRoute] = []

    def through(socket: WebSocketRoute) -> None:
        socket.connect_to_server()
        sockets.append(socket)

    shown.page.route_web_socket(re.compile("/ws$"), through)
    page = shown.open()
    expect(page.locator("nav .connection")).to_contain_text("Live")
    sockets[0].close(code=1013)
    shown.running.call("POST", "/miners/cut/pause")
    wait_for(lambda: len(sockets) > 1 or page.wait_for_timeout(100), 20, "the dashboard to connect again")
    expect(page.locator(".activity")).to_contain_text("Paused")
    expect(page.locator("nav .connection")).to_contain_text("Live")


def test_what_changed_before_the_socket_was_there_is_seen_when_it_comes(shown: Shown) -> None:
    body = {"name": "night", "minerType": "simulated", "config": {"pool": "127.0.0.1:9", "wallet": "anybody"}}
    profile = shown.running.call("POST", "/profiles", body)[1]["data"]
    held: list[WebSocketRoute] = []
    shown.page.route_web_socket(re.compile("/ws$"), lambda socket: held.append(socket))
    page = shown.open(f"profiles/{profile['id']}")
    expect(page.get_by_label("Profile name")).to_have_value("night")
    renamed = {**profile, "name": "day"}
    assert shown.running.call("PUT", f"/profiles/{profile['id']}", renamed)[0] == 200
    wait_for(lambda: held or page.wait_for_timeout(100), 60, "the socket")
    expect(page.get_by_label("Profile name")).to_have_value("night")
    held[0].connect_to_server()
    expect(page.get_by_label("Profile name")).to_have_value("day")


def test_a_dashboard_of_another_version_offers_to_reload(shown: Shown) -> None:
    def newer(route: Route) -> None:
        answer = route.fetch()
        body = answer.json()
        body["data"]["platformVersion"] = "9.9.9"
        route.fulfill(response=answer, json=body)

    shown.page.route(re.compile("/info$"), newer)
    page = shown.open()
    expect(page.get_by_text("The server runs version 9.9.9 now.")).to_be_visible()
    page.unroute_all()
    shown.button("Reload").click()
    expect(page.locator("nav .connection")).to_contain_text("Live")
    expect(page.get_by_text("9.9.9")).to_have_count(0)
