"""Usual, how fast a miner is as a rule: the middle of its last days while it mined, of one algorithm alone."""

import statistics
from collections.abc import Sequence
from datetime import datetime, timedelta

from pydantic import Field

from mining.domain.value import Moment, Value

STRETCH = timedelta(days=7)  # that is looked back on
STEP = 300  # s of one sample
YOUNGEST = timedelta(days=1)  # before which nothing is usual …
FEWEST = 12  # … and with fewer samples neither: an hour of mining


class Usual(Value):
    """What one miner is usually worth; null where less than a day is known."""

    name: str
    algorithm: str | None = Field(description="Whose hashrates these are: the one that is mined; null: none is known.")
    median: float | None = Field(description="H/s")
    low: float | None = Field(description="H/s, below which a tenth of the samples is.")
    high: float | None = Field(description="H/s, above which a tenth of the samples is.")
    from_: Moment | None = Field(alias="from", description="When the first sample begins; null: there is none.")
    samples: int = Field(description="Stretches of five minutes in which it mined, of the last seven days.")


def usual(name: str, algorithm: str | None, rates: Sequence[tuple[datetime, float]], now: datetime) -> Usual:
    """What is usual by these hashrates of five minutes each, the oldest first; in those of 0 it did not mine."""
    mined = [(at, rate) for at, rate in rates if rate > 0]
    first = mined[0][0] if mined else None
    shown = Usual(name=name, algorithm=algorithm, median=None, low=None, high=None, from_=first, samples=len(mined))
    if first is None or now - first < YOUNGEST or len(mined) < FEWEST:
        return shown
    values = [rate for _, rate in mined]
    tenths = statistics.quantiles(values, n=10, method="inclusive")
    return shown.but(median=round(statistics.median(values), 3), low=round(tenths[0], 3), high=round(tenths[-1], 3))
