"""The specification: valid, complete, and within v1 only ever larger."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import validate

from mining.api.app import DECLARED
from mining.api.envelope import CODES
from mining.api.openapi import document
from mining.api.settings import DEFAULT_NAMESPACE

COMMITTED = Path(__file__).parents[2] / "docs" / "reference" / "openapi.json"


def removed_from(old: Any, new: Any, where: str = "") -> list[str]:
    """What a client of the old document would miss in the new one, or meet as a new duty."""
    if isinstance(old, dict) and isinstance(new, dict):
        gone = [f"{where}/{key}" for key in old if key not in new and key not in ("description", "summary", "example")]
        duties = (
            set(new.get("required") or []) - set(old.get("required") or [])
            if isinstance(new.get("required"), list)
            else ()
        )
        inner = (removed_from(old[key], new[key], f"{where}/{key}") for key in old if key in new)
        return [
            *gone,
            *(f"{where}: {name} became required" for name in sorted(duties)),
            *(each for row in inner for each in row),
        ]
    if isinstance(old, list) and isinstance(new, list):
        return [f"{where}: {item}" for item in old if item not in new] if where.endswith(("/enum", "/required")) else []
    changed = where.endswith(("/type", "/$ref", "/operationId", "/const", "/format")) and old != new
    return [f"{where}: {old} became {new}"] if changed else []


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    return json.loads(json.dumps(document(DEFAULT_NAMESPACE, DECLARED)))


def test_is_a_valid_document(made: dict[str, Any]) -> None:
    validate(made)


def test_the_committed_copy_is_the_present_one(made: dict[str, Any]) -> None:
    committed = json.loads(COMMITTED.read_text())
    assert removed_from(committed, made) == []
    assert committed == made, "run: python -m mining.api.app > docs/reference/openapi.json"


def test_every_operation_has_a_name_a_tag_and_its_errors(made: dict[str, Any]) -> None:
    operations = [
        each for item in made["paths"].values() for key, each in item.items() if key in ("get", "post", "put", "delete")
    ]
    assert len({each["operationId"] for each in operations}) == len(operations) == 38
    for each in operations:
        assert each["tags"]
        assert each["summary"]
        assert each["responses"]["default"] == {"$ref": "#/components/responses/Error"}
    codes = made["components"]["schemas"]["ErrorDetail"]["properties"]["code"]["enum"]
    assert sorted(codes) == sorted(code for code, _ in CODES.values())


def test_holds_the_words_of_the_original_specification(made: dict[str, Any]) -> None:
    schemas = made["components"]["schemas"]
    words = {
        "SystemInfo": "os arch goVersion totalMemory installedMiners",
        "InstalledMiner": "type version installed path",
        "MiningProfile": "id name description minerType config createdAt updatedAt",
        "Config": "pool wallet algo threads cpuPriority cuda opencl",
        "PerformanceMetrics": "hashrate hashrateAvg shares uptime connection cpu gpu",
        "Gpu": "id name hashrate temperature fanSpeed powerUsage",
        "HashratePoint": "timestamp hashrate resolution",
    }
    for model, fields in words.items():
        assert set(fields.split()) <= schemas[model]["properties"].keys(), model


def test_notices_what_would_break_a_client(made: dict[str, Any]) -> None:
    def breaking(change: Any) -> list[str]:
        new = copy.deepcopy(made)
        change(new)
        return removed_from(made, new)

    schemas = made["components"]["schemas"]
    assert breaking(lambda new: new["paths"].pop("/miners")) == ["/paths//miners"]
    assert breaking(lambda new: new["components"]["schemas"]["Miner"]["properties"].pop("pid"))
    assert breaking(lambda new: new["components"]["schemas"]["Config"]["required"].append("algo"))
    assert breaking(lambda new: new["components"]["schemas"]["Miner"]["properties"]["name"].update(type="integer"))
    assert breaking(lambda new: new["components"]["schemas"]["ErrorDetail"]["properties"]["code"]["enum"].pop())
    assert not breaking(lambda new: new["paths"].update({"/new": {}}))
    assert not breaking(lambda new: new["components"]["schemas"]["Miner"]["properties"].update(extra=schemas["Cpu"]))
