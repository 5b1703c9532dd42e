"""Which troubles are told and when: not what passes by itself, nothing twice, and nothing in quiet hours."""

from datetime import UTC, datetime
from typing import Any, get_args

import pytest

from mining.domain.alerts.alert import (
    AlertKey,
    AlertState,
    Condition,
    Firing,
    Resolved,
    all_conditions,
    condition_of,
    evaluate,
)
from mining.domain.alerts.notification import Notification
from mining.domain.miner import LastExit, Miner, Reason

NOON = datetime(2026, 11, 3, 12, 0, tzinfo=UTC)
GRACE = 60.0
ONE = AlertKey("miner", "one")
WALLET = "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"


def a_miner(status: str = "running", health: str = "ok", code: str | None = None, **more: Any) -> Miner:
    text = more.pop("text", "It ended with exit code 1. It starts again in 5 s.")
    reason = Reason.model_validate({"code": code, "text": text}) if code else None
    usual = {"name": "one", "type": "xmrig", "wanted": "running", "config": {"pool": "a:1", "wallet": WALLET}}
    return Miner.model_validate(usual | {"status": status, "health": health, "reason": reason} | more)


WAITS = a_miner("error", "unreachable", "waiting_to_restart", next_restart_at=NOON)
LOOPS = a_miner("error", "unreachable", "crash_loop", next_restart_at=NOON)
HANG = LastExit(cause="hang", at=NOON)
HUNG = WAITS.but(last_exit=HANG)
FINAL = a_miner("error", "unreachable", "bad_config")
NO_POOL = a_miner("running", "degraded", "pool_unreachable", text="It has no connection to a pool. It keeps trying.")
SILENT = a_miner("running", "unreachable", "api_unreachable")
STARTS = a_miner("starting", "ok", "preparing")
RUNS = a_miner(hashrate=4520.5)
STOPPED = a_miner("stopped", wanted="stopped")


class Owner:
    """Somebody who is told; remembers what."""

    def __init__(self) -> None:
        self.states: dict[AlertKey, AlertState] = {}
        self.now = 1000.0
        self.told: list[Notification] = []
        self.quiet = False

    def see(self, condition: Miner | Condition, seconds: float = 0.0, key: AlertKey = ONE) -> list[str]:
        """Let a condition last for some seconds, looked at every 5 s; the topics that are told of meanwhile."""
        found = condition_of(condition) if isinstance(condition, Miner) else condition
        before, end = len(self.told), self.now + seconds
        while True:
            self.states, notifications = evaluate(
                self.states, {key: found}, NOON, self.now, quiet=self.quiet, grace=GRACE
            )
            self.told += notifications
            if self.now >= end:
                return [notification.topic for notification in self.told[before:]]
            self.now += 5


@pytest.fixture
def owner() -> Owner:
    return Owner()


def test_a_single_crash_that_is_mended_by_a_restart_is_not_told(owner: Owner) -> None:
    assert owner.see(WAITS, 5) == []
    assert owner.see(STARTS, 5) == []
    assert owner.see(RUNS, 3600) == []
    assert owner.states == {}


@pytest.mark.parametrize("trouble", [WAITS, NO_POOL, SILENT])
def test_what_lasts_longer_than_the_grace_is_told_once(owner: Owner, trouble: Miner) -> None:
    assert owner.see(trouble, 55) == []
    assert owner.see(trouble, 5) == ["trouble"]
    assert owner.see(trouble, 24 * 3600) == []


@pytest.mark.parametrize("trouble", [LOOPS, HUNG, FINAL])
def test_what_will_not_pass_is_told_at_once_and_once(owner: Owner, trouble: Miner) -> None:
    assert owner.see(trouble) == ["trouble"]
    assert owner.see(trouble, 24 * 3600) == []


def test_a_crash_loop_is_one_message_however_it_goes_on(owner: Owner) -> None:
    topics = []
    for wait in (5, 10, 20, 40, 80, 160, 300, 300, 300):
        topics += owner.see(WAITS if wait < 80 else LOOPS, wait)
        topics += owner.see(STARTS) + owner.see(RUNS, 5)
    assert topics == ["trouble"]


