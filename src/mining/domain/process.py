"""A miner's process, as far as the platform deals with one; each operating system fulfils this in a file of its own."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, Protocol

from pydantic import BeforeValidator, Field, PlainSerializer

from mining.domain.adapter import Launch, LaunchContext
from mining.domain.config_0_1_0 import written_out
from mining.domain.miner import MinerRecord, ReasonCode
from mining.domain.rig import LogPage
from mining.domain.stored import Stored
from mining.domain.value import Moment

ConsoleKind = Literal["file", "fifo"]  # how a program speaks, see `MinerType.console`


class CannotSpawn(Exception):
    """The operating system would not start the program; the text says why."""

    reason: ReasonCode = "spawn_failed"


class ProgramBlocked(CannotSpawn):
    """An antivirus takes the program for malware."""

    reason = "quarantined"


class CannotAdopt(Exception):
    """Some process of this miner lives, but it could not be found."""


class Identity(NamedTuple):
    """Which process is meant, for ever: a pid alone may be another's tomorrow."""

    pid: int
    born: str  # when, as the system tells it; compared for equality only
    boot: str  # within which life of the machine


def _born(value: object) -> object:
    return str(value) if isinstance(value, int) else value


def _written(born: str) -> int | str:
    return int(born) if born.isdecimal() else born


Born = Annotated[str, BeforeValidator(_born), PlainSerializer(_written, return_type=int | str, when_used="json")]


class ProcessRecord(Stored):
    """What the next daemon must know to take a living miner over. Without `pid` it was written before the spawn."""

    miner: MinerRecord
    context: LaunchContext = Field(alias="slot")  # as 0.1.0 called it
    version: str | None
    generation: int
    started_at: Moment
    started_boot: float = Field(description="s on the boot clock, which counts sleep and never jumps")
    boot_id: str
    pid: int | None = None
    born: Born | None = Field(None, alias="startTicks", description="when, as the system tells it")

    @classmethod
    def of_0_1_0(cls, row: Mapping[str, Any]) -> Mapping[str, Any]:
        """With what its miner's fail-over pools inherited written out."""
        miner = row.get("miner") if isinstance(row, Mapping) else None
        return {**row, "miner": written_out(miner)} if isinstance(miner, dict) else row

    @property
    def identity(self) -> Identity | None:
        """Which process it tells of; None when it tells of none yet."""
        return None if self.pid is None or self.born is None else Identity(self.pid, self.born, self.boot_id)


class Process(Protocol):
    """One living process of a miner with its text, from its birth or adoption to its burial."""

    @property
    def pid(self) -> int:
        """Its number while it lives."""

    @property
    def adopted(self) -> bool:
        """Whether an earlier daemon started it."""

    async def wait(self) -> int | None:
        """Wait for its end; the exit code: negative = signal, None = not our child, so unknown."""

    async def stop(self, grace: float) -> None:
        """End it: ask it to, and after `grace` seconds end it and its group by force. Safe to call more than once."""

    async def sweep(self) -> int:
        """After its end, end whatever it left behind; returns how many there were."""

    def cpu_percent(self, cpus: int) -> float | None:
        """Its whole tree's use since the last call, as % of all `cpus` logical CPUs; None at the first call."""

    def listens(self, port: int) -> bool | None:
        """Whether it, or what it started, listens on a port of this machine; None where that cannot be known."""

    def arguments(self) -> tuple[str, ...] | None:
        """Its arguments as the system has them; None when they cannot be had."""

    def content(self, name: str) -> bytes | None:
        """A plain file in its folder; None for anything else."""

    def keep(self, name: str, content: bytes) -> None:
        """Write a file that its owner alone can read into its folder; OSError when it cannot be written."""

    def lines(self, elapsed: float) -> list[str]:
        """Its text of the last `elapsed` seconds, which is kept in its log from here on."""

    def last_lines(self) -> list[str]:
        """The rest of its text after its end."""

    def type(self, keys: str) -> None:
        """Send keys to its stdin; OSError when it does not take them."""

    @property
    def overflowed(self) -> bool:
        """Whether lines may have been lost while nobody took them."""

    @property
    def text_lost(self) -> bool:
        """Whether its text cannot be kept just now."""

    def limit_processor(self, seconds: int) -> None:
        """Let the system end it when it has used so much processor time, whatever happens to us."""

    def limit_time(self, seconds: float, grace: float) -> None:
        """Have it ended after so many seconds, as `stop` would with that grace, whatever happens to us."""

    def close(self) -> None:
        """Let go of it without touching it."""


class Processes(Protocol):
    """What the operating system does for miners: each lives in a folder of its own, at most once."""

    @property
    def boot(self) -> str:
        """The name of this life of the machine; identities mean nothing in another one."""

    @property
    def privileged(self) -> bool:
        """Whether what is started may change the machine."""

    @property
    def asks_surely(self) -> bool:
        """Whether a request to end always reaches a process; where not, it is told to rest before."""

    def boot_clock(self) -> float:
        """Seconds since boot, sleep included; not moved by anybody who sets the clock."""

    def memory_kills(self) -> int | None:
        """How many processes the system has ended since boot because memory ran out; None where it does not count."""

    def folder(self, name: str) -> Path:
        """Where a miner runs; made by `spawn`."""

    def own_text(self, name: str, console: ConsoleKind) -> Path | None:
        """The file into which such a program must write its text by itself; None where we hear what it prints."""

    def spawn(self, launch: Launch, record: ProcessRecord, console: ConsoleKind) -> Process:
        """Start a process that outlives us; CannotSpawn, also while one of this miner lives, StorageFull or OSError."""

    def adopt(self, name: str, console: ConsoleKind | None) -> tuple[Process | None, ProcessRecord | None]:
        """The living process of a miner and its record; (None, record) when there is none, CannotAdopt if it hides.

        Without a `console`, its folder tells how it speaks.
        """

    def strangers(self, names: Collection[str]) -> Mapping[str, ProcessRecord | None]:
        """The living miners of other names, with their records as far as they can be read."""

    def text(self, name: str, lines: int, cursor: str | None) -> LogPage:
        """The last `lines` lines that a miner ever printed, or the first `lines` after `cursor`."""

    def remove(self, name: str) -> None:
        """Delete a miner's folder and text; it must not live."""
