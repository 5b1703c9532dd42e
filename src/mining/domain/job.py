"""Installing as a job that goes on by itself, and what the API asks of those who do it."""

from collections.abc import Callable
from typing import Any, Literal, Protocol

from pydantic import Field

from mining.domain.install import InstallProgress
from mining.domain.miner import MinerType
from mining.domain.system import Installation, Program
from mining.domain.value import Moment, Value

JobState = Literal["running", "done", "failed"]


class InstallJob(Value):
    """One installation: how far it has come, and what came of it."""

    id: str
    type: str
    state: JobState
    started_at: Moment
    progress: InstallProgress | None = None
    result: Installation | None = Field(None, description="null until it is done")
    error: dict[str, Any] | None = Field(None, description="message and details of what failed")
    message: str = Field(description="How it stands, in words; names the miners that still run the old program.")


class Changed(Value):
    """What a rollback or the removal of a program did."""

    program: Program = Field(description="What is in use now, or was removed")
    message: str


class Installer(Protocol):
    """The blocking work; `tell` is called in the worker's thread."""

    def install(
        self, kind: MinerType, tell: Callable[[InstallProgress], None], *, version: str | None, force: bool
    ) -> Installation:
        """Install the latest release, or a version."""

    def rollback(self, kind: MinerType) -> Program:
        """Use the version before."""

    def uninstall(self, kind: MinerType) -> Program:
        """Forget the program."""

    def sweep(self, kind: MinerType) -> None:
        """Delete what a killed installation left."""

    def close(self) -> None:
        """End every download."""


class Installs(Protocol):
    """Every call raises a MiningError when it cannot do what is asked."""

    def begin(self, type: str, *, version: str | None = None, force: bool = False, who: str) -> InstallJob:
        """Begin an installation; it goes on by itself."""

    async def finish(self, id: str) -> InstallJob:
        """Wait for a job's end; raises what made it fail."""

    def job(self, id: str) -> InstallJob:
        """A job of this daemon's life."""

    async def rollback(self, type: str, *, who: str) -> Changed:
        """Use the version before; running miners keep theirs until they are restarted."""

    async def uninstall(self, type: str, *, who: str) -> Changed:
        """Remove a program; refused while a miner of the type is live."""