def test_crashes_that_go_on_for_longer_than_the_grace_are_told(owner: Owner) -> None:
    assert owner.see(WAITS, 5) + owner.see(RUNS, 30) + owner.see(WAITS, 10) + owner.see(RUNS, 20) == []
    assert owner.see(WAITS) == ["trouble"]


def test_a_worse_trouble_is_told_though_a_lesser_one_was(owner: Owner) -> None:
    assert owner.see(NO_POOL, 60) == ["trouble"]
    assert owner.see(WAITS, 5) + owner.see(NO_POOL, 100) == []  # a single crash in between is not
    assert owner.see(FINAL) == ["trouble"]
    assert owner.see(WAITS, 600) + owner.see(NO_POOL, 600) + owner.see(FINAL) == []


def test_its_end_is_told_when_it_has_held_and_only_if_the_trouble_was(owner: Owner) -> None:
    owner.see(NO_POOL, 60)
    assert owner.see(RUNS, 55) == []
    assert owner.see(RUNS, 5) == ["recovered"]
    assert owner.told[-1].title == "one is well again"
    assert owner.told[-1].text == "It mines with 4.52 kH/s. It was in trouble for 1 min."
    assert owner.see(RUNS, 3600) == []
    assert owner.states == {}


def test_a_trouble_that_keeps_coming_back_is_told_more_and_more_seldom(owner: Owner) -> None:
    day = [owner.see(WAITS, 120) + owner.see(RUNS, 300) for _ in range(24 * 3600 // 420)]
    topics = [topic for round in day for topic in round]
    assert topics[:2] == ["trouble", "recovered"]
    assert len(topics) < 10


def test_after_a_quiet_hour_the_next_trouble_is_a_first_one_again(owner: Owner) -> None:
    for _ in range(3):
        assert owner.see(LOOPS) == ["trouble"]
        assert owner.see(RUNS, 2 * 3600) == ["recovered"]
    assert owner.see(LOOPS) + owner.see(RUNS, 60) == ["trouble", "recovered"]


def test_what_comes_back_within_an_hour_must_hold_twice_as_long_and_later_it_need_not(owner: Owner) -> None:
    owner.see(LOOPS)
    assert owner.see(RUNS, 3500) == ["recovered"]
    assert owner.see(LOOPS) == ["trouble"]
    assert owner.see(RUNS, 60) == []
    assert owner.see(RUNS, 60) == ["recovered"]
    assert owner.see(RUNS, 3700) == []
    assert owner.states == {}, "an hour later nothing is remembered of it"
    assert owner.see(LOOPS) == ["trouble"]
    assert owner.see(RUNS, 60) == ["recovered"]


def test_however_often_it_comes_back_an_hour_is_the_longest_that_it_must_hold(owner: Owner) -> None:
    for times in range(7):
        assert owner.see(LOOPS) == ["trouble"]
        hold = min(60 * 2**times, 3600)
        assert owner.see(RUNS, hold - 5) == []
        assert owner.see(RUNS, 5) == ["recovered"]


def test_a_miner_that_is_stopped_in_its_trouble_is_nobodys_concern(owner: Owner) -> None:
    owner.see(LOOPS)
    assert owner.see(STOPPED, 600) == []
    assert owner.states == {}
    assert owner.see(RUNS, 600) == []


def test_on_its_way_it_is_neither_in_trouble_nor_well(owner: Owner) -> None:
    owner.see(LOOPS)
    assert owner.see(STARTS, 600) == []
    assert owner.see(RUNS, 60) == ["recovered"]
    owner.see(WAITS, 5)
    assert owner.see(STARTS, 600) == []


def test_in_quiet_hours_nothing_is_told_and_afterwards_what_is_still_wrong(owner: Owner) -> None:
    two, three = AlertKey("miner", "two"), AlertKey("miner", "three")
    owner.see(LOOPS)
    owner.quiet = True
    assert owner.see(FINAL) + owner.see(RUNS, 3600) == []
    assert owner.see(NO_POOL, 7200, two) == []
    assert owner.see(LOOPS, 10, three) + owner.see(RUNS, 600, three) == []
    owner.quiet = False
    assert owner.see(RUNS) + owner.see(NO_POOL, 0, two) + owner.see(RUNS, 0, three) == ["recovered", "trouble"]
    assert owner.told[-1].text.endswith("This has lasted for 2 h 10 min.")


def test_a_miner_between_two_moments_of_one_verb_is_not_in_trouble() -> None:
    assert condition_of(a_miner("error", "unreachable")) == "unclear"
    assert condition_of(a_miner("stopping")) == "unclear"


def test_what_the_operator_decided_of_the_daemons_start_is_no_trouble(owner: Owner) -> None:
    assert owner.see(a_miner("error", "unreachable", "autostart_delay", next_restart_at=NOON), 600) == []
    assert owner.see(a_miner("error", "unreachable", "autostart_off"), 600) == []


@pytest.mark.parametrize("miner", [RUNS, a_miner("paused", code="paused_by_user"), a_miner(code="on_battery")])
def test_rest_is_as_good_as_work(miner: Miner) -> None:
    assert isinstance(condition_of(miner), Resolved)


@pytest.mark.parametrize("status", ["error", "running"])
@pytest.mark.parametrize("code", get_args(Reason.model_fields["code"].annotation))
def test_every_reason_has_words_that_name_the_miner_and_no_secret(status: str, code: str) -> None:
    if status == "error" and code.startswith("autostart"):
        return  # no trouble, see above
    said = f"The pool says that {WALLET} of /home/me/xmrig is banned."
    found = condition_of(a_miner(status, "degraded", code, text=said))
    assert isinstance(found, Firing)
    assert found.title.startswith("one ")
    assert found.text.startswith("The pool says that 44AF…EP3A of … is banned.")
    assert "{" not in found.text


def test_a_short_login_is_masked_but_a_word_is_not_torn() -> None:
    config = {"pool": "a:1", "wallet": "somebody.basement", "worker": "a"}
    found = condition_of(
        NO_POOL.but(config=config, reason=Reason(code="login_refused", text="somebody.basement: a no!"))
    )
    assert isinstance(found, Firing)
    assert found.text == "some…ment: a no! It earns nothing meanwhile."


def test_trouble_of_the_machine_is_told_at_once_and_its_end_too(owner: Owner) -> None:
    full = [{"code": "STORAGE", "text": "The disk is full."}]
    conditions = all_conditions([], full, owner.states)
    key = AlertKey("machine", "The disk is full.")
    assert owner.see(conditions[key], 0, key) == ["trouble"]
    conditions = all_conditions([], [], owner.states)
    assert owner.see(conditions[key], 60, key) == ["recovered"]
    assert owner.told[-1].text == "It was: The disk is full. It was in trouble for 0 s."


def test_a_certificate_is_one_trouble_that_is_told_again_when_it_has_expired(owner: Owner) -> None:
    soon = [{"code": "CERTIFICATE_EXPIRES", "text": "It expires on 2026-12-10."}]
    expired = [{"code": "CERTIFICATE_EXPIRED", "text": "It has expired."}]
    told = []
    for problems in (soon, soon, expired, expired, []):
        for key, condition in all_conditions([], problems, owner.states).items():
            told.append((key.name, owner.see(condition, 60, key)))
    assert len({name for name, _ in told}) == 1
    assert [topics for _, topics in told] == [["trouble"], [], ["trouble"], [], ["recovered"]]
    assert owner.told[1].text.startswith("It has expired.")
    assert owner.told[2].text.startswith("It was: The certificate of --tls-cert had expired, or was about to.")


def test_a_forgotten_miner_is_wanted_by_nobody(owner: Owner) -> None:
    owner.see(LOOPS)
    assert all_conditions([], [], owner.states) == {ONE: "unwanted"}
    assert all_conditions([RUNS], [], owner.states)[ONE] == condition_of(RUNS)


def test_those_that_are_not_looked_at_stay_as_they_are(owner: Owner) -> None:
    owner.see(LOOPS)
    before = owner.states
    owner.see(RUNS, 0, AlertKey("miner", "two"))
    assert owner.states == before
