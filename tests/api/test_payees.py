"""A confirmation of somebody new goes through every route that can name them, and a refusal says how to confirm."""

from typing import Any

import pytest

from tests.api.paper_rig import BODY, a_miner
from tests.api.serving import Served, data_of, error_of

PROFILE = {"name": "Night", "minerType": "xmrig", "config": BODY}


def saved(here: Served) -> str:
    return str(data_of(here.ask("/profiles", "POST", json=PROFILE))["id"])


def test_a_start_and_a_restart_hand_the_confirmation_on(here: Served) -> None:
    here.ask("/miners/xmrig?confirm=c0ffee&name=one", "POST", json=BODY)
    assert here.rig.calls[-1][3]["confirm"] == "c0ffee"
    here.rig.begin_anew(a_miner())
    here.ask("/miners/xmrig/restart?confirm=c0ffee", "POST", json=BODY)
    assert here.rig.confirmed == "c0ffee"
    here.ask("/miners/one?confirm=d00d", "PUT", json={"type": "xmrig", "config": BODY})
    assert here.rig.confirmed == "d00d"
    here.ask(f"/profiles/{saved(here)}/start?confirm=beef&name=two", "POST")
    assert here.rig.calls[-1][3]["confirm"] == "beef"


@pytest.mark.parametrize("way", ["create", "change", "import"])
def test_whoever_saves_a_profile_hands_it_on_too(here: Served, way: str) -> None:
    id = saved(here)
    method, path, body = {
        "create": ("POST", "/profiles", PROFILE | {"name": "other"}),
        "change": ("PUT", f"/profiles/{id}", PROFILE | {"description": "new"}),
        "import": ("POST", "/profiles/import", {"profiles": [PROFILE | {"name": "third"}]}),
    }[way]
    answer = here.ask(f"{path}?confirm=wrong", method, json=body)
    assert error_of(answer) == (409, "PAYEE_NOT_CONFIRMED")
    assert answer.json()["error"]["details"]["confirm"] == "c0ffee"
    assert here.ask(f"{path}?confirm=right", method, json=body).status_code in (200, 201)


def test_a_change_of_a_profile_answers_old_to_new(here: Served) -> None:
    id = saved(here)
    changed: dict[str, Any] = PROFILE | {"config": BODY | {"pool": "127.0.0.1:4444"}}
    answer = data_of(here.ask(f"/profiles/{id}", "PUT", json=changed))
    assert answer["payout"] == ["old pool 127.0.0.1:3333 → new pool 127.0.0.1:4444."]
    assert data_of(here.ask(f"/profiles/{id}", "PUT", json=answer))["payout"] == []
    replaced = here.ask("/profiles/import?replace", "POST", json={"profiles": [PROFILE]})
    assert data_of(replaced)["results"][0]["payout"] == ["old pool 127.0.0.1:4444 → new pool 127.0.0.1:3333."]
