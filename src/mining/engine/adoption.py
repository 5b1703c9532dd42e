"""What a new daemon finds: the living are taken over, the dead that are wanted are named."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

import structlog

from mining.domain.adapter import LaunchContext, MinerType
from mining.domain.errors import StorageFull
from mining.domain.miner import MinerRecord, Reason
from mining.domain.process import CannotAdopt, Process, ProcessRecord
from mining.engine.supervision.context import SupervisorContext
from mining.engine.supervision.controller import MinerController

log = structlog.get_logger()


class Adopted(NamedTuple):
    """Controllers by name: all of them, and those among them whose miner is wanted but dead."""

    all: Sequence[MinerController]
    dead: Sequence[MinerController]


async def adopt_miners(
    records: Sequence[MinerRecord], types: Mapping[str, MinerType], tools: SupervisorContext
) -> Adopted:
    """Controllers for every remembered miner, and for every living one of which the store has lost the memory."""
    known = {record.name: record for record in records}
    for name, record in _living_but_forgotten(tools, known).items():
        log.warning("miner.found", miner=name, text="it lives although the store does not know it")
        with suppress(StorageFull):
            await tools.store.save_miner(record)
        known[name] = record
    controllers, dead = [], []
    for name in sorted(known):
        record = known[name]
        kind = types.get(record.type)
        if kind is None:
            log.error("miner.type_unknown", miner=name, type=record.type)
            continue
        controller = MinerController(record, kind, tools)
        controllers.append(controller)
        if not await _lives(controller, tools) and record.wanted != "stopped":
            dead.append(controller)
    return Adopted(controllers, dead)


async def _lives(controller: MinerController, tools: SupervisorContext) -> bool:
    """Take it over if it lives."""
    record = controller.record
    try:
        process, written = tools.processes.adopt(record.name, controller.kind.console)
    except (CannotAdopt, OSError) as error:
        why = Reason(code="not_adopted", text=f"It lives, but could not be taken over: {error}")
        await controller.miss(why)
        return True
    if process is not None:
        await controller.adopt(process, written or _rebuilt(record, process, tools))
    return process is not None


def _living_but_forgotten(tools: SupervisorContext, known: Mapping[str, MinerRecord]) -> dict[str, MinerRecord]:
    found: dict[str, MinerRecord] = {}
    for name, record in tools.processes.strangers(known).items():
        if record is not None and record.miner.name == name:
            found[name] = record.miner
        else:
            folder = str(tools.processes.folder(name))
            log.error("miner.unknown", folder=folder, text="it lives, but nothing else is known of it")
    return found


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
