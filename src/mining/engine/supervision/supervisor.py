"""Keeps one miner's process alive by the rules: spawns it, accompanies it, buries it, starts the next."""

import asyncio
from contextlib import suppress
from datetime import datetime, timedelta

import structlog

from mining.domain.adapter import MinerType, Reading, Verb
from mining.domain.errors import MinerNotInstalled, MiningError
from mining.domain.event import EventKind
from mining.domain.health import failure, not_started, waiting_for_cards
from mining.domain.lifecycle import IllegalMove, Lifecycle, Phase, lacks_cards
from mining.domain.message import message, phrase
from mining.domain.miner import Reason
from mining.domain.process import CannotSpawn, Process, ProcessRecord
from mining.domain.programs.program import Program, proven
from mining.domain.restart import Ending, FailureRecord, after_exit
from mining.engine.supervision.context import SupervisorContext
from mining.engine.supervision.desired_state import DesiredState
from mining.engine.supervision.launch import begin_run
from mining.engine.supervision.monitor import Monitor
from mining.engine.supervision.restart_wait import RestartWait
from mining.engine.supervision.run import Run
from mining.engine.supervision.snapshot import Snapshot
from mining.foundation.apart import apart
from mining.foundation.tasks import end, persistent

log = structlog.get_logger()


class Supervisor:
    """One miner's process, the next one, and the wait between them. One task accompanies it while it is live."""

    def __init__(self, desired: DesiredState, kind: MinerType, tools: SupervisorContext) -> None:
        self._desired = desired
        self._kind = kind
        self._tools = tools
        self._life = Lifecycle()
        self._run: Run | None = None
        self._monitor = Monitor(kind, desired, tools, ending=lambda: self._life.phase == "ending", on_proof=self._prove)
        self.version: str | None = None  # of the program that ran last
        self._proven = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._generation = 0
        self._past = FailureRecord()
        self._wait = RestartWait(tools.clock)

    # ——— what can be seen of it

    @property
    def life(self) -> Lifecycle:
        """Where its life stands."""
        return self._life

    @property
    def idle(self) -> bool:
        """Whether there is no process, and no attempt to have one."""
        return self._run is None and self._task is None

    @property
    def text_lost(self) -> bool:
        """Whether it prints what cannot be kept just now."""
        return self._run is not None and self._run.process.text_lost

    @property
    def paused(self) -> bool | None:
        """Whether it rests, by its own last word; None where that is not to be had."""
        answer = self._run.answer if self._run is not None else None
        return answer.paused if isinstance(answer, Reading) else None

    def snapshot(self) -> Snapshot:
        """All of it."""
        run, ending = self._run, self._life.phase == "ending"
        return Snapshot(
            record=self._desired.record,
            life=self._life,
            stats=self._monitor.stats,
            version=self.version,
            next_version=self._monitor.next_version,
            run=None if run is None else run.snapshot(self._desired.record.wanted, ending),
        )

    # ——— beginnings and ends

    def spawn(self, program: Program) -> int:
        """Start a process, and return its pid; CannotSpawn, StorageFull or OSError when the system will not.

        IllegalMove, before anything is done, when there is one already.
        The program must still be in use: between this look and the process nothing else happens in the daemon, so that
        a removal sees either no miner that could still start, or a live one (`mining.programs.jobs`).
        """
        self._desired.record.refuse_unknown(self._desired.record.name)
        if program.origin != "own" and self._tools.programs.find(self._kind) is None:
            text = phrase("program.just_removed", program=self._kind.facts.title)
            raise MinerNotInstalled(text, type=self._kind.name, reason="program_missing")
        self._life.to("starting")
        self._generation += 1
        run = begin_run(self._desired.record, self._kind, program, self._generation, self._tools)
        self._begin(run)
        return run.process.pid

    def adopt(self, process: Process, record: ProcessRecord) -> None:
        """Take over a living process; what it has printed is read first."""
        self._generation = record.generation
        run = Run(self._kind, record, process, self._tools)
        run.recall()
        self._begin(run)

    def put_off(self, why: Reason, until: datetime | None) -> None:
        """Do not start it, or not yet, although it is wanted."""
        if (self._life.reason, self._life.until) != (why, until):
            self._move("failed" if until is None else "waiting", reason=why, until=until)
            self._changed()

    async def revive(self) -> None:
        """Start again what is wanted but dead, without a person's new word; in vain, the rules try again."""
        await self._again()
        self._accompany_from_now_on()

    def wake(self, again: bool) -> None:
        """End a wait whose reason was the program; `again`: start, too, what only another version of it refused."""
        if self._life.waits_for_program:
            self._wait.end()
        program, refusal = self._tools.programs.find(self._kind), self._life.refusal
        if again and refusal is not None and program is not None and program.version != self.version:
            self._wait.begin(0.0)
            self.put_off(refusal, self._tools.clock.now())
            self._accompany_from_now_on()

    def forgive(self) -> None:
        """Forget past failures: a person has spoken."""
        self._past = FailureRecord()
        self._monitor.forgive()

    async def end(self) -> None:
        """End the process, or the wait for the next one; afterwards there is neither."""
        if self._life.phase == "idle":
            return
        if self._life.phase != "ending":  # as it is when an earlier end was given up
            self._move("ending")
        self._changed()
        if self._run is None:
            await end(self._task)
        if (run := self._run) is not None:  # also one that was spawned while we waited
            await run.stop()
        if self._task is not None:
            await asyncio.wait({self._task})
        if run is not None and self._run is run:  # its companion was cancelled before it
            await self._bury(run)
        self._task = None
        if self._life.phase == "ending":
            self._move("idle")

    async def leave(self) -> None:
        """Let go of the miner without touching it."""
        await end(self._task)
        if self._run is not None:
            with suppress(OSError):
                self._run.hear(0.0)
            self._run.close()

    def _begin(self, run: Run) -> None:
        self._run = run
        self._move("starting")
        self.version = run.record.version
        self._proven.clear()
        self._monitor.begin(run)
        self._accompany_from_now_on()
        self._changed()

    def _accompany_from_now_on(self) -> None:
        if self._task is None or self._task.done():
            self._task = persistent(f"keep {self._desired.record.name} alive", self._keep_alive)

    def _move(self, phase: Phase, *, reason: Reason | None = None, until: datetime | None = None) -> None:
        """Go on to another phase; a move that the table does not have is a defect, and is refused."""
        try:
            self._life = self._life.to(phase, reason=reason, until=until)
        except IllegalMove as defect:
            log.error("lifecycle.refused", miner=self._desired.record.name, move=str(defect))

    # ——— the one task of a live miner

    async def _keep_alive(self) -> None:
        """Accompany a run to its end, wait as the rule says, start the next; until that is final or not wanted.

        It begins from the state alone, so that it can begin again after a defect.
        """
        while True:
            if (run := self._run) is not None:
                await self._conclude(run, await self._accompany(run))
            elif self._life.has_process:  # a defect came between its burial and the decision
                self._plan(Ending(0.0, "unknown", "The miner has ended."))
            if self._life.phase == "ending":
                self._move("idle")
            if self._run is not None:  # a person has started the next one meanwhile
                continue
            if self._life.phase != "waiting":
                return
            await self._wait.last()
            await self._again()

    async def _accompany(self, run: Run) -> int | None:
        """Listen and ask until the process has ended; then bury it."""
        name = self._desired.record.name
        chores = [
            persistent(f"listen to {name}", lambda: self._monitor.listen(run)),
            persistent(f"ask {name}", lambda: self._monitor.ask(run)),
        ]
        try:
            code = await run.process.wait()
        finally:
            await end(*chores)
        await self._bury(run)
        return code

    async def _bury(self, run: Run) -> None:
        try:
            await run.process.sweep()
            run.hear_the_last()
        except Exception:  # a defect of ours must not cost the next run
            log.exception("a burial failed", miner=self._desired.record.name)
        self._run = None
        self._monitor.end(run)
        run.close()

    async def _conclude(self, run: Run, code: int | None) -> None:
        """Remember how it ended, and decide about the next start."""
        ended, text = run.explain(code)
        if self._life.phase == "ending":
            await self._desired.save(last_exit=ended, stopped_at=ended.at)
            return
        missing = waiting_for_cards(run.fruitless, self._tools.policy) if run.fruitless else None
        self._plan(run.ending(code, ended, text, self._desired.record.untried), missing)
        await self._desired.save(last_exit=ended, stopped_at=ended.at)
        if missing:  # which was told while it ran
            return
        kind: EventKind = "hang" if ended.cause == "hang" else "error" if self._life.phase == "failed" else "crash"
        sentence = self._life.reason.sentence if self._life.reason else text
        await self._monitor.tell(kind, sentence, code=code, ran=round(run.ran, 1), tail=run.last_words)

    def _plan(self, ending: Ending, missing: Reason | None = None) -> None:
        """Note what the rule says of the next start; `missing` is what it lacks."""
        policy, barred = self._tools.policy, self._desired.record.barred
        if barred is not None:  # no time will change that
            self._move("failed", reason=barred)
            self._changed()
            return
        verdict = after_exit(policy, self._past, ending, self._tools.chance(), seldom=lacks_cards(missing))
        self._past, reason = verdict.record, missing or failure(verdict, ending, policy)
        if verdict.delay is None:
            self._move("failed", reason=reason)
        else:
            self._wait.begin(verdict.delay)
            self._move("waiting", reason=reason, until=self._tools.clock.now() + timedelta(seconds=verdict.delay))
        self._changed()

    async def _again(self) -> None:
        """Start the next run; when that makes no process, the rule says when to try again."""
        before, once_more = self._life.reason, self._life.waits_for_cards
        try:
            program = await apart(proven, self._tools.programs, self._kind, self._desired.record.config)
            pid = self.spawn(program)
        except IllegalMove:  # there is a process, so there is nothing to try again
            log.exception("lifecycle.refused", miner=self._desired.record.name)
            return
        except Exception as error:
            if not isinstance(error, CannotSpawn | MiningError | OSError):  # a defect of ours must not end the attempts
                log.exception("a start failed", miner=self._desired.record.name)
            why = not_started(error)
            self._plan(Ending(0.0, "unknown", why.text), why)
            if before is None or before.text != why.text:
                await self._monitor.tell("error", why.sentence)
            return
        await self._desired.save(restarts=self._desired.record.restarts + 1)
        if not once_more:  # one of many attempts; that it mines again is told
            await self._monitor.tell("restart", message("miner.restarted_by_rule"), pid=pid)

    # ——— asking

    def _prove(self) -> None:
        if self._life.phase == "starting":
            self._move("running")
        self._proven.set()

    async def wait_until_proven(self) -> None:
        """Wait until this run's API has answered as ours."""
        await self._proven.wait()

    def poll_soon(self) -> None:
        """Somebody is watching."""
        self._monitor.poll_soon()

    async def poll(self) -> None:
        """Ask once, and publish the answer."""
        if self._run is not None:
            await self._monitor.poll(self._run, 0.0)

    async def ask(self) -> None:
        """Ask once for `paused` alone."""
        if self._run is not None:
            await self._run.ask(0.0)

    def can(self, verb: Verb) -> bool:
        """Whether the program that runs has a request for that."""
        return self._run is not None and self._kind.command(verb, self._run.context) is not None

    async def command(self, verb: Verb) -> bool:
        """Send it, unless its API has never answered and so will be told later; False when it did not obey."""
        return self._run is None or not self._run.proven or await self._run.command(verb)

    def type(self, keys: str) -> None:
        """Send keys to its stdin; OSError when it does not take them."""
        if self._run is None:
            raise OSError("it does not run")
        self._run.process.type(keys)

    def _changed(self) -> None:
        self._tools.changed(self._desired.record.name)
