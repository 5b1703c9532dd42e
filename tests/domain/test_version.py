"""Versions are sorted as people read them, and errors are told of the versions that have them."""

import random

import pytest

from mining.domain.programs.advisory import Advisory, against
from mining.domain.programs.version import newer, version_key

IN_ORDER = ["", "garbage", "0.9", "1.98-rc1", "1.98", "1.98a", "1.98b", "1.98.1", "1.99", "6.9", "6.21.1", "6.21.1-mo1",
            "6.21.2", "6.26", "v6.26.1", "2024.3.2", "2024.3.10"]  # fmt: skip


def test_sorts_versions_as_people_read_them() -> None:
    shuffled = random.Random(1).sample(IN_ORDER, len(IN_ORDER))
    assert sorted(shuffled, key=version_key) == IN_ORDER


@pytest.mark.parametrize(("one", "other"), [("6.26", "6.26.0"), ("v6.26.0", "6.26.0"), ("6.0", "6.0.0.0")])
def test_zeros_at_the_end_and_the_letter_of_a_tag_change_nothing(one: str, other: str) -> None:
    assert version_key(one) == version_key(other)


def test_anything_is_newer_than_nothing_known() -> None:
    assert newer("0.1", None)
    assert newer("6.10.0", "6.9.0")
    assert not newer("6.9.0", "6.9.0")


@pytest.mark.parametrize(
    ("version", "concerned"),
    [("6.21.3", False), ("6.22.0", True), ("6.22.1-mo1", True), ("6.22.2", False), (None, False), ("nonsense", False)],
)
def test_a_fault_concerns_the_versions_between_its_first_and_its_mended_one(
    version: str | None, concerned: bool
) -> None:
    fault = Advisory("it is faulty", "its issues", first="6.22.0", mended="6.22.2")
    assert bool(against([fault], version)) is concerned


def test_a_fault_that_nobody_mended_concerns_every_later_version() -> None:
    assert Advisory("given up", "its releases").concerns("99.0")
