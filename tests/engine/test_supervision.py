"""One miner kept alive by the rules, in virtual time: hours of crashes, hangs, stops and restarts in milliseconds."""

import asyncio
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import structlog

from mining.domain.autostart import Autostart
from mining.domain.config import Devices
from mining.domain.errors import MinerAlreadyRunning, MinerNotInstalled, MiningError, NotSupported, StorageFull
from mining.domain.pool import Pool
from mining.domain.process import CannotSpawn, ProgramBlocked
from mining.domain.programs.program import CudaPlugin, ProgramState
from mining.domain.rig import Change
from mining.domain.rig_settings import RigSettings
from mining.engine.rig import LocalRig
from mining.miners.simulated import Simulated
from tests.engine.fake_processes import SIGKILL
from tests.engine.free_xmrig import FreeXMRig
from tests.engine.virtual_rig import CONFIG, World, wait_until
from tests.engine.virtual_time import BEGIN, in_virtual_time, stand_still, virtual_clock
from tests.principals import ME

OTHER = CONFIG.but(worker="other")
HOUR = 3600.0


async def start(rig: LocalRig, name: str = "one") -> None:
    await rig.start("simulated", CONFIG, name=name, who=ME)


def state(rig: LocalRig, name: str = "one") -> tuple[str, str | None]:
    miner = rig.miner(name)
    return miner.status, miner.reason.code if miner.reason else None


def last_cause(rig: LocalRig) -> str | None:
    last = rig.miner("one").last_exit
    return last.cause if last is not None else None


# ——— clocks


@pytest.mark.parametrize("step", [timedelta(days=-366), timedelta(hours=-1), timedelta(seconds=3), timedelta(days=366)])
@in_virtual_time
async def test_a_wall_clock_that_is_set_starts_ends_and_delays_nothing(step: timedelta) -> None:
    world = World()
    names = ("mines", "rests", "waits")
    async with world.daemon() as rig:
        for name in names:
            await start(rig, name)
        await rig.pause("rests", who=ME)
        await asyncio.sleep(60)
        world.processes.body("waits").exit(1)
        await asyncio.sleep(1)
        before = rig.miner("mines").uptime
        world.clock_set = step
        await asyncio.sleep(3)
        assert not world.processes.living("waits"), "its 5 s are not over"
        await asyncio.sleep(2)
        assert len(world.processes.living("waits")) == 1
        await asyncio.sleep(180)
        assert rig.miner("mines").uptime == before + 185
        assert [rig.miner(name).status for name in names] == ["running", "paused", "running"]
        assert [len(world.processes.bodies[name]) for name in names] == [1, 1, 2]
        assert not {"hang", "crash", "degraded"} & {*world.kinds("mines"), *world.kinds("rests")}
        sampled, now = (
            rig.miner("mines").stats.sampled_at,
            BEGIN + timedelta(seconds=asyncio.get_running_loop().time()) + step,
        )
        assert sampled is not None
        assert timedelta() <= now - sampled <= timedelta(seconds=11), "figures bear the time as it was set"


# ——— starts and polls


@in_virtual_time
async def test_a_start_is_asked_often_at_first_then_at_one_two_and_four_seconds_then_in_each_interval() -> None:
    world = World()
    world.processes.next_one = {"api_from": 0.55}
    async with world.daemon() as rig:
        await start(rig)
        assert state(rig) == ("running", None), "its first answer was not waited for"
        await asyncio.sleep(60)
        asked = [round(at, 1) for at, path in world.processes.body().asked]
        assert asked[:5] == [0.0, 0.1, 0.3, 0.6, 1.6]
        pauses = [round(later - before) for before, later in pairwise(asked)]
        assert pauses[4:6] == [1, 2]
        assert set(pauses[7:]) == {10}


@in_virtual_time
async def test_a_start_whose_api_answers_late_is_shown_as_starting_and_then_runs() -> None:
    world = World()
    world.processes.next_one = {"api_from": 20.0}
    async with world.daemon() as rig:
        begun = virtual_clock().monotonic()
        await start(rig)
        assert virtual_clock().monotonic() - begun < 3, "the caller was kept waiting"
        assert state(rig) == ("starting", "preparing")
        await wait_until(lambda: rig.miner("one").status == "running", 40)


