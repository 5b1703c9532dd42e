"""The contract of an adapter: what a miner type is asked, and the values that pass."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal, Protocol

from pydantic import Field

from mining.domain.capabilities import Capabilities
from mining.domain.capabilities import Verb as Verb
from mining.domain.config import Config
from mining.domain.errors import ErrorDetail
from mining.domain.hardware import MAKERS, GraphicsCard, Maker, Numbering
from mining.domain.hardware import CardBackend as CardBackend
from mining.domain.message import phrase
from mining.domain.metrics import Gpu
from mining.domain.programs.advisory import Advisory
from mining.domain.restart import Cause
from mining.domain.value import Value

CONTRACT = 1  # a whole number; adapters written for another one are refused
_ORIGIN = re.compile(r"https://[a-z0-9.-]+(:[0-9]{1,5})?|http://127\.0\.0\.1:[0-9]{1,5}")  # the second for tests
TYPE_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,31}")


class LaunchContext(Value):
    """What one start of a miner is given: its place, its address, its secret. Written down before the spawn."""

    name: str
    directory: Path = Field(description="The run folder, mode 0700: cwd, HOME, configuration, pipes.")
    program: Path
    api_port: int
    api_token: str = Field(description="256 fresh bits, 64 hex digits.")
    run_id: str = Field(description="What the program's API is to call itself, so that a stranger is not believed.")
    cpus: int = Field(description="Logical processors of this machine.")
    privileged: bool = Field(False, description="Whether it runs as root, and so could change the machine.")
    cuda_plugin: Path | None = Field(None, description="Its library for NVIDIA cards, where its owner registered one.")
    cards: tuple[GraphicsCard, ...] = Field((), exclude=True, description="Of this machine, for the launch alone.")
    log_file: Path | None = Field(None, description="Where it must write its text by itself, if anywhere.")


@dataclass(frozen=True)
class Launch:
    """How to start one process. No shell ever sees it."""

    argv: tuple[str, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)  # in the run folder, mode 0600
    env: Mapping[str, str] = field(default_factory=dict)
    module: str | None = None  # of ours, which drives the program: our interpreter runs it with `argv` as its arguments


@dataclass(frozen=True)
class HttpRequest:
    """One HTTP request to a miner's API on loopback."""

    path: str
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None


@dataclass(frozen=True)
class TcpRequest:
    """What is sent to a miner's API over plain TCP on loopback, on a connection of its own.

    The reply goes to a NUL, to the end of its JSON value (of its line where it is none), or to the connection's end.
    """

    text: bytes  # with the end of the line that the program waits for


ApiRequest = HttpRequest | TcpRequest
Evidence = Literal["driven", "answer", "none"]
BackendState = Literal["works", "idle", "off", "absent"]  # off: it found no card; absent: not built in


@dataclass(frozen=True)
class ApiResponse:
    """A miner's answer: at most 256 KiB of it."""

    status: int  # of HTTP; 200 for every reply over plain TCP
    body: bytes


@dataclass(frozen=True)
class Work:
    """One of the algorithms that a program computes at once; None = it does not tell."""

    algorithm: str | None = None
    hashrate: float | None = None  # H/s
    accepted: int | None = None
    rejected: int | None = None
    invalid: int | None = None
    pool: str | None = None  # host:port


@dataclass(frozen=True)
class Reading:
    """What an answer says of the main work and of the whole program; None = it does not tell."""

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
    tells_pause: bool = True  # else it rests as soon as it computes nothing after it was told to pause
    preparing: bool = False  # not hashing because it builds its dataset or has no workers yet
    idle: bool = False  # it is connected, and no backend has workers: it prepares, or cannot do what the pool sends
    waits_for: str | None = None  # what it prepares, as the end of a sentence, where it can say more than that
    elsewhere: bool = False  # what computes is no process of ours, so that its use of the processor cannot be seen
    gpu: tuple[Gpu, ...] = ()
    crowded: tuple[str, ...] = ()  # the cards on which its work has no room, so that they are slow
    backends: Mapping[CardBackend, BackendState] = field(default_factory=dict)  # those of graphics cards
    able: tuple[str, ...] | None = None  # the algorithms that what it uses of this machine can compute
    second: tuple[Work, ...] = ()  # what it computes beside the main work


