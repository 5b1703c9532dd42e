"""Installations on paper: they are done as soon as they begin."""

from collections.abc import Sequence

from mining.domain.errors import JobNotFound
from mining.domain.principal import Principal
from mining.domain.programs.jobs import InstallJob, ProgramChange, Update
from mining.domain.programs.program import Installation, Program
from tests.api.paper_rig import NOON, PaperRig


class PaperInstallations:
    """Keeps the promises of the Installs protocol in memory."""

    def __init__(self, rig: PaperRig) -> None:
        self._rig = rig
        self._jobs: dict[str, InstallJob] = {}

    def begin(self, type: str, *, version: str | None = None, force: bool = False, who: Principal) -> InstallJob:
        self._rig.calls.append(("install", type, version, force, who.name))
        result = Installation(program=self._program(type), replaced=None, changed=True)
        job = InstallJob(id="1", type=type, state="done", started_at=NOON, result=result, message="It is installed.")
        self._jobs[job.id] = job
        return job

    async def finish(self, id: str) -> InstallJob:
        return self.job(id)

    def jobs(self) -> Sequence[InstallJob]:
        return list(self._jobs.values())[::-1]

    def job(self, id: str) -> InstallJob:
        if id not in self._jobs:
            raise JobNotFound("There is no such job.")
        return self._jobs[id]

    async def update(self, type: str | None, *, every: bool, check_only: bool, who: Principal) -> Sequence[Update]:
        self._rig.calls.append(("update", type, every, check_only, who.name))
        job = None if check_only else self.begin(type or "xmrig", who=who)
        found = Update(type="xmrig", title="XMRig", installed_version="1", newer=True, message="It is newer.", job=job)
        return [found]

    async def rollback(self, type: str, *, who: Principal) -> ProgramChange:
        return ProgramChange(program=self._program(type), message="It is in use again.")

    async def uninstall(self, type: str, *, who: Principal) -> ProgramChange:
        return ProgramChange(program=self._program(type), message="It is gone.")

    def _program(self, type: str) -> Program:
        self._rig.kind(type)
        return Program(type=type, path=f"/p/{type}", sha256="", version="1", origin="installed", verified="pin")
