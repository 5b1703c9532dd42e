"""Pools over HTTP: those to choose from, one's own, and what may be tested."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import cast

import pytest

from mining.api.call import Call
from mining.api.routes import pools as routes
from mining.domain.payout.pool_catalogue import entries, of_coin
from mining.domain.pools import OwnPool, listed
from mining.domain.principal import Principal
from tests.api.paper_rig import PaperRig
from tests.api.serving import Served, data_of, error_of
from tests.principals import ME, STRANGER

MINE = {"pool": "stratum+ssl://pool.example:3333", "name": "Friends", "coin": "monero"}
FOREIGN = {"Origin": "https://elsewhere.example"}
WALLET = "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"


def test_the_catalogue_is_listed_by_name_in_pages(here: Served) -> None:
    first = data_of(here.ask("/pools?limit=2"))
    whole = data_of(here.ask("/pools?limit=1000"))
    assert first["items"] == whole["items"][:2]
    assert first["pagination"] == {"page": 1, "limit": 2, "total": len(entries()), "pages": -(-len(entries()) // 2)}
    names = [pool["name"].casefold() for pool in whole["items"]]
    assert names == sorted(names)
    assert {pool["origin"] for pool in whole["items"]} == {"catalogue"}
    assert all("ownLogins" not in pool for pool in whole["items"])
    assert len({pool["id"] for pool in whole["items"]}) == len(entries())


@pytest.mark.parametrize("coin", ["XMR", "xmr", "Monero"])
def test_a_coin_is_asked_for_by_ticker_or_name(here: Served, coin: str) -> None:
    here.ask("/pools", "POST", json=MINE)
    items = data_of(here.ask(f"/pools?coin={coin}&limit=1000"))["items"]
    assert {pool["coin"] for pool in items} == {"XMR"}
    assert len(items) == len(of_coin("XMR")) + 1


def test_an_unknown_coin_has_no_pools(here: Served) -> None:
    assert data_of(here.ask("/pools?coin=NOSUCH"))["items"] == []


def test_a_pool_of_ones_own_comes_and_goes(here: Served) -> None:
    answer = here.ask("/pools", "POST", json=MINE)
    made = data_of(answer)
    assert answer.status_code == 201
    assert (made["id"], made["origin"], made["coin"], made["tlsPort"]) == ("pool.example:3333", "yours", "XMR", 3333)
    assert made in data_of(here.ask("/pools?limit=1000"))["items"]
    assert error_of(here.ask("/pools", "POST", json={"pool": "POOL.example:3333"})) == (409, "POOL_ALREADY_EXISTS")
    gone = data_of(here.ask("/pools/pool.example:3333", "DELETE"))
    assert gone["id"] == made["id"]
    assert error_of(here.ask("/pools/pool.example:3333", "DELETE")) == (404, "POOL_NOT_FOUND")


def test_pools_of_the_catalogue_can_be_neither_added_nor_removed(here: Served) -> None:
    known = "pool.supportxmr.com:3333"
    assert error_of(here.ask("/pools", "POST", json={"pool": known})) == (409, "POOL_ALREADY_EXISTS")
    assert error_of(here.ask(f"/pools/{known}", "DELETE")) == (409, "NOT_SUPPORTED")


@pytest.mark.parametrize("name", ["SupportXMR", "supportxmr", "Support XMR", "2MINERS", "Ｎanopool", "un-Mineable"])
def test_a_pool_of_ones_own_cannot_bear_a_name_of_the_catalogue(here: Served, name: str) -> None:
    answer = here.ask("/pools", "POST", json={"pool": "pool.example:3333", "name": name})
    assert error_of(answer) == (400, "INVALID_REQUEST")
    assert answer.json()["error"]["details"]["field"] == "name"
    assert data_of(here.ask("/pools", "POST", json={"pool": "pool.example:3333", "name": f"{name} of a friend"}))


def test_a_pool_that_got_such_a_name_before_is_shown_by_its_host() -> None:
    own = OwnPool(id="a.example:1", pool="a.example:1", name="SupportXMR", added_at=datetime.now(UTC))
    assert (listed(own).name, listed(own.but(name="Friends")).name) == ("a.example", "Friends")


def test_a_final_dot_is_the_same_host(here: Served) -> None:
    known = {"pool": "pool.supportxmr.com.:3333"}
    assert error_of(here.ask("/pools", "POST", json=known)) == (409, "POOL_ALREADY_EXISTS")
    assert data_of(here.ask("/pools", "POST", json={"pool": "Pool.Example.:3333"}))["id"] == "pool.example:3333"
    answer = here.ask("/pools/test", "POST", json={**known, "wallet": WALLET[:-1] + "B"})
    assert error_of(answer) == (400, "INVALID_WALLET")


def test_a_coin_that_contradicts_the_pool_is_named(here: Served) -> None:
    body = {"pool": "pool.supportxmr.com:3333", "wallet": WALLET, "coin": "ETC"}
    answer = here.ask("/pools/test", "POST", json=body)
    assert error_of(answer) == (400, "INVALID_REQUEST")
    assert answer.json()["error"]["details"]["field"] == "coin"


def test_every_fault_of_a_new_pool_is_named_at_once(here: Served) -> None:
    answer = here.ask("/pools", "POST", json={"pool": "user@x:1", "name": "\n", "coin": 5, "more": 1})
    assert error_of(answer) == (400, "INVALID_REQUEST")
    assert {fault["field"] for fault in answer.json()["error"]["details"]["fields"]} == {"pool", "name", "coin", "more"}


@pytest.mark.parametrize("body", [{"pool": "pool.minexmr.com:4444"}, {"pool": "ssl://a:1", "tls": False}, [], "x"])
def test_a_dead_or_contradictory_pool_is_refused(here: Served, body: object) -> None:
    assert error_of(here.ask("/pools", "POST", json=body)) == (400, "INVALID_REQUEST")


def test_a_foreign_page_sees_the_catalogue_alone_and_changes_and_tests_nothing(here: Served) -> None:
    here.ask("/pools", "POST", json=MINE)
    seen = data_of(here.ask("/pools?limit=1000", headers=FOREIGN))["items"]
    assert {pool["origin"] for pool in seen} == {"catalogue"}
    for path in ("/pools", "/pools/test"):
        refused = here.ask(path, "POST", json={"pool": "127.0.0.1:3333"}, headers=FOREIGN)
        assert error_of(refused) == (403, "ORIGIN_NOT_ALLOWED")
    assert here.rig.calls == []


def test_a_test_is_passed_on_as_it_was_asked(here: Served) -> None:
    body = {"pool": "127.0.0.1:3333", "tls": True, "tlsFingerprint": "0" * 64, "coin": "XMR", "wallet": WALLET}
    found = data_of(here.ask("/pools/test", "POST", json=body))
    assert (found["result"], found["tls"]) == ("reachable", True)
    assert here.rig.calls[0][1].to_json(exclude_none=True) == body


def test_a_documented_tls_port_is_tested_with_tls(here: Served) -> None:
    known = next(entry for entry in entries() if entry.tls_port not in (None, entry.port))
    for port, tls in ((known.port, False), (known.tls_port, True)):
        found = data_of(here.ask("/pools/test", "POST", json={"pool": f"{known.host}:{port}"}))
        assert found["tls"] is tls


def test_a_wallet_with_a_typing_mistake_is_never_sent(here: Served) -> None:
    body = {"pool": "pool.supportxmr.com:3333", "wallet": WALLET[:-1] + "B"}
    assert error_of(here.ask("/pools/test", "POST", json=body)) == (400, "INVALID_WALLET")
    assert here.rig.calls == []


@pytest.mark.parametrize(("who", "near"), [(ME, True), (STRANGER, False)])
async def test_who_may_not_look_around_here_has_nothing_here_tested(who: Principal, near: bool) -> None:
    rig = PaperRig()

    async def body() -> bytes:
        return b'{"pool": "127.0.0.1:3333"}'

    await routes.test(cast(Call, SimpleNamespace(rig=rig, who=who, body=body)))
    assert [call[2:] for call in rig.calls] == [() if near else ("far",)]
