"""One HTTP connection: what is not body is counted, answers are taken before more is read, and dawdlers are cut off."""

import asyncio
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from mining.api import limits
from mining.api.answer import JSON_HEADERS, SAFETY, Ready, head_of, lines_of
from mining.api.envelope import failure
from mining.api.limits import MOST_DRAINED, MOST_OVERHEAD, overhead_too_large
from mining.api.parser import PlainParser
from mining.api.peers import Peers, unix_peer
from mining.api.request_id import next_request_id
from mining.domain.errors import ErrorDetail, InvalidRequest, MiningError
from mining.domain.message import phrase

SLICE = 2048  # bytes that are parsed at once: only so many can hold requests beyond the one that is answered
MOST_HELD = 1024 * 1024  # bytes of further requests that wait for an answer; a read or two
_WS_KEY_LENGTH = 24

_received = HttpToolsProtocol.data_received  # looked up once: each of these runs for every request
_headed = HttpToolsProtocol.on_headers_complete
_completed = HttpToolsProtocol.on_message_complete

AtOnce = Callable[[Any], Ready | None]  # of an ASGI scope


class HttpConnection(HttpToolsProtocol):
    """One connection, from its first byte until it is closed or becomes a WebSocket."""

    deadline: float | None = None  # on the loop's clock; None while the client owes nothing
    _peers: Peers
    _answering: RequestResponseCycle | None = None  # the request whose answer is made; others may have been read since
    _entered: str | None = None  # as which peer it is counted
    _heading: bool = True  # within a header, or between requests
    _overhead: int = 0  # bytes of this request that are not its body
    _thrown: int = 0  # bytes of bodies that came after their answers
    _held: bytes = b""  # of further requests, while an answer is waited for
    _over: bool = False  # nothing more is parsed
    _refusal: MiningError | None = None
    _due: MiningError | None = None  # a refusal that comes after the answers before it
    _idle: float = 0.0  # since when, after an answer
    _unsent: int = 0  # bytes of answers that wait for the client
    _moved: float = 0.0  # when it last took some, or none waited
    _brief: bool = False  # what is parsed just now is little, so its answers hold nobody up

    def __init__(self, *args: Any, peers: Peers, at_once: AtOnce, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._peers = peers
        self._at_once = at_once

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn narrows it
        super().connection_made(transport)
        self.parser = PlainParser(self)  # type: ignore[assignment]  # it offers what uvicorn asks of its own
        self.client = unix_peer(transport) or self.client
        self._moved = self.loop.time()
        self.deadline = self._moved + limits.HEADER_TIME
        peer = self.client[0] if self.client else ""
        refusal = self._peers.enter(peer)
        if refusal is None:
            self._entered = peer
        else:
            self._refuse(refusal)

    def connection_lost(self, exc: Exception | None) -> None:
        self._held = b""
        if self._answering is not None:  # uvicorn tells it only to the request that was read last
            self._answering.disconnected = True
            self._answering.message_event.set()
        super().connection_lost(exc)
        if self._entered is not None:
            self._peers.leave(self._entered)

    def data_received(self, data: bytes) -> None:
        cycle = self.cycle
        if self._held or (self._heading and cycle is not None and not cycle.response_complete):
            self._hold(data)
        elif len(data) > SLICE:
            self._receive_slices(data)
        elif not self.transport.is_closing():
            self._overhead += len(data)
            self._brief = True
            _received(self, data)
            self._brief = False
            if self._overhead:
                self._owe()

    def on_header(self, name: bytes, value: bytes) -> None:
        if not self._heading:  # a trailer, which must not pass for a header that the gate has seen
            return
        name = name.lower()
        if name == b"expect" and value.lower() == b"100-continue":
            self.expect_100_continue = True
        self.headers.append((name, value))

    def on_headers_complete(self) -> None:
        if self._overhead > MOST_OVERHEAD:
            size = len(self.url) + sum(len(name) + len(value) + 4 for name, value in self.headers)
            if size > MOST_OVERHEAD:
                self._refusal = overhead_too_large()
                raise ValueError("header too large")
        _headed(self)
        self._heading, self.deadline = False, None

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: Any) -> None:
        """Begin the answer; one that is ready goes out here and now, since a task costs more than that."""
        self._answering = cycle
        plain = self._brief and cycle.keep_alive and not self.flow.write_paused
        answer = self._at_once(cycle.scope) if plain else None
        if answer is None:
            super()._start_asgi_task(cycle, app)
            return
        more = lines_of([*self.server_state.default_headers, (b"x-request-id", next_request_id())])
        self.transport.write(b"".join((answer.head, more, b"\r\n", answer.body)))
        cycle.response_started = cycle.response_complete = True
        self.on_response_complete()

    def on_body(self, body: bytes) -> None:
        self._overhead = max(0, self._overhead - len(body))
        if self.cycle is not None and self.cycle.response_complete:
            self._thrown += len(body)
            if self._thrown > MOST_DRAINED:
                self.transport.close()
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._heading, self._overhead, self.deadline = True, 0, None
        _completed(self)

    def on_response_complete(self) -> None:
        """In place of uvicorn's, which makes a timer for each answer; `tend` closes what is idle."""
        if self.transport.is_closing():
            return
        if self.pipeline:
            self.flow.pause_reading()
            cycle, app = self.pipeline.pop()
            self._start_asgi_task(cycle, app)
            return
        self._idle = self.loop.time()
        self.flow.resume_reading()
        if self._due is not None:
            self._write(self._due)
        elif self._held:
            held, self._held = self._held, b""
            self._receive_slices(held)

    def handle_websocket_upgrade(self) -> None:
        self._over, self._entered = True, None  # it is the WebSocket's to leave
        super().handle_websocket_upgrade()

    def _should_upgrade(self) -> bool:
        """Only a handshake that is complete and no answer is before; another is answered as a plain request."""
        if not super()._should_upgrade() or self.parser.get_method() != b"GET":
            return False
        if self.cycle is not None and not self.cycle.response_complete:
            return False
        headers = dict(self.headers)
        return (
            headers.get(b"sec-websocket-version") == b"13"
            and len(headers.get(b"sec-websocket-key", b"")) == _WS_KEY_LENGTH
        )

    def send_400_response(self, msg: str) -> None:
        self._refuse(self._refusal or InvalidRequest([ErrorDetail("request", phrase("fault.not_http"))]))

    def tend(self, now: float) -> None:
        """Cut off a client that takes too long to ask, to take its answer, or to go; close what is idle."""
        left, closing = self.transport.get_write_buffer_size(), self.transport.is_closing()
        if left < self._unsent or not (left or closing):
            self._moved = now
        self._unsent = left
        patience = limits.CLOSING_TIME if closing else limits.ANSWER_TIME
        if (self.deadline is not None and self.deadline < now) or now > self._moved + patience:
            self.transport.abort()
            return
        answered = self.cycle is not None and self.cycle.response_complete
        if answered and self._heading and not self._overhead and not left and now > self._idle + limits.IDLE_TIME:
            self.transport.close()

    def _receive_slices(self, data: bytes) -> None:
        for start in range(0, len(data), SLICE):
            if self._over or self.transport.is_closing():
                return
            if self._heading and self.cycle is not None and not self.cycle.response_complete:
                self._hold(data[start:])
                return
            part = data[start : start + SLICE]
            self._overhead += len(part)
            _received(self, part)
            if self._overhead:
                self._owe()

    def _owe(self) -> None:
        """The request is not complete: see to its size and its time."""
        if self._over or self.transport.is_closing():
            return
        if self._overhead > MOST_OVERHEAD:
            self._refuse(overhead_too_large())
        elif self.deadline is None:
            self.deadline = self.loop.time() + (limits.HEADER_TIME if self._heading else limits.BODY_TIME)

    def _hold(self, data: bytes) -> None:
        """Read on only when the answer before is taken."""
        if self._over:
            return
        self._held += data
        if not self.transport.is_closing():
            self.flow.pause_reading()
            if len(self._held) > MOST_HELD:
                self.transport.abort()

    def _refuse(self, refusal: MiningError) -> None:
        """Parse nothing more, and say why, after the answers that are on their way."""
        self._over, self._held = True, b""
        cycle = self.cycle
        if not self._heading and cycle is not None:  # within the body of the request that `cycle` answers
            if self.pipeline:
                self.pipeline.popleft()
                cycle.response_complete = True
                self._wait(refusal)
            elif cycle.response_started:
                self.transport.close()
            else:
                cycle.disconnected = True
                cycle.message_event.set()
                self._write(refusal)
        elif cycle is not None and not cycle.response_complete:
            self._wait(refusal)
        else:
            self._write(refusal)

    def _wait(self, refusal: MiningError) -> None:
        self._due, self.deadline = refusal, None
        self.flow.pause_reading()

    def _write(self, refusal: MiningError) -> None:
        self.transport.write(refusal_bytes(refusal))
        self.transport.close()


def refusal_bytes(refusal: MiningError) -> bytes:
    """A whole answer with an error, for what never becomes a request."""
    status, body = failure(refusal)
    size, wait = (b"content-length", b"%d" % len(body)), (b"retry-after", b"10")
    own = (size, (b"connection", b"close"), (b"x-request-id", next_request_id()))
    late = (wait,) if status == HTTPStatus.TOO_MANY_REQUESTS else ()
    return head_of(status, (*JSON_HEADERS, *own, *SAFETY, *late)) + b"\r\n" + body
