"""Autostart: which of the miners that people want, but which are dead, start again with the daemon, and when."""

from dataclasses import dataclass

from mining.domain.message import message
from mining.domain.miner import Reason, reason


@dataclass(frozen=True)
class Autostart:
    """What the operator decides of it. A living miner is adopted whatever stands here."""

    on: bool = True
    delay: float = 5.0  # s after the daemon's start, so that network and drivers are up after a boot
    left_alone: tuple[str, ...] = ()  # names of miners that only a person starts

    def held(self, name: str) -> Reason | None:
        """Why that miner is not started; None when it is."""
        if self.on and name not in self.left_alone:
            return None
        if self.on:
            return reason("autostart_off", message("autostart.left_alone", miner=name))
        return reason("autostart_off", message("autostart.off", miner=name))

    def awaited(self) -> Reason:
        """Why a miner that will be started is not yet."""
        return reason("autostart_delay", message("autostart.delayed", seconds=self.delay))
