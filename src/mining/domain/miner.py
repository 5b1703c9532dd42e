"""MinerType, the contract of an adapter; Miner, one instance of it; and the values that pass between them."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, Protocol, Self

from pydantic import Field

from mining.domain.advice import Advisory
from mining.domain.config import Config
from mining.domain.errors import Fault
from mining.domain.metrics import Gpu, PerformanceMetrics
from mining.domain.restart import Cause
from mining.domain.value import Moment, Value

MINER_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
Status = Literal["starting", "running", "paused", "stopping", "stopped", "error"]
Health = Literal["ok", "degraded", "unreachable"]
Wanted = Literal["running", "paused", "stopped"]
Verb = Literal["pause", "resume"]
ReasonCode = Literal[
    "preparing", "pool_unreachable", "login_refused", "pool_silent", "paused_by_user", "on_battery", "user_active",
    "no_job", "too_hot", "hung", "crash_loop", "bad_config", "quarantined", "program_missing", "program_changed",
    "api_unreachable", "garbage", "waiting_to_restart", "no_hashrate", "stopped_by_user", "spawn_failed", "not_adopted",
    "autostart_off", "autostart_delay",
]  # fmt: skip


class Reason(Value):
    """Why a miner is not simply fine, in one word for programs and one sentence for people."""

    code: ReasonCode
    text: str


class LastExit(Value):
    """How the last process ended. `code` and `signal` are null when it was not our child, hence unknown."""

    code: int | None = None
    signal: int | None = None
    cause: Cause
    at: Moment


class Miner(Value):
    """One instance of a miner type, known by name."""

    name: str
    type: str
    status: Status
    health: Health
    reason: Reason | None = None
    wanted: Wanted
    pid: int | None = None
    started_at: Moment | None = None
    stopped_at: Moment | None = None
    uptime: int = Field(0, description="s")
    hashrate: float | None = Field(None, description="H/s")
    version: str | None = None
    next_version: str | None = Field(
        None, description="The program that the next start will use, where it is another than the running one"
    )
    path: str | None = None
    profile_id: str | None = None
    pool_page: str | None = Field(None, description="The pool's own page of this wallet; null: none is documented")
    config: dict[str, Any] = Field(description="The Config as it was said, without passwords.")
    restarts: int = 0
    next_restart_at: Moment | None = None
    last_exit: LastExit | None = None
    stats: PerformanceMetrics = PerformanceMetrics()
    simulated: bool = False

    @property
    def live(self) -> bool:
        """Whether it has a process or a pending restart."""
        return self.status in ("starting", "running", "paused", "stopping") or self.next_restart_at is not None

    def masked(self) -> Self:
        """A copy for eyes that must not see wallets or paths."""
        config = Config.model_validate_json(json.dumps(self.config)).masked().said()
        return self.but(config=config, path=None, pool_page=None)


class MinerRecord(Value):
    """What is remembered of a miner while no daemon runs: whose word it follows."""

    name: str
    type: str
    config: Config
    wanted: Wanted
    profile_id: str | None = None
    consent_by: str = Field(description="Who started it first.")
    consent_at: Moment
    restarts: int = 0
    stopped_at: Moment | None = None
    last_exit: LastExit | None = None


class Slot(Value):
    """What one start of a miner is given: its place, its address, its secret. Written down before the spawn."""

    name: str
    directory: Path = Field(description="The run folder, mode 0700: cwd, HOME, configuration, pipes.")
    program: Path
    api_port: int
    api_token: str = Field(description="256 fresh bits, 64 hex digits.")
    run_id: str = Field(description="What the program's API is to call itself, so that a stranger is not believed.")
    cpus: int = Field(description="Logical processors of this machine.")
    privileged: bool = Field(False, description="Whether it runs as root, and so could change the machine.")


@dataclass(frozen=True)
class Launch:
    """How to start one process. No shell ever sees it."""

    argv: tuple[str, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)  # in the run folder, mode 0600
    env: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Ask:
    """One HTTP request to a miner's API on loopback."""

    path: str
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None


@dataclass(frozen=True)
class Reply:
    """A miner's answer: at most 256 KiB of it."""

    status: int
    body: bytes


