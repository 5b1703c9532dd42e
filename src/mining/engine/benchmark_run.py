"""The process of a benchmark: how it begins and ends, which devices it takes, and what those are called."""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

import structlog

from mining.domain.adapter import LaunchContext, MinerType
from mining.domain.benchmark import RUN_NAME, BenchmarkRecord, OwnBenchmark
from mining.domain.card_choice import MachineUse, chosen_cards
from mining.domain.config import Config
from mining.domain.config_check import machine_use
from mining.domain.errors import InsufficientResources
from mining.domain.hardware import BACKENDS, GraphicsCard
from mining.domain.miner import MinerRecord
from mining.domain.process import Process, ProcessRecord
from mining.domain.programs.program import Program
from mining.domain.system import SystemInfo
from mining.engine.admission import refuse_taken_devices
from mining.engine.measurement import BenchmarkPace
from mining.engine.supervision.context import SupervisorContext
from mining.engine.supervision.launch import runnable
from mining.engine.supervision.run import Run

_SPARE = 60.0  # seconds beyond all that it may take

log = structlog.get_logger()


def spawn_benchmark(
    record: BenchmarkRecord,
    kind: MinerType,
    own: OwnBenchmark | None,
    program: Program,
    tools: SupervisorContext,
    pace: BenchmarkPace,
) -> Run:
    """Start its process; CannotSpawn, StorageFull or OSError when the system will not.

    It is ended when its time is over, also when no daemon lives any more: by a guard, and by the system when it has
    used as much processor time as it may.
    """
    processes, clock = tools.processes, tools.clock
    context = LaunchContext(
        name=RUN_NAME,
        directory=processes.folder(RUN_NAME),
        program=Path(program.path),
        api_port=tools.port(),
        api_token=token_hex(32),
        run_id=token_hex(8),
        cpus=tools.host.cpus,
        privileged=processes.privileged,
        cuda_plugin=Path(program.cuda_plugin.path) if program.cuda_plugin and record.config.uses_cuda else None,
        log_file=processes.own_text(RUN_NAME, kind.console),
        cards=tuple(tools.cards()),
    )
    miner = MinerRecord(
        name=RUN_NAME,
        type=record.type,
        config=record.config,
        wanted="stopped",
        profile_id=record.id,
        consent_by=record.who or "",
        consent_at=record.started_at,
    )
    written = ProcessRecord(
        miner=miner,
        context=context,
        version=program.version,
        generation=record.attempts,
        started_at=clock.now(),
        started_boot=processes.boot_clock(),
        boot_id=processes.boot,
    )
    launch = runnable((own or kind).launch(record.config, context), kind, tools.programs)
    process = processes.spawn(launch, written, kind.console)
    longest = _longest(record, pace)
    process.limit_processor(int(longest * tools.host.cpus) + 1)
    try:
        process.limit_time(longest, kind.stop_grace)
    except OSError:  # no room for another process: then it is bounded by its processor time, and by the next daemon
        log.exception("benchmark.unguarded")
    return Run(kind, written, process, tools)


def outrun(record: BenchmarkRecord, written: ProcessRecord, tools: SupervisorContext, pace: BenchmarkPace) -> bool:
    """Whether a living process has too little time left to be measured as was asked."""
    left = written.started_boot + _longest(record, pace) - tools.processes.boot_clock()
    return left < pace.settling + record.seconds + _SPARE / 2


def _longest(record: BenchmarkRecord, pace: BenchmarkPace) -> float:
    """Seconds that its process may take at most."""
    return pace.preparing + pace.settling + record.seconds + _SPARE


async def end_benchmark(process: Process, grace: float, tools: SupervisorContext) -> None:
    """End its process and all that it left, and delete what it has written."""
    await process.stop(grace)
    await process.sweep()
    with suppress(OSError):
        process.last_lines()
    process.close()
    await asyncio.to_thread(tools.processes.remove, RUN_NAME)


def users_of(mine: MachineUse, rivals: Mapping[str, MachineUse], cards: Sequence[GraphicsCard] = ()) -> list[str]:
    """Those that use one of its devices; one of which that is not known is taken to use the processor."""
    users = []
    own = mine.config.cpu
    for name, other in rivals.items():
        theirs = other.config.cpu
        takes_processor = own is not None and own.enabled and (theirs is None or theirs.enabled)
        try:
            refuse_taken_devices(mine, {name: other}, cards)
        except InsufficientResources:
            users.append(name)
        else:
            users += [name] * takes_processor
    return users


def hardware_of(info: SystemInfo, kind: MinerType, config: Config) -> str:
    """What computes it, in words that are the same each time."""
    parts = []
    use = machine_use(kind, config)
    settled = use.config
    if settled.cpu is not None and settled.cpu.enabled:
        model = info.cpu.model if info.cpu is not None else None
        parts.append(f"{model or 'processor'}, {info.cpus} threads")
    chosen = chosen_cards(use, info.gpus)
    if chosen is None:
        backends = {name: each for name in BACKENDS if (each := getattr(settled, name)) is not None and each.enabled}
        parts += [" ".join([name, *map(str, each.devices)]) for name, each in backends.items()]
    parts += [card.name or card.id for card in (chosen or {}).values()]
    return " + ".join(parts) or "unknown"
