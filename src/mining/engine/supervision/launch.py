"""The birth of a run: its context, its record, its process."""

from dataclasses import replace
from pathlib import Path
from secrets import token_hex

from mining.domain.adapter import Launch, LaunchContext, MinerType
from mining.domain.miner import MinerRecord
from mining.domain.process import ProcessRecord
from mining.domain.programs.program import Program, ProgramRegistry
from mining.engine.supervision.context import SupervisorContext
from mining.engine.supervision.run import Run


def begin_run(miner: MinerRecord, kind: MinerType, program: Program, generation: int, tools: SupervisorContext) -> Run:
    """Start a process; CannotSpawn, StorageFull or OSError when the system will not."""
    processes = tools.processes
    context = LaunchContext(
        name=miner.name,
        directory=processes.folder(miner.name),
        program=Path(program.path),
        api_port=tools.port(),
        api_token=token_hex(32),
        run_id=token_hex(8),
        cpus=tools.host.cpus,
        privileged=processes.privileged,
        cuda_plugin=Path(program.cuda_plugin.path) if program.cuda_plugin and miner.config.uses_cuda else None,
        log_file=processes.own_text(miner.name, kind.console),
        cards=tuple(tools.cards()),
    )
    record = ProcessRecord(
        miner=miner,
        context=context,
        version=program.version,
        generation=generation,
        started_at=tools.clock.now(),
        started_boot=processes.boot_clock(),
        boot_id=processes.boot,
    )
    launch = runnable(kind.launch(miner.config, context), kind, tools.programs)
    return Run(kind, record, processes.spawn(launch, record, kind.console), tools)


def runnable(launch: Launch, kind: MinerType, programs: ProgramRegistry) -> Launch:
    """A launch as the system carries it out: a module of ours that drives the program is run by our interpreter."""
    if launch.module is None:
        return launch
    return replace(launch, argv=(programs.own(kind).path, "-m", launch.module, *launch.argv), module=None)
