"""A rig on paper: it keeps the promises of the Rig protocol in memory, without a process behind it."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from mining.domain.adapter import TypeFacts
from mining.domain.alerts.notification import Delivery
from mining.domain.attention.item import AttentionItem, AttentionList
from mining.domain.available import Available
from mining.domain.capabilities import Capabilities, Option
from mining.domain.config import Config
from mining.domain.doctor.report import Check, ExaminedProgram, Report
from mining.domain.errors import ErrorDetail, MinerAlreadyRunning, MinerNotFound, MiningError, NotSupported
from mining.domain.event import Event, EventChoice, EventKind
from mining.domain.hardware import Folders
from mining.domain.history import History, HistoryChoice, measured_card
from mining.domain.metrics import (
    Connection,
    Gpu,
    HashrateHistory,
    HashratePoint,
    PerformanceMetrics,
    Resolution,
    Shares,
)
from mining.domain.metrics import Cpu as CpuFigures
from mining.domain.miner import Miner
from mining.domain.pools import Pools
from mining.domain.principal import Principal
from mining.domain.programs.program import InstalledMiner
from mining.domain.programs.release import verification
from mining.domain.rig import Applied, Change, LogLine, LogPage, Started, Stopped
from mining.domain.start_check import Checked
from mining.domain.system import SystemInfo
from mining.domain.usual import Usual, usual
from tests.api.paper_answers import paper_applied, paper_check, paper_history
from tests.api.paper_benchmarks import PaperBenchmarks
from tests.api.paper_pools import paper_pools
from tests.api.paper_profiles import paper_profiles

WALLET = "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"
BODY = {"pool": "stratum+tcp://127.0.0.1:3333", "wallet": WALLET, "algo": "rx/0"}
NOON = datetime(2025, 12, 31, 12, tzinfo=UTC)
_RESOLUTIONS: dict[int, Resolution] = {10: "10s", 60: "1m", 300: "5m", 3600: "1h"}


class PaperType:
    """As much of an adapter as the API asks of one."""

    def __init__(self, name: str, checks_pool: bool = True) -> None:
        self.name = name
        self.keys = {"p": "pause"}
        self.facts = TypeFacts(
            name, "", "", "0 %", ("rx/0",), True, ("cuda", "opencl"), "", "", checks_pool=checks_pool
        )
        every = tuple(info.alias or name for name, info in Config.model_fields.items())
        self.supports = Capabilities(
            fields=every, options={"key": Option(about="", type="choice", choices=("s3cret",))}, solo=True
        )

    def extra_errors(self, config: Config) -> Sequence[ErrorDetail]:
        return ()


@dataclass(eq=False)
class PaperListener:
    """A queue that ends when more than 256 changes wait."""

    waiting: list[Change | Event] = field(default_factory=list)
    overrun: bool = False
    woken: asyncio.Event = field(default_factory=asyncio.Event)

    def put(self, live: Change | Event) -> None:
        self.overrun = self.overrun or len(self.waiting) >= 256
        self.waiting.append(live)
        self.woken.set()

    async def __aiter__(self) -> AsyncIterator[Change | Event]:
        while not self.overrun:
            if not self.waiting:
                self.woken.clear()
                await self.woken.wait()
                continue
            yield self.waiting.pop(0)


class PaperRig:
    """Types `xmrig` and `simulated`; every call is written down in `calls`."""

    def __init__(self, *miners: Miner) -> None:
        self.kinds = {"simulated": PaperType("simulated", False), "xmrig": PaperType("xmrig")}
        self.listeners: list[PaperListener] = []
        self._revision = 0
        self.begin_anew(*miners)

    def begin_anew(self, *miners: Miner) -> None:
        """Forget all that happened."""
        self.known = {miner.name: miner for miner in miners}
        self.pools: Pools = paper_pools(self)
        self.happened: list[Event] = []
        self.calls: list[tuple[Any, ...]] = []
        self.refusals: list[MiningError] = []
        self.broken = ""  # the type whose adapter is
        self.confirmed: str | None = None  # by the last restart
        self.attention: list[AttentionItem] = []
        self.trouble: list[dict[str, Any]] = []
        self.deliveries: list[Delivery] = []
        self.events_told: list[str] = []
        self.profiles = paper_profiles(self.events_told)
        self.crash: Exception | None = None
        self.benchmarks = PaperBenchmarks(self.calls, self.refusals, NOON)
        self._revision += 1

    def kind(self, type: str) -> Any:
        if type not in self.kinds:
            raise MinerNotFound(f"There is no miner type {type!r}.", type=type, near=["xmrig"])
        return self.kinds[type]

    def available(self) -> Sequence[Available]:
        facts = {"homepage": "", "licence": "", "dev_fee": "", "algorithms": ("rx/0",), "cpu": True, "gpu": ()}
        rest = {"api_exposure": "", "keys": {"p": "pause"}, "simulated": False, "origin": "yours"}
        rest |= {"installable": True, "verification": verification("signature"), "verified": None}
        return [
            Available(
                type=name, title=name, installed=True, installed_version="1", path=f"/p/{name}", **facts, **rest
            ).but(broken="it is" if name == self.broken else None)
            for name in self.kinds
        ]

    async def info(self) -> SystemInfo:
        installed = (InstalledMiner(type="xmrig", version="6.26.0", path="/p/xmrig"),)
        versions = {"go_version": "python3.11", "python_version": "3.11", "platform_version": "1"}
        return SystemInfo(
            os="linux", arch="amd64", total_memory=16777216, cpus=2, installed_miners=installed,
            folders=Folders(data="/p/xmrig", logs="/p/xmrig/logs", programs="/p/xmrig/programs"),
            command_line="/p/xmrig/miner-ctrl", **versions,
        )  # fmt: skip

    async def examine(self) -> Report:
        self.calls.append(("examine",))
        check = Check(
            id="programs", status="problem", title="xmrig", meaning="/p/xmrig has vanished.", fix="ls /p/xmrig"
        )
        program = ExaminedProgram(type="xmrig", version="6.26.0", path="/p/xmrig", usable=False, issue=check.meaning)
        return Report(miners=(program,), gpu=(), checks=(check,), recommendations=("xmrig: ls /p/xmrig",))

    def miners(self) -> Sequence[Miner]:
        if self.crash is not None:
            raise self.crash
        return sorted(self.known.values(), key=lambda miner: miner.name)

    def miner(self, name: str) -> Miner:
        if name not in self.known:
            raise MinerNotFound(f"There is no miner named {name!r}.", name=name, near=sorted(self.known)[:3])
        return self.known[name]

    def revision(self) -> int:
        return self._revision

    @property
    def seq(self) -> int:
        return len(self.happened)

    async def start(self, type: str, config: Config, **how: Any) -> Started:
        self.calls.append(("start", type, config, how | {"who": how["who"].name}))
        name = how["name"] or type
        if name in self.known and self.known[name].live:
            raise MinerAlreadyRunning(f"{name} is running.", pid=self.known[name].pid, status="running")
        self.set(a_miner(name, type=type, config=config.public_json(), profile_id=how.get("profile_id")), "start")
        return Started(name=name, type=type, status="running", pid=4711, message=f"{name} runs.")

    async def want(
        self, name: str, type: str, config: Config, *, force: bool = False, confirm: str | None = None, who: Principal
    ) -> Applied:
        self.calls.append(("want", name, type, config, force, who.name))
        self.confirmed = confirm
        return paper_applied(name, type, name in self.known)

    async def check(self, type: str, config: Config | None, *, name: str | None = None, who: Principal) -> Checked:
        self.calls.append(("check", type, config, name))
        return Checked(paper_check(type, name or type), self.refusals)

    async def stop(self, name: str, *, forget: bool = False, who: Principal) -> Stopped:
        self.calls.append(("stop", name, forget, who.name))
        miner = self.miner(name).but(status="stopped", pid=None, stopped_at=NOON)
        self.set(miner, "stop")
        if forget:
            del self.known[name]
        return Stopped(**dict(miner), message="It is stopped.")

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
        self.calls.append(("restart", name, config, force, who.name, profile_id))
        self.confirmed = confirm
        miner = self.miner(name)
        return Started(name=name, type=miner.type, status="running", pid=4712, message="It runs again.")

    async def pause(self, name: str, *, who: Principal) -> Miner:
        self.calls.append(("pause", name, who.name))
        self.set(self.miner(name).but(status="paused"), "pause")
        return self.miner(name)

    async def resume(self, name: str, *, who: Principal) -> Miner:
        self.calls.append(("resume", name, who.name))
        self.set(self.miner(name).but(status="running"), "resume")
        return self.miner(name)

    async def send(self, name: str, keys: str, *, who: Principal) -> Miner:
        self.calls.append(("send", name, keys, who.name))
        if keys not in self.kind(self.miner(name).type).keys:
            raise NotSupported("It obeys only p.", keys=["p"])
        return self.miner(name)

    async def logs(self, name: str, lines: int, cursor: str | None = None) -> LogPage:
        self.calls.append(("logs", name, lines, cursor))
        said = [LogLine(time=NOON, text=f"\x1b[1mlogin\x1b[0m as {self.miner(name).config['wallet']}")]
        return LogPage(items=tuple(said[:lines]), cursor="1:0")

    async def history(
        self,
        name: str,
        seconds: int,
        resolution: int | None,
        algorithm: str | None = None,
        card: str | None = None,
    ) -> HashrateHistory:
        card = card and measured_card(card, self.miner(name).stats.gpu, ())
        self.calls.append(("history", name, seconds, resolution, algorithm, card))
        step = resolution or 10
        start = NOON - timedelta(seconds=seconds)
        points = tuple(
            HashratePoint(timestamp=start + timedelta(seconds=at), hashrate=None, resolution=_RESOLUTIONS[step])
            for at in range(0, min(seconds, step * 1000), step)
        )
        span = {"duration": seconds, "from": start, "to": NOON}
        return HashrateHistory(points=points, resolution=_RESOLUTIONS[step], **span)

    async def past(self, choice: HistoryChoice) -> History:
        self.calls.append(("past", choice))
        for name in choice.miners:
            self.miner(name)
        return paper_history(choice)

    async def usual(self, name: str) -> Usual:
        self.calls.append(("usual", name))
        miner = self.miner(name)
        rates = [(NOON - timedelta(days=1, minutes=-5 * place), 4000.0) for place in range(12)]
        return usual(name, miner.stats.algorithm, rates, NOON)

    async def events(self, since: int, miner: str | None, limit: int) -> Sequence[Event]:
        return (await self.events_page(EventChoice(miner, since=since), 0, limit))[0]

    async def events_page(self, choice: EventChoice, offset: int, limit: int) -> tuple[Sequence[Event], int]:
        found = [
            event
            for event in self.happened
            if event.seq > (choice.since or 0)
            and choice.miner in (None, event.miner)
            and (not choice.kinds or event.kind in choice.kinds)
        ]
        found = found if choice.since is not None else found[::-1]
        return found[offset : offset + limit], len(found)

    def listen(self, *, events_only: bool = False) -> AbstractContextManager[PaperListener]:
        return self._listening()

    @contextmanager
    def _listening(self) -> Iterator[PaperListener]:
        listener = PaperListener()
        self.listeners.append(listener)
        try:
            yield listener
        finally:
            self.listeners.remove(listener)

    def needs_attention(self) -> Sequence[AttentionItem]:
        return self.attention

    def attend(self, *items: AttentionItem) -> None:
        """Let these need attention from now on."""
        self.attention = list(items)
        self._tell(Change(type="attention", seq=self.seq, at=NOON, attention=AttentionList(items=items)))

    def problems(self) -> Sequence[dict[str, Any]]:
        return self.trouble

    def set(self, miner: Miner, why: EventKind) -> None:
        """Change a miner and tell everybody why."""
        event = Event(seq=self.seq + 1, at=NOON, kind=why, miner=miner.name, text=f"{miner.name}: {why}", who="test")
        self.happened.append(event)
        self.known[miner.name] = miner
        self._tell(Change(type="miner.status", seq=event.seq, at=NOON, miner=miner, event=event))

    def happen(self, kind: EventKind, text: str, details: dict[str, Any] | None = None) -> None:
        """Let something happen that concerns no miner."""
        event = Event(seq=self.seq + 1, at=NOON, kind=kind, text=text, details=details or {})
        self.happened.append(event)
        self._tell(event)

    def sample(self, name: str, hashrate: float) -> None:
        """Let a miner have been measured."""
        miner = self.known[name]
        self.known[name] = miner.but(hashrate=hashrate, stats=miner.stats.but(hashrate=hashrate))
        self._tell(Change(type="miner.stats", seq=self.seq, at=NOON, miner=self.known[name]))

    def _tell(self, live: Change | Event) -> None:
        self._revision += 1
        for listener in self.listeners:
            listener.put(live)


def a_miner(name: str = "xmrig", **changes: Any) -> Miner:
    """A miner at work."""
    gpu = (Gpu(id=0, name="Card", hashrate=95234.5, temperature=68.5, fan_speed=75, power_usage=220),)
    stats = PerformanceMetrics(
        hashrate=4520.5,
        shares=Shares(accepted=42, rejected=0),
        uptime=8215,
        connection=Connection(pool="127.0.0.1:3333", uptime=8215, ping=45, failures=0, connected=True),
        cpu=CpuFigures(usage=95.5, temperature=65.2),
        gpu=gpu,
        algorithm="rx/0",
        sampled_at=NOON,
        quality="valid",
    )
    miner: Miner = Miner(
        name=name,
        type="xmrig",
        status="running",
        health="ok",
        wanted="running",
        pid=4711,
        started_at=NOON,
        uptime=8215,
        hashrate=4520.5,
        version="6.26.0",
        path="/p/xmrig",
        config=dict(BODY),
        stats=stats,
    ).but(**changes)
    return miner
