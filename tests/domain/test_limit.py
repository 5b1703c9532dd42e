"""Since when a figure has been beyond its limit, by stored samples."""

from datetime import UTC, datetime, timedelta

import pytest

from mining.domain.attention.limit import FigureLimit, exceeded_since

NOW = datetime(2026, 1, 8, 12, 0, 30, tzinfo=UTC)
MINUTE = NOW.replace(second=0)
SLOW = FigureLimit("hashrate", "below", 900.0, "rx/0")


def ago(minutes: float) -> datetime:
    return MINUTE - timedelta(minutes=minutes)


def since(*buckets: tuple[float, float], limit: FigureLimit = SLOW) -> datetime | None:
    """Each bucket is how many minutes ago it began, and its mean."""
    return exceeded_since(limit, [(ago(minutes), value) for minutes, value in buckets], NOW)


def test_it_is_the_first_minute_of_the_stretch_that_lasts_until_now() -> None:
    assert since((5, 800), (4, 1000), (3, 850), (2, 850), (1, 850)) == ago(3)
    assert since((3, 850), (2, 850), (1, 1000)) is None
    assert since() is None


def test_the_minute_of_now_tells_nothing_for_it_also_holds_what_was_before() -> None:
    assert since((1, 1000), (0, 850)) is None
    assert since((2, 850), (1, 850), (0, 1000)) == ago(2)


def test_what_a_short_gap_parts_is_one_stretch_and_a_long_one_hides_when_it_began() -> None:
    assert since((20, 850), (14, 850), (9, 850), (3, 850), (1, 850)) == ago(20)
    assert since((20, 850), (13, 850), (1, 850)) == ago(1)
    assert since((20, 850), (10, 850)) is None, "nothing is known of the last minutes"


@pytest.mark.parametrize(
    ("limit", "value", "exceeded"),
    [
        (SLOW, 899.9, True), (SLOW, 900.0, False), (SLOW, 0.0, False),
        (FigureLimit("temperature", "from", 85.0), 85.0, True), (FigureLimit("temperature", "from", 85.0), 84.9, False),
    ],
)  # fmt: skip
def test_a_limit_is_exceeded_below_or_from_its_value_on(limit: FigureLimit, value: float, exceeded: bool) -> None:
    assert limit.exceeded(value) is exceeded
