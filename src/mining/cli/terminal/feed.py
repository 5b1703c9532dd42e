"""How the page stays up to date: by the WebSocket, else by asking again and again, and through every loss."""

import asyncio
import time
from collections.abc import Callable, Mapping
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any, Literal

import click

from mining.cli.terminal.daemon import LOST, DaemonLink, NoWebSocket

POLL = 2.0  # s between questions where there is no WebSocket
POLLS = 15  # of them, until the WebSocket is tried again
RETRY = 2.0  # s between tries to find a daemon that is gone
Frame = Mapping[str, Any]


@dataclass(frozen=True)
class FeedState:
    """How the page hears of the rig, and where it does not, since when and why."""

    way: Literal["connecting", "live", "polling", "gone"] = "connecting"
    since: float = 0.0  # when it was last heard of: s of the Unix epoch; 0: never
    text: str = ""


@dataclass
class Feed:
    """Follows a daemon for as long as the page stands, and hands on frames and what becomes of the connection."""

    link: DaemonLink
    on_frame: Callable[[Frame], None]
    on_connection: Callable[[FeedState], None]
    _heard: float = 0.0  # s of the Unix epoch

    async def follow(self) -> None:
        """Never returns."""
        while True:
            if await self._listen():
                self.on_connection(FeedState("gone", self._heard))
                await asyncio.sleep(RETRY / 2)  # a daemon that restarts is soon back
                continue
            polls = 0
            while polls < POLLS and await self._poll():
                polls += 1
                await asyncio.sleep(POLL)
            if not polls:
                await asyncio.sleep(RETRY)

    async def _listen(self) -> bool:
        """Whether the WebSocket told anything, until it broke."""
        heard = False
        try:
            async with aclosing(self.link.frames()) as frames:
                async for frame in frames:
                    if not heard:
                        self.on_connection(FeedState("live"))
                    heard = True
                    self._tell(frame)
        except (NoWebSocket, *LOST):
            pass
        return heard

    async def _poll(self) -> bool:
        """Whether the daemon answered once."""
        try:
            miners = await self.link.ask("all", "/miners")
            attention = await self.link.ask("all", "/attention")
        except click.ClickException as refusal:
            self.on_connection(FeedState("gone", self._heard, refusal.message))
            return False
        self.on_connection(FeedState("polling"))
        data = {"miners": miners["items"], "attention": attention["items"]}
        self._tell({"type": "snapshot", "data": data})
        return True

    def _tell(self, frame: Frame) -> None:
        self._heard = time.time()
        self.on_frame(frame)
