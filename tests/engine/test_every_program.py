"""Every program that cannot be had here, played by its stand-in, through the real supervisor: start, crash, stop."""

import asyncio
import json
import os
import socket
import subprocess
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from mining.daemon import rig
from mining.domain.adapters import Adapters
from mining.domain.config import Config
from mining.domain.miner import Miner
from mining.domain.restart import RestartPolicy
from mining.engine.rig import LocalRig
from mining.miners import adapter
from mining.processes.run_folder import RunFolder
from mining.programs.registered import register
from mining.settings import Settings
from tests.holders import end_holders, holders
from tests.principals import ME
from tests.standins.program_standin import PEERS, install_program
from tests.standins.recordings import recording

pytestmark = pytest.mark.slow
each_program = pytest.mark.parametrize("name", PEERS)
each_on_cpu = pytest.mark.parametrize("name", [name for name in PEERS if adapter(name).supports.cpu_algorithms])
each_of_both = pytest.mark.parametrize("name", [name for name in PEERS if "second" in recording(name)])


@pytest.fixture
def settings(data_dir: Path) -> Iterator[Settings]:
    yield Settings(data_dir=data_dir, poll_interval=0.5, autostart_delay=0)
    end_holders(data_dir)


@asynccontextmanager
async def started(
    name: str,
    settings: Settings,
    folder: Path,
    both: bool = False,
    more: Mapping[str, Any] = {},
    **steering: Any,
) -> AsyncIterator[LocalRig]:
    """A rig with this program alone, which mines for a pool that takes connections and says nothing.

    `both`: it computes a second work, for the same pool and somebody else. `more` is told to it beside.
    """
    kind, where = adapter(name), folder / "vendor"
    where.mkdir()
    register(kind, install_program(where, name, **steering), settings.data_dir / "programs")
    with socket.create_server(("127.0.0.1", 0)) as pool:
        address, algorithm = f"127.0.0.1:{pool.getsockname()[1]}", kind.facts.algorithms[0]
        body: dict[str, Any] = {"pool": address, "wallet": "somebody", "algo": algorithm}
        if both:
            pair = recording(name)["second"]
            second = {"pool": address, "wallet": "another", "algo": pair["second"]}
            body |= {"algo": pair["algo"], "second": second, kind.facts.gpu[0]: {"enabled": True}}
        body |= more
        async with rig(lambda: settings, RestartPolicy(first=0.5), Adapters({name: kind})) as running:
            await running.start(name, Config.model_validate(body), who=ME)
            yield running


async def until(running: LocalRig, name: str, right: Callable[[Miner], bool]) -> Miner:
    """The miner as soon as it is as it should be."""
    with suppress(TimeoutError):
        async with asyncio.timeout(60):
            while not right(running.miner(name)):
                await asyncio.sleep(0.05)
    miner = running.miner(name)
    assert right(miner), (
        f"{name} is {miner.status} at {miner.hashrate} H/s with {miner.stats.shares.accepted} shares: {miner.reason}; "
        "what its API answers are the `replies`, and what grows of that `moves`, of its recording"
    )
    return miner


@each_program
async def test_it_starts_tells_its_figures_pauses_survives_a_crash_and_stops(
    name: str, settings: Settings, tmp_path: Path
) -> None:
    kind = adapter(name)
    async with started(name, settings, tmp_path) as running:
        before = await until(running, name, lambda miner: bool(miner.hashrate) and miner.status == "running")
        assert before.stats.version is not None
        shares = before.stats.shares.accepted or 0
        await until(running, name, lambda miner: (miner.stats.shares.accepted or 0) > shares)
        if kind.supports.verbs:
            await running.pause(name, who=ME)
            await until(running, name, lambda miner: miner.status == "paused")
            await running.resume(name, who=ME)
            await until(running, name, lambda miner: miner.status == "running" and bool(miner.hashrate))
        assert before.pid is not None
        os.kill(before.pid, 9)
        after = await until(running, name, lambda miner: miner.pid not in (None, before.pid) and bool(miner.hashrate))
        assert (after.restarts, after.last_exit.cause if after.last_exit else None) == (1, "signal")
        assert (await running.stop(name, who=ME)).status == "stopped"
        assert not holders(RunFolder(settings.data_dir / "run", name))
        text = [line.text for line in (await running.logs(name, 100, None)).items]
    assert text[-1] == "exiting", "it was asked to end, and did"
    assert PEERS[name].lines[0] in text


