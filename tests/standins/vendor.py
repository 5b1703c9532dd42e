"""A mining program's vendor on loopback: GitHub's API, its download host and its object store, each on its own port."""

import hashlib
import io
import json
import ssl
import tarfile
import threading
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from pysequoia import SignatureMode, Tsk, sign

from mining.programs.web import Vendor

REPO = "xmrig/xmrig"
KEY_PATH = "doc/gpg_keys/xmrig.asc"
SECRET = Tsk.generate("Vendor <vendor@example.org>")
KEY = SECRET.extract_certificate()
Tamper = Callable[[BaseHTTPRequestHandler, bytes], None]


def program(version: str = "9.9.9", mark: Path | None = None, more: str = "") -> bytes:
    """A program that says it is XMRig, and leaves a mark when it is run."""
    return f"#!/bin/sh\n{f'echo ran >> {mark}' if mark else ''}\n{more}\necho 'XMRig {version}'\n".encode()


def asset_name(version: str, build: str = "linux-static-x64.tar.gz") -> str:
    return f"xmrig-{version}-{build}"


def archive(
    content: bytes,
    version: str = "9.9.9",
    form: str = "gz",
    more: Mapping[str, bytes] | None = None,
    binary: str = "xmrig",
) -> bytes:
    """What the vendor packs: a folder with the program, a configuration that is not ours, and a text."""
    out = io.BytesIO()
    theirs = {"config.json": b'{"pools":[{"user":"theirs"}]}', "README.md": b"read me\n"}
    files = {binary: content, **theirs, **(more or {})}
    if form == "zip":
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
            for name, text in files.items():
                packed.writestr(f"xmrig-{version}/{name}", text)
    else:
        with tarfile.open(fileobj=out, mode=f"w:{form}") as packed:  # type: ignore[call-overload]  # a mode for each form
            for name, text in files.items():
                member = tarfile.TarInfo(f"xmrig-{version}/{name}")
                member.size, member.mode = len(text), 0o755 if name == binary else 0o644
                packed.addfile(member, io.BytesIO(text))
    return out.getvalue()


def signature(content: bytes, secret: Any = SECRET) -> bytes:
    return bytes(sign(secret.signer(), content, mode=SignatureMode.DETACHED))


@dataclass
class Standin:
    """What the vendor publishes, and how it misbehaves."""

    vendor: Vendor
    published: list[dict[str, Any]] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)  # path on the download host → content
    tampered: dict[str, Tamper] = field(default_factory=dict)  # asset name → what is answered instead
    requests: list[tuple[str, str]] = field(default_factory=list)  # (host, path)
    key: bytes | None = field(default_factory=lambda: str(KEY).encode())
    signs: bool = True  # whether its adapter knows its signatures
    limited_until: int | None = None  # s since the epoch
    unchanged: int = 0  # answers with 304

    def publish(
        self, version: str, files: dict[str, bytes], *, digests: bool = True, signed: bool = True, **more: Any
    ) -> None:
        """One release, newer than those before."""
        if signed:
            sums = "".join(f"{hashlib.sha256(content).hexdigest()} *{name}\n" for name, content in files.items())
            files = {**files, "SHA256SUMS": sums.encode(), "SHA256SUMS.sig": signature(sums.encode())}
        tag = f"v{version}"
        assets = []
        for name, content in files.items():
            path = f"/{REPO}/releases/download/{tag}/{name}"
            self.files[path] = content
            assets.append({
                "name": name, "size": len(content), "state": "uploaded", "content_type": "application/octet-stream",
                "browser_download_url": self.vendor.downloads + path,
                "digest": f"sha256:{hashlib.sha256(content).hexdigest()}" if digests else None,
            })  # fmt: skip
        release = {
            "tag_name": tag, "name": f"XMRig {tag}", "draft": False, "prerelease": False, "body": "notes",
            "published_at": "2026-01-02T03:04:05Z", "assets": assets, **more,
        }  # fmt: skip
        self.published.insert(0, release)

    def asked(self, end: str) -> int:
        """How often a path with this end was asked for."""
        return sum(path.endswith(end) for _, path in self.requests)


@contextmanager
def running(tls: ssl.SSLContext | None = None, name: str = "127.0.0.1") -> Iterator[Standin]:
    """The three hosts, called by this name, until the block ends; they speak TLS if there is a context for it."""
    servers = [ThreadingHTTPServer(("127.0.0.1", 0), _Handler) for _ in range(3)]
    if tls is not None:
        for server in servers:  # each handshake in the connection's own thread, so that none holds up another
            server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    scheme = "http" if tls is None else "https"
    api, downloads, objects = (f"{scheme}://{name}:{server.server_address[1]}" for server in servers)
    standin = Standin(Vendor(api, downloads, (objects,)))
    for server, role in zip(servers, ("api", "downloads", "objects"), strict=True):
        server.daemon_threads = True
        server.standin, server.role = standin, role  # type: ignore[attr-defined]  # for the handler
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield standin
    finally:
        for server in servers:
            server.shutdown()
            server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        standin: Standin = self.server.standin  # type: ignore[attr-defined]  # put there above
        role: str = self.server.role  # type: ignore[attr-defined]  # put there above
        standin.requests.append((role, self.path))
        self.close_connection = True
        getattr(self, f"_{role}")(standin)

    def _api(self, standin: Standin) -> None:
        limits = {"X-RateLimit-Limit": "60", "X-RateLimit-Remaining": "59"}
        if standin.limited_until is not None:
            limits |= {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": str(standin.limited_until)}
            self.say(403, b'{"message":"API rate limit exceeded"}', limits)
        elif self.path == f"/repos/{REPO}/contents/{KEY_PATH}" and "raw" in self.headers["Accept"] and standin.key:
            self.say(200, standin.key, limits)
        elif self.path.startswith(f"/repos/{REPO}/releases?"):
            body = json.dumps(standin.published).encode()
            etag = f'W/"{hashlib.sha256(body).hexdigest()}"'
            if self.headers.get("If-None-Match") == etag:
                standin.unchanged += 1
                self.say(304, b"", {"ETag": etag, **limits})
            else:
                self.say(200, body, {"ETag": etag, "Content-Type": "application/json; charset=utf-8", **limits})
        else:
            self.say(404, b'{"message":"Not Found"}', limits)

    def _downloads(self, standin: Standin) -> None:
        if self.path in standin.files:
            self.say(302, b"", {"Location": f"{standin.vendor.redirects[0]}{self.path}?token=signed%2Fthing"})
        else:
            self.say(404, b"Not Found", {})

    def _objects(self, standin: Standin) -> None:
        path = self.path.partition("?")[0]
        content, name = standin.files[path], path.rpartition("/")[2]
        if name in standin.tampered:
            standin.tampered[name](self, content)
        else:
            self.say(200, content, {"Content-Type": "application/octet-stream"})

    def say(self, status: int, body: bytes, headers: dict[str, str], length: int | None = None) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if length != -1:
            self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        try:
            self.wfile.write(body)
        except ConnectionError:
            self.close_connection = True  # the client has heard enough

    def drip(self, piece: bytes, pause: float, headers: dict[str, str]) -> None:
        """The same bytes again and again, until the client goes."""
        self.send_response(200)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        until = time.monotonic() + 30
        try:
            while time.monotonic() < until:
                self.wfile.write(piece)
                time.sleep(pause)
        except ConnectionError:
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""
