"""Rig, the verbs of one machine that mines: the one thing that everybody asks."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, Literal, Protocol

from pydantic import Field

from mining.domain.adapter import MinerType
from mining.domain.attention.item import AttentionItem, AttentionList
from mining.domain.available import Available
from mining.domain.benchmark import Benchmark, Benchmarks
from mining.domain.config import Config
from mining.domain.doctor.report import Report
from mining.domain.event import Event, EventChoice, EventKind
from mining.domain.history import History, HistoryChoice
from mining.domain.message import Message
from mining.domain.metrics import HashrateHistory
from mining.domain.miner import Miner, Status
from mining.domain.pools import ListedPool, Pools
from mining.domain.principal import Principal
from mining.domain.profile import MiningProfile, Profiles
from mining.domain.programs.jobs import InstallJob
from mining.domain.programs.program import ProgramRegistry
from mining.domain.start_check import Checked
from mining.domain.system import SystemInfo
from mining.domain.usual import Usual
from mining.domain.value import Moment, Value
from mining.domain.wording import PAYOUT_WORDINGS, WARNING_WORDINGS, Text, Wording


class Started(Value):
    """The answer to a start."""

    name: str
    type: str
    status: Status
    pid: int | None
    message: str
    warnings: tuple[Text, ...] = ()
    warning_wordings: tuple[Wording, ...] = Field((), description=WARNING_WORDINGS)
    payout: tuple[Text, ...] = Field((), description="What changes about who is paid: `old wallet … → new wallet …`.")
    payout_wordings: tuple[Wording, ...] = Field((), description=PAYOUT_WORDINGS)


Outcome = Literal["created", "started", "restarted", "resumed", "unchanged"]


class WantedMiner(Value):
    """How a miner shall run."""

    type: str = Field(examples=["xmrig"])
    config: Config


class Applied(Started):
    """The answer to the word that a miner shall run so."""

    outcome: Outcome = Field(description="What had to be done; `unchanged`: it ran so already.")


class StartedProfile(Started):
    """The answer to the start of a profile."""

    miner_name: str
    profile: MiningProfile


class Stopped(Miner):
    """The answer to a stop: the miner, and what happened in words."""

    message: str


class LogLine(Value):
    """One line of a miner's text, colour escapes only."""

    time: Moment | None
    text: str


class LogPage(Value):
    """A stretch of a miner's text; `cursor` asks for what comes after it."""

    items: tuple[LogLine, ...]
    cursor: str


ChangeType = Literal[
    "miner.stats", "miner.status", "install.progress", "profile.changed", "settings.changed", "pools.changed", "doctor",
    "attention", "benchmark.progress",
]  # fmt: skip


class Change(Value):
    """Something that just changed. `seq` is that of the last event; where it tells an event, of that one."""

    type: ChangeType
    seq: int
    at: Moment
    event: Event | None = None
    miner: Miner | None = Field(None, description="of miner.stats and miner.status")
    job: InstallJob | None = Field(None, description="of install.progress")
    profile: MiningProfile | None = Field(
        None, description="of profile.changed: as it is now, or was when it was deleted"
    )
    pool: ListedPool | None = Field(None, description="of pools.changed: one of your own; a RemovedPool has gone")
    report: Report | None = Field(None, description="of doctor")
    attention: AttentionList | None = Field(None, description="of attention: all that there is now")
    benchmark: Benchmark | None = Field(None, description="of benchmark.progress")

    @property
    def replaces(self) -> tuple[str, str] | None:
        """Waiting changes with the same key are out of date when this one comes; None: nothing may be left out."""
        if self.type == "miner.stats" and self.miner is not None:
            return self.type, self.miner.name
        if self.type == "install.progress" and self.job is not None:
            return self.type, self.job.id
        if self.type == "benchmark.progress" and self.benchmark is not None:
            return self.type, self.benchmark.id
        if self.type == "attention":
            return self.type, ""
        return None


class Listener(Protocol):
    """One listener's own queue: figures and progress give way to newer ones, events are never dropped in silence."""

    def __aiter__(self) -> AsyncIterator[Change | Event]:
        """Changes as they come, an event of no miner as itself; ends when this listener was too slow (`overrun`)."""

    @property
    def overrun(self) -> bool:
        """Whether it ended because more than 256 events waited."""


class Journal(Protocol):
    """What happens on this rig, written down and told to its listeners."""

    async def tell(
        self, miner: str | None, kind: EventKind, text: str | Message, who: Principal | None, **details: Any
    ) -> None:
        """Append an event to the timeline, of a miner or of the rig as a whole, and tell the listeners."""

    def publish(self, type: ChangeType, **about: Any) -> None:
        """Tell the listeners of something that is no event."""


