"""Benchmarks: how fast a program computes an algorithm on this machine, measured for a while and kept."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar, Literal, Protocol, Self

from pydantic import Field, ValidationError

from mining.domain.adapter import Launch, LaunchContext, MinerType
from mining.domain.config import NOWHERE, Config
from mining.domain.errors import ErrorDetail, InvalidRequest, NotSupported
from mining.domain.message import phrase
from mining.domain.pool import Word
from mining.domain.principal import Principal
from mining.domain.spelling import respelled
from mining.domain.stored import EPOCH, Stored
from mining.domain.validation import errors_in
from mining.domain.value import Moment, Value
from mining.domain.wording import WORDING, Wording, wording_of

RUN_NAME = ".benchmark"  # of the run folder; no miner can be called that
LEAST, MOST = 10, 3600  # seconds that may be asked for
KEPT_FAILURES = 20
Method = Literal["own", "timed"]
BenchmarkState = Literal["running", "done", "failed", "cancelled"]


class OwnBenchmark(Protocol):
    """A program's own benchmark, which needs no pool. An adapter whose program has one has it as its `benchmark`."""

    algorithms: tuple[str, ...]  # that it can measure

    def launch(self, config: Config, context: LaunchContext) -> Launch:
        """How to start it; the pool and the wallet of the configuration mean nothing."""

    def result(self, line: str) -> float | None:
        """The hashrate in H/s that a line of its text tells as the result of the whole benchmark."""


def own_benchmark(kind: MinerType, algorithm: str) -> OwnBenchmark | None:
    """The program's own benchmark of that algorithm, where it has one."""
    own: OwnBenchmark | None = getattr(kind, "benchmark", None)
    return own if own is not None and algorithm in own.algorithms else None


class BenchmarkOrder(Value):
    """What is to be measured."""

    algo: Word | None = Field(
        None, examples=["rx/0"], description="Absent: that of `config`, else the first of the type."
    )
    seconds: int = Field(60, ge=LEAST, le=MOST, description="For how long, once it is up to speed.")
    threads: int | None = Field(None, ge=0, le=4096, description="Without `config`: 0 or absent lets it decide.")
    config: Config | None = Field(
        None,
        description="Which devices, and how. A program without a benchmark of its own mines with it for that time, so "
        "it is then needed; for one that has it, pool and wallet may be left out.",
    )


class Benchmark(Value):
    """One benchmark: how far it has come, or what came of it."""

    id: str
    type: str
    algorithm: str
    seconds: int = Field(description="For how long it was to be measured.")
    threads: int | None = Field(description="null: the program decided")
    method: Method = Field(description="`own`: the program's own benchmark; `timed`: it mined for that time.")
    state: BenchmarkState
    progress: float = Field(description="From 0 to 1; 0 while it prepares.")
    hashrate: float | None = Field(description="H/s, the mean while it was measured; null: not yet, or never")
    samples: int = Field(description="How many readings that is the mean of.")
    version: str | None = Field(description="Of the program.")
    hardware: str = Field(description="What computed it.")
    started_at: Moment
    ended_at: Moment | None
    code: str | None = Field(description="Why it failed, as an error's `code`; null where that has none.")
    message: str = Field(description="How it stands, in words.")
    wording: Wording | None = Field(None, description=f"`message`: {WORDING}")


class BenchmarkRecord(Stored):
    """A benchmark as it is remembered; a new daemon goes on with one that was running."""

    stand_ins: ClassVar = {
        "type": "unknown",
        "algorithm": "unknown",
        "method": "timed",
        "state": "failed",
        "seconds": 60,
        "config": NOWHERE,
        "startedAt": EPOCH,
    }

    id: str
    type: str
    algorithm: str
    seconds: int
    threads: int | None = None
    method: Method
    state: BenchmarkState
    hashrate: float | None = None
    samples: int = 0
    version: str | None = None
    hardware: str = ""
    started_at: Moment
    ended_at: Moment | None = None
    code: str | None = None
    text: str = ""
    wording: Wording | None = None  # of the text
    who: str | None = None
    attempts: int = 1
    config: Config

    def saying(self, text: str) -> Self:
        """How it stands now, in words."""
        return self.but(text=str(text), wording=wording_of(text))

    def shown(self, progress: float) -> Benchmark:
        """As everybody sees it: without the configuration, which may hold a password."""
        hidden = {"text", "who", "attempts", "config"}
        fields = {name: getattr(self, name) for name in type(self).model_fields if name not in hidden}
        return Benchmark(**fields, progress=1.0 if self.state == "done" else progress, message=self.text)

    def replaces(self, other: "BenchmarkRecord") -> bool:
        """Whether the result of the other is out of date: the same was measured on the same hardware."""
        if self.state != "done" or other.state != "done" or self.id == other.id:
            return False
        return all(getattr(self, name) == getattr(other, name) for name in _SAME)


_SAME = ("type", "version", "hardware", "algorithm", "threads", "method")


def surplus(records: Sequence[BenchmarkRecord], latest: BenchmarkRecord) -> list[str]:
    """The ids of those that are not kept any longer, now that this one has ended."""
    failures = [each for each in records if each.state in ("failed", "cancelled")]
    failures.sort(key=lambda each: each.started_at, reverse=True)
    old = [each.id for each in records if latest.replaces(each)]
    return [*old, *(each.id for each in failures[KEPT_FAILURES:])]


def read_order(body: Any) -> BenchmarkOrder:
    """What is to be measured, from JSON without its `config`; InvalidRequest with every fault at once."""
    try:
        return BenchmarkOrder.model_validate(respelled(BenchmarkOrder, body))
    except ValidationError as error:
        raise InvalidRequest(errors_in(error, BenchmarkOrder)) from error


def refuse_watched(kind: MinerType) -> None:
    """NotSupported where a program computes nothing on this machine."""
    if kind.facts.watched:
        raise NotSupported(phrase("benchmark.watched", program=kind.facts.title))


def refuse_order(kind: MinerType, algorithm: str, own: OwnBenchmark | None, config: Config | None) -> None:
    """InvalidRequest where that cannot be measured."""
    if algorithm not in kind.facts.algorithms:
        names = ", ".join(kind.facts.algorithms)
        issue = phrase("benchmark.not_computed", program=kind.facts.title, names=names)
        raise InvalidRequest([ErrorDetail("algo", issue)])
    if own is None and config is None and kind.facts.checks_pool:
        issue = phrase("benchmark.needs_config", program=kind.facts.title, algorithm=algorithm)
        raise InvalidRequest([ErrorDetail("config", issue)])


class Benchmarks(Protocol):
    """Every call raises a MiningError when it cannot do what is asked."""

    async def begin(self, type: str, order: BenchmarkOrder, *, confirm: str | None = None, who: Principal) -> Benchmark:
        """Begin one; it goes on by itself. InsufficientResources names the miners that use its devices."""

    async def finish(self, id: str) -> Benchmark:
        """Wait for its end."""

    def all(self) -> Sequence[Benchmark]:
        """Those that are kept, the latest first."""

    def one(self, id: str) -> Benchmark:
        """One of them; JobNotFound otherwise."""

    async def drop(self, id: str, *, who: Principal) -> Benchmark:
        """Cancel one that is running; forget one that has ended."""


def latest_first(record: BenchmarkRecord) -> datetime:
    """The order in which they are listed, reversed."""
    return record.started_at
