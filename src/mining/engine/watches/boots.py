"""Whether the machine survives mining: each boot's first hash, and whether the boot goes on after it."""

import asyncio
from collections.abc import Mapping

import structlog

from mining.domain.boots import KEPT, SOON, Boot, BootLoop, boot_loop, computes
from mining.domain.errors import StorageFull
from mining.domain.process import Processes
from mining.domain.store import RecordStore
from mining.engine.foreign import AnyMiner
from mining.foundation.clock import Clock

LOOK = 2.0  # seconds between two looks at whether anything is mined

log = structlog.get_logger()


class BootWatch:
    """What is remembered of boots. It goes by the name of the boot, so that restarts of the daemon mean nothing."""

    def __init__(
        self, records: RecordStore, processes: Processes, miners: Mapping[str, AnyMiner], clock: Clock
    ) -> None:
        self._records = records
        self._processes = processes
        self._miners = miners
        self._clock = clock
        self.loop = BootLoop(boots=0)

    async def open(self) -> None:
        """Look at the past."""
        self.loop = boot_loop(await self._records.boots(), self._processes.boot)

    def left(self) -> float:
        """Seconds until miners may be started without a person's word."""
        return max(0.0, self.loop.wait - self._processes.boot_clock()) if self.loop.wait else 0.0

    async def reset(self) -> None:
        """A person starts something: they know, and what was counts no longer."""
        if self.loop.boots:
            self.loop = BootLoop(boots=0)
            await self._change(drop=[boot.id for boot in await self._records.boots()])

    async def run(self) -> None:
        """Note the first hash of this boot, and that the boot went on after it."""
        name, boots = self._processes.boot, await self._records.boots()
        boot = next((boot for boot in boots if boot.id == name), None)
        while boot is None:
            await asyncio.sleep(LOOK)
            if any(miner.real and miner.live and computes(miner.miner()) for miner in list(self._miners.values())):
                boot = Boot(id=name, first_hash_at=self._clock.now(), first_hash=self._processes.boot_clock())
                old = sorted(boots, key=lambda each: each.first_hash_at)[: max(0, len(boots) - KEPT + 1)]
                await self._change([boot], [each.id for each in old])
        if not boot.lasted:
            await asyncio.sleep(max(0.0, boot.first_hash + SOON - self._processes.boot_clock()))
            await self._change([boot.but(lasted=True)])

    async def _change(self, keep: list[Boot] | None = None, drop: list[str] | None = None) -> None:
        try:
            await self._records.change_boots(keep or (), drop or ())
        except StorageFull:  # which the store tells of
            log.warning("boots.unsaved")
