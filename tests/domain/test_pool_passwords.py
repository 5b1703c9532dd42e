"""A password that nobody is shown stays with its pool and login, whatever else of a configuration is edited."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from mining.domain.config import Config
from mining.domain.errors import InvalidConfig
from mining.domain.miner import MinerRecord
from mining.domain.pool_passwords import keep_passwords
from mining.domain.stored import read_stored, stored_json

A, B, C, D = ({"pool": f"{name}.example:1"} for name in "abcd")
OLD: dict[str, Any] = {
    **A, "wallet": "w", "password": "of-a",
    "pools": [{**B, "password": "of-b"}, {**C, "wallet": "v", "password": "of-c"}, D],
}  # fmt: skip


def config(body: dict[str, Any]) -> Config:
    return Config.model_validate_json(json.dumps(body))


def passwords(kept: Config) -> list[str | None]:
    return [pool.password for pool in kept.all_pools()]


def shown(**changes: Any) -> dict[str, Any]:
    """What a person reads of OLD, and edits."""
    return config(OLD).public_json() | changes


def edited(body: dict[str, Any]) -> list[str | None]:
    return passwords(keep_passwords(config(body), config(OLD)))


def after_restart(kept: Config) -> Config:
    record = MinerRecord(
        name="m", type="xmrig", config=kept, wanted="running", consent_by="me", consent_at=datetime.now(UTC)
    )
    return read_stored(MinerRecord, json.loads(json.dumps(stored_json(record))), "0.2.0").config


def test_what_is_shown_and_sent_back_keeps_every_password() -> None:
    assert edited(shown()) == ["of-a", "of-b", "of-c", None]


B0, C0, D0 = config(OLD).public_json()["pools"]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"pools": [C0, B0, D0]}, ["of-a", "of-c", "of-b", None]),
        ({"pools": [{"pool": "new.example:1"}, B0, C0, D0]}, ["of-a", None, "of-b", "of-c", None]),
        ({"pools": [C0, D0]}, ["of-a", "of-c", None]),
        ({"pools": [B0, C0]}, ["of-a", "of-b", "of-c"]),
        ({"pools": [D0, D0]}, ["of-a", None, None]),
        ({**B, "pools": [A, C0, D0]}, ["of-b", "of-a", "of-c", None]),
        ({"pool": "z.example:1"}, [None, "of-b", "of-c", None]),
        ({"pool": "a.example:2"}, [None, "of-b", "of-c", None]),
        ({"pool": "stratum+tcp://A.example.:1"}, ["of-a", "of-b", "of-c", None]),
        ({"wallet": "u"}, [None, None, "of-c", None]),
        ({"pools": [B0, {**C0, "wallet": "w"}, D0]}, ["of-a", "of-b", None, None]),
        ({"pools": [{**B0, "password": "new"}, C0, D0]}, ["of-a", "new", "of-c", None]),
        ({"password": "", "pools": [B0, {**C0, "password": ""}, D0]}, [None, "of-b", None, None]),
        ({"password": None}, ["of-a", "of-b", "of-c", None]),
    ],
)  # fmt: skip
def test_a_password_stays_with_its_pool_and_login(change: dict[str, Any], expected: list[str | None]) -> None:
    kept = keep_passwords(config(shown(**change)), config(OLD))
    assert passwords(kept) == expected
    assert passwords(after_restart(kept)) == expected


ONE, TWO = {**A, "wallet": "w", "password": "1"}, {**A, "wallet": "w", "password": "2"}
SAME = {**A, "wallet": "w"}


def equal(*entries: dict[str, Any]) -> dict[str, Any]:
    first, *rest = entries
    return {**first, "pools": list(rest)}


def test_among_equal_entries_the_place_decides() -> None:
    old = config(equal(ONE, TWO, {**B, "password": "b"}))
    assert passwords(keep_passwords(config(equal(SAME, SAME, B)), old)) == ["1", "2", "b"]
    assert passwords(keep_passwords(config(equal(SAME, B, SAME)), old)) == ["1", "b", "2"]
    assert passwords(keep_passwords(config(equal(SAME, {**SAME, "password": "3"}, B)), old)) == ["1", "3", "b"]


def test_two_of_one_host_are_told_apart_by_their_logins() -> None:
    old = config(equal(ONE, {**A, "wallet": "v", "password": "of-v"}))
    assert passwords(keep_passwords(config(equal({**A, "wallet": "v"}, SAME)), old)) == ["of-v", "1"]
    assert passwords(keep_passwords(config({**A, "wallet": "v"}), old)) == ["of-v"]


@pytest.mark.parametrize(
    ("entries", "fields"),
    [
        ([SAME, B], ["password"]),
        ([B, SAME], ["pools[0].password"]),
        ([SAME, SAME, SAME], ["password", "pools[0].password", "pools[1].password"]),
        ([{**SAME, "password": "1"}, SAME, SAME], ["pools[0].password", "pools[1].password"]),
    ],
)  # fmt: skip
def test_an_edit_that_leaves_several_passwords_to_choose_from_names_the_entry(
    entries: list[dict[str, Any]], fields: list[str]
) -> None:
    first, *rest = entries
    new = config({"wallet": "w", **first, "pools": rest})
    with pytest.raises(InvalidConfig) as caught:
        keep_passwords(new, config(equal(ONE, TWO)))
    assert [error.field for error in caught.value.errors] == fields
    assert "say which" in caught.value.errors[0].issue
    either = passwords(keep_passwords(new, config(equal(ONE, {**TWO, "password": "1"}))))
    assert set(either) <= {"1", None}, "it did not matter which"


def test_without_a_past_there_are_no_passwords_but_those_that_are_said() -> None:
    assert passwords(keep_passwords(config(OLD), None)) == ["of-a", "of-b", "of-c", None]
    assert passwords(keep_passwords(config({**SAME, "password": ""}), None)) == [None]
