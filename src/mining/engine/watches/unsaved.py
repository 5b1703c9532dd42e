"""Saving again what could not be saved when it changed: a stop that nobody remembers would be undone by a restart."""

import asyncio
from collections.abc import Mapping

from mining.engine.foreign import AnyMiner

SAVE_AGAIN = 2.0  # seconds between attempts to save what a full disk would not take


async def save_late(miners: Mapping[str, AnyMiner]) -> None:
    """Go on trying, for ever."""
    while True:
        await asyncio.sleep(SAVE_AGAIN)
        for controller in list(miners.values()):
            await controller.save_late()
