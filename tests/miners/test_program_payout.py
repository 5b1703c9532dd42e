"""Whom the arguments and files of programs that cannot be had here name: who was launched, and whoever else stands."""

import json
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from mining.domain.adapter import Launch
from mining.domain.config import Config
from mining.domain.payees import RigPayee, payees_of
from mining.domain.payout_lock import PayoutReader, payout_reader
from mining.miners import adapters
from tests.miners.test_contract import GARBAGE, WALLET, a_config, a_context
from tests.miners.test_second import BOTH, both
from tests.standins.program_standin import PEERS
from tests.standins.recordings import recording

each_program = pytest.mark.parametrize("name", PEERS)
SPARE = {"pool": "spare.example:3333", "password": "another-password"}
THIEF = "thief-0f0f"
adapter = adapters().kind  # they are looked for once


def reader(name: str) -> PayoutReader:
    found = payout_reader(adapter(name))
    assert found is not None, f"{name} lacks `payout`, so nothing would see whom it pays"
    return found


def named(name: str, launch: Launch) -> list[RigPayee]:
    """Everybody whom a launch names."""
    reads = [reader(name).in_file(launch.files[file]) for file in reader(name).files]
    reads.append(reader(name).in_arguments(launch.argv, a_context()))
    assert None not in reads
    return [payee for each in reads for payee in each or ()]


def configs(name: str) -> Sequence[Config]:
    """A plain one, and where the program can do that one with fail-overs and a proxy, and one with a second work."""
    kind = adapter(name)
    fields: dict[str, Any] = {"proxy": "socks5://127.0.0.1:9050"} if "proxy" in kind.supports.fields else {}
    if "pools" in kind.supports.fields:
        spare = SPARE | ({} if "wallet" in kind.supports.shared else {"wallet": "wallet-two"})
        fields["pools"] = [spare, {"pool": "third.example:4444", "tls": "tls" not in kind.supports.shared}]
    several = a_config(kind, **fields)
    second = [both(name).but(pools=several.pools)] if name in BOTH else []
    return [a_config(kind), several, *second]


@each_program
def test_they_are_those_of_the_configuration_and_nobody_else(name: str) -> None:
    for config in configs(name):
        launch = adapter(name).launch(config, a_context())
        read = {each._replace(proxy="") for each in named(name, launch)}
        configured = {each._replace(proxy="") for each in payees_of(config)}
        assert read == configured, f"`payout` of {name} does not know by which flags it is told whom to pay"
        proxy = config.proxy.removeprefix("socks5://") if config.proxy else ""
        assert {each.proxy for each in named(name, launch)} == {proxy}


@each_program
def test_as_the_system_shows_them_they_are_the_same(name: str) -> None:
    argv = adapter(name).launch(configs(name)[-1], a_context()).argv
    read = reader(name).in_arguments(argv, a_context())
    assert reader(name).in_arguments((sys.executable, "-IS", *argv), a_context()) == read


@each_program
@pytest.mark.parametrize("what", ["wallet-3f1c", "wallet-two", "spare.example", "second-wallet", "second.example"])
def test_each_wallet_and_each_pool_that_is_changed_is_seen(name: str, what: str) -> None:
    for config in configs(name):
        launch = adapter(name).launch(config, a_context())
        changed = replace(
            launch,
            argv=tuple(word.replace(what, THIEF) for word in launch.argv),
            files={file: content.replace(what.encode(), THIEF.encode()) for file, content in launch.files.items()},
        )
        strays = set(named(name, changed)) - set(named(name, launch))
        assert bool(strays) == (changed != launch)
        assert all(THIEF in "".join(stray) for stray in strays)


@each_program
def test_somebody_beside_ours_in_the_arguments_is_seen_in_whatever_spelling(name: str) -> None:
    argv = adapter(name).launch(a_config(adapter(name)), a_context()).argv
    beside = recording(name)["thief"].split()
    read = reader(name).in_arguments((*argv, *beside), a_context()) or ()
    assert [each.pool for each in read if each.wallet == "thief"] == ["evil:1"], (
        f"`thief` of {name}.contract.json names the pool evil:1 and the login thief by its flags; read was {read}"
    )


def test_what_overrides_a_file_counts_as_named() -> None:
    launch = adapter("bzminer").launch(a_config(adapter("bzminer")), a_context())
    body = json.loads(launch.files["config.json"]) | {"wallet_override": '["thief"]'}
    assert "thief" in [each.wallet for each in reader("bzminer").in_file(json.dumps(body).encode()) or ()]


def test_a_section_without_a_pool_pays_at_a_pool_of_the_authors() -> None:
    launch = adapter("nanominer").launch(a_config(adapter("nanominer")), a_context())
    read = reader("nanominer").in_file(launch.files["config.ini"] + b"\n[Zil]\nwallet = thief\n") or ()
    assert read[-1] == RigPayee("thief", "")


@each_program
def test_what_cannot_be_read_proves_nothing(name: str) -> None:
    payout = reader(name)
    assert payout.in_arguments(("/bin/other", "--version"), a_context()) is None
    assert payout.in_arguments((), a_context()) is None
    for content in GARBAGE:
        assert not payout.in_file(content)
    assert payout.request(a_context()) is None


@each_program
def test_a_login_that_the_program_hides_from_other_users_is_no_theft(name: str) -> None:
    launch = adapter(name).launch(a_config(adapter(name), password="pass"), a_context())
    hidden = tuple(
        re.sub(r"wallet-3f1c(\.worker-5b2e)?", lambda match: "x" * len(match[0]), word) for word in launch.argv
    )
    read = reader(name).in_arguments(hidden, a_context())
    assert read == (() if hidden == launch.argv else None)
    assert WALLET not in "".join(hidden)
