"""The figures of a run: averages without pauses, shares that are not made up, waits that have no excuse."""

from datetime import UTC, datetime, timedelta

import pytest

from mining.domain.adapter import Reading, Work
from mining.domain.metrics import Gpu
from mining.domain.pool import Pool
from mining.engine.supervision.run_metrics import ASKING, RunMetrics

T0 = datetime(2026, 1, 1, tzinfo=UTC)


class Bench:
    """A gauge and a clock of its own."""

    def __init__(self, adopted: bool = False) -> None:
        self.now = 100.0
        self.metrics = RunMetrics(Pool(pool="pool.example:3333"), self.now, False, adopted)

    def read(self, after: float, **reading: object) -> None:
        self.now += after
        self.metrics.leave_out_standstill(after, self.now)
        self.metrics.take(Reading(**reading), self.now, self.at)  # type: ignore[arg-type]  # figures of any kind

    @property
    def at(self) -> datetime:
        return T0 + timedelta(seconds=self.now)

    @property
    def average(self) -> float | None:
        return self.metrics.stats(self.at, 0, None, None, None).hashrate_avg

    @property
    def last_share(self) -> datetime | None:
        return self.metrics.stats(self.at, 0, None, None, None).last_share_at


def test_the_average_leaves_out_pauses_gaps_and_what_is_older_than_a_quarter_of_an_hour() -> None:
    bench = Bench()
    assert bench.average is None
    bench.read(10, hashrate=100.0)
    bench.read(10, hashrate=None)
    bench.read(10, hashrate=0.0)
    bench.read(10, hashrate=50.0, paused=True)
    bench.read(10, hashrate=300.0)
    assert bench.average == 200.0
    bench.read(880, hashrate=500.0)
    assert bench.average == 400.0


def test_the_average_begins_anew_when_the_algorithm_changes() -> None:
    bench = Bench()
    bench.read(10, hashrate=100.0, algorithm="rx/0")
    bench.read(10, hashrate=9.0, algorithm="cn/r")
    assert bench.average == 9.0


def test_who_counts_no_shares_misses_none() -> None:
    counting, silent = Bench(), Bench()
    for bench, accepted in ((counting, 0), (silent, None)):
        bench.read(10, hashrate=100.0, accepted=accepted, rejected=accepted, connected=True)
        bench.read(1000, hashrate=100.0, accepted=accepted, rejected=accepted, connected=True)
    assert counting.metrics.since_share() > 1000
    assert silent.metrics.since_share() == 0


def test_a_daemon_that_stood_still_since_the_last_reading_accuses_nobody() -> None:
    bench = Bench()
    bench.read(10, hashrate=0.0, accepted=0, connected=True)
    bench.now += 1000
    assert (bench.metrics.zero_for(), bench.metrics.since_share()) == (0, 0)


@pytest.mark.parametrize("reading", [{"hashrate": 0.0}, {"hashrate": None, "idle": True, "preparing": False}])
def test_nor_by_an_answer_that_lay_there_all_the_time_it_stood_still(reading: dict[str, object]) -> None:
    bench = Bench()
    bench.read(10, **reading)
    bench.now += 1000
    bench.read(10, **reading)
    lasts = [bench.metrics.zero_for(), bench.metrics.idle_for()]
    assert [each for each in lasts if each is not None] == [10 + ASKING]
    bench.read(600, **reading)
    assert max(each for each in lasts if each is not None) + 600 in [bench.metrics.zero_for(), bench.metrics.idle_for()]


def test_nor_for_a_share_that_is_missing_or_for_what_is_asked_in_vain() -> None:
    bench = Bench()
    bench.read(10, hashrate=100.0, accepted=7)
    bench.read(20, hashrate=100.0, accepted=7)
    bench.now += 1000
    bench.metrics.leave_out_standstill(5, bench.now)  # in vain
    assert bench.metrics.since_share() == 0
    bench.read(10, hashrate=100.0, accepted=7)
    assert bench.metrics.since_share() == 20 + 5 + ASKING + 10
    assert bench.metrics.awake(bench.now) == bench.now - (1000 - 5 - ASKING)


def test_a_poll_out_of_turn_makes_no_standstill_of_the_wait_for_the_next() -> None:
    bench = Bench()
    bench.read(10, hashrate=0.0)
    bench.now += 40
    bench.metrics.leave_out_standstill(0.0, bench.now)
    bench.now += 20
    bench.metrics.leave_out_standstill(60.0, bench.now)
    assert bench.metrics.awake(bench.now) == bench.now


def test_the_time_of_the_last_share_is_known_only_if_it_was_seen() -> None:
    fresh, adopted = Bench(), Bench(adopted=True)
    for bench in (fresh, adopted):
        bench.read(10, hashrate=1.0, accepted=7)
    assert (fresh.last_share, adopted.last_share) == (fresh.at, None)
    seen = fresh.at
    for bench in (fresh, adopted):
        bench.read(10, hashrate=1.0, accepted=7)
    assert (fresh.last_share, adopted.last_share) == (seen, None)
    adopted.read(10, hashrate=1.0, accepted=8)
    assert adopted.last_share == adopted.at


