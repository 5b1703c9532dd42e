"""What is wrong with a request is told in our words: no sentence of the library that finds it reaches a user."""

import importlib
import json
import pkgutil
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError
from pydantic_core import core_schema

import mining
from mining.api.models import Keys
from mining.domain.config import Config
from mining.domain.pools import PoolDraft, PoolTrial
from mining.domain.profile import Profile, ProfileDraft
from mining.domain.validation import OTHERWISE, SENTENCES, errors_in
from mining.domain.value import Value
from mining.settings import Settings

REQUESTS: tuple[type[Value], ...] = (Config, ProfileDraft, Profile, PoolDraft, PoolTrial, Keys, Settings)
THEIRS = re.compile(
    r"\b(?:Input|should|String|Tuple|List|valid (?:string|integer|number|boolean)|pydantic|EOF|parsing)\b"
)
# By the type of a schema's node: what it can raise at all, and what it raises by a constraint that it has.
ALWAYS: Mapping[str, Sequence[str]] = {
    "model": ("model_type", "model_attributes_type"),
    "model-fields": ("missing", "extra_forbidden"),
    "str": ("string_type", "string_unicode"),
    "int": ("int_type", "int_from_float", "int_parsing", "int_parsing_size"),
    "float": ("float_type", "float_parsing", "finite_number"),
    "bool": ("bool_type", "bool_parsing"),
    "tuple": ("tuple_type",),
    "list": ("list_type",),
    "dict": ("dict_type",),
    "literal": ("literal_error",),
    "datetime": ("datetime_type", "datetime_parsing", "datetime_from_date_parsing", "datetime_object_invalid"),
    "none": ("none_required",),
    "function-after": ("value_error",),
    "function-before": ("value_error",),
    "function-wrap": ("value_error",),
    "function-plain": ("value_error",),
    **dict.fromkeys(
        ("nullable", "default", "definitions", "definition-ref", "any", "json-or-python", "lax-or-strict"), ()
    ),
    **dict.fromkeys(("union", "tagged-union", "chain", "custom-error", "model-field", "computed-field"), ()),
}
BY_CONSTRAINT: Mapping[tuple[str, str], str] = {
    ("str", "min_length"): "string_too_short", ("str", "max_length"): "string_too_long",
    ("str", "pattern"): "string_pattern_mismatch",
    **{(kind, "min_length"): "too_short" for kind in ("tuple", "list", "dict")},
    **{(kind, "max_length"): "too_long" for kind in ("tuple", "list", "dict")},
    **{(kind, name): error for kind in ("int", "float") for name, error in (
        ("ge", "greater_than_equal"), ("le", "less_than_equal"), ("gt", "greater_than"), ("lt", "less_than"),
        ("multiple_of", "multiple_of"),
    )},
    **{("datetime", name): error for name, error in (("tz_constraint", "timezone_aware"), ("now_op", "datetime_past"))},
}  # fmt: skip


def nodes(schema: Any) -> Iterator[Mapping[str, Any]]:
    """Every node of a schema but what says how it is written."""
    if isinstance(schema, dict):
        if isinstance(schema.get("type"), str):
            yield schema
        for key, value in schema.items():
            if key not in ("serialization", "metadata", "python_schema", "function"):
                yield from nodes(value)
    elif isinstance(schema, list | tuple):
        for each in schema:
            yield from nodes(each)


def can_raise(model: type[BaseModel]) -> set[str]:
    """The types of errors that JSON can meet with in a model."""
    found = {"json_invalid"}
    for node in nodes(model.__pydantic_core_schema__):
        found.update(ALWAYS[node["type"]])
        found.update(error for (kind, name), error in BY_CONSTRAINT.items() if kind == node["type"] and name in node)
    return found