@dataclass(frozen=True)
class Reading:
    """What an answer says; None = it does not tell."""

    version: str | None = None
    algorithm: str | None = None
    hashrate: float | None = None  # H/s
    accepted: int | None = None
    rejected: int | None = None
    invalid: int | None = None
    pool: str | None = None  # host:port
    connected: bool | None = None
    connection_uptime: int | None = None  # s
    ping: int | None = None  # ms
    failures: int | None = None
    tls: bool | None = None
    difficulty: float | None = None
    paused: bool = False
    preparing: bool = False  # not hashing because it builds its dataset or has no workers yet
    gpu: tuple[Gpu, ...] = ()


@dataclass(frozen=True)
class Unreadable:
    """An answer that cannot be believed, and why."""

    code: Literal["api_unreachable", "garbage"]
    text: str


SignKind = Literal[
    "connected", "connect_error", "login_refused", "disconnected", "preparing", "ready",
    "accepted", "api_failed", "paused", "resumed", "on_battery", "user_active",
]  # fmt: skip


@dataclass(frozen=True)
class Sign:
    """What one line of a miner's text gives away."""

    kind: SignKind
    text: str


@dataclass(frozen=True)
class Needs:
    """Memory in bytes: what it cannot do without, and what it likes to have."""

    least: int
    full: int


@dataclass(frozen=True)
class Facts:
    """What is true of a mining program everywhere."""

    title: str
    homepage: str
    licence: str
    dev_fee: str
    algorithms: tuple[str, ...]
    cpu: bool
    gpu: tuple[str, ...]  # of "cuda", "opencl"
    api_exposure: str
    getting: str  # a sentence: how to get it onto this machine
    simulated: bool = False
    checks_pool: bool = True  # whether its pool and wallet are real ones that can be checked
    advisories: tuple[Advisory, ...] = ()  # what is known against some of its versions
    randomx_v2: str | None = None  # its first version that mines RandomX v2, where that is known


@dataclass(frozen=True)
class Releases:
    """Where a program's author publishes it, and how what comes from there can be proven."""

    owner_repo: str  # on GitHub
    asset: Mapping[tuple[str, str], str]  # (os, arch) → regular expression of the whole asset name
    binary: str  # the program's file name inside, without `.exe`
    signature: Literal["sha256sums+sig", None] = None  # SHA256SUMS and SHA256SUMS.sig beside the assets
    key_fingerprint: str | None = None  # of the author's OpenPGP key, 40 hex digits
    key_path: str | None = None  # of that key in the author's repository
    pins: Mapping[str, str] = field(default_factory=dict)  # asset name → SHA-256, from the author


class MinerType(Protocol):
    """An adapter: one file in `mining.miners`, whose module holds one instance as `MINER`. All answers are pure."""

    name: str
    facts: Facts
    module: str | None  # a program of our own: run by our interpreter as `-m module`; None: a program on disk
    console: Literal[
        "file", "fifo"
    ]  # how it speaks: file = its stdout is a file; fifo = named pipes for stdin and stdout
    keys: Mapping[str, str]  # the keys it obeys on stdin, and what they do
    stop_grace: float  # s between SIGTERM and SIGKILL
    releases: Releases | None  # where it is published; None: there is nothing to install

    def faults(self, config: Config) -> Sequence[Fault]:
        """What this program cannot do or does not know in a configuration."""

    def warnings(self, config: Config) -> Sequence[str]:
        """What the owner should know about a configuration that works."""

    def needs(self, config: Config, cpus: int) -> Needs:
        """The memory it takes."""

    def launch(self, config: Config, slot: Slot) -> Launch:
        """How to start it."""

    def ask(self, slot: Slot) -> Sequence[Ask]:
        """What to ask its API at each poll, in order."""

    def read(self, slot: Slot, replies: Sequence[Reply | None]) -> Reading | Unreadable:
        """Understand the replies (None = no answer to that one); never raises, whatever they hold."""

    def command(self, verb: Verb, slot: Slot) -> Ask | None:
        """The request that pauses or resumes it; None when the program cannot."""

    def sign(self, line: str) -> Sign | None:
        """What a line of its text (without colours) gives away."""

    def explain_exit(self, code: int | None, tail: Sequence[str]) -> tuple[Cause, str]:
        """Why it ended, from the exit code (negative = signal, None = unknown) and its last lines."""

    def version_argv(self, program: str) -> Sequence[str]:
        """The command that makes a program tell its version."""

    def read_version(self, output: str) -> str | None:
        """The version in that output; None: this is not that program."""
