"""When a miner is restarted, how long that waits, and when it is given up."""

import pytest

from mining.domain.restart import (
    Ending,
    FailureRecord,
    LifeSigns,
    RestartDecision,
    RestartPolicy,
    after_exit,
    hang,
    restart_delay,
)

POLICY = RestartPolicy()


def after(record: FailureRecord, ran: float, cause="crash", workless=None, **more) -> RestartDecision:
    return after_exit(POLICY, record, Ending(ran, cause, "It ended.", workless), 0.5, **more)


def test_waits_longer_after_each_failure_up_to_five_minutes():
    assert [restart_delay(POLICY, n, 0.5) for n in range(1, 9)] == [5, 10, 20, 40, 80, 160, 300, 300]
    assert restart_delay(POLICY, 10**6, 0.5) == 300


@pytest.mark.parametrize(("chance", "expected"), [(0.0, 4.5), (0.5, 5.0), (0.999999, 5.5)])
def test_the_delay_varies_by_a_tenth(chance, expected):
    assert restart_delay(POLICY, 1, chance) == pytest.approx(expected, rel=1e-4)


def test_a_healthy_run_makes_the_next_failure_a_first_one():
    past = FailureRecord(failures=6, quick=2)
    assert after(past, 600).delay == 5
    assert after(past, 599).delay == 300


def test_five_quick_exits_in_a_row_are_a_crash_loop_that_still_tries_again():
    record, verdicts = FailureRecord(), []
    for _ in range(5):
        verdicts.append(after(record, 3))
        record = verdicts[-1].record
    assert [v.crash_loop for v in verdicts] == [False] * 4 + [True]
    assert verdicts[-1].delay == 80
    assert after(record, 10).record.quick == 0


@pytest.mark.parametrize("cause", ["crash", "exit", "signal", "oom", "hang", "unknown"])
def test_only_a_config_exit_is_final(cause):
    assert after(FailureRecord(), 1, cause).delay == 5
    assert after(FailureRecord(), 1, "config").delay is None


def verdicts(*runs: tuple[float, int | None]) -> list[RestartDecision]:
    """The decisions after runs of so many seconds that did no work and ended with these codes."""
    decisions, record = [], FailureRecord()
    for ran, workless in runs:
        decisions.append(after(record, ran, workless=workless))
        record = decisions[-1].record
    return decisions


def test_what_ends_at_once_three_times_alike_without_any_work_is_left_alone_for_longer_than_after_any_crash():
    decisions = verdicts((1, 2), (1, 2), (1, 2), (1, 2))
    assert [each.delay for each in decisions] == [5, 10, 1800, 1800]
    assert [each.at_once for each in decisions] == [False, False, True, True]


@pytest.mark.parametrize(
    "runs",
    [
        [(1, 1), (1, 2), (1, 1)],  # not alike
        [(1, 1), (11, 1), (1, 1)],  # not at once
        [(1, None)] * 3,  # it worked before, or nobody saw its code
        [(1, -9)] * 3,  # somebody else ended it
    ],
)
def test_whatever_else_ends_is_started_again_as_after_a_crash(runs):
    assert [each.at_once for each in verdicts(*runs)] == [False] * 3


def test_one_that_ends_at_once_without_an_error_counts_as_well():
    assert verdicts((1, 0), (1, 0), (1, 0))[-1].at_once


def test_a_processor_that_lacks_the_programs_instructions_counts_as_its_own_end():
    assert verdicts((1, -4), (1, -4), (1, -4))[-1].at_once


def test_missing_cards_are_looked_for_as_before_however_often():
    record = verdicts((1, 2), (1, 2))[-1].record
    assert after(record, 1, workless=2, seldom=True).delay == 300


@pytest.mark.parametrize(
    ("signs", "hung"),
    [
        (LifeSigns(age=60, answered=None, line=1, zero=None), False),
        (LifeSigns(age=61, answered=None, line=1, zero=None), True),
        (LifeSigns(age=900, answered=61, line=61, zero=None), True),
        (LifeSigns(age=900, answered=61, line=None, zero=None), True),
        (LifeSigns(age=900, answered=61, line=59, zero=None), False),
        (LifeSigns(age=900, answered=1, line=900, zero=300), False),
        (LifeSigns(age=900, answered=1, line=900, zero=301), True),
    ],
)
def test_a_run_hangs_only_when_it_shows_no_life(signs, hung):
    assert (hang(POLICY, signs) is not None) == hung


def test_at_most_three_hangs_an_hour_are_answered_by_a_restart():
    assert hang(POLICY, LifeSigns(99, None, None, None, hangs=(10, 20, 3599))) is None
    assert hang(POLICY, LifeSigns(99, None, None, None, hangs=(10, 20, 3600))) is not None
