"""Installations as jobs: what is told, and what must not keep the daemon from starting."""

import threading
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from types import SimpleNamespace
from typing import Any

import pytest

from mining.domain.adapter import MinerType
from mining.domain.errors import JobNotFound, MinerAlreadyRunning, MiningError, NotSupported
from mining.domain.programs.program import Installation, Program
from mining.domain.programs.release import InstallProgress
from mining.miners import all_types
from mining.programs.jobs import KEPT, InstallJobs
from tests.principals import ME


class Jammed:
    """An installer whose folder cannot be read."""

    swept: int = 0
    closed: bool = False

    def sweep(self, kind: MinerType) -> None:
        self.swept += 1
        raise PermissionError(13, "Permission denied")

    def close(self) -> None:
        self.closed = True


class Slow(Jammed):
    """An installer during whose removal a miner comes to life."""

    def __init__(self, miners: list[Any]) -> None:
        self._miners = miners

    def sweep(self, kind: MinerType) -> None:
        """Nothing is left over."""

    def uninstall(self, kind: MinerType, refuse: Callable[[], None]) -> Program:
        self._miners.append(SimpleNamespace(name="late", type=kind.name, live=True))
        refuse()
        raise AssertionError("it would be removed")


class Installed(Jammed):
    """An installer that has done it, or met a defect."""

    def __init__(self, defect: bool) -> None:
        self._defect = defect

    def sweep(self, kind: MinerType) -> None:
        """Nothing is left over."""

    def install(self, kind: MinerType, tell: Callable[[InstallProgress], None], **how: Any) -> Installation:
        if self._defect:
            raise ZeroDivisionError
        program = Program(type=kind.name, path="/p", sha256="", version="1", origin="installed", verified="pin")
        return Installation(program=program, replaced=None, changed=True)


class Forgetful:
    """A timeline that cannot be written to."""

    async def tell(self, *_: Any, **__: Any) -> None:
        raise OSError("the database is locked")

    def publish(self, type: str, **about: Any) -> None:
        """Nobody listens."""


def installs(
    installer: Any,
    miners: Sequence[Any] = (),
    types: Mapping[str, MinerType] | None = None,
    journal: Any = None,
) -> InstallJobs:
    rig: Any = SimpleNamespace(miners=lambda: miners, poll_all=lambda: None)
    programs: Any = None
    return InstallJobs(
        types or all_types(), installer, programs, rig, Forgetful(), code=lambda error: type(error).__name__
    )


@pytest.mark.slow
async def test_what_cannot_be_swept_does_not_keep_the_daemon_from_starting() -> None:
    installer: Any = Jammed()
    async with installs(installer) as jobs:
        assert installer.swept == len(all_types())
        with pytest.raises(JobNotFound):
            jobs.job("never-made")
        with pytest.raises(NotSupported, match="nothing to install"):
            jobs.begin("demo", who=ME)
    assert installer.closed


async def test_a_miner_that_comes_to_life_during_a_removal_keeps_its_program() -> None:
    miners: list[Any] = []
    async with installs(Slow(miners), miners) as jobs:
        with pytest.raises(MinerAlreadyRunning, match="in use by late"):
            await jobs.uninstall("xmrig", who=ME)


async def test_an_installation_is_done_although_nobody_can_write_it_down() -> None:
    async with installs(Installed(defect=False)) as jobs:
        job = await jobs.finish(jobs.begin("xmrig", who=ME).id)
        assert (job.state, jobs.begin("xmrig", who=ME).state) == ("done", "running")


async def test_a_defect_ends_a_job_and_is_told() -> None:
    async with installs(Installed(defect=True)) as jobs:
        begun = jobs.begin("xmrig", who=ME)
        with pytest.raises(MiningError, match="a defect of the platform"):
            await jobs.finish(begun.id)
        failed = jobs.job(begun.id)
        assert failed.state == "failed"
        assert failed.error is not None
        assert failed.error.details["reason"] == "ZeroDivisionError"
        assert failed.error.details["wording"]["message"] == "program.defect"
        assert (begun.wording and begun.wording.message) == "program.being_installed"
        assert (failed.wording and failed.wording.message) == "program.defect"


class Quiet(Forgetful):
    """A timeline that nobody reads."""

    async def tell(self, *_: Any, **__: Any) -> None:
        """It is written down."""


class Endless(Installed):
    """An installer that takes as long as the test wants for one type, and no time for the others."""

    def __init__(self, endless: str) -> None:
        super().__init__(defect=False)
        self._endless = endless
        self.over = threading.Event()

    def install(self, kind: MinerType, tell: Callable[[InstallProgress], None], **how: Any) -> Installation:
        if kind.name == self._endless:
            self.over.wait(60)
        return super().install(kind, tell, **how)


async def test_the_last_64_jobs_are_remembered_and_one_that_still_runs_whatever_came_after() -> None:
    installer: Any = Endless("xmrig")
    other = copy(all_types()["xmrig"])
    other.name = "other"
    async with installs(installer, types=all_types() | {"other": other}, journal=Quiet()) as jobs:
        running = jobs.begin("xmrig", who=ME)
        ids = []
        for _ in range(70):
            ids.append(jobs.begin("other", who=ME).id)
            await jobs.finish(ids[-1])
        assert jobs.job(running.id).state == "running"
        remembered = [id for id in ids if _is_remembered(jobs, id)]
        assert remembered == ids[-KEPT:]
        installer.over.set()
        assert (await jobs.finish(running.id)).state == "done"
        await jobs.finish(jobs.begin("other", who=ME).id)
        assert not _is_remembered(jobs, running.id), "it is done, and old"


def _is_remembered(jobs: InstallJobs, id: str) -> bool:
    try:
        return jobs.job(id).id == id
    except JobNotFound:
        return False
