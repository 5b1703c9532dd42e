"""The specification: valid, complete, and within v1 only ever larger."""

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from mining.api.app import DECLARED
from mining.api.asyncapi import socket_document, with_nulls
from mining.api.envelope import CODES
from mining.api.openapi import document
from mining.api.settings import DEFAULT_NAMESPACE
from mining.cli.reference import SETTINGS
from mining.domain.config import Config

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
    return json.loads(json.dumps(document(DEFAULT_NAMESPACE, DECLARED, SETTINGS)))


def test_is_a_valid_document(made: dict[str, Any]) -> None:
    validate(made)


def test_the_committed_copy_is_the_present_one(made: dict[str, Any]) -> None:
    committed = json.loads(COMMITTED.read_text())
    assert removed_from(committed, made) == []
    assert committed == made, "run: python -m mining.cli.reference openapi > docs/reference/openapi.json"


def operations_of(made: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        each for item in made["paths"].values() for key, each in item.items() if key in ("get", "post", "put", "delete")
    ]


def schemas_in(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        node = list(node.values())
    if isinstance(node, list):
        for each in node:
            yield from schemas_in(each)


def test_every_operation_has_a_name_a_tag_and_its_errors(made: dict[str, Any]) -> None:
    operations = operations_of(made)
    described = [each for each in DECLARED if each.id is not None]
    assert len({each["operationId"] for each in operations}) == len(operations) == len(described) + 1
    for each in operations:
        assert each["tags"]
        assert each["summary"]
        assert each["responses"]["default"] == {"$ref": "#/components/responses/Error"}
    codes = made["components"]["schemas"]["ErrorDetailCode"]["description"]
    assert all(f"`{code}`" in codes for code, _ in CODES.values())


def test_every_example_is_of_its_form(made: dict[str, Any]) -> None:
    seen = 0
    for each in operations_of(made):
        bodies = [each["requestBody"]] if "requestBody" in each else []
        for body in (*bodies, *each["responses"].values()):
            for media in body.get("content", {}).values():
                assert "example" in media, each["operationId"]
                whole = with_nulls({"allOf": [media["schema"]], "components": made["components"]})
                faults = [each.message for each in Draft202012Validator(whole).iter_errors(media["example"])]
                assert faults == [], each["operationId"]
                seen += 1
    assert seen > len(DECLARED)


def test_says_nothing_that_generators_of_clients_stumble_over(made: dict[str, Any]) -> None:
    shapes = [re.sub(r"\{\w+\}", "{}", path) for path in made["paths"]]
    assert len(set(shapes)) == len(shapes), "two path items for one path"
    assert not any("servers" in item for item in made["paths"].values())
    for each in schemas_in(made):
        assert "const" not in each
        assert each.get("type") not in ("integer", "number") or "format" in each, each
        assert not ("enum" in each and each.get("type") == "boolean"), each
    for name, each in made["components"]["schemas"].items():
        for key, value in each.get("properties", {}).items():
            assert value.get("default") is None, (name, key)
            assert "enum" not in value, f"{name}.{key} has no name for its words"
    for each in operations_of(made):
        assert not [p["name"] for p in each.get("parameters", ()) if "enum" in p["schema"]], each["operationId"]


def test_keys_that_are_always_there_are_required_and_words_may_grow(made: dict[str, Any]) -> None:
    schemas = made["components"]["schemas"]
    for name in ("Miner", "PerformanceMetrics", "SystemInfo", "Event", "ListedPool", "InstallJob"):
        assert sorted(schemas[name]["required"]) == sorted(schemas[name]["properties"]), name
        assert "additionalProperties" not in schemas[name]
    assert schemas["Config"]["required"] == ["pool", "wallet"]
    assert "enum" not in schemas["MinerStatus"]
    assert "`running`" in schemas["MinerStatus"]["description"]
    assert "running" in schemas["MinerStatusChoice"]["enum"]
    assert {"$ref": "#/components/schemas/Config"} in schemas["Miner"]["properties"]["config"]["allOf"]
    assert "pollInterval" in schemas["Settings"]["properties"]


def test_every_field_of_a_configuration_has_its_sentence(made: dict[str, Any]) -> None:
    for model in ("Config", "Pool", "Devices", "CpuBackend"):
        for key, value in made["components"]["schemas"][model]["properties"].items():
            assert value.get("description"), f"{model}.{key}"
    assert set(made["components"]["schemas"]["Config"]["properties"]) == {
        info.alias or name for name, info in Config.model_fields.items()
    }


def test_the_committed_document_of_the_websocket_is_the_present_one() -> None:
    committed = json.loads(COMMITTED.with_name("asyncapi.json").read_text())
    made = json.loads(json.dumps(socket_document(DEFAULT_NAMESPACE)))
    assert committed == made, "run: python -m mining.cli.reference asyncapi > docs/reference/asyncapi.json"


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
    assert breaking(lambda new: new["components"]["schemas"]["MinerSort"]["enum"].pop())
    assert not breaking(lambda new: new["paths"].update({"/new": {}}))
    assert not breaking(lambda new: new["components"]["schemas"]["Miner"]["properties"].update(extra=schemas["Cpu"]))
