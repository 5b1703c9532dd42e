"""A line of a miner's text that begins with its time, taken apart; most programs write one as `[DATE TIME] …`."""

import re
from datetime import datetime
from typing import NamedTuple

_STAMPED = re.compile(r"\[(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{3})?)\] ?(.*)")


class StampedLine(NamedTuple):
    """When it was written, by the local clock of its program, and what follows; None where that is no time."""

    at: datetime | None
    text: str


def stamped(line: str) -> StampedLine | None:
    """The parts of a line that begins with a time; None for every other."""
    match = _STAMPED.match(line)
    if match is None:
        return None
    try:
        return StampedLine(datetime.fromisoformat(match[1]), match[2])
    except ValueError:  # the 31st of February
        return StampedLine(None, match[2])
