"""The specification: valid, complete, and in words that generators of clients understand."""

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
from tests.systems import POSIX

COMMITTED = Path(__file__).parents[2] / "docs" / "reference" / "openapi.json"


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    return json.loads(json.dumps(document(DEFAULT_NAMESPACE, DECLARED, SETTINGS)))


def test_is_a_valid_document(made: dict[str, Any]) -> None:
    validate(made)


@POSIX  # an example in it is a path
def test_the_committed_copy_is_the_present_one(made: dict[str, Any]) -> None:
    committed = json.loads(COMMITTED.read_text())
    assert committed == made, "run: python -m mining.cli.reference openapi --write"


def operations_of(made: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        each for item in made["paths"].values() for key, each in item.items() if key in ("get", "post", "put", "delete")
    ]


def schemas_in(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        node = [*(node.get("properties") or {}).values(), *(node[key] for key in node if key != "properties")]
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
    codes = made["components"]["schemas"]["ErrorObjectCode"]["description"]
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


def reached(made: dict[str, Any], part: str) -> dict[str, dict[str, Any]]:
    """The schemas that all operations refer to in their `responses`, `requestBody` or `parameters`."""
    waiting: list[Any] = [each.get(part) for each in operations_of(made)]
    names: set[tuple[str, str]] = set()
    while waiting:
        for kind, name in re.findall(r"#/components/(schemas|responses)/(\w+)", json.dumps(waiting.pop())):
            if (kind, name) not in names:
                names.add((kind, name))
                waiting.append(made["components"][kind][name])
    return {name: made["components"]["schemas"][name] for kind, name in sorted(names) if kind == "schemas"}


def test_says_nothing_that_generators_of_clients_stumble_over(made: dict[str, Any]) -> None:
    shapes = [re.sub(r"\{\w+\}", "{}", path) for path in made["paths"]]
    assert len(set(shapes)) == len(shapes), "two path items for one path"
    assert not any("servers" in item for item in made["paths"].values())
    for each in schemas_in(made):
        assert "const" not in each
        assert not ("enum" in each and each.get("type") == "boolean"), each
        assert each.get("default", 0) is not None, each
    for name, each in made["components"]["schemas"].items():
        assert not [value for value in each.get("properties", {}).values() if "default" in value], name


def test_numbers_and_times_say_their_format(made: dict[str, Any]) -> None:
    for each in schemas_in(made):
        if each.get("type") in ("integer", "number"):
            assert each["format"] in ("int32", "int64", "double"), each
    times = 0
    for name, each in reached(made, "responses").items():
        for key, value in each.get("properties", {}).items():
            if re.search(r"At$|^(at|time|timestamp|from|to)$", key):
                assert value["format"] == ("date" if key == "checkedAt" else "date-time"), (name, key)
                times += 1
    assert times > 20


def test_words_of_requests_are_enums_with_a_name_and_those_of_answers_may_grow(made: dict[str, Any]) -> None:
    schemas = made["components"]["schemas"]
    named = {name for name, each in schemas.items() if "enum" in each}
    assert len([each for each in schemas_in(made) if "enum" in each]) == len(named), "an enum without a name"
    assert named == enums(reached(made, "requestBody")) | enums(reached(made, "parameters"))
    assert not enums(reached(made, "responses"))
    assert "`running`" in schemas["MinerStatus"]["description"]
    assert "running" in schemas["MinerStatusChoice"]["enum"]
    assert schemas["Event"]["properties"]["event"]["allOf"] == [{"$ref": "#/components/schemas/EventKind"}]


def enums(schemas: dict[str, dict[str, Any]]) -> set[str]:
    """Which of these are enums."""
    return {name for name, each in schemas.items() if "enum" in each}


def test_keys_that_are_always_there_are_required(made: dict[str, Any]) -> None:
    sent = reached(made, "requestBody")
    assert sent["Config"]["required"] == ["pool", "wallet"]
    for name, each in reached(made, "responses").items():
        if name not in sent and "properties" in each and "additionalProperties" not in each:
            assert sorted(each["required"]) == sorted(each["properties"]), name


def test_objects_are_open_where_they_may_grow_alone(made: dict[str, Any]) -> None:
    for name, schema in made["components"]["schemas"].items():
        for each in schemas_in(schema):
            if each.get("type") == "object" and "properties" not in each:
                assert isinstance(each["additionalProperties"], dict), f"{name} has an object that may be anything"
    free = {name for name, each in made["components"]["schemas"].items() if each.get("additionalProperties") is True}
    assert free == {"ErrorDetails", "EventDetails"}
    assert not any(each.get("additionalProperties") is False for each in reached(made, "responses").values())
    schemas = made["components"]["schemas"]
    assert schemas["Miner"]["properties"]["config"]["allOf"] == [{"$ref": "#/components/schemas/Config"}]
    assert schemas["SettingsView"]["properties"]["values"]["allOf"] == [{"$ref": "#/components/schemas/Settings"}]
    assert schemas["HealthReport"]["properties"]["problems"]["items"] == {"$ref": "#/components/schemas/Problem"}
    assert "pollInterval" in schemas["Settings"]["properties"]


def test_every_field_of_a_configuration_has_its_sentence(made: dict[str, Any]) -> None:
    for model in ("Config", "Pool", "Devices", "CpuBackend"):
        for key, value in made["components"]["schemas"][model]["properties"].items():
            assert not re.fullmatch(r"(Absent: \S+\.)?", value.get("description", "")), f"{model}.{key}"
    assert set(made["components"]["schemas"]["Config"]["properties"]) == {
        info.alias or name for name, info in Config.model_fields.items()
    }


def test_the_committed_document_of_the_websocket_is_the_present_one() -> None:
    committed = json.loads(COMMITTED.with_name("asyncapi.json").read_text())
    made = json.loads(json.dumps(socket_document(DEFAULT_NAMESPACE)))
    assert committed == made, "run: python -m mining.cli.reference asyncapi --write"


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
