"""An author's own site on loopback: a list of releases, their files, and other hosts that it sends a client to."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Site:
    """What it answers."""

    origin: str
    mirror: str  # another of its hosts, with the same files
    files: dict[str, bytes] = field(default_factory=dict)  # path → content
    moved: dict[str, str] = field(default_factory=dict)  # path → where it is
    lengths: bool = True  # whether it says how long an answer is
    requests: list[str] = field(default_factory=list)

    def publish(self, version: str, name: str, content: bytes, **more: Any) -> None:
        """One release, newer than those before, in the list `/releases.json`."""
        self.files[f"/files/{name}"] = content
        asset = {"name": name, "size": len(content), "browser_download_url": f"{self.origin}/files/{name}", **more}
        release = {"tag_name": f"v{version}", "draft": False, "prerelease": False, "assets": [asset]}
        listed = json.loads(self.files.get("/releases.json", b"[]"))
        self.files["/releases.json"] = json.dumps([release, *listed]).encode()


@contextmanager
def running() -> Iterator[Site]:
    """Both hosts, until the block ends."""
    servers = [ThreadingHTTPServer(("127.0.0.1", 0), _Handler) for _ in range(2)]
    site = Site(*(f"http://127.0.0.1:{server.server_address[1]}" for server in servers))
    for server in servers:
        server.daemon_threads = True
        server.site = site  # type: ignore[attr-defined]  # the handler finds it there
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield site
    finally:
        for server in servers:
            server.shutdown()
            server.server_close()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        site: Site = self.server.site  # type: ignore[attr-defined]  # see `running`
        site.requests.append(self.path)
        if self.path in site.moved:
            self.send_response(302)
            self.send_header("Location", site.moved[self.path])
            self.end_headers()
            return
        content = site.files.get(self.path)
        self.send_response(404 if content is None else 200)
        if site.lengths:
            self.send_header("Content-Length", str(len(content or b"")))
        self.end_headers()
        self.wfile.write(content or b"")

    def log_message(self, *_: object) -> None:
        """Say nothing."""
