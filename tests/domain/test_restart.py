"""When a miner is restarted, how long that waits, and when it is given up."""

import pytest

from mining.domain.restart import FailureRecord, LifeSigns, RestartPolicy, after_exit, hang, restart_delay

POLICY = RestartPolicy()


def test_waits_longer_after_each_failure_up_to_five_minutes():
    assert [restart_delay(POLICY, n, 0.5) for n in range(1, 9)] == [5, 10, 20, 40, 80, 160, 300, 300]
    assert restart_delay(POLICY, 10**6, 0.5) == 300


@pytest.mark.parametrize(("chance", "expected"), [(0.0, 4.5), (0.5, 5.0), (0.999999, 5.5)])
def test_the_delay_varies_by_a_tenth(chance, expected):
    assert restart_delay(POLICY, 1, chance) == pytest.approx(expected, rel=1e-4)


def test_a_healthy_run_makes_the_next_failure_a_first_one():
    past = FailureRecord(failures=6, quick=2)
    assert after_exit(POLICY, past, 600, "crash", 0.5).delay == 5
    assert after_exit(POLICY, past, 599, "crash", 0.5).delay == 300


def test_five_quick_exits_in_a_row_are_a_crash_loop_that_still_tries_again():
    record, verdicts = FailureRecord(), []
    for _ in range(5):
        verdicts.append(after_exit(POLICY, record, 3, "crash", 0.5))
        record = verdicts[-1].record
    assert [v.crash_loop for v in verdicts] == [False] * 4 + [True]
    assert verdicts[-1].delay == 80
    assert after_exit(POLICY, record, 10, "crash", 0.5).record.quick == 0


@pytest.mark.parametrize("cause", ["crash", "exit", "signal", "oom", "hang", "unknown"])
def test_only_a_config_exit_is_final(cause):
    assert after_exit(POLICY, FailureRecord(), 1, cause, 0.5).delay == 5
    assert after_exit(POLICY, FailureRecord(), 1, "config", 0.5).delay is None


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
