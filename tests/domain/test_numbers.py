"""Numbers, names of algorithms and times, as they are written and read."""

import math
from datetime import datetime, timedelta, timezone

import pytest

from mining.domain.algorithm import canonical, unknown
from mining.domain.units import count, duration, number, prefixed, text
from mining.domain.value import timestamp


@pytest.mark.parametrize("raw", [math.nan, math.inf, -1, "1", True, None, [], 10**400, 2**53 + 2])
def test_what_is_not_a_sane_number_is_absent(raw):
    assert number(raw) is None
    assert count(raw) is None


def test_sane_numbers_pass():
    assert (number(0), number(1.5), count(7), count(1.5)) == (0.0, 1.5, 7, None)


def test_text_is_printable_and_short():
    assert text("a\x1b[31m\nb") == "a[31mb"
    assert text("x" * 300) == "x" * 200
    assert text("") is text("\n") is text(5) is None


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 s"),
        (59.6, "1 min"),
        (3599, "59 min"),
        (3600, "1 h"),
        (11100, "3 h 5 min"),
        (172799, "47 h 59 min"),
        (172800, "2 d"),
        (356400, "4 d 3 h"),
    ],
)
def test_durations_are_said_as_people_say_them(seconds, words):
    assert duration(seconds) == words


def test_algorithms_have_one_spelling_each():
    assert canonical(" RandomX ") == canonical("RX/0") == "rx/0"
    assert unknown("RandomX", ["rx/0"]) is None


def test_an_unknown_algorithm_names_near_ones():
    assert "did you mean rx/0" in unknown("rx/00", ["rx/0", "ghostrider"])
    assert "one of ghostrider, rx/0" in unknown("zzzz", ["rx/0", "ghostrider"])


def test_times_are_written_in_utc_to_the_second():
    zone = timezone(timedelta(hours=2))
    assert timestamp(datetime(2026, 1, 1, 1, 59, 59, 999999, zone)) == "2025-12-31T23:59:59Z"


@pytest.mark.parametrize(
    ("value", "told"),
    [(0, "0 H/s"), (999.94, "999.9 H/s"), (999.95, "1.00 kH/s"), (12_400, "12.40 kH/s"), (1e18, "1000.00 PH/s")],
)
def test_a_number_has_the_prefix_that_leaves_it_short(value: float, told: str) -> None:
    assert prefixed(value, "H/s") == told
