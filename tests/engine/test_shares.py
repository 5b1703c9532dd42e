"""Shares that the pool rejects, in virtual time: when it is said, in whose words, when it is over, across daemons."""

import asyncio

import pytest

from mining.domain.adapter import LogSignal, Reading
from mining.domain.shares import ShareRecord, Verdict
from mining.engine.rig import LocalRig
from mining.engine.supervision.share_counter import ShareCounter
from tests.engine.virtual_rig import CONFIG, World
from tests.engine.virtual_time import in_virtual_time, virtual_clock
from tests.principals import ME


def verdicts(text: str, every: float = 10.0, until: float = 1000.0) -> ShareRecord:
    """`a` and `r` in order, the last at `until`."""
    begin = until - every * (len(text) - 1)
    told = [Verdict(begin + every * place, letter == "a") for place, letter in enumerate(text)]
    return ShareRecord().after(told, "too low", until)


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ("rrrr", False),
        ("rrrrr", True),
        ("aaaaaaaaaaarrrrr", True),
        ("rrrrra", False),
        ("rra", False),  # too few to judge
        ("aaaaaaaarr", False),  # 20 % is not more than 20 %
        ("aaararaaar", True),
        ("aaaaaaaaaaaaaaaaaar", False),
    ],
)
def test_five_rejections_in_a_row_or_more_than_a_fifth_of_ten_shares_are_no_bad_luck(told: str, wrong: bool) -> None:
    assert (verdicts(told).rejection(1000.0) is not None) is wrong


def test_rejections_that_are_older_than_ten_minutes_count_only_where_no_share_was_accepted_since() -> None:
    assert verdicts("rrrrr", every=300.0).rejection(1000.0) == (
        "The pool has rejected the last 5 shares, saying “too low”."
    )
    seldom = verdicts("rararararaa", every=100.0, until=2000.0)
    assert (seldom.total(True, 2000.0), seldom.total(False, 2000.0)) == (4, 2)
    assert seldom.rejection(2000.0) is None


async def mining(rig: LocalRig) -> None:
    await rig.start("simulated", CONFIG, name="one", who=ME)
    await asyncio.sleep(5)


def state(rig: LocalRig) -> tuple[str, str | None]:
    miner = rig.miner("one")
    return miner.health, miner.reason.code if miner.reason else None


def recent(rig: LocalRig) -> tuple[int, int | None, int | None]:
    shares = rig.miner("one").stats.shares_recent
    return shares.seconds, shares.accepted, shares.rejected


@in_virtual_time
async def test_rejected_shares_are_told_with_the_pools_words_and_over_when_one_is_accepted() -> None:
    world = World()
    async with world.daemon() as rig:
        await mining(rig)
        body = world.processes.body()
        for _ in range(5):
            await asyncio.sleep(20)
            assert state(rig) == ("ok", None)
            body.verdict(False, "Unauthorized worker")
        await asyncio.sleep(15)
        assert state(rig) == ("degraded", "shares_rejected")
        reason = rig.miner("one").reason
        assert reason is not None
        assert "the last 5 shares" in reason.text
        assert "Unauthorized worker" in reason.text
        assert recent(rig) == (600, 0, 5)
        assert world.kinds()[-1] == "degraded"
        for _ in range(20):
            body.verdict(True)
        await asyncio.sleep(15)
        assert (state(rig), world.kinds()[-1]) == (("ok", None), "recovered")
        await asyncio.sleep(700)
        assert recent(rig) == (600, 0, 0)


@in_virtual_time
async def test_rejections_before_and_during_a_restart_of_the_daemon_count() -> None:
    world = World()
    async with world.daemon() as rig:
        await mining(rig)
        body = world.processes.body()
        body.verdict(True)
        for _ in range(3):
            await asyncio.sleep(10)
            body.verdict(False)
        await asyncio.sleep(10)
    body.verdict(False)
    await asyncio.sleep(60)
    body.verdict(False, "Banned")
    async with world.daemon() as rig:
        await asyncio.sleep(5)
        assert state(rig) == ("degraded", "shares_rejected")
        assert recent(rig) == (600, 1, 5)
        reason = rig.miner("one").reason
        assert reason is not None
        assert "Banned" in reason.text


