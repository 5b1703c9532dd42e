"""The history of miners: which figures of which stretch of the past are asked for, and how they are told."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import Field, WithJsonSchema

from mining.domain.errors import ErrorDetail, InvalidRequest
from mining.domain.message import phrase
from mining.domain.metrics import Gpu, Resolution
from mining.domain.value import Moment, Value

OF_A_WORK = ("hashrate", "accepted", "rejected", "invalid")  # the figures that each algorithm has of its own
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


class SecondHistory(Value):
    """The figures of an algorithm that a miner computed beside its main one."""

    algorithm: str
    series: tuple[MetricSeries, ...] = Field(
        description="Those asked for among hashrate, accepted, rejected and invalid."
    )


class MinerHistory(Value):
    """The figures of one miner."""

    name: str
    algorithm: str | None = Field(description="Whose hashrate it is; null: none is known.")
    algorithms: tuple[str, ...] = Field(
        description="All that were mined in this stretch, the latest first, then those of `second`."
    )
    series: tuple[MetricSeries, ...] = Field(
        description="As asked for. Counters are the highest of a bucket, of the process of that time; the temperature "
        "is the highest; the others are means. All but the hashrate are those of the main work, or of the whole miner."
    )
    second: tuple[SecondHistory, ...] = Field((), description="What was computed beside the main work, by algorithm.")


class History(Value):
    """A stretch of the past in buckets that are all over; every bucket is there."""

    from_: Moment = Field(alias="from")
    to: Moment
    resolution: Resolution = Field(description="The width of a bucket, the same for all of these miners.")
    timestamps: tuple[Moment, ...] = Field(description="When each bucket begins.")
    miners: tuple[MinerHistory, ...] = Field(description="As asked for, each once.")


def measured_card(wanted: str, gpus: Sequence[Gpu], measured: Sequence[str]) -> str:
    """The card (`Gpu.card`) that is asked for by its place or number, among those in use and those once measured."""
    cards = dict.fromkeys((*(gpu.card for gpu in gpus), *measured))
    numbered = {gpu.card for gpu in gpus if str(gpu.id) == wanted}
    if len(numbered) == 1:
        return numbered.pop()
    if (place := wanted.lower()) in cards:
        return place
    issue = phrase("fault.no_such_card", card=wanted, cards=", ".join(cards)) if cards else phrase("fault.no_card_yet")
    raise InvalidRequest([ErrorDetail("card", issue)])
