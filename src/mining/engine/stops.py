"""What a person's word to stop a miner leads to: its end, for which they wait a while, and forgetting it."""

import asyncio

from mining.domain.errors import NotSupported
from mining.domain.message import message, phrase
from mining.domain.principal import Principal
from mining.domain.rig import Stopped
from mining.engine.foreign import AnyMiner
from mining.engine.journal import EventJournal
from mining.engine.miners import Miners
from mining.engine.results import still_ending, stopped
from mining.engine.supervision.context import SupervisorContext
from mining.foundation.tasks import TaskGroup

STOP_TIMEOUT = 15.0  # seconds that a caller waits for an end


class Stops:
    """Every stop that is asked for; it goes on when nobody waits for it any more."""

    def __init__(self, miners: Miners, tools: SupervisorContext, journal: EventJournal) -> None:
        self._miners = miners
        self._tools = tools
        self._journal = journal
        self._jobs = TaskGroup()

    async def stop(self, name: str, forget: bool, who: Principal) -> Stopped:
        """Stop a miner, waiting at most 15 s; a stopped one stays stopped."""
        controller = self._miners.controller(name)
        was_live = controller.live
        job = self._jobs.begin("stop", controller.stop(who))
        await asyncio.wait({job}, timeout=STOP_TIMEOUT)
        if not job.done():
            if forget:
                raise NotSupported(phrase("refuse.forget_stopping", miner=name))
            return still_ending(controller.miner(), controller.stop_grace)
        job.result()
        if forget:
            return await self._forget(controller, who)
        return stopped(controller.miner(), f"{name} has stopped." if was_live else f"{name} was not running.")

    def stop_late(self, controller: AnyMiner) -> None:
        """End what lives although somebody wanted it stopped before this daemon began."""
        self._jobs.begin("stop", controller.stop(None, message("miner.stopped_late")))

    async def end(self) -> None:
        """Wait for none of them any more."""
        await self._jobs.end()

    async def _forget(self, controller: AnyMiner, who: Principal) -> Stopped:
        name = controller.record.name
        async with controller.retired():
            await self._tools.records.forget_miner(name)
            await self._tools.samples.forget(name)
            gone = stopped(controller.miner(), f"{name} is forgotten: its record, folder, logs and samples are gone.")
            await self._journal.tell(name, "forget", message("miner.forgotten", who=who.name), who)
            await asyncio.to_thread(self._tools.processes.remove, name)
            if self._miners.get(name) is controller:
                del self._miners[name]
        self._journal.revision += 1
        return gone