@in_virtual_time
async def test_a_sample_is_stored_before_anybody_hears_of_it() -> None:
    world, told = World(), []
    async with world.daemon() as rig:
        rig.journal.publish = lambda type, **about: told.append(  # type: ignore[method-assign]  # at that very moment
            (about["miner"].stats.sampled_at, {sample.at for _, sample in world.store.samples})
        )
        with rig.listen():
            await start(rig)
            await asyncio.sleep(60)
    measured = [(at, stored) for at, stored in told if at is not None]
    assert len({at for at, _ in measured}) > 20
    assert all(at in stored for at, stored in measured)


@in_virtual_time
async def test_somebody_who_begins_to_watch_need_not_wait_for_the_next_poll() -> None:
    world = World()
    world.settings = type(world.settings)(interval=600.0, live_interval=600.0, autostart=world.settings.autostart)
    async with world.daemon() as rig:
        await start(rig)
        await asyncio.sleep(60)
        asked = len(world.processes.body().asked)
        with rig.listen():
            await asyncio.sleep(1)
        assert len(world.processes.body().asked) == asked + 1


# ——— ends and restarts


@in_virtual_time
async def test_it_starts_again_after_5_10_20_up_to_300_seconds_and_the_restarts_are_remembered() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        waits = []
        for restarts in range(8):
            await asyncio.sleep(30)
            world.processes.body().exit(1)
            ended = virtual_clock().monotonic()
            await asyncio.sleep(1)
            assert state(rig) == ("error", "waiting_to_restart")
            assert not world.processes.living()
            with pytest.raises(MinerAlreadyRunning, match="waits for its next start"):
                await start(rig)
            await wait_until(world.processes.living)
            waits.append(round(virtual_clock().monotonic() - ended))
            await asyncio.sleep(1)
            assert rig.miner("one").restarts == world.store.records["one"].restarts == restarts + 1
        assert waits == [5, 10, 20, 40, 80, 160, 300, 300]
        assert world.kinds().count("crash") == world.kinds().count("restart") == 8
        assert world.processes.most == 1


@in_virtual_time
async def test_quick_exits_are_called_a_crash_loop_and_tried_again_for_hours() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        reasons = set()
        begun = virtual_clock().monotonic()
        while virtual_clock().monotonic() < begun + 2 * HOUR:
            await wait_until(world.processes.living, step=1.0)
            world.processes.body().exit(1)
            await asyncio.sleep(2)
            reasons.add(state(rig)[1])
        assert reasons == {"waiting_to_restart", "crash_loop"}
        assert 24 + 5 <= len(world.processes.bodies["one"]) <= 35


@in_virtual_time
async def test_a_crash_is_told_with_the_last_fifty_lines() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        for number in range(70):
            world.processes.body().say(f"miner    line {number}")
        world.processes.body().exit(1)
        await asyncio.sleep(5)
        tail = next(event.details["tail"] for event in world.store.timeline if event.kind == "crash")
        assert [line.split()[-1] for line in tail] == [str(number) for number in range(20, 70)]


@in_virtual_time
async def test_an_unusable_configuration_is_not_tried_again_but_a_person_can_start_it() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        world.processes.body().exit(2)
        await asyncio.sleep(HOUR)
        assert (state(rig), rig.miner("one").live) == (("error", "bad_config"), False)
        assert len(world.processes.bodies["one"]) == 1
        await rig.start("simulated", OTHER, name="one", who=ME)
        await asyncio.sleep(60)
        assert state(rig) == ("running", None)
        world.processes.body().exit(1)
        await wait_until(world.processes.living)


@in_virtual_time
async def test_a_person_who_starts_it_while_its_end_is_still_written_down_has_a_miner_that_is_kept_alive() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        world.store.delay = 1.0
        world.processes.body().exit(2)
        await wait_until(lambda: rig.miner("one").reason is not None, 5)  # decided, but not yet saved and told
        await start(rig)
        world.store.delay = 0.01
        await asyncio.sleep(30)
        assert state(rig) == ("running", None)
        world.processes.body().exit(1)
        await wait_until(world.processes.living, 30)


@in_virtual_time
async def test_every_end_is_followed_by_a_sweep_and_the_hold_is_let_go() -> None:
    world = World()
    async with world.daemon() as rig:
        for code in (0, 1, -11):
            await start(rig)
            await asyncio.sleep(5)
            world.processes.body().exit(code)
            await asyncio.sleep(1)
            await rig.stop("one", who=ME)
        await start(rig)
        await rig.stop("one", who=ME)
        assert world.processes.swept == [body.pid for body in world.processes.bodies["one"]]


