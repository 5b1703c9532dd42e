"""Steers the requests of `test_schemathesis.py` to names that exist, `simulated`, a stand-in vendor; judges answers."""

from typing import Any
from zlib import crc32

import schemathesis

from mining.domain.pool import parse_pool

NAMES = ("first", "second", "third")


@schemathesis.hook
def map_path_parameters(context: Any, path_parameters: dict[str, Any] | None) -> dict[str, Any] | None:
    """Let most requests meet a miner that exists; nothing but `simulated` can be started, whatever was generated."""
    if path_parameters is None:
        return None
    steered = dict(path_parameters)
    programs = context.operation.label.endswith(("/install", "/uninstall", "/rollback"))
    starts = context.operation.label == "POST /miners/{miner}"
    types = ("xmrig", "simulated") if programs else ("simulated",)
    for key, known in (("miner", types if starts else NAMES), ("type", types)):
        if key in steered:
            turn = crc32(repr(steered[key]).encode("utf-8", "replace"))
            if turn % 4 or steered[key] == "demo" or context.operation.label == "PUT /miners/{miner}":
                steered[key] = known[turn % len(known)]
    return steered


@schemathesis.hook
def map_query(context: Any, query: dict[str, Any] | None) -> dict[str, Any] | None:
    """Start under few names, so that few processes run at once."""
    if query is None or context.operation.label != "POST /miners/{miner}":
        return query
    return {**query, "name": NAMES[crc32(repr(query).encode("utf-8", "replace")) % len(NAMES)]}


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: Any) -> None:
    """Test no pool but on this machine, and let nothing else than `simulated` run."""
    body = case.body
    if case.operation.label == "PUT /miners/{miner}" and isinstance(body, dict) and isinstance(body.get("type"), str):
        case.body = {**body, "type": "simulated"}
    if case.operation.label == "POST /pools/test" and isinstance(body, dict) and isinstance(body.get("pool"), str):
        try:
            parse_pool(body["pool"])
        except ValueError:
            return
        case.body = {**body, "pool": "127.0.0.1:3333"}


@schemathesis.check
def status_is_listed(context: Any, response: Any, case: Any) -> None:
    """Every status stands in the document by its number (`default` does not excuse it), and none is a crash."""
    operation = case.operation
    listed = operation.definition.raw["responses"]
    other_method = case.method.upper() != operation.method.upper()
    expected = other_method and response.status_code == (204 if case.method.upper() == "OPTIONS" else 405)
    assert str(response.status_code) in listed or expected, f"{response.status_code} is not listed"
    assert response.status_code != 500, "it crashed"


@schemathesis.check
def error_is_in_the_envelope(context: Any, response: Any, case: Any) -> None:
    """Every refusal says its code, and every answer its request id."""
    assert response.headers["x-request-id"]
    if response.status_code >= 400:
        body = response.json()
        assert body["success"] is False
        assert body["error"].keys() == {"code", "message", "details"}
