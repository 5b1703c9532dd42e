"""Keeps one miner's process alive by the rules: spawns it, accompanies it, buries it, starts the next."""

import asyncio
import shutil
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog

from mining.domain.adapter import MinerType, Reading
from mining.domain.errors import MinerNotInstalled, MiningError, StorageFull
from mining.domain.event import EventKind
from mining.domain.health import failure, health
from mining.domain.metrics import PerformanceMetrics
from mining.domain.miner import MinerRecord, Reason
from mining.domain.programs.program import Program
from mining.domain.restart import Cause, FailureRecord, RestartDecision, after_exit, hang, healthy
from mining.engine.supervision.context import SupervisorContext
from mining.engine.supervision.desired_state import DesiredState
from mining.engine.supervision.launch import adopt_run, begin_run
from mining.engine.supervision.poll_schedule import PollSchedule
from mining.engine.supervision.run import Run
from mining.processes.log_file import LogFile
from mining.processes.process import CannotSpawn, Process, boot_clock
from mining.processes.run_folder import ProcessRecord, RunFolder

LISTENING = 0.5  # seconds between two looks at a miner's text
STALE = 3  # polls without an answer after which the last figures are old

log = structlog.get_logger()


class Supervisor:
    """One miner's process, the next one, and the wait between them. One task accompanies it while it is live."""

    def __init__(self, record: MinerRecord, kind: MinerType, tools: SupervisorContext) -> None:
        self.desired = DesiredState(record, tools.store)
        self.kind = kind
        self.folder = RunFolder(tools.runs, record.name)
        self.log = LogFile(tools.logs / record.name)
        self.stats = PerformanceMetrics(simulated=kind.facts.simulated)
        self.run: Run | None = None
        self.ending = False
        self.failure: Reason | None = None  # why it does not run although it is wanted
        self.next_at: datetime | None = None
        self.version: str | None = None
        self.next_version: str | None = None  # of the program that the next start uses, where it is another one
        self.answered = asyncio.Event()  # set once this run's API has answered as ours
        self._tools = tools
        self._task: asyncio.Task[None] | None = None
        self._keeping = f"keep {record.name} alive"  # what that task is called
        self._generation = 0
        self._past = FailureRecord()
        self._hangs: list[float] = []  # moments of restarts for a hang
        self._told: tuple[str, str | None] = ("ok", None)
        self._poll_now = asyncio.Event()

    @property
    def record(self) -> MinerRecord:
        """What is remembered of it."""
        return self.desired.record

    @property
    def idle(self) -> bool:
        """Whether there is no process, and no attempt to have one."""
        return self.run is None and self._task is None

    # ——— beginnings and ends

    def spawn(self, program: Program) -> Run:
        """Start a process; CannotSpawn or StorageFull when the system will not.

        The program must still be in use: between this look and the process nothing else happens in the daemon, so that
        a removal sees either no miner that could still start, or a live one (`engine.installs`).
        """
        self.record.refuse_unknown(self.record.name)
        if self._tools.programs.find(self.kind) is None:
            text = f"{self.kind.facts.title} has just been removed."
            raise MinerNotInstalled(text, type=self.kind.name, reason="program_missing")
        self._generation += 1
        return self._begin(
            begin_run(self.record, self.kind, program, self._generation, self.folder, self.log, self._tools)
        )

    def adopt(self, process: Process, record: ProcessRecord) -> None:
        """Take over a living process; what it printed meanwhile is read first."""
        self._generation = record.generation
        self._begin(adopt_run(self.kind, record, process, self.log))

    def put_off(self, why: Reason, until: datetime | None) -> None:
        """Do not start it, or not yet, although it is wanted."""
        if (self.failure, self.next_at) != (why, until):
            self.failure, self.next_at = why, until
            self._changed()

    async def revive(self) -> None:
        """Start again what is wanted but dead, without a person's new word; in vain, the rules try again."""
        if await self._again() is None:
            self._task = asyncio.create_task(self._keep_alive(None, self._later()), name=self._keeping)

    def forgive(self) -> None:
        """Forget past failures: a person has spoken."""
        self._past, self._hangs = FailureRecord(), []

    async def end(self) -> None:
        """End the process, or the wait for the next one; afterwards there is neither."""
        self.ending = True
        self._changed()
        if self.run is None and self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        run = self.run  # also one that was spawned while we waited
        if run is not None:
            await run.process.stop(self.kind.stop_grace)
        if self._task is not None:
            await asyncio.wait({self._task})
        if run is not None and self.run is run:  # its companion was cancelled before it
            await self._bury(run)
        self._task, self.next_at, self.failure, self.ending = None, None, None, False

    async def leave(self) -> None:
        """Let go of the miner without touching it."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        if self.run is not None:
            with suppress(OSError):
                self.run.hear(0.0)
            self.run.close()

    def remove_traces(self) -> None:
        """Delete its folder and its text; it must not be live."""
        self.folder.remove()
        shutil.rmtree(self.log.folder, ignore_errors=True)

    def _begin(self, run: Run) -> Run:
        self.run, self.ending, self.failure, self.next_at = run, False, None, None
        self.version, self.next_version = run.record.version, None
        self.answered.clear()
        self.stats = run.blank()
        if self._task is None or self._task is not asyncio.current_task():
            self._task = asyncio.create_task(self._keep_alive(run, None), name=self._keeping)
        self._changed()
        return run

    # ——— the one task of a live miner

    async def _keep_alive(self, run: Run | None, delay: float | None) -> None:
        """Accompany a run to its end, wait as the rule says, start the next; until that is final or not wanted."""
        while True:
            if run is not None:
                code = await self._accompany(run)
                delay = await self._after(run, code)
            if delay is None:
                return
            await asyncio.sleep(delay)
            run = await self._again()
            if run is None:
                delay = self._later()

    async def _accompany(self, run: Run) -> int | None:
        """Listen and ask until the process has ended; then bury it."""
        name = self.record.name
        chores = [
            asyncio.create_task(self._listen(run), name=f"listen to {name}"),
            asyncio.create_task(self._ask(run), name=f"ask {name}"),
        ]
        try:
            code = await asyncio.shield(run.process.exited)
        finally:
            for chore in chores:
                chore.cancel()
            await asyncio.gather(*chores, return_exceptions=True)
        await self._bury(run)
        return code

    async def _bury(self, run: Run) -> None:
        try:
            await run.process.sweep()
            run.hear_the_last()
        except Exception:  # a defect of ours must not cost the next run
            log.exception("a burial failed", miner=self.record.name)
        run.close()
        self.run = None
        self.stats = PerformanceMetrics(
            connection=run.blank().connection, version=self.stats.version, simulated=self.kind.facts.simulated
        )

    async def _after(self, run: Run, code: int | None) -> float | None:
        """Remember how it ended, and decide: seconds until the next start, or None for none."""
        ended, text = run.explain(code)
        if self.ending:
            await self.desired.save(last_exit=ended, stopped_at=ended.at)
            return None
        ran = boot_clock() - run.record.started_boot
        verdict = self._plan(ran, ended.cause, text)
        await self.desired.save(last_exit=ended, stopped_at=ended.at)
        kind: EventKind = "hang" if ended.cause == "hang" else "error" if verdict.delay is None else "crash"
        told = self.failure.text if self.failure else text
        await self._tell(kind, told, code=code, ran=round(ran, 1), tail=list(run.tail))
        return verdict.delay

    def _plan(self, ran: float, cause: Cause, text: str) -> RestartDecision:
        """Ask the rule for the next start, and note what it says."""
        verdict = after_exit(self._tools.policy, self._past, ran, cause, self._tools.chance())
        self._past = verdict.record
        if verdict.delay is not None:
            self.next_at = datetime.now(UTC) + timedelta(seconds=verdict.delay)
        if cause != "unknown" or verdict.crash_loop or self.failure is None:  # else it already says what is missing
            self.failure = failure(verdict, text, self._tools.policy)
        self._changed()
        return verdict

    def _later(self) -> float | None:
        """Seconds until the next attempt, after one that made no process."""
        return self._plan(0.0, "unknown", self.failure.text if self.failure else "").delay

    async def _again(self) -> Run | None:
        """Start the next run; None when the program would not start, and `failure` then says why."""
        try:
            program = await asyncio.to_thread(self._tools.programs.check, self.kind)
            run = self.spawn(program)
        except Exception as error:
            if not isinstance(error, CannotSpawn | MiningError | OSError):  # a defect of ours must not end the attempts
                log.exception("a start failed", miner=self.record.name)
            text = f"It could not be started: {error}"
            code = error.details.get("reason", "spawn_failed") if isinstance(error, MiningError) else "spawn_failed"
            if self.failure is None or self.failure.text != text:
                self.failure = Reason.model_validate({"code": code, "text": text})
                await self._tell("error", text)
            return None
        await self.desired.save(restarts=self.record.restarts + 1)
        await self._tell("restart", "Started again by the rules.", pid=run.process.pid)
        return run

    # ——— listening and asking

    async def _listen(self, run: Run) -> None:
        before = time.monotonic()
        while True:
            now = time.monotonic()
            try:
                run.hear(min(now - before, 2 * LISTENING))
            except Exception:
                log.exception("listening failed", miner=self.record.name)
            before = now
            await asyncio.sleep(LISTENING)

    async def _ask(self, run: Run) -> None:
        """Poll as the contract says. Silence or garbage never ends it; only a hang does, by ending the process."""
        if run.process.adopted and run.console.overflowed():
            await self._tell("log.gap", "Its text overflowed while no daemon read it; some lines are lost.")
        pace = PollSchedule(self.record.name, self._tools.interval, self._poll_now, run.process.adopted)
        waited = age = 0.0
        while True:
            try:
                await self.poll(run, waited)
            except Exception:
                log.exception("a poll failed", miner=self.record.name)
            signs = run.signs(age, [time.monotonic() - moment for moment in self._hangs])
            reason = hang(self._tools.policy, signs)
            if reason is not None and not self.ending:
                run.hang = reason
                self._hangs.append(time.monotonic())
                await run.process.stop(self.kind.stop_grace)
                return
            waited = await pace.rest(run.proven)
            age += waited

    def poll_soon(self) -> None:
        """Do not wait for the next poll: somebody is watching."""
        self._poll_now.set()

    async def poll(self, run: Run, elapsed: float) -> None:
        """Ask once; keep the sample, then publish it: who hears of a sample can look it up."""
        good = await run.ask(elapsed)
        if run is not self.run:
            return
        if good:
            await self._take(run)
        elif run.missed > STALE and self.stats.quality in ("valid", "zero"):
            self.stats = self.stats.but(quality="stale")
        if run.proven:
            self.answered.set()
        self.next_version = self._next_version(run)
        self._past = healthy(self._past, self._tools.policy, time.monotonic() - run.begun)
        self._changed()
        await self._tell_health(run)

    def _next_version(self, run: Run) -> str | None:
        program = self._tools.programs.find(self.kind)
        if program is None or program.version == run.record.version:  # a repair needs no restart
            return None
        return program.version

    async def _take(self, run: Run) -> None:
        at = datetime.now(UTC)
        cpu = run.process.cpu_percent(self._tools.host.cpus)
        temperature = self._tools.host.cpu_temperature() if self.kind.facts.cpu else None
        self.stats = run.metrics.stats(at, run.uptime, cpu, temperature, run.trouble)
        with suppress(StorageFull):
            await self._tools.store.add_sample(self.record.name, run.metrics.sample(self.stats, at))
        reading = run.answer
        if self.record.wanted == "paused" and isinstance(reading, Reading) and not reading.paused and not self.ending:
            await run.command("pause")

    async def _tell_health(self, run: Run) -> None:
        """Say once when it gets worse, and once when it is well again."""
        verdict, reason = health(run.view(self.record.wanted, self.ending))
        state = (verdict, reason.code if reason else None)
        before, self._told = self._told, state
        if state == before or self.ending:
            return
        if verdict != "ok" and reason is not None:
            await self._tell("degraded", reason.text, reason=reason.code)
        elif before[0] != "ok":
            await self._tell("recovered", "It is well again.")

    def _changed(self) -> None:
        self._tools.changed(self.record.name)

    async def _tell(self, kind: EventKind, text: str, **details: Any) -> None:
        try:
            await self._tools.tell(self.record.name, kind, text, None, **details)
        except Exception:  # whatever is wrong with the memory, it must not cost mining
            log.exception("telling failed", miner=self.record.name)
