"""One run of a miner: its process, its text, its figures, and the signs of life it gives."""

import asyncio
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

import structlog

from mining.domain.adapter import LogSignal, MinerType, Reading, Unreadable, Verb
from mining.domain.algorithm import other_than
from mining.domain.api_response import STRANGER
from mining.domain.card_places import with_places
from mining.domain.cards_in_use import CardTrouble, card_trouble
from mining.domain.config_check import requested_algorithm
from mining.domain.health import Observation
from mining.domain.log_state import SKEW, LogState, written_at
from mining.domain.message import as_sentence, phrase
from mining.domain.metrics import PerformanceMetrics
from mining.domain.miner import LastExit, Wanted
from mining.domain.process import Process, ProcessRecord
from mining.domain.restart import Ending, LifeSigns
from mining.domain.units import cut
from mining.engine.supervision.context import SupervisorContext
from mining.engine.supervision.memory_watch import MemoryWatch
from mining.engine.supervision.named_signal import signal_in
from mining.engine.supervision.payout_watch import PayoutWatch
from mining.engine.supervision.run_metrics import RunMetrics
from mining.engine.supervision.snapshot import RunSnapshot
from mining.processes.text import plain

TAIL = 50  # last lines kept at hand
LAST_LINES = 3  # that a reason repeats
LAST_WORDS = 300  # characters of each that an event holds
PAST = 2000  # lines of the kept text that an adopted run is understood from
WORDS = 200  # characters of what a line says that are passed on: a pool can make them many
IDLE_CARDS = 15.0  # s for which it must say that nothing of it can mine before it is ended
DONATION = 5  # minutes of a donation round where its owner has not said how many of a hundred
DONATION_SPARE = 300.0  # s
LAST_REQUEST = 3.0  # s for the request to rest before the end

log = structlog.get_logger()


