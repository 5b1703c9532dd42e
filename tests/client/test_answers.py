"""The values of the client are the schemas of the OpenAPI document, and promised by v1."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from mining.client import answers
from mining.client.answers import MinerView
from mining.client.values import read, wire_name
from tests.cli.recorded import MINER

ROOT = Path(__file__).parents[2]
SCHEMAS = {
    "ConnectionView": "Connection", "CpuView": "Cpu", "EventView": "Event", "GpuView": "Gpu",
    "HealthView": "HealthReport", "LastExitView": "LastExit", "MinerView": "Miner", "PayeeView": "MinerPayee",
    "PayoutLockView": "PayoutLock", "PoolView": "ListedPool", "ProblemView": "Problem", "ProfileView": "MiningProfile",
    "ProgramView": "Available", "ReasonView": "Reason", "RecentSharesView": "RecentShares", "SharesView": "Shares",
    "StartedView": "Started", "StatsView": "PerformanceMetrics", "WorkView": "WorkMetrics",
}  # fmt: skip
IN_OTHER_WORDS = {"parts", "more", "params", "message", "warningWordings", "payoutWordings", "wordings"}
LEFT_TO_JSON = {
    "Available": {
        "advisories", "apiExposure", "cudaPlugin", "evidence", "getting", "keys", "latestBytes", "latestPublishedAt",
        "lookedUpAt", "openApi", "secondOpinions", "secrets", "secretsExposed", "supports", "takesCudaPlugin", "tried",
        "unconfirmed", "watched", "verification", "verified",
    }
}  # fmt: skip
WRITTEN = {"string": str, "integer": int, "number": float, "boolean": bool, "object": Mapping[str, Any]}


def document(path: str) -> Any:
    return json.loads((ROOT / path).read_text())["components"]["schemas"]


NOW, PROMISED = document("docs/reference/openapi.json"), document("tests/clients/v1/openapi.json")


@pytest.mark.parametrize(("view", "schema"), SCHEMAS.items())
def test_a_value_has_the_fields_of_its_schema_with_their_types(view: str, schema: str) -> None:
    fields = get_type_hints(getattr(answers, view))
    shown = {wire_name(name): hint for name, hint in fields.items()}
    of_api = NOW[schema]["properties"]
    assert shown == {name: typed(of_api[name]) for name in shown}
    assert of_api.keys() - shown.keys() <= IN_OTHER_WORDS | LEFT_TO_JSON.get(schema, set())


@pytest.mark.parametrize(("view", "schema"), SCHEMAS.items())
def test_what_an_older_daemon_of_v1_may_lack_may_be_none_or_empty(view: str, schema: str) -> None:
    promised = PROMISED.get(schema, NOW[schema])["properties"]
    for name, hint in get_type_hints(getattr(answers, view)).items():
        assert wire_name(name) in promised or NoneType in get_args(hint) or get_origin(hint) is tuple, name


def test_every_value_of_the_client_is_compared() -> None:
    assert {name for name in vars(answers) if name.endswith("View")} == SCHEMAS.keys()


def typed(schema: Mapping[str, Any]) -> Any:
    """A schema as a type of Python."""
    bare = _bare(schema)
    return bare | None if schema.get("nullable") else bare


def _bare(schema: Mapping[str, Any]) -> Any:
    if "allOf" in schema:
        return _bare(schema["allOf"][0])
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[-1]
        view = next((view for view, its in SCHEMAS.items() if its == name), None)
        return getattr(answers, view) if view else _bare(NOW[name] | {"properties": {}})
    if schema.get("type") == "array":
        return tuple[_bare(schema["items"]), ...]
    return datetime if schema.get("format") == "date-time" else WRITTEN[schema.get("type", "string")]


def test_an_answer_is_read_with_what_is_in_it() -> None:
    miner = read(MinerView, MINER)
    assert (miner.name, miner.hashrate, miner.stats.shares.invalid) == ("xmrig", 4520.5, None)
    assert miner.stats.gpu[0].fan_speed == 75
    assert miner.started_at is not None
    assert miner.started_at.utcoffset() is not None


def test_a_field_of_a_newer_daemon_is_left_out_and_one_that_an_older_lacks_is_none() -> None:
    older = {key: value for key, value in MINER.items() if key not in ("poolPage", "payees")}
    miner = read(MinerView, older | {"invented": 1})
    assert (miner.pool_page, miner.payees) == (None, ())