@in_virtual_time
async def test_a_hang_is_restarted_three_times_an_hour_and_no_more() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        begun = virtual_clock().monotonic()
        while virtual_clock().monotonic() < begun + HOUR - 60:
            for body in world.processes.living():
                if virtual_clock().monotonic() - body.born > 20:
                    body.api = "silent"
            await asyncio.sleep(5)
        assert world.kinds().count("hang") == 3
        assert rig.miner("one").health == "unreachable"
        await asyncio.sleep(2 * HOUR)
        assert world.kinds().count("hang") > 3, "the hour is over"


@in_virtual_time
async def test_a_daemon_that_stood_still_between_two_answers_of_0_hashes_calls_that_neither_trouble_nor_hang() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        await asyncio.sleep(30)
        (body,) = world.processes.living()
        body.hashrate = 0.0
        await wait_until(lambda: rig.miner("one").stats.hashrate == 0)
        seen = rig.miner("one").stats.sampled_at
        stand_still(HOUR)
        await wait_until(lambda: rig.miner("one").stats.sampled_at != seen)
        assert rig.miner("one").stats.hashrate == 0
        assert (world.kinds(), rig.miner("one").health) == (["start"], "ok")
        await asyncio.sleep(60)
        assert world.kinds() == ["start", "degraded"], "a minute at 0 is one"


@in_virtual_time
async def test_a_stubborn_process_is_killed_after_its_grace_and_the_caller_is_told_before() -> None:
    world = World()
    world.processes.next_one = {"deaf": True}
    async with world.daemon() as rig:
        await start(rig)
        world.types["simulated"].stop_grace = 30.0
        answer = await rig.stop("one", who=ME)
        assert (answer.status, "still stopping" in answer.message) == ("stopping", True)
        with pytest.raises(MinerAlreadyRunning, match="still stopping"):
            await start(rig)
        with pytest.raises(NotSupported):
            await rig.pause("one", who=ME)
        await asyncio.sleep(20)
        assert state(rig) == ("stopped", None)
        assert rig.miner("one").last_exit is not None
        assert world.processes.bodies["one"][0].code == -9
    del world.types["simulated"].stop_grace


@in_virtual_time
@pytest.mark.parametrize("adopted", [False, True])
async def test_a_miner_that_the_system_ends_as_memory_runs_out_says_so_and_starts_again(adopted: bool) -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        if not adopted:
            await _memory_runs_out(world, rig)
    if adopted:
        async with world.daemon() as rig:
            await _memory_runs_out(world, rig)


async def _memory_runs_out(world: World, rig: LocalRig) -> None:
    await asyncio.sleep(30)
    world.processes.kills = 3
    world.processes.body().exit(SIGKILL)
    await asyncio.sleep(1)
    assert last_cause(rig) == "oom"
    reason = rig.miner("one").reason
    assert reason is not None
    assert str(reason.sentence).startswith("Memory ran out")
    await asyncio.sleep(10)
    assert rig.miner("one").status == "running"
    world.processes.body().exit(SIGKILL)  # the count is as it was
    await asyncio.sleep(1)
    assert last_cause(rig) == "signal"


@in_virtual_time
async def test_memory_that_ran_out_while_it_went_on_is_not_why_it_ends_later() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        world.processes.kills = 1
        await asyncio.sleep(30)
        world.processes.body().exit(SIGKILL)
        await asyncio.sleep(1)
        assert last_cause(rig) == "signal"


@in_virtual_time
async def test_a_stop_during_the_wait_ends_the_wait_for_ever() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        world.processes.body().exit(1)
        await asyncio.sleep(1)
        assert rig.miner("one").next_restart_at is not None
        await rig.stop("one", who=ME)
        assert (state(rig), rig.miner("one").next_restart_at) == (("stopped", None), None)
        await asyncio.sleep(HOUR)
        assert not world.processes.living()


@pytest.mark.parametrize(("surely", "told"), [(False, True), (True, False)])
def test_its_work_rests_before_a_request_to_end_that_may_not_arrive(surely: bool, told: bool) -> None:
    async def stop_one() -> None:
        world = World()
        world.processes.asks_surely = surely
        async with world.daemon() as rig:
            await start(rig)
            await asyncio.sleep(5)
            body = world.processes.body()
            await rig.stop("one", who=ME)
            assert (body.paused, not body.lives) == (told, True)

    in_virtual_time(stop_one)()


