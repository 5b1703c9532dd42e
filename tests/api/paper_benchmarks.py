"""Benchmarks on paper: they are done as soon as they begin."""

from collections.abc import Sequence
from typing import Any

from mining.domain.benchmark import Benchmark, BenchmarkOrder
from mining.domain.errors import JobNotFound, MiningError
from mining.domain.principal import Principal
from mining.domain.value import Moment


class PaperBenchmarks:
    """Keeps the promises of the Benchmarks protocol in memory."""

    def __init__(self, calls: list[tuple[Any, ...]], refusals: list[MiningError], at: Moment) -> None:
        self._calls, self._refusals, self._at = calls, refusals, at
        self.known: dict[str, Benchmark] = {}

    async def begin(self, type: str, order: BenchmarkOrder, *, confirm: str | None = None, who: Principal) -> Benchmark:
        if self._refusals:
            raise self._refusals.pop(0)
        self._calls.append(("benchmark", type, order, confirm, who.name))
        done = Benchmark(
            id=str(len(self.known) + 1), type=type, algorithm=order.algo or "rx/0", seconds=order.seconds,
            threads=order.threads, method="own", state="done", progress=1.0, hashrate=1000.0 * (1 + len(self.known)),
            samples=50, version="1", hardware="A processor, 8 threads", started_at=self._at, ended_at=self._at,
            code=None, message="It computes rx/0 at 1,000.0 H/s here. /p/xmrig",
        )  # fmt: skip
        self.known[done.id] = done
        return done

    async def finish(self, id: str) -> Benchmark:
        return self.one(id)

    def all(self) -> Sequence[Benchmark]:
        return list(self.known.values())[::-1]

    def one(self, id: str) -> Benchmark:
        if id not in self.known:
            raise JobNotFound("There is no such benchmark.")
        return self.known[id]

    async def drop(self, id: str, *, who: Principal) -> Benchmark:
        self._calls.append(("drop benchmark", id, who.name))
        gone = self.one(id)
        del self.known[id]
        return gone
