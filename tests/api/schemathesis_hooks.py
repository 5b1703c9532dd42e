"""Steers the requests of `test_schemathesis.py` to names that exist, `simulated`, a stand-in vendor; judges answers."""

from typing import Any
from zlib import crc32

import schemathesis

from mining.domain.pool import parse_pool
from mining.miners import all_types

NAMES = ("first", "second", "third")
REAL = all_types().keys() - {"simulated"}  # types whose program would really run
PLACEHOLDER = "YOUR_WALLET_ADDRESS"  # with which nothing starts, even if it is forced


@schemathesis.hook
def map_path_parameters(context: Any, path_parameters: dict[str, Any] | None) -> dict[str, Any] | None:
    """Let most requests meet a miner that exists."""
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
    """Test no pool but on this machine, and let nothing else than `simulated` run.

    This is asked of every request. The hooks above are not: requests of the coverage phase pass them by, and may
    hold whatever an answer has named, such as `xmrig`, which an installation has brought.
    """
    label, body = case.operation.label, case.body
    if label == "POST /miners/{miner}" and case.path_parameters.get("miner") in REAL:
        case.path_parameters = {**case.path_parameters, "miner": "simulated"}
    if label == "PUT /miners/{miner}" and isinstance(body, dict) and isinstance(body.get("type"), str):
        case.body = {**body, "type": "simulated"}
    if label == "POST /miners/{type}/benchmark" and case.query:
        case.query = {key: value for key, value in case.query.items() if key != "wait"}  # its minute is too long here
    if label in ("POST /profiles", "PUT /profiles/{id}"):
        case.body = harmless(body)
    if label == "POST /profiles/import" and isinstance(body, dict) and isinstance(body.get("profiles"), list):
        case.body = {**body, "profiles": [harmless(profile) for profile in body["profiles"]]}
    if label == "POST /pools/test" and isinstance(body, dict) and isinstance(body.get("pool"), str):
        try:
            parse_pool(body["pool"])
        except ValueError:
            return
        case.body = {**body, "pool": "127.0.0.1:3333"}


def harmless(profile: Any) -> Any:
    """The same profile, but of `simulated`, where its start would run a real program."""
    if not isinstance(profile, dict) or profile.get("minerType") not in tuple(REAL):
        return profile
    config = profile.get("config")
    if isinstance(config, dict) and config.get("wallet") == PLACEHOLDER:
        return profile
    return {**profile, "minerType": "simulated"}


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
