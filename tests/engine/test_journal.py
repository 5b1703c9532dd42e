"""What the rig tells: every event reaches the listeners, and a change of payout is said with what was there before."""

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import pytest
import structlog

from mining.daemon import rig
from mining.domain.config import Config
from mining.domain.event import Event, EventChoice, EventKind
from mining.domain.message import Sentence, message
from mining.domain.principal import Principal
from mining.domain.profile import ProfileDraft
from mining.domain.rig import Change, Listener
from mining.engine.rig import LocalRig
from mining.engine.supervision import supervisor
from mining.engine.supervision.run import Run
from mining.engine.watches.storage import watch_memory
from mining.settings import Settings
from tests.holders import end_holders
from tests.principals import ME

CONFIG = Config(pool="pool.example:3333", wallet="a-wallet-of-mine")
OTHER = Config(pool="pool.example:3333", wallet="the-wallet-of-another")
CHANGE = "wallet: a-wa…mine → the-…ther."


@pytest.fixture
async def running(data_dir: Path) -> AsyncIterator[LocalRig]:
    settings = Settings(data_dir=data_dir, poll_interval=0.5)
    async with rig(lambda: settings) as running:
        yield running
    end_holders(data_dir, "simulated")


@contextmanager
def hearing(running: LocalRig) -> Iterator[list[Change | Event]]:
    heard: list[Change | Event] = []

    async def hear(listener: Listener) -> None:
        async for live in listener:
            heard.append(live)

    with running.listen(events_only=True) as listener:
        task = asyncio.create_task(hear(listener))
        yield heard
        task.cancel()


async def newest(running: LocalRig) -> Event:
    return (await running.events_page(EventChoice(), 0, 1))[0][0]


async def test_events_of_no_miner_are_heard_too(running: LocalRig) -> None:
    with hearing(running) as heard:
        draft = ProfileDraft(name="Mine", miner_type="simulated", config=CONFIG)
        await running.profiles.create(draft, who=ME)
        await running.journal.tell(None, "install", "XMRig 9.9.9 is installed.", ME, type="xmrig")
        await running.journal.tell("nobody", "error", "It lives, but could not be adopted.", None)
        await asyncio.sleep(0)
    told = [each if isinstance(each, Event) else each.event for each in heard]
    assert [isinstance(each, Change) and each.type for each in heard] == ["profile.changed", False, False]
    assert [event and event.kind for event in told] == ["profile", "install", "error"]
    assert [event and event.seq for event in told] == [event.seq for event in await running.events(0, None, 10)][-3:]


async def test_an_event_holds_who_asked_apart_from_what_the_client_claims(running: LocalRig) -> None:
    page = Principal("API 127.0.0.1", "origin:trusted", client="miner-ctrl/1.0")
    await running.journal.tell(None, "config", "Settings were changed.", page, changes=[])
    event = await newest(running)
    assert (event.who, event.details) == (
        "API 127.0.0.1",
        {"via": "origin:trusted", "client": "miner-ctrl/1.0", "changes": []},
    )
    await running.journal.tell(None, "clock", "The clock went back.", None)
    assert ((await newest(running)).who, (await newest(running)).details) == (None, {})


async def test_a_changed_profile_says_what_was_there_before(running: LocalRig) -> None:
    draft = ProfileDraft(name="Mine", miner_type="simulated", config=CONFIG)
    made = await running.profiles.create(draft, who=ME)
    assert "changes" not in (await newest(running)).details
    await running.profiles.change(made.id, draft.but(config=OTHER), who=ME)
    event = await newest(running)
    assert event.text == f"Profile 'Mine' was changed by me. {CHANGE}"
    assert event.details["changes"] == [CHANGE]


