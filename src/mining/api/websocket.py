"""One WebSocket connection: a budget of frames, and who reads nothing is not read from."""

import asyncio
from asyncio import BaseTransport
from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.exceptions import InvalidHandshake
from websockets.frames import CloseCode
from websockets.http11 import Request

from mining.api.connection import refusal_bytes
from mining.api.live import SEND_TIME
from mining.api.peers import Peers, unix_peer
from mining.domain.errors import ErrorDetail, InvalidRequest
from mining.domain.message import phrase

SLICE = 4096  # bytes that are parsed at once, so that a flood of frames shows before it costs much
MOST_FRAMES = 100  # at once; fragments, pings and pongs count
FRAMES_PER_SECOND = 10  # that come again


class Socket(WebSocketsSansIOProtocol):
    """One WebSocket; what its reader never takes does not keep it open."""

    def __init__(self, *args: Any, peers: Peers, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._peers = peers
        self._budget, self._counted = float(MOST_FRAMES), self.loop.time()

    def connection_made(self, transport: BaseTransport) -> None:
        super().connection_made(transport)
        self.client = unix_peer(transport) or self.client

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._peers.leave(self.client[0] if self.client else "")

    def data_received(self, data: bytes) -> None:
        for start in range(0, len(data), SLICE):
            if self.transport.is_closing():
                return
            super().data_received(data[start : start + SLICE])

    def handle_connect(self, event: Request) -> None:
        try:
            self.conn.process_request(event)
        except InvalidHandshake:  # refused here, so that it is in the envelope
            self.handshake_complete = self.close_sent = True
            refusal = InvalidRequest([ErrorDetail("request", phrase("fault.no_handshake"))])
            self.transport.write(refusal_bytes(refusal))
            self.transport.close()
        else:
            super().handle_connect(event)

    def handle_events(self) -> None:
        now = self.loop.time()
        self._budget = min(MOST_FRAMES, self._budget + (now - self._counted) * FRAMES_PER_SECOND)
        self._budget -= len(self.conn.events)
        self._counted = now
        if self._budget >= 0:
            super().handle_events()
            return
        self.conn.events.clear()
        self.conn.data_to_send()  # the pongs to a flood of pings
        self.conn.fail(CloseCode.POLICY_VIOLATION, "too many frames")
        self.handle_parser_exception()

    def handle_parser_exception(self) -> None:
        if self.conn.close_sent is None:  # frames before the handshake was answered
            self.transport.abort()
        else:
            super().handle_parser_exception()

    async def send(self, message: Any) -> None:
        await super().send(message)
        if message["type"] == "websocket.http.response.body":  # else uvicorn logs each refusal as an error
            self.handshake_complete = True

    def pause_writing(self) -> None:
        super().pause_writing()
        if not self.transport.is_closing():
            self.transport.pause_reading()

    def resume_writing(self) -> None:
        super().resume_writing()
        if not self.read_paused and not self.transport.is_closing():
            self.transport.resume_reading()

    def on_task_complete(self, task: asyncio.Task[None]) -> None:
        super().on_task_complete(task)
        self.loop.call_later(SEND_TIME, self.transport.abort)
