"""The OpenAPI document: what the routes say of themselves, completed with bodies, errors and the seed's examples."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from mining.api.envelope import CODES, ErrorBody
from mining.api.models import Success
from mining.api.operation import Body, Operation
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
_ALWAYS = (401, 421, 500)
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


def document(namespace: str, operations: Sequence[Operation]) -> dict[str, Any]:
    """The whole document for a server with these operations."""
    described = [each for each in operations if each.id is not None]
    names, schemas = _schemas(described)
    paths: dict[str, Any] = {}
    for each in described:
        item = paths.setdefault(each.path, {})
        item[each.method.lower()] = _described(each, names)
        if each.at_root:
            item["servers"] = [{"url": "/"}]
    paths["/ws"] = _websocket()
    token = {
        "type": "http",
        "scheme": "bearer",
        "description": "Not needed from this machine. No tokens are issued yet; a wrong one is refused.",
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Mining Platform", "description": _ABOUT, "version": "1"},
        "servers": [{"url": namespace}],
        "paths": paths,
        "components": {"schemas": schemas, "responses": _error_responses(), "securitySchemes": {"token": token}},
        "tags": _TAGS,
        "security": [{}, {"token": []}],
    }


def _described(operation: Operation, names: Mapping[Any, str]) -> dict[str, Any]:
    """One operation, with all that it declares."""
    segments = [segment[1:-1] for segment in operation.path.split("/") if segment.startswith("{")]
    placed = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string", "title": name.title()}}
        for name in segments
    ]
    parameters = [*placed, *(each.described() for each in operation.query)]
    schema = {"$ref": _REF.format(model=names[operation])} if operation.returns is not None else {"type": "string"}
    media = "application/json" if operation.returns is not None else "text/plain"
    responses: dict[str, Any] = {
        str(operation.status): {"description": "Successful Response", "content": {media: {"schema": schema}}}
    }
    for status in _statuses(operation, parameters):
        responses[str(status)] = {"$ref": f"#/components/responses/Error{status}"}
    responses["default"] = {"$ref": "#/components/responses/Error"}
    entry: dict[str, Any] = {"tags": [operation.tag], "summary": operation.summary, "operationId": operation.id}
    if operation.description is not None:
        entry["description"] = operation.description
    if parameters:
        entry["parameters"] = parameters
    if operation.body is not None:
        entry["requestBody"] = _body(operation.body)
    return {**entry, "responses": responses}


def _errors(statuses: Sequence[int]) -> dict[str, Any]:
    named = {str(status): {"$ref": f"#/components/responses/Error{status}"} for status in statuses}
    return {**named, "default": {"$ref": "#/components/responses/Error"}}


def _body(body: Body) -> dict[str, Any]:
    media: dict[str, Any] = {"schema": {"$ref": _REF.format(model=body.model.__name__)}}
    if body.example is not None:
        media["example"] = body.example
    return {"required": body.required, "content": {"application/json": media}}


def _statuses(operation: Operation, parameters: Sequence[Mapping[str, Any]]) -> list[int]:
    """The errors that an operation may answer with."""
    statuses = list(_ALWAYS)
    if parameters or operation.body is not None:
        statuses.append(400)
    if "{" in operation.path or (operation.method != "GET" and any(each["name"] == "type" for each in parameters)):
        statuses.append(404)
    if operation.method != "GET":
        statuses += [403, 409, 413, 415, 503, 507]
    return sorted(statuses)


def _error_responses() -> dict[str, Any]:
    media = {"application/json": {"schema": {"$ref": _REF.format(model="ErrorBody")}}}
    told: dict[str, Any] = {"Error": {"description": "What went wrong.", "content": media}}
    for status, text in _STATUS_TEXT.items():
        codes = ", ".join(f"`{code}`" for code, its in CODES.values() if its == status)
        content = {"application/json": {**media["application/json"], "example": _EXAMPLE}} if status == 400 else media
        told[f"Error{status}"] = {"description": f"{text} {codes}.", "content": content}
    return told


def _schemas(operations: Sequence[Operation]) -> tuple[dict[Operation, str], dict[str, Any]]:
    """The name of what each operation answers with, and the schemas of all that is sent either way."""
    bodies = {each.body.model for each in operations if each.body is not None}
    _, sent = models_json_schema(
        [(model, "validation") for model in sorted(bodies, key=lambda model: model.__name__)], ref_template=_REF
    )
    models = {each: _envelope(each.returns) for each in operations if each.returns is not None}
    kinds: list[tuple[type[BaseModel], JsonSchemaMode]] = [(model, "serialization") for model in models.values()]
    references, told = models_json_schema(
        [*kinds, (ErrorBody, "serialization"), (Change, "serialization")], ref_template=_REF
    )
    answers = told["$defs"]
    for schema in _objects(answers):
        if schema.get("additionalProperties") is False:
            del schema["additionalProperties"]  # within v1 answers may grow
        for key in [key for key, value in schema.items() if value is None]:
            del schema[key]  # that an answer's value may be null, its type says
    names = {each: references[model, "serialization"]["$ref"].rpartition("/")[2] for each, model in models.items()}
    return names, dict(sorted({**answers, **sent["$defs"]}.items()))


def _envelope(kind: Any) -> type[BaseModel]:
    return cast(type[BaseModel], Success.__class_getitem__(kind))


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
            "responses": {"101": {"description": "The WebSocket is open."}, **_errors(_ALWAYS)},
        }
    }
