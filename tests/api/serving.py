"""A server on a free port, in a thread of its own, for tests over real sockets."""

import asyncio
import json
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import requests

from mining.api.app import create_app
from mining.api.server import serving
from mining.api.settings import ApiSettings
from mining.domain.principal import Role
from tests.api.paper_access import PaperAccess
from tests.api.paper_installations import PaperInstallations
from tests.api.paper_log import PaperLog
from tests.api.paper_notifications import PaperNotifications
from tests.api.paper_rig import PaperRig
from tests.api.paper_settings import PaperSettings


@dataclass
class Served:
    """A running server and the rig behind it."""

    rig: PaperRig
    port: int
    loop: asyncio.AbstractEventLoop
    settings: PaperSettings
    log: PaperLog
    access: PaperAccess

    @property
    def root(self) -> str:
        """Where the server is."""
        return f"http://127.0.0.1:{self.port}"

    def ask(self, path: str, method: str = "GET", **how: Any) -> requests.Response:
        """One request below the default namespace (or at the root, for a path with two slashes)."""
        url = self.root + (path[1:] if path.startswith("//") else f"/api/v1/mining{path}")
        return requests.request(method, url, timeout=60, allow_redirects=False, **how)

    def raw(self, sent: bytes, timeout: float = 60) -> bytes:
        """All that comes back for these bytes, until the other side closes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=timeout) as peer:
            peer.sendall(sent)
            return everything(peer)

    def make(self, name: str, role: Role, expires_at: datetime | None = None) -> str:
        """A key that the server knows from now on; its text."""
        made: list[str] = []
        self.tell(lambda: made.append(self.access.make(name, role, expires_at)))
        return made[0]

    @contextmanager
    def longest_work(self) -> Iterator["LongestWork"]:
        """The longest that the server's loop worked without looking at others, while the block ran."""
        work = LongestWork()
        self.tell(lambda: setattr(work, "task", self.loop.create_task(work.watch())))
        try:
            yield work
        finally:
            self.tell(work.end)
            self.tell(lambda: None)  # by then it has noted the last of it

    def tell(self, call: Any, *arguments: Any) -> None:
        """Run something on the server's loop."""
        done = threading.Event()
        self.loop.call_soon_threadsafe(lambda: (call(*arguments), done.set()))
        assert done.wait(30)


@dataclass
class LongestWork:
    """Seconds of processor between two beats of a loop; a busy machine does not add to them."""

    seconds: float = 0.0
    task: asyncio.Task[None] | None = None

    async def watch(self) -> None:
        """Beat."""
        before = time.thread_time()
        while self.task is None or not self.task.cancelling():
            with suppress(asyncio.CancelledError):
                await asyncio.sleep(0.001)
            now = time.thread_time()
            self.seconds, before = max(self.seconds, now - before), now

    def end(self) -> None:
        """Beat no longer."""
        if self.task is not None:
            self.task.cancel()


def everything(peer: socket.socket) -> bytes:
    """What a socket gives until it ends."""
    got = b""
    try:
        while chunk := peer.recv(65536):
            got += chunk
    except ConnectionResetError:
        pass
    return got


@contextmanager
def served(rig: PaperRig, also: Sequence[socket.socket] = (), **settings: Any) -> Iterator[Served]:
    """Serve a rig for the length of the block, on a free port and these sockets."""
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    ready, end = threading.Event(), asyncio.Event()
    found: list[asyncio.AbstractEventLoop] = []
    operator, log, access = PaperSettings(), PaperLog(), PaperAccess()

    async def run() -> None:
        found.append(asyncio.get_running_loop())
        api = ApiSettings(port=port, **settings)
        rooms = (PaperInstallations(rig), operator, PaperNotifications(rig), log, access.rooms)
        app = create_app(rig, api, *rooms)
        async with serving(app, [listening, *also]):
            ready.set()
            await end.wait()

    thread = threading.Thread(target=lambda: asyncio.run(run()), daemon=True)
    thread.start()
    assert ready.wait(60)
    try:
        yield Served(rig, port, found[0], operator, log, access)
    finally:
        found[0].call_soon_threadsafe(end.set)
        thread.join(60)


def error_of(answer: requests.Response) -> tuple[int, str]:
    """Status and code of an error in its envelope; everything about the envelope is checked on the way."""
    body = answer.json()
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-request-id"]
    assert body["success"] is False
    assert body["error"].keys() == {"code", "message", "details"}
    assert isinstance(body["error"]["details"], dict)
    return answer.status_code, body["error"]["code"]


def data_of(answer: requests.Response) -> Any:
    """The data of a success in its envelope; everything about the envelope is checked on the way."""
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-request-id"]
    body = json.loads(answer.content)
    assert body.keys() == {"success", "data"}
    assert body["success"] is True
    return body["data"]