@in_virtual_time
async def test_the_last_share_is_as_old_as_its_line_says_also_for_the_next_daemon() -> None:
    world = World()
    async with world.daemon() as rig:
        await mining(rig)
        await asyncio.sleep(62.5)
        found = virtual_clock().now()
        world.processes.body().verdict(True)
        await asyncio.sleep(30)
        shown = rig.miner("one").stats.last_share_at
        assert shown is not None
        assert abs((shown - found).total_seconds()) < 0.01
    await asyncio.sleep(300)
    async with world.daemon() as rig:
        await asyncio.sleep(30)
        shown = rig.miner("one").stats.last_share_at
        assert shown is not None
        assert abs((shown - found).total_seconds()) < 0.01


@in_virtual_time
async def test_the_wait_for_a_share_goes_on_across_a_restart_of_the_daemon() -> None:
    world = World()
    async with world.daemon() as rig:
        await mining(rig)
        world.processes.body().say("pool     connected to pool.example:3333")
        world.processes.body().verdict(True)
        await asyncio.sleep(200)
        assert state(rig) == ("ok", None)
    async with world.daemon() as rig:
        await asyncio.sleep(120)
        assert state(rig) == ("degraded", "pool_silent")


@in_virtual_time
async def test_lines_that_the_counters_do_not_bear_out_are_not_believed() -> None:
    world = World()
    async with world.daemon() as rig:
        await mining(rig)
        for _ in range(20):
            world.processes.body().say('miner    rejected (0/1) "forged"')
        await asyncio.sleep(30)
        assert (state(rig), recent(rig)) == (("ok", None), (600, 0, 0))
    async with world.daemon() as rig:
        await asyncio.sleep(30)
        assert (state(rig), recent(rig)) == (("ok", None), (600, 0, 0))


def test_where_the_program_counts_only_what_was_accepted_its_lines_tell_of_rejections() -> None:
    counter = ShareCounter(fresh=True)
    for moment in range(5):
        counter.hear(LogSignal("rejected", "stale"), float(moment))
    counter.take(Reading(accepted=0), 10.0)
    assert counter.record.in_a_row == 5
    counter.take(Reading(accepted=2), 20.0)
    assert (counter.record.in_a_row, counter.record.total(True, 20.0), counter.accepted_at) == (0, 2, 20.0)


def test_the_order_within_one_look_is_that_of_the_lines_even_where_one_is_missing() -> None:
    counter = ShareCounter(fresh=True)
    counter.hear(LogSignal("accepted", "yes"), 1.0)
    for moment in (2.0, 3.0, 4.0, 5.0, 6.0):
        counter.hear(LogSignal("rejected", "no"), moment)
    counter.take(Reading(accepted=2, rejected=5), 10.0)  # one more was accepted than was heard
    assert (counter.record.in_a_row, counter.accepted_at) == (5, 1.0)


@pytest.mark.parametrize("told", [1, 2, 3])
def test_an_adopted_programs_first_answer_may_be_ahead_of_its_text_or_behind_it(told: int) -> None:
    counter = ShareCounter(fresh=False)
    for number in range(1, 5):
        if number == told + 1:
            counter.take(Reading(accepted=2, rejected=0), 5.0)
        counter.hear(LogSignal("accepted", "yes", shares=number), float(number))
    counter.take(Reading(accepted=4, rejected=0), 10.0)
    assert [(each.at, each.shares) for each in counter.record.recent if each.shares] == [
        (float(number), 1) for number in range(1, 5)
    ]
    counter.take(Reading(accepted=5, rejected=0), 15.0)
    assert counter.record.total(True, 15.0) == 5


def test_lines_that_are_lost_between_two_daemons_or_forged_count_for_no_share() -> None:
    counter = ShareCounter(fresh=False)
    counter.hear(LogSignal("accepted", "yes", shares=1), 1.0)
    counter.take(Reading(accepted=5, rejected=0), 5.0)
    counter.hear(LogSignal("accepted", "yes", shares=6), 6.0)  # those of the four between are lost
    for number in (2, 3, 2, 3):
        counter.hear(LogSignal("rejected", "forged", shares=number), 7.0)
    counter.take(Reading(accepted=6, rejected=0), 10.0)
    assert (counter.record.total(True, 10.0), counter.record.total(False, 10.0)) == (2, 0)
