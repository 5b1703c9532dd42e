"""The OpenAPI document: what the routes say of themselves, completed with bodies, errors and the seed's examples."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from pydantic import BaseModel

from mining.api.envelope import CODES, ErrorBody
from mining.api.examples import examples
from mining.api.models import SomeSettings, Success
from mining.api.operation import Body, Operation
from mining.api.parameter import Parameter
from mining.api.schemas import REF, Schemas, changes_of
from mining.domain.value import Value

_TAGS = [
    {"name": "miners", "description": "What runs, how it does, and every verb on it."},
    {"name": "installs", "description": "Mining programs: install, update, go back, remove."},
    {"name": "benchmarks", "description": "How fast programs compute on this machine."},
    {"name": "profiles", "description": "Configurations saved under a name."},
    {"name": "pools", "description": "Pools to choose from, and a test of any."},
    {"name": "payouts", "description": "Coins, algorithms, and whether a wallet holds."},
    {"name": "settings", "description": "What the operator decides."},
    {"name": "access", "description": "Keys for others, and what was changed by whom."},
    {"name": "events", "description": "The timeline, and the WebSocket that tells it live."},
    {"name": "notifications", "description": "Messages to whoever owns the rig."},
    {"name": "system", "description": "The machine itself."},
    {"name": "monitoring", "description": "Liveness and figures; also at the root of the server."},
]
_ABOUT = """Installs, starts, supervises and watches mining programs.

