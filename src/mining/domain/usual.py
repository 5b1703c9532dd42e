"""Usual, how fast a miner is as a rule: the middle of its last days while it mined, of one algorithm alone."""

import statistics
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Annotated, Any

from pydantic import Field

from mining.domain.value import Moment, Value

STRETCH = timedelta(days=7)  # that is looked back on
STEP = 300  # s of one sample
YOUNGEST = timedelta(days=1)  # before which nothing is usual …
FEWEST = 12  # … and with fewer samples neither: an hour of mining


Rates = Sequence[tuple[datetime, float]]  # H/s of five minutes each, the oldest first; in those of 0 nothing was mined

Median = Annotated[float | None, Field(description="H/s")]
Low = Annotated[float | None, Field(description="H/s, below which a tenth of the samples is.")]
High = Annotated[float | None, Field(description="H/s, above which a tenth of the samples is.")]
From = Annotated[Moment | None, Field(alias="from", description="When the first sample begins; null: there is none.")]
Samples = Annotated[int, Field(description="Stretches of five minutes in which it mined, of the last seven days.")]


class CardUsual(Value):
    """What one graphics card is usually worth to its miner; null where less than a day is known."""

    card: str = Field(description="Its `busId` in `stats.gpu`, or its `id` where that is null.")
    median: Median
    low: Low
    high: High
    from_: From
    samples: Samples


class Usual(Value):
    """What one miner is usually worth; null where less than a day is known."""

    name: str
    algorithm: str | None = Field(description="Whose hashrates these are: the one that is mined; null: none is known.")
    median: Median
    low: Low
    high: High
    from_: From
    samples: Samples
    cards: tuple[CardUsual, ...] = Field((), description="Each graphics card that mined it in the last seven days.")


def usual(
    name: str, algorithm: str | None, rates: Rates, now: datetime, cards: Mapping[str, Rates] | None = None
) -> Usual:
    """What is usual by these hashrates, those of the whole miner and those of its cards."""
    of_cards = [CardUsual(card=card, **_middle(its, now)) for card, its in (cards or {}).items()]
    mined = tuple(each for each in of_cards if each.samples)
    return Usual(name=name, algorithm=algorithm, cards=mined, **_middle(rates, now))


def _middle(rates: Rates, now: datetime) -> dict[str, Any]:
    mined = [(at, rate) for at, rate in rates if rate > 0]
    first = mined[0][0] if mined else None
    shown = {"median": None, "low": None, "high": None, "from_": first, "samples": len(mined)}
    if first is None or now - first < YOUNGEST or len(mined) < FEWEST:
        return shown
    values = [rate for _, rate in mined]
    tenths = statistics.quantiles(values, n=10, method="inclusive")
    middle = {"median": statistics.median(values), "low": tenths[0], "high": tenths[-1]}
    return shown | {name: round(rate, 3) for name, rate in middle.items()}
