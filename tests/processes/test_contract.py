"""The promise of `mining.domain.process.Processes`, kept by each system's file, and by the one in memory."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from mining.domain.process import CannotAdopt, CannotSpawn, Identity
from mining.foundation import platform
from mining.processes.folder_processes import FolderProcesses
from mining.processes.run_folder import PLAIN, WHOLE, RunFolder
from tests.daemons import wait_for
from tests.needs import lack
from tests.processes.records import a_record
from tests.processes.systems import RealSystem, system, systems

REAL = [name for name in systems() if name != "memory"]


@pytest.fixture(params=systems())
async def one(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[RealSystem]:
    made = system(request.param, tmp_path)
    yield made
    made.end()


@pytest.fixture(params=REAL)
async def real(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[RealSystem]:
    made = system(request.param, tmp_path)
    yield made
    made.end()


async def test_a_miner_lives_at_most_once_and_its_birth_is_written_down(one: RealSystem) -> None:
    process = one.spawn("obeys")
    await one.ready(process, "obeys")
    with pytest.raises(CannotSpawn, match="still alive"):
        one.spawn("obeys")
    found, record = one.daemon().adopt("one", "file")
    assert found is not None
    assert record is not None
    assert record.identity == Identity(process.pid, record.born or "", one.daemon().boot)
    assert (process.adopted, found.adopted, found.pid) == (False, True, process.pid)
    assert one.living() == [process.pid]
    await process.stop(60)
    found.close()
    process.close()


async def test_the_exit_code_of_our_own_child_is_known(one: RealSystem) -> None:
    process = one.spawn("ends")
    assert await process.wait() == 7
    assert await process.sweep() == 0
    process.close()
    assert one.living() == []


async def test_a_stop_asks_first_and_a_second_one_does_nothing(one: RealSystem) -> None:
    process = one.spawn("obeys")
    await one.ready(process, "obeys")
    await process.stop(60)
    assert await process.wait() == 5, "it was not asked, or not waited for"
    await process.stop(60)
    process.close()


async def test_one_that_is_deaf_is_ended_by_force_after_its_grace(one: RealSystem) -> None:
    process = one.spawn("is deaf")
    await one.ready(process, "is deaf")
    begun = time.monotonic()
    await process.stop(0.5)
    assert await process.wait() == one.forced
    assert time.monotonic() - begun >= 0.5
    process.close()


async def test_a_kill_from_outside_is_heard_of(one: RealSystem) -> None:
    process = one.spawn("obeys")
    await one.ready(process, "obeys")
    found, _ = one.daemon().adopt("one", "file")
    assert found is not None
    one.kill(process)
    async with asyncio.timeout(60):
        assert await process.wait() == one.killed
        assert await found.wait() in (None, one.killed)  # of an adopted one not every system tells it
    assert one.daemon().adopt("one", "file")[0] is None
    found.close()
    process.close()


async def test_the_next_daemon_stops_what_it_found_as_the_first_would(one: RealSystem) -> None:
    first = one.spawn("obeys")
    await one.ready(first, "obeys")
    found, _ = one.daemon().adopt("one", None)
    assert found is not None
    await found.stop(60)
    assert await found.wait() in (None, 5)
    assert await first.wait() == 5
    again = one.spawn("ends")
    assert again.pid != first.pid
    await again.wait()
    for each in (first, found, again):
        each.close()


async def test_what_a_miner_left_in_another_session_is_swept(one: RealSystem) -> None:
    process = one.spawn("leaves a child")
    await one.ready(process, "leaves a child")
    assert len(one.living()) == 2
    one.kill(process)
    await process.wait()
    assert len(one.living()) == 1, "nothing was left behind, so nothing is proven"
    assert await process.sweep() == 1
    assert one.living() == []
    assert one.daemon().adopt("one", "file")[0] is None
    process.close()


async def test_living_miners_of_other_names_are_found_and_a_dead_one_is_removed(one: RealSystem) -> None:
    first, second = one.spawn("obeys"), one.spawn("obeys", "two")
    await one.ready(first, "obeys")
    await one.ready(second, "obeys")
    assert set(one.daemon().strangers(["one"])) == {"two"}
    await second.stop(60)
    second.close()
    assert one.daemon().strangers(["one"]) == {}
    one.daemon().remove("two")
    assert not one.daemon().folder("two").exists()
    await first.stop(60)
    first.close()


async def test_text_is_kept_from_one_daemon_to_the_next_without_gap_or_repeat(real: RealSystem) -> None:
    process = real.spawn("obeys")
    await real.ready(process, "obeys")
    process.close()  # as a daemon that dies
    found, _ = real.daemon().adopt("one", None)
    assert found is not None
    await found.stop(60)
    assert found.last_lines() == []
    assert [line.text for line in real.daemon().text("one", 10, None).items] == ["ready"]
    found.close()


async def test_a_record_as_0_1_0_wrote_it_still_names_its_process(real: RealSystem) -> None:
    process = real.spawn("obeys")
    await real.ready(process, "obeys")
    folder = RunFolder(real.root / "run", "one")
    (folder.path / WHOLE).unlink()
    if sys.platform == "linux":
        assert isinstance(json.loads((folder.path / PLAIN).read_bytes())["startTicks"], int)
    folder.lock.rename(folder.path / "gone") if sys.platform != "win32" else None
    found, record = real.daemon().adopt("one", "file")
    assert found is not None
    assert record is not None
    assert (record.pid, record.born) == (process.pid, platform.born(process.pid))
    await found.stop(60)
    found.close()
    process.close()


@pytest.mark.parametrize("forged", [{"born": "1"}, {"boot_id": "another"}])
async def test_a_record_of_another_birth_or_boot_means_nobody(real: RealSystem, forged: dict[str, str]) -> None:
    folder = RunFolder(real.root / "run", "one")
    (real.root / "run").mkdir()
    folder.make()
    own = {"pid": os.getpid(), "born": platform.born(os.getpid()), "boot_id": real.daemon().boot}
    folder.write_record(a_record(folder).but(**own | forged))
    assert real.daemon().adopt("one", "file")[0] is None


async def test_one_that_ends_while_it_is_looked_for_is_dead_and_not_out_of_sight(
    real: RealSystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system hides a process that is ending, and lets go of its lock later."""
    process = real.spawn("obeys")
    await real.ready(process, "obeys")
    looks: list[int | None] = []

    def take_lock(folder: RunFolder) -> int | None:
        looks.append(platform.take_lock(folder.lock) if len(looks) > 3 else None)
        if len(looks) == 2:  # the first look found it alive
            real.kill(process)
        return looks[-1]

    monkeypatch.setattr(RunFolder, "take_lock", take_lock)
    monkeypatch.setattr(type(real.daemon()), "_hold", lambda *_: (_ for _ in ()).throw(ProcessLookupError))
    found, record = real.daemon().adopt("one", "file")
    assert found is None
    assert record is not None
    assert record.pid == process.pid
    await process.wait()
    process.close()


