"""The hashrate of the past as a list of buckets: which width fits, and gaps that stay gaps."""

from collections.abc import Sequence
from datetime import UTC, datetime

from mining.domain.metrics import HashrateHistory, HashratePoint, Resolution
from mining.domain.store import Store

STEPS: dict[int, Resolution] = {10: "10s", 60: "1m", 300: "5m", 3600: "1h"}
KEPT = {10: 48 * 3600, 60: 30 * 86400, 300: 30 * 86400}  # s; hours for ever
MOST = 1000  # points when nobody asks for a resolution


def width(seconds: int, wanted: int | None) -> int:
    """The bucket's width in s: the wanted one or the finest that fits, coarser where the fine ones are not kept."""
    fits = [step for step in STEPS if seconds <= KEPT.get(step, seconds)]
    if wanted is not None:
        return min((step for step in fits if step >= wanted), default=3600)
    return min((step for step in fits if seconds / step <= MOST), default=3600)


async def history(store: Store, name: str, seconds: int, wanted: int | None, now: datetime) -> HashrateHistory:
    """The last `seconds` s up to the end of the bucket that holds `now`; every bucket is present."""
    step = width(seconds, wanted)
    end = (int(now.timestamp()) // step + 1) * step
    begin = end - max(1, seconds // step) * step
    rates = await store.hashrates(name, _moment(begin), _moment(end), step)
    return HashrateHistory(
        points=_fill(rates, range(begin, end, step)),
        resolution=STEPS[step],
        duration=seconds,
        from_=_moment(begin),
        to=_moment(end),
    )


def _fill(rates: Sequence[tuple[datetime, float]], buckets: range) -> tuple[HashratePoint, ...]:
    known = {int(at.timestamp()): rate for at, rate in rates}
    resolution = STEPS[buckets.step]
    return tuple(
        HashratePoint.model_construct(timestamp=_moment(at), hashrate=known.get(at), resolution=resolution)
        for at in buckets
    )


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
