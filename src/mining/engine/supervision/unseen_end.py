"""The end of a process that no daemon watched: when it was last seen, and what is told of it."""

from datetime import datetime
from typing import NamedTuple

from mining.domain.message import Message, message
from mining.domain.miner import MinerRecord
from mining.domain.process import Processes, ProcessRecord
from mining.domain.value import timestamp


class UnseenEnd(NamedTuple):
    """It lived until then, and perhaps a while longer."""

    seen: datetime
    text: Message


def unseen_end(miner: MinerRecord, last: ProcessRecord, processes: Processes) -> UnseenEnd | None:
    """The end of the last process; None where nobody wanted it to live, or where its end is remembered."""
    before = miner.last_exit
    if miner.wanted == "stopped" or (before is not None and before.at >= last.started_at):
        return None
    lines = processes.text(miner.name, 1, None).items
    seen = max([last.started_at, *(line.time for line in lines if line.time is not None)])
    if last.boot_id != processes.boot:
        return UnseenEnd(seen, message("miner.ended_with_machine", since=timestamp(seen)))
    return UnseenEnd(seen, message("miner.ended_unseen", since=timestamp(seen)))