def test_the_wait_for_a_share_counts_only_while_it_computes() -> None:
    bench = Bench()
    bench.read(10, hashrate=1.0, accepted=0)
    bench.read(90, hashrate=1.0, accepted=0)
    assert bench.metrics.since_share() == 100
    bench.read(50, hashrate=1.0, accepted=0, paused=True)
    assert bench.metrics.since_share() == 0
    bench.read(50, hashrate=1.0, accepted=0)
    assert bench.metrics.since_share() == 50
    bench.read(5, hashrate=1.0, accepted=1)
    assert bench.metrics.since_share() == 0


@pytest.mark.parametrize(
    ("rate", "difficulty", "expected"),
    [(1000.0, 120_000.0, 120.0), (None, 5.0, None), (0.0, 5.0, None), (5.0, None, None)],
)
def test_a_share_is_expected_every_difficulty_over_hashrate_seconds(
    rate: float | None, difficulty: float | None, expected: float | None
) -> None:
    bench = Bench()
    bench.read(1, hashrate=rate, difficulty=difficulty)
    assert bench.metrics.expected_share == expected


@pytest.mark.parametrize("excuse", [{"paused": True}, {"preparing": True}, {"connected": False}, {"hashrate": None}])
def test_zero_counts_only_without_an_excuse(excuse: dict[str, object]) -> None:
    bench = Bench()
    bench.read(1, hashrate=0.0)
    bench.read(60, hashrate=0.0)
    assert bench.metrics.zero_for() == 60
    bench.read(1, **({"hashrate": 0.0} | excuse))
    assert bench.metrics.zero_for() is None


@pytest.mark.parametrize(("rate", "quality"), [(None, "unavailable"), (0.0, "zero"), (1.0, "valid")])
def test_what_is_not_known_is_never_called_zero(rate: float | None, quality: str) -> None:
    bench = Bench()
    bench.read(1, hashrate=rate)
    stats = bench.metrics.stats(bench.at, 5, None, None, None)
    assert (stats.hashrate, stats.quality, stats.connection.pool) == (rate, quality, "pool.example:3333")
    assert bench.metrics.sample(stats, bench.at).power is None


def test_before_the_first_answer_only_the_pool_is_known() -> None:
    blank = Bench().metrics.blank(3, "1.2")
    assert (blank.connection.pool, blank.uptime, blank.version, blank.hashrate) == ("pool.example:3333", 3, "1.2", None)


def test_two_works_are_told_apart_and_the_flat_figures_are_those_of_the_main_one() -> None:
    bench = Bench()
    second = Work("zil", 3.0, accepted=1, rejected=2, invalid=0, pool="zil.example:1")
    bench.read(1, algorithm="kaspa", hashrate=500.0, accepted=9, rejected=1, second=(second,))
    stats = bench.metrics.stats(bench.at, 5, None, None, None)
    shown = [(work.algorithm, work.hashrate, work.shares.to_json(), work.pool) for work in stats.work]
    assert shown == [
        ("kaspa", 500.0, {"accepted": 9, "rejected": 1, "invalid": None}, "pool.example:3333"),
        ("zil", 3.0, {"accepted": 1, "rejected": 2, "invalid": 0}, "zil.example:1"),
    ]
    assert (stats.algorithm, stats.hashrate, stats.shares.accepted) == ("kaspa", 500.0, 9)
    assert bench.metrics.sample(stats, bench.at).hashrate == 500.0


def test_one_work_is_a_list_of_one_and_before_the_first_answer_there_is_none() -> None:
    bench = Bench()
    assert bench.metrics.blank(3, "1.2").work == ()
    assert bench.metrics.stats(bench.at, 5, None, None, None).work == ()
    bench.read(1, algorithm="rx/0", hashrate=7.0)
    assert [each.hashrate for each in bench.metrics.stats(bench.at, 5, None, None, None).work] == [7.0]


def test_it_has_moved_only_where_it_is_connected_to_another_pool_than_before() -> None:
    bench = Bench()
    for pool, connected, moved in (
        ("pool.example:3333", True, None),
        ("spare.example:3333", False, None),
        (None, True, None),
        ("spare.example:3333", True, ("pool.example:3333", "spare.example:3333")),
        ("spare.example:3333", True, None),
        ("pool.example:3333", None, ("spare.example:3333", "pool.example:3333")),
    ):
        bench.read(10, pool=pool, connected=connected)
        assert bench.metrics.moved() == moved
        assert bench.metrics.moved() is None, "it was told twice"


def test_the_cards_that_tell_their_hashrate_are_kept_by_place_or_number_and_none_that_has_a_double() -> None:
    bench = Bench()
    placed = Gpu(id=3, bus_id="0000:01:00.0", hashrate=60.0)
    doubles = (Gpu(id=1, backend="cuda", hashrate=5.0), Gpu(id=1, backend="opencl", hashrate=6.0))
    bench.read(1, hashrate=100.0, gpu=(placed, Gpu(id=0, hashrate=40.0), Gpu(id=2), *doubles))
    assert kept(bench) == {"0000:01:00.0": 60.0, "0": 40.0}
    bench.read(1, hashrate=100.0, paused=True, gpu=(placed,))
    assert kept(bench) == {"0000:01:00.0": 0.0}


def kept(bench: Bench) -> dict[str, float]:
    sample = bench.metrics.sample(bench.metrics.stats(bench.at, 0, None, None, None), bench.at)
    return {each.card: each.hashrate for each in sample.cards}