def every_value() -> list[type[Value]]:
    """All that are defined anywhere."""
    for module in pkgutil.walk_packages(mining.__path__, "mining."):
        if not module.name.endswith("__main__") and not module.name.startswith("mining.desktop."):  # which needs Qt
            with suppress(AssertionError):  # of what another system does in its own way
                importlib.import_module(module.name)
    found, waiting = [], [Value]
    while waiting:
        for each in waiting.pop().__subclasses__():
            found.append(each)
            waiting.append(each)
    return found


@pytest.mark.parametrize("model", REQUESTS, ids=lambda model: model.__name__)
def test_every_error_that_a_request_can_meet_with_has_a_sentence_of_ours(model: type[Value]) -> None:
    assert can_raise(model) - SENTENCES.keys() == set()


def test_every_error_of_every_value_has_one_and_none_is_for_an_error_that_does_not_exist() -> None:
    raised = set[str]().union(*(can_raise(model) for model in every_value()))
    assert raised - SENTENCES.keys() == set()
    assert SENTENCES.keys() - set(get_args(core_schema.ErrorType)) == {"path_type"}, "which is pydantic's own"


ODD = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5) | st.just("x" * 9999)
JSON = st.recursive(
    ODD, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner), max_leaves=8
)


@pytest.mark.parametrize("model", REQUESTS, ids=lambda model: model.__name__)
@given(data=st.data())
def test_whatever_is_sent_no_word_of_the_library_is_answered(model: type[Value], data: st.DataObject) -> None:
    names = [info.alias or name for name, info in model.model_fields.items()]
    body = data.draw(st.dictionaries(st.sampled_from([*names, "more"]), JSON) | JSON)
    try:
        model.model_validate_json(json.dumps(body))
    except ValidationError as error:
        for _, issue in errors_in(error, model):
            assert issue
            assert not THEIRS.search(issue), issue
            assert issue != OTHERWISE


@pytest.mark.parametrize(
    ("body", "field", "issue"),
    [
        ("{", "body", "is not JSON: line 1, column 2: it ends too early"),
        ('{"pool": "p:1" "wallet": 1}', "body", "is not JSON: line 1, column 16: a comma is missing"),
        ("[]", "body", "must be a JSON object"),
        ({"wallet": ""}, "wallet", "must not be empty"),
        ({"worker": "w" * 65}, "worker", "must have at most 64 characters"),
        ({"pools": [{"pool": "p:1"}] * 65}, "pools", "must have at most 64 items"),
        ({"pools": {}}, "pools", "must be a list"),
        ({"threads": -1}, "threads", "must be at least 0"),
        ({"threads": 4097}, "threads", "must be at most 4096"),
        ({"threads": 1.5}, "threads", "must be a whole number"),
        ({"threads": "4"}, "threads", "must be a whole number"),
        ({"intensity": "much"}, "intensity", "must be a number"),
        ({"tls": 1}, "tls", "must be true or false"),
        (
            {"cpuAffinity": "3"},
            "cpuAffinity",
            "must be 0x and hexadecimal digits, a bit for each CPU: 0x5 for the first and the third",
        ),
        ({"cpuPriorty": 3}, "cpuPriorty", "is not a known field; did you mean cpuPriority?"),
        (
            {"pools": [{"pool": "p:1", "workers": "w"}]},
            "pools[0].workers",
            "is not a known field; did you mean worker?",
        ),
        ({"cuda": {"device": []}}, "cuda.device", "is not a known field; did you mean devices?"),
        ({"zzz": 1}, "zzz", "is not a known field"),
    ],
)
def test_a_fault_is_a_sentence_about_its_field(body: Any, field: str, issue: str) -> None:
    raw = body if isinstance(body, str) else json.dumps({"pool": "p:1", "wallet": "w"} | body)
    with pytest.raises(ValidationError) as caught:
        Config.model_validate_json(raw)
    (error,) = errors_in(caught.value, Config)
    assert (error.field, error.issue) == (field, issue)


def test_sixty_four_pools_are_taken() -> None:
    config = Config.model_validate_json(json.dumps({"pool": "p:1", "wallet": "w", "pools": [{"pool": "p:1"}] * 64}))
    assert len(config.all_pools()) == 65
