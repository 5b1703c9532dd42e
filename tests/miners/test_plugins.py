"""Adapters of other packages, found as installed packages are: a good one works, a broken one harms nobody."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_type_hints

import pytest

from mining.cli.program_tables import available as table
from mining.domain.adapter import CONTRACT, MinerType
from mining.domain.adapters import BrokenAdapter, unfit
from mining.domain.errors import MinerNotFound
from mining.engine.miner_types import MinerTypes
from mining.miners import adapter, adapters, all_types
from tests.daemons import Daemon
from tests.engine.test_doctor import OnDisk
from tests.miners.plugins import GOOD, install

Install = Callable[..., None]
OWN = frozenset(all_types())


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    monkeypatch.syspath_prepend(tmp_path / "site")
    before = set(sys.modules)
    yield lambda name, source=None, **how: install(tmp_path / "site", name, source, **how)
    for module in set(sys.modules) - before:
        if module.endswith("_miner"):
            del sys.modules[module]


def broken() -> dict[str, str]:
    return {each.name: each.reason for each in adapters().broken}


def test_without_other_packages_nothing_is_broken() -> None:
    assert adapters().broken == ()
    assert {"demo", "simulated", "xmrig"} <= adapters().types.keys()


def test_a_good_one_is_a_miner_type_like_any_other(package: Install) -> None:
    package("another")
    assert adapter("another").name == "another"
    assert adapters().broken == ()


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("raise RuntimeError('no driver')", "loading it failed with RuntimeError: no driver"),
        ("import no_such_library", "ModuleNotFoundError"),
        ("import sys; sys.exit(3)", "loading it failed with SystemExit: 3"),
        ("MINER", "NameError"),
        ("this is no Python", "SyntaxError"),
        ("", "AttributeError"),
        ("MINER = None", "does not state the contract"),
        (GOOD.replace("contract = 1", ""), "does not state the contract"),
        (GOOD.replace("contract = 1", "contract = 2"), "version 2 of the adapter contract, and this platform has 1"),
        (GOOD.replace("contract = 1", "contract = 1\n    read = None"), "something else than it should as read"),
        (GOOD.replace("contract = 1", "contract = 1\n    facts = {}"), "something else than it should as facts"),
        (GOOD.replace('"{name}"', '"Another One"'), "something else than it should as name"),
        (GOOD.replace("(Simulated)", ""), "it lacks facts, supports, module"),
        (GOOD.replace("MINER = ", "MINER = Another\nOTHER = "), "it is a class"),
        (GOOD.replace("contract = 1", "contract = property(lambda self: 1 / 0)"), "ZeroDivisionError"),
        (GOOD.replace('"{name}"', '"xmrig"'), "another adapter is called 'xmrig' already"),
    ],
)  # fmt: skip
def test_a_broken_one_is_skipped_with_its_reason_and_the_others_work(
    package: Install, source: str, reason: str
) -> None:
    package("broken", source)
    package("whole")
    assert reason in broken()["broken"]
    assert {*OWN, "whole"} == adapters().types.keys()
    assert type(adapters().types["xmrig"]).__module__ == "mining.miners.xmrig"


def test_of_two_with_one_name_the_second_is_skipped(package: Install) -> None:
    package("same")
    package("same", module="other_same_miner")
    assert [(each.name, each.package) for each in adapters().broken] == [("same", "same_miner 1.2")]


def test_what_a_broken_one_lacks_is_all_that_the_contract_asks_for() -> None:
    class Empty:
        contract = CONTRACT

    lacking = unfit(Empty())
    assert lacking is not None
    methods = {name for name in dir(MinerType) if not name.startswith("_")}
    assert {"launch", "requests", "read", "command", "log_signal"} <= methods
    for name in methods | get_type_hints(MinerType).keys():
        assert name in lacking


def test_who_asks_for_a_broken_one_learns_why(package: Install) -> None:
    package("broken", "raise RuntimeError('no driver')")
    with pytest.raises(MinerNotFound, match=r"the package broken_miner 1\.2 cannot be used: .*no driver"):
        adapter("broken")
    rows = MinerTypes(adapters(), OnDisk(), lambda installed: None).available()
    row = next(row for row in rows if row.type == "broken")
    assert "no driver" in row.broken
    assert (row.installed, row.installable, row.algorithms) == (False, False, ())
    assert [each.type for each in rows] == sorted(each.type for each in rows)
    shown = table([each.to_json() for each in rows])
    assert f"! {row.broken}" in " ".join(shown.split())
    assert "\nbroken " not in shown


def test_an_adapter_that_is_broken_is_told_in_a_sentence() -> None:
    told = BrokenAdapter("a", "a-miner 1", "it lacks read").text
    assert told == "The miner type 'a' of the package a-miner 1 cannot be used: it lacks read."


@pytest.mark.slow
def test_a_daemon_with_broken_packages_starts_mines_and_tells_of_them(tmp_path: Path) -> None:
    site, data = tmp_path / "site", tmp_path / "data"
    install(site, "raises", "raise RuntimeError('no driver')")
    install(site, "incomplete", "class A:\n    contract = 1\n\n\nMINER = A()\n")
    install(site, "later", GOOD.replace("contract = 1", "contract = 2"))
    install(site, "whole")
    data.mkdir()
    running = Daemon(data)
    running.variables = {"PYTHONPATH": str(site)}
    try:
        running.start()
        items = running.call("GET", "/miners/available")[1]["data"]["items"]
        told = {item["type"]: item["broken"] for item in items}
        assert {name for name, why in told.items() if why} == {"raises", "incomplete", "later"}
        assert "no driver" in told["raises"]
        body = {"pool": "pool.example:3333", "wallet": "anybody"}
        for name in ("whole", "simulated"):
            assert running.call("POST", f"/miners/{name}", body)[0] == 201
        status, answer = running.call("POST", "/miners/raises", body)
        assert (status, answer["error"]["code"]) == (404, "MINER_NOT_FOUND")
        assert "no driver" in answer["error"]["message"]
        checks = {each["id"]: each for each in running.call("POST", "/doctor")[1]["data"]["checks"]}
        assert checks["adapters"]["status"] == "warning"
        assert "raises_miner 1.2" in checks["adapters"]["meaning"]
    finally:
        running.clean_up()
