"""How a miner is said to be: each reason from what is known at that moment."""

import pytest

from mining.domain.adapter import LogSignal, Reading, Unreadable
from mining.domain.health import Observation, failure, health, pool_is_silent, status
from mining.domain.restart import Ending, FailureRecord, RestartDecision, RestartPolicy

WELL = Reading(hashrate=100.0, connected=True)
CRASH = Ending(1.0, "crash", "It ended with code 1.")


def view(answer: Reading | Unreadable | None = WELL, **more: object) -> Observation:
    known = {"wanted": "running", "age": 100.0, "stopping": False, "proven": True, "missed": 0} | more
    return Observation(answer=answer, **known)  # type: ignore[arg-type]  # a table of cases


@pytest.mark.parametrize(
    ("seen", "verdict", "code"),
    [
        (view(), "ok", None),
        (view(None, proven=False, age=3), "ok", "preparing"),
        (view(None, proven=False, age=3, trouble=LogSignal("connect_error", "refused")), "ok", "preparing"),
        (view(None, proven=False, age=30), "unreachable", "api_unreachable"),
        (view(None, proven=False, age=3, trouble=LogSignal("api_failed", "taken")), "unreachable", "api_unreachable"),
        (view(Unreadable("garbage", "rubbish")), "unreachable", "garbage"),
        (view(missed=2), "unreachable", "api_unreachable"),
        (view(missed=1), "ok", None),
        (view(Reading(paused=True), wanted="paused"), "ok", "paused_by_user"),
        (view(Reading(connected=False), trouble=LogSignal("login_refused", "bad wallet")), "degraded", "login_refused"),
        (view(Reading(connected=False), trouble=LogSignal("connect_error", "refused")), "degraded", "pool_unreachable"),
        (view(Reading(connected=False), age=5), "ok", "preparing"),
        (view(Reading(connected=False)), "degraded", "pool_unreachable"),
        (view(Reading(connected=True, preparing=True, hashrate=0.0)), "ok", "preparing"),
        (view(Reading(connected=True, preparing=True, waits_for="its node syncs")), "ok", "preparing"),
        (view(Reading(preparing=True, waits_for="its node syncs"), preparing_for=901.0), "degraded", "preparing"),
        (view(Reading(connected=True, hashrate=0.0), zero_for=31.0), "degraded", "no_hashrate"),
        (view(rejection="The pool has rejected the last 5 shares."), "degraded", "shares_rejected"),
        (view(Reading(connected=False), rejection="x", age=100), "degraded", "pool_unreachable"),
        (view(since_share=301.0, expected_share=10.0), "degraded", "pool_silent"),
        (view(Reading(paused=True), rest=LogSignal("on_battery", "on battery power")), "ok", "on_battery"),
        (view(Reading(paused=True), wanted="paused", rest=LogSignal("on_battery", "x")), "ok", "paused_by_user"),
        (view(stopping=True), "ok", None),
    ],
)
def test_each_state_has_its_reason(seen: Observation, verdict: str, code: str | None) -> None:
    found, reason = health(seen)
    assert (found, reason.code if reason else None) == (verdict, code)


@pytest.mark.parametrize("waited", [None, 5.0, 901.0])
def test_what_it_waits_for_is_told_in_its_words(waited: float | None) -> None:
    reason = health(view(Reading(preparing=True, waits_for="the node is starting"), preparing_for=waited))[1]
    assert reason is not None
    assert reason.text == "It computes nothing yet: the node is starting."


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        ("Invalid payment address provided", "Check the wallet."),
        ("Unauthorized worker", "Check the wallet."),
        ("IP Address currently banned", "A ban ends by itself"),
        ('incompatible/disabled algorithm "kawpow"', "work this miner can do"),
        ("the pool gave work without a seed", "work this miner can do"),
        ("the server is full", ""),
    ],
)
def test_the_advice_after_a_refusal_is_about_its_cause(words: str, advice: str) -> None:
    reason = health(view(Reading(connected=False), trouble=LogSignal("login_refused", words)))[1]
    assert reason is not None
    assert words in reason.text
    assert advice in reason.text
    for other in ("wallet.", "ban ends", "this miner can do"):
        assert (other in reason.text) == (other in advice), reason.text


def test_a_pause_that_nobody_asked_for_here_is_said_to_be_that() -> None:
    reason = health(view(Reading(paused=True)))[1]
    assert reason is not None
    assert "Nobody paused it here" in reason.text


@pytest.mark.parametrize(
    ("since", "expected", "silent"),
    [(299, 1, False), (301, 1, True), (800, 100, False), (801, 100, True), (None, 10, False), (9e9, None, False)],
)
def test_a_pool_is_silent_only_when_chance_is_no_excuse(
    since: float | None, expected: float | None, silent: bool
) -> None:
    assert pool_is_silent(since, expected) is silent


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        (view(), "running"),
        (view(proven=False), "starting"),
        (view(Reading(paused=True)), "paused"),
        (view(stopping=True), "stopping"),
    ],
)
def test_status_is_what_the_program_says_once_it_has_answered(seen: Observation, said: str) -> None:
    assert status(seen) == said


def test_a_failure_says_what_comes_next() -> None:
    policy = RestartPolicy()
    waiting = failure(RestartDecision(40.0, False, FailureRecord(4, 0)), CRASH, policy)
    assert (waiting.code, waiting.text) == ("waiting_to_restart", "It ended with code 1. It starts again in 40 s.")
    loop = failure(RestartDecision(300.0, True, FailureRecord(7, 5)), CRASH, policy)
    assert loop.code == "crash_loop"
    assert loop.text.startswith("5 times in a row it ended within 10 s.")
    assert failure(RestartDecision(None, False, FailureRecord(1, 0)), CRASH, policy).code == "bad_config"


def test_what_ends_at_once_each_time_is_told_with_its_last_words_where_it_has_some() -> None:
    verdict = RestartDecision(1800.0, True, FailureRecord(3, 3, 3, 1), at_once=True)
    mute = failure(verdict, CRASH, RestartPolicy())
    assert (mute.code, mute.message) == ("crash_loop", "health.ends_at_once")
    saying = failure(verdict, CRASH._replace(words="No such device / Bye"), RestartPolicy())
    assert saying.text == (
        "It ends at once: 3 times in a row, and it never worked with this configuration. It ended with code 1. "
        "Its last words: No such device / Bye. It is tried again in 30 min."
    )
