"""Benchmarks as jobs (fulfils `mining.domain.benchmark.Benchmarks`): one at a time, and never beside a miner.

A process of one is supervised as a miner's is: a new daemon finds it by its lock and goes on, or ends it. Besides, a
guard of its own ends it when its time is over.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from uuid import uuid4

import structlog

from mining.domain import algorithm as algorithms
from mining.domain.adapter import MinerType
from mining.domain.benchmark import (
    RUN_NAME,
    Benchmark,
    BenchmarkOrder,
    BenchmarkRecord,
    latest_first,
    own_benchmark,
    refuse_order,
    refuse_watched,
    surplus,
)
from mining.domain.card_choice import MachineUse
from mining.domain.config import NOWHERE, Config
from mining.domain.config_check import machine_use
from mining.domain.errors import InsufficientResources, JobNotFound, MinerNotFound, MiningError, StorageFull
from mining.domain.message import Message, Sentence, message, phrase
from mining.domain.principal import Principal
from mining.domain.process import CannotAdopt, CannotSpawn, Process, ProcessRecord
from mining.domain.programs.program import Program
from mining.domain.system import SystemInfo
from mining.engine.admission import admit_for, refuse_full_disk, resources
from mining.engine.benchmark_run import end_benchmark, hardware_of, outrun, spawn_benchmark, users_of
from mining.engine.measurement import BenchmarkPace, Measured, NothingMeasured, measure
from mining.engine.miners import Miners
from mining.engine.payees import PayeeList, Payer
from mining.engine.supervision.context import SupervisorContext
from mining.engine.supervision.run import Run
from mining.foundation.apart import apart
from mining.foundation.tasks import end, guarded

ATTEMPTS = 3  # of daemons that go on with one
_AT_THE_END = 5.0  # seconds that a daemon which ends gives it

log = structlog.get_logger()


class BenchmarkJobs:
    """`info` tells of this machine, `code` what an error is called on the wire; `publish` hears how each goes."""

    def __init__(
        self,
        kind: Callable[[str], MinerType],
        miners: Miners,
        tools: SupervisorContext,
        payees: PayeeList,
        info: Callable[[], Awaitable[SystemInfo]],
        code: Callable[[MiningError], str],
        publish: Callable[[Benchmark], None],
        pace: BenchmarkPace | None = None,
    ) -> None:
        self._kind = kind
        self._miners = miners
        self._tools = tools
        self._payees = payees
        self._info = info
        self._code = code
        self._publish = publish
        self.pace = pace or BenchmarkPace()
        self._records: dict[str, BenchmarkRecord] = {}
        self._progress: dict[str, float] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._turn = asyncio.Lock()
        self._cancelled: dict[str, Principal] = {}

    # ——— what is known of them

    def all(self) -> Sequence[Benchmark]:
        """Those that are kept, the latest first."""
        return [self._shown(each) for each in sorted(self._records.values(), key=latest_first, reverse=True)]

    def one(self, id: str) -> Benchmark:
        """One of them."""
        if id not in self._records:
            raise JobNotFound(phrase("benchmark.unknown"), id=id[:64])
        return self._shown(self._records[id])

    def _shown(self, record: BenchmarkRecord) -> Benchmark:
        return record.shown(self._progress.get(record.id, 0.0))

    # ——— what is asked for

    async def begin(self, type: str, order: BenchmarkOrder, *, confirm: str | None = None, who: Principal) -> Benchmark:
        """Begin one; it goes on by itself."""
        kind = self._kind(type)
        refuse_watched(kind)
        name = order.algo or (order.config.algo if order.config is not None else None) or kind.facts.algorithms[0]
        algo = algorithms.canonical(name)
        own = own_benchmark(kind, algo)
        refuse_order(kind, algo, own, order.config)
        config = (order.config or Config.model_validate(NOWHERE | {"threads": order.threads})).but(algo=algo)
        async with self._turn:
            self._refuse_second()
            self._refuse_busy(kind, config)
            pays = own is None and order.config is not None
            program = await self._admitted(kind, config, pays, confirm, who)
            record = BenchmarkRecord(
                id=uuid4().hex,
                type=type,
                algorithm=algo,
                seconds=order.seconds,
                threads=config.threads or None,
                method="own" if own is not None else "timed",
                state="running",
                version=program.version,
                hardware=hardware_of(await self._info(), kind, config),
                started_at=self._tools.clock.now(),
                who=who.name,
                config=config,
            ).saying(phrase("benchmark.prepares", program=kind.facts.title, algorithm=algo))
            await self._keep(record)
            begun = message("benchmark.begun", program=kind.facts.title, algorithm=algo, who=who.name)
            await self._tell(begun, who, record)
            self._go_on(record, None)
        return self._shown(record)

    async def finish(self, id: str) -> Benchmark:
        """Wait for its end."""
        self.one(id)
        if id in self._tasks:
            await asyncio.wait({self._tasks[id]})
        return self.one(id)

    async def drop(self, id: str, *, who: Principal) -> Benchmark:
        """Cancel one that is running; forget one that has ended."""
        job = self.one(id)
        if job.state == "running":
            self._cancelled[id] = who
            await end(self._tasks.get(id))
            return self.one(id)
        await self._tools.records.change_benchmarks(drop=[id])
        self._records.pop(id, None)
        return job

    # ——— the lives of daemons

    async def open(self) -> None:
        """Go on with what an earlier daemon began; what lives and belongs to nobody is ended."""
        self._records = {each.id: each for each in await self._tools.records.benchmarks()}
        process, written = None, None
        try:
            process, written = self._tools.processes.adopt(RUN_NAME, None)
        except (CannotAdopt, OSError):
            log.exception("benchmark.hidden")
        late = self._records.get(written.miner.profile_id or "") if written is not None else None
        if process is not None and written is not None and late and outrun(late, written, self._tools, self.pace):
            await end_benchmark(process, _AT_THE_END, self._tools)  # before the next one wants its place
            process = None
        for record in [each for each in self._records.values() if each.state == "running"]:
            mine = written if written is not None and written.miner.profile_id == record.id else None
            if record.attempts >= ATTEMPTS or self._tasks:
                await self._conclude(record, MiningError(phrase("benchmark.interrupted")))
                continue
            with suppress(StorageFull):
                await self._keep(record.but(attempts=record.attempts + 1))
            await self._tell(message("benchmark.resumed", algorithm=record.algorithm), None, record)
            self._go_on(self._records[record.id], (process, mine) if process is not None and mine else None)
            process = None if mine else process
        if process is not None:
            await end_benchmark(process, 15.0, self._tools)

    async def close(self) -> None:
        """End what runs; the next daemon begins it again."""
        await end(*self._tasks.values())

    # ——— how one goes

    def _go_on(self, record: BenchmarkRecord, living: tuple[Process, ProcessRecord] | None) -> None:
        work = self._work(record, living)
        self._tasks[record.id] = guarded("benchmark", work, partial(self._died, record.id))

    async def _work(self, record: BenchmarkRecord, living: tuple[Process, ProcessRecord] | None) -> None:
        outcome: Measured | MiningError
        process = living[0] if living is not None else None
        grace = _AT_THE_END
        try:
            kind = self._kind(record.type)
            own = own_benchmark(kind, record.algorithm) if record.method == "own" else None
            look = partial(self._refuse_busy, kind, record.config)
            if living is not None:
                run = Run(kind, living[1], living[0], self._tools)
                run.recall()
            else:
                look()
                program = await apart(self._tools.programs.check, kind, record.config.uses_cuda)
                run = spawn_benchmark(record, kind, own, program, self._tools, self.pace)
            process = run.process
            tell = partial(self._advance, record.id)
            outcome = await measure(run, own, record.seconds, self._tools.clock, self.pace, look, tell)
            grace = kind.stop_grace
        except (MiningError, CannotSpawn, OSError) as error:
            failed = phrase("benchmark.not_started", words=str(error))
            outcome = error if isinstance(error, MiningError) else MiningError(failed)
        except asyncio.CancelledError:
            if record.id not in self._cancelled:
                raise  # the daemon ends
            outcome = MiningError("")
        finally:
            if process is not None:
                await asyncio.shield(guarded("end a benchmark", end_benchmark(process, grace, self._tools)))
        await self._conclude(record, outcome)

    def _advance(self, id: str, progress: float) -> None:
        self._progress[id] = progress
        record = self._records[id]
        text = phrase("benchmark.measured", done=round(progress * record.seconds), seconds=record.seconds)
        self._records[id] = record.saying(text)
        self._publish(self.one(id))

    async def _conclude(self, record: BenchmarkRecord, outcome: Measured | MiningError) -> None:
        """Remember what came of it, and tell it."""
        algo, program = record.algorithm, record.type
        with suppress(MinerNotFound):
            program = self._kind(record.type).facts.title
        who = self._cancelled.pop(record.id, None)
        nothing = Config.model_validate(NOWHERE)  # left to do, so no password is kept
        record = self._records[record.id].but(ended_at=self._tools.clock.now(), config=nothing)
        if isinstance(outcome, Measured):
            text = message("benchmark.done", program=program, algorithm=algo, rate=f"{outcome.hashrate:,.1f} H/s")
            record = record.but(state="done", hashrate=outcome.hashrate, samples=outcome.samples)
        elif who is not None:
            text = message("benchmark.cancelled", program=program, algorithm=algo, who=who.name)
            record = record.but(state="cancelled")
        else:
            text = message("benchmark.failed", program=program, algorithm=algo, error=outcome.message)
            code = None if type(outcome) in (MiningError, NothingMeasured) else self._code(outcome)
            record = record.but(state="failed", code=code)
        record = record.saying(Sentence(text))
        self._records[record.id] = record
        self._progress.pop(record.id, None)
        old = surplus(list(self._records.values()), record)
        for id in old:
            self._records.pop(id, None)
        with suppress(StorageFull):
            await self._tools.records.change_benchmarks(keep=[record], drop=old)
        self._publish(self._shown(record))
        await self._tell(text, who, record)

    def _died(self, id: str, defect: BaseException) -> None:
        """End a job that died of a defect."""
        text = phrase("benchmark.defect", name=type(defect).__name__)
        self._records[id] = self._records[id].but(state="failed", ended_at=self._tools.clock.now()).saying(text)

    # ——— who is in the way

    def _refuse_second(self) -> None:
        for record in self._records.values():
            if record.state == "running":
                raise InsufficientResources(
                    phrase("benchmark.under_way", type=record.type),
                    benchmark=record.id,
                    suggestion=phrase("benchmark.under_way.way_out"),
                )

    def _refuse_busy(self, kind: MinerType, config: Config) -> None:
        """InsufficientResources while a miner uses one of the devices, or is wanted to."""
        rivals = {} if kind.facts.simulated else self._miners.rivals("")
        users = users_of(machine_use(kind, config), rivals, self._tools.cards())
        if users:
            named = ", ".join(users)
            raise InsufficientResources(
                phrase("benchmark.devices_in_use_by_one", miner=named)
                if len(users) == 1
                else phrase("benchmark.devices_in_use", miners=named),
                miner=users[0],
                miners=users,
                suggestion=phrase("benchmark.devices_in_use.way_out", miners=named),
            )

    async def _admitted(
        self, kind: MinerType, config: Config, pays: bool, confirm: str | None, who: Principal
    ) -> Program:
        """The proven program. Whoever mines for a while pays somebody, by the same rules as a start."""
        tools = self._tools
        if not pays:
            program = await apart(tools.programs.check, kind, config.uses_cuda)
            resources(kind, config, tools.host)
            refuse_full_disk(tools.host)
            return program
        configs, programs, host = self._miners.configs, tools.programs, tools.host
        rivals: Mapping[str, MachineUse] = {}
        program, _ = await admit_for(configs, tools.records, who, kind, config, programs, host, rivals, False)
        news = self._payees.news(kind.name, config)
        self._payees.refuse_unconfirmed([news], confirm)
        await self._payees.accept(news, Payer(), who)
        return program

    async def _keep(self, record: BenchmarkRecord) -> None:
        await self._tools.records.change_benchmarks(keep=[record])
        self._records[record.id] = record
        self._publish(self._shown(record))

    async def _tell(self, text: Message, who: Principal | None, record: BenchmarkRecord) -> None:
        await self._tools.tell(None, "benchmark", text, who, benchmark=record.id, type=record.type)