async def test_one_that_stays_out_of_sight_is_said_and_never_taken_for_dead(
    real: RealSystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FolderProcesses, "patience", 0.1)
    folder = RunFolder(real.root / "run", "one")
    (real.root / "run").mkdir()
    folder.make()
    lock = folder.take_lock()  # held by ourselves, whom the search leaves out
    assert lock is not None
    with pytest.raises(CannotAdopt):
        real.daemon().adopt("one", "file")
    platform.close_lock(lock)


LIMITED = """
import asyncio, os, sys
from pathlib import Path
from tests.processes.systems import system

async def main():
    one = system(sys.argv[1], Path(sys.argv[2]))
    process = one.spawn(sys.argv[3])
    await one.ready(process, sys.argv[3])
    process.limit_time(0.2, 0.2)
    os._exit(9)  # as one that was killed

asyncio.run(main())
"""


@pytest.mark.slow
@pytest.mark.parametrize("program", ["is deaf", "leaves a child"])
@pytest.mark.parametrize("name", REAL)
def test_a_deadline_holds_when_nobody_lives_any_more_who_set_it(name: str, program: str, tmp_path: Path) -> None:
    words = [sys.executable, "-c", LIMITED, name, str(tmp_path), program]
    died = subprocess.run(words, capture_output=True, text=True, check=False)
    assert died.returncode == 9, died.stderr
    one = system(name, tmp_path)
    try:
        wait_for(lambda: not one.living(), 60, "the end of all of it")
    finally:
        one.end()


async def test_who_holds_a_deadline_goes_with_the_process(real: RealSystem) -> None:
    process: Any = real.spawn("obeys")
    await real.ready(process, "obeys")
    process.limit_time(3600, 5)
    assert process._guard.poll() is None
    await process.stop(60)
    await process.sweep()
    assert process._guard.poll() is not None
    process.close()


DIES = """
import asyncio, os, signal, subprocess, sys, time
from functools import partial
from pathlib import Path
from tests.processes.systems import system

def between_fork_and_exec():
    os.kill(os.getppid(), signal.SIGKILL)
    while not Path(sys.argv[2], "go").exists():
        time.sleep(0.01)

async def main():
    one = system(sys.argv[1], Path(sys.argv[2]))
    subprocess.Popen = partial(subprocess.Popen, preexec_fn=between_fork_and_exec)
    one.spawn("obeys")

asyncio.run(main())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork on Windows")
@pytest.mark.parametrize("name", REAL)
async def test_a_daemon_that_dies_between_fork_and_exec_leads_to_no_second_miner(name: str, tmp_path: Path) -> None:
    dying = subprocess.run([sys.executable, "-c", DIES, name, str(tmp_path)], check=False)
    assert dying.returncode == -signal.SIGKILL
    one = system(name, tmp_path)
    try:
        with pytest.raises(CannotSpawn, match="still alive"):
            one.spawn("obeys")
        (born,) = one.living()
        found, record = one.daemon().adopt("one", "file")
        assert found is not None
        assert record is not None
        assert (found.pid, record.pid) == (born, None)
        (tmp_path / "go").touch()
        await one.ready(found, "obeys")
        assert one.living() == [born]
        await found.stop(60)
        found.close()
    finally:
        (tmp_path / "go").touch()
        one.end()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets the next pid be chosen")
@pytest.mark.parametrize("name", ["linux", pytest.param("portable", marks=pytest.mark.slow)])
def test_a_stranger_who_is_given_the_pid_of_a_miner_is_neither_adopted_nor_ended(name: str, tmp_path: Path) -> None:
    apart = ["unshare", "--user", "--map-root-user", "--pid", "--fork", "--mount-proc"]
    if os.geteuid() == 0:
        apart = ["unshare", "--pid", "--fork", "--mount-proc"]
    if subprocess.run([*apart, "true"], capture_output=True, check=False).returncode:
        lack("a pid namespace of one's own")
    done = subprocess.run(
        [*apart, sys.executable, "-m", "tests.processes.given_anew", name, str(tmp_path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode == 77:
        lack("the right to choose the next pid")
    assert (done.returncode, done.stdout) == (0, "same pid, another process\n" * 3), done.stderr
