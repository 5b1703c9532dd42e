"""The past of miners as lists of buckets: which width fits, and gaps that stay gaps. A bucket that is not over is
left out, for its figures would still change."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from mining.domain.algorithm import canonical
from mining.domain.history import (
    OF_A_WORK,
    UNITS,
    History,
    HistoryChoice,
    Metric,
    MetricSeries,
    MinerHistory,
    SecondHistory,
)
from mining.domain.metrics import HashrateHistory, HashratePoint, Resolution
from mining.domain.retention import Retention
from mining.domain.store import SampleStore
from mining.domain.value import moment
from mining.foundation.turns import Turns

STEPS: dict[int, Resolution] = {10: "10s", 60: "1m", 300: "5m", 3600: "1h"}
FINEST, COARSEST = 10, 3600
MOST = 1000  # points when nobody asks for a resolution
MOST_WANTED = 50_000  # points when somebody does


Beside = Mapping[str, Mapping[datetime, Mapping[Metric, float]]]  # by algorithm and bucket


class _Rates(NamedTuple):
    """The hashrates of one miner by bucket."""

    by_bucket: Mapping[datetime, float]
    algorithm: str | None  # whose they are
    algorithms: tuple[str, ...]  # all of that stretch
    beside: Beside  # what was computed beside the main work


def widths(
    seconds: int, wanted: int | None, retention: Retention, age: int | None = None, miners: int = 1
) -> Sequence[int]:
    """The widths in s that fit, finest first: not finer than wanted, kept for so long, and not too many points.

    `age` is how long ago the stretch began, where it does not reach up to now.
    """
    most = MOST if wanted is None else MOST_WANTED // max(1, miners)
    fits = [step for step in STEPS if step >= (wanted or 0) and seconds / step <= most]
    oldest = seconds if age is None else age
    return [step for step in fits if oldest <= (retention.of(step) or oldest)] or [COARSEST]


async def history(
    samples: SampleStore,
    name: str,
    seconds: int,
    wanted: int | None,
    now: datetime,
    retention: Retention,
    algorithm: str | None = None,
    card: str | None = None,
) -> HashrateHistory:
    """The last `seconds` s up to the end of the last bucket that is over; every bucket is present.

    Buckets are of that algorithm alone. When none is asked for, they are of the last one that was mined, and where
    nobody knows the algorithm, of that. They are of the whole miner, or of one `card`.
    """
    choice = HistoryChoice((name,), ("hashrate",), None, None, seconds, wanted, algorithm)
    buckets = await _buckets(samples, choice, now, retention)
    rates = await _rates(samples, name, buckets, algorithm, card)
    return HashrateHistory(
        points=await _fill(rates.by_bucket, buckets),
        resolution=STEPS[buckets.step],
        duration=seconds,
        from_=moment(buckets.start),
        to=moment(buckets.stop),
        algorithm=rates.algorithm,
        algorithms=rates.algorithms,
        card=card,
    )


async def past(samples: SampleStore, choice: HistoryChoice, now: datetime, retention: Retention) -> History:
    """The chosen figures of the chosen miners, all in the same buckets."""
    buckets = await _buckets(samples, choice, now, retention)
    moments, turns = tuple(map(moment, buckets)), Turns()
    miners = [await _miner(samples, name, choice, buckets, moments, turns) for name in choice.miners]
    return History(
        from_=moment(buckets.start),
        to=moment(buckets.stop),
        resolution=STEPS[buckets.step],
        timestamps=moments,
        miners=tuple(miners),
    )


async def _miner(
    samples: SampleStore,
    name: str,
    choice: HistoryChoice,
    buckets: range,
    moments: Sequence[datetime],
    turns: Turns,
) -> MinerHistory:
    begin, end = moment(buckets.start), moment(buckets.stop)
    rates = await _rates(samples, name, buckets, choice.algorithm)
    others = await samples.figures(name, begin, end, buckets.step) if set(choice.metrics) - {"hashrate"} else {}

    def values(metric: Metric) -> tuple[float | None, ...]:
        if metric != "hashrate":
            return tuple([others[at].get(metric) if at in others else None for at in moments])
        buckets = [rates.by_bucket.get(at) for at in moments]
        return tuple([None if rate is None else round(rate, 3) for rate in buckets])  # as exactly as it is kept

    series = []
    for metric in choice.metrics:
        series.append(MetricSeries(metric=metric, unit=UNITS[metric], values=values(metric)))
        await turns.rest()
    return MinerHistory(
        name=name,
        algorithm=rates.algorithm,
        algorithms=rates.algorithms,
        series=tuple(series),
        second=tuple(_second(algorithm, figures, choice, moments) for algorithm, figures in rates.beside.items()),
    )


def _second(
    algorithm: str,
    figures: Mapping[datetime, Mapping[Metric, float]],
    choice: HistoryChoice,
    moments: Sequence[datetime],
) -> SecondHistory:
    """The chosen figures of one algorithm beside the main one."""
    chosen = [metric for metric in choice.metrics if metric in OF_A_WORK]
    series = [
        MetricSeries(metric=metric, unit=UNITS[metric], values=tuple([_rounded(figures, at, metric) for at in moments]))
        for metric in chosen
    ]
    return SecondHistory(algorithm=algorithm, series=tuple(series))


def _rounded(figures: Mapping[datetime, Mapping[Metric, float]], at: datetime, metric: Metric) -> float | None:
    value = figures[at].get(metric) if at in figures else None
    return round(value, 3) if metric == "hashrate" and value is not None else value


async def _buckets(samples: SampleStore, choice: HistoryChoice, now: datetime, retention: Retention) -> range:
    """The buckets of that stretch that are over, in s since 1970; the finest that are retention."""
    last = int(min(now, choice.end or now).timestamp())
    first = int(choice.begin.timestamp()) if choice.begin is not None else last - choice.seconds
    age, count = int(now.timestamp()) - first, len(choice.miners)
    for step in widths(last - first, choice.resolution, retention, age, count):
        end = last // step * step
        begin = first // step * step if choice.begin is not None else end - max(1, choice.seconds // step) * step
        # Where less was kept until lately, the coarser ones may know more.
        if step == COARSEST or not any([await samples.lacks(name, step, moment(begin)) for name in choice.miners]):
            break
    return range(begin, max(begin, end), step)


async def _rates(
    samples: SampleStore, name: str, buckets: range, algorithm: str | None, card: str | None = None
) -> _Rates:
    begin, end = moment(buckets.start), moment(buckets.stop)
    mined = await samples.algorithms(name, end)
    beside = await samples.beside(name, begin, end, buckets.step) if card is None else {}  # a card tells its main work
    names = (*(each for each, _ in mined), *beside)
    if algorithm is None:
        shown = next((each for each, _ in mined), None)
        of = tuple(dict.fromkeys((shown, None)))
    else:
        shown = next((each for each in names if canonical(each) == canonical(algorithm)), algorithm)
        of = (shown,)
    by_bucket = dict(await samples.hashrates(name, begin, end, buckets.step, of, card))
    if (
        algorithm is not None and shown is not None and shown in beside
    ):  # once beside another one, and perhaps once as the main work
        rates = {at: figures["hashrate"] for at, figures in beside[shown].items() if "hashrate" in figures}
        by_bucket = rates | by_bucket
    named = dict.fromkeys((*(each for each, until in mined if until >= begin), *beside))
    return _Rates(by_bucket, shown, tuple(named), beside)


async def _fill(rates: Mapping[datetime, float], buckets: range) -> tuple[HashratePoint, ...]:
    resolution, turns = STEPS[buckets.step], Turns()
    points: list[HashratePoint] = []
    for first in range(0, len(buckets), MOST):
        points += [_point(at, rates.get(at), resolution) for at in map(moment, buckets[first : first + MOST])]
        await turns.rest()
    return tuple(points)


@lru_cache(4096)
def _point(at: datetime, rate: float | None, resolution: Resolution) -> HashratePoint:
    """One bucket: nearly all of them are asked for again, and are then the same value."""
    return HashratePoint.model_construct(timestamp=at, hashrate=rate, resolution=resolution)
