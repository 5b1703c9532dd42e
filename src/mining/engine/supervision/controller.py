"""One miner of this rig: what its owner can say to it, and what everybody can see of it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from typing import Any

from mining.domain.adapter import MinerType, Verb
from mining.domain.card_choice import MachineUse
from mining.domain.config import Config
from mining.domain.config_check import machine_use
from mining.domain.errors import (
    ErrorDetail,
    InvalidRequest,
    MinerAlreadyRunning,
    MinerNotInstalled,
    MiningError,
    NotSupported,
)
from mining.domain.event import EventKind
from mining.domain.message import Message, message, phrase
from mining.domain.miner import LastExit, Miner, MinerRecord, Reason, Wanted
from mining.domain.payees import PayeeNews
from mining.domain.principal import Principal
from mining.domain.process import CannotSpawn, Process, ProcessRecord
from mining.domain.programs.program import Program, proven
from mining.domain.value import timestamp
from mining.engine.admission import check_keys
from mining.engine.config_changes import changes
from mining.engine.payees import Payer
from mining.engine.supervision.context import SupervisorContext
from mining.engine.supervision.desired_state import DesiredState
from mining.engine.supervision.refusals import at_rest, lives, unable
from mining.engine.supervision.snapshot import miner_of
from mining.engine.supervision.supervisor import Supervisor
from mining.engine.supervision.unseen_end import unseen_end
from mining.foundation.apart import apart


class MinerController:
    """Its verbs exclude each other; each says in the timeline who spoke."""

    def __init__(self, record: MinerRecord, kind: MinerType, tools: SupervisorContext) -> None:
        self.kind = kind
        self._desired = DesiredState(record, tools.records)
        self._supervisor = Supervisor(self._desired, kind, tools)
        self._tools = tools
        self._lock = asyncio.Lock()
        self._retired = False

    @property
    def record(self) -> MinerRecord:
        """What is remembered of it."""
        return self._desired.record

    @property
    def in_use(self) -> MachineUse:
        """What it uses of this machine, its processor included."""
        return machine_use(self.kind, self.record.config, self._supervisor.snapshot().stats.gpu)

    @property
    def live(self) -> bool:
        """Whether it has a process or a pending restart, or is about to end."""
        return self._supervisor.life.live

    @property
    def awaited(self) -> bool:
        """Whether it is wanted, and dead, and nothing has begun to change that."""
        return self.record.wanted != "stopped" and self._supervisor.idle

    @property
    def real(self) -> bool:
        """Whether it uses this machine's devices, rather than pretending."""
        return not self.kind.facts.simulated

    @property
    def stop_grace(self) -> float:
        """Seconds between SIGTERM and SIGKILL."""
        return self.kind.stop_grace

    @property
    def port(self) -> int | None:
        """The port of its API while it lives."""
        return run.api_port if (run := self._supervisor.snapshot().run) is not None else None

    @property
    def text_lost(self) -> bool:
        """Whether it prints what cannot be kept just now."""
        return self._supervisor.text_lost

    def miner(self) -> Miner:
        """The miner as everybody sees it."""
        return miner_of(self.kind, self._supervisor.snapshot(), self._tools.issue(self.kind, self.record.config))

    def refuse_live(self) -> None:
        """MinerAlreadyRunning when the name is live."""
        if self.live:
            miner = self.miner()
            since = timestamp(miner.started_at) if miner.started_at else None
            raise MinerAlreadyRunning(lives(miner), pid=miner.pid, startedAt=since, status=miner.status)

    def refuse_start(self, type: str) -> None:
        """The error that stands in the way of a start as a miner of that type."""
        name, own = self.record.name, self.kind.name
        if own != type:
            raise InvalidRequest([ErrorDetail("name", phrase("fault.name_in_use", name=name, type=own))])
        self.refuse_live()
        self.record.refuse_unknown(name)

    def _refuse_retired(self) -> None:
        if self._retired:
            raise NotSupported(phrase("refuse.forgotten", miner=self.record.name))

    @asynccontextmanager
    async def retired(self) -> AsyncIterator[None]:
        """While it is forgotten nobody may start it, and afterwards never again, unless the forgetting fails."""
        async with self._lock:
            self.refuse_live()
            self._desired.unsaved = False
            yield
            self._retired = True

    # ——— what a person says

    async def start(self, record: MinerRecord, program: Program, who: Principal, news: PayeeNews) -> None:
        """Start it with this record."""
        async with self._lock:
            self._refuse_retired()
            self.refuse_live()
            changed = changes(self.record.config, record.config)
            new = self.record.config != record.config or self.record.last_exit is None
            untried = new or self.record.untried
            await self._desired.promise(record.but(wanted="running", restarts=0, halted=None, untried=untried or None))
            announced = await self._tools.accept(news, Payer(record.name), who)
            try:
                await self._begin(program, "start", who, changed, announced)
            except MiningError as error:
                await self._give_up(error, who)
                raise

    async def restart(
        self, config: Config | None, profile_id: str | None, who: Principal, news: PayeeNews, rest: bool
    ) -> None:
        """End it if it lives, and start it, with a new configuration if there is one. A pause is kept if it may `rest`.

        One that was wanted before stays wanted when it does not start again: the rules go on trying.
        """
        async with self._lock:
            self._refuse_retired()
            before, old, new = self.record.wanted, self.record.config, config or self.record.config
            wanted: Wanted = "paused" if before == "paused" and rest else "running"
            untried = old != new or self.record.untried
            record = self.record.but(wanted=wanted, config=new, restarts=0, halted=None, untried=untried or None)
            if config is not None:  # by hand, hence None, or of a profile
                record = record.but(profile_id=profile_id)
            await self._desired.promise(record)
            announced = await self._tools.accept(news, Payer(record.name), who)
            await self._supervisor.end()
            try:
                # now, for while the old process ended, an update may have put another program in its place
                program = await apart(proven, self._tools.programs, self.kind, new)
                await self._begin(program, "restart", who, changes(old, new), announced)
            except MiningError as error:
                if before == "stopped":
                    await self._give_up(error, who)
                else:
                    await self._supervisor.revive()
                raise

    async def _begin(
        self, program: Program, kind: EventKind, who: Principal, changed: list[str], announced: bool
    ) -> None:
        self._supervisor.forgive()
        try:
            pid = self._supervisor.spawn(program)
        except (CannotSpawn, OSError) as error:
            why = phrase("refuse.spawn", miner=self.record.name, words=str(error))
            raise MinerNotInstalled(why, reason=getattr(error, "reason", CannotSpawn.reason)) from error
        details: dict[str, Any] = {"changes": changed} if changed else {}
        details |= {"payoutAnnounced": True} if announced else {}  # by an event of its own
        details["program"] = {"version": program.version, "origin": program.origin, "verified": program.verified}
        started = message("miner.started", *changed, who=who.name)
        begun = started if kind == "start" else message("miner.restarted", *changed, who=who.name)
        await self._tell(kind, begun, who, pid=pid, **details)

    async def _give_up(self, error: MiningError, who: Principal) -> None:
        await self._desired.save(wanted="stopped")
        await self._tell("error", error.message, who)

    async def wait_until_proven(self, seconds: float) -> None:
        """Wait until its API has answered as ours, at most so long."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._supervisor.wait_until_proven()

    async def stop(self, who: Principal | None, text: Message | None = None) -> None:
        """End it and remember that it is to stay so. Obeyed even when the disk is too full to remember it."""
        async with self._lock:
            was_live, pid = self.live, self.miner().pid
            if self.record.wanted != "stopped":
                await self._desired.save(wanted="stopped", halted=None)
            await self._supervisor.end()
            if was_live:
                await self._tell("stop", text or message("miner.stopped", who=str(who)), who, pid=pid)

    async def stop_with_daemon(self) -> None:
        """End the process but keep the wish: it comes back with the daemon."""
        async with self._lock:
            if self.live:
                await self._supervisor.end()
                await self._tell("stop", message("miner.stopped_with_daemon"), None)

    async def rest(self, verb: Verb, who: Principal) -> None:
        """Pause or resume; the wish is kept across crash, restart and adoption."""
        async with self._lock:
            if not self._supervisor.life.has_process:
                raise NotSupported(at_rest(self.record.name, verb), status=self.miner().status)
            if not self._supervisor.can(verb):
                raise NotSupported(unable(self.kind.facts.title, verb))
            await self._desired.promise(self.record.but(wanted="paused" if verb == "pause" else "running"))
            if not await self._supervisor.command(verb):
                raise NotSupported(phrase("refuse.disobeyed", miner=self.record.name), status=self.miner().status)
            await self._supervisor.poll()
            by = message("miner.paused", who=who.name) if verb == "pause" else message("miner.resumed", who=who.name)
            await self._tell(verb, by, who)

    async def send(self, keys: str, who: Principal) -> None:
        """Type keys into its terminal; if they pause or resume it, that is its owner's word too."""
        check_keys(self.kind, keys)
        async with self._lock:
            if not self._supervisor.life.has_process:
                raise NotSupported(phrase("refuse.keys_at_rest", miner=self.record.name))
            before = self._supervisor.paused or False
            with self._desired.in_doubt():
                try:
                    self._supervisor.type(keys)
                except OSError as error:
                    raise NotSupported(phrase("refuse.keys", miner=self.record.name, words=str(error))) from error
                await asyncio.sleep(0.2)
                await self._supervisor.ask()
            paused = self._supervisor.paused
            # only what the key did counts: what it does by itself, on battery say, is nobody's wish
            if paused and not before:
                await self._desired.promise(self.record.but(wanted="paused"))
                await self._tell("pause", message("miner.paused_by_key", who=who.name), who)
            elif paused is False and before:
                await self._desired.promise(self.record.but(wanted="running"))
                await self._tell("resume", message("miner.resumed_by_key", who=who.name), who)
            await self._supervisor.poll()

    def poll_soon(self) -> None:
        """Do not wait for the next poll: somebody is watching."""
        self._supervisor.poll_soon()

    # ——— what the daemon does at its own start

    async def adopt(self, process: Process, record: ProcessRecord) -> None:
        """Take over a living process of an earlier daemon."""
        self._supervisor.adopt(process, record)
        adopted = message("miner.adopted")
        if not record.context.api_port:
            adopted = message("miner.adopted_unseen")
        elif record.miner.config != self.record.config:
            adopted = message("miner.adopted_otherwise")
        await self._tell("adopt", adopted, None, pid=process.pid)

    async def bury(self, record: ProcessRecord) -> None:
        """Remember the last process, which is gone; one that ended while no daemon lived is told as a crash."""
        if record.miner.type != self.record.type:
            return
        self._supervisor.version = record.version
        if (end := unseen_end(self.record, record, self._tools.processes)) is not None:
            await self._desired.save(last_exit=LastExit(cause="unknown", at=end.seen), stopped_at=end.seen)
            await self._tell("crash", end.text, None, pid=record.pid)

    async def hold(self, why: Reason) -> None:
        """Leave it dead although it is wanted, until a person speaks."""
        async with self._lock:
            if self.awaited:
                self._supervisor.put_off(why, None)
                await self._tell("autostart", why.sentence, None)

    def put_off(self, why: Reason, until: datetime) -> None:
        """Let it wait for its start until then, unless a person has spoken meanwhile."""
        if self.awaited:
            self._supervisor.put_off(why, until)

    async def miss(self, why: Reason) -> None:
        """It lives, but nobody can take it over: no second one may be started by a rule."""
        self._supervisor.put_off(why, None)
        await self._tell("error", why.sentence, None)

    def wake(self) -> None:
        """Do not wait on for a program: there is one. Nor rest for what another version of it refused."""
        decides = self._lock.locked()  # a person, about its next start
        self._supervisor.wake(again=self.record.wanted != "stopped" and not decides)

    async def save_late(self) -> None:
        """Save again what a full disk would not take."""
        if self._desired.unsaved:
            await self._desired.save()

    async def leave(self) -> None:
        """Let go of the miner without touching it."""
        await self._supervisor.leave()

    async def revive(self) -> None:
        """Start it again, unless a person has spoken meanwhile."""
        async with self._lock:
            if self.awaited:
                await self._supervisor.revive()

    async def _tell(self, kind: EventKind, text: str | Message, who: Principal | None, **details: Any) -> None:
        await self._tools.tell(self.record.name, kind, text, who, **details)
