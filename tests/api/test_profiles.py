"""The routes of profiles, over a real socket and with the engine's own rules about them."""

import asyncio
import json
from typing import Any

import pytest

from mining.domain.errors import ProfileAlreadyExists
from mining.domain.profile import read_profile
from tests.api.paper_profiles import paper_profiles
from tests.api.paper_rig import BODY, WALLET, PaperRig, a_miner
from tests.api.serving import Served, data_of, error_of, served
from tests.domain.test_profile import SEED
from tests.principals import ME

PROFILE = {"name": "Night", "minerType": "xmrig", "config": BODY}
FOREIGN = {"Origin": "https://evil.com"}
NOBODY = "00000000-0000-4000-8000-000000000000"


def make(here: Served, **changes: Any) -> dict[str, Any]:
    answer = here.ask("/profiles", "POST", json=PROFILE | changes)
    assert answer.status_code == 201, answer.text
    return dict(data_of(answer))


def names(here: Served, query: str = "") -> list[str]:
    return [item["name"] for item in data_of(here.ask(f"/profiles{query}"))["items"]]


def test_the_specifications_profile_is_saved_verbatim_and_comes_back(here: Served) -> None:
    made = make(here, **SEED)
    assert made["warnings"]
    read = data_of(here.ask(f"/profiles/{made['id']}"))
    assert {**read, **{key: SEED[key] for key in ("id", "createdAt", "updatedAt")}} == SEED
    assert read["id"] != SEED["id"]
    assert data_of(here.ask(f"/profiles/{made['id']}", "PUT", json=made))["updatedAt"] == read["updatedAt"]


def test_lists_filtered_sorted_and_paged(here: Served) -> None:
    for name, type in (("b", "xmrig"), ("A", "simulated"), ("c", "xmrig")):
        make(here, name=name, minerType=type)
    assert names(here) == ["A", "b", "c"]
    assert names(here, "?order=desc") == ["c", "b", "A"]
    assert names(here, "?minerType=xmrig&limit=1&page=2") == ["c"]
    assert names(here, "?minerType=nobody") == []
    assert names(here, "?sort=createdAt&page=9") == []
    data = data_of(here.ask("/profiles?limit=2"))
    assert data["pagination"] == {"page": 1, "limit": 2, "total": 3, "pages": 2}
    assert error_of(here.ask("/profiles?sort=colour&order=up&page=0")) == (400, "INVALID_REQUEST")


def test_a_name_is_taken_whatever_its_capitals(here: Served) -> None:
    first, second = make(here), make(here, name="Day")
    assert error_of(here.ask("/profiles", "POST", json=PROFILE | {"name": " NIGHT"})) == (409, "PROFILE_ALREADY_EXISTS")
    answer = here.ask(f"/profiles/{second['id']}", "PUT", json=PROFILE | {"name": "nighT"})
    assert error_of(answer) == (409, "PROFILE_ALREADY_EXISTS")
    assert answer.json()["error"]["details"]["id"] == first["id"]
    assert here.ask(f"/profiles/{first['id']}", "PUT", json=PROFILE | {"name": "NIGHT"}).status_code == 200


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", ""), ("PUT", ""), ("DELETE", ""), ("POST", "/start")],
)
def test_an_unknown_profile_is_not_found(here: Served, method: str, path: str) -> None:
    for id in (NOBODY, "x" * 500, "a%00b", "%F0%9F%A6%84"):
        body = {"json": PROFILE} if method == "PUT" else {}
        assert error_of(here.ask(f"/profiles/{id}{path}", method, **body)) == (404, "PROFILE_NOT_FOUND")
    assert error_of(here.ask(f"/miners/xmrig/restart?profile={NOBODY}", "POST")) == (404, "PROFILE_NOT_FOUND")


@pytest.mark.parametrize(
    ("body", "code", "fields"),
    [
        ({}, "INVALID_CONFIG", {"name", "minerType", "config"}),
        (PROFILE | {"minerType": "xmrigg", "hat": 1}, "INVALID_CONFIG", {"minerType", "hat"}),
        (PROFILE | {"config": {"wallet": "a b", "algo": "nope"}}, "INVALID_CONFIG",
         {"config.pool", "config.wallet", "config.algo"}),
        (PROFILE | {"config": BODY | {"wallet": WALLET[:-1] + "B"}}, "INVALID_WALLET", {"config.wallet"}),
        (PROFILE | {"config": BODY | {"wallet": "44AF…EP3A"}}, "INVALID_WALLET", {"config.wallet"}),
        ([], "INVALID_REQUEST", {"body"}),
    ],
)  # fmt: skip
def test_every_fault_is_named_and_nothing_is_saved(here: Served, body: Any, code: str, fields: set[str]) -> None:
    id = make(here, name="Kept")["id"]
    for method, path in (("POST", "/profiles"), ("PUT", f"/profiles/{id}")):
        answer = here.ask(path, method, json=body)
        assert error_of(answer) == (400, code)
        assert {fault["field"] for fault in answer.json()["error"]["details"]["fields"]} == fields
    assert names(here) == ["Kept"]


