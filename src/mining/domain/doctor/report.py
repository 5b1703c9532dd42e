"""What the doctor looks at, one finding of it, and its whole report. It never changes anything."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from pydantic import Field

from mining.domain.adapters import BrokenAdapter
from mining.domain.certificate import CertificateFacts
from mining.domain.hardware import GraphicsCard, Memory, Processor
from mining.domain.programs.program import OwnedFile
from mining.domain.programs.release import Proof
from mining.domain.value import Value
from mining.domain.wording import WORDING, Text, Wording, wording_of

CheckStatus = Literal["ok", "info", "warning", "problem", "unknown"]
EVERYWHERE = frozenset({"linux", "darwin", "windows"})
LINUX, WINDOWS = frozenset({"linux"}), frozenset({"windows"})
ELSEWHERE = EVERYWHERE - LINUX
WORST_FIRST: tuple[CheckStatus, ...] = ("problem", "warning", "unknown", "info", "ok")


@dataclass(frozen=True)
class MachineFacts:
    """One look at the machine. None = it does not tell."""

    now: datetime
    system: str = "linux"  # linux, darwin or windows
    user: str = ""  # who runs the daemon, by name
    processor: Processor | None = None
    memory: Memory | None = None
    cards: tuple[GraphicsCard, ...] = ()
    opencl: bool | None = None  # whether programs find OpenCL
    free_disk: int | None = None  # bytes, where the state is kept
    open_files: int | None = None  # how many a process may have
    logins: tuple[str, ...] | None = None  # people who can log in, by name
    root: bool = False  # may do everything: root, or on Windows elevated
    lock_pages: bool | None = None  # on Windows: whether the daemon's user has the right to large pages
    ended_with_terminal: bool | None = None  # on Windows: whether the terminal ends the miners when it is closed
    systemd: bool = False
    on_battery: bool | None = None  # None: it has no battery
    data: str = ""
    exposed: tuple[str, ...] = ()  # paths of our state that other users can read
    bring_settings: str | None = None  # the command that gives the data folder its own settings file
    settings: str = ""  # the settings file
    settings_exposed: bool = False  # it holds secrets and others can read it
    settings_by_group: bool = False  # the group of its owner, who is alone in it, may change it
    auth: str = "auto"  # the setting: when a key is needed
    certificate: CertificateFacts | None = None  # of TLS; None: it speaks plain HTTP
    audit: str | None = None  # where the audit's chain is broken
    ignored_settings: tuple[str, ...] = ()  # settings files that are there although another one wins


@dataclass(frozen=True)
class ProgramFact:
    """A mining program on this machine, what is wrong with it now, and what is known of its version."""

    type: str
    title: str
    version: str | None
    path: str | None
    mines_randomx: bool
    issue: str | None = None
    way_out: str | None = None  # a command
    advisories: tuple[str, ...] = ()  # known ones of this version
    randomx_v2: str | None = None  # the first version that mines RandomX v2; None: not known
    proof: Proof | None = None  # how an installed one was proven; None: its owner registered it
    latest: str | None = None  # the newest published version, as far as it was looked up
    way: str | None = None  # the command that brings the newest one
    takes_plugin: bool = False  # whether it mines on NVIDIA cards through a CUDA plugin
    plugin: str | None = None  # the path of its registered CUDA plugin
    plugin_issue: str | None = None
    plugin_way_out: str | None = None  # a command
    owned_by_others: tuple[OwnedFile, ...] = ()
    exposed: str | None = None  # how its API can be asked from other machines


@dataclass(frozen=True)
class PoolFact:
    """A pool that a known miner uses, and why it cannot be reached (None = it can)."""

    miner: str
    endpoint: str
    issue: str | None
    saved: bool = False  # `miner` is the name of a profile that nobody may be running


@dataclass(frozen=True)
class RigFacts:
    """What the rig knows."""

    programs: tuple[ProgramFact, ...] = ()
    broken: tuple[BrokenAdapter, ...] = ()
    ways: tuple[str, ...] = ()  # the commands that bring a program here
    pools: tuple[PoolFact, ...] = ()
    mining: bool = False  # whether a miner is alive, and so holds memory
    newest: datetime | None = None  # the newest event of the timeline
    ports: int = 1000  # of the miners' range
    first_port: int = 41000
    ports_taken: int = 0


@dataclass(frozen=True)
class DoctorFacts:
    """All that is examined."""

    machine: MachineFacts
    rig: RigFacts = RigFacts()


class Check(Value):
    """One thing that was looked at, in words for somebody who has never mined."""

    id: str
    status: CheckStatus
    title: Text
    meaning: Text
    gain: Text | None = Field(None, description="What mending it brings, where that is known")
    fix: str | None = Field(None, description="One command that mends it; null: there is none, or nothing to mend")
    title_wording: Wording | None = Field(None, description=f"`title`: {WORDING}")
    meaning_wording: Wording | None = Field(None, description=f"`meaning`: {WORDING}")
    gain_wording: Wording | None = Field(None, description=f"`gain`: {WORDING}")


@dataclass(frozen=True)
class Finding:
    """What one rule found."""

    status: CheckStatus
    title: str
    meaning: str
    gain: str | None = None
    fix: str | None = None


@dataclass(frozen=True)
class Rule:
    """One thing that the doctor looks at."""

    id: str
    about: str  # why it matters, in a sentence
    mend: str  # how it is mended, in general
    find: Callable[[DoctorFacts], Finding]
    systems: frozenset[str] = EVERYWHERE  # on others there is no such thing
    silent: frozenset[str] = frozenset()  # systems that may not tell, where "unknown" would help nobody

    def speaks(self, check: Check, system: str) -> bool:
        """Whether what was found says something on a system."""
        return check.status != "unknown" or system not in self.silent

    def check(self, facts: DoctorFacts) -> Check:
        """Look at it."""
        finding = self.find(facts)
        fix = finding.fix.replace("sudo ", "") if finding.fix and facts.machine.root else finding.fix
        return Check(
            id=self.id,
            status=finding.status,
            title=finding.title,
            meaning=finding.meaning,
            gain=finding.gain,
            fix=fix,
            title_wording=wording_of(finding.title),
            meaning_wording=wording_of(finding.meaning),
            gain_wording=wording_of(finding.gain),
        )


class ExaminedProgram(Value):
    """A registered mining program, and whether it can be started."""

    type: str
    version: str | None
    path: str | None
    usable: bool
    issue: str | None = None
    wording: Wording | None = Field(None, description=f"`issue`: {WORDING}")


class Report(Value):
    """What the doctor found."""

    miners: tuple[ExaminedProgram, ...]
    gpu: tuple[GraphicsCard, ...]
    checks: tuple[Check, ...] = Field(description="The worst first")
    recommendations: tuple[str, ...] = Field(
        description="What to do, the most pressing first: title and fix of a check, or what it means"
    )
