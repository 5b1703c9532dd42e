"""Installations as jobs (fulfils `Installations` of the domain), a block at whose end none is under way."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from types import TracebackType
from typing import Any, Self, TypeVar
from uuid import uuid4

import structlog

from mining.domain.adapter import MinerType
from mining.domain.errors import JobNotFound, MinerAlreadyRunning, MiningError, NotSupported
from mining.domain.event import EventKind
from mining.domain.message import Message, Sentence, message, phrase
from mining.domain.near_names import type_not_found
from mining.domain.principal import Principal
from mining.domain.programs.jobs import InstallJob, JobError, ProgramChange, ProgramInstaller, Update
from mining.domain.programs.program import Program, ProgramRegistry
from mining.domain.programs.release import InstallProgress, Release, verification
from mining.domain.programs.version import newer
from mining.domain.rig import Journal, Rig
from mining.domain.wording import Wording, wording_of
from mining.foundation.tasks import guarded
from mining.programs.choice import unpublished

KEPT = 64  # jobs that are remembered

T = TypeVar("T")

log = structlog.get_logger()


class InstallJobs:
    """All jobs of this daemon's life, each a task that this owns."""

    def __init__(
        self,
        types: Mapping[str, MinerType],
        installer: ProgramInstaller,
        programs: ProgramRegistry,
        rig: Rig,
        journal: Journal,
        code: Callable[[MiningError], str],
    ) -> None:
        self._types = types
        self._installer = installer
        self._rig = rig
        self._programs = programs
        self._journal = journal
        self._code = code  # what an error is called on the wire
        self._jobs: dict[str, InstallJob] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._failures: dict[str, MiningError] = {}
        self._threads = ThreadPoolExecutor(4, thread_name_prefix="install")

    async def __aenter__(self) -> Self:
        for kind in self._types.values():
            try:
                await asyncio.to_thread(self._installer.sweep, kind)
            except (MiningError, OSError):  # what a killed installation left may stay; mining must not wait for it
                log.exception("install.sweep", type=kind.name)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._installer.close()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)
        self._threads.shutdown(wait=False)

    def begin(self, type: str, *, version: str | None = None, force: bool = False, who: Principal) -> InstallJob:
        """Begin an installation; it goes on by itself."""
        kind = self._kind(type)
        if kind.releases is None:
            raise unpublished(kind)
        for job in self._jobs.values():
            if job.type == type and job.state == "running":
                text = phrase("program.installing_already", program=kind.facts.title, job=job.id)
                raise NotSupported(text, type=type, reason="installing", jobId=job.id)
        job = InstallJob(
            id=uuid4().hex,
            type=type,
            state="running",
            started_at=datetime.now(UTC),
            **_text(phrase("program.being_installed", program=kind.facts.title)),
        )
        self._jobs[job.id] = job
        work = self._install(job.id, kind, version, force, who)
        self._tasks[job.id] = guarded("install", work, partial(self._failed, job.id, kind))
        for old in list(self._jobs)[:-KEPT]:
            if self._tasks[old].done():
                del self._jobs[old], self._tasks[old]
                self._failures.pop(old, None)
        return job

    async def finish(self, id: str) -> InstallJob:
        """Wait for a job's end; raises what made it fail."""
        self.job(id)
        await asyncio.wait({self._tasks[id]})
        if id in self._failures:
            raise self._failures[id]
        return self.job(id)

    def jobs(self) -> Sequence[InstallJob]:
        """The jobs of this daemon's life, the newest first."""
        return tuple(self._jobs.values())[::-1]

    def job(self, id: str) -> InstallJob:
        """A job of this daemon's life."""
        if id not in self._jobs:
            raise JobNotFound(phrase("program.no_job"), id=id[:64])
        return self._jobs[id]

    async def update(self, type: str | None, *, every: bool, check_only: bool, who: Principal) -> Sequence[Update]:
        """Look up what is newer than the programs here, and begin to install it for one type, or for every one."""
        kinds = [self._kind(type)] if type is not None else [kind for _, kind in sorted(self._types.items())]
        looked = [
            self._look(kind)
            for kind in kinds
            if self._concerned(kind, named=type is not None, every=every and check_only)
        ]
        updates = await asyncio.gather(*looked)
        if check_only or not (every or type is not None):
            return updates
        return [self._begun(each, named=type is not None, who=who) for each in updates]

    async def rollback(self, type: str, *, who: Principal) -> ProgramChange:
        """Use the version before; running miners keep theirs until they are restarted."""
        kind = self._kind(type)
        program = await self._work(partial(self._installer.rollback, kind))
        title, version = kind.facts.title, program.version or ""
        text = message("program.rolled_back", *self._still(type), program=title, version=version)
        await self._tell("rollback", text, who, type=type)
        return ProgramChange(program=program, message=str(text), wording=Wording.of(text))

    async def uninstall(self, type: str, *, who: Principal) -> ProgramChange:
        """Remove a program; refused while a miner of the type is live."""
        kind, loop = self._kind(type), asyncio.get_running_loop()
        self._refuse_live(kind)

        async def refuse() -> None:
            self._refuse_live(kind)

        def ask() -> None:  # in the loop, where nothing happens between a miner's look at its program and its start
            asyncio.run_coroutine_threadsafe(refuse(), loop).result()

        program = await self._work(partial(self._installer.uninstall, kind, ask))
        text = message("program.uninstalled", program=f"{kind.facts.title} {program.version or ''}".rstrip())
        await self._tell("uninstall", text, who, type=type)
        return ProgramChange(program=program, message=str(text), wording=Wording.of(text))

    # ——— how an installation goes

    async def _install(self, id: str, kind: MinerType, version: str | None, force: bool, who: Principal) -> None:
        loop = asyncio.get_running_loop()

        def tell(progress: InstallProgress) -> None:
            loop.call_soon_threadsafe(self._change, id, {"progress": progress})

        try:
            done = await self._work(partial(self._installer.install, kind, tell, version=version, force=force))
        except MiningError as error:
            # what led to it holds whole lists of releases, and this is kept as long as the job
            error.__cause__, error.__context__ = None, None
            self._failures[id] = error.with_traceback(None)
            self._change(id, {"state": "failed", "error": self._error(error), **_text(error.message)})
            failed = message("program.not_installed", program=kind.facts.title, error=error.message)
            await self._tell("error", failed, who, type=kind.name)
            return
        text = done.sentence(kind.facts.title)
        if done.changed:
            text = replace(text, more=(*text.more, *self._still(kind.name)))
        self._change(id, {"state": "done", "result": done, **_text(Sentence(text))})
        if done.changed:
            what: EventKind = "update" if done.replaced else "install"
            await self._tell(what, text, who, type=kind.name, verified=done.program.verified)
            self._rig.poll_all()  # so that running miners say at once that another program waits for them

    def _failed(self, id: str, kind: MinerType, defect: BaseException) -> None:
        """End a job that died of a defect."""
        if self._jobs[id].state != "running":  # it was done before
            return
        text = phrase("program.defect", program=kind.facts.title)
        self._failures[id] = MiningError(text, reason=type(defect).__name__)
        self._change(id, {"state": "failed", "error": self._error(self._failures[id]), **_text(text)})

    async def _tell(self, kind: EventKind, text: Message, who: Principal, **details: Any) -> None:
        try:
            await self._journal.tell(None, kind, text, who, **details)
        except Exception:  # what was done is done, whatever is wrong with the memory
            log.exception("telling failed", text=str(text))

    async def _work(self, work: Callable[[], T]) -> T:
        """Do what blocks in a thread of our own: miners are started again in the others."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    def _change(self, id: str, changes: dict[str, Any]) -> None:
        self._jobs[id] = self._jobs[id].but(**changes)
        self._journal.publish("install.progress", job=self._jobs[id])

    # ——— what could be newer

    def _concerned(self, kind: MinerType, *, named: bool, every: bool) -> bool:
        if kind.releases is None:
            return named  # which then says why there is nothing to update
        return named or every or self._programs.find(kind) is not None

    async def _look(self, kind: MinerType) -> Update:
        current = self._programs.find(kind)
        draft = Update(
            type=kind.name,
            title=kind.facts.title,
            installed_version=current.version if current else None,
            verification=verification(self._programs.availability(kind).proof),
            message="",
        )
        if kind.releases is None:
            if kind.module is None:
                return draft.but(**_text(unpublished(kind).message))
            return draft.but(**_text(phrase("program.updated_with_platform", program=kind.facts.title)))
        try:
            newest = await self._work(partial(self._installer.look, kind))
        except MiningError as error:
            text = phrase("program.unread_releases", program=kind.facts.title, why=error.message)
            return draft.but(**_text(text), error=self._error(error))
        return draft.but(**_beside(kind, current, newest))

    def _begun(self, update: Update, *, named: bool, who: Principal) -> Update:
        """The update, begun where it is due."""
        current = self._programs.find(self._types[update.type])
        if not update.newer or current is None:
            return update
        if current.origin == "yours" and not named:
            text = phrase("program.your_own", state=update.message, type=update.type)
            return update.but(**_text(text))
        try:
            job = self.begin(update.type, who=who)
        except MiningError as error:
            return update.but(**_text(error.message), error=self._error(error))
        return update.but(job=job)

    # ——— who uses what

    def _still(self, type: str) -> Sequence[str]:
        how = ", ".join(f"miner-ctrl restart {name}" for name in self._live(type))
        return [phrase("program.restart_for_new", commands=how)] if how else []

    def _live(self, type: str) -> list[str]:
        return [miner.name for miner in self._rig.miners() if miner.type == type and miner.live]

    def _refuse_live(self, kind: MinerType) -> None:
        live = self._live(kind.name)
        if live:
            how = ", ".join(f"miner-ctrl stop {name}" for name in live)
            text = phrase("program.in_use", program=kind.facts.title, miners=", ".join(live), commands=how)
            raise MinerAlreadyRunning(text, type=kind.name, miners=live)

    def _error(self, error: MiningError) -> JobError:
        return JobError(code=self._code(error), message=error.message, details=error.details)

    def _kind(self, type: str) -> MinerType:
        if type in self._types:
            return self._types[type]
        raise type_not_found(type, self._types)


def _text(text: str) -> dict[str, Any]:
    """A text of a job or an update, and its wording."""
    return {"message": text, "wording": wording_of(text)}


def _beside(kind: MinerType, current: Program | None, newest: Release | None) -> dict[str, Any]:
    """What is told of a program beside its newest release."""
    title, here = kind.facts.title, current.version if current else None
    if newest is None:
        return _text(phrase("program.no_release", program=title))
    late = current is not None and newer(newest.version, here)
    if current is None:
        text = phrase("program.can_be_installed", program=title, version=newest.version, type=kind.name)
    elif late and here:
        text = phrase("program.newer", program=title, version=newest.version, here=here)
    elif late:
        text = phrase("program.newer_than_here", program=title, version=newest.version)
    else:
        text = phrase("program.newest", program=title, version=here or "")
    return {
        "latest_version": newest.version,
        "latest_published_at": newest.published_at,
        "newer": late,
        **_text(text),
    }
