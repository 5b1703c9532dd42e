"""The differences between a miner's figures: with what was told before they make the whole again."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mining.api.figures import Figures, UnlikeObjects, difference
from mining.domain.rig import Change
from tests.api.paper_answers import NOON

SIMPLE = some.none() | some.booleans() | some.sampled_from(["", "a", 2, 2.5])
VALUES = some.recursive(
    SIMPLE,
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.sampled_from("abc"), inner),
    max_leaves=8,
)


def merged(before: Any, different: Any) -> Any:
    """What a client makes of it, as the guide says."""
    if isinstance(before, dict) and isinstance(different, dict):
        return before | {key: merged(before[key], value) for key, value in different.items()}
    if isinstance(before, list) and isinstance(different, list) and len(before) == len(different):
        return [merged(*each) for each in zip(before, different, strict=True)]
    return different


@given(before=VALUES, now=VALUES)
def test_merged_into_what_was_before_it_is_what_is_now(before: Any, now: Any) -> None:
    try:
        different = difference(before, now)
    except UnlikeObjects:
        return
    assert json.dumps(merged(before, different), sort_keys=True) == json.dumps(now, sort_keys=True)


def test_only_what_has_another_value_is_in_it() -> None:
    before = {
        "rate": 1,
        "shares": {"accepted": 1, "rejected": None},
        "gpu": [{"id": 0, "watts": 5}, {"id": 1, "watts": 5}],
    }
    now = {
        "rate": 1,
        "shares": {"accepted": 1, "rejected": 0},
        "gpu": [{"id": 0, "watts": 5}, {"id": 1, "watts": None}],
    }
    assert difference(before, now) == {"shares": {"rejected": 0}, "gpu": [{}, {"watts": None}]}


@pytest.mark.parametrize("now", [{"a": 1}, {"a": {"c": 1}, "b": 1}])
def test_a_key_that_came_or_went_is_no_difference(now: Any) -> None:
    with pytest.raises(UnlikeObjects):
        difference({"a": {"b": 1}, "b": 1}, now)


def test_figures_with_other_keys_than_before_are_told_whole() -> None:
    figures = Figures()
    types = []
    for data in ('{"reason":null}', '{"reason":{"code":"a"}}', '{"reason":{"code":"b","params":{}}}'):
        figures.add("one", Change(type="miner.stats", seq=1, at=NOON), data)
        types += [json.loads(each)["type"] for each in figures.take(delta=True)]
    assert types == ["miners.stats", "miners.delta", "miners.stats"]
    assert figures.take(delta=True) == []
