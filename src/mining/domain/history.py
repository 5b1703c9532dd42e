"""The history of miners: which figures of which stretch of the past are asked for, and how they are told."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import Field, WithJsonSchema

from mining.domain.metrics import Resolution
from mining.domain.value import Moment, Value

Metric = Literal["hashrate", "accepted", "rejected", "invalid", "temperature", "power", "ping", "difficulty"]
UNITS: Mapping[Metric, str | None] = {
    "hashrate": "H/s", "accepted": None, "rejected": None, "invalid": None, "temperature": "°C", "power": "W",
    "ping": "ms", "difficulty": None,
}  # fmt: skip
# Any, because whole numbers stay whole: a union of two kinds of numbers is what generators of clients stumble over.
Figure = Annotated[Any, WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "null"}]})]


class HistoryChoice(NamedTuple):
    """What is asked for."""

    miners: tuple[str, ...]
    metrics: tuple[Metric, ...]
    begin: datetime | None  # None: `seconds` before the end
    end: datetime | None  # None: now
    seconds: int
    resolution: int | None  # s; None: the finest that fits
    algorithm: str | None = None  # of the hashrate; None: the last that was mined


class MetricSeries(Value):
    """One figure of one miner, a value for each of the history's `timestamps`."""

    metric: Metric
    unit: str | None = Field(description="null: a count, or the difficulty")
    values: tuple[Figure, ...] = Field(description="null where nothing was measured.")


class MinerHistory(Value):
    """The figures of one miner."""

    name: str
    algorithm: str | None = Field(description="Whose hashrate it is; null: none is known.")
    algorithms: tuple[str, ...] = Field(description="All that were mined in this stretch, the latest first.")
    series: tuple[MetricSeries, ...] = Field(
        description="As asked for. Counters are the highest of a bucket, of the process of that time; the temperature "
        "is the highest; the others are means."
    )


class History(Value):
    """A stretch of the past in buckets that are all over; every bucket is there."""

    from_: Moment = Field(alias="from")
    to: Moment
    resolution: Resolution = Field(description="The width of a bucket, the same for all of these miners.")
    timestamps: tuple[Moment, ...] = Field(description="When each bucket begins.")
    miners: tuple[MinerHistory, ...] = Field(description="As asked for, each once.")
