"""The dashboard's files, as they were built: its page at the root, the element for every page, and its parts."""

import gzip
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from mining.api.answer import Answer
from mining.api.asgi import Header
from mining.api.call import Call
from mining.api.envelope import NotFound
from mining.api.operation import Operation, Routes
from mining.api.settings import DEFAULT_NAMESPACE
from mining.api.transfer import LARGE, tag
from mining.domain.message import phrase

FILES = Path(__file__).parents[1] / "dashboard"
AT = "/dashboard/"  # below it are the files, at the root
_KINDS = {
    ".css": b"text/css; charset=utf-8",
    ".html": b"text/html; charset=utf-8",
    ".js": b"text/javascript; charset=utf-8",
    ".json": b"application/json",
    ".png": b"image/png",
    ".svg": b"image/svg+xml",
    ".txt": b"text/plain; charset=utf-8",
    ".woff2": b"font/woff2",
}
_PACKED_ALREADY = (".png", ".woff2")
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'{sockets}; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HOST = re.compile(r"[A-Za-z0-9._-]+(?::[0-9]{1,5})?|\[[0-9A-Fa-f:.]+\](?::[0-9]{1,5})?")
_ASK_AGAIN: Header = (b"cache-control", b"no-cache")
_FOR_EVER: Header = (b"cache-control", b"public, max-age=31536000, immutable")  # its name says what is in it
_ANYWHERE: tuple[Header, ...] = (  # a page of any origin may load the element; what it may do is the gate's business
    (b"access-control-allow-origin", b"*"),
    (b"cross-origin-resource-policy", b"cross-origin"),
)
_AT_HOME: Header = (b"cross-origin-resource-policy", b"same-origin")


class StaticFile(NamedTuple):
    """A file as it is sent."""

    content: bytes
    packed: bytes | None  # by gzip, where that is worth it
    headers: tuple[Header, ...]

    @classmethod
    def of(cls, content: bytes, suffix: str, *headers: Header) -> "StaticFile":
        """With its type and its tag."""
        worth = len(content) >= LARGE and suffix not in _PACKED_ALREADY
        packed = gzip.compress(content, 9, mtime=0) if worth else None
        kind = (b"content-type", _KINDS[suffix])
        own = (*headers, (b"referrer-policy", b"no-referrer"), tag(content), kind)
        return cls(content, packed, own if packed is None else (*own, (b"vary", b"Accept-Encoding")))

    def answer(self, *headers: Header) -> Answer:
        """It, with more headers."""
        return Answer(self.content, headers=(*headers, *self.headers), packed=self.packed)


class DashboardFiles:
    """All files of a folder, read once when the first is asked for; nothing but them can be had."""

    def __init__(self, folder: Path, namespace: str) -> None:
        self._folder = folder
        self._namespace = namespace
        self._files: Mapping[str, StaticFile] = {}

    def file(self, name: str) -> StaticFile:
        """The file of that name, with slashes; NotFound otherwise."""
        if not self._files:
            every = [path for path in sorted(self._folder.rglob("*")) if path.is_file() and path.suffix in _KINDS]
            self._files = {path.relative_to(self._folder).as_posix(): self._read(path) for path in every}
        if name not in self._files:
            raise NotFound(phrase("gate.no_dashboard_file", name=name[:80]), path=f"{AT}{name[:80]}")
        return self._files[name]

    def _read(self, path: Path) -> StaticFile:
        content = path.read_bytes()
        if path.suffix == ".html":  # which is told where the API is, relative to it: a proxy may put it below a path
            attribute = f'api-base-url=".{DEFAULT_NAMESPACE}"'.encode()
            return StaticFile.of(
                content.replace(attribute, f'api-base-url=".{self._namespace}"'.encode()),
                path.suffix,
                _ASK_AGAIN,
                _AT_HOME,
            )
        caching = _FOR_EVER if path.parent.name == "assets" else _ASK_AGAIN
        return StaticFile.of(content, path.suffix, caching, *_ANYWHERE)


def dashboard(namespace: str, folder: Path = FILES) -> list[Operation]:
    """The operations that serve it, all at the root."""
    files = DashboardFiles(folder, namespace)

    async def page(call: Call) -> Answer:
        return files.file("index.html").answer((b"content-security-policy", policy(call.host).encode()))

    async def file(call: Call) -> Answer:
        name = call.path["name"]
        if name.endswith(".html"):  # which is at the root alone
            raise NotFound(phrase("gate.dashboard_at"), path=f"{AT}{name[:80]}")
        return files.file(name).answer()

    async def asset(call: Call) -> Answer:
        return files.file(f"assets/{call.path['name']}").answer()

    routes = Routes("dashboard")
    routes.get("/", at_root=True)(page)
    routes.get(f"{AT}{{name}}", at_root=True)(file)
    routes.get(f"{AT}assets/{{name}}", at_root=True)(asset)
    return routes.operations


def policy(host: str) -> str:
    """What the page may load and ask; some browsers do not take a WebSocket of the same host for `self`."""
    sockets = f" ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""
    return _POLICY.format(sockets=sockets)
