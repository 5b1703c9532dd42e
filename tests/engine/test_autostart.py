"""What is wanted but dead starts with the daemon: after its delay, in order, if the operator and people agree."""

import asyncio
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mining.daemon import rig
from mining.domain.config import Config
from mining.domain.errors import NotSupported
from mining.domain.restart import RestartPolicy
from mining.engine.rig import LocalRig
from mining.processes.run_folder import RunFolder
from mining.settings import Settings
from tests.holders import end_holders, holders
from tests.principals import ME

pytestmark = pytest.mark.slow
CONFIG = Config(pool="pool.example:3333", wallet="anybody")
QUICK = RestartPolicy(first=0.05, longest=0.1)
NAMES = ("one", "three", "two")


@pytest.fixture
def settings(data_dir: Path) -> Iterator[Settings]:
    yield Settings(data_dir=data_dir, poll_interval=0.5, autostart_delay=0)
    end_holders(data_dir, *NAMES)


async def left_dead(settings: Settings, *names: str) -> None:
    """Miners that people want, and whose processes end with the daemon."""
    async with rig(lambda: settings.but(stop_miners_on_exit=True), QUICK) as first:
        for name in names:
            await first.start("simulated", CONFIG, name=name, who=ME)


async def until(condition: Callable[[], object], seconds: float = 60) -> None:
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.02)


async def told(running: LocalRig, name: str) -> list[tuple[str, str]]:
    return [(event.kind, event.text) for event in await running.events(0, name, 100)]


def pids(settings: Settings) -> dict[str, list[int]]:
    return {name: holders(RunFolder(settings.data_dir / "run", name)) for name in NAMES}


async def test_they_wait_for_the_delay_and_say_so_and_then_start_in_the_order_of_their_names(
    settings: Settings,
) -> None:
    await left_dead(settings, *reversed(NAMES))
    begun = datetime.now(UTC)
    async with rig(lambda: settings.but(autostart_delay=4), QUICK) as second:
        opened = datetime.now(UTC)
        for name in NAMES:
            miner = second.miner(name)
            assert (miner.status, miner.live, miner.reason and miner.reason.code) == (
                "error",
                True,
                "autostart_delay",
            )
            assert miner.next_restart_at is not None
            assert begun + timedelta(seconds=3.9) <= miner.next_restart_at <= opened + timedelta(seconds=4.1)
        await asyncio.sleep(0.5)
        assert pids(settings) == {name: [] for name in NAMES}
        await until(lambda: all(second.miner(name).status == "running" for name in NAMES))
        starts = [event.miner for event in await second.events(0, None, 100) if event.kind == "restart"]
        assert starts == list(NAMES)
        assert {second.miner(name).next_restart_at for name in NAMES} == {None}


@pytest.mark.parametrize("changes", [{"autostart": False}, {"autostart_except": ("one", "two")}])
async def test_one_that_is_not_to_start_keeps_its_wish_and_is_told_of_once(
    settings: Settings, changes: dict[str, object]
) -> None:
    await left_dead(settings, "one", "two")
    async with rig(lambda: settings.but(**changes), QUICK) as second:
        await until(lambda: second.miner("one").reason is not None)
        await asyncio.sleep(1)
        miner = second.miner("one")
        assert (miner.status, miner.wanted, miner.live) == ("error", "running", False)
        assert (miner.reason and miner.reason.code, miner.next_restart_at) == ("autostart_off", None)
        assert miner.reason is not None
        events = await told(second, "one")
        assert events.count(("autostart", miner.reason.text)) == 1
        with pytest.raises(NotSupported):
            await second.resume("one", who=ME)
        await second.restart("one", who=ME)
        assert (await second.stop("two", who=ME)).wanted == "stopped"
        await second.start("simulated", CONFIG, name="two", who=ME)
        await until(lambda: {second.miner(name).status for name in ("one", "two")} == {"running"})


async def test_only_the_one_that_is_named_is_left_alone(settings: Settings) -> None:
    await left_dead(settings, "one", "two")
    async with rig(lambda: settings.but(autostart_except=("one", "nobody")), QUICK) as second:
        await until(lambda: second.miner("two").status == "running")
        assert second.miner("one").status == "error"


async def test_one_that_lives_is_taken_over_whatever_the_settings(settings: Settings) -> None:
    async with rig(lambda: settings, QUICK) as first:
        pid = (await first.start("simulated", CONFIG, name="one", who=ME)).pid
    async with rig(lambda: settings.but(autostart=False, autostart_except=("one",)), QUICK) as second:
        await until(lambda: second.miner("one").status == "running")
        assert second.miner("one").pid == pid


async def test_a_person_s_word_comes_before_the_delay(settings: Settings) -> None:
    await left_dead(settings, *NAMES)
    async with rig(lambda: settings.but(autostart_delay=1.0), QUICK) as second:
        assert (await second.stop("one", who=ME)).status == "stopped"
        pid = (await second.restart("two", who=ME)).pid
        await second.stop("three", forget=True, who=ME)
        await asyncio.sleep(1.5)
        assert second.miner("one").status == "stopped"
        assert (second.miner("two").pid, second.miner("two").restarts) == (pid, 0)
        assert pids(settings) == {"one": [], "three": [], "two": [pid]}


async def test_settings_that_change_during_the_delay_count_at_once(settings: Settings) -> None:
    await left_dead(settings, "one", "two")
    now = [settings.but(autostart_delay=60)]
    async with rig(lambda: now[0], QUICK) as second:
        now[0] = now[0].but(autostart_except=("one",))
        await until(lambda: getattr(second.miner("one").reason, "code", None) == "autostart_off", 30)
        assert second.miner("two").status == "error"
        now[0] = now[0].but(autostart_delay=0)
        await until(lambda: second.miner("two").status == "running")
        now[0] = now[0].but(autostart_except=())
        await asyncio.sleep(1)
        assert second.miner("one").status == "error", "what was held starts with the next daemon, or by a person"


async def test_one_that_cannot_be_started_keeps_no_other_from_starting_and_is_tried_again(settings: Settings) -> None:
    await left_dead(settings, "one", "two")
    blocked = settings.data_dir / "run" / "one"
    blocked.rename(blocked.with_name("elsewhere"))
    blocked.write_text("a file where the folder was")
    async with rig(lambda: settings, QUICK) as second:
        await until(lambda: second.miner("two").status == "running")
        assert second.miner("one").status == "error"
        blocked.unlink()
        await until(lambda: second.miner("one").status == "running")


async def test_the_daemon_s_end_comes_before_the_delay(settings: Settings) -> None:
    await left_dead(settings, "one")
    for stops in (True, False):
        async with rig(lambda: settings.but(autostart_delay=30, stop_miners_on_exit=stops), QUICK) as second:  # noqa: B023 - asked within its turn
            assert second.miner("one").next_restart_at is not None
    assert pids(settings)["one"] == []
    async with rig(lambda: settings, QUICK) as last:
        await until(lambda: last.miner("one").status == "running")


async def test_one_that_may_still_live_is_not_started_a_second_time(settings: Settings) -> None:
    await left_dead(settings, "one")
    lock = RunFolder(settings.data_dir / "run", "one").take_lock()  # as if by a process that cannot be found
    assert lock is not None
    try:
        async with rig(lambda: settings, QUICK) as second:
            await until(lambda: not second.miner("one").live)
            await asyncio.sleep(0.5)
            assert (second.miner("one").status, second.miner("one").live) == ("error", False)
            assert "could not adopt it" in (await told(second, "one"))[-1][1]
    finally:
        os.close(lock)
