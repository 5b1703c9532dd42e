"""What a role may do: an operator mines for whom an admin has decided on, and for nobody else."""

import json
from typing import Any

import pytest

from mining.domain.config import Config
from mining.domain.errors import InsufficientRole
from mining.domain.principal import ROLES, Principal
from mining.domain.rights import require, require_destinations

DECIDED: dict[str, Any] = {
    "pool": "a.example:1", "wallet": "mine", "password": "p", "coin": "XMR", "tls": True, "donateLevel": 1,
    "proxy": "socks5://10.0.0.1:1", "pools": [{"pool": "b.example:2"}],
}  # fmt: skip


def config(**changes: Any) -> Config:
    said = {key: value for key, value in (DECIDED | changes).items() if value is not None}
    return Config.model_validate_json(json.dumps(said))


def who(role: Any) -> Principal:
    return Principal("key a", "key", role=role, key="1")


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("needed", ROLES)
def test_each_role_may_do_what_those_below_it_may(role: str, needed: Any) -> None:
    if ROLES.index(role) >= ROLES.index(needed):  # type: ignore[arg-type]  # a role, by its parameters
        require(who(role), needed, "That")
    else:
        with pytest.raises(InsufficientRole, match=needed):
            require(who(role), needed, "That")


def test_who_does_not_say_its_role_may_read_alone_and_sees_masks() -> None:
    nobody = Principal("somebody", "local")
    assert nobody.masked
    assert not nobody.may("operator")


@pytest.mark.parametrize(
    "changes",
    [
        {"wallet": "other"}, {"pool": "c.example:1"}, {"pool": "a.example:2"}, {"password": "c=BTC"}, {"coin": "WOW"},
        {"worker": "a" * 64},
        {"tls": None}, {"tlsFingerprint": "ab" * 32}, {"proxy": None}, {"proxy": "socks5://10.0.0.9:1"},
        {"donateLevel": 99}, {"donateLevel": None}, {"pools": [{"pool": "c.example:2"}]},
        {"pools": [{"pool": "b.example:2", "wallet": "other"}]},
        {"pools": [{"pool": "b.example:2"}, {"pool": "c.example:3"}]},
    ],
)  # fmt: skip
def test_an_operator_redirects_nothing_by_any_field(changes: dict[str, Any]) -> None:
    with pytest.raises(InsufficientRole, match="role admin"):
        require_destinations(who("operator"), config(**changes), [config()])
    require_destinations(who("admin"), config(**changes), [config()])


@pytest.mark.parametrize(
    "changes",
    [{}, {"threads": 3}, {"algo": "rx/0"}, {"pools": None}, {"cpuPriority": 2}],
)
def test_an_operator_tunes_the_rest_and_chooses_among_what_was_decided(changes: dict[str, Any]) -> None:
    require_destinations(who("operator"), config(**changes), [config()])


def test_where_nothing_was_decided_an_operator_starts_nothing() -> None:
    with pytest.raises(InsufficientRole):
        require_destinations(who("operator"), config(), [])
