"""Programs on this machine: one that is here, what an installation did, what else there is."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, Protocol

from pydantic import Field

from mining.domain.adapter import MinerType
from mining.domain.config import Config
from mining.domain.message import Message, message
from mining.domain.node_starter import starts_node
from mining.domain.programs.release import SILENT, VERIFICATIONS, Proof
from mining.domain.stored import Stored
from mining.domain.value import Moment, Value


class InstalledMiner(Value):
    """A mining program that can be started here."""

    type: str
    version: str | None
    installed: bool = True
    path: str | None


class CudaPlugin(Value):
    """The library through which a program mines on NVIDIA cards, as it was when it was registered or installed.

    Nobody signs such libraries, so nothing but their owner's word proves one.
    """

    path: str
    sha256: str
    origin: Literal["yours", "installed"] = "yours"  # installed: from a file, which was copied
    installed_at: Moment | None = None


class Program(Stored):
    """A mining program on disk, as it was when it was installed or registered."""

    type: str
    path: str
    sha256: str
    version: str | None
    origin: str = Field(
        description="How it came here: `yours` = registered by its owner; `own` = part of the platform; "
        "`installed` = from its author's release"
    )
    verified: Proof | None = Field(None, description="How an installed program was proven; null for the others")
    installed_at: Moment | None = None
    cuda_plugin: CudaPlugin | None = Field(
        None, description="Its library for NVIDIA cards, where its owner registered or installed one; unproven"
    )


class Installation(Value):
    """What an installation did."""

    program: Program
    replaced: str | None = Field(description="The version in use before")
    changed: bool = Field(description="false: exactly this was in use already")
    unreached: tuple[str, ...] = Field((), description="Ways to cards of this machine that this build does not have")

    def sentence(self, title: str) -> Message:
        """What it did, in words; proof that is less than the author's word is named."""
        version, how = self.program.version or "", self.program.verified or "none"
        proof: tuple[str, ...] = () if how in SILENT else (VERIFICATIONS[how],)
        if not self.changed:
            return message("program.unchanged", program=title, version=version)
        if self.unreached:
            proof += (str(message("program.without_cards", program=title, backends=" and ".join(self.unreached))),)
        if self.replaced is None:
            return message("program.installed", *proof, program=title, version=version)
        if self.replaced == self.program.version:
            return message("program.installed_again", *proof, program=title, version=version)
        return message("program.replaced", *proof, program=title, version=version, replaced=self.replaced)


class Availability(Value):
    """What could be used instead of the program in use. What was published is as of `looked_at`."""

    installable: bool = Field(description="Whether its author publishes it for machines like this one")
    way: str | None = Field(description="The command that brings the program here; null where there is none to bring")
    previous: str | None = Field(None, description="The version that a rollback goes back to")
    latest: str | None = Field(None, description="The newest version for this machine; null: not known")
    latest_at: Moment | None = Field(None, description="When that one was published")
    latest_size: int | None = Field(None, description="bytes of its file for this machine; null: not known")
    looked_at: Moment | None = Field(None, description="When its author's releases were last looked up; null: never")
    proof: Proof | None = Field(None, description="How its releases are proven; null where there are none")


ProgramState = Literal["here", "gone", "changed", "plugin_gone", "plugin_changed"]  # against what is recorded
PLUGIN_STATES: frozenset[ProgramState] = frozenset({"plugin_gone", "plugin_changed"})


def program_issue(state: ProgramState, type: str) -> Message | None:
    """What keeps a miner of that type from being started again; None: its files are here."""
    if state == "gone":
        return message("program.gone", type=type)
    if state == "changed":
        return message("program.changed", type=type)
    if state == "plugin_gone":
        return message("program.plugin_gone", type=type)
    return message("program.plugin_changed", type=type) if state == "plugin_changed" else None


class OwnedFile(NamedTuple):
    """A file, and the name of the user whom it belongs to."""

    path: str
    owner: str


class ProgramRegistry(Protocol):
    """The mining programs on this machine."""

    def find(self, kind: MinerType) -> Program | None:
        """The program of a type as it was registered; None when there is none."""

    def look(self, kind: MinerType) -> ProgramState:
        """Whether its files are still what was recorded. May read them whole, and wait for a drive: in a thread."""

    def availability(self, kind: MinerType) -> Availability:
        """What else there is of a type; asks nobody."""

    def check(self, kind: MinerType, cuda: bool = False) -> Program:
        """The program, proven to be what was registered, and with `cuda` its plugin; MinerNotInstalled says what is
        wrong. Reads the whole files.
        """

    def own(self, kind: MinerType) -> Program:
        """Our interpreter as what runs a miner of that type: a module of ours drives what it mines with."""

    def owned_by_others(self, kind: MinerType) -> Sequence[OwnedFile]:
        """Those of its files that belong to neither root nor the daemon's own user, who could therefore change them."""

    def trial(self, kind: MinerType, program: Program) -> str | None:
        """Why that program does not run as the one that it ought to be, in a sentence; None: it tells its version.

        Runs it, so it takes up to ten seconds: in a thread.
        """


def proven(programs: ProgramRegistry, kind: MinerType, config: Config) -> Program:
    """What a start with that configuration runs; MinerNotInstalled says what is wrong. Reads files: in a thread."""
    return programs.own(kind) if starts_node(kind, config) is False else programs.check(kind, config.uses_cuda)
