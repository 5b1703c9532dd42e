"""The OpenAPI document: what the routes say of themselves, completed with bodies, errors and the seed's examples."""

import json
import sys
from collections.abc import Iterator
from typing import Any

from fastapi.openapi.utils import get_openapi
from pydantic.json_schema import models_json_schema

from mining.api.envelope import CODES, ErrorBody
from mining.api.routes import events, health, installs, miners, notifications, pools, profiles, system
from mining.api.routes import settings as settings_routes
from mining.api.routes.described import Keys, Profile, ProfilesImport, SomeSettings
from mining.api.settings import ApiSettings
from mining.domain.config import Config
from mining.domain.pools import PoolDraft, PoolTrial
from mining.domain.rig import Change

_REF = "#/components/schemas/{model}"
_TAGS = [
    {"name": "miners", "description": "What runs, how it does, and every verb on it."},
    {"name": "installs", "description": "Mining programs: install, update, go back, remove."},
    {"name": "profiles", "description": "Configurations saved under a name."},
    {"name": "pools", "description": "Pools to choose from, and a test of any."},
    {"name": "settings", "description": "What the operator decides."},
    {"name": "events", "description": "The timeline, and the WebSocket that tells it live."},
    {"name": "notifications", "description": "Messages to whoever owns the rig."},
    {"name": "system", "description": "The machine itself."},
    {"name": "monitoring", "description": "Liveness and figures, at the root of the server."},
]
_ABOUT = """Installs, starts, supervises and watches mining programs.

Every JSON answer is `{"success": true, "data": …}` or `{"success": false, "error": {"code", "message", "details"}}`.
Times are ISO 8601 in UTC, hashrates H/s, durations s; `null` means not known. A page of a foreign web site may read
(wallets masked) but change nothing."""
_STATUS_TEXT = {
    400: "A field, parameter or the JSON is wrong; every fault is named.",
    401: "The token is not known here.",
    403: "A page of a foreign origin may not do that.",
    404: "There is no such thing.",
    405: "Not for that method.",
    409: "In conflict with the present state.",
    413: "The body is larger than 1 MiB.",
    415: "The body is not plain JSON.",
    421: "This server does not answer to that Host.",
    429: "Too many at once.",
    500: "A defect; the log has it under details.requestId.",
    503: "Not possible at the moment.",
    507: "The disk is full; nothing was changed.",
}
_EXAMPLE = {
    "success": False,
    "error": {
        "code": "INVALID_CONFIG",
        "message": "pool: is required",
        "details": {
            "field": "pool",
            "issue": "is required",
            "fields": [{"field": "pool", "issue": "is required"}],
        },
    },
}


def document(settings: ApiSettings) -> dict[str, Any]:
    """The whole document for a server with these settings."""
    rooms = (system, miners, installs, profiles, pools, settings_routes, events, notifications, health)
    routers = (each.router for each in rooms)
    made = get_openapi(
        title="Mining Platform",
        version="1",
        openapi_version="3.1.0",
        description=_ABOUT,
        routes=[route for router in routers for route in router.routes],
        tags=_TAGS,
        servers=[{"url": settings.namespace}],
    )
    _add_schemas(made)
    made["components"]["responses"] = _error_responses()
    made["components"]["securitySchemes"] = {
        "token": {
            "type": "http",
            "scheme": "bearer",
            "description": "Not needed from this machine. No tokens are issued yet; a wrong one is refused.",
        }
    }
    made["security"] = [{}, {"token": []}]
    made["paths"]["/ws"] = _websocket()
    for path, item in made["paths"].items():
        if path in ("/healthz", "/metrics"):
            item["servers"] = [{"url": "/"}]
        for method, operation in item.items():
            if method in ("get", "post", "put", "delete"):
                _complete(path, method, operation)
    return made


def _complete(path: str, method: str, operation: dict[str, Any]) -> None:
    responses = operation["responses"]
    responses.pop("422", None)
    statuses = [401, 421, 500]
    if operation.get("parameters") or "requestBody" in operation:
        statuses.append(400)
    named = method != "get" and any(each["name"] == "type" for each in operation.get("parameters", ()))
    if "{" in path or named:
        statuses.append(404)
    if method != "get":
        statuses += [403, 409, 413, 415, 503, 507]
    for status in sorted(statuses):
        responses[str(status)] = {"$ref": f"#/components/responses/Error{status}"}
    responses["default"] = {"$ref": "#/components/responses/Error"}


def _error_responses() -> dict[str, Any]:
    media = {"application/json": {"schema": {"$ref": _REF.format(model="ErrorBody")}}}
    told: dict[str, Any] = {"Error": {"description": "What went wrong.", "content": media}}
    for status, text in _STATUS_TEXT.items():
        codes = ", ".join(f"`{code}`" for code, its in CODES.values() if its == status)
        content = {"application/json": {**media["application/json"], "example": _EXAMPLE}} if status == 400 else media
        told[f"Error{status}"] = {"description": f"{text} {codes}.", "content": content}
    return told


def _add_schemas(made: dict[str, Any]) -> None:
    _, asked = models_json_schema(
        [(each, "validation") for each in (Config, Keys, Profile, ProfilesImport, PoolDraft, PoolTrial, SomeSettings)],
        ref_template=_REF,
    )
    _, told = models_json_schema([(ErrorBody, "serialization"), (Change, "serialization")], ref_template=_REF)
    answers = {**told["$defs"], **made["components"]["schemas"]}
    for name in ("HTTPValidationError", "ValidationError"):
        answers.pop(name, None)
    for schema in _objects(answers):
        if schema.get("additionalProperties") is False:
            del schema["additionalProperties"]  # within v1 answers may grow
    made["components"]["schemas"] = dict(sorted({**answers, **asked["$defs"]}.items()))


def _objects(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        node = list(node.values())
    if isinstance(node, list):
        for each in node:
            yield from _objects(each)


def _websocket() -> dict[str, Any]:
    text = (
        "A WebSocket; nothing needs to be sent. Each frame is one JSON object "
        '`{"type", "seq", "timestamp", "data"}`: first `snapshot` (`data.miners`), then `miner.stats` (one per miner '
        "and sample: `name`, `type`, `status`, `health`, `reason`, `simulated`, `stats`) and `miner.status` (the Miner "
        "plus `event`, `text`, `who`), `install.progress` (the job), `profile.changed` (the profile plus `event`, "
        "`text`, `who`) and `doctor` (its report); "
        '`ping` every 20 s. `{"subscribe": ["miner.stats"], "miners": ["xmrig"]}` narrows it. `seq` counts events, and '
        "`GET /events?since=` fills gaps. A listener that is too slow is closed with 1013."
    )
    return {
        "get": {
            "tags": ["events"],
            "operationId": "listen",
            "summary": "Live changes over a WebSocket",
            "description": text,
            "responses": {"101": {"description": "The WebSocket is open."}},
        }
    }


if __name__ == "__main__":
    json.dump(document(ApiSettings(version="")), sys.stdout, indent=1, ensure_ascii=False)
    sys.stdout.write("\n")
