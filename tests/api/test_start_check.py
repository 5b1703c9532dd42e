"""A start that is only checked, over HTTP: 200 whatever it says, every error with its code."""

from typing import Any

import pytest

from mining.domain.errors import PoolUnreachable
from tests.api.serving import Served, data_of, error_of

CONFIG = {"pool": "127.0.0.1:3333", "wallet": "anybody"}


def check(server: Served, body: Any, query: str = "", type: str = "simulated") -> Any:
    return data_of(server.ask(f"/miners/{type}/check{query}", "POST", json=body))


def test_nothing_in_the_way_is_ok(here: Served) -> None:
    found = check(here, CONFIG, "?name=left")
    assert (found["ok"], found["errors"], found["name"]) == (True, [], "left")
    assert here.rig.calls[-1][0] == "check"
    assert here.rig.calls[-1][2].pool == CONFIG["pool"]


def test_wrong_fields_and_refusals_stand_side_by_side(here: Served) -> None:
    here.rig.refusals = [PoolUnreachable("No pool accepts a connection.")]
    found = check(here, {"pool": "-o", "threads": -1})
    assert found["ok"] is False
    assert [(each["code"], each["field"]) for each in found["errors"]] == [
        ("INVALID_CONFIG", "pool"),
        ("INVALID_CONFIG", "wallet"),
        ("INVALID_CONFIG", "threads"),
        ("POOL_UNREACHABLE", None),
    ]
    assert here.rig.calls[-1] == ("check", "simulated", None, None)


def test_other_spellings_are_warned_of_as_at_a_start(here: Served) -> None:
    assert any("cpuPriority" in each for each in check(here, CONFIG | {"cpu_priority": 2})["warnings"])


@pytest.mark.parametrize(
    ("type", "body", "query", "status", "code"),
    [
        ("nothing", CONFIG, "", 404, "MINER_NOT_FOUND"),
        ("simulated", [], "", 400, "INVALID_REQUEST"),
        ("simulated", CONFIG, "?name=check", 400, "INVALID_REQUEST"),
        ("simulated", CONFIG, "?force=true", 400, "INVALID_REQUEST"),
    ],
)
def test_a_question_that_cannot_be_read_is_refused(
    here: Served, type: str, body: Any, query: str, status: int, code: str
) -> None:
    assert error_of(here.ask(f"/miners/{type}/check{query}", "POST", json=body)) == (status, code)


def test_a_foreign_page_may_not_let_programs_run(here: Served) -> None:
    answer = here.ask("/miners/simulated/check", "POST", json=CONFIG, headers={"Origin": "https://elsewhere.example"})
    assert error_of(answer) == (403, "ORIGIN_NOT_ALLOWED")
    assert error_of(here.ask("/miners/simulated/check")) == (405, "METHOD_NOT_ALLOWED")