@dataclass(frozen=True)
class Unreadable:
    """An answer that cannot be believed, and why."""

    code: Literal["api_unreachable", "garbage"]
    text: str


LogSignalKind = Literal[
    "connected", "connect_error", "login_refused", "unusable_work", "disconnected", "preparing", "ready",
    "accepted", "rejected", "api_failed", "paused", "resumed", "on_battery", "user_active",
    "backend_ready", "no_backend", "card_unavailable", "donation_started", "donation_finished",
]  # fmt: skip


@dataclass(frozen=True)
class LogSignal:
    """What one line of a miner's text gives away."""

    kind: LogSignalKind
    text: str  # of a rejection the pool's own words
    at: datetime | None = None  # when, by the local clock of the program, where the line says it
    shares: int | None = None  # of a verdict on a share: how many the program has counted, where the line says it
    backend: CardBackend | None = None  # of what is said of graphics cards: which way to them it speaks of


@dataclass(frozen=True)
class MemoryNeeds:
    """Memory in bytes: what it cannot do without, and what it likes to have."""

    least: int
    full: int
    card: int | None = None  # of each graphics card that it uses; None: not known, or it uses none


@dataclass(frozen=True)
class TypeFacts:
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
    watched: bool = False  # whether it only reads what mines already, somewhere, and for a pool of its own choice
    checks_pool: bool = True  # whether its pool and wallet are real ones that can be checked
    advisories: tuple[Advisory, ...] = ()  # what is known against some of its versions
    randomx_v2: str | None = None  # its first version that mines RandomX v2, where that is known
    intel: bool = False  # whether it mines on Intel's cards too, through OpenCL
    numbering: Numbering | None = "platform"  # how it numbers cards; None: not known
    every_maker: bool = False  # whether it takes the cards of every maker unless their numbers are named
    cuda_plugin: bool = False  # whether it mines on NVIDIA cards through a library that does not come with it
    loopback: bool = True  # whether its API can be kept from other machines by what it is told
    identified: bool = True  # whether its API repeats the id of the run, so that a stranger is not believed
    guarded: bool = True  # whether its API asks for the secret of the run
    secrets: str = phrase("secrets.file")
    secrets_exposed: bool = False  # whether logins and passwords stand in the command line, for all users to see
    driven: str | None = None  # the version of the program itself that was driven in tests
    recorded: str | None = None  # the version whose real answer its reading was tested with; None: there is none
    unconfirmed: tuple[str, ...] = ()  # what of all this nobody could confirm, each in a sentence

    @property
    def makers(self) -> tuple[Maker, ...]:
        """Whose graphics cards it mines on."""
        ways = {"NVIDIA": "cuda" in self.gpu, "AMD": "opencl" in self.gpu, "Intel": self.intel}
        return tuple(maker for maker in MAKERS if ways[maker])

    @property
    def evidence(self) -> Evidence:
        """What `tried` rests on: the program itself, a real answer of it, or its documents alone."""
        return "driven" if self.driven is not None else "answer" if self.recorded is not None else "none"

    @property
    def tried(self) -> str:
        """How far it was tried whether all this is so."""
        if self.driven is not None:
            return phrase("tried.driven", version=self.driven)
        if self.recorded is not None:
            return phrase("tried.recorded", version=self.recorded)
        return phrase("tried.not")


@dataclass(frozen=True)
class ReleaseSite:
    """An author's own site with releases that are not on GitHub: a list of them, or their files version by version."""

    origin: str  # https://host
    redirects: tuple[str, ...] = ()  # further origins to which it may send us; no other is ever asked
    listing: str | None = None  # path of a JSON list in the shape of GitHub's, which Gitea and Forgejo answer too
    files: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # without a list: version → paths of its files

    def __post_init__(self) -> None:
        for origin in (self.origin, *self.redirects):
            if not _ORIGIN.fullmatch(origin):
                raise ValueError(f"{origin!r} must be https://host")
        if bool(self.listing) == bool(self.files):
            raise ValueError("either listing or files must be given")