Every JSON answer is `{"success": true, "data": …}` or `{"success": false, "error": {"code", "message", "details"}}`.
Times are ISO 8601 in UTC, hashrates H/s, durations s; `null` means not known. A page of a foreign web site may read
(wallets masked) but change nothing. From another machine a key is needed; `x-role` says the role that an operation
needs: a viewer reads (masked), an operator also starts and stops, an admin may do everything."""
_STATUS_TEXT = {
    400: "A field, parameter or the JSON is wrong; every fault is named.",
    401: "No key where one is needed, or one that opens nothing here.",
    403: "The key's role does not allow it, or a page of a foreign origin may not do it.",
    404: "There is no such thing.",
    409: "In conflict with the present state.",
    413: "The body is larger than 1 MiB.",
    415: "The body is not plain JSON.",
    421: "This server does not answer to that Host.",
    426: "That path is a WebSocket.",
    429: "Too many at once, or too often.",
    500: "A defect; the log has it under details.requestId.",
    503: "Not possible at the moment.",
    507: "The disk is full; nothing was changed.",
}
_SEGMENTS = {
    "miner": "The name of a miner; where one is started, its type.",
    "type": "A miner type.",
    "id": "The id, as a list tells it.",
}
MORE_FOR_SOME = frozenset({"exportProfiles"})  # reads of which a part needs another role
_ALWAYS = (401, 421, 429, 500)
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


def document(namespace: str, operations: Sequence[Operation], settings: Value) -> dict[str, Any]:
    """The whole document for a server with these operations and a daemon with these settings."""
    described = [each for each in operations if each.id is not None]
    schemas = Schemas()
    names = _answers(schemas, described)
    _add_settings(schemas, type(settings))
    samples = examples(settings)
    paths: dict[str, Any] = {}
    for each in described:
        paths.setdefault(each.path or "/", {})[each.method.lower()] = _described(each, names, schemas, samples)
    paths["/ws"] = _websocket()
    errors = _error_responses()
    token = {
        "type": "http",
        "scheme": "bearer",
        "description": "A key of `POST /keys`, such as `mp_7f0c1f6e_…`. Not needed from this machine unless the daemon "
        "runs with `--auth always`; a wrong one is refused everywhere. A browser's WebSocket says it as a subprotocol: "
        "`mining.v1, mining.key.mp_7f0c1f6e_…`. It is never taken from a URL.",
    }
    return {
        "openapi": "3.0.3",
        "info": {
            "title": "Mining Platform",
            "description": _ABOUT,
            "version": "1",
            "contact": {"name": "Whoever runs this server"},
            "license": {"name": "EUPL-1.2", "url": "https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12"},
        },
        "servers": [{"url": namespace}],
        "paths": paths,
        "components": {
            "schemas": schemas.used(paths, errors),
            "responses": errors,
            "securitySchemes": {"token": token},
        },
        "tags": _TAGS,
        "security": [{}, {"token": []}],
    }


def _described(
    operation: Operation, names: Mapping[Operation, str], schemas: Schemas, answers: Mapping[str, Any]
) -> dict[str, Any]:
    """One operation, with all that it declares."""
    segments = [segment[1:-1] for segment in operation.path.split("/") if segment.startswith("{")]
    placed = [
        {"name": name, "in": "path", "required": True, "description": _SEGMENTS[name], "schema": {"type": "string"}}
        for name in segments
    ]
    parameters = [*placed, *(_parameter(each, schemas) for each in operation.query)]
    content: dict[str, Any] = {"text/plain": {"schema": {"type": "string"}, "example": "mining_problems 0.0\n"}}
    if operation.returns is not None:
        schema = {"$ref": REF.format(model=names[operation])}
        example = {"success": True, "data": answers[operation.id or ""]}
        content = {"application/json": {"schema": schema, "example": example}}
    for media, text in operation.also.items():
        content[media] = {"schema": {"type": "string"}, "example": text}
    responses: dict[str, Any] = {str(operation.status): {"description": "Done.", "content": content}}
    if operation.also_status is not None:
        responses[str(operation.also_status)] = {"description": "Done; it was not there before.", "content": content}
    for status in _statuses(operation, parameters):
        responses[str(status)] = {"$ref": f"#/components/responses/Error{status}"}
    responses["default"] = {"$ref": "#/components/responses/Error"}
    entry: dict[str, Any] = {"tags": [operation.tag], "summary": operation.summary, "operationId": operation.id}
    entry["description"] = operation.description or f"{operation.summary}."
    entry["x-role"] = operation.needs
    if parameters:
        entry["parameters"] = parameters
    if operation.body is not None:
        entry["requestBody"] = _body(operation.body)
    return {**entry, "responses": responses}


def _parameter(parameter: Parameter[Any], schemas: Schemas) -> dict[str, Any]:
    """A query parameter; its words have a name, so that clients have them too."""
    entry = parameter.described()
    if parameter.words is None:
        return entry
    schema = entry["schema"]
    words = schemas.word(parameter.words, (schema.get("items") or schema)["enum"])
    if "default" in schema:
        entry["description"] += f" Absent: {schema['default']}."
    entry["schema"] = {**schema, "items": words} if "items" in schema else words
    return entry


def _errors(statuses: Sequence[int]) -> dict[str, Any]:
    named = {str(status): {"$ref": f"#/components/responses/Error{status}"} for status in statuses}
    return {**named, "default": {"$ref": "#/components/responses/Error"}}


def _body(body: Body) -> dict[str, Any]:
    media = {"schema": {"$ref": REF.format(model=body.model.__name__)}, "example": body.example}
    return {"required": body.required, "content": {"application/json": media}}


def _statuses(operation: Operation, parameters: Sequence[Mapping[str, Any]]) -> list[int]:
    """The errors that an operation may answer with."""
    statuses = list(_ALWAYS)
    if parameters or operation.body is not None:
        statuses.append(400)
    names = {each["name"] for each in parameters}
    if "{" in operation.path or "miners" in names or (operation.method != "GET" and "type" in names):
        statuses.append(404)
    if operation.method == "GET" and (operation.needs != "viewer" or operation.id in MORE_FOR_SOME):
        statuses.append(403)
    if operation.method != "GET":
        statuses += [403, 409, 413, 415, 503, 507]
    return sorted(statuses)


def _error_responses() -> dict[str, Any]:
    media = {"application/json": {"schema": {"$ref": REF.format(model="ErrorBody")}}}
    responses: dict[str, Any] = {"Error": {"description": "What went wrong.", "content": media}}
    for status, text in _STATUS_TEXT.items():
        codes = ", ".join(f"`{code}`" for code, its in CODES.values() if its == status)
        content = {"application/json": {**media["application/json"], "example": _EXAMPLE}} if status == 400 else media
        responses[f"Error{status}"] = {"description": f"{text} {codes}.", "content": content}
    return responses


def _answers(schemas: Schemas, operations: Sequence[Operation]) -> dict[Operation, str]:
    """All that is sent either way becomes a component; the name of what each operation answers with."""
    schemas.add_requests({each.body.model for each in operations if each.body is not None})
    models = {each: _envelope(each.returns) for each in operations if each.returns is not None}
    names = schemas.add_answers([*dict.fromkeys(models.values()), ErrorBody])
    return {each: names[model] for each, model in models.items()}


def _add_settings(schemas: Schemas, form: type[Value]) -> None:
    """The settings of the daemon: all of them in answers, some of them in a change."""
    schemas.add_answers([form])
    schema = schemas.components[form.__name__]
    schema["properties"] = {name: {**each, "nullable": True} for name, each in schema["properties"].items()}
    sent = Schemas()
    sent.add_requests([form])
    change = changes_of(sent.components.pop(form.__name__))
    schemas.components |= sent.components | {
        SomeSettings.__name__: {**change, "description": SomeSettings.__doc__ or ""},
    }
    for view in ("SettingsView", "SettingsChanged"):
        values = schemas.components[view]["properties"]["values"]
        schemas.components[view]["properties"]["values"] = {
            "allOf": [{"$ref": REF.format(model=form.__name__)}],
            "description": values["description"],
        }


def _envelope(kind: Any) -> type[BaseModel]:
    return cast(type[BaseModel], Success.__class_getitem__(kind))


def _websocket() -> dict[str, Any]:
    text = (
        'A WebSocket; nothing needs to be sent. Each frame is one JSON object `{"type", "seq", "timestamp", "data"}`, '
        "first `snapshot`, then each change; docs/reference/asyncapi.json describes them all. "
        '`{"subscribe": ["miner.stats"], "miners": ["xmrig"]}` narrows it, `{"every": 1}` brings the figures of all '
        'miners together once a second, and with `"delta": true` only what is different in them. `seq` counts events, '
        "and `GET /events?since=` fills gaps. A listener that is too slow is closed "
        "with 1013, one whose key is revoked with 1008. A browser says its key among the subprotocols: `mining.v1`, "
        "`mining.key.…`."
    )
    return {
        "get": {
            "tags": ["events"],
            "operationId": "listen",
            "summary": "Live changes over a WebSocket",
            "description": text,
            "x-role": "viewer",
            "responses": {"101": {"description": "The WebSocket is open."}, **_errors((401, 403, 421, 426, 429, 500))},
        }
    }
