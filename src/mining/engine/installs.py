"""Installations as jobs (fulfils `mining.domain.job.Installs`), a block at whose end none is under way."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Protocol, Self
from uuid import uuid4

import structlog

from mining.domain.errors import JobNotFound, MinerAlreadyRunning, MiningError, NotSupported
from mining.domain.event import EventKind
from mining.domain.install import InstallProgress
from mining.domain.job import Changed, Installer, InstallJob
from mining.domain.miner import Miner, MinerType
from mining.domain.system import Installation
from mining.engine.catalogue import unknown

KEPT = 64  # jobs that are remembered

log = structlog.get_logger()


class Tell(Protocol):
    """Adds a line to the timeline."""

    def __call__(
        self, miner: str | None, kind: EventKind, text: str, who: str | None, **details: Any
    ) -> Awaitable[None]:
        """Add it."""


class Installs:
    """All jobs of this daemon's life, each a task that this owns."""

    def __init__(
        self,
        types: Mapping[str, MinerType],
        installer: Installer,
        tell: Tell,
        miners: Callable[[], Sequence[Miner]],
    ) -> None:
        self._types = types
        self._installer = installer
        self._tell = tell
        self._miners = miners
        self._jobs: dict[str, InstallJob] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._failures: dict[str, MiningError] = {}

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

    def begin(self, type: str, *, version: str | None = None, force: bool = False, who: str) -> InstallJob:
        """Begin an installation; it goes on by itself."""
        kind = self._kind(type)
        if kind.releases is None:
            text = f"{kind.facts.title} is part of the platform: there is nothing to install."
            raise NotSupported(text, type=type)
        for job in self._jobs.values():
            if job.type == type and job.state == "running":
                text = f"{kind.facts.title} is being installed already; follow it with job {job.id}."
                raise NotSupported(text, type=type, reason="installing", jobId=job.id)
        job = InstallJob(
            id=uuid4().hex,
            type=type,
            state="running",
            started_at=datetime.now(UTC),
            message=f"{kind.facts.title} is being installed.",
        )
        self._jobs[job.id] = job
        self._tasks[job.id] = asyncio.create_task(self._install(job.id, kind, version, force, who), name="install")
        for old in list(self._jobs)[:-KEPT]:
            if self._tasks[old].done():
                del self._jobs[old], self._tasks[old]
                self._failures.pop(old, None)
        return job

    async def finish(self, id: str) -> InstallJob:
        """Wait for a job's end; raises what made it fail."""
        self.job(id)
        await asyncio.shield(self._tasks[id])
        if id in self._failures:
            raise self._failures[id]
        return self.job(id)

    def job(self, id: str) -> InstallJob:
        """A job of this daemon's life."""
        if id not in self._jobs:
            raise JobNotFound("There is no such job; jobs are forgotten when the daemon ends.", id=id[:64])
        return self._jobs[id]

    async def rollback(self, type: str, *, who: str) -> Changed:
        """Use the version before; running miners keep theirs until they are restarted."""
        kind = self._kind(type)
        program = await asyncio.to_thread(self._installer.rollback, kind)
        text = f"{kind.facts.title} {program.version} is in use again.{self._still(type)}"
        await self._tell(None, "rollback", text, who, type=type)
        return Changed(program=program, message=text)

    async def uninstall(self, type: str, *, who: str) -> Changed:
        """Remove a program; refused while a miner of the type is live."""
        kind, live = self._kind(type), self._live(type)
        if live:
            text = f"{', '.join(live)} still runs {kind.facts.title}; stop it first: miner-ctrl stop {live[0]}"
            raise MinerAlreadyRunning(text, type=type, miners=live)
        program = await asyncio.to_thread(self._installer.uninstall, kind)
        text = f"{kind.facts.title} {program.version or ''}".rstrip() + " is no longer installed."
        await self._tell(None, "uninstall", text, who, type=type)
        return Changed(program=program, message=text)

    async def _install(self, id: str, kind: MinerType, version: str | None, force: bool, who: str) -> None:
        loop = asyncio.get_running_loop()

        def tell(progress: InstallProgress) -> None:
            loop.call_soon_threadsafe(self._change, id, {"progress": progress})

        try:
            done = await asyncio.to_thread(self._installer.install, kind, tell, version=version, force=force)
        except MiningError as error:
            self._failures[id] = error
            told = {"message": error.message, "details": error.details}
            self._change(id, {"state": "failed", "error": told, "message": error.message})
            return
        except BaseException:  # a defect of ours: nobody may wait for this job for ever
            self._change(id, {"state": "failed", "message": "It failed; the daemon's log says why."})
            raise
        text = self._done(kind, done)
        if done.changed:
            await self._tell(None, "update" if done.replaced else "install", text, who, type=kind.name)
        self._change(id, {"state": "done", "result": done, "message": text})

    def _done(self, kind: MinerType, done: Installation) -> str:
        what = f"{kind.facts.title} {done.program.version}"
        if not done.changed:
            return f"{what} is installed already."
        instead = f" instead of {done.replaced}" if done.replaced else ""
        return f"{what} is installed{instead}.{self._still(kind.name)}"

    def _still(self, type: str) -> str:
        live = self._live(type)
        return f" {', '.join(live)} runs the old one until restarted." if live else ""

    def _live(self, type: str) -> list[str]:
        return [miner.name for miner in self._miners() if miner.type == type and miner.live]

    def _change(self, id: str, changes: dict[str, Any]) -> None:
        self._jobs[id] = self._jobs[id].but(**changes)

    def _kind(self, type: str) -> MinerType:
        if type in self._types:
            return self._types[type]
        raise unknown("miner type", type, self._types, type=type[:64])
