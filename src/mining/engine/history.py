"""The hashrate of the past as a list of buckets: which width fits, and gaps that stay gaps."""

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

from mining.domain.algorithm import canonical
from mining.domain.metrics import HashrateHistory, HashratePoint, Resolution
from mining.domain.retention import Retention
from mining.domain.store import SampleStore
from mining.domain.value import moment

STEPS: dict[int, Resolution] = {10: "10s", 60: "1m", 300: "5m", 3600: "1h"}
FINEST, COARSEST = 10, 3600
MOST = 1000  # points when nobody asks for a resolution
MOST_WANTED = 50_000  # points when somebody does


def widths(seconds: int, wanted: int | None, kept: Retention) -> Sequence[int]:
    """The widths in s that fit, finest first: not finer than wanted, kept for so long, and not too many points."""
    most = MOST if wanted is None else MOST_WANTED
    fits = [step for step in STEPS if step >= (wanted or 0) and seconds / step <= most]
    return [step for step in fits if seconds <= (kept.of(step) or seconds)] or [COARSEST]


async def history(
    samples: SampleStore,
    name: str,
    seconds: int,
    wanted: int | None,
    now: datetime,
    kept: Retention,
    algorithm: str | None = None,
) -> HashrateHistory:
    """The last `seconds` s up to the end of the bucket that holds `now`; every bucket is present.

    Buckets are of that algorithm alone. When none is asked for, they are of the last one that was mined, and where
    nobody knows the algorithm, of that.
    """
    for step in widths(seconds, wanted, kept):
        end = (int(now.timestamp()) // step + 1) * step
        begin = end - max(1, seconds // step) * step
        # Where less was kept until lately, the coarser ones may know more.
        if step == COARSEST or not await samples.lacks(name, step, moment(begin)):
            break
    mined = await samples.algorithms(name)
    shown = next((each for each, _ in mined if algorithm is None or canonical(each) == canonical(algorithm)), algorithm)
    of = (shown,) if algorithm is not None else tuple(dict.fromkeys((shown, None)))
    rates = await samples.hashrates(name, moment(begin), moment(end), step, of)
    return HashrateHistory(
        points=_fill(rates, range(begin, end, step)),
        resolution=STEPS[step],
        duration=seconds,
        from_=moment(begin),
        to=moment(end),
        algorithm=shown,
        algorithms=tuple(each for each, until in mined if until >= moment(begin)),
    )


def _fill(rates: Sequence[tuple[datetime, float]], buckets: range) -> tuple[HashratePoint, ...]:
    known, resolution = dict(rates), STEPS[buckets.step]
    return tuple([_point(at, known.get(at), resolution) for at in map(moment, buckets)])


@lru_cache(4096)
def _point(at: datetime, rate: float | None, resolution: Resolution) -> HashratePoint:
    """One bucket: nearly all of them are asked for again, and are then the same value."""
    return HashratePoint.model_construct(timestamp=at, hashrate=rate, resolution=resolution)
