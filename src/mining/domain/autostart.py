"""Autostart: which of the miners that people want, but which are dead, start again with the daemon, and when."""

from dataclasses import dataclass

from mining.domain.miner import Reason
from mining.domain.units import duration


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
        why = "autostart_except names it" if self.on else "autostart is off"
        how = f"It goes on with: miner-ctrl restart {name}"
        return Reason(code="autostart_off", text=f"It was not started with the daemon, for {why}. {how}")

    def awaited(self) -> Reason:
        """Why a miner that will be started is not yet."""
        return Reason(
            code="autostart_delay", text=f"It is started again {duration(self.delay)} after the daemon's start."
        )
