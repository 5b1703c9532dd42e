"""How a profile is read, what it shows, and what its miner is called."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any, cast

import pytest

from mining.domain.adapter import MinerType, TypeFacts
from mining.domain.capabilities import Capabilities
from mining.domain.config import Config
from mining.domain.errors import ErrorDetail, InvalidConfig, InvalidRequest, InvalidWallet, MinerNotFound
from mining.domain.profile import (
    MiningProfile,
    ProfileDraft,
    Refused,
    miner_name,
    read_profile,
    same_name,
    slug,
    warnings_of,
)
from mining.domain.profile_import import import_items, read_item

WALLET = "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"
CONFIG = {"pool": "pool.example:3333", "wallet": WALLET, "algo": "rx/0"}
SEED = {  # the specification's own profile, its configuration filled in with the specification's own
    "id": "550e8400-e29b-41d4-a716-446655440000",
    "name": "XMR - SupportXMR",
    "description": "Monero mining on SupportXMR pool",
    "minerType": "xmrig",
    "config": {
        "pool": "stratum+tcp://pool.supportxmr.com:3333",
        "wallet": "YOUR_WALLET_ADDRESS",
        "algo": "rx/0",
        "threads": 4,
        "cpuPriority": 3,
        "cuda": {"enabled": False, "devices": []},
        "opencl": {"enabled": False, "devices": []},
    },
    "createdAt": "2025-12-31T10:00:00Z",
    "updatedAt": "2025-12-31T12:00:00Z",
}


class Kind:
    """As much of an adapter as reading needs."""

    def __init__(self, checks_pool: bool = True) -> None:
        self.facts = TypeFacts("Paper", "", "", "", ("rx/0",), True, (), "", "", checks_pool=checks_pool)
        self.supports = Capabilities(fields=("pool", "wallet", "algo", "threads", "cpuPriority", "password", "pools"))

    def extra_errors(self, config: Config) -> Sequence[ErrorDetail]:
        return ()


def kind_of(type: str) -> MinerType:
    if type not in ("xmrig", "simulated"):
        raise MinerNotFound(f"There is no miner type {type!r}.")
    return cast(MinerType, Kind(type == "xmrig"))


def read_import(raw: bytes | str, kinds: Callable[[str], MinerType]) -> list[ProfileDraft | Refused]:
    return [read_item(item, kinds) for item in import_items(raw)]


def read(**changes: Any) -> ProfileDraft:
    body = {"name": "A", "minerType": "xmrig", "config": CONFIG} | changes
    return read_profile(json.dumps({key: value for key, value in body.items() if value is not None}), kind_of)


def saved(draft: ProfileDraft, **changes: Any) -> MiningProfile:
    noon = datetime(2025, 12, 31, 12, tzinfo=UTC)
    profile: MiningProfile = MiningProfile(**dict(draft), id="1", created_at=noon, updated_at=noon).but(**changes)
    return profile


def faults_of(**changes: Any) -> dict[str, str]:
    with pytest.raises(InvalidConfig) as met:
        read(**changes)
    return dict(met.value.errors)


def test_the_specifications_profile_comes_back_as_it_was_sent() -> None:
    draft = read_profile(json.dumps(SEED), kind_of)
    assert (
        json.loads(json.dumps(saved(draft).public_json()))
        | {key: SEED[key] for key in ("id", "createdAt", "updatedAt")}
        == SEED
    )


def test_all_faults_are_named_at_once_with_their_place() -> None:
    config = {"wallet": "a b", "threads": -1, "options": {"colour": 1}, "hat": 1}
    found = faults_of(name="", description=5, minerType=None, config=config, colour="red")
    assert found.keys() == {
        "name", "description", "minerType", "colour", "config.pool", "config.wallet", "config.threads", "config.hat",
    }  # fmt: skip
    assert faults_of(config=CONFIG | {"options": {"colour": 1}}) == {
        "config.options.colour": "is not known to Paper; it knows no options"
    }


@pytest.mark.parametrize("name", ["", "   ", "a\nb", "a" * 101, "\x1b[1m", 5, None, "\ud800"])
def test_a_name_is_a_short_line_of_text(name: Any) -> None:
    assert faults_of(name=name).keys() <= {"name", "body"}


def test_spaces_around_a_name_are_taken_off() -> None:
    assert read(name="  Night shift ").name == "Night shift"


@pytest.mark.parametrize("config", [None, [], "x", 5, True])
def test_a_configuration_is_an_object(config: Any) -> None:
    assert faults_of(config=config).keys() == {"config"}


def test_the_type_must_exist() -> None:
    assert faults_of(minerType="xmrigg") == {"minerType": "There is no miner type 'xmrigg'."}


@pytest.mark.parametrize("body", ["", "{", "[]", "null", "[" * 100_000, '{"name": "\\u0000', "1" * 5000])
def test_what_is_no_object_of_json_is_told(body: str) -> None:
    for reads in (read_profile, read_import):
        with pytest.raises(InvalidRequest):
            reads(body, kind_of)


def test_a_typing_mistake_in_a_wallet_alone_is_a_wrong_wallet() -> None:
    with pytest.raises(InvalidWallet) as met:
        read(config=CONFIG | {"wallet": WALLET[:-1] + "B"})
    assert met.value.errors[0].field == "config.wallet"
    assert read(minerType="simulated", config=CONFIG | {"wallet": WALLET[:-1] + "B"})


def test_a_masked_wallet_is_refused_and_says_so() -> None:
    masked = saved(read(config=CONFIG | {"pools": [{"pool": "b:2", "wallet": WALLET}]})).masked().public_json()
    found = faults_of(config=masked["config"])
    assert found.keys() == {"config.wallet", "config.pools[0].wallet"}
    assert "masked" in found["config.wallet"]


def test_a_placeholder_is_saved_with_a_warning_where_wallets_matter() -> None:
    draft = read_profile(json.dumps(SEED), kind_of)
    assert "config.wallet: 'YOUR_WALLET_ADDRESS' is a placeholder" in warnings_of(draft, kind_of("xmrig"))[0]
    assert warnings_of(draft, kind_of("simulated")) == ()
    assert warnings_of(read(), kind_of("xmrig")) == ()


def test_passwords_are_shown_to_nobody_and_exported_only_on_request() -> None:
    pools = [{"pool": "b:2", "password": "second-secret"}]
    profile = saved(read(config=CONFIG | {"password": "first-secret", "pools": pools}))
    assert "secret" not in json.dumps(profile.public_json()) + json.dumps(profile.exported(False))
    told = profile.exported(True)
    assert (told["config"]["password"], told["config"]["pools"][0]["password"]) == ("first-secret", "second-secret")
    assert read_profile(json.dumps(told), kind_of) == read(config=CONFIG | {"password": "first-secret", "pools": pools})


def test_an_import_judges_each_profile_by_itself() -> None:
    good = {"name": "A", "minerType": "xmrig", "config": CONFIG}
    items = [good, {"name": "B", "minerType": "nope"}, 5]
    for body in ({"profiles": items}, {"success": True, "data": {"profiles": items}}):
        first, second, third = read_import(json.dumps(body), kind_of)
        assert first == read()
        assert isinstance(second, Refused)
        assert (second.name, "config: is required" in second.reason) == ("B", True)
        assert (third.name, third.reason) == ("", "is not a JSON object")
        assert [each.message for each in third.wordings] == ["fault.item_not_an_object"]
    for wrong in ({}, {"profiles": {}}, {"profiles": [good] * 1001}):
        with pytest.raises(InvalidRequest):
            read_import(json.dumps(wrong), kind_of)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("XMR - SupportXMR", "xmr-supportxmr"),
        ("Grüße aus Köln!", "grusse-aus-koln"),
        ("門羅幣", ""),
        ("--..--", ""),
        ("a" * 63 + " b", "a" * 63),
        ("..\\../x", "x"),
    ],
)
def test_a_miner_is_called_after_its_profile(name: str, expected: str) -> None:
    assert slug(name) == expected
    assert miner_name(saved(read(name=name)), {"summary"}) == (expected or "xmrig")


def test_a_miner_is_called_after_its_type_where_the_name_means_something_else() -> None:
    for name in ("Summary", "Simulated"):
        assert miner_name(saved(read(name=name)), {"summary", "simulated", "xmrig"}) == "xmrig"


def test_names_are_the_same_whatever_their_capitals_and_accents_are_made_of() -> None:
    assert same_name("STRASSE É") == same_name("straße e\u0301")
    assert same_name("a") != same_name("b")
