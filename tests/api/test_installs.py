"""Programs over HTTP: what a query means, and what a listener hears of it."""

from typing import Any

import pytest

from tests.api.serving import Served, data_of, error_of

FOREIGN = {"Origin": "https://evil.com"}


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("", (None, False, False)),
        ("?check_only", (None, False, True)),
        ("?checkOnly", (None, False, True)),
        ("?all", (None, True, False)),
        ("?check_only=1&all=true", (None, True, True)),
        ("?type=xmrig&all=false", ("xmrig", False, False)),
    ],
)
def test_an_update_is_asked_for_one_program_for_all_or_only_looked_for(
    here: Served, query: str, asked: tuple[Any, ...]
) -> None:
    data = data_of(here.ask(f"/update{query}", "POST"))
    assert (data["pagination"]["total"], data["items"][0]["type"]) == (1, "xmrig")
    assert here.rig.calls[0][:4] == ("update", *asked)


def test_an_update_of_one_and_of_all_at_once_is_not_understood(here: Served) -> None:
    answer = here.ask("/update?type=xmrig&all&check_only=perhaps", "POST")
    assert error_of(answer) == (400, "INVALID_REQUEST")
    assert {fault["field"] for fault in answer.json()["error"]["details"]["fields"]} == {"all", "checkOnly"}
    assert here.rig.calls == []


@pytest.mark.parametrize("wait", ["wait=false", "wait=0", "wait", "wait=true", "force"])
def test_waiting_is_said_as_every_other_switch(here: Served, wait: str) -> None:
    assert here.ask(f"/miners/xmrig/install?{wait}", "POST").status_code == 201


def test_a_foreign_page_installs_updates_and_removes_nothing(here: Served) -> None:
    for method, path in (
        ("POST", "/miners/xmrig/install"),
        ("POST", "/update?check_only"),
        ("POST", "/miners/xmrig/rollback"),
        ("DELETE", "/miners/xmrig/uninstall"),
    ):
        assert error_of(here.ask(path, method, headers=FOREIGN)) == (403, "ORIGIN_NOT_ALLOWED")
    assert here.rig.calls == []
