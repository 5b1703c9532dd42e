"""QuietHours, the part of each day in which nobody wants to be woken."""

import re
from datetime import time
from typing import NamedTuple

from mining.domain.message import phrase

_FORM = re.compile(r"([01]?\d|2[0-3]):([0-5]\d) ?[-–] ?([01]?\d|2[0-3]):([0-5]\d)")


class QuietHours(NamedTuple):
    """From one local time of day to another, over midnight when that one is earlier."""

    begin: time
    end: time

    def hold(self, now: time) -> bool:
        """Whether it is quiet at that time of day."""
        if self.begin < self.end:
            return self.begin <= now < self.end
        return now >= self.begin or now < self.end


def read_quiet_hours(text: str) -> QuietHours:
    """`22:00-07:00`; ValueError says what it must look like."""
    match = _FORM.fullmatch(text.strip())
    if match is None:
        raise ValueError(phrase("fault.quiet_hours", example="22:00-07:00"))
    begin, end = time(int(match[1]), int(match[2])), time(int(match[3]), int(match[4]))
    if begin == end:
        raise ValueError(phrase("fault.quiet_hours_alike", example="22:00-07:00"))
    return QuietHours(begin, end)
