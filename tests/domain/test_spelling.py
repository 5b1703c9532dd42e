"""Other ways of writing a configuration: the names of 0.1.0 with a warning, empty text as nothing."""

import json
from typing import Any

import pytest

from mining.domain.config import Config, read_config
from mining.domain.errors import InvalidConfig
from mining.domain.profile import Profile
from mining.domain.spelling import respelled, spelling_warnings

BODY = {"pool": "p:1", "wallet": "w"}


def read(**fields: Any) -> Config:
    return read_config(json.dumps(BODY | fields), lambda _: (), check_wallet=False)


@pytest.mark.parametrize(
    ("old", "right", "value"),
    [
        ("cpu_priority", "cpuPriority", 3), ("huge_pages", "hugePages", False), ("cpu_affinity", "cpuAffinity", "0x3"),
        ("pause_on_battery", "pauseOnBattery", True), ("pause_on_active", "pauseOnActive", 60),
        ("donate_level", "donateLevel", 2), ("tls_fingerprint", "tlsFingerprint", "ab" * 32),
    ],
)  # fmt: skip
def test_a_name_as_0_1_0_took_it_is_taken_with_a_warning(old: str, right: str, value: Any) -> None:
    assert read(**{old: value}) == read(**{right: value})
    assert spelling_warnings(Config, BODY | {old: value}) == [
        f"{old} is spelled {right}; the old spelling is still taken."
    ]
    assert spelling_warnings(Config, BODY | {right: value}) == []


def test_names_inside_are_found_with_their_place() -> None:
    config = BODY | {"pools": [{"pool": "q:1", "tls_fingerprint": "ab" * 32}]}
    body = {"miner_type": "xmrig", "config": config}
    assert [warning.partition(" ")[0] for warning in spelling_warnings(Profile, body)] == [
        "miner_type", "config.pools[0].tls_fingerprint",
    ]  # fmt: skip
    assert read(**config).pools[0].tls_fingerprint == "ab" * 32


def test_a_field_that_is_said_in_both_spellings_is_refused() -> None:
    with pytest.raises(InvalidConfig) as caught:
        read(cpuPriority=1, cpu_priority=2)
    assert [error.field for error in caught.value.errors] == ["cpu_priority"]


OPTIONAL = ["algo", "coin", "password", "worker", "tlsFingerprint", "cpuAffinity", "proxy"]


@pytest.mark.parametrize("field", OPTIONAL)
def test_an_empty_text_in_an_optional_field_is_no_field(field: str) -> None:
    assert read(**{field: ""}).but(password=None) == read()


def test_an_empty_text_in_a_pool_inherits_and_null_does_not() -> None:
    pools = [{"pool": "q:1", "worker": "", "tlsFingerprint": "", "coin": ""}, {"pool": "r:1", "worker": None}]
    _, absent, none = read(worker="rig", coin="XMR", pools=pools).all_pools()
    assert (absent.worker, absent.coin, absent.tls_fingerprint, none.worker) == ("rig", "XMR", None, None)


def test_an_empty_password_is_said_and_a_needed_field_must_not_be_empty() -> None:
    assert read(password="").password == ""
    with pytest.raises(InvalidConfig) as caught:
        read(wallet="", pools=[{"pool": ""}])
    assert {error.field for error in caught.value.errors} == {"wallet", "pools[0].pool"}


@pytest.mark.parametrize("body", [None, 5, "", [], [{}], {"pools": "x"}, {"pools": [5]}, {"cuda": 1}, {"": ""}])
def test_what_is_of_another_shape_is_left_as_it_is(body: Any) -> None:
    assert respelled(Config, body) == body