@dataclass(frozen=True)
class CardBuild:
    """A file of a release that reaches graphics cards where the usual one does not."""

    asset: str  # regular expression of the whole asset name
    glibc: tuple[int, int]  # the C library that it needs at least


@dataclass(frozen=True)
class ReleaseSource:
    """Where a program's author publishes it, and how what comes from there can be proven."""

    asset: Mapping[tuple[str, str], str]  # (os, arch) → regular expression of the whole asset name
    binary: str  # the program's file name inside, without `.exe`
    windows_binary: str = ""  # that on Windows, without `.exe`, where it is another
    owner_repo: str = ""  # on GitHub
    site: ReleaseSite | None = None  # where it is not on GitHub
    signature: Literal["sha256sums+sig", None] = None  # SHA256SUMS and SHA256SUMS.sig beside the assets
    key_fingerprint: str | None = None  # of the author's OpenPGP key, 40 hex digits
    key_path: str | None = None  # of that key in the author's repository or on the site
    pins: Mapping[str, str] = field(default_factory=dict)  # asset name → SHA-256, from the author
    others: Mapping[str, str] = field(default_factory=dict)  # asset name → SHA-256 that somebody else collected
    card_builds: Mapping[tuple[str, str], tuple[CardBuild, ...]] = field(default_factory=dict)  # (os, arch) → builds
    reaches: Mapping[CardBackend, str] = field(default_factory=dict)  # → what the `--help` of a build that has it says

    def __post_init__(self) -> None:
        if bool(self.owner_repo) == (self.site is not None):
            raise ValueError("either owner_repo or site must be given")

    def program(self, os: str) -> str:
        """The program's file name inside the file for a system (linux, darwin or windows)."""
        return f"{self.windows_binary or self.binary}.exe" if os == "windows" else self.binary


class MinerType(Protocol):
    """An adapter: one file in `mining.miners`, whose module holds one instance as `MINER`. All answers are pure.

    An adapter of another package, found by its entry point, has the attribute `contract` beside these: the number of
    the `CONTRACT` that it was written for.
    """

    name: str
    facts: TypeFacts
    supports: Capabilities
    module: str | None  # a program of our own: run by our interpreter as `-m module`; None: a program on disk
    console: Literal["file", "fifo"]  # how it speaks: its stdout is a file, or there are named pipes for both ways
    keys: Mapping[str, str]  # the keys it obeys on stdin, and what they do
    stop_grace: float  # s between SIGTERM and SIGKILL
    releases: ReleaseSource | None  # where it is published; None: there is nothing to install

    def extra_errors(self, config: Config) -> Sequence[ErrorDetail]:
        """What is wrong with a configuration beyond what `supports` can declare."""

    def extra_warnings(self, config: Config) -> Sequence[str]:
        """What the owner should know about a configuration that works, beyond what `supports` can declare."""

    def needs(self, config: Config, cpus: int) -> MemoryNeeds:
        """The memory it takes."""

    def launch(self, config: Config, context: LaunchContext) -> Launch:
        """How to start it."""

    def requests(self, context: LaunchContext) -> Sequence[ApiRequest]:
        """What to ask its API at each poll, in order."""

    def read(self, context: LaunchContext, replies: Sequence[ApiResponse | None]) -> Reading | Unreadable:
        """Understand the replies (None = no answer to that one); never raises, whatever they hold."""

    def command(self, verb: Verb, context: LaunchContext) -> ApiRequest | None:
        """The request that pauses or resumes it; None when the program cannot."""

    def log_signal(self, line: str) -> LogSignal | None:
        """What a line of its text (without colours) gives away."""

    def explain_exit(self, code: int | None, tail: Sequence[str]) -> tuple[Cause, str]:
        """Why it ended, from the exit code (negative = signal, None = unknown) and its last lines."""

    def version_argv(self, program: str) -> Sequence[str]:
        """The command that makes a program tell its version."""

    def read_version(self, output: str) -> str | None:
        """The version in that output; None: this is not that program."""
