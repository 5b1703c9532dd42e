"""The specification as files, and Swagger UI on it, without anything from elsewhere."""

import json
from collections.abc import Callable
from functools import cached_property
from importlib.resources import files
from typing import Any

import yaml
from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

router = APIRouter(include_in_schema=False)
at_root = APIRouter(include_in_schema=False)

# Swagger UI's style sheet holds data: images; the styles its script sets go through the DOM, which a CSP lets pass.
CSP = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; object-src 'none'; base-uri 'none'"
_ASSETS = {"swagger-ui-bundle.js": "text/javascript", "swagger-ui.css": "text/css", "favicon.png": "image/png"}


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
            self._assets[name] = (files("fastapi_offline") / "static" / name).read_bytes()
        return self._assets[name]


def _page(request: Request) -> Response:
    return _static(_documents(request).page, "text/html; charset=utf-8")


def _static(content: str | bytes, media_type: str) -> Response:
    headers = {
        "content-security-policy": CSP,
        "cross-origin-resource-policy": "same-origin",
        "cache-control": "no-cache",
        "content-type": media_type,
    }
    return Response(content, headers=headers)


def _documents(request: Request) -> Documents:
    documents: Documents = request.app.state.documents
    return documents


@router.get("/swagger")
@router.get("/swagger/index.html")
async def swagger(request: Request) -> Response:
    return _page(request)


@router.get("/swagger/start.js")
async def swagger_script(request: Request) -> Response:
    return _static(_documents(request).script, "text/javascript; charset=utf-8")


@router.get("/swagger/{name}")
async def swagger_asset(name: str, request: Request) -> Response:
    if name not in _ASSETS:
        raise HTTPException(404)
    return _static(_documents(request).asset(name), _ASSETS[name])


@router.get("/docs/swagger.json")
@at_root.get("/docs/swagger.json")
async def specification(request: Request) -> Response:
    return Response(_documents(request).as_json, media_type="application/json")


@router.get("/docs/swagger.yaml")
@at_root.get("/docs/swagger.yaml")
async def specification_yaml(request: Request) -> Response:
    return Response(_documents(request).as_yaml, headers={"content-type": "application/yaml"})


@at_root.get("/")
async def home(request: Request) -> Response:
    return RedirectResponse(f"{_documents(request).namespace}/swagger/index.html", 307)