def test_a_password_is_kept_until_another_is_said_and_never_returned(here: Served) -> None:
    made = make(here, config=BODY | {"password": "old-secret"})
    path = f"/profiles/{made['id']}"
    changed = here.ask(path, "PUT", json=made | {"description": "new"})
    assert "old-secret" not in changed.text + here.ask(path).text + here.ask("/profiles/export").text
    assert here.ask("/profiles/export?secrets").json()["data"]["profiles"][0]["config"]["password"] == "old-secret"
    here.ask(path, "PUT", json=made | {"config": BODY | {"password": "new-secret"}})
    assert here.ask("/profiles/export?secrets=true").text.count("new-secret") == 1
    here.ask(path, "PUT", json=made | {"config": BODY | {"password": ""}})
    exported = here.ask("/profiles/export?secrets=true")
    assert "new-secret" not in exported.text
    assert exported.json()["data"]["profiles"][0]["config"].get("password") is None


@pytest.mark.parametrize(
    ("origin", "comes"),
    [
        (None, True),
        ("http://127.0.0.1:{port}", True),
        ("http://127.0.0.1:9", False),  # trusted, as a page of this machine
        ("https://friend.example", False),
        ("https://stranger.example", False),
        ("null", False),
    ],
)
def test_passwords_are_exported_to_no_page_of_another_origin(origin: str | None, comes: bool) -> None:
    for listed in ((), ("https://friend.example",), ("*",)):
        with served(PaperRig(), cors_origins=listed) as here:
            make(here, config=BODY | {"password": "old-secret"})
            headers = {} if origin is None else {"Origin": origin.format(port=here.port)}
            answer = here.ask("/profiles/export?secrets", headers=headers)
            assert answer.status_code == 200
            if origin is None or listed != ("*",):
                assert ("old-secret" in answer.text) == comes
            else:
                assert "old-secret" not in answer.text, "with * nobody tells our own page from another"


def test_passwords_stay_with_their_pools_through_put_export_and_import(here: Served) -> None:
    def kept() -> list[str | None]:
        (profile,) = here.ask("/profiles/export?secrets").json()["data"]["profiles"]
        config = profile["config"]
        return [entry.get("password") for entry in (config, *config["pools"])]

    first, second = {"pool": "b.example:1", "password": "of-b"}, {"pool": "c.example:1", "password": "of-c"}
    made = make(here, config=BODY | {"password": "of-a", "pools": [first, second]})
    path, shown = f"/profiles/{made['id']}", made["config"]
    b, c = shown["pools"]
    assert kept() == ["of-a", "of-b", "of-c"]
    here.ask(path, "PUT", json=made | {"config": shown | {"pools": [{"pool": "new.example:1"}, c, b]}})
    assert kept() == ["of-a", None, "of-c", "of-b"]
    here.ask(path, "PUT", json=made | {"config": shown | {"pools": [b, c]}})
    bare, secret = here.ask("/profiles/export").json(), here.ask("/profiles/export?secrets").json()
    config = bare["data"]["profiles"][0]["config"]
    config["pools"].reverse()
    (replaced,) = data_of(here.ask("/profiles/import?replace", "POST", json=bare))["results"]
    assert (replaced["result"], kept()) == ("replaced", ["of-a", "of-c", "of-b"])
    here.ask(path, "DELETE")
    here.ask("/profiles/import", "POST", json=secret)
    assert kept() == ["of-a", "of-b", "of-c"]
    config["pools"].append(config["pools"][0] | {"password": "of-twin"})
    here.ask("/profiles/import?replace", "POST", json=bare)
    del config["pools"][0]
    config["pools"][-1].pop("password")
    (unclear,) = data_of(here.ask("/profiles/import?replace", "POST", json=bare))["results"]
    assert (unclear["result"], "config.pools[1].password: is one of 2" in unclear["reason"]) == ("skipped", True)
    (profile,) = data_of(here.ask("/profiles"))["items"]
    answer = here.ask(f"/profiles/{profile['id']}", "PUT", json=profile | {"config": config})
    assert error_of(answer) == (400, "INVALID_CONFIG")
    assert answer.json()["error"]["details"]["field"] == "config.pools[1].password"