@in_virtual_time
async def test_a_restart_during_the_wait_makes_one_process_and_no_second() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        world.processes.body().exit(1)
        await asyncio.sleep(4.99)
        await rig.restart("one", who=ME)
        await asyncio.sleep(60)
        assert (len(world.processes.bodies["one"]), world.processes.most) == (2, 1)
        assert rig.miner("one").restarts == 0


@in_virtual_time
async def test_an_end_that_was_given_up_midway_can_be_asked_for_again_and_leads_to_rest() -> None:
    world = World()
    world.processes.next_one = {"slow": 5.0}
    async with world.daemon() as rig:
        await start(rig)
        ending = asyncio.ensure_future(rig._miners["one"].stop(ME))
        await asyncio.sleep(1)
        ending.cancel()
        await asyncio.sleep(0)
        assert state(rig)[0] == "stopping"
        await rig.stop("one", who=ME)
        assert state(rig) == ("stopped", None)
        await start(rig)
        assert state(rig) == ("running", None)


# ——— promises


@in_virtual_time
async def test_a_restart_that_cannot_be_remembered_changes_nothing() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        pid, world.store.full = world.processes.body().pid, True
        with pytest.raises(StorageFull):
            await rig.restart("one", OTHER, who=ME)
        assert (rig.miner("one").pid, rig.miner("one").config) == (pid, CONFIG.public_json())
        with pytest.raises(StorageFull):
            await rig.pause("one", who=ME)
        assert (rig.miner("one").wanted, world.processes.body().paused) == ("running", False)
        await rig.stop("one", who=ME)
        assert state(rig) == ("stopped", None)
        with pytest.raises(StorageFull):
            await start(rig)
        assert state(rig) == ("stopped", None)
        world.store.full = False
        await asyncio.sleep(5)
        assert world.store.records["one"].wanted == "stopped", (
            "the stop was obeyed, and is remembered when there is room"
        )


@in_virtual_time
async def test_a_pause_that_cannot_be_remembered_is_not_obeyed_by_a_poll_meanwhile() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
    for moment in range(60):  # of the early polls after an adoption, in hundredths of a second
        async with world.daemon() as rig:
            world.store.full = True
            await asyncio.sleep(moment / 100)
            with pytest.raises(StorageFull):
                await rig.pause("one", who=ME)
            await asyncio.sleep(1)
            assert not world.processes.body().paused
            world.store.full = False


@in_virtual_time
async def test_starts_at_once_that_cannot_be_remembered_leave_no_miner_behind() -> None:
    for later in (0.0, 0.005, 0.015, 0.02, 0.03, 0.04):
        world = World()
        async with world.daemon() as rig:
            world.store.full = True

            async def begin(wait: float, rig: LocalRig = rig) -> None:
                await asyncio.sleep(wait)
                with pytest.raises(StorageFull):
                    await start(rig)

            await asyncio.gather(begin(0.0), begin(later))
            assert rig.miners() == []


@in_virtual_time
async def test_a_wanted_miner_whose_restart_fails_is_tried_again_until_it_starts() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        world.processes.body().slow = 1.0
        restarting = asyncio.ensure_future(rig.restart("one", OTHER, who=ME))
        await asyncio.sleep(0.5)
        world.programs.missing = True
        with pytest.raises(MinerNotInstalled):
            await restarting
        assert (rig.miner("one").wanted, state(rig)) == ("running", ("error", "program_missing"))
        assert rig.miner("one").next_restart_at is not None
        await asyncio.sleep(HOUR)
        assert not world.processes.living()
        world.programs.missing = False
        await wait_until(lambda: state(rig) == ("running", None), 400)
        assert rig.miner("one").config == OTHER.public_json()


@in_virtual_time
async def test_a_stopped_miner_whose_start_fails_stays_stopped() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        await rig.stop("one", who=ME)
        world.processes.refusal = CannotSpawn("/bin/simulator is not there")
        for verb in (rig.restart("one", who=ME), start(rig)):
            with pytest.raises(MiningError, match="is not there"):
                await verb
            assert (state(rig), rig.miner("one").wanted) == (("stopped", None), "stopped")
        world.processes.refusal = None
        await asyncio.sleep(HOUR)
        assert not world.processes.living()


@in_virtual_time
async def test_why_it_cannot_start_is_told_once_and_not_at_each_attempt() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        world.processes.refusal = PermissionError(13, "not now")
        world.processes.body().exit(1)
        await asyncio.sleep(60)
        assert state(rig) == ("error", "spawn_failed")
        assert world.kinds().count("error") == 1


