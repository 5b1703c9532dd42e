"""The notifier watches while there is a target and no longer, sends two messages at once, and tests one at a time."""

import asyncio
from collections.abc import Callable, Collection, Sequence
from typing import Any

import pytest

from mining.domain.alerts.notification import USUAL, Delivery, NotificationTiming, OutgoingMessage, Target
from mining.domain.errors import NotSupported
from mining.notifications import notifier as room
from mining.notifications.notifier import Notifier
from tests.api.paper_rig import PaperRig

TARGETS = [Target(f"json://127.0.0.1/{number}") for number in range(4)]
QUICK = NotificationTiming(gather=0.0, first=0.05, look=0.05)


class Sending:
    """In place of the processes that send: each message waits until it is let go."""

    def __init__(self) -> None:
        self.under_way = self.most = self.begun = 0
        self.let_go = asyncio.Event()

    async def deliver(
        self, targets: Sequence[Target], message: OutgoingMessage, limit: float, own_ports: Collection[int]
    ) -> list[Delivery]:
        self.begun += 1
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        try:
            await self.let_go.wait()
        finally:
            self.under_way -= 1
        return [Delivery(target=str(target), ok=True, issue=None) for target in targets]


@pytest.fixture
async def sending(monkeypatch: pytest.MonkeyPatch) -> Sending:
    made = Sending()
    monkeypatch.setattr(room, "deliver", made.deliver)
    return made


async def until(condition: Callable[[], Any]) -> None:
    async with asyncio.timeout(60):
        while not condition():
            await asyncio.sleep(0.005)


async def settled() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


async def test_it_watches_while_there_is_a_target_and_no_longer(sending: Sending) -> None:
    rig: Any = PaperRig()
    async with Notifier(rig, "rig1", QUICK) as notifier:
        assert rig.listeners == []
        for _ in range(2):
            notifier.use(TARGETS[:2], USUAL, None)
            await settled()
            assert len(rig.listeners) == 1
            notifier.use(TARGETS[:1], USUAL, None)
            await settled()
            assert len(rig.listeners) == 1
            notifier.use([], USUAL, None)
            await settled()
            assert rig.listeners == [], "nobody is told anything, and yet it listens"
    assert rig.listeners == []


async def test_two_messages_are_sent_at_once_and_no_third(sending: Sending) -> None:
    rig: Any = PaperRig()
    async with Notifier(rig, "rig1", QUICK) as notifier:
        notifier.use(TARGETS, USUAL, None)
        await settled()
        rig.happen("install", "XMRig 9.9.9 is installed.")
        await until(lambda: sending.under_way == 2)
        await asyncio.sleep(0.1)
        assert (sending.under_way, sending.begun) == (2, 2)
        sending.let_go.set()
        await until(lambda: sending.begun == len(TARGETS))
        assert sending.most == 2


class Dead:
    """In place of the processes that send: only the last target takes what it is sent; the others never answer."""

    def __init__(self) -> None:
        self.taken: list[str] = []
        self.failures = 0
        self.give_up = asyncio.Event()

    async def deliver(
        self, targets: Sequence[Target], message: OutgoingMessage, limit: float, own_ports: Collection[int]
    ) -> list[Delivery]:
        (target,) = targets
        if target == TARGETS[-1]:
            self.taken.append(message.title)
            return [Delivery(target=str(target), ok=True, issue=None)]
        await self.give_up.wait()
        self.failures += 1
        return [Delivery(target=str(target), ok=False, issue="It did not answer in time.")]


PAYOUT = {"changes": ["wallet: 44AF…EP3A → 48ed…icoD"]}


@pytest.fixture
def dead(monkeypatch: pytest.MonkeyPatch) -> Dead:
    made = Dead()
    monkeypatch.setattr(room, "deliver", made.deliver)
    return made


async def test_dead_targets_keep_nobody_from_hearing_of_a_payout(dead: Dead) -> None:
    rig: Any = PaperRig()
    async with Notifier(rig, "rig1", QUICK) as notifier:
        notifier.use(TARGETS, USUAL, None)
        await settled()
        rig.happen("install", "XMRig 9.9.9 is installed.")  # which fills the usual lane with dead ones
        await asyncio.sleep(0.1)
        assert dead.taken == [], "there was no queue to pass"
        rig.happen("profile", "A profile was changed.", PAYOUT)
        await until(lambda: dead.taken)
        assert "payout" in dead.taken[0]


async def test_targets_that_failed_wait_for_each_other_and_not_for_the_rest(dead: Dead) -> None:
    rig: Any = PaperRig()
    async with Notifier(rig, "rig1", QUICK) as notifier:
        notifier.use(TARGETS, USUAL, None)
        await settled()
        rig.happen("install", "XMRig 9.9.9 is installed.")
        await asyncio.sleep(0.1)
        dead.give_up.set()
        await until(lambda: dead.failures >= 3 and dead.taken)
        dead.give_up.clear()
        await asyncio.sleep(0.2)  # they are tried again, and hang again
        rig.happen("install", "XMRig 9.9.10 is installed.")
        await until(lambda: len(dead.taken) == 2)


async def test_a_second_test_while_one_is_under_way_is_refused(sending: Sending) -> None:
    async with Notifier(PaperRig(), "rig1", QUICK) as notifier:  # type: ignore[arg-type]  # as much of a rig as is asked
        with pytest.raises(NotSupported, match="There is no target yet"):
            await notifier.test()
        notifier.use(TARGETS[:1], USUAL, None)
        first = asyncio.create_task(notifier.test())
        await until(lambda: sending.begun == 1)
        with pytest.raises(NotSupported, match="under way"):
            async with asyncio.timeout(60):
                await notifier.test()
        assert sending.begun == 1
        sending.let_go.set()
        assert [delivery.ok for delivery in (await first).results] == [True]
        assert [delivery.ok for delivery in (await notifier.test()).results] == [True]


async def test_a_test_that_is_under_way_ends_with_the_daemon_and_says_so(sending: Sending) -> None:
    async with Notifier(PaperRig(), "rig1", QUICK) as notifier:  # type: ignore[arg-type]  # as much of a rig as is asked
        notifier.use(TARGETS[:1], USUAL, None)
        first = asyncio.create_task(notifier.test())
        await until(lambda: sending.begun == 1)
        notifier.close()
        with pytest.raises(NotSupported, match="ending"):
            await first


async def test_messages_that_are_under_way_do_not_hold_up_the_end_of_the_daemon(sending: Sending) -> None:
    rig: Any = PaperRig()
    async with asyncio.timeout(60):  # nothing lets them go, so an end that waited for them would never come
        async with Notifier(rig, "rig1", QUICK) as notifier:
            notifier.use(TARGETS[:2], USUAL, None)
            await settled()
            rig.happen("install", "XMRig 9.9.9 is installed.")
            await until(lambda: sending.under_way == 2)
            notifier.use(TARGETS[:1], USUAL, None)  # the other one's farewell waits too
    assert (sending.begun, sending.under_way) == (2, 0)
