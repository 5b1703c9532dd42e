"""A target of notifications on loopback: an HTTP server that takes messages, or behaves as badly as a test wants."""

import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal

Manner = Literal["takes", "refuses", "sends elsewhere", "never answers", "answers without end", "drips"]


class Inbox:
    """What arrived at one port; `open` and `close` make it come and go."""

    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []
        self.asked = 0
        self.elsewhere = 0  # requests that came where it sent them
        self.manner: Manner = "takes"
        self.status = 503  # with which it refuses
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port: int = free.getsockname()[1]
        self._server: ThreadingHTTPServer | None = None
        self._thread: threading.Thread | None = None
        self._closing = threading.Event()

    @property
    def url(self) -> str:
        """As Apprise wants it; its path is a secret."""
        return f"json://127.0.0.1:{self.port}/s3cret-path"

    @property
    def titles(self) -> list[str]:
        """Of what arrived, without the rig's name."""
        return [message["title"].partition(": ")[2] for message in self.messages]

    def open(self) -> None:
        """Listen."""
        inbox = self
        self._closing.clear()

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                inbox.answer(self)

            def do_GET(self) -> None:
                inbox.elsewhere += 1
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                """Requests are remembered, not printed."""

        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Nobody listens any more."""
        if self._server is not None and self._thread is not None:
            self._closing.set()
            self._server.shutdown()
            self._thread.join()
            self._server.server_close()
            self._server = None

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        """Take one message, or not."""
        body = json.loads(request.rfile.read(int(request.headers["Content-Length"])))
        self.asked += 1
        if request.path == "/elsewhere":
            self.elsewhere += 1
        if self.manner == "never answers":
            self._closing.wait(60)
            return
        if self.manner == "takes":
            self.messages.append(body)
        statuses = {"refuses": self.status, "sends elsewhere": 307}
        request.send_response(statuses.get(self.manner, 200))
        if self.manner == "sends elsewhere":
            request.send_header("Location", f"http://127.0.0.1:{self.port}/elsewhere")
        request.end_headers()
        try:
            while self.manner in ("answers without end", "drips") and not self._closing.is_set():
                request.wfile.write(b"x" * (2**20 if self.manner == "answers without end" else 1))
                time.sleep(0 if self.manner == "answers without end" else 0.1)
        except OSError:
            return


@contextmanager
def an_inbox() -> Iterator[Inbox]:
    """One that listens, for as long as the block lasts."""
    inbox = Inbox()
    inbox.open()
    try:
        yield inbox
    finally:
        inbox.close()
