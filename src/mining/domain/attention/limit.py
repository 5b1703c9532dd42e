"""Since when a figure has been beyond its limit, as far as stored samples tell."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

STEP = 60  # s of a bucket of samples
STORED = timedelta(days=2)  # for which there are such buckets
_GAP = timedelta(minutes=5)  # between two buckets with samples of one stretch: a restart of the daemon


@dataclass(frozen=True)
class FigureLimit:
    """A figure that is too low or too high while a condition holds."""

    metric: Literal["hashrate", "temperature"]
    beyond: Literal["below", "from"]  # too low: below `value`, but not 0; too high: from `value` on
    value: float
    algorithm: str | None = None  # whose hashrate

    def exceeded(self, value: float) -> bool:
        """Whether a figure is beyond."""
        return 0 < value < self.value if self.beyond == "below" else value >= self.value


def exceeded_since(limit: FigureLimit, buckets: Iterable[tuple[datetime, float]], now: datetime) -> datetime | None:
    """When the stretch began that lasts until now; None: no whole bucket belongs to it.

    The buckets come oldest first. The one of this minute is left out: it also holds what was before.
    """
    began: datetime | None = None
    last: datetime | None = None  # the end of the latest bucket with samples
    for at, value in buckets:
        end = at + timedelta(seconds=STEP)
        if end > now:
            break
        if last is not None and at - last > _GAP:
            began = None
        began = (began or at) if limit.exceeded(value) else None
        last = end
    return began if last is not None and now - last <= _GAP else None
