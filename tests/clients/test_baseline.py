"""Within v1 the API only grows: what a client was promised in `v1/` the present documents promise too."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mining.cli.reference import DOCUMENTS
from tests.clients.baseline import V1, breaks, build

Document = dict[str, Any]
Change = Callable[[Document], object]
pytestmark = pytest.mark.slow


def at(made: Any, way: tuple[str | int, ...]) -> Any:
    """A part of a document; a parameter is called by its name."""
    for each in way:
        named = isinstance(made, list) and isinstance(each, str)
        made = next(one for one in made if one["name"] == each) if named else made[each]
    return made


def put(*way: str | int, **values: Any) -> Change:
    return lambda made: at(made, way).update(values)


def add(value: Any, *way: str | int) -> Change:
    return lambda made: at(made, way).append(value)


def drop(*way: str | int) -> Change:
    return lambda made: at(made, way[:-1]).pop(way[-1])


def without(name: str, key: str) -> Change:
    """Take a property of a schema away."""

    def change(made: Document) -> None:
        whole = at(made, (*SCHEMAS, name))
        del whole["properties"][key]
        whole["required"] = [each for each in whole.get("required", []) if each != key]

    return change


def renamed(old: str, new: str) -> Change:
    """Call a schema something else."""

    def change(made: Document) -> None:
        made |= json.loads(json.dumps(made).replace(f'schemas/{old}"', f'schemas/{new}"'))
        made["components"]["schemas"][new] = made["components"]["schemas"].pop(old)

    return change


def moved(old: str, new: str, *way: str) -> Change:
    """Put what stands under one key under another."""

    def change(made: Document) -> None:
        whole = at(made, way)
        whole[new] = whole.pop(old)

    return change


SCHEMAS = ("components", "schemas")
MINER, CONFIG = (*SCHEMAS, "Miner", "properties"), (*SCHEMAS, "Config", "properties")
FIGURES = (*SCHEMAS, "MinerFigures", "properties")
LIST = ("paths", "/miners", "get")
QUERY = (*LIST, "parameters")
TEXT = {"type": "string"}
DUTY = {"name": "z", "in": "query", "required": True, "schema": TEXT}
BREAKING: dict[str, tuple[str, Change]] = {  # what is changed: a word that must be named, and the change
    "a path is gone": ("GET /jobs", drop("paths", "/jobs")),
    "a method is gone": ("DELETE /miners/{miner}", drop("paths", "/miners/{miner}", "delete")),
    "an operation is called otherwise": ("listMiners", put(*LIST, operationId="z")),
    "a tag is another": ("miners", put(*LIST, tags=["z"])),
    "a parameter is gone": ("`page`", drop(*QUERY, 0)),
    "a parameter becomes a duty": ("`page`", put(*QUERY, "page", required=True)),
    "a new parameter is a duty": ("`z`", add(DUTY, *QUERY)),
    "a parameter takes less": ("`limit`", put(*QUERY, "limit", "schema", maximum=10)),
    "a parameter is of another type": ("`page`", put(*QUERY, "page", schema=TEXT)),
    "a default is another": ("`limit`", put(*QUERY, "limit", "schema", default=10)),
    "a word is no longer taken": ("uptime", drop(*SCHEMAS, "MinerSort", "enum", 2)),
    "an answer lacks a field": ("/pid`", without("Miner", "pid")),
    "an answer has a field at times": ("/name`", drop(*SCHEMAS, "Miner", "required", 0)),
    "an answer's field may be null": ("/name`", put(*MINER, "name", nullable=True)),
    "an answer's field is of another type": ("/name`", put(*MINER, "name", type="integer")),
    "an answer's number is of another size": ("/pid`", put(*MINER, "pid", format="int32")),
    "an answer's time is any text": ("/timestamp`", drop(*SCHEMAS, "Event", "properties", "timestamp", "format")),
    "an answer's type is called otherwise": ("MinerAnswer", renamed("MinerAnswer", "TheMiner")),
    "an answer has another status": ("`201`", moved("201", "200", "paths", "/profiles", "post", "responses")),
    "an error is no longer told": ("`404`", drop("paths", "/miners/{miner}", "get", "responses", "404")),
    "an error lacks its code": ("error/code`", without("ErrorObject", "code")),
    "a request needs another field": ("`algo`", add("algo", *SCHEMAS, "Config", "required")),
    "a request's field is gone": ("`algo`", without("Config", "algo")),
    "a request's field is of another type": ("`threads`", put(*CONFIG, "threads", type="string")),
    "a request's field takes less": ("`threads`", put(*CONFIG, "threads", maximum=1)),
    "a request's field may not be null": ("`algo`", drop(*CONFIG, "algo", "nullable")),
    "a request's text is shorter": ("`input`", put(*SCHEMAS, "Keys", "properties", "input", maxLength=1)),
    "a body becomes a duty": (
        "/restart",
        put("paths", "/miners/{miner}/restart", "post", "requestBody", required=True),
    ),
}
GROWING: dict[str, Change] = {
    "a path": put("paths", **{"/z": {"get": {"operationId": "z", "responses": {"200": {"description": "z"}}}}}),
    "a field of an answer": lambda made: (
        put(*MINER, z=TEXT)(made),
        add("z", *SCHEMAS, "Miner", "required")(made),
    ),
    "a field of a request": put(*CONFIG, z=TEXT),
    "a parameter": add(DUTY | {"required": False}, *QUERY),
    "a word of a request": add("z", *SCHEMAS, "MinerSort", "enum"),
    "a longer text": put(*SCHEMAS, "Keys", "properties", "input", maxLength=100),
    "an error": put(*LIST, "responses", **{"503": {"$ref": "#/components/responses/Error503"}}),
    "a sentence": put(*MINER, "uptime", description="Another."),
    "a word of an answer": put(*SCHEMAS, "MinerStatus", description="Another."),
}
FRAMES: dict[str, tuple[str, Change]] = {
    "a frame is gone": ("/ping", drop("operations", "hear", "messages", -1)),
    "a frame lacks a field": ("hashrate", without("PerformanceMetrics", "hashrate")),
    "a frame's field is of another type": ("`data/name`", put(*FIGURES, "name", type="integer")),
    "less may be asked for": ("`miners`", without("Subscribe", "miners")),
}


@pytest.fixture(scope="module", autouse=True)
def oasdiff() -> None:
    build()


@pytest.fixture(scope="module")
def made() -> dict[str, Document]:
    """The present documents."""
    return {name: json.loads(json.dumps(each())) for name, each in DOCUMENTS.items()}


def broken_by(change: Change, made: Document, folder: Path) -> list[str]:
    """What breaks when a document is changed."""
    changed = copy.deepcopy(made)
    change(changed)
    assert changed != made
    return breaks(made, changed, folder)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_breaks_the_clients_of_v1(name: str, made: dict[str, Document], tmp_path: Path) -> None:
    promised = json.loads((V1 / f"{name}.json").read_text())
    broken = breaks(promised, made[name], tmp_path)
    assert not broken, "within v1 the API only grows; see CONTRIBUTING.md\n" + "\n".join(broken)
    assert made[name]["servers"] == promised["servers"]


@pytest.mark.parametrize("what", BREAKING)
def test_what_would_break_a_client_is_named(what: str, made: dict[str, Document], tmp_path: Path) -> None:
    word, change = BREAKING[what]
    broken = broken_by(change, made["openapi"], tmp_path)
    assert any(word in line for line in broken), broken


@pytest.mark.parametrize("what", FRAMES)
def test_what_would_break_a_listener_is_named(what: str, made: dict[str, Document], tmp_path: Path) -> None:
    word, change = FRAMES[what]
    broken = broken_by(change, made["asyncapi"], tmp_path)
    assert any(word in line for line in broken), broken


@pytest.mark.parametrize("what", GROWING)
def test_what_is_added_breaks_nothing(what: str, made: dict[str, Document], tmp_path: Path) -> None:
    assert broken_by(GROWING[what], made["openapi"], tmp_path) == []
