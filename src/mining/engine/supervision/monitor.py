"""Monitor, which listens to one miner's runs and asks them: its figures, its hangs, and what is told of its health."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import structlog

from mining.domain.adapter import MinerType, Reading
from mining.domain.config_check import on_processor
from mining.domain.errors import StorageFull
from mining.domain.event import EventChoice, EventKind
from mining.domain.health import health, works
from mining.domain.health_news import HealthNews
from mining.domain.message import Message, enumerated, message
from mining.domain.metrics import Connection, PerformanceMetrics
from mining.domain.miner import reason
from mining.domain.node_starter import starts_node
from mining.domain.restart import hang
from mining.engine.supervision.context import SupervisorContext
from mining.engine.supervision.desired_state import DesiredState
from mining.engine.supervision.poll_schedule import PollSchedule
from mining.engine.supervision.run import Run

LISTENING = 1.0  # seconds between two looks at a miner's text; the fourth part of a poll's interval where that is less
_OF_HEALTH: tuple[EventKind, ...] = ("degraded", "recovered", "algorithm")
_RECALLED = 100  # events of health that an adopted run is understood from
STALE = 3  # polls without an answer after which the last figures are old

log = structlog.get_logger()


class Monitor:
    """`ending` says whether somebody ends the process; `on_proof` hears that its API has answered as ours."""

    def __init__(
        self,
        kind: MinerType,
        desired: DesiredState,
        tools: SupervisorContext,
        ending: Callable[[], bool],
        on_proof: Callable[[], None],
    ) -> None:
        primary = Connection(pool=desired.record.config.all_pools()[0].address.endpoint)
        self.stats = PerformanceMetrics(connection=primary, simulated=kind.facts.simulated)
        self.next_version: str | None = None  # of the program that the next start uses, where it is another one
        self._kind = kind
        self._desired = desired
        self._tools = tools
        self._ending = ending
        self._on_proof = on_proof
        self._run: Run | None = None
        self._hangs: list[float] = []  # moments of restarts for a hang
        self._news = HealthNews()
        self._other_algorithm: str | None = None  # that was told of this run
        self._poll_now = asyncio.Event()

    @property
    def _name(self) -> str:
        return self._desired.record.name

    def begin(self, run: Run) -> None:
        """Look at this run from now on."""
        self._run, self.next_version, self._other_algorithm = run, None, None
        self.stats = run.blank()

    def end(self, run: Run) -> None:
        """There is nothing to look at any more."""
        self._run = None
        self.stats = PerformanceMetrics(
            connection=run.blank().connection, version=self.stats.version, simulated=self._kind.facts.simulated
        )

    def forgive(self) -> None:
        """Forget past hangs: a person has spoken."""
        self._hangs = []

    def poll_soon(self) -> None:
        """Do not wait for the next poll: somebody is watching."""
        self._poll_now.set()

    async def listen(self, run: Run) -> None:
        """Take in its text, for ever; when that says that it begins to work, ask how it does."""
        clock = self._tools.clock.monotonic
        before = clock()
        while True:
            now, begun, pause = clock(), run.work_from, min(LISTENING, self._tools.interval() / 4)
            try:
                run.hear(min(now - before, 2 * pause))
                if run.work_from != begun:
                    self.poll_soon()
            except Exception:
                log.exception("listening failed", miner=self._name)
            before = now
            await asyncio.sleep(pause - now % pause)  # all at the same moments: the daemon wakes once for all

    async def ask(self, run: Run) -> None:
        """Poll as the contract says. Silence or garbage never ends it; only a hang does, by ending the process."""
        clock = self._tools.clock
        if run.process.adopted:
            await self._recall(run)
            if run.process.overflowed:
                await self.tell("log.gap", message("miner.text_lost"))
        pace = PollSchedule(self._name, self._tools.interval, self._poll_now, run.process.adopted, clock)
        waited = age = 0.0
        while True:
            try:
                await self.poll(run, waited)
            except Exception:
                log.exception("a poll failed", miner=self._name)
            if await self._strays(run):
                await run.process.stop(self._kind.stop_grace)
                return
            if not self._ending() and run.gives_up():
                await run.process.stop(self._kind.stop_grace)
                return
            signs = run.signs(age, [clock.monotonic() - moment for moment in self._hangs])
            reason = hang(self._tools.policy, signs)
            if reason is not None and not self._ending():
                run.hang = reason
                self._hangs.append(clock.monotonic())
                await run.process.stop(self._kind.stop_grace)
                return
            waited = await pace.rest(run.proven)
            age += waited

    async def _strays(self, run: Run) -> bool:
        """Whether it was proven to pay somebody else; then no rule may start it again, and the evidence is kept."""
        before = run.payout.shown()
        try:
            strays = await run.payout.look(run.missed == 0 and run.proven, self._ending)
        except Exception:
            log.exception("a look at the payout failed", miner=self._name)
            return False
        if run.payout.shown() != before:
            self._tools.changed(self._name)
        if not strays:
            return False
        evidence = str(run.context.directory / await run.payout.keep_evidence())
        await self._desired.save(halted=reason("payout_differs", message("payout.stopped", evidence=evidence)))
        listing = enumerated(each.shown(run.payout.wallet) for each in strays)
        stray = message("payout.stray", found=listing, evidence=evidence)
        await self.tell("payout", stray, evidence=evidence, **run.payout.differences())
        return True

    async def _recall(self, run: Run) -> None:
        """Learn what an earlier daemon told of this run: nothing is told twice, and each trouble's end is told."""
        now, clock = self._tools.clock.now(), self._tools.clock.monotonic()
        choice = EventChoice(self._name, frozenset(_OF_HEALTH), begin=run.record.started_at)
        try:
            events, _ = await self._tools.events.page(choice, 0, _RECALLED)
        except Exception:  # its past is worth less than its future
            log.exception("recalling failed", miner=self._name)
            return
        changes = [event for event in reversed(events) if event.kind != "algorithm"]
        self._news = HealthNews.of(
            (
                event.details.get("reason") if event.kind == "degraded" else None,
                clock - (now - event.at).total_seconds(),
            )
            for event in changes
        )
        self._other_algorithm = next((event.text for event in events if event.kind == "algorithm"), None)

    async def poll(self, run: Run, elapsed: float) -> None:
        """Ask once; keep the sample, then publish it: who hears of a sample can look it up."""
        good = await run.ask(elapsed)
        if run is not self._run:
            return
        if good:
            await self._take(run)
            if moved := run.metrics.moved():
                pools = [pool.address.endpoint for pool in self._desired.record.config.all_pools()]
                sentence = message("miner.pool_changed", before=moved[0], after=moved[1])
                if moved[1] not in pools and not self._kind.facts.watched:
                    sentence = message("miner.pool_not_configured", before=moved[0], after=moved[1])
                await self.tell("pool", sentence, **{"from": moved[0], "to": moved[1]})
        elif run.missed > STALE and self.stats.quality in ("valid", "zero"):
            self.stats = self.stats.but(quality="stale")
        if run.proven and run is self._run:
            self._on_proof()
        self.next_version = self._next_version(run)
        self._tools.changed(self._name)
        await self._tell_health(run)

    def _next_version(self, run: Run) -> str | None:
        elsewhere = starts_node(self._kind, run.record.miner.config) is False  # a file here has no part in it
        program = None if elsewhere else self._tools.programs.find(self._kind)
        if program is None or program.version == run.record.version:  # a repair needs no restart
            return None
        return program.version

    async def _take(self, run: Run) -> None:
        at, host = self._tools.clock.now(), self._tools.host
        reading, cpu = run.answer, run.process.cpu_percent(host.cpus)
        if isinstance(reading, Reading) and reading.elsewhere:
            cpu = None
        temperature = host.cpu_temperature() if on_processor(self._kind, run.record.miner.config) else None
        self.stats = run.metrics.stats(at, run.uptime, cpu, temperature, run.trouble)
        with suppress(StorageFull):
            await self._tools.samples.add(self._name, run.metrics.sample(self.stats, at))
        paused = isinstance(reading, Reading) and reading.paused
        desired = self._desired
        if run.worked and desired.record.untried:
            await desired.save(untried=None)
        if desired.record.wanted == "paused" and not desired.undecided and not paused and not self._ending():
            await run.command("pause")

    async def _tell_health(self, run: Run) -> None:
        """Say once when it gets worse, and once when it is well again."""
        view = run.view(self._desired.record.wanted, self._ending())
        verdict, reason = health(view)
        if self._ending() or (verdict == "ok" and not works(view)):
            return
        state = reason.code if verdict != "ok" and reason is not None else None
        self._news, new = self._news.after(state, self._tools.clock.monotonic())
        if view.other_algorithm not in (None, self._other_algorithm):
            self._other_algorithm = view.other_algorithm
            await self.tell("algorithm", view.other_algorithm or "")
        if new and reason is not None and state is not None:
            await self.tell("degraded", reason.sentence, reason=reason.code)
        elif new:
            await self.tell("recovered", message("miner.recovered"))

    async def tell(self, kind: EventKind, text: str | Message, **details: Any) -> None:
        """Add to the timeline what nobody asked for."""
        try:
            await self._tools.tell(self._name, kind, text, None, **details)
        except Exception:  # whatever is wrong with the memory, it must not cost mining
            log.exception("telling failed", miner=self._name)
