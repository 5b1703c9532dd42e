"""When to restart a miner, how long to wait before, and when to give up."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from mining.domain.message import phrase

Cause = Literal["config", "crash", "exit", "signal", "oom", "hang", "unknown"]
_SENT = {-1, -2, -3, -9, -15}  # SIGHUP, SIGINT, SIGQUIT, SIGKILL, SIGTERM: Windows lacks the names, not the ends


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
    alike: int = 3  # so many in a row with one code, without any work ever, and it is left alone for a while
    alone: float = 1800.0  # how long
    hangs_per_hour: int = 3
    unproven: float = 60.0  # an API that never answered for so long after the start is a hang
    silence: float = 60.0  # so is an API that is silent for so long while there is no line of text either
    preparing: float = 900.0  # while it prepares its work no hang is seen before so many seconds
    idle: float = 300.0  # so is 0 H/s for so long without an excuse


@dataclass(frozen=True)
class FailureRecord:
    """What the past says of one miner: failures since it was last healthy, and quick exits in a row.

    `alike` are those of them in a row that did no work and ended with the same `code`.
    """

    failures: int = 0
    quick: int = 0
    alike: int = 0
    code: int | None = None


@dataclass(frozen=True)
class RestartDecision:
    """What to do after an exit: wait `delay` seconds, or None to leave it; and whether to call it a crash loop.

    `at_once`: it ends so each time, before it does anything.
    """

    delay: float | None
    crash_loop: bool
    record: FailureRecord
    at_once: bool = False


class Ending(NamedTuple):
    """How an attempt to run a miner ended."""

    ran: float  # s
    cause: Cause
    text: str  # which tells it
    workless: int | None = None  # the exit code of a run without any work, whose configuration never worked either
    words: str = ""  # its last ones


def after_exit(
    policy: RestartPolicy, record: FailureRecord, ending: Ending, chance: float, *, seldom: bool = False
) -> RestartDecision:
    """Decide on the next start; `chance` in [0, 1) places the delay in its jitter.

    What `seldom` goes away by itself, such as a card that is missing, is tried again after the longest delay. What ends
    at once again and again, and has never worked, is probably refused: it waits longer than any crash.
    """
    if ending.ran >= policy.healthy_after:
        record = FailureRecord()
    quick = ending.ran < policy.quick
    code = ending.workless if quick and ending.workless not in _SENT else None
    alike = 0 if code is None else record.alike + 1 if code == record.code else 1
    record = FailureRecord(record.failures + 1, record.quick + 1 if quick else 0, alike, code)
    if ending.cause == "config":
        return RestartDecision(None, False, record)
    if seldom:
        return RestartDecision(policy.longest, False, record)
    if alike >= policy.alike:
        return RestartDecision(policy.alone, True, record, at_once=True)
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
        return phrase("hang.never_answered", seconds=policy.unproven) if late else None
    if signs.answered > policy.silence and (signs.line is None or signs.line > policy.silence):
        return phrase("hang.silent", seconds=policy.silence)
    if signs.zero is not None and signs.zero > policy.idle:
        return phrase("hang.idle", seconds=policy.idle)
    return None
