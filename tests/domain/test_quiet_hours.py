"""Quiet hours: which times of day they hold, over midnight too, and how they are written."""

from datetime import time

import pytest

from mining.domain.alerts.quiet_hours import read_quiet_hours


@pytest.mark.parametrize(
    ("hours", "quiet", "loud"),
    [
        ("22:00-07:00", ["22:00", "23:59", "00:00", "06:59"], ["07:00", "12:00", "21:59"]),
        ("13:00-14:30", ["13:00", "14:29"], ["12:59", "14:30", "23:00"]),
        (" 0:00 – 6:05 ", ["00:00", "06:04"], ["06:05", "23:59"]),
    ],
)
def test_hold_from_their_begin_to_just_before_their_end(hours: str, quiet: list[str], loud: list[str]) -> None:
    read = read_quiet_hours(hours)
    assert [read.hold(time.fromisoformat(at)) for at in quiet] == [True] * len(quiet)
    assert [read.hold(time.fromisoformat(at)) for at in loud] == [False] * len(loud)


@pytest.mark.parametrize("hours", ["", "22:00", "22-7", "24:00-07:00", "22:60-07:00", "07:00-07:00", "22:00-07:00 UTC"])
def test_anything_else_says_what_they_look_like(hours: str) -> None:
    with pytest.raises(ValueError, match="22:00-07:00"):
        read_quiet_hours(hours)
