"""The sampler of the graphics cards: how they do, as of its last look, so that nobody waits for a driver."""

import asyncio
import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime

import structlog

from mining.domain.hardware import CardReading, GraphicsCard
from mining.host.gpus import numbered, read_cards, with_details
from mining.host.nvml import NvidiaLibrary
from mining.host.tree import SystemTree

LOOK = 10.0  # s between two looks
LOOK_WITHOUT = 60.0  # where there is no card

_NVIDIA = "dev/nvidiactl"  # which containers with a card have too
_ASK = sys.platform == "win32"  # where nothing but the driver's library tells whether there is a card

log = structlog.get_logger()


class CardSampler:
    """`run` looks again and again in a thread; `cards` never waits."""

    def __init__(
        self,
        tree: SystemTree | None = None,
        library: NvidiaLibrary | None = None,
        environment: Mapping[str, str] = os.environ,
    ) -> None:
        self._tree = tree or SystemTree()
        self._library = library or NvidiaLibrary()
        self._visible = environment.get("CUDA_VISIBLE_DEVICES")
        self._cards: tuple[GraphicsCard, ...] | None = None

    def cards(self) -> tuple[GraphicsCard, ...]:
        """The cards with their last readings; before the first look, what Linux tells of them."""
        if self._cards is None:
            return numbered(read_cards(self._tree), self._visible)
        return self._cards

    def look(self) -> None:
        """Ask the drivers. It blocks: in a thread."""
        at = datetime.now(UTC).replace(microsecond=0)
        here = tuple(_with_reading(self._tree, card, at) for card in read_cards(self._tree))
        nvidia = _ASK or any(card.vendor == "NVIDIA" for card in here) or bool(self._tree.paths(_NVIDIA))
        self._cards = numbered(with_details(here, self._library.cards(at) if nvidia else ()), self._visible)

    async def run(self) -> None:
        """Look, for ever."""
        try:
            while True:
                try:
                    await asyncio.to_thread(self.look)
                except Exception:  # of one look; the next may succeed
                    log.exception("cards.defect")
                await asyncio.sleep(LOOK if self._cards else LOOK_WITHOUT)
        finally:
            self._library.close()


def _with_reading(tree: SystemTree, card: GraphicsCard, at: datetime) -> GraphicsCard:
    """A card with what its driver tells by files, as those of AMD do."""
    place = f"sys/bus/pci/devices/{card.id}"
    sensors = next(iter(tree.paths(f"{place}/hwmon/hwmon*")), f"{place}/hwmon/none")
    milli, micro = tree.number(f"{sensors}/temp1_input"), tree.number(f"{sensors}/power1_average")
    pwm = tree.number(f"{sensors}/pwm1")
    reading = CardReading(
        temperature=None if milli is None else milli / 1000,
        power_usage=None if micro is None else round(micro / 1e6),
        fan_speed=None if pwm is None else round(100 * pwm / 255),
        usage=tree.number(f"{place}/gpu_busy_percent"),
        memory_used=tree.number(f"{place}/mem_info_vram_used"),
        sampled_at=at,
    )
    figures = reading.to_json(exclude={"sampled_at"}).values()
    return card.but(reading=reading) if any(figure is not None for figure in figures) else card
