"""A miner shall run so, over HTTP."""

from typing import Any

import pytest

from tests.api.paper_rig import a_miner
from tests.api.serving import Served, data_of, error_of

CONFIG = {"pool": "127.0.0.1:3333", "wallet": "anybody"}
BODY: dict[str, Any] = {"type": "simulated", "config": CONFIG}


def put(server: Served, name: str, body: Any = BODY, query: str = "") -> Any:
    return server.ask(f"/miners/{name}{query}", "PUT", json=body)


def test_a_miner_that_was_not_there_is_201_and_says_where_it_is(here: Served) -> None:
    here.rig.begin_anew()
    answer = put(here, "left", query="?force=true")
    assert (answer.status_code, answer.headers["location"]) == (201, "/api/v1/mining/miners/left")
    assert data_of(answer)["outcome"] == "created"
    verb, name, type, config, force, who = here.rig.calls[-1]
    assert (verb, name, type, config.pool, force) == ("want", "left", "simulated", CONFIG["pool"], True)
    assert who.startswith("API ")


def test_one_that_is_there_is_200(here: Served) -> None:
    here.rig.begin_anew(a_miner("left", type="simulated"))
    answer = put(here, "left")
    assert (answer.status_code, data_of(answer)["outcome"]) == (200, "unchanged")
    assert "location" not in answer.headers


def test_every_wrong_field_is_named_where_it_stands(here: Served) -> None:
    answer = put(here, "left", {"type": "simulated", "config": {"pool": "-o", "threads": -1}, "colour": "red"})
    assert error_of(answer) == (400, "INVALID_CONFIG")
    fields = {each["field"] for each in answer.json()["error"]["details"]["fields"]}
    assert fields == {"colour", "config.pool", "config.wallet", "config.threads"}


@pytest.mark.parametrize(
    ("name", "body", "field"),
    [
        ("Left", BODY, "name"),
        ("xmrig", BODY, "name"),
        ("check", BODY, "name"),
        ("left", {"config": CONFIG}, "type"),
        ("left", {"type": "nothing", "config": CONFIG}, "type"),
        ("left", {"type": 5, "config": CONFIG}, "type"),
        ("left", {"type": "simulated"}, "config"),
        ("left", [], "body"),
        ("left", BODY | {"config": []}, "config"),
    ],
)
def test_what_cannot_be_is_refused(here: Served, name: str, body: Any, field: str) -> None:
    answer = put(here, name, body)
    assert error_of(answer)[0] == 400
    assert field in {each["field"] for each in answer.json()["error"]["details"]["fields"]}
    assert not here.rig.calls


def test_a_literal_path_is_no_miner(here: Served) -> None:
    assert error_of(put(here, "available")) == (405, "METHOD_NOT_ALLOWED")


def test_other_spellings_are_warned_of_where_they_stand(here: Served) -> None:
    warnings = data_of(put(here, "left", {"type": "simulated", "config": CONFIG | {"cpu_priority": 2}}))["warnings"]
    assert warnings == ["config.cpu_priority is spelled cpuPriority; the old spelling is still taken."]


def test_what_may_be_done_with_a_miner_is_told(here: Served) -> None:
    assert here.ask("/miners/left", "OPTIONS").headers["allow"] == "DELETE, GET, HEAD, OPTIONS, POST, PUT"
