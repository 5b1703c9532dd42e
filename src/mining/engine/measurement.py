"""How fast one process computes: its readings for a while, once it is up to speed, within a limit."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from mining.domain.adapter import Reading
from mining.domain.benchmark import OwnBenchmark
from mining.domain.errors import MiningError
from mining.domain.message import phrase
from mining.engine.supervision.run import Run
from mining.foundation.clock import Clock
from mining.foundation.tasks import end, owned
from mining.processes.text import plain


@dataclass(frozen=True)
class BenchmarkPace:
    """Seconds."""

    preparing: float = 300.0  # until its first hash
    settling: float = 10.0  # from there until it is measured: programs answer with the mean of their last ten seconds
    step: float = 1.0  # between two looks


class Measured(NamedTuple):
    """What came of it."""

    hashrate: float  # H/s
    samples: int


class NothingMeasured(MiningError):
    """The program did not compute for as long as it was to."""


async def measure(
    run: Run,
    own: OwnBenchmark | None,
    seconds: int,
    clock: Clock,
    pace: BenchmarkPace,
    look: Callable[[], None],
    tell: Callable[[float], None],
) -> Measured:
    """The mean of its readings; `look` is asked at each step and raises what ends it, `tell` hears how far it is."""
    begun = before = clock.monotonic()
    first: float | None = None
    rates: list[float] = []
    ended = owned("a benchmark ends", run.process.wait())
    try:
        while True:
            await asyncio.wait({ended}, timeout=pace.step)
            now = clock.monotonic()
            elapsed, before = now - before, now
            heard = run.hear(elapsed)
            look()
            total = next(
                (rate for line in heard if own is not None and (rate := own.result(plain(line))) is not None), None
            )
            if total is not None:
                return Measured(total, len(rates))
            if ended.done():
                words = run.explain(ended.result())[1]
                raise NothingMeasured(phrase("benchmark.program_ended", words=words))
            rate = await _rate(run, elapsed)
            if rate and first is None:
                first = now
            if first is None:
                _refuse_late(run, now - begun, pace)
                continue
            measured = now - first - pace.settling
            if measured >= 0 and rate:
                rates.append(rate)
            tell(min(1.0, max(0.0, measured / seconds)))
            if measured >= seconds:
                return _mean(rates, seconds, pace)
    finally:
        await end(ended)


async def _rate(run: Run, elapsed: float) -> float | None:
    """What it says now; None where it says nothing, or that it prepares."""
    answered = await run.ask(elapsed)
    reading = run.answer
    return reading.hashrate if answered and isinstance(reading, Reading) and not reading.preparing else None


def _refuse_late(run: Run, waited: float, pace: BenchmarkPace) -> None:
    if waited > pace.preparing:
        seconds = round(pace.preparing)
        if run.trouble:
            raise NothingMeasured(phrase("benchmark.nothing_saying", seconds=seconds, words=run.trouble))
        raise NothingMeasured(phrase("benchmark.nothing", seconds=seconds))


def _mean(rates: list[float], seconds: int, pace: BenchmarkPace) -> Measured:
    """A mean of gaps is no speed: for half of the time at least it must have computed."""
    if len(rates) * pace.step * 2 < seconds:
        raise NothingMeasured(phrase("benchmark.gaps", computed=len(rates), seconds=seconds))
    return Measured(round(sum(rates) / len(rates), 3), len(rates))
