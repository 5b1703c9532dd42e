"""Installing as a job that goes on by itself, and what the API asks of those who do it."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any, Literal, Protocol

from pydantic import Field

from mining.domain.adapter import MinerType
from mining.domain.error_details import ErrorDetails
from mining.domain.principal import Principal
from mining.domain.programs.program import Installation, Program
from mining.domain.programs.release import InstallProgress, Release, Verification
from mining.domain.value import Moment, ShownAs, Value
from mining.domain.wording import WORDING, Text, Wording

JobState = Literal["running", "done", "failed"]


class JobError(Value):
    """Why a job failed, as an error's answer would say it."""

    code: str
    message: Text
    details: Annotated[dict[str, Any], ShownAs(ErrorDetails)]


class InstallJob(Value):
    """One installation: how far it has come, and what came of it."""

    id: str
    type: str
    state: JobState
    started_at: Moment
    progress: InstallProgress | None = None
    result: Installation | None = Field(None, description="null until it is done")
    error: JobError | None = None
    message: Text = Field(description="How it stands, in words; names the miners that still run the old program.")
    wording: Wording | None = Field(None, description=f"`message`: {WORDING}")


class Update(Value):
    """A program of this machine beside what its author has published."""

    type: str
    title: str
    installed_version: str | None
    latest_version: str | None = Field(None, description="null: not known, or nothing published suits this machine")
    latest_published_at: Moment | None = None
    newer: bool = Field(False, description="Whether the newest one is newer than the one here")
    verification: Verification | None = Field(None, description="How its releases are proven")
    message: Text = Field(description="How it stands, in words.")
    wording: Wording | None = Field(None, description=f"`message`: {WORDING}")
    error: JobError | None = Field(None, description="Why its author's releases could not be looked up")
    job: InstallJob | None = Field(None, description="The installation that was begun; null: none was")


class ProgramChange(Value):
    """What a rollback or the removal of a program did."""

    program: Program = Field(description="What is in use now, or was removed")
    message: str
    wording: Wording | None = Field(None, description=f"`message`: {WORDING}")


class ProgramInstaller(Protocol):
    """The blocking work; `tell` is called in the worker's thread."""

    def install(
        self, kind: MinerType, tell: Callable[[InstallProgress], None], *, version: str | None, force: bool
    ) -> Installation:
        """Install the latest release, or a version."""

    def rollback(self, kind: MinerType) -> Program:
        """Use the version before."""

    def uninstall(self, kind: MinerType, refuse: Callable[[], None]) -> Program:
        """Forget the program, so that nobody can start it any more; `refuse` then raises if somebody still uses it, and
        it is as it was. Otherwise delete it."""

    def look(self, kind: MinerType) -> Release | None:
        """Ask its author for the newest release for this machine; None when nothing published suits."""

    def sweep(self, kind: MinerType) -> None:
        """Delete what a killed installation left."""

    def close(self) -> None:
        """End every download."""


class Installations(Protocol):
    """Every call raises a MiningError when it cannot do what is asked."""

    def begin(self, type: str, *, version: str | None = None, force: bool = False, who: Principal) -> InstallJob:
        """Begin an installation; it goes on by itself."""

    async def finish(self, id: str) -> InstallJob:
        """Wait for a job's end; raises what made it fail."""

    def jobs(self) -> Sequence[InstallJob]:
        """The jobs of this daemon's life, the newest first."""

    def job(self, id: str) -> InstallJob:
        """A job of this daemon's life."""

    async def update(self, type: str | None, *, every: bool, check_only: bool, who: Principal) -> Sequence[Update]:
        """Look up what is newer than the programs here, and begin to install it for one type, or for every one.

        `check_only`: look up only; with `every` also what is not here. A program that its owner registered is replaced
        only when its type is named.
        """

    async def rollback(self, type: str, *, who: Principal) -> ProgramChange:
        """Use the version before; running miners keep theirs until they are restarted."""

    async def uninstall(self, type: str, *, who: Principal) -> ProgramChange:
        """Remove a program; refused while a miner of the type is live."""
