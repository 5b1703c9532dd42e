"""The birth of a run: its context, its record, its process."""

from pathlib import Path
from secrets import token_hex

from mining.domain.adapter import LaunchContext, MinerType
from mining.domain.miner import MinerRecord
from mining.domain.process import ProcessRecord
from mining.domain.programs.program import Program
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
    process = processes.spawn(kind.launch(miner.config, context), record, kind.console)
    return Run(kind, record, process, tools)
