"""What needs attention: which conditions, how severe, since when, and what to do next."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from mining.domain.attention import item
from mining.domain.attention.conditions import (
    LOW_HOLD,
    Condition,
    known_since,
    of_alarm,
    of_miner,
    of_problem,
    of_program,
    of_target,
)
from mining.domain.attention.review import AWAY, Memory, review, shown
from mining.domain.available import Available
from mining.domain.event import Event
from mining.domain.message import message
from mining.domain.metrics import Gpu
from mining.domain.miner import LastExit, Miner, ReasonCode, reason
from mining.domain.payout_lock import PayoutLock
from mining.domain.usual import Usual
from tests.api.paper_rig import WALLET, a_miner

NOW = datetime(2026, 1, 8, tzinfo=UTC)
USUAL = Usual(name="xmrig", algorithm="rx/0", median=5000.0, low=4900.0, high=5100.0, from_=NOW, samples=2016)


def of(miner: Miner, usual: Usual | None = None, hot: float = 85.0, tells_cards: bool = False) -> list[Condition]:
    return list(of_miner(miner, usual, hot, tells_cards, NOW))


def codes(miner: Miner, **how: Any) -> list[tuple[str, str]]:
    return [(each.code, each.severity) for each in of(miner, **how)]


def step(miner: Miner, **how: Any) -> str | None:
    (condition,) = of(miner, **how)
    return condition.action.code if condition.action is not None else None


def troubled(code: ReasonCode, **changes: Any) -> Miner:
    why = reason(code, message("health.no_pool"))
    return a_miner(reason=why, **{"health": "degraded", **changes})


def test_a_miner_that_mines_as_usual_needs_nothing() -> None:
    assert codes(a_miner(), usual=USUAL) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "stopped", "wanted": "stopped", "pid": None},
        {"status": "paused", "wanted": "paused", "reason": reason("paused_by_user", message("health.paused"))},
        {"status": "error", "wanted": "stopped", "reason": reason("bad_config", message("health.no_pool"))},
    ],
)
def test_a_miner_that_a_person_stopped_or_paused_needs_nothing(changes: dict[str, Any]) -> None:
    cold = a_miner().stats.but(hashrate=1.0, gpu=(Gpu(id=0, temperature=120.0),))
    assert codes(a_miner(stats=cold, **changes), usual=USUAL) == []


def test_how_severe_a_reason_is_depends_on_whether_it_mines_at_all() -> None:
    assert codes(troubled("pool_unreachable")) == [("pool_unreachable", "warning")]
    assert codes(troubled("api_unreachable", health="unreachable")) == [("api_unreachable", "error")]
    dead = troubled("crash_loop", status="error", health="unreachable", pid=None)
    assert codes(dead) == [("crash_loop", "error")]


@pytest.mark.parametrize(
    ("code", "action"),
    [
        ("login_refused", "edit_config"),
        ("pool_silent", "restart_miner"),
        ("crash_loop", "see_logs"),
        ("program_missing", "install_program"),
        ("program_changed", "settle_program"),
        ("quarantined", "examine"),
        ("payout_differs", "see_timeline"),
        ("foreign", "forget_miner"),
        ("not_adopted", None),
    ],
)
def test_each_reason_has_its_next_step(code: ReasonCode, action: str | None) -> None:
    assert step(troubled(code, status="error", health="unreachable")) == action


def test_every_step_can_be_made_by_one_button_or_one_command_or_is_a_page_to_open() -> None:
    made = item.restart("one")
    assert (made.method, made.path, made.command) == ("POST", "/miners/one/restart", "miner-ctrl restart one")
    assert (made.code, made.label) == ("restart_miner", "Restart")
    assert (item.logs("one").method, item.logs("one").path) == (None, None)
    assert item.forget("one").path is None, "what cannot be undone is not one button away"


def test_a_dead_miner_is_troubled_since_its_end() -> None:
    end = LastExit(code=1, cause="exit", at=NOW - timedelta(hours=2))
    (condition,) = of(troubled("waiting_to_restart", status="error", health="unreachable", last_exit=end))
    assert condition.since == NOW - timedelta(hours=2)


def test_no_sentence_tells_a_login() -> None:
    refused = reason("login_refused", message("health.login_refused", words=f"{WALLET} is banned"))
    (condition,) = of(a_miner(health="degraded", reason=refused))
    assert WALLET not in str(condition.sentence)
    assert "44AF" in str(condition.sentence)


def test_a_miner_that_computes_less_than_usual_needs_attention_when_that_lasts() -> None:
    slow = a_miner(stats=a_miner().stats.but(hashrate=4499.0))
    (condition,) = of(slow, USUAL)
    assert (condition.code, condition.severity, condition.hold) == ("low_hashrate", "warning", LOW_HOLD)
    assert str(condition.sentence) == "It computes 89 % of what is usual for it."
    assert codes(a_miner(stats=slow.stats.but(hashrate=4500.0)), usual=USUAL) == []


@pytest.mark.parametrize(
    ("stats", "usual"),
    [
        ({"hashrate": 1.0, "algorithm": "cn/r"}, USUAL),
        ({"hashrate": 1.0, "donating": True}, USUAL),
        ({"hashrate": 1.0, "quality": "stale"}, USUAL),
        ({"hashrate": 1.0}, USUAL.but(median=None)),
        ({"hashrate": 1.0}, None),
        ({"hashrate": None}, USUAL),
    ],
)
def test_what_cannot_be_compared_is_not_called_slow(stats: dict[str, Any], usual: Usual | None) -> None:
    assert codes(a_miner(stats=a_miner().stats.but(**stats)), usual=usual) == []


def test_a_device_that_is_hot_is_named() -> None:
    cards = (Gpu(id=0, name="Card", temperature=84.9), Gpu(id=1, temperature=91.4))
    (condition,) = of(a_miner(stats=a_miner().stats.but(gpu=cards)))
    assert str(condition.sentence) == "GPU 1 is 91 °C hot; from 85 °C on you are told (hot_temperature)."
    assert of(a_miner(stats=a_miner().stats.but(gpu=cards)), hot=95.0) == []


def test_cards_that_are_set_but_do_not_mine_are_missed() -> None:
    config = {**a_miner().config, "cuda": {"enabled": True, "devices": [0, 1]}}
    (condition,) = of(a_miner(config=config))
    assert str(condition.sentence) == "1 of 2 graphics cards mine."
    none = a_miner(config=config, stats=a_miner().stats.but(gpu=()))
    assert codes(none) == []
    assert codes(none, tells_cards=True) == [("gpus_missing", "warning")]
    assert codes(a_miner(config={**config, "cuda": {"enabled": False, "devices": [0, 1]}})) == []


def test_fail_over_counts_since_the_connection() -> None:
    config = {**a_miner().config, "pools": [{"pool": "second.example:3333"}]}
    link = a_miner().stats.connection
    at_second = a_miner(config=config, stats=a_miner().stats.but(connection=link.but(pool="second.example:3333")))
    (condition,) = of(at_second)
    assert (condition.code, condition.since) == ("failover", NOW - timedelta(seconds=link.uptime))
    assert str(condition.sentence) == "It mines at second.example:3333, since 127.0.0.1:3333 does not answer."
    assert codes(a_miner(config=config)) == []
    assert codes(at_second.but(stats=at_second.stats.but(donating=True))) == []


def test_a_miner_that_waits_for_a_newer_program_or_cannot_start_again_says_so() -> None:
    assert codes(a_miner(next_version="6.27.0")) == [("next_version", "hint")]
    assert step(a_miner(next_version="6.27.0")) == "restart_miner"
    gone = a_miner(program_issue="Its file has vanished; then: miner-ctrl register xmrig PATH", next_version="7")
    assert codes(gone) == [("program_issue", "warning")]


def test_one_look_at_which_somebody_else_was_paid_is_an_error_at_once() -> None:
    lock = PayoutLock(state="differs", text="…", message="payout.differs")
    assert codes(a_miner(payout_lock=lock)) == [("payout_differs", "error")]


def test_a_miner_that_autostart_left_alone_is_a_hint_and_a_boot_loop_a_warning() -> None:
    dead: dict[str, Any] = {"status": "error", "health": "unreachable", "pid": None}
    held = reason("autostart_off", message("autostart.off", miner="xmrig"))
    assert codes(a_miner(reason=held, **dead)) == [("autostart_off", "hint")]
    soon = reason("autostart_delay", message("autostart.delayed", seconds=5.0))
    assert codes(a_miner(reason=soon, **dead)) == []
    loop = reason("autostart_delay", message("autostart.boot_loop", soon=60, boots=3, wait=600))
    assert codes(a_miner(reason=loop, **dead)) == [("boot_loop", "warning")]


def program(**changes: Any) -> Available:
    return Available(
        type="xmrig", title="XMRig", homepage="", licence="", dev_fee="", algorithms=(), cpu=True, gpu=(),
        installed=True, installed_version="6.9.0", latest_version="6.26.0", path=None, origin="installed",
        api_exposure="", keys={}, simulated=False,
    ).but(**changes)  # fmt: skip


def test_a_newer_program_is_a_hint_and_what_is_known_against_one_a_warning() -> None:
    (update,) = of_program(program())
    assert (update.code, update.severity, update.miner) == ("update", "hint", None)
    assert update.action is not None
    assert update.action.path == "/update?type=xmrig&wait=false"
    assert list(of_program(program(latest_version="6.9.0"))) == []
    assert list(of_program(program(installed=False))) == []
    assert list(of_program(program(origin="yours"))) == []
    (advisory,) = of_program(program(advisories=("it leaks",), origin="yours"))
    assert (advisory.severity, str(advisory.sentence), advisory.action) == ("warning", "XMRig 6.9.0: it leaks", None)


def test_problems_of_the_daemon_targets_and_alarms_are_conditions_too() -> None:
    disk = of_problem({"code": "STORAGE", "text": "The disk is full."})
    assert (disk.code, disk.severity, disk.miner, str(disk.sentence)) == ("storage", "error", None, "The disk is full.")
    lost = of_problem({"code": "LOG_NOT_KEPT", "miner": "one", "text": "It cannot be written."})
    assert (lost.id, lost.severity, lost.miner) == ("log_not_kept:one", "warning", "one")
    unsent = of_target("tgram://…1a2b", "It was refused.", NOW)
    assert (unsent.since, unsent.action and unsent.action.code) == (NOW, "test_notifications")
    asked = event("payout", message="payee.new", params={"who": "me"}, who="me")
    unasked = event("payout", message="payee.unasked", params={})
    assert list(of_alarm(asked)) == []
    assert [each.since for each in of_alarm(unasked)] == [unasked.at]


def event(kind: str, ago: float = 0.0, miner: str | None = "one", **more: Any) -> Event:
    return Event(seq=1, at=NOW - timedelta(seconds=ago), kind=kind, miner=miner, **{"text": kind, **more})


LOST = Condition("one:pool_unreachable", "pool_unreachable", "warning", "It has no pool.", "one")
DEAD = Condition("one:crash_loop", "crash_loop", "error", "It crashed.", "one", since=NOW)


def degraded(ago: float) -> Event:
    return event("degraded", ago, details={"reason": "pool_unreachable"})


def test_the_timeline_tells_since_when_a_trouble_lasts() -> None:
    past = [event("adopt", 1), degraded(100), event("recovered", 200), degraded(300)]
    assert known_since(past, [LOST]) == {LOST.id: NOW - timedelta(seconds=100)}
    assert known_since([event("recovered", 1), *past], [LOST]) == {}
    assert known_since([event("degraded", 5, miner="two", details={"reason": "pool_unreachable"})], [LOST]) == {}


def test_ends_that_follow_each_other_closely_are_one_trouble() -> None:
    past = [event("crash", 0), event("restart", 5), event("crash", 400), event("crash", 1200), event("crash", 9000)]
    assert known_since(past, [DEAD]) == {DEAD.id: NOW - timedelta(seconds=1200)}
    by_hand = [event("crash", 0), event("restart", 5, who="me"), event("crash", 400)]
    assert known_since(by_hand, [DEAD]) == {DEAD.id: NOW}


def test_a_full_disk_is_full_since_it_was_first_told() -> None:
    full = of_problem({"code": "STORAGE", "text": "The disk is full."})
    told = [event("storage", ago, miner=None, text="The disk is full.") for ago in (0, 500)]
    assert known_since([*told, event("recovered", 600, miner=None)], [full]) == {full.id: told[1].at}


class Board:
    """A list that is reviewed again and again."""

    def __init__(self) -> None:
        self.memory: Memory = {}
        self.now = 0.0

    def see(self, *conditions: Condition, after: float = 0.0, unclear: Sequence[str] = (), **how: Any) -> list[str]:
        self.now += after
        at = NOW + timedelta(seconds=self.now)
        self.memory = review(conditions, self.memory, at, self.now, unclear=unclear, **how)
        return [f"{each.code} {(each.since - NOW).total_seconds():g}" for each in shown(self.memory)]


def test_what_must_last_is_shown_when_it_has_since_it_began() -> None:
    board, slow = Board(), Condition("one:low", "low", "warning", "Slow.", "one", hold=300.0)
    assert board.see(slow) == []
    assert board.see(slow, after=299) == []
    assert board.see(slow, after=1) == ["low 0"]
    assert board.see(after=1) == []


def test_what_goes_for_a_moment_and_comes_back_is_the_same_trouble() -> None:
    board = Board()
    assert board.see(LOST) == ["pool_unreachable 0"]
    assert board.see(after=AWAY - 1) == []
    assert board.see(LOST, after=0.5) == ["pool_unreachable 0"]
    board.see(after=AWAY)
    board.see(after=1)
    assert board.see(LOST, after=1) == [f"pool_unreachable {2 * AWAY + 1.5:g}"]


def test_while_a_miner_is_on_its_way_what_is_shown_of_it_stays() -> None:
    board = Board()
    board.see(DEAD)
    assert board.see(after=500, unclear=["one"]) == ["crash_loop 0"]
    assert board.see(after=1) == []


def test_what_is_known_of_before_counts_once() -> None:
    board = Board()
    past = {LOST.id: NOW - timedelta(hours=1)}
    assert board.see(LOST, beginnings=past) == ["pool_unreachable -3600"]
    assert board.see(LOST, after=10) == ["pool_unreachable -3600"]


def test_the_most_severe_comes_first_and_then_the_oldest() -> None:
    board = Board()
    hint = Condition("a", "hint", "hint", "…", since=NOW - timedelta(days=9))
    young = Condition("b", "young", "error", "…", since=NOW - timedelta(seconds=1))
    assert board.see(hint, LOST, young, DEAD) == [
        "young -1",
        "crash_loop 0",
        "pool_unreachable 0",
        "hint -777600",
    ]


def test_a_message_is_told_by_code_and_parameters() -> None:
    told = Condition("a", "hot", "warning", message("attention.gpus_missing", mining=1, wanted=2))
    (shown_item,) = shown(review([told, Condition("b", "x", "hint", "Their words.")], {}, NOW, 0.0))[:1]
    assert (shown_item.message, shown_item.params) == ("attention.gpus_missing", {"mining": 1, "wanted": 2})
    assert shown(review([Condition("b", "x", "hint", "Their words.")], {}, NOW, 0.0))[0].message is None
