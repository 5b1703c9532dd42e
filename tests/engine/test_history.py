"""The past of miners, from a real store: every bucket that is over, gaps that stay gaps, a width that fits."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, get_args

import pytest

from mining.domain.history import HistoryChoice, Metric
from mining.domain.metrics import Sample
from mining.domain.retention import Retention
from mining.engine.history import history, past, widths
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


def test_a_stretch_that_is_long_past_is_told_no_finer_than_is_kept_of_its_beginning() -> None:
    assert widths(3600, 10, Retention(), age=3 * 86400)[0] == 60
    assert widths(3600, None, Retention(), age=40 * 86400)[0] == 3600


def test_the_more_miners_the_coarser_so_that_no_answer_grows_too_large() -> None:
    assert widths(86400, 10, Retention(), miners=5)[0] == 10
    assert widths(86400, 10, Retention(), miners=50)[0] == 300


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
    assert found[1] == ("10s", [])  # the bucket of this moment is not over
    assert found[6] == ("1m", [5.0, 4.0])
    assert found[70] == ("1h", [60.0, 59.0, 5.0, 4.0])


async def test_every_bucket_is_present_and_gaps_are_null(tmp_path: Path) -> None:
    async with open_stores(tmp_path / "history.db") as store:
        for ago in (5, 7, 8, 9, 100, 290):
            await store.samples.add("one", Sample(at=NOW - timedelta(seconds=ago), hashrate=float(ago)))
        found = await history(store.samples, "one", 300, None, NOW, Retention())
    points = found.points
    assert [point.timestamp for point in points] == [found.from_ + timedelta(seconds=10 * n) for n in range(30)]
    assert (found.to, found.resolution, found.duration) == (NOW.replace(second=0), "10s", 300)
    assert [point.hashrate for point in points if point.hashrate is not None] == [290.0, 100.0, 8.5]
    assert {point.resolution for point in points} == {"10s"}


async def test_a_stretch_without_any_measurement_is_all_gaps_and_never_zero(tmp_path: Path) -> None:
    async with open_stores(tmp_path / "history.db") as store:
        found = await history(store.samples, "nobody", 90 * 86400, None, NOW, Retention())
    assert len(found.points) == 90 * 24
    assert {point.hashrate for point in found.points} == {None}


@pytest.mark.parametrize(("step", "last"), [(10, 12 * 3600), (60, 12 * 3600), (300, 12 * 3600), (3600, 12 * 3600)])
async def test_a_bucket_that_is_not_over_is_left_out_at_every_width(tmp_path: Path, step: int, last: int) -> None:
    async with open_stores(tmp_path / "history.db") as store:
        for ago in (1, 8):  # in the bucket of now, and in the one before
            await store.samples.add("one", Sample(at=NOW - timedelta(seconds=ago), hashrate=float(ago)))
        found = await history(store.samples, "one", 7200, step, NOW, Retention())
        told = await past(store.samples, choice("one", seconds=7200, resolution=step), NOW, Retention())
    for end in (found.to, told.to):
        assert (end - NOW.replace(hour=0, minute=0, second=0)).total_seconds() == last
    assert [point.hashrate for point in found.points if point.hashrate is not None] == [8.0]
    assert [rate for rate in told.miners[0].series[0].values if rate is not None] == [8.0]
    assert told.timestamps == tuple(point.timestamp for point in found.points)


def choice(*miners: str, metrics: tuple[Metric, ...] = ("hashrate",), **more: Any) -> HistoryChoice:
    asked = {"begin": None, "end": None, "seconds": 300, "resolution": None} | more
    return HistoryChoice(miners, metrics, **asked)


async def test_every_figure_is_told_of_several_miners_in_the_same_buckets(tmp_path: Path) -> None:
    figures = {"accepted": 3, "rejected": 0, "invalid": 1, "temperature": 60.5, "power": 120.3, "ping": 21}
    async with open_stores(tmp_path / "history.db") as store:
        for second, more in ((30, 0), (32, 2)):
            grown = {name: value + more for name, value in figures.items()}
            at = NOW - timedelta(seconds=second)
            await store.samples.add(
                "one", Sample(at=at, hashrate=5.0 + more, difficulty=1000.0, algorithm="rx/0", **grown)
            )
        await store.samples.add("two", Sample(at=NOW - timedelta(seconds=100), hashrate=7.0, algorithm="cn/r"))
        for step in (10, 60, 300, 3600):
            asked = choice("one", "two", "three", metrics=get_args(Metric), seconds=7200, resolution=step)
            found = await past(store.samples, asked, NOW, Retention())
            one, two, three = found.miners
            told = {series.metric: [value for value in series.values if value is not None] for series in one.series}
            assert told == {
                "hashrate": [6.0], "accepted": [5], "rejected": [2], "invalid": [3], "temperature": [62.5],
                "power": [121.3], "ping": [22], "difficulty": [1000.0],
            }, step  # fmt: skip
            assert all(isinstance(told[count][0], int) for count in ("accepted", "rejected", "invalid", "ping"))
            assert (one.algorithm, two.algorithm, three.algorithm) == ("rx/0", "cn/r", None)
            assert {len(series.values) for miner in found.miners for series in miner.series} == {len(found.timestamps)}


async def test_a_stretch_that_is_long_past_is_told_with_what_was_mined_then(tmp_path: Path) -> None:
    async with open_stores(tmp_path / "history.db") as store:
        for days, algorithm in ((9, "rx/0"), (1, "cn/r")):
            at = NOW - timedelta(days=days)
            await store.samples.add("one", Sample(at=at, hashrate=float(days), algorithm=algorithm))
        begin, end = NOW - timedelta(days=10), NOW - timedelta(days=8)
        found = await past(store.samples, choice("one", begin=begin, end=end), NOW, Retention())
        finer = await past(store.samples, choice("one", begin=begin, end=end, resolution=10), NOW, Retention())
    assert (found.miners[0].algorithm, found.miners[0].algorithms) == ("rx/0", ("rx/0",))
    assert [rate for rate in found.miners[0].series[0].values if rate is not None] == [9.0]
    assert found.from_ <= begin
    assert found.to <= end
    assert finer.resolution == "1m"  # which is the finest that is kept of that time


async def test_of_a_stretch_without_a_bucket_that_is_over_nothing_is_told(tmp_path: Path) -> None:
    async with open_stores(tmp_path / "history.db") as store:
        asked = choice("one", begin=NOW - timedelta(seconds=3), resolution=3600)
        found = await past(store.samples, asked, NOW, Retention())
    assert (found.timestamps, found.miners[0].series[0].values) == ((), ())