@each_on_cpu
async def test_it_mines_on_the_processor_too_as_its_flags_say(name: str, settings: Settings, tmp_path: Path) -> None:
    on_cpu = {"algo": adapter(name).supports.cpu_algorithms[0], "threads": 2}
    async with started(name, settings, tmp_path, more=on_cpu) as running:
        await until(running, name, lambda miner: bool(miner.hashrate) and miner.status == "running")
        assert (await running.stop(name, who=ME)).status == "stopped"


def works(miner: Miner) -> list[tuple[str | None, bool]]:
    """What it computes, and whether there is a hashrate."""
    return [(work.algorithm, bool(work.hashrate)) for work in miner.stats.work]


@each_of_both
async def test_two_works_are_computed_and_told_the_main_one_first_until_it_is_stopped(
    name: str, settings: Settings, tmp_path: Path
) -> None:
    beside = recording(name)["second"]["second"]
    async with started(name, settings, tmp_path, both=True) as running:
        before = await until(running, name, lambda miner: works(miner)[1:] == [(beside, True)])
        assert works(before)[0] == (before.stats.algorithm, True)
        assert before.hashrate == before.stats.work[0].hashrate, "the flat figures are those of the main work"
        assert [payee.second for payee in before.payees] == [False, True]
        accepted = before.stats.work[1].shares.accepted or 0
        await until(running, name, lambda miner: (miner.stats.work[1].shares.accepted or 0) > accepted)
        await until(running, name, lambda miner: miner.payout_lock is not None and miner.payout_lock.state == "holds")
        assert (await running.stop(name, who=ME)).status == "stopped"
        assert not holders(RunFolder(settings.data_dir / "run", name))


async def pays_another(name: str, settings: Settings, folder: Path, **steering: Any) -> None:
    """It is started so, seen to pay somebody else, and stopped."""
    async with started(name, settings, folder, **steering) as running:
        ended = await until(running, name, lambda miner: miner.status == "error")
        assert ended.reason is not None
        assert ended.reason.code == "payout_differs"
        assert not holders(RunFolder(settings.data_dir / "run", name))


@each_program
async def test_a_program_that_pays_somebody_else_is_stopped(name: str, settings: Settings, tmp_path: Path) -> None:
    await pays_another(name, settings, tmp_path, pays=["somebody", "thief"])


@each_of_both
async def test_so_is_one_whose_second_work_pays_somebody_else(name: str, settings: Settings, tmp_path: Path) -> None:
    await pays_another(name, settings, tmp_path, both=True, pays=["another", "thief"])


@each_program
async def test_a_program_that_refuses_its_arguments_is_not_started_again_and_its_words_are_told(
    name: str, settings: Settings, tmp_path: Path
) -> None:
    async with started(name, settings, tmp_path, ends=["unknown option: --fast", 2]) as running:
        refused = await until(running, name, lambda miner: miner.status == "error")
        assert refused.reason is not None
        assert (refused.reason.code, refused.next_restart_at) == ("bad_config", None)
        assert "unknown option: --fast" in refused.reason.text


async def test_a_program_that_ends_at_once_each_time_says_why_and_is_left_alone(
    settings: Settings, tmp_path: Path
) -> None:
    async with started("rigel", settings, tmp_path, ends=["no supported device was seen", 1]) as running:
        ended = await until(running, "rigel", lambda miner: miner.reason is not None and miner.restarts == 2)
        ended = await until(running, "rigel", lambda miner: str(miner.reason).count("It ends at once") > 0)
        assert ended.reason is not None
        assert "no supported device was seen" in ended.reason.text
        assert ended.next_restart_at is not None


async def test_a_program_of_the_same_kind_on_its_port_is_not_believed(settings: Settings, tmp_path: Path) -> None:
    async with started("t-rex", settings, tmp_path, silent=True) as running:
        address = json.loads((settings.data_dir / "run" / "t-rex" / "config.json").read_text())["api-bind-http"]
        (tmp_path / "stranger").mkdir()
        program = install_program(tmp_path / "stranger", "t-rex")
        with subprocess.Popen([program, "--api-bind-http", address], stdout=subprocess.DEVNULL) as stranger:
            try:
                await until(running, "t-rex", lambda miner: "nother program" in str(miner.reason))
                assert running.miner("t-rex").hashrate is None
            finally:
                stranger.kill()


async def test_a_child_that_a_program_left_is_ended_with_it(settings: Settings, tmp_path: Path) -> None:
    async with started("t-rex", settings, tmp_path, child=True) as running:
        await until(running, "t-rex", lambda miner: bool(miner.hashrate))
        folder = RunFolder(settings.data_dir / "run", "t-rex")
        assert len(holders(folder)) == 2
        await running.stop("t-rex", who=ME)
        assert not holders(folder)
