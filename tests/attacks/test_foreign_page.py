"""S2: a page of another site, in a real browser beside the daemon, changes nothing by any means that a page has."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from playwright.sync_api import Page, Response, sync_playwright

from mining.api.app import DECLARED
from tests.daemons import Daemon, daemon, wait_for
from tests.needs import need

pytestmark = [pytest.mark.slow, pytest.mark.alone]
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync",
    "--disable-default-apps", "--disable-component-update", "--disable-extensions", "--no-default-browser-check",
    "--host-resolver-rules=MAP evil.example 127.0.0.1, MAP localhost 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]  # fmt: skip
ATTACK = """
async ({base, reads, writes, body}) => {
  const done = {}
  const text = JSON.stringify(body)
  const under = []
  const attempt = (what, promise) => under.push(Promise.resolve(promise).then(
    came => (done[what] ??= []).push(came), error => (done[what] ??= []).push(error.name)))
  const first = (begin, most) => new Promise(resolve => { begin(resolve); setTimeout(resolve, most, 'lost') })
  const types = ['application/json', 'text/plain', 'application/x-www-form-urlencoded']
  for (const [method, path] of writes) {
    for (const type of types)
      for (const mode of ['cors', 'no-cors'])
        attempt('fetch', fetch(base + path, {method, mode, body: text, headers: {'Content-Type': type}})
          .then(answer => answer.status))
    if (method !== 'POST') continue
    attempt('beacon', navigator.sendBeacon(base + path, new Blob([text], {type: 'text/plain'})))
    const frame = document.createElement('iframe')
    frame.name = 'frame' + document.querySelectorAll('iframe').length
    document.body.append(frame)
    const form = document.body.appendChild(document.createElement('form'))
    const enctype = ['text/plain', 'multipart/form-data'][under.length % 2]
    Object.assign(form, {action: base + path, method, enctype, target: frame.name})
    const field = form.appendChild(document.createElement('input'))
    Object.assign(field, {name: text.slice(0, -1) + ', "x": "', value: '"}'})
    form.submit()
  }
  for (const path of reads)
    attempt('img', first(resolve => {
      const image = new Image()
      image.onload = image.onerror = () => resolve('asked')
      image.src = base + path
    }, 60000))
  attempt('EventSource', first(resolve => {
    const source = new EventSource(base + '/events')
    source.onopen = () => resolve('open')
    source.onerror = () => { source.close(); resolve('refused') }
  }, 60000))
  attempt('WebSocket', first(resolve => {
    const socket = new WebSocket(base.replace('http', 'ws') + '/ws')
    socket.onmessage = message => { socket.send(text); resolve(message.data) }
    socket.onerror = () => resolve('refused')
  }, 60000))
  await Promise.all(under)
  return done
}
"""
WALLET = "888tNkZrPN6JsEgekjMnABU4TBzc2Dt29EPAvkRxbANsAnjyPbb3iQ1YBRk1UXcdRsiKc9dhwMVgN5S9cQUiyoogDavup3H"
BODY = {
    "pool": "thief.example:3333", "wallet": "thief", "name": "thief", "minerType": "simulated", "type": "simulated",
    "config": {"pool": "thief.example:3333", "wallet": "thief"}, "miners": ["one"],
}  # fmt: skip


@contextmanager
def site() -> Iterator[int]:
    """The port of a web server with one empty page, under whatever name it is asked."""

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            text = b"<!doctype html><title>Prize</title><body></body>"
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, format: str, *arguments: object) -> None:
            """Nobody reads it."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


def shown(profile: str) -> list[tuple[str, str]]:
    """Method and path of every operation, with what there is in the place of its names."""
    filling = {"{miner}": "one", "{type}": "simulated", "{id}": profile}
    operations = []
    for each in DECLARED:
        if not each.at_root and each.path != "/ws":
            path = each.path
            for place, name in filling.items():
                path = path.replace(place, name)
            operations.append((str(each.method), path))
    return operations


def writes(profile: str) -> list[tuple[str, str]]:
    """Those that change something."""
    return [(method, path) for method, path in shown(profile) if method != "GET"]


def state(running: Daemon) -> dict[str, Any]:
    """All that a request can change."""
    paths = ("/profiles", "/pools", "/keys", "/settings", "/payees", "/miners/available", "/benchmarks")
    shown = {path: running.call("GET", path) for path in paths}
    miner = {key: running.miner("one")[key] for key in ("pid", "wanted", "status", "config", "payees")}
    return {**shown, "miner": miner, "events": len(running.events())}


def by_form(answer: Response) -> bool:
    """Whether a form was sent with it."""
    return answer.request.method == "POST" and answer.request.is_navigation_request()


def attack(page: Page, address: str, running: Daemon, profile: str) -> dict[str, list[Any]]:
    """What came of each means, tried by a page at this address."""
    page.goto(address)
    order = {
        "base": f"http://127.0.0.1:{running.port}/api/v1/mining",
        "reads": [path for method, path in shown(profile) if method == "GET"],
        "writes": writes(profile),
        "body": BODY,
    }
    return dict(page.evaluate(ATTACK, order))


def test_a_page_of_another_site_changes_nothing_and_one_of_this_machine_may(data_dir: Any) -> None:
    chromium = need("chromium")
    with site() as port, daemon(data_dir) as running, sync_playwright() as playwright:
        body = {"pool": "pool.example:3333", "wallet": WALLET}
        assert running.call("POST", "/miners/simulated?name=one&force=true", body)[0] == 201
        made = running.call("POST", "/profiles", {"name": "Night", "minerType": "simulated", "config": body})[1]["data"]
        running.miner("one")
        browser = playwright.chromium.launch(executable_path=str(chromium), args=FLAGS)
        page = browser.new_page()
        posted: list[int] = []  # what the forms were answered
        page.on("response", lambda answer: posted.append(answer.status) if by_form(answer) else None)
        before = state(running)
        came = attack(page, f"http://evil.example:{port}/", running, made["id"])
        assert set(came["fetch"]) <= {403, 0, "TypeError"}, "403, unreadable, or not sent by the browser"
        assert came["fetch"].count(403) > 20, "the writes came as far as the gate"
        assert set(came["img"]) == {"asked"}
        assert came["EventSource"] == ["refused"]
        (heard,) = came["WebSocket"]
        assert "snapshot" in heard
        assert WALLET not in heard
        forms = [path for method, path in writes(made["id"]) if method == "POST"]
        wait_for(lambda: page.wait_for_timeout(50) or len(posted) == len(forms), 20, "every form to be sent")
        assert set(posted) == {403}
        assert state(running) == before

        page = browser.new_page()
        page.goto(f"http://localhost:{port}/")
        status = page.evaluate(
            "async url => (await fetch(url, {method: 'POST'})).status",
            f"http://127.0.0.1:{running.port}/api/v1/mining/miners/one/pause",
        )
        assert status == 200, "so that a page could have changed something"
        browser.close()
