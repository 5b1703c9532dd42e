"""Every list can be chosen from and sorted, and refuses what it cannot do."""

from typing import Any

import pytest

from mining.api.encode import ordered
from tests.api.paper_rig import a_miner
from tests.api.serving import Served, data_of, error_of

LISTS = (
    "/miners", "/miners/available", "/profiles", "/pools", "/jobs", "/events", "/coins", "/algorithms", "/usual",
    "/attention",
)  # fmt: skip


def items(here: Served, path: str, key: str) -> list[Any]:
    return [each[key] for each in data_of(here.ask(path))["items"]]


def test_what_is_not_known_is_last_either_way_and_equals_stay_as_they_stood() -> None:
    pairs = [("a", 2), ("b", None), ("c", 1), ("d", 2), ("e", None)]
    assert [name for name, _ in ordered(pairs, lambda pair: pair[1], False)] == ["c", "a", "d", "b", "e"]
    assert [name for name, _ in ordered(pairs, lambda pair: pair[1], True)] == ["a", "d", "c", "b", "e"]


@pytest.mark.parametrize("path", LISTS)
def test_every_list_refuses_what_it_does_not_have(here: Served, path: str) -> None:
    for query in ("page=0", "limit=0", "limit=1001", "sort=colour", "order=up", "status=odd", "colour=red"):
        assert error_of(here.ask(f"{path}?{query}")) == (400, "INVALID_REQUEST"), query


@pytest.mark.parametrize("path", LISTS)
def test_every_list_is_read_in_pages(here: Served, path: str) -> None:
    page = data_of(here.ask(f"{path}?page=99999&limit=1000&_=1"))
    assert page["items"] == []
    assert page["pagination"]["page"] == 99999


def test_types_are_chosen_by_state_and_sorted(here: Served) -> None:
    here.rig.broken = "simulated"
    assert items(here, "/miners/available", "type") == ["simulated", "xmrig"]
    assert items(here, "/miners/available?sort=title&order=desc", "type") == ["xmrig", "simulated"]
    assert items(here, "/miners/available?type=xmrig", "type") == ["xmrig"]
    assert items(here, "/miners/available?type=nothing", "type") == []
    assert items(here, "/miners/available?status=installed", "type") == ["xmrig"]
    assert items(here, "/miners/available?status=broken,installed", "type") == ["simulated", "xmrig"]
    assert items(here, "/miners/available?status=absent", "type") == []


def test_pools_are_chosen_by_origin_and_sorted(here: Served) -> None:
    here.ask("/pools", "POST", json={"pool": "pool.example:3333", "name": "Aaa friends"})
    assert items(here, "/pools?origin=yours", "id") == ["pool.example:3333"]
    assert "pool.example:3333" not in items(here, "/pools?origin=catalogue&limit=1000", "id")
    fees = items(here, "/pools?sort=fee&order=desc&limit=1000", "fee")
    known = [fee for fee in fees if fee is not None]
    assert known == sorted(known, reverse=True)
    assert fees[: len(known)] == known
    names = items(here, "/pools?order=desc&limit=1000", "name")
    assert [name.casefold() for name in names] == sorted((name.casefold() for name in names), reverse=True)


def test_profiles_are_chosen_by_type_under_either_name(here: Served) -> None:
    body = {"name": "One", "minerType": "simulated", "config": {"pool": "127.0.0.1:1", "wallet": "anybody"}}
    here.ask("/profiles", "POST", json=body)
    for key in ("type", "minerType"):
        assert items(here, f"/profiles?{key}=simulated", "name") == ["One"]
        assert items(here, f"/profiles?{key}=xmrig", "name") == []


def test_miners_are_sorted_by_figures(here: Served) -> None:
    here.rig.begin_anew(a_miner("a", hashrate=1.0), a_miner("b", hashrate=None), a_miner("c", hashrate=2.0))
    assert items(here, "/miners?sort=hashrate&order=desc", "name") == ["c", "a", "b"]
    assert items(here, "/miners?order=desc", "name") == ["c", "b", "a"]


def test_jobs_are_the_newest_first_unless_it_is_asked_otherwise(here: Served) -> None:
    for type in ("xmrig", "simulated"):
        here.ask(f"/miners/{type}/install?wait=false", "POST")
    jobs = items(here, "/jobs", "id")
    assert items(here, "/jobs?order=asc", "id") == jobs[::-1]
    types = items(here, "/jobs?sort=type&order=asc", "type")
    assert types == sorted(types)
