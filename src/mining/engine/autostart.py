"""Starts the miners that people want but that are dead, some time after the daemon's own start."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import timedelta

import structlog

from mining.domain.autostart import Autostart
from mining.engine.supervision.controller import MinerController
from mining.foundation.clock import Clock

LOOK = 0.5  # seconds after which a change of the settings is noticed

log = structlog.get_logger()


class AutostartQueue:
    """Those that are still to be started; the settings may change until then, and people may speak."""

    def __init__(self, dead: Sequence[MinerController], settings: Callable[[], Autostart], clock: Clock) -> None:
        self._dead = list(dead)
        self._settings = settings
        self._clock = clock
        self._begun = clock.monotonic()
        self._begun_at = clock.now()

    async def look(self) -> float:
        """Hold those that are not to be started, let the others wait; the seconds until they start."""
        settings = self._settings()
        at = self._begun_at + timedelta(seconds=settings.delay)
        for controller in list(self._dead):
            why = controller.record.barred or settings.held(controller.record.name)
            if why is not None:
                self._dead.remove(controller)
                await controller.hold(why)
            else:
                controller.put_off(settings.awaited(), at)
        return settings.delay - (self._clock.monotonic() - self._begun)

    async def start(self) -> None:
        """Wait, then start them, all at once: one whose program lies on a drive that is gone keeps no other waiting."""
        left = await self.look()
        while left > 0 and self._dead:
            await asyncio.sleep(min(left, LOOK))
            left = await self.look()
        await asyncio.gather(*map(_revive, self._dead))


async def _revive(controller: MinerController) -> None:
    try:
        await controller.revive()
    except Exception:  # a defect of ours at one must not cost the others
        log.exception("a start failed", miner=controller.record.name)
