"""An HTTP server on loopback in place of the daemon: it answers as a test tells it to, and remembers the questions."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

NAMESPACE = "/api/v1/mining"


@dataclass
class Standin:
    """Answers by (method, target below the namespace); the last of several is given again and again."""

    url: str = ""
    answers: dict[tuple[str, str], list[tuple[int, Any]]] = field(default_factory=dict)
    asked: list[tuple[str, str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def data(self, method: str, target: str, *data: Any, status: int = 200) -> None:
        """Answer with successes."""
        self.answers[method, target] = [(status, {"success": True, "data": each}) for each in data]

    def error(self, method: str, target: str, status: int, code: str, message: str, **details: Any) -> None:
        """Answer with an error."""
        body = {"success": False, "error": {"code": code, "message": message, "details": details}}
        self.answers[method, target] = [(status, body)]

    def answer(self, method: str, target: str) -> tuple[int, bytes]:
        """The next answer to a request."""
        waiting = self.answers.get((method, target))
        if not waiting:
            return 404, f"nobody recorded {method} {target}".encode()
        status, body = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        return status, body if isinstance(body, bytes) else json.dumps(body).encode()


@contextmanager
def standin() -> Iterator[Standin]:
    """A server for as long as the block lasts."""
    told = Standin()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = 65536  # headers and body in one packet, or the kernels wait 40 ms for each other

        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            target = self.path.removeprefix(NAMESPACE)
            told.asked.append((self.command, target, json.loads(body) if body else None))
            told.headers.append(dict(self.headers))
            status, answer = told.answer(self.command, target)
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            self._answer()

        def do_PUT(self) -> None:
            self._answer()

        def do_DELETE(self) -> None:
            self._answer()

        def log_message(self, *_: Any) -> None:
            """Requests are remembered, not printed."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    told.url = f"http://127.0.0.1:{server.server_address[1]}{NAMESPACE}"
    try:
        yield told
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
