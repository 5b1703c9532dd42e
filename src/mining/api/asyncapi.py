"""The AsyncAPI document: what the WebSocket tells, and the one message that may be sent to it."""

from typing import Any

from mining.api.frames import FRAMES, Subscribe
from mining.api.schemas import REF, Schemas
from mining.domain.config import Config

_ABOUT = (
    "Nothing needs to be sent: the first frame is `snapshot`, then each change follows as it happens. `seq` counts "
    "events; `GET /events?since=` fills gaps. A listener that is too slow is closed with 1013, one "
    "whose key is revoked with 1008. Where a key is needed, it stands in the header Authorization or, from a browser, "
    "among the subprotocols: `mining.v1`, `mining.key.…`."
)


def socket_document(namespace: str) -> dict[str, Any]:
    """The whole document for a server at this namespace."""
    schemas = Schemas()
    schemas.add_requests([Config, Subscribe])
    names = schemas.add_answers(list(FRAMES.values()))
    messages = {key: _message(key, names[model], model.__doc__ or "") for key, model in FRAMES.items()}
    sent = {"name": "subscribe", "payload": {"$ref": REF.format(model="Subscribe")}}
    keys = [_key(key) for key in (*FRAMES, "subscribe")]
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Mining Platform",
            "version": "1",
            "description": _ABOUT,
            "license": {"name": "EUPL-1.2"},
            "contact": {"name": "Whoever runs this server"},
        },
        "servers": {"local": {"host": "localhost:8080", "protocol": "ws", "pathname": namespace}},
        "channels": {
            "live": {
                "address": "/ws",
                "messages": {key: {"$ref": f"#/components/messages/{key}"} for key in keys},
            }
        },
        "operations": {
            "hear": _operation("send", "What the server tells.", list(FRAMES)),
            "subscribe": _operation("receive", "What it may be told: to narrow what follows.", ["subscribe"]),
        },
        "components": {
            "messages": {_key(key): each for key, each in {**messages, "subscribe": sent}.items()},
            "schemas": {name: with_nulls(each) for name, each in schemas.used(messages, sent).items()},
        },
    }


def _operation(action: str, summary: str, keys: list[str]) -> dict[str, Any]:
    messages = [{"$ref": f"#/channels/live/messages/{_key(key)}"} for key in keys]
    return {"action": action, "channel": {"$ref": "#/channels/live"}, "summary": summary, "messages": messages}


def _message(type: str, model: str, about: str) -> dict[str, Any]:
    properties = {
        "type": {"type": "string", "const": type},
        "seq": {
            "type": "integer",
            "format": "int64",
            "description": "Of the newest event, or the one it tells.",
        },
        "timestamp": {"type": "string", "format": "date-time"},
        "data": {"$ref": REF.format(model=model)},
    }
    payload = {"type": "object", "required": list(properties), "properties": properties}
    return {"name": type, "summary": about.partition("\n")[0], "payload": payload}


def _key(type: str) -> str:
    """`minerStats` for `miner.stats`."""
    head, *rest = type.split(".")
    return head + "".join(word.capitalize() for word in rest)


def with_nulls(node: Any) -> Any:
    """Schemas of OpenAPI 3.0 in the words of JSON Schema, which has no `nullable`."""
    if isinstance(node, list):
        return [with_nulls(each) for each in node]
    if not isinstance(node, dict):
        return node
    plain = {key: with_nulls(value) for key, value in node.items() if key != "nullable" or value is not True}
    if "example" in plain and not isinstance(node["example"], dict | list):
        plain["examples"] = [plain.pop("example")]
    return {"anyOf": [plain, {"type": "null"}]} if node.get("nullable") is True else plain