@in_virtual_time
async def test_a_program_that_an_antivirus_refuses_is_called_so_and_tried_again_until_it_may_run() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        world.processes.refusal = ProgramBlocked("xmrig.exe: the file contains a virus")
        world.processes.body().exit(1)
        await wait_until(lambda: state(rig) == ("error", "quarantined"), 60)
        with pytest.raises(MiningError, match="contains a virus") as caught:
            await rig.restart("one", who=ME)
        assert caught.value.details["reason"] == "quarantined"
        world.processes.refusal = None
        await wait_until(lambda: state(rig) == ("running", None), 400)


# ——— pauses


@in_virtual_time
async def test_a_pause_is_kept_across_crash_and_adoption() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        await rig.pause("one", who=ME)
        assert state(rig) == ("paused", "paused_by_user")
        world.processes.body().exit(1)
        await asyncio.sleep(1)
        await wait_until(lambda: rig.miner("one").status == "paused", 60)
        assert world.processes.body().paused
    world.processes.body().paused = False
    async with world.daemon() as rig:
        await wait_until(lambda: world.processes.body().paused, 60)
        await rig.resume("one", who=ME)
        assert state(rig) == ("running", None)


# ——— what its text and its answers say


@in_virtual_time
async def test_trouble_that_its_text_tells_is_over_when_its_text_says_that_it_is_connected() -> None:
    world = World()
    world.processes.next_one = {"connected": None}
    async with world.daemon() as rig:
        await start(rig)
        body = world.processes.body()
        body.say("pool     pool.example:3333 refused the login: banned")
        await asyncio.sleep(15)
        assert "banned" in (rig.miner("one").stats.connection.last_error or "")
        body.say("pool     connected to pool.example:3333")
        await asyncio.sleep(15)
        assert rig.miner("one").stats.connection.last_error is None


@in_virtual_time
async def test_trouble_that_its_text_tells_is_over_when_its_answer_says_that_it_is_connected() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        body = world.processes.body()
        body.connected = False
        body.say("pool     pool.example:3333 refused the login: banned")
        await asyncio.sleep(15)
        assert state(rig) == ("running", "login_refused")
        body.connected = True
        await asyncio.sleep(15)
        assert (state(rig), rig.miner("one").stats.connection.last_error) == (("running", None), None)
        assert world.kinds()[-2:] == ["degraded", "recovered"]


@in_virtual_time
async def test_figures_of_a_miner_that_no_longer_answers_are_called_old_and_those_of_a_dead_one_are_gone() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        await asyncio.sleep(30)
        world.processes.body().api = "garbage"
        await asyncio.sleep(50)
        assert (rig.miner("one").stats.quality, state(rig)) == ("stale", ("running", "garbage"))
        world.processes.body().exit(1)
        await asyncio.sleep(1)
        assert rig.miner("one").stats.hashrate is None


# ——— its program


@in_virtual_time
async def test_a_miner_that_waits_for_its_program_starts_as_soon_as_there_is_one() -> None:
    world = World(FreeXMRig())
    async with world.daemon() as rig:
        await rig.start("xmrig", CONFIG, name="one", who=ME)
        await asyncio.sleep(10)
        world.programs.missing = True
        world.processes.body().exit(1)
        await asyncio.sleep(900)
        assert state(rig) == ("error", "program_missing")
        due = rig.miner("one").next_restart_at
        assert due is not None
        await asyncio.sleep((due - virtual_clock().now()).total_seconds() + 5)  # the next wait has just begun
        world.programs.missing = False
        await asyncio.sleep(10)
        assert world.processes.living()


@in_virtual_time
async def test_a_program_that_vanished_or_was_changed_is_told_of_a_miner_that_runs_on() -> None:
    world = World(FreeXMRig())
    async with world.daemon() as rig:
        await rig.start("xmrig", CONFIG, name="one", who=ME)
        await asyncio.sleep(10)
        assert rig.miner("one").program_issue is None
        world.programs.state = "changed"
        await asyncio.sleep(10)
        issue = rig.miner("one").program_issue
        assert issue is not None
        assert "was changed" in issue
        world.programs.state = "gone"
        await asyncio.sleep(10)
        assert "vanished" in (rig.miner("one").program_issue or "")
        assert state(rig)[0] == "running"
        world.programs.state = "here"
        await asyncio.sleep(10)
        assert rig.miner("one").program_issue is None


