"""The hashrate of the past, from a real store: every bucket present, gaps that stay gaps, a width that fits."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mining.domain.metrics import Sample
from mining.domain.retention import Retention
from mining.engine.hashrate_history import history, widths
from mining.storage.store import open_stores

NOW = datetime(2026, 1, 1, 12, 0, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seconds", "wanted", "step"),
    [
        (300, None, 10),
        (3600, None, 10),
        (6 * 3600, None, 60),
        (86400, None, 300),
        (7 * 86400, None, 3600),
        (90 * 86400, None, 3600),
        (300, 3600, 3600),
        (48 * 3600, 10, 10),
        (72 * 3600, 10, 60),
        (30 * 86400, 60, 60),
        (31 * 86400, 60, 3600),
        (90 * 86400, 300, 3600),
    ],
)
def test_the_width_is_the_finest_that_fits_and_is_still_kept(seconds: int, wanted: int | None, step: int) -> None:
    assert widths(seconds, wanted, Retention())[0] == step


@pytest.mark.parametrize(
    ("seconds", "wanted", "step"),
    [
        (3600, None, 10),
        (7200, None, 60),
        (7200, 10, 60),
        (2 * 86400, 60, 3600),
        (90 * 86400, None, 3600),
        (90 * 86400, 10, 3600),
    ],
)
def test_where_less_is_kept_the_past_is_told_coarser(seconds: int, wanted: int | None, step: int) -> None:
    assert widths(seconds, wanted, Retention(3600, 86400, 30 * 86400))[0] == step


def test_never_more_points_than_an_answer_can_hold() -> None:
    for wanted in (10, 60, 300):
        step = widths(90 * 86400, wanted, Retention(90 * 86400, 90 * 86400))[0]
        assert 90 * 86400 / step <= 50_000


async def test_what_was_dropped_while_less_was_kept_is_told_from_the_coarser(tmp_path: Path) -> None:
    longer = Retention(samples=30 * 86400, minutes=60 * 86400)
    async with open_stores(tmp_path / "history.db", retention=lambda: Retention(3600, 86400)) as store:
        for hours in (60, 59, 5, 4, 0):  # the last one prunes
            await store.samples.add("one", Sample(at=NOW - timedelta(hours=hours), hashrate=float(hours)))
        found = {}
        for hours in (1, 6, 70):
            said = await history(store.samples, "one", hours * 3600, 10, NOW, longer)
            rates = [point.hashrate for point in said.points if point.hashrate is not None]
            found[hours] = (said.resolution, rates)
    assert found[1] == ("10s", [0.0])
    assert found[6] == ("1m", [5.0, 4.0, 0.0])
    assert found[70] == ("1h", [60.0, 59.0, 5.0, 4.0, 0.0])


async def test_every_bucket_is_present_and_gaps_are_null(tmp_path: Path) -> None:
    async with open_stores(tmp_path / "history.db") as store:
        for ago in (5, 7, 100, 290):
            await store.samples.add("one", Sample(at=NOW - timedelta(seconds=ago), hashrate=float(ago)))
        found = await history(store.samples, "one", 300, None, NOW, Retention())
    points = found.points
    assert [point.timestamp for point in points] == [found.from_ + timedelta(seconds=10 * n) for n in range(30)]
    assert (found.to, found.resolution, found.duration) == (NOW.replace(second=10), "10s", 300)
    assert [point.hashrate for point in points if point.hashrate is not None] == [290.0, 100.0, 6.0]
    assert {point.resolution for point in points} == {"10s"}


async def test_a_stretch_without_any_measurement_is_all_gaps_and_never_zero(tmp_path: Path) -> None:
    async with open_stores(tmp_path / "history.db") as store:
        found = await history(store.samples, "nobody", 90 * 86400, None, NOW, Retention())
    assert len(found.points) == 90 * 24
    assert {point.hashrate for point in found.points} == {None}