def test_an_explicit_null_of_a_pool_survives_put_export_and_import(here: Served) -> None:
    pools = [{"pool": "b.example:1", "worker": None, "coin": None}, {"pool": "c.example:1"}]
    made = make(here, config=BODY | {"worker": "rig", "pools": pools})
    assert made["config"]["pools"] == pools
    path = f"/profiles/{made['id']}"
    assert data_of(here.ask(path, "PUT", json=made))["updatedAt"] == made["updatedAt"]
    assert data_of(here.ask(path))["config"]["pools"] == pools
    export = here.ask("/profiles/export").json()
    here.ask(path, "DELETE")
    here.ask("/profiles/import", "POST", json=export)
    assert data_of(here.ask("/profiles"))["items"][0]["config"]["pools"] == pools


def test_a_change_touches_no_miner_and_is_told_with_masked_wallets(here: Served) -> None:
    id = make(here)["id"]
    other = "48edfHu7V9Z84YzzMa6fUueoELZ9ZRXq9VetWzYGzKt52XU5xvqgzYnDK9URnRoJMk1j8nLwEVsaSWJ4fhdUyZijBGUicoD"
    here.ask(f"/profiles/{id}", "PUT", json=PROFILE | {"name": "Day", "config": BODY | {"wallet": other, "threads": 2}})
    here.ask(f"/profiles/{id}", "DELETE")
    assert here.rig.events_told == [
        "Profile 'Night' was made by API 127.0.0.1.",
        "Profile 'Day' was changed by API 127.0.0.1. name: Night → Day. threads: — → 2. wallet: 44AF…EP3A → 48ed…icoD.",
        "Profile 'Day' was deleted by API 127.0.0.1.",
    ]
    assert here.rig.calls == []


def test_a_change_that_changes_nothing_is_not_told(here: Served) -> None:
    made = make(here)
    assert data_of(here.ask(f"/profiles/{made['id']}", "PUT", json=made)) == made
    assert len(here.rig.events_told) == 1


async def test_of_two_that_want_one_name_at_once_one_gets_it() -> None:
    told: list[str] = []
    profiles = paper_profiles(told)
    draft = read_profile(json.dumps(PROFILE), PaperRig().kind)
    results = await asyncio.gather(*(profiles.create(draft, who=ME) for _ in range(3)), return_exceptions=True)
    assert sum(isinstance(result, ProfileAlreadyExists) for result in results) == 2
    assert len(await profiles.all()) == len(told) == 1


def test_starts_a_copy_under_the_profiles_name(here: Served) -> None:
    made = make(here, name="XMR - SupportXMR")
    answer = here.ask(f"/profiles/{made['id']}/start?force", "POST")
    data = data_of(answer)
    assert (answer.status_code, data["minerName"], data["profile"]["id"]) == (201, "xmr-supportxmr", made["id"])
    assert data["status"] == "running"
    _, type, config, how = here.rig.calls[-1]
    assert (type, config.public_json(), how["force"], how["profile_id"]) == ("xmrig", BODY, True, made["id"])
    assert error_of(here.ask(f"/profiles/{made['id']}/start", "POST")) == (409, "MINER_ALREADY_RUNNING")
    assert data_of(here.ask(f"/profiles/{made['id']}/start?name=other", "POST"))["minerName"] == "other"
    gone = data_of(here.ask(f"/profiles/{made['id']}", "DELETE"))
    assert "other, xmr-supportxmr" in gone["message"]
    assert data_of(here.ask("/miners/xmr-supportxmr"))["profileId"] == made["id"]


def test_restarts_a_live_miner_with_a_profile_when_told_to(here: Served) -> None:
    id = make(here, config=BODY | {"threads": 7})["id"]
    assert here.ask(f"/profiles/{id}/start?name=xmrig&restart", "POST").status_code == 201
    assert here.rig.calls[-1][0] == "restart"
    assert here.ask(f"/miners/xmrig/restart?profile={id}", "POST").status_code == 201
    assert (here.rig.calls[-1][2].threads, here.rig.calls[-1][5]) == (7, id)
    assert here.ask(f"/profiles/{id}/start?name=new&restart", "POST").status_code == 201
    assert here.rig.calls[-1][0] == "start"