@in_virtual_time
async def test_what_became_of_a_program_is_in_the_list_and_in_the_frames_long_before_the_next_poll() -> None:
    world = World(FreeXMRig())
    world.settings = RigSettings(autostart=Autostart(delay=0.0), interval=3600.0)
    states: tuple[tuple[ProgramState, str | None], ...] = (
        ("gone", "vanished"),
        ("changed", "was changed"),
        ("here", None),
    )
    async with world.daemon() as rig:
        await rig.start("xmrig", CONFIG, name="one", who=ME)
        await asyncio.sleep(60)
        for program, issue in states:
            assert rig.miners()
            revision = rig.journal.revisions["one"]
            world.programs.state = program
            await asyncio.sleep(10)
            assert (issue or "") in (rig.miners()[0].program_issue or "")
            assert (rig.miners()[0].program_issue is None) == (issue is None)
            assert rig.journal.revisions["one"] > revision


# ——— adoption


@in_virtual_time
async def test_the_next_daemon_takes_over_what_lives_and_keeps_it_alive() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        pid = world.processes.body().pid
    await asyncio.sleep(600)
    async with world.daemon() as rig:
        await wait_until(lambda: state(rig) == ("running", None), 20)
        assert (rig.miner("one").pid, rig.miner("one").uptime >= 600) == (pid, True)
        world.processes.body().exit(1)
        await asyncio.sleep(1)
        last = rig.miner("one").last_exit
        assert (last and last.cause, state(rig)) == ("unknown", ("error", "waiting_to_restart"))
        told = world.store.timeline[-1]
        assert (told.kind, "nobody watched" in told.text) == ("crash", False)
        await wait_until(world.processes.living, 60)
        assert world.processes.most == 1
        await rig.stop("one", who=ME)
    async with world.daemon() as rig:
        await asyncio.sleep(60)
        assert state(rig) == ("stopped", None)


@in_virtual_time
async def test_a_trouble_is_told_once_across_daemons_and_its_end_also_when_no_daemon_lived_then() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        world.processes.body().connected = False
        await wait_until(lambda: "degraded" in world.kinds(), 60)
    for _ in range(2):
        async with world.daemon() as rig:
            await asyncio.sleep(60)
            assert state(rig)[1] == "pool_unreachable"
    world.processes.body().connected = True
    await asyncio.sleep(60)
    for _ in range(2):
        async with world.daemon():
            await asyncio.sleep(60)
    assert [kind for kind in world.kinds() if kind != "adopt"] == ["start", "degraded", "recovered"]


@in_virtual_time
async def test_a_trouble_of_an_earlier_run_is_none_of_the_adopted_one() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        world.processes.body().connected = False
        await wait_until(lambda: "degraded" in world.kinds(), 60)
        await rig.stop("one", who=ME)
    async with world.daemon() as rig:
        await rig.restart("one", who=ME)
        await asyncio.sleep(60)
    async with world.daemon():
        await asyncio.sleep(60)
    assert [kind for kind in world.kinds() if kind in ("degraded", "recovered")] == ["degraded"]


@in_virtual_time
async def test_the_next_daemon_damps_what_keeps_coming_back_as_the_one_before_did() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        for _ in range(3):
            for connected in (False, True):
                world.processes.body().connected = connected
                await asyncio.sleep(150)
        told = world.kinds().count("degraded")
    async with world.daemon():
        await asyncio.sleep(60)
        world.processes.body().connected = False
        await asyncio.sleep(50)
        assert world.kinds().count("degraded") == told, "it has lasted less than the one before would have waited"


@in_virtual_time
async def test_one_that_died_while_no_daemon_lived_has_its_crash_and_its_last_exit_once() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        await asyncio.sleep(60)
        world.processes.body().say("miner    ready")
        await asyncio.sleep(5)
        seen = virtual_clock().now()
    await asyncio.sleep(600)
    world.processes.body().exit(-11)
    world.settings = type(world.settings)(autostart=Autostart(on=False))
    for _ in range(2):
        async with world.daemon() as rig:
            miner = rig.miner("one")
            assert miner.last_exit is not None
            assert (miner.last_exit.cause, miner.last_exit.code) == ("unknown", None)
            assert abs((miner.last_exit.at - seen).total_seconds()) < 10
            assert miner.stopped_at == miner.last_exit.at
    (crash,) = (event for event in world.store.timeline if event.kind == "crash")
    assert crash.message == "miner.ended_unseen"
    assert "It ended after 2026-11-03T12:01:0" in crash.text