class Rig(Protocol):
    """Every call raises a MiningError when it cannot do what is asked; then nothing was changed."""

    @property
    def programs(self) -> ProgramRegistry:
        """The mining programs on this machine."""

    @property
    def profiles(self) -> Profiles:
        """What was saved to be started again."""

    @property
    def benchmarks(self) -> Benchmarks:
        """How fast programs were measured to be here."""

    @property
    def pools(self) -> Pools:
        """The pools to choose from."""

    def kind(self, type: str) -> MinerType:
        """The adapter of a type; MinerNotFound with near names otherwise."""

    def available(self) -> Sequence[Available]:
        """Every type, by name."""

    async def info(self) -> SystemInfo:
        """This machine and what is installed on it."""

    async def examine(self) -> Report:
        """What would make this machine mine better or more safely; changes nothing."""

    def miners(self) -> Sequence[Miner]:
        """Every miner not forgotten, by name."""

    def miner(self, name: str) -> Miner:
        """One miner; MinerNotFound with near names otherwise."""

    def revision(self) -> int:
        """A number that changes whenever any answer of `miners` does."""

    @property
    def seq(self) -> int:
        """The `seq` of the newest event."""

    async def start(
        self,
        type: str,
        config: Config,
        *,
        name: str | None = None,
        force: bool = False,
        confirm: str | None = None,
        who: Principal,
        profile_id: str | None = None,
    ) -> Started:
        """Start a miner: live name, installed, placeholder, resources, pool and payee are checked in this order.

        `confirm` is what PayeeNotConfirmed has named.
        """

    async def want(
        self, name: str, type: str, config: Config, *, force: bool = False, confirm: str | None = None, who: Principal
    ) -> Applied:
        """Let a miner run with this configuration: start it, restart it, resume it, or leave it as it is."""

    async def check(self, type: str, config: Config | None, *, name: str | None = None, who: Principal) -> Checked:
        """A start without starting: all that it would meet; without a configuration, what needs none."""

    async def stop(self, name: str, *, forget: bool = False, who: Principal) -> Stopped:
        """Stop a miner, waiting at most 15 s; a stopped one stays stopped."""

    async def restart(
        self,
        name: str,
        config: Config | None = None,
        *,
        force: bool = False,
        confirm: str | None = None,
        who: Principal,
        profile_id: str | None = None,
    ) -> Started:
        """Stop and start again, with a new configuration (of a profile) if one is given; starts a stopped miner."""

    async def pause(self, name: str, *, who: Principal) -> Miner:
        """Let it rest without ending it; kept across crash, restart and adoption."""

    async def resume(self, name: str, *, who: Principal) -> Miner:
        """End a pause."""

    async def send(self, name: str, keys: str, *, who: Principal) -> Miner:
        """Type keys that the adapter lists into the program's terminal."""

    async def logs(self, name: str, lines: int, cursor: str | None = None) -> LogPage:
        """The last `lines` lines, or those after `cursor`."""

    async def history(
        self,
        name: str,
        seconds: int,
        resolution: int | None,
        algorithm: str | None = None,
        card: str | None = None,
    ) -> HashrateHistory:
        """The hashrate of the last `seconds` s in buckets of `resolution` s (None: the default for that stretch).

        Each bucket is of one algorithm: this one, or when none is named the last that was mined or an unknown one.
        `card` is the place or number of a graphics card; InvalidRequest names those that were measured.
        """

    async def past(self, choice: HistoryChoice) -> History:
        """The chosen figures of miners over a stretch of the past; MinerNotFound names the one that is not there."""

    async def usual(self, name: str) -> Usual:
        """How fast a miner is as a rule, by its last seven days while it mined; MinerNotFound with near names."""

    async def events(self, since: int, miner: str | None, limit: int) -> Sequence[Event]:
        """The timeline after `since`, oldest first."""

    async def events_page(self, choice: EventChoice, offset: int, limit: int) -> tuple[Sequence[Event], int]:
        """A page of the timeline, and how many events are chosen."""

    def poll_all(self) -> None:
        """Do not wait for the next polls: their answers will be other ones."""

    def listen(self, *, events_only: bool = False) -> AbstractContextManager[Listener]:
        """Hear of every change from now on; who wants events only does not count as somebody watching."""

    def needs_attention(self) -> Sequence[AttentionItem]:
        """What a person should look at now, the most severe first."""

    def problems(self) -> Sequence[dict[str, Any]]:
        """What is wrong with the daemon itself (full disk, damaged state set aside), for status and health."""
