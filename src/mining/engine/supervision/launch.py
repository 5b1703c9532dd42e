"""The birth of a run: its context, its record, its console, its process; or the adoption of a living one."""

import os
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex

from mining.domain.adapter import LaunchContext, MinerType
from mining.domain.miner import MinerRecord
from mining.domain.programs.program import Program
from mining.engine.supervision.context import SupervisorContext
from mining.engine.supervision.run import Run
from mining.processes.console import Console
from mining.processes.log_file import LogFile
from mining.processes.process import Process, boot_clock, boot_id, spawn
from mining.processes.run_folder import ProcessRecord, RunFolder


def begin_run(
    miner: MinerRecord,
    kind: MinerType,
    program: Program,
    generation: int,
    folder: RunFolder,
    text: LogFile,
    tools: SupervisorContext,
) -> Run:
    """Start a process; CannotSpawn, StorageFull or OSError when the system will not."""
    folder.make()
    context = LaunchContext(
        name=miner.name,
        directory=folder.path,
        program=Path(program.path),
        api_port=tools.port(),
        api_token=token_hex(32),
        run_id=token_hex(8),
        cpus=tools.host.cpus,
        privileged=os.geteuid() == 0,
    )
    record = ProcessRecord(
        miner=miner,
        context=context,
        version=program.version,
        generation=generation,
        started_at=datetime.now(UTC),
        started_boot=boot_clock(),
        boot_id=boot_id(),
    )
    console = Console(folder.path, kind.console, text)
    console.open(fresh=True)
    stdin, stdout = console.ends()
    try:
        process = spawn(kind.launch(miner.config, context), folder, record, stdin, stdout)
    except BaseException:
        console.close()
        raise
    finally:
        for end in (stdin, stdout):
            if end >= 0:
                os.close(end)
    return Run(kind, record, process, console)


def adopt_run(kind: MinerType, record: ProcessRecord, process: Process, text: LogFile) -> Run:
    """A run of a process that lives already; what it printed meanwhile is read first."""
    console = Console(process.folder.path, kind.console, text)
    console.open(fresh=False)
    return Run(kind, record, process, console)