@in_virtual_time
async def test_an_end_that_was_seen_is_not_told_again_by_the_next_daemon() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        world.processes.body().exit(1)
        await asyncio.sleep(2)
    async with world.daemon() as rig:
        await asyncio.sleep(60)
        assert rig.miner("one").status == "running"
    assert world.kinds().count("crash") == 1


@in_virtual_time
async def test_version_and_pool_of_a_stopped_miner_are_known_to_the_next_daemon() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        await asyncio.sleep(5)
        await rig.stop("one", who=ME)
        before = rig.miner("one")
        assert (before.version, before.stats.connection.pool) == ("0.1.0", "pool.example:3333")
    async with world.daemon() as rig:
        after = rig.miner("one")
        assert (after.version, after.stats.connection.pool) == ("0.1.0", "pool.example:3333")
        assert "crash" not in world.kinds()


@in_virtual_time
async def test_one_that_lives_but_hides_is_never_started_a_second_time() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
    world.processes.hidden = True
    async with world.daemon() as rig:
        await asyncio.sleep(HOUR)
        assert (state(rig), rig.miner("one").live) == (("error", "not_adopted"), False)
        assert len(world.processes.bodies["one"]) == 1


# ——— defects


class Clumsy(Simulated):
    """An adapter with a defect that shows once."""

    def __init__(self, method: str) -> None:
        self._left = {method: 1}

    def _trip(self, method: str) -> None:
        if self._left.get(method, 0):
            self._left[method] -= 1
            raise ZeroDivisionError(method)

    def explain_exit(self, code: int | None, tail: Any) -> Any:
        self._trip("explain_exit")
        return super().explain_exit(code, tail)

    def log_signal(self, line: str) -> Any:
        self._trip("log_signal")
        return super().log_signal(line)

    def read(self, context: Any, replies: Any) -> Any:
        self._trip("read")
        return super().read(context, replies)


@in_virtual_time
async def test_a_defect_while_an_end_is_explained_is_logged_and_the_miner_is_started_again() -> None:
    world = World(Clumsy("explain_exit"))
    with structlog.testing.capture_logs() as logs:
        async with world.daemon() as rig:
            await start(rig)
            world.processes.body().exit(1)
            await asyncio.sleep(3)
            assert state(rig) == ("error", "waiting_to_restart")
            await wait_until(world.processes.living, 30)
            world.processes.body().exit(1)
            await wait_until(world.processes.living, 30)
    assert [line["task"] for line in logs if line["event"] == "task.died"] == ["keep one alive"]


@pytest.mark.parametrize(("method", "event"), [("log_signal", "listening failed"), ("read", "a poll failed")])
@in_virtual_time
async def test_a_defect_while_it_is_watched_costs_one_look(method: str, event: str) -> None:
    world = World(Clumsy(method))
    with structlog.testing.capture_logs() as logs:
        async with world.daemon() as rig:
            world.processes.next_one = {"printed": ["a line"]}
            await start(rig)
            await asyncio.sleep(20)
            assert state(rig) == ("running", None)
    assert [line["event"] for line in logs if line["log_level"] == "error"] == [event]


@in_virtual_time
async def test_an_illegal_move_is_logged_and_refused() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        supervisor = rig._miners["one"]._supervisor
        with structlog.testing.capture_logs() as logs:
            await supervisor.revive()  # although it runs
            supervisor._move("idle")
        assert [line["event"] for line in logs if line["log_level"] == "error"] == ["lifecycle.refused"] * 2
        assert (state(rig), world.processes.most, len(world.processes.living())) == (("running", None), 1, 1)


# ——— the timeline


@in_virtual_time
async def test_every_event_moves_the_number_that_listeners_are_told_on_and_a_lost_one_does_not_move_it_back() -> None:
    world = World()
    async with world.daemon() as rig:
        assert rig.seq == len(world.store.timeline) == 1
        with rig.listen() as listener:
            await start(rig)
            assert rig.seq == len(world.store.timeline) == 2
            world.store.full = True
            await rig.journal.tell(None, "install", "It is installed.", None)
            assert rig.seq == 2
            heard = [each async for each in _what_waits(listener)]
        assert [each.seq for each in heard if not isinstance(each, Change)] == [2]
        assert {each.seq for each in heard if isinstance(each, Change) and each.event is not None} == {2}
        world.store.full = False
    async with world.daemon() as rig:
        assert rig.seq == len(world.store.timeline)


