"""The daemon as a page asks it, which must never wait itself: requests in threads, and the WebSocket."""

import json
from collections.abc import AsyncGenerator
from typing import Any

import click
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidHandshake, WebSocketException

from mining.cli.session import Session
from mining.foundation.apart import apart

PING = 5.0  # s between questions whether the daemon is still there
PATIENCE = 10.0  # s for the answer, and for a connection
EVERY = json.dumps({"every": 1})  # the figures of all miners, once a second
LOST = (OSError, TimeoutError, WebSocketException)


class NoWebSocket(Exception):
    """Somebody answers there and offers no WebSocket."""


class DaemonLink:
    """Requests to the daemon of a session, each on a connection of its own."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._context = click.get_current_context(silent=True)  # by which commands are told as they were called

    async def ask(self, method: str, path: str, **query: Any) -> Any:
        """The data of an answer; Refusal as of every command."""
        return await apart(lambda: self._ask(method, path, query))

    def _ask(self, method: str, path: str, query: dict[str, Any]) -> Any:
        api = self._session.anew().api
        if self._context is None:
            return getattr(api, method)(path, **query)
        with self._context.scope(cleanup=False):
            return getattr(api, method)(path, **query)

    async def frames(self) -> AsyncGenerator[dict[str, Any], None]:
        """Every frame of the WebSocket; LOST when it breaks, NoWebSocket where there is none."""
        way = await apart(lambda: self._session.anew().api.live_way())
        try:
            live = await connect(
                way.url, sock=way.socket, ssl=way.tls, additional_headers=way.headers, user_agent_header=None,
                proxy=None, open_timeout=PATIENCE, ping_interval=PING, ping_timeout=PATIENCE, max_size=None,
            )  # fmt: skip
        except InvalidHandshake as error:
            raise NoWebSocket(str(error)) from error
        async with live:
            await live.send(EVERY)
            async for text in live:
                yield json.loads(text)
