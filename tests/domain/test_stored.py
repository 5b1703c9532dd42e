"""What this version does not understand of a stored value: it stays, it bars a start, it is silent."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mining.domain.config import Config, Devices
from mining.domain.errors import NotSupported
from mining.domain.miner import LastExit, MinerRecord
from mining.domain.pool import Pool
from mining.domain.profile import MiningProfile
from mining.domain.stored import read_stored, stored_json

T0 = datetime(2026, 1, 1, tzinfo=UTC)
CANARY = "canary-5ecret"
CONFIG = Config(
    pool="pool.example:3333", wallet="somebody", password="x", threads=2, cuda=Devices(enabled=True, devices=(0, 1)),
    pools=(Pool(pool="a.example:1"), Pool(pool="b.example:2", wallet="other")), options={"mode": "light"},
)  # fmt: skip
RECORD = MinerRecord(
    name="one", type="xmrig", config=CONFIG, wanted="running", consent_by="cli", consent_at=T0, restarts=3,
    last_exit=LastExit(code=1, cause="crash", at=T0),
)  # fmt: skip


def row(record: MinerRecord = RECORD) -> dict[str, Any]:
    return json.loads(json.dumps(stored_json(record)))


def read(changed: dict[str, Any]) -> MinerRecord:
    return read_stored(MinerRecord, changed, "0.9.0")


def objects(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The places of all closed objects: those whose keys are all ours. What only a type knows is open."""
    if path and path[-1] == "options":
        return []
    if isinstance(value, dict):
        return [path, *(place for key, inner in value.items() for place in objects(inner, (*path, key)))]
    if isinstance(value, list):
        return [place for index, inner in enumerate(value) for place in objects(inner, (*path, index))]
    return []


PLACES = objects(row())
SIMPLE = st.none() | st.booleans() | st.integers() | st.text()
JSON = st.recursive(SIMPLE, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=5)
KEYS = st.text(min_size=1).map(lambda text: f"new-{text}")


def put(whole: dict[str, Any], place: tuple[Any, ...], key: str, value: Any) -> None:
    inner: Any = whole
    for part in place:
        inner = inner[part]
    inner[key] = value


def test_the_places_are_not_few() -> None:
    assert len(PLACES) == 6, PLACES


@given(st.lists(st.tuples(st.sampled_from(PLACES), KEYS, JSON), min_size=1, max_size=6))
def test_unknown_keys_at_any_depth_survive_a_change(news: list[tuple[tuple[Any, ...], str, Any]]) -> None:
    theirs = row()
    for place, key, value in news:
        put(theirs, place, key, value)
    record = read(theirs)
    assert record.config == CONFIG
    assert stored_json(record) == theirs
    theirs["restarts"] = 4
    assert stored_json(record.but(restarts=4)) == theirs
    assert (record.not_understood is not None) == any(place and place[0] == "config" for place, _, _ in news)


@pytest.mark.parametrize(
    ("place", "key", "value", "bars"),
    [
        ((), "wanted", "scheduled", True),
        ((), "type", 5, True),
        ((), "consentBy", {"key": "k"}, False),
        ((), "restarts", "many", False),
        ((), "config", "a reference", True),
        (("config",), "pool", ["a", "b"], True),
        (("config",), "threads", "auto", True),
        (("config", "cuda"), "devices", "all", True),
        (("config",), "pools", [{"pool": "a.example:1"}, 5], True),
        (("lastExit",), "cause", "thermal", False),
    ],
)
def test_a_value_that_is_not_understood_is_kept_and_the_miner_is_shown(
    place: tuple[str, ...], key: str, value: Any, bars: bool
) -> None:
    theirs = row()
    put(theirs, place, key, value)
    record = read(theirs)
    assert record.name == "one"
    assert stored_json(record) == theirs
    assert stored_json(record.but(profile_id="p")) == theirs | {"profileId": "p"}
    assert (record.not_understood is not None) == bars


def test_a_new_word_of_its_owner_takes_the_place_of_one_that_is_not_understood() -> None:
    record = read(row() | {"wanted": "scheduled"})
    assert record.wanted == "running", "a miner that lives would be stopped"
    assert stored_json(record.but(wanted="stopped"))["wanted"] == "stopped"


def test_what_belonged_to_another_exit_does_not_stay_with_the_next_one() -> None:
    theirs = row()
    theirs["lastExit"]["core"] = "dump"
    record = read(theirs)
    assert stored_json(record.but(restarts=9))["lastExit"]["core"] == "dump"
    assert "core" not in stored_json(record.but(last_exit=LastExit(cause="hang", at=T0)))["lastExit"]


def test_the_refusal_names_key_and_version_and_never_a_value() -> None:
    theirs = row()
    theirs["config"]["tariff"] = CANARY
    record = read(theirs)
    with pytest.raises(NotSupported, match=r"one: Version 0\.9\.0 saved it with config\.tariff, which ") as caught:
        record.refuse_unknown(record.name)
    shown = [str(caught.value), repr(record), record.model_dump_json(), str(record.to_json()), repr(record.unknown)]
    assert [text for text in shown if CANARY in text] == []


def test_too_little_is_an_error() -> None:
    for missing in ("name", "config", "wanted"):
        with pytest.raises(ValueError):
            read({key: value for key, value in row().items() if key != missing})
    with pytest.raises(ValueError):
        read(row() | {"name": 5})


def test_a_copy_for_another_purpose_takes_nothing_unknown_along() -> None:
    profile = MiningProfile(name="n", miner_type="xmrig", config=CONFIG, id="1", created_at=T0, updated_at=T0)
    theirs = stored_json(profile) | {"color": CANARY}
    known = read_stored(MiningProfile, theirs, "0.9.0")
    assert CANARY not in json.dumps([known.public_json(), known.exported(True), known.masked().public_json()])
    assert stored_json(known)["color"] == CANARY