async def _what_waits(listener: Any) -> Any:
    try:
        async with asyncio.timeout(0.001):
            async for each in listener:
                yield each
    except TimeoutError:
        return


# ——— which pool


@in_virtual_time
async def test_a_switch_of_pool_is_an_event_from_one_to_the_other_and_back() -> None:
    world = World()
    async with world.daemon() as rig:
        with rig.listen(events_only=True) as heard:
            await rig.start("simulated", CONFIG.but(pools=(Pool(pool="spare.example:3333"),)), name="one", who=ME)
            await asyncio.sleep(60)
            assert world.kinds() == ["start"]
            world.processes.body().pool = "spare.example:3333"
            world.processes.body().connected = False  # it only tries
            await asyncio.sleep(30)
            assert "pool" not in world.kinds()
            world.processes.body().connected = True
            await wait_until(lambda: "pool" in world.kinds(), 30)
            world.processes.body().pool = "pool.example:3333"
            await wait_until(lambda: world.kinds().count("pool") == 2, 30)
            await asyncio.sleep(60)
            told = [event for event in world.store.timeline if event.kind == "pool"]
            assert [event.details for event in told] == [
                {"from": "pool.example:3333", "to": "spare.example:3333"},
                {"from": "spare.example:3333", "to": "pool.example:3333"},
            ]
            assert told[0].text == "The pool changed: pool.example:3333 → spare.example:3333."
            assert (told[0].message, told[0].params) == (
                "miner.pool_changed", {"before": "pool.example:3333", "after": "spare.example:3333"},
            )  # fmt: skip
            async for change in heard:
                assert isinstance(change, Change)
                if change.event is not None and change.event.kind == "pool":
                    assert (change.type, change.event) == ("miner.status", told[0])
                    break


@in_virtual_time
async def test_a_pool_that_nobody_configured_is_told_to_be_one() -> None:
    world = World()
    async with world.daemon() as rig:
        await start(rig)
        await asyncio.sleep(60)
        world.processes.body().pool = "elsewhere.example:3333"
        await wait_until(lambda: "pool" in world.kinds(), 30)
        told = world.store.timeline[-1]
        assert "elsewhere.example:3333 is not configured: a pool sent the miner there." in told.text
        assert told.message == "miner.pool_not_configured"


@in_virtual_time
async def test_a_run_that_begins_at_a_spare_pool_says_so_and_an_adopted_one_only_what_it_sees_change() -> None:
    world = World()
    world.processes.next_one = {"pool": "spare.example:3333"}
    async with world.daemon() as rig:
        await start(rig)
        await wait_until(lambda: "pool" in world.kinds(), 30)
    async with world.daemon() as rig:
        await asyncio.sleep(60)
        assert world.kinds().count("pool") == 1
        world.processes.body().pool = "pool.example:3333"
        await wait_until(lambda: world.kinds().count("pool") == 2, 30)


# ——— its program's CUDA plugin


@in_virtual_time
async def test_a_cuda_plugin_is_given_to_the_miners_that_use_cuda_and_checked_before_each_of_their_starts() -> None:
    world = World()
    world.programs.cuda_plugin = CudaPlugin(path="/own/plugin.so", sha256="")
    cards = CONFIG.but(cuda=Devices(enabled=True))
    async with world.daemon() as rig:
        await start(rig)
        assert world.processes.body().record.context.cuda_plugin is None
        await rig.start("simulated", cards, name="two", who=ME)
        assert world.processes.body("two").record.context.cuda_plugin == Path("/own/plugin.so")
        world.programs.state = "plugin_gone"
        for name in ("one", "two"):
            world.processes.body(name).exit(1)
        await wait_until(lambda: state(rig, "two") == ("error", "quarantined"), 60)
        await wait_until(lambda: state(rig) == ("running", None), 60)
        with pytest.raises(MinerNotInstalled):
            await rig.restart("two", who=ME)
        with pytest.raises(MinerNotInstalled):
            await rig.start("simulated", cards, name="three", who=ME)
        refused = (await rig.check("simulated", cards, name="three", who=ME)).errors
        assert [type(error) for error in refused] == [MinerNotInstalled]
        world.programs.state = "here"
        await wait_until(lambda: state(rig, "two") == ("running", None), 7200)
