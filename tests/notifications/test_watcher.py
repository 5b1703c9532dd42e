"""What is passed on of all that happens: the wanted topics, troubles that last, and in quiet hours only payout."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Collection, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest
import structlog

from mining.domain.alerts.notification import USUAL, Notification, NotificationTiming, Topic
from mining.domain.alerts.quiet_hours import QuietHours
from mining.domain.event import Event
from mining.domain.miner import Miner, Reason
from mining.domain.rig import Change
from mining.notifications.watcher import Watcher
from tests.api.paper_rig import NOON, PaperListener, PaperRig, a_miner

QUICK = NotificationTiming(grace=0.5, look=0.05)
POOR = Reason(code="pool_unreachable", text="It has no connection to a pool. It keeps trying.")
LOOPS = Reason(code="crash_loop", text="5 times in a row it ended within 10 s.")


class CountingRig(PaperRig):
    """A rig that knows how often it was asked for everything, and how it was listened to."""

    def __init__(self, *miners: Miner) -> None:
        super().__init__(*miners)
        self.asked = 0
        self.how: list[bool] = []

    def miners(self) -> Any:
        self.asked += 1
        return super().miners()

    def listen(self, *, events_only: bool = False) -> Any:
        self.how.append(events_only)
        return self._listening()


def now_quiet(quiet: bool) -> QuietHours:
    """Hours that hold now, or that do not."""
    now = datetime.now()
    begin, end = (now - timedelta(hours=1)).time(), (now + timedelta(hours=1)).time()
    return QuietHours(begin, end) if quiet else QuietHours(end, begin)


@asynccontextmanager
async def watching(
    rig: PaperRig, about: Collection[Topic] = USUAL, quiet: QuietHours | None = None
) -> AsyncIterator[tuple[Watcher, list[Notification]]]:
    told: list[Notification] = []
    watch = Watcher(rig, about, quiet, QUICK, told.append)  # type: ignore[arg-type]  # None would fail too  # as much of a rig as is asked of one
    tasks = [asyncio.create_task(watch.hear()), asyncio.create_task(watch.look_again())]
    await settled()
    yield watch, told
    assert not any(task.done() for task in tasks)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def until(condition: Callable[[], Any]) -> None:
    async with asyncio.timeout(60):
        while not condition():
            await asyncio.sleep(0.01)


async def settled() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


def topics(told: Collection[Notification]) -> list[Topic]:
    return [notification.topic for notification in told]


def payout(miner: str | None = "xmrig") -> Event:
    changes = ["wallet: 44AF…EP3A → 48ed…icoD."]
    text = f"Restarted by a stranger. {changes[0]}"
    return Event(seq=9, at=NOON, kind="restart", miner=miner, text=text, who="a stranger", details={"changes": changes})


async def test_it_listens_for_events_alone_and_asks_for_nothing_while_all_is_well() -> None:
    rig = CountingRig(a_miner())
    async with watching(rig) as (_, told):
        await asyncio.sleep(0.3)
        assert (rig.how, rig.asked, told) == ([True], 1, [])


async def test_a_trouble_that_lasts_is_told_and_its_end_too_though_no_event_tells_of_it() -> None:
    rig = CountingRig(a_miner())
    async with watching(rig) as (_, told):
        begun = time.monotonic()
        rig.set(a_miner(health="degraded", reason=POOR), "degraded")
        await until(lambda: told)
        assert time.monotonic() - begun >= QUICK.grace
        assert [notification.title for notification in told] == ["xmrig has no pool"]
        rig.known["xmrig"] = a_miner()
        await until(lambda: len(told) == 2)
        assert topics(told) == ["trouble", "recovered"]
        await asyncio.sleep(0.1)
        asked = rig.asked
        await asyncio.sleep(0.2)
        assert rig.asked == asked


async def test_what_is_wrong_already_when_it_begins_is_told() -> None:
    async with watching(PaperRig(a_miner(status="error", reason=LOOPS))) as (_, told):
        assert [notification.title for notification in told] == ["xmrig ends again and again"]


async def test_a_trouble_is_judged_by_how_the_miner_was_at_the_moment_of_the_event() -> None:
    rig = PaperRig(a_miner())
    async with watching(rig) as (_, told):
        rig.set(a_miner(status="error", reason=LOOPS, next_restart_at=NOON), "crash")
        rig.known["xmrig"] = a_miner(status="starting")  # before anybody could look
        await settled()
        assert topics(told) == ["trouble"]


async def test_trouble_of_the_machine_comes_with_its_event() -> None:
    rig = PaperRig()
    async with watching(rig) as (_, told):
        rig.trouble = [{"code": "STORAGE", "text": "The disk is full."}]
        rig.happen("storage", "The disk is full.")
        await settled()
        rig.trouble = []
        await until(lambda: len(told) == 2)
        assert [(notification.topic, notification.text[:17]) for notification in told] == [
            ("trouble", "The disk is full."),
            ("recovered", "It was: The disk "),
        ]


async def test_only_the_wanted_topics_are_told() -> None:
    rig = PaperRig(a_miner())
    for about, heard in (
        (USUAL, ["program", "payout", "trouble"]),
        (("person", "payout"), ["person", "payout"]),
        (("recovered",), ["payout"]),
        ((), ["payout"]),  # whoever can change a wallet must not be able to hide it first
    ):
        async with watching(rig, about) as (watch, told):
            rig.set(a_miner(), "pause")
            rig.happen("install", "XMRig 9.9.9 is installed.")
            watch.take(Change(type="miner.status", seq=9, at=NOON, miner=a_miner(), event=payout()))
            rig.set(a_miner(status="error", reason=LOOPS), "crash")
            await settled()
            assert sorted(topics(told)) == sorted(heard)  # type: ignore[arg-type]  # None would fail too
        rig.begin_anew(a_miner())


async def test_what_was_in_trouble_while_nobody_asked_for_troubles_is_judged_anew_when_somebody_does() -> None:
    rig = PaperRig(a_miner("over"), a_miner("lasts"))
    async with watching(rig) as (watch, told):
        for name in ("over", "lasts"):
            rig.set(a_miner(name, status="error", reason=LOOPS), "crash")
        await until(lambda: len(told) == 2)
        watch.heed(("program",), None)
        rig.set(a_miner("over"), "restart")
        await settled()
        watch.heed(USUAL, None)
        await until(lambda: len(told) == 3)
        assert (told[2].topic, told[2].title.split()[0]) == ("trouble", "lasts")
        await asyncio.sleep(3 * QUICK.look)
        assert len(told) == 3, "a trouble that was over long ago is told of"


async def test_an_access_key_is_told_of_at_any_hour_whatever_topics_are_wanted() -> None:
    rig = PaperRig()
    async with watching(rig, (), now_quiet(True)) as (_, told):
        rig.happen("key", "The key phone was revoked by key admin.")
        rig.happen("install", "XMRig 9.9.9 is installed.")
        await until(lambda: told)
        await settled()
        assert topics(told) == ["access"]


async def test_in_quiet_hours_only_payout_is_told_and_then_what_was_held_and_is_still_wrong() -> None:
    rig = PaperRig(a_miner("good"), a_miner("bad"))
    async with watching(rig, quiet=now_quiet(True)) as (watch, told):
        rig.happen("install", "XMRig 9.9.9 is installed.")
        rig.set(a_miner("good", status="error", reason=LOOPS), "crash")
        rig.set(a_miner("bad", status="error", reason=LOOPS), "crash")
        watch.take(payout(None))
        await settled()
        assert topics(told) == ["payout"]
        rig.set(a_miner("good"), "restart")
        await asyncio.sleep(0.8)
        assert topics(told) == ["payout"]
        watch._quiet = now_quiet(False)
        await until(lambda: len(told) == 3)
        await asyncio.sleep(0.1)
        assert sorted(topics(told)) == ["payout", "program", "trouble"]
        assert [notification.title for notification in told if notification.topic == "trouble"] == [
            "bad ends again and again"
        ]
        assert watch._held == []


async def test_who_was_too_slow_listens_anew_and_looks_at_what_it_missed() -> None:
    rig = CountingRig(a_miner())
    with structlog.testing.capture_logs() as logs:
        async with watching(rig) as (_, told):
            rig.known["xmrig"] = a_miner(status="error", reason=LOOPS)
            rig.listeners[0].overrun = True
            rig.listeners[0].woken.set()
            rig.happen("clock", "The clock was set.")
            await settled()
            assert (rig.how, topics(told)) == ([True, True], ["trouble"])
    assert [line["event"] for line in logs] == ["notification.overrun"]


async def test_a_defect_ends_nothing() -> None:
    rig = PaperRig(a_miner())
    with structlog.testing.capture_logs() as logs:
        async with watching(rig) as (_, told):
            rig.set(a_miner(health="degraded", reason=POOR), "degraded")
            await settled()
            rig.crash = RuntimeError("ours")
            await asyncio.sleep(0.2)
            rig.crash = None
            await until(lambda: told)
            assert topics(told) == ["trouble"]
    assert {line["event"] for line in logs} == {"notification.defect"}


@contextmanager
def broken_listener() -> Iterator[PaperListener]:
    raise RuntimeError("ours")
    yield PaperListener()


async def test_a_listener_that_breaks_is_asked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    rig = CountingRig(a_miner())
    with structlog.testing.capture_logs(), monkeypatch.context() as patched:
        patched.setattr(rig, "_listening", broken_listener)
        async with watching(rig) as (_, told):
            patched.undo()
            await asyncio.sleep(0.1)
            rig.set(a_miner(status="error", reason=LOOPS), "crash")
            await settled()
            assert topics(told) == ["trouble"]
