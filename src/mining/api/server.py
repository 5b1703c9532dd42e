"""The HTTP server: uvicorn inside our own event loop, which cuts off who dawdles or sends too much."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from http import HTTPStatus
from typing import Any

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from mining.api.asgi import ASGIApp
from mining.api.envelope import PayloadTooLarge, RateLimited, failure
from mining.api.limits import BODY_TIME, HEADER_TIME, MOST_CONNECTIONS, MOST_HEADER
from mining.api.live import SEND_TIME
from mining.api.parser import PlainParser
from mining.api.request_id import next_request_id
from mining.domain.errors import ErrorDetail, InvalidRequest, MiningError
from mining.foundation.tasks import guarded, owned

_WS_KEY_LENGTH = 24

_received = HttpToolsProtocol.data_received  # looked up once: each of these runs for every request
_headed = HttpToolsProtocol.on_headers_complete
_completed = HttpToolsProtocol.on_message_complete


class HttpConnection(HttpToolsProtocol):
    """One connection: its header and body must be complete in time, and the header be of a sensible size."""

    deadline: float | None = None  # on the loop's clock; None while nothing is owed
    _heading: bool = True  # within a header
    _head: int = 0  # bytes of it so far, at most
    _refusal: MiningError | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn narrows it
        super().connection_made(transport)
        self.parser = PlainParser(self)  # type: ignore[assignment]  # it offers what uvicorn asks of its own
        self.deadline = self.loop.time() + HEADER_TIME
        if len(self.connections) > MOST_CONNECTIONS:
            self._refuse(RateLimited(f"More than {MOST_CONNECTIONS} connections are open."))

    def data_received(self, data: bytes) -> None:
        if self.transport.is_closing():
            return
        if self._heading:
            self._head += len(data)
            if self.deadline is None:
                self.deadline = self.loop.time() + HEADER_TIME
        _received(self, data)
        if not self._heading:
            if self._head:  # the header has just become complete, and its body has not
                self._head = 0
                self.deadline = self.loop.time() + BODY_TIME
        elif self._head > MOST_HEADER and not self.transport.is_closing():
            self._refuse(_header_too_large())

    def on_headers_complete(self) -> None:
        if self._head > MOST_HEADER:
            size = len(self.url) + sum(len(name) + len(value) + 4 for name, value in self.headers)
            if size > MOST_HEADER:
                self._refusal = _header_too_large()
                raise ValueError("header too large")
        self._heading = False
        _headed(self)

    def on_message_complete(self) -> None:
        self._heading, self._head, self.deadline = True, 0, None
        _completed(self)

    def _should_upgrade(self) -> bool:
        """Only a handshake that is complete; anything else is answered as the plain request it is."""
        if not super()._should_upgrade() or self.parser.get_method() != b"GET":
            return False
        said = dict(self.headers)
        return (
            said.get(b"sec-websocket-version") == b"13" and len(said.get(b"sec-websocket-key", b"")) == _WS_KEY_LENGTH
        )

    def send_400_response(self, msg: str) -> None:
        self._refuse(self._refusal or InvalidRequest([ErrorDetail("request", "is not well-formed HTTP")]))

    def cut(self) -> None:
        """Close a connection that took too long."""
        self.transport.abort()

    def _refuse(self, refusal: MiningError) -> None:
        if self.cycle is not None and not self.cycle.response_complete:
            self.transport.close()  # an answer is on its way, and another must not be mixed into it
            return
        status, body = failure(refusal)
        wait = "retry-after: 10\r\n" if status == HTTPStatus.TOO_MANY_REQUESTS else ""
        head = (
            f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\ncontent-type: application/json\r\n"
            f"content-length: {len(body)}\r\nconnection: close\r\nx-request-id: {next_request_id().decode()}\r\n"
            f"x-content-type-options: nosniff\r\n{wait}\r\n"
        )
        self.transport.write(head.encode() + body)
        self.transport.close()


class Socket(WebSocketsSansIOProtocol):
    """One WebSocket; what its reader never takes does not keep it open."""

    def on_task_complete(self, task: asyncio.Task[None]) -> None:
        super().on_task_complete(task)
        self.loop.call_later(SEND_TIME, self.transport.abort)


class Server(uvicorn.Server):
    """uvicorn without its hands on the signals, ended by `end`."""

    def __init__(self, app: ASGIApp) -> None:
        self.ready, self.ending = asyncio.Event(), asyncio.Event()
        super().__init__(
            uvicorn.Config(
                app,
                http=HttpConnection,
                ws=Socket,
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
        """Listen, and say so."""
        await super().startup(sockets=sockets)
        self.ready.set()

    async def main_loop(self) -> None:
        """See to the connections once a second, instead of uvicorn's ten times, until the end is asked for."""
        while not await self.on_tick(0):
            with suppress(TimeoutError):
                await asyncio.wait_for(self.ending.wait(), 1.0)

    async def on_tick(self, counter: int) -> bool:
        """Besides the server's own duties: cut off who is past the deadline."""
        now = asyncio.get_running_loop().time()
        for each in list(self.server_state.connections):
            if isinstance(each, HttpConnection) and each.deadline is not None and each.deadline < now:
                each.cut()
        return await super().on_tick(counter)

    def end(self) -> None:
        """Serve no longer."""
        self.should_exit = True
        self.ending.set()


@asynccontextmanager
async def serving(
    app: ASGIApp, sockets: Sequence[socket.socket], on_death: Callable[[BaseException], object] | None = None
) -> AsyncIterator[Server]:
    """Serve on bound sockets for the length of the block; open requests get 3 s to end.

    `on_death` hears of a defect that ends the serving within the block; at its end that is raised.
    """
    server = Server(app)
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


def _header_too_large() -> MiningError:
    return PayloadTooLarge("The header is larger than 16 KiB.", limit=MOST_HEADER)
