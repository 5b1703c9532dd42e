"""Swagger UI in a real browser under our CSP: it loads from this machine alone, and every route works from it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request, sync_playwright

from tests.daemons import Daemon, daemon, wait_for
from tests.needs import need

pytestmark = pytest.mark.slow
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync",
    "--disable-default-apps", "--disable-component-update", "--disable-extensions", "--no-default-browser-check",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]  # fmt: skip
OPENED = "#operations-{tag}-{operation}"


class Browsed:
    """A page on a daemon's Swagger UI, everything it asked for, and everything it complained about."""

    def __init__(self, page: Page, running: Daemon, profile: str) -> None:
        self.page = page
        self.running = running
        self.profile = profile  # the id of one that is saved
        self.complaints: list[str] = []
        self.asked: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._request)
        page.goto(f"http://127.0.0.1:{running.port}/api/v1/mining/swagger/index.html")
        page.wait_for_selector(".opblock")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _request(self, request: Request) -> None:
        self.asked.append(request.url)

    def execute(self, tag: str, operation: str, values: dict[str, str], body: Any = None) -> tuple[int, str]:
        """Open an operation, fill in its form, press Execute; status and body as the page shows them."""
        block = self.page.locator(OPENED.format(tag=tag, operation=operation))
        if "is-open" not in (block.get_attribute("class") or ""):
            block.locator(".opblock-summary-control").click()
        block.locator(".try-out__btn").first.wait_for()
        if not block.locator("button.execute").count():
            block.locator(".try-out__btn:not(.cancel):not(.reset)").first.click()
        for name, value in values.items():
            block.locator(f'tr[data-param-name="{name}"] input').fill(value)
        if body is not None:
            block.locator("textarea.body-param__text").fill(json.dumps(body))
        block.locator("button.execute").click()
        row = block.locator(".live-responses-table tbody tr.response").filter(has_text=re.compile(r"^\s*\d{3}"))
        row.wait_for()
        status = row.locator("td.response-col_status").inner_text()
        shown = row.locator("td.response-col_description").inner_text()
        block.locator(".opblock-summary-control").click()
        return int(status.split()[0]), shown + status


UNKNOWN = ("/ws", "/jobs/{id}", "/benchmarks/{id}")  # there is none yet, and a 404 is a complaint


@pytest.fixture(scope="module")
def browsed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browsed]:
    chromium = need("chromium")
    with daemon(tmp_path_factory.mktemp("swagger")) as running, sync_playwright() as playwright:
        running.simulate("one")
        config = {"pool": "pool.example:3333", "wallet": "anybody"}
        made = running.call("POST", "/profiles", {"name": "Night", "minerType": "simulated", "config": config})[1][
            "data"
        ]
        browser = playwright.chromium.launch(executable_path=str(chromium), args=FLAGS)
        yield Browsed(browser.new_page(viewport={"width": 1280, "height": 1600}), running, made["id"])
        browser.close()


def test_loads_without_a_complaint_and_from_this_machine_alone(browsed: Browsed, tmp_path: Path) -> None:
    browsed.page.screenshot(path=tmp_path / "swagger.png")
    specification = browsed.running.call("GET", "/docs/swagger.json")[1]
    operations = [each for item in specification["paths"].values() for each in item.values() if "operationId" in each]
    assert browsed.page.locator(".opblock").count() == len(operations)
    assert browsed.complaints == []


def test_every_reading_route_can_be_executed(browsed: Browsed) -> None:
    specification = browsed.running.call("GET", "/docs/swagger.json")[1]
    executed = []
    for path, item in specification["paths"].items():
        operation = item.get("get")
        if operation is None or path in (
            "/ws",
            "/jobs/{id}",
            "/benchmarks/{id}",
        ):  # there is none yet, and a 404 is a complaint
            continue
        known = {
            "{miner}": {"miner": "one"},
            "/profiles/{id}": {"id": browsed.profile},
            "/jobs/{id}": {"id": "no-such-job"},
        }
        values = next((each for part, each in known.items() if part in path), {})
        status, shown = browsed.execute(operation["tags"][0], operation["operationId"], values)
        assert status == 200, (path, shown)
        assert '"success": true' in shown or path == "/metrics", (path, shown)
        assert "Undocumented" not in shown
        executed.append(path)
    assert len(executed) >= 9
    assert browsed.complaints == []


def test_a_miner_can_be_started_and_stopped_from_it(browsed: Browsed) -> None:
    body = {"pool": "127.0.0.1:3333", "wallet": "anybody"}
    status, shown = browsed.execute("miners", "startMiner", {"miner": "simulated", "name": "two"}, body)
    assert (status, '"success": true' in shown) == (201, True), shown
    wait_for(lambda: browsed.running.miner("two")["status"] == "running", 10, "it to run")
    for operation, awaited in (("pauseMiner", "paused"), ("resumeMiner", "running")):
        assert browsed.execute("miners", operation, {"miner": "two"})[0] == 200
        wait_for(lambda status=awaited: browsed.running.miner("two")["status"] == status, 10, awaited)
    assert browsed.execute("miners", "restartMiner", {"miner": "two"}, body)[0] == 201
    assert browsed.execute("miners", "stopMiner", {"miner": "two"})[0] == 200
    assert browsed.running.miner("two")["status"] == "stopped"
    assert browsed.complaints == []


def test_nothing_was_asked_of_any_other_machine(browsed: Browsed) -> None:
    here = f"http://127.0.0.1:{browsed.running.port}/"
    assert len(browsed.asked) > 5
    assert [url for url in browsed.asked if not url.startswith((here, "data:"))] == []
