"""Boots of this machine that ended soon after mining began, and how long the next one leaves mining alone."""

from collections.abc import Sequence
from typing import ClassVar

from pydantic import Field

from mining.domain.message import Message, message
from mining.domain.miner import Miner
from mining.domain.stored import EPOCH, Stored
from mining.domain.value import Moment, Value

SOON = 300.0  # s of the first hash within which no boot should end
LOOP = 3  # so many in a row that did are a loop
KEPT = 10  # boots that are remembered
FIRST, LATER = 600.0, 3600.0  # s after the boot at which autostart tries again, at first and from then on


class Boot(Stored):
    """One life of the machine in which something was mined."""

    stand_ins: ClassVar = {"firstHashAt": EPOCH}

    id: str
    first_hash_at: Moment
    first_hash: float = Field(description="The same, s on the boot clock")
    lasted: bool = Field(False, description="Whether it went on for five minutes more")


class BootLoop(Value):
    """Whether the machine ends whenever it mines."""

    boots: int = Field(description="In a row that ended soon after the first hash")

    @property
    def wait(self) -> float:
        """Seconds of this boot in which nothing starts by itself."""
        return 0.0 if self.boots < LOOP else FIRST if self.boots == LOOP else LATER

    @property
    def sentence(self) -> Message:
        """What it means, and what to do about it."""
        return message("autostart.boot_loop", soon=SOON, boots=self.boots, wait=self.wait)


def computes(miner: Miner) -> bool:
    """Whether it uses this machine to the full: its rate says so, or it is too short at work to have one."""
    begins = miner.status == "running" and miner.stats.sampled_at is not None and miner.reason is None
    return bool(miner.hashrate) or (miner.hashrate is None and begins)


def boot_loop(boots: Sequence[Boot], now: str) -> BootLoop:
    """What the past says; `now` is this boot, which counts only when it has mined already: then there is no wait."""
    if any(boot.id == now for boot in boots):
        return BootLoop(boots=0)
    count = 0
    for boot in sorted(boots, key=lambda boot: boot.first_hash_at, reverse=True):
        if boot.lasted:
            break
        count += 1
    return BootLoop(boots=count)