def test_a_miner_takes_no_profile_of_another_type_nor_two_configurations(here: Served) -> None:
    id = make(here, minerType="simulated")["id"]
    answer = here.ask(f"/miners/xmrig/restart?profile={id}", "POST", json=BODY)
    assert error_of(answer) == (400, "INVALID_REQUEST")
    assert len(answer.json()["error"]["details"]["fields"]) == 2
    assert error_of(here.ask(f"/profiles/{id}/start?name=summary", "POST")) == (400, "INVALID_REQUEST")


def test_an_export_is_imported_with_a_result_for_each(here: Served) -> None:
    for name in ("A", "B"):
        make(here, name=name, config=BODY | {"password": "kept-secret"})
    export = here.ask("/profiles/export").json()
    ids = [item["id"] for item in data_of(here.ask("/profiles"))["items"]]
    here.ask(f"/profiles/{ids[1]}", "DELETE")
    export["data"]["profiles"] += [{"name": "C"}, export["data"]["profiles"][0] | {"name": "b"}]
    export["data"]["profiles"][0]["config"]["threads"] = 3

    def results(query: str, body: Any) -> list[tuple[str, str]]:
        return [
            (row["name"], row["result"])
            for row in data_of(here.ask(f"/profiles/import{query}", "POST", json=body))["results"]
        ]

    assert results("", export) == [("A", "skipped"), ("B", "created"), ("C", "skipped"), ("b", "skipped")]
    assert results("?replace", export["data"]) == [
        ("A", "replaced"),
        ("B", "replaced"),
        ("C", "skipped"),
        ("b", "skipped"),
    ]
    again = data_of(here.ask(f"/profiles/{ids[0]}"))
    assert (again["config"]["threads"], again["id"]) == (3, ids[0])
    assert here.ask("/profiles/export?secrets").text.count("kept-secret") == 1
    assert any("threads: — → 3" in text for text in here.rig.events_told)
    for wrong in ({}, [], {"profiles": 1}):
        assert error_of(here.ask("/profiles/import", "POST", json=wrong)) == (400, "INVALID_REQUEST")


def test_an_import_of_odd_characters_is_answered(here: Served) -> None:
    text = '{"profiles": [{"name": "\\ud800", "\\udfff": 1}, {"name": {"a": "\\ud800"}}, null]}'
    answer = here.ask("/profiles/import", "POST", data=text, headers={"Content-Type": "application/json"})
    assert [row["result"] for row in data_of(answer)["results"]] == ["skipped"] * 3


def test_some_profiles_are_exported_by_their_ids(here: Served) -> None:
    ids = [make(here, name=name)["id"] for name in "abc"]
    exported = data_of(here.ask(f"/profiles/export?id={ids[2]},{ids[0]},{ids[2]}"))["profiles"]
    assert [each["name"] for each in exported] == ["c", "a"]
    answer = here.ask(f"/profiles/export?id={NOBODY},{ids[0]},")
    assert error_of(answer) == (400, "INVALID_REQUEST")
    assert len(answer.json()["error"]["details"]["fields"]) == 2


def test_a_foreign_page_sees_masked_profiles_and_changes_none(here: Served) -> None:
    config = BODY | {"password": "a-secret", "worker": "garden-shed", "options": {"key": "s3cret"}}
    made = make(here, minerType="simulated", description=f"for {WALLET}", config=config)
    for path in ("/profiles", f"/profiles/{made['id']}", "/profiles/export?secrets"):
        text = here.ask(path, headers=FOREIGN).text
        assert "44AF…EP3A" in text
        assert not [word for word in (WALLET, "a-secret", "garden-shed", "s3cret") if word in text], path
    for method, path in (("POST", ""), ("PUT", f"/{made['id']}"), ("DELETE", f"/{made['id']}")):
        refused = here.ask(f"/profiles{path}", method, data=json.dumps(PROFILE), headers=FOREIGN)
        assert error_of(refused) == (403, "ORIGIN_NOT_ALLOWED")


def test_a_profile_that_its_type_no_longer_understands_is_not_started(here: Served) -> None:
    id = make(here)["id"]
    here.rig.kinds["xmrig"].extra_errors = lambda config: [("algo", "is gone")]
    try:
        answer = here.ask(f"/profiles/{id}/start", "POST")
        assert error_of(answer) == (400, "INVALID_CONFIG")
        assert answer.json()["error"]["details"]["field"] == "config.algo"
    finally:
        del here.rig.kinds["xmrig"].extra_errors
    assert a_miner().name not in [call[1] for call in here.rig.calls]
