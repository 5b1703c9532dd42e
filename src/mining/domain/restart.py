"""When to restart a miner, how long to wait before, and when to give up."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from mining.domain.units import duration

Cause = Literal["config", "crash", "exit", "signal", "oom", "hang", "unknown"]


@dataclass(frozen=True)
class RestartPolicy:
    """The curve of every restart; times in seconds."""

    first: float = 5.0
    factor: float = 2.0
    longest: float = 300.0
    jitter: float = 0.1  # share of the delay, up or down
    healthy_after: float = 600.0  # a run this long makes the next failure a first one again
    quick: float = 10.0  # a run shorter than this is a quick exit
    quick_exits: int = 5  # so many in a row are a crash loop, shown as an error
    hangs_per_hour: int = 3
    unproven: float = 60.0  # an API that never answered for so long after the start is a hang
    silence: float = 60.0  # so is an API that is silent for so long while there is no line of text either
    preparing: float = 900.0  # while it prepares its work no hang is seen before so many seconds
    idle: float = 300.0  # so is 0 H/s for so long without an excuse


@dataclass(frozen=True)
class FailureRecord:
    """What the past says of one miner: failures since it was last healthy, and quick exits in a row."""

    failures: int = 0
    quick: int = 0


@dataclass(frozen=True)
class RestartDecision:
    """What to do after an exit: wait `delay` seconds, or None to leave it; and whether to call it a crash loop."""

    delay: float | None
    crash_loop: bool
    record: FailureRecord


def after_exit(
    policy: RestartPolicy, record: FailureRecord, ran: float, cause: Cause, chance: float
) -> RestartDecision:
    """Decide on the next start after a run of `ran` seconds; `chance` in [0, 1) places the delay in its jitter."""
    if ran >= policy.healthy_after:
        record = FailureRecord()
    record = FailureRecord(record.failures + 1, record.quick + 1 if ran < policy.quick else 0)
    if cause == "config":
        return RestartDecision(None, False, record)
    return RestartDecision(restart_delay(policy, record.failures, chance), record.quick >= policy.quick_exits, record)


def restart_delay(policy: RestartPolicy, failures: int, chance: float) -> float:
    """Seconds to wait after the given number of failures in a row (1 = the first)."""
    plain = min(policy.first * policy.factor ** min(failures - 1, 32), policy.longest)
    return plain * (1 + policy.jitter * (2 * chance - 1))


@dataclass(frozen=True)
class LifeSigns:
    """The signs of life of a run; every figure is seconds ago on a clock that never jumps, None = never."""

    age: float  # since the spawn or the adoption
    answered: float | None  # since its API last answered as ours
    line: float | None  # since its last line of text
    zero: float | None  # how long it has been at 0 H/s although connected, not paused and ready
    preparing: float | None = None  # how long it has prepared its work, during which many programs hear and say nothing
    hangs: Sequence[float] = ()  # past restarts for a hang, seconds ago


def hang(policy: RestartPolicy, signs: LifeSigns) -> str | None:
    """Why this run is to be restarted although its process lives, or None."""
    if sum(ago < 3600 for ago in signs.hangs) >= policy.hangs_per_hour:
        return None
    if signs.preparing is not None and signs.preparing < policy.preparing:
        return None
    if signs.answered is None:
        late = signs.age > policy.unproven
        return f"its API never answered within {duration(policy.unproven)} of the start" if late else None
    if signs.answered > policy.silence and (signs.line is None or signs.line > policy.silence):
        return f"neither its API nor its text has given a sign of life for {duration(policy.silence)}"
    if signs.zero is not None and signs.zero > policy.idle:
        return f"it is connected and ready, yet has computed nothing for {duration(policy.idle)}"
    return None
