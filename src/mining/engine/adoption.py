"""What a new daemon finds: the living are adopted, the dead that are wanted are named."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

import structlog

from mining.domain.adapter import LaunchContext, MinerType
from mining.domain.benchmark import RUN_NAME
from mining.domain.errors import StorageFull
from mining.domain.message import message
from mining.domain.miner import MINER_NAME, MinerRecord, reason
from mining.domain.process import CannotAdopt, ConsoleKind, Process, ProcessRecord
from mining.engine.foreign import AnyMiner, ForeignMiner, unrecorded
from mining.engine.supervision.context import SupervisorContext
from mining.engine.supervision.controller import MinerController

log = structlog.get_logger()


class Adopted(NamedTuple):
    """By name: all miners, and those among them that are wanted but dead."""

    all: Sequence[AnyMiner]
    dead: Sequence[MinerController]


async def adopt_miners(
    records: Sequence[MinerRecord], types: Mapping[str, MinerType], tools: SupervisorContext
) -> Adopted:
    """Controllers for every remembered miner, and for every living one of which the store has lost the memory."""
    by_name = {record.name: record for record in records}
    lost: dict[str, MinerRecord] = {}  # they live, and nobody remembers them
    for name, written in tools.processes.strangers({*by_name, RUN_NAME}).items():
        if written is not None and written.miner.name == name:
            log.warning("miner.found", miner=name, text="it lives although the store does not know it")
            with suppress(StorageFull):
                await tools.records.save_miner(written.miner)
            by_name[name] = written.miner
        elif MINER_NAME.fullmatch(name):
            lost[name] = unrecorded(name, written)
    everyone: list[AnyMiner] = []
    dead = []
    for name, record in sorted((by_name | lost).items()):
        kind = types.get(record.type)
        if kind is None or name in lost:
            foreign = ForeignMiner(record, tools, remembered=name in by_name)
            log.error("miner.foreign", miner=name, type=record.type)
            everyone.append(foreign)
            await _lives(foreign, tools, None)
            continue
        controller = MinerController(record, kind, tools)
        everyone.append(controller)
        if not await _lives(controller, tools, kind.console) and record.wanted != "stopped":
            dead.append(controller)
    return Adopted(everyone, dead)


async def _lives(controller: AnyMiner, tools: SupervisorContext, console: ConsoleKind | None) -> bool:
    """Take it over if it lives."""
    record = controller.record
    try:
        process, written = tools.processes.adopt(record.name, console)
    except (CannotAdopt, OSError) as error:
        why = reason("not_adopted", message("miner.not_adopted", error=str(error)))
        await controller.miss(why)
        return True
    if process is not None and isinstance(controller, ForeignMiner):
        await controller.adopt(process, written)
    elif process is not None:
        await controller.adopt(process, written or _rebuilt(record, process, tools))
    elif written is not None and isinstance(controller, MinerController):
        await controller.bury(written)
    return process is not None


def _rebuilt(record: MinerRecord, process: Process, tools: SupervisorContext) -> ProcessRecord:
    """A record for a process whose own was torn: it mines on, unseen until the rules restart it with a new API."""
    folder = tools.processes.folder(record.name)
    context = LaunchContext(
        name=record.name,
        directory=folder,
        program=folder,
        api_port=0,
        api_token="",
        run_id="",
        cpus=1,
    )
    return ProcessRecord(
        miner=record,
        context=context,
        version=None,
        generation=0,
        started_at=tools.clock.now(),
        started_boot=tools.processes.boot_clock(),
        boot_id=tools.processes.boot,
        pid=process.pid,
    )
