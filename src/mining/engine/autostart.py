"""Starts the miners that people want but that are dead, some time after the daemon's own start."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import timedelta

import structlog

from mining.domain.autostart import Autostart
from mining.domain.boots import BootLoop
from mining.domain.miner import Reason, reason
from mining.engine.supervision.controller import MinerController
from mining.engine.watches.boots import BootWatch
from mining.foundation.clock import Clock

LEAST = 0.001  # seconds: the clock does not see less
LOOK = 0.5  # seconds after which a change of the settings is noticed

log = structlog.get_logger()


class AutostartQueue:
    """Those that are still to be started; the settings may change until then, and people may speak."""

    def __init__(
        self, dead: Sequence[MinerController], settings: Callable[[], Autostart], boots: BootWatch, clock: Clock
    ) -> None:
        self._dead = list(dead)
        self._settings = settings
        self._boots = boots
        self._clock = clock
        self._loop_delay: float | None = None
        self._begun = clock.monotonic()
        self._begun_at = clock.now()

    async def look(self) -> float:
        """Hold those that are not to be started, let the others wait; the seconds until they start."""
        settings = self._settings()
        now, loop = self._clock.monotonic() - self._begun, self._boots.left()
        looping = loop > max(0.0, settings.delay - now)
        delay = self._rounded(now + loop) if looping else settings.delay
        why_not_yet = _looping(self._boots.loop) if looping else settings.awaited()
        at = self._begun_at + timedelta(seconds=delay)
        for controller in list(self._dead):
            why = controller.record.barred or settings.held(controller.record.name)
            if why is not None:
                self._dead.remove(controller)
                await controller.hold(why)
            else:
                controller.put_off(why_not_yet, at)
        return delay - now

    def _rounded(self, delay: float) -> float:
        """The end of a boot loop's wait as it was first reckoned, for two clocks never agree on it entirely."""
        if self._loop_delay is None or abs(delay - self._loop_delay) > LOOK:
            self._loop_delay = delay
        return self._loop_delay

    async def start(self) -> None:
        """Wait, then start them, all at once: one whose program lies on a drive that is gone keeps no other waiting."""
        left = await self.look()
        while left > 0 and self._dead:
            await asyncio.sleep(min(max(left, LEAST), LOOK))
            left = await self.look()
        await asyncio.gather(*map(_revive, self._dead))


def _looping(loop: BootLoop) -> Reason:
    return reason("autostart_delay", loop.sentence)


async def _revive(controller: MinerController) -> None:
    try:
        await controller.revive()
    except Exception:  # a defect of ours at one must not cost the others
        log.exception("a start failed", miner=controller.record.name)
