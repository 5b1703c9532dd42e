"""One run of a miner: its process, its text, its figures, and the signs of life it gives."""

from collections import deque
from collections.abc import Sequence

from mining.domain.adapter import LogSignal, MinerType, Reading, Unreadable, Verb
from mining.domain.health import Observation, OwnPause
from mining.domain.metrics import PerformanceMetrics
from mining.domain.miner import LastExit, Wanted
from mining.domain.process import Process, ProcessRecord
from mining.domain.restart import LifeSigns
from mining.domain.units import sentence
from mining.engine.supervision.context import SupervisorContext
from mining.engine.supervision.run_metrics import RunMetrics
from mining.engine.supervision.snapshot import RunSnapshot
from mining.processes.text import plain

_TROUBLE = ("connect_error", "login_refused", "disconnected", "api_failed")
TAIL = 50  # last lines kept at hand


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
        self.metrics = RunMetrics(record.miner.config.all_pools()[0], self.begun, kind.facts.simulated, process.adopted)
        self.tail: deque[str] = deque(maxlen=TAIL)
        self.proven = False
        self.answer: Reading | Unreadable | None = None
        self.missed = 0
        self.hang: str | None = None
        self._trouble: LogSignal | None = None
        self._resting: OwnPause | None = None
        # Silence is summed up from the steps of our own loop, so that a daemon that slept accuses nobody.
        self._silent: float = 0.0
        self._wordless: float = 0.0
        self._spoke = False

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
        return self._trouble.text if self._trouble is not None else None

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
        for line in lines:
            text = plain(line)
            self.tail.append(text)
            sign = self.kind.log_signal(text)
            if sign is None:
                continue
            if sign.kind in _TROUBLE:
                # "disconnected" says less than the error that caused it
                if not (sign.kind == "disconnected" and self._trouble is not None):
                    self._trouble = sign
            elif sign.kind in ("connected", "accepted"):
                self._trouble = None
            elif sign.kind == "on_battery" or sign.kind == "user_active":
                self._resting = OwnPause(sign.kind, sign.text)
            if sign.kind in ("resumed", "ready", "accepted"):
                self._resting = None

    async def ask(self, elapsed: float) -> bool:
        """Poll it once, `elapsed` seconds after the last time; whether the answer can be believed."""
        replies = await self._tools.ask(self.context.api_port, self.kind.requests(self.context))
        if not replies or replies[0] is None:
            answer: Reading | Unreadable = Unreadable("api_unreachable", "its API does not answer")
        else:
            answer = self.kind.read(self.context, replies)
        self.answer = answer
        if isinstance(answer, Unreadable):
            self.missed += 1
            self._silent += elapsed
            return False
        self.proven, self.missed, self._silent = True, 0, 0.0
        if answer.connected:
            self._trouble = None
        self.metrics.take(answer, self._clock.monotonic(), self._clock.now())
        return True

    async def command(self, verb: Verb) -> bool:
        """Send pause or resume; whether it was obeyed."""
        request = self.kind.command(verb, self.context)
        if request is None:
            return False
        reply = (await self._tools.ask(self.context.api_port, (request,)))[0]
        return reply is not None and reply.status < 300

    def signs(self, age: float, hangs: Sequence[float]) -> LifeSigns:
        """The signs of life, for the rule that tells a hang."""
        return LifeSigns(
            age=age,
            answered=self._silent if self.proven else None,
            line=self._wordless if self._spoke else None,
            zero=self.metrics.zero_for(self._clock.monotonic()),
            hangs=hangs,
        )

    def explain(self, code: int | None) -> tuple[LastExit, str]:
        """How it has ended, and why, in a sentence."""
        cause, words = self.kind.explain_exit(code, tuple(self.tail))
        if self.hang is not None:
            cause, words = "hang", f"it hung: {self.hang}"
        signal = -code if code is not None and code < 0 else None
        ended = LastExit(code=code if signal is None else None, signal=signal, cause=cause, at=self._clock.now())
        return ended, sentence(words)

    def view(self, wanted: Wanted, stopping: bool) -> Observation:
        """What is known now, for the judgement of its health."""
        now = self._clock.monotonic()
        return Observation(
            wanted=wanted,
            age=now - self.begun,
            stopping=stopping,
            proven=self.proven,
            answer=self.answer,
            missed=self.missed,
            trouble=self._trouble,
            resting=self._resting,
            since_share=self.metrics.since_share(now),
            expected_share=self.metrics.expected_share,
            zero_for=self.metrics.zero_for(now),
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
        )

    def blank(self) -> PerformanceMetrics:
        """The statistics before the first answer."""
        return self.metrics.blank(self.uptime, self.record.version)

    def close(self) -> None:
        """Let go of the process and its text without touching them."""
        self.process.close()
