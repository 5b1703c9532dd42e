"""The rig of this machine (fulfils `mining.domain.rig.Rig`), a block that leaves its miners running at its end."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Any, Self

from mining.domain.adapter import MinerType
from mining.domain.adapters import Adapters
from mining.domain.attention.item import AttentionItem
from mining.domain.available import Available
from mining.domain.certificate import CertificateFault
from mining.domain.config import Config
from mining.domain.doctor.report import MachineFacts, Report
from mining.domain.errors import MiningError
from mining.domain.event import Event, EventChoice
from mining.domain.hardware import GraphicsCard
from mining.domain.history import History, HistoryChoice
from mining.domain.host import Host
from mining.domain.message import message
from mining.domain.metrics import HashrateHistory
from mining.domain.miner import Miner
from mining.domain.principal import Principal
from mining.domain.process import Processes
from mining.domain.programs.program import InstalledMiner, ProgramRegistry
from mining.domain.restart import RestartPolicy
from mining.domain.rig import Applied, Listener, LogPage, Started, Stopped
from mining.domain.rig_settings import RigSettings
from mining.domain.start_check import Checked
from mining.domain.store import Stores
from mining.domain.system import SystemInfo
from mining.domain.usual import Usual
from mining.engine.admission import check_cursor
from mining.engine.adoption import adopt_miners
from mining.engine.answers import Answers
from mining.engine.attention import AttentionBoard
from mining.engine.autostart import AutostartQueue
from mining.engine.benchmarks import BenchmarkJobs
from mining.engine.bus import Bus
from mining.engine.doctor import examination
from mining.engine.journal import EventJournal
from mining.engine.miner_types import MinerTypes
from mining.engine.miners import Miners
from mining.engine.payees import PayeeList
from mining.engine.problems import problems
from mining.engine.profiles import SavedProfiles
from mining.engine.starts import Starts
from mining.engine.stops import Stops
from mining.engine.supervision.context import AskMiner, SupervisorContext
from mining.engine.supervision.miner_client import ask_all
from mining.engine.watches.boots import BootWatch
from mining.engine.watches.clock import watch_clock
from mining.engine.watches.programs import ProgramWatch
from mining.engine.watches.storage import watch_memory
from mining.engine.watches.unsaved import save_late
from mining.foundation.clock import Clock
from mining.foundation.tasks import end, persistent
from mining.pools.directory import PoolDirectory
from mining.processes.ports import free_port


class LocalRig:
    """All miners of this machine, and the verbs for them."""

    def __init__(
        self,
        adapters: Adapters,
        stores: Stores,
        programs: ProgramRegistry,
        host: Host,
        processes: Processes,
        *,
        look: Callable[[], MachineFacts],
        cards: Callable[[], Sequence[GraphicsCard]] = tuple,
        describe: Callable[[Sequence[InstalledMiner]], Awaitable[SystemInfo]],
        troubles: Callable[[], Sequence[str]],
        certificate: Callable[[], Sequence[CertificateFault]] = tuple,
        policy: RestartPolicy | None = None,
        rig_settings: Callable[[], RigSettings] = RigSettings,
        ask: AskMiner = ask_all,
        clock: Clock | None = None,
        error_code: Callable[[MiningError], str] = lambda error: type(error).__name__,
    ) -> None:
        self._stores = stores
        self._look = look
        self._troubles = troubles  # what is wrong with the memory, in sentences
        self._certificate = certificate  # what is wrong with that
        self._rig_settings = rig_settings
        self._miners = Miners()
        self._files = ProgramWatch(adapters.types, programs, self._miners, lambda name: self.journal.changed(name))
        self._catalogue = MinerTypes(adapters, programs, describe, self._files.gone)
        self._bus = Bus(on_first=self._begin_watch)
        clock = clock or Clock()
        self.journal = EventJournal(stores.events, self._bus, self._miners.show, clock.now)
        self._answers = Answers(self._miners, self.journal, stores.samples, lambda: rig_settings().retention, clock.now)
        self.programs = programs
        self.attention = AttentionBoard(
            self.miners, self.usual, self.available, self.problems, lambda: rig_settings().hot, stores.events,
            stores.samples, self.journal, clock,
        )  # fmt: skip
        types = self._catalogue.types
        self.payees = PayeeList(stores.records, self.journal, types.get, lambda: rig_settings().wallet_lock, clock)
        self.profiles = SavedProfiles(stores.records, self.journal, self.payees)
        self.pools = PoolDirectory(stores.records, changed=lambda own: self.journal.publish("pools.changed", pool=own))
        self._tools = SupervisorContext(
            records=stores.records,
            samples=stores.samples,
            events=stores.events,
            host=host,
            programs=programs,
            policy=policy or RestartPolicy(),
            processes=processes,
            interval=lambda: rig_settings().live_interval if self._bus.watched else rig_settings().interval,
            port=lambda: free_port(self._miners.ports()),
            tell=self.journal.tell,
            accept=self.payees.accept,
            changed=self.journal.changed,
            issue=self._files.issue,
            ask=ask,
            cards=cards,
            clock=clock,
        )
        self._boots = BootWatch(stores.records, processes, self._miners, clock)
        self._starts = Starts(self.kind, self._miners, self._tools, self._boots, self.payees)
        self._stops = Stops(self._miners, self._tools, self.journal)
        self.benchmarks = BenchmarkJobs(
            self.kind, self._miners, self._tools, self.payees, self._catalogue.info, error_code,
            lambda job: self.journal.publish("benchmark.progress", benchmark=job),
        )  # fmt: skip

    async def __aenter__(self) -> Self:
        """Take over what lives, start again what is wanted."""
        self.journal.seq = await self._stores.events.last_seq()
        await self.journal.tell(None, "daemon.start", message("daemon.started"), None)
        for trouble in self._troubles():
            await self.journal.tell(None, "storage", trouble, None)
        await self.payees.open()
        adoption = await adopt_miners(await self._stores.records.miners(), self._catalogue.types, self._tools)
        for controller in adoption.all:
            self._miners[controller.record.name] = controller
            self.journal.changed(controller.record.name)
            if controller.live and controller.record.wanted == "stopped":
                self._stops.stop_late(controller)
        await self._boots.open()
        if adoption.dead and self._boots.left():
            await self.journal.tell(None, "autostart", self._boots.loop.sentence, None, boots=self._boots.loop.boots)
        awaited = AutostartQueue(adoption.dead, lambda: self._rig_settings().autostart, self._boots, self._tools.clock)
        await awaited.look()  # so that nobody meets a miner that is dead for no reason
        await self.benchmarks.open()
        self._chores = [
            persistent("start what is wanted", awaited.start),
            persistent("watch the boots", self._boots.run),
            persistent("watch the programs", self._files.run),
            persistent("look for what needs attention", self.attention.run),
            persistent("watch the clock", lambda: watch_clock(self.journal.tell)),
            persistent("watch the memory", lambda: watch_memory(self._troubles, self.journal.tell)),
            persistent("save what a full disk would not take", lambda: save_late(self._miners)),
        ]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await end(*self._chores)
        await self.benchmarks.close()
        stops = self._rig_settings().stop_on_exit
        if stops:
            await asyncio.gather(*(miner.stop_with_daemon() for miner in self._miners.values()))
        await self._stops.end()
        await asyncio.gather(*(miner.leave() for miner in self._miners.values()))
        ended = message("daemon.ended_with_miners") if stops else message("daemon.ended")
        await self.journal.tell(None, "daemon.stop", ended, None)

    def kind(self, type: str) -> MinerType:
        """The adapter of a type."""
        return self._catalogue.kind(type)

    def available(self) -> Sequence[Available]:
        """Every type, by name."""
        return self._catalogue.available()

    async def info(self) -> SystemInfo:
        """This machine and what is installed on it."""
        return await self._catalogue.info()

    async def examine(self) -> Report:
        """What would make this machine mine better or more safely; changes nothing."""
        records, adapters = [miner.record for miner in self._miners.values()], self._catalogue.adapters
        report = await examination(self._look, adapters, self.programs, self._stores, records, self._miners.ports())
        self.journal.publish("doctor", report=report)
        return report

    def miners(self) -> Sequence[Miner]:
        """Every miner not forgotten, by name."""
        return self._answers.miners()

    def miner(self, name: str) -> Miner:
        """One miner."""
        return self._miners.controller(name).miner()

    def revision(self) -> int:
        """A number that changes whenever any answer of `miners` does."""
        return self.journal.revision

    @property
    def seq(self) -> int:
        """The `seq` of the newest event."""
        return self.journal.seq

    async def logs(self, name: str, lines: int, cursor: str | None = None) -> LogPage:
        """The last `lines` lines, or those after `cursor`."""
        check_cursor(cursor)
        self._miners.controller(name)
        return await asyncio.to_thread(self._tools.processes.text, name, lines, cursor)

    async def history(
        self,
        name: str,
        seconds: int,
        resolution: int | None,
        algorithm: str | None = None,
        card: str | None = None,
    ) -> HashrateHistory:
        """The hashrate of the last `seconds` s, of one algorithm."""
        name = self._miners.controller(name).record.name
        return await self._answers.history(name, seconds, resolution, algorithm, card)

    async def past(self, choice: HistoryChoice) -> History:
        """The chosen figures of miners over a stretch of the past."""
        for name in choice.miners:
            self._miners.controller(name)
        return await self._answers.past(choice)

    async def usual(self, name: str) -> Usual:
        """How fast a miner is as a rule."""
        return await self._answers.usual(self._miners.controller(name).record.name)

    async def events(self, since: int, miner: str | None, limit: int) -> Sequence[Event]:
        """The timeline after `since`, oldest first."""
        return (await self.events_page(EventChoice(miner, since=since), 0, limit))[0]

    async def events_page(self, choice: EventChoice, offset: int, limit: int) -> tuple[Sequence[Event], int]:
        """A page of the timeline, and how many events are chosen."""
        return await self._stores.events.page(choice, offset, limit)

    def listen(self, *, events_only: bool = False) -> AbstractContextManager[Listener]:
        """Hear of every change from now on."""
        return self._bus.listen(events_only=events_only)

    def needs_attention(self) -> Sequence[AttentionItem]:
        """What a person should look at now."""
        return self.attention.items()

    def problems(self) -> Sequence[dict[str, Any]]:
        """What is wrong with the daemon itself."""
        return problems(self._troubles(), self._certificate(), self._miners)

    # ——— what a person says

    async def start(
        self, type: str, config: Config, *, name: str | None = None, force: bool = False, confirm: str | None = None,
        who: Principal, profile_id: str | None = None,
    ) -> Started:  # fmt: skip
        """Start a miner: live name, installed, placeholder, resources, pool and payee are checked in this order."""
        return await self._starts.start(type, config, name or type, force, confirm, who, profile_id)

    async def restart(
        self, name: str, config: Config | None = None, *, force: bool = False, confirm: str | None = None,
        who: Principal, profile_id: str | None = None,
    ) -> Started:  # fmt: skip
        """Stop and start again, with a new configuration (of a profile) if one is given; starts a stopped miner."""
        return await self._starts.restart(name, config, force, confirm, who, profile_id)

    async def want(
        self, name: str, type: str, config: Config, *, force: bool = False, confirm: str | None = None, who: Principal
    ) -> Applied:
        """Let a miner run with this configuration: start it, restart it, resume it, or leave it as it is."""
        return await self._starts.want(name, type, config, force, confirm, who)

    async def check(self, type: str, config: Config | None, *, name: str | None = None, who: Principal) -> Checked:
        """A start without starting: all that it would meet."""
        return await self._starts.check(type, config, name or type, who)

    async def stop(self, name: str, *, forget: bool = False, who: Principal) -> Stopped:
        """Stop a miner, waiting at most 15 s; a stopped one stays stopped."""
        return await self._stops.stop(name, forget, who)

    async def pause(self, name: str, *, who: Principal) -> Miner:
        """Let it rest without ending it."""
        await self._miners.own(name).rest("pause", who)
        return self.miner(name)

    async def resume(self, name: str, *, who: Principal) -> Miner:
        """End a pause."""
        await self._miners.own(name).rest("resume", who)
        return self.miner(name)

    async def send(self, name: str, keys: str, *, who: Principal) -> Miner:
        """Type keys that the adapter lists into the program's terminal."""
        await self._miners.own(name).send(keys, who)
        return self.miner(name)

    def _begin_watch(self) -> None:
        self.journal.begin_watch(self.miners())
        self.poll_all()

    def poll_all(self) -> None:
        """Do not wait for the next polls: somebody is watching, or they come at another pace from now on."""
        self._miners.poll_all()
