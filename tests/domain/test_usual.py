"""What is usual for a miner, by the hashrates of its last days."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from mining.domain.usual import STEP, usual

NOW = datetime(2026, 1, 8, tzinfo=UTC)


def rates(values: Sequence[float], age: timedelta = timedelta(days=7)) -> list[tuple[datetime, float]]:
    """Hashrates of five minutes each, from so long ago on."""
    return [(NOW - age + timedelta(seconds=STEP * place), value) for place, value in enumerate(values)]


def test_the_middle_four_fifths_lie_between_low_and_high() -> None:
    shown = usual("one", "rx/0", rates([float(each) for each in range(1, 102)]), NOW)
    assert (shown.median, shown.low, shown.high, shown.samples) == (51.0, 11.0, 91.0, 101)
    assert shown.from_ == NOW - timedelta(days=7)
    assert shown.to_json()["from"] == "2026-01-01T00:00:00Z"


def test_what_it_did_not_mine_does_not_count() -> None:
    shown = usual("one", "rx/0", rates([0.0] * 500 + [10.0] * 20 + [0.0] * 500), NOW)
    assert (shown.median, shown.low, shown.high, shown.samples) == (10.0, 10.0, 10.0, 20)
    assert shown.from_ == NOW - timedelta(days=7) + 500 * timedelta(seconds=STEP)


def test_below_a_day_nothing_is_usual() -> None:
    young = usual("one", "rx/0", rates([10.0] * 280, timedelta(hours=23, minutes=59)), NOW)
    assert (young.median, young.low, young.high, young.samples) == (None, None, None, 280)
    old = usual("one", "rx/0", rates([10.0] * 280, timedelta(hours=24)), NOW)
    assert old.median == 10.0


def test_few_samples_of_long_ago_are_no_rule() -> None:
    assert usual("one", "rx/0", rates([10.0] * 11), NOW).median is None
    assert usual("one", "rx/0", rates([10.0] * 12), NOW).median == 10.0


def test_of_nothing_nothing_is_usual() -> None:
    shown = usual("one", None, [], NOW)
    assert (shown.from_, shown.samples, shown.median) == (None, 0, None)
