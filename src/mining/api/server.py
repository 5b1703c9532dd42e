"""The HTTP server: uvicorn inside our own event loop, which cuts off who dawdles or sends too much."""

import asyncio
import socket
import ssl
import sys
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from functools import partial
from typing import Any, cast

import uvicorn

from mining.api.asgi import ASGIApp
from mining.api.connection import HttpConnection
from mining.api.front import Front
from mining.api.peers import Peers
from mining.api.tls import TlsDoor
from mining.api.websocket import Socket
from mining.foundation.sockets import is_unix
from mining.foundation.tasks import guarded, owned


class Server(uvicorn.Server):
    """uvicorn without its hands on the signals, ended by `end`."""

    def __init__(self, app: ASGIApp, tls: Callable[[], ssl.SSLContext] | None = None) -> None:
        self.ready, self.ending = asyncio.Event(), asyncio.Event()
        self._tls = tls
        self._door: TlsDoor | None = None
        peers = Peers()
        at_once = app.at_once if isinstance(app, Front) else lambda _: None
        super().__init__(
            uvicorn.Config(
                app,
                http=cast(Any, partial(HttpConnection, peers=peers, at_once=at_once)),
                ws=cast(Any, partial(Socket, peers=peers)),
                ws_max_size=64 * 1024,
                ws_per_message_deflate=False,
                lifespan="off",
                log_config=None,
                log_level="error",
                access_log=False,
                proxy_headers=False,
                server_header=False,
                timeout_graceful_shutdown=3,
            )
        )

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals to whoever started the loop."""
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, and say so; a Unix socket needs no TLS."""
        loop = asyncio.get_running_loop()
        local = [each for each in sockets or () if is_unix(each)]
        others = [each for each in sockets or () if not is_unix(each)]
        await super().startup(sockets=others if self._tls is None else [])
        for each in local:
            self.servers.append(await loop.create_unix_server(self._connection, sock=each, **_without_cleanup(loop)))
        if self._tls is not None:
            self._door = TlsDoor(others, self._tls, self._connection)
        self.ready.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let nobody in, then end what is open."""
        if self._door is not None:
            await self._door.close()
        await super().shutdown(sockets=sockets)

    def _connection(self) -> asyncio.Protocol:
        made: Any = self.config.http_protocol_class
        connection: asyncio.Protocol = made(config=self.config, server_state=self.server_state, app_state={})
        return connection

    async def main_loop(self) -> None:
        """See to the connections once a second, instead of uvicorn's ten times, until the end is asked for."""
        while not await self.on_tick(0):
            with suppress(TimeoutError):
                async with asyncio.timeout(1.0):
                    await self.ending.wait()

    async def on_tick(self, counter: int) -> bool:
        """Besides the server's own duties: cut off who is past the deadline."""
        now = asyncio.get_running_loop().time()
        for each in list(self.server_state.connections):
            if isinstance(each, HttpConnection):
                each.tend(now)
        return await super().on_tick(counter)

    def end(self) -> None:
        """Serve no longer."""
        self.should_exit = True
        self.ending.set()


@asynccontextmanager
async def serving(
    app: ASGIApp,
    sockets: Sequence[socket.socket],
    on_death: Callable[[BaseException], object] | None = None,
    tls: Callable[[], ssl.SSLContext] | None = None,
) -> AsyncIterator[Server]:
    """Serve on bound sockets for the length of the block; open requests get 3 s to end.

    `on_death` hears of a defect that ends the serving within the block; at its end that is raised.
    `tls` is asked anew for each handshake.
    """
    server = Server(app, tls)
    task: asyncio.Task[Any] = guarded("api.server", server.serve(sockets=list(sockets)), on_death)
    ready = owned("api.ready", server.ready.wait())
    try:
        await asyncio.wait({task, ready}, return_when=asyncio.FIRST_COMPLETED)
        if ready.done():
            yield server
    finally:
        ready.cancel()
        server.end()
        await task


def _without_cleanup(loop: asyncio.AbstractEventLoop) -> dict[str, Any]:
    """Tell asyncio, which since Python 3.13 removes a Unix socket's file, that ours is removed by who made it."""
    return {"cleanup_socket": False} if isinstance(loop, asyncio.BaseEventLoop) and sys.version_info >= (3, 13) else {}