@pytest.mark.slow
async def test_a_start_or_restart_with_another_wallet_says_what_was_there_before(running: LocalRig) -> None:
    async def told() -> tuple[str, str, Any]:
        event = await newest(running)
        return event.kind, event.text, event.details.get("changes")

    with hearing(running) as heard:
        await running.start("simulated", CONFIG, who=ME)
        await asyncio.sleep(0)
        said = [live.event.text for live in heard if isinstance(live, Change) and live.event]
        assert said[0] == "Started by me."
    await running.stop("simulated", who=ME)
    await running.start("simulated", OTHER, who=ME)
    assert await told() == ("start", f"Started by me. {CHANGE}", [CHANGE])
    await running.restart("simulated", CONFIG, who=ME)
    kind, text, changed = await told()
    assert (kind, text, changed) == (
        "restart",
        "Restarted by me. wallet: the-…ther → a-wa…mine.",
        ["wallet: the-…ther → a-wa…mine."],
    )
    await running.restart("simulated", who=ME)
    assert await told() == ("restart", "Restarted by me.", None)
    await running.stop("simulated", who=ME)


async def test_trouble_of_the_memory_is_told_when_it_begins_and_when_it_is_over() -> None:
    troubles = ["It was damaged."]
    told: list[tuple[EventKind, str]] = []

    async def tell(miner: str | None, kind: EventKind, text: str, who: Principal | None, **details: Any) -> None:
        told.append((kind, text))

    watching = asyncio.create_task(watch_memory(lambda: list(troubles), tell, 0.01))
    await asyncio.sleep(0.1)
    assert told == []
    async with asyncio.timeout(30):
        troubles.append("The disk is full.")
        while not told:
            await asyncio.sleep(0.01)
        assert told == [("storage", "The disk is full.")]
        troubles.remove("The disk is full.")
        while len(told) == 1:
            await asyncio.sleep(0.01)
    await asyncio.sleep(0.1)
    assert [kind for kind, _ in told] == ["storage", "recovered"]
    watching.cancel()


async def test_the_end_of_a_trouble_is_told_by_its_cause_and_another_in_its_place_is_no_end() -> None:
    full = Sentence(message("storage.full"))
    troubles: list[str] = []
    told: list[tuple[EventKind, str]] = []

    async def tell(miner: str | None, kind: EventKind, text: str, who: Principal | None, **details: Any) -> None:
        told.append((kind, str(text)))

    async def after(*now: str) -> list[tuple[EventKind, str]]:
        told.clear()
        troubles[:] = now
        async with asyncio.timeout(30):
            while not told:
                await asyncio.sleep(0.01)
        return list(told)

    watching = asyncio.create_task(watch_memory(lambda: list(troubles), tell, 0.01))
    await asyncio.sleep(0.1)
    assert await after(full) == [("storage", full)]
    assert await after() == [("recovered", "The disk has room again; everything is stored again.")]
    assert await after("The folder has vanished.") == [("storage", "The folder has vanished.")]
    assert await after("Another folder stands there.") == [("storage", "Another folder stands there.")]
    assert await after() == [("recovered", "The data folder is there again; everything is stored again.")]
    watching.cancel()


async def test_what_cannot_be_written_down_is_heard_all_the_same_and_costs_nobody_anything(
    running: LocalRig, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def locked(event: Event) -> Event:
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr(running.journal._events, "add", locked)
    with hearing(running) as heard:
        await running.journal.tell(None, "install", "XMRig 9.9.9 is installed.", ME)
        await asyncio.sleep(0)
    assert [each.kind for each in heard if isinstance(each, Event)] == ["install"]


@pytest.mark.slow  # it waits for the restarts of a real miner
async def test_a_defect_at_one_start_does_not_end_the_attempts(
    running: LocalRig, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, met = supervisor.begin_run, []

    def broken(*what: Any) -> Run:
        if not met:
            met.append(what)
            raise ZeroDivisionError
        return real(*what)

    started = await running.start("simulated", CONFIG, who=ME)
    monkeypatch.setattr(supervisor, "begin_run", broken)
    os.kill(started.pid or 0, 9)
    async with asyncio.timeout(60):
        while not met or running.miner("simulated").pid is None:
            await asyncio.sleep(0.1)


async def test_troubles_count_more_than_other_events_in_the_daemons_log(running: LocalRig) -> None:
    with structlog.testing.capture_logs() as lines:
        for kind in ("install", "error", "crash", "profile"):
            await running.journal.tell(None, cast(EventKind, kind), "It is so.", None)
    levels = [(line["event"], line["log_level"]) for line in lines]
    assert levels == [("install", "info"), ("error", "warning"), ("crash", "warning"), ("profile", "info")]