class Run:
    """From the spawn or adoption of one process to its burial. Nothing here decides; it only knows."""

    def __init__(self, kind: MinerType, record: ProcessRecord, process: Process, tools: SupervisorContext) -> None:
        self.kind = kind
        self.record = record
        self.context = record.context
        self.process = process
        self._tools = tools
        self._clock = tools.clock
        self.begun = self._clock.monotonic()
        begun_before = process.adopted or kind.facts.watched
        self.metrics = RunMetrics(record.miner.config.all_pools()[0], self.begun, kind.facts.simulated, begun_before)
        self.tail: deque[str] = deque(maxlen=TAIL)
        self.proven = False
        self.answer: Reading | Unreadable | None = None
        self.missed = 0
        self.hang: str | None = None
        self.fruitless: CardTrouble | None = None  # for which it is ended: nothing of it can mine
        self._fruitless_from: float | None = None
        self.payout = PayoutWatch(kind, record, process, tools, lambda: self.donating)
        self._text = LogState()
        # Silence is summed up from the steps of our own loop, so that a daemon that slept accuses nobody.
        self._silent = self._wordless = 0.0  # s
        self._spoke = False
        self._rests = False  # it was told to pause, and obeyed
        self._memory = MemoryWatch(tools.processes)

    @property
    def uptime(self) -> int:
        """Seconds since the spawn, pauses included, across daemons."""
        return max(0, int(self.ran))

    @property
    def ran(self) -> float:
        """Seconds since the spawn."""
        return self._tools.processes.boot_clock() - self.record.started_boot

    @property
    def trouble(self) -> str | None:
        """The last bad news in the program's own words, until it is connected again."""
        return self._text.trouble.text if self._text.trouble is not None else None

    @property
    def worked(self) -> bool:
        """Whether it has computed something, by its own figures."""
        return self.metrics.worked

    @property
    def work_from(self) -> float | None:
        """When it could last begin to work, by its text."""
        return self._text.work_from

    @property
    def last_words(self) -> list[str]:
        """Its last lines, as far as an event holds them."""
        return [cut(line, LAST_WORDS) for line in self.tail]

    def recall(self) -> None:
        """Learn what it printed while an earlier daemon listened, so that clocks and states go on."""
        try:
            for line in self._tools.processes.text(self.record.miner.name, PAST, None).items:
                if line.time is not None and line.time >= self.record.started_at - SKEW:
                    self._hear_line(line.text, line.time)
        except Exception:  # its past is worth less than its future
            log.exception("recalling failed", miner=self.record.miner.name)

    def hear(self, elapsed: float) -> list[str]:
        """Take in the text of the last `elapsed` seconds."""
        lines = self.process.lines(elapsed)
        self._wordless = 0.0 if lines else self._wordless + elapsed
        self._spoke = self._spoke or bool(lines)
        self._learn(lines)
        return lines

    def hear_the_last(self) -> None:
        """Take in the rest after the process has ended."""
        self._learn(self.process.last_lines())

    def _learn(self, lines: Sequence[str]) -> None:
        now = self._clock.now()
        for line in lines:
            self._hear_line(line, now)

    def _hear_line(self, line: str, arrived: datetime) -> None:
        text = plain(line)
        self.tail.append(text)
        sign = self.kind.log_signal(text)
        if sign is not None:
            sign = replace(sign, text=cut(sign.text, WORDS))
            moment = self._moment(sign.at, arrived)
            self._text = self._text.after(sign, moment)
            self.metrics.hear(sign, moment)

    def _moment(self, written: datetime | None, arrived: datetime) -> float:
        """When a line was written, on the clock that never jumps."""
        at, now = written_at(written, self.record.started_at, arrived), self._clock.monotonic()
        return min(now, now - (self._clock.now() - at).total_seconds())

    async def ask(self, elapsed: float) -> bool:
        """Poll it once, `elapsed` seconds after the last time; whether the answer can be believed."""
        kills = self._memory.count()
        replies = await self._tools.ask(self.context.api_port, self.kind.requests(self.context))
        answer: Reading | Unreadable = Unreadable("api_unreachable", phrase("health.api_no_answer"))
        if replies and replies[0] is not None:
            answer = self._completed(self.kind.read(self.context, replies))
        self.answer, now = answer, self._clock.monotonic()
        self.metrics.leave_out_standstill(elapsed, now)
        if isinstance(answer, Unreadable):
            self.missed += 1
            self._silent += elapsed
            return False
        self.proven, self.missed, self._silent = True, 0, 0.0
        self._memory.well(kills)
        if answer.connected:
            self._text = replace(self._text, trouble=None)
        trouble, awake = self._cards(), self.metrics.awake(now)
        alone = trouble is not None and trouble.alone and not answer.paused and not answer.hashrate
        self._fruitless_from = (awake if self._fruitless_from is None else self._fruitless_from) if alone else None
        self.metrics.donating = self.donating
        self.metrics.take(answer, now, self._clock.now(), self._text)
        return True

    def _completed(self, answer: Reading | Unreadable) -> Reading | Unreadable:
        """With what a program does not tell and we know: its version, what it computes, its cards, that it rests."""
        if isinstance(answer, Unreadable):
            return answer
        if not self.proven and not self.kind.facts.identified and self._somebody_else_listens():
            return STRANGER
        if not answer.tells_pause:
            answer = replace(answer, paused=self._rests and not answer.hashrate)
        requested = requested_algorithm(self.kind, self.record.miner.config) if answer.hashrate else None
        answer = with_places(answer, self.kind, self.record.miner.config, self._tools.cards())
        return replace(answer, version=answer.version or self.record.version, algorithm=answer.algorithm or requested)

    def _somebody_else_listens(self) -> bool:
        """Whether its port is another's; asked of the system, since its API does not tell whose it is."""
        return self.process.listens(self.context.api_port) is False

    @property
    def donating(self) -> bool:
        """Whether a donation round goes on; none is longer than the miner's owner agreed to."""
        begun, minutes = self._text.donating_from, self.record.miner.config.donate_level or DONATION
        return begun is not None and self._clock.monotonic() - begun < 60 * minutes + DONATION_SPARE

    def _cards(self) -> CardTrouble | None:
        """Which graphics cards it cannot use although it is to, and why."""
        if not isinstance(self.answer, Reading):
            return None
        return card_trouble(self.record.miner.config, self.answer, self._text.unusable)

    def gives_up(self) -> bool:
        """Whether it has said for a while that nothing of it can mine, and so only logs in to its pools again."""
        since, now = self._fruitless_from, self.metrics.awake(self._clock.monotonic())
        if since is not None and self.missed == 0 and now - since >= IDLE_CARDS:
            self.fruitless = self._cards()
        return self.fruitless is not None

    async def command(self, verb: Verb) -> bool:
        """Send pause or resume; whether it was obeyed."""
        request = self.kind.command(verb, self.context)
        if request is None:
            return False
        reply = (await self._tools.ask(self.context.api_port, (request,)))[0]
        obeyed = reply is not None and reply.status < 300
        self._rests = verb == "pause" if obeyed else self._rests
        return obeyed

    async def stop(self) -> None:
        """End its process; where the request to end may not reach it, its work rests first, as far as it obeys that."""
        if not self._tools.processes.asks_surely:
            with suppress(TimeoutError):
                async with asyncio.timeout(LAST_REQUEST):
                    await self.command("pause")
        await self.process.stop(self.kind.stop_grace)

    def signs(self, age: float, hangs: Sequence[float]) -> LifeSigns:
        """The signs of life, for the rule that tells a hang."""
        return LifeSigns(
            age=age,
            answered=self._silent if self.proven else None,
            line=self._wordless if self._spoke else None,
            zero=self.metrics.zero_for(),
            hangs=hangs,
            preparing=self._preparing_for(self._clock.monotonic()),
        )

    @property
    def other_algorithm(self) -> str | None:
        """The sentence that tells of an algorithm that nobody configured."""
        answer, pools = self.answer, self.record.miner.config.all_pools()
        if not isinstance(answer, Reading) or not answer.hashrate or self.metrics.donating:
            return None
        pool = next((pool for pool in pools if pool.address.endpoint == answer.pool), pools[0])
        return other_than(pool.algo, answer.algorithm, self.kind.facts.algorithms)

    def _rest(self) -> LogSignal | None:
        """Why it rests by itself; lines that nobody's configuration asked for are a pool's, not the program's."""
        config, rest = self.record.miner.config, self._text.rest
        switches = {"on_battery": config.pause_on_battery, "user_active": config.pause_on_active}
        return rest if rest is not None and switches.get(rest.kind) else None

    def _preparing_for(self, now: float) -> float | None:
        begun = self._text.preparing_from
        return now - begun if begun is not None else self.metrics.preparing_for()

    def explain(self, code: int | None) -> tuple[LastExit, str]:
        """How it has ended, and why, in a sentence."""
        cause, words = self.kind.explain_exit(code, tuple(self.tail))
        number = -code if code is not None and code < 0 else None
        if code is None:  # not our child, so only its text may tell
            number = signal_in(words)
            cause = "unknown" if cause == "signal" and number is None else cause
        if self.hang is not None:
            cause, words = "hang", phrase("end.hung", why=self.hang)
        elif code in (None, -9) and cause in ("unknown", "signal") and self._memory.ran_out():
            cause, words = "oom", phrase("end.memory")
        elif cause == "config" and self.worked:  # what it worked with it did not refuse, whatever its words seem to say
            wordless = self.kind.explain_exit(code, ())
            cause, words = wordless if wordless[0] != "config" else (cause, words)
        ended = LastExit(code=code if number is None else None, signal=number, cause=cause, at=self._clock.now())
        return ended, as_sentence(words)

    def ending(self, code: int | None, ended: LastExit, text: str, untried: bool | None) -> Ending:
        """The same for the rule about the next start; `untried`: nothing was ever computed with its configuration."""
        workless = code if untried and not self.worked else None
        last = [line.strip() for line in self.tail if line.strip()][-LAST_LINES:]
        words = " / ".join(cut(line, WORDS).rstrip(".") for line in last)
        return Ending(self.ran, ended.cause, text, workless, words)

    def view(self, wanted: Wanted, stopping: bool) -> Observation:
        """What is known now, for the judgement of its health."""
        now = self._clock.monotonic()
        return Observation(
            wanted=wanted,
            age=self.metrics.awake(now) - self.begun,
            stopping=stopping,
            proven=self.proven,
            answer=self.answer,
            missed=self.missed,
            trouble=self._text.trouble,
            rest=self._rest(),
            rejection=self.metrics.rejection(now),
            preparing_for=self._preparing_for(now),
            without_backend=self._text.without_backend,
            idle_for=self.metrics.idle_for(),
            cards=self._cards(),
            donating=self.kind.facts.title if self.metrics.donating else None,
            other_algorithm=self.other_algorithm,
            rated=self.metrics.rated,
            since_share=self.metrics.since_share(),
            expected_share=self.metrics.expected_share,
            zero_for=self.metrics.zero_for(),
        )

    def snapshot(self, wanted: Wanted, stopping: bool) -> RunSnapshot:
        """What everybody can see of it."""
        return RunSnapshot(
            pid=self.process.pid,
            started_at=self.record.started_at,
            uptime=self.uptime,
            program=str(self.context.program),
            api_port=self.context.api_port,
            observation=self.view(wanted, stopping),
            payout_lock=self.payout.shown(),
        )

    def blank(self) -> PerformanceMetrics:
        """The statistics before the first answer."""
        return self.metrics.blank(self.uptime, self.record.version)

    def close(self) -> None:
        """Let go of the process and its text without touching them."""
        self.process.close()
