"""The specification as files, and Swagger UI on it, without anything from elsewhere."""

import asyncio
import json
from collections.abc import Callable
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

from mining.api.answer import JSON_HEADERS, Answer
from mining.api.call import Call
from mining.api.envelope import NotFound
from mining.api.operation import Operation, Routes
from mining.api.transfer import tag
from mining.domain.message import phrase

# Swagger UI's style sheet holds data: images; the styles its script sets go through the DOM, which a CSP lets pass.
CSP = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; object-src 'none'; base-uri 'none'"
_ASK_AGAIN = (b"cache-control", b"no-cache")
_ASSETS = {"swagger-ui-bundle.js": b"text/javascript", "swagger-ui.css": b"text/css", "favicon.png": b"image/png"}


class Documents:
    """The specification, made when it is first asked for."""

    def __init__(self, make: Callable[[], dict[str, Any]], namespace: str) -> None:
        self._make = make
        self.namespace = namespace
        self._assets: dict[str, bytes] = {}

    @cached_property
    def as_json(self) -> bytes:
        """The specification as JSON."""
        return json.dumps(self._make(), ensure_ascii=False).encode()

    @cached_property
    def as_yaml(self) -> bytes:
        """The specification as YAML."""
        text: str = yaml.safe_dump(json.loads(self.as_json), sort_keys=False, allow_unicode=True, width=120)
        return text.encode()

    @property
    def page(self) -> str:
        """Swagger UI's page."""
        base = f"{self.namespace}/swagger"
        return (
            '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Mining Platform API</title>'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<link rel="stylesheet" href="{base}/swagger-ui.css"><link rel="icon" href="{base}/favicon.png"></head>'
            f'<body><div id="swagger-ui"></div><script src="{base}/swagger-ui-bundle.js"></script>'
            f'<script src="{base}/start.js"></script></body></html>'
        )

    @property
    def script(self) -> str:
        """What starts Swagger UI."""
        url = json.dumps(f"{self.namespace}/docs/swagger.json")
        options = f'{{ url: {url}, dom_id: "#swagger-ui", deepLinking: true, validatorUrl: null }}'
        return f"window.ui = SwaggerUIBundle({options});"

    def asset(self, name: str) -> bytes:
        """A file of Swagger UI."""
        if name not in self._assets:
            package = find_spec("fastapi_offline")  # of which only the files are wanted: it is not imported
            if package is None or package.origin is None:
                raise NotFound(phrase("gate.no_swagger"), path=name)
            self._assets[name] = (Path(package.origin).parent / "static" / name).read_bytes()
        return self._assets[name]


def documents(make: Callable[[], dict[str, Any]], namespace: str) -> list[Operation]:
    """The operations that serve them, below the namespace and, for the specification, at the root."""
    held = Documents(make, namespace)

    async def page(call: Call) -> Answer:
        return _static(held.page.encode(), b"text/html; charset=utf-8")

    async def script(call: Call) -> Answer:
        return _static(held.script.encode(), b"text/javascript; charset=utf-8")

    async def asset(call: Call) -> Answer:
        name = call.path["name"]
        if name not in _ASSETS:
            raise NotFound(phrase("gate.no_swagger_file", name=name[:80]), path=name[:80])
        return _static(held.asset(name), _ASSETS[name])

    async def as_json(call: Call) -> Answer:
        content = await asyncio.to_thread(lambda: held.as_json)  # to make it takes long
        return Answer(content, headers=(*JSON_HEADERS, tag(content), _ASK_AGAIN))

    async def as_yaml(call: Call) -> Answer:
        content = await asyncio.to_thread(lambda: held.as_yaml)
        return Answer(content, headers=((b"content-type", b"application/yaml"), tag(content), _ASK_AGAIN))

    routes = Routes("documents")
    for path in ("/swagger", "/swagger/index.html"):
        routes.get(path)(page)
    routes.get("/swagger/start.js")(script)
    routes.get("/swagger/{name}")(asset)
    for at_root in (False, True):
        routes.get("/docs/swagger.json", at_root=at_root)(as_json)
        routes.get("/docs/swagger.yaml", at_root=at_root)(as_yaml)
    return routes.operations


def _static(content: bytes, media_type: bytes) -> Answer:
    headers = (
        (b"content-security-policy", CSP.encode()),
        (b"cross-origin-resource-policy", b"same-origin"),
        (b"referrer-policy", b"no-referrer"),
        _ASK_AGAIN,
        tag(content),
        (b"content-type", media_type),
    )
    return Answer(content, headers=headers)
