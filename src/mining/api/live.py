"""The WebSocket: first how everything is, then every change as it happens."""

import asyncio
import json
from collections import Counter, OrderedDict
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from mining.api.asgi import Header, Receive, Send
from mining.api.encode import encoded
from mining.api.envelope import RateLimited, dumped, failure
from mining.api.masking import view, views
from mining.domain.errors import ErrorDetail, InvalidRequest
from mining.domain.principal import Principal
from mining.domain.profile import MiningProfile
from mining.domain.redaction import secrets_of
from mining.domain.rig import Change, Listener, Rig
from mining.domain.value import Value, timestamp
from mining.foundation.tasks import end, owned

PING_EVERY = 20.0  # s
SEND_TIME = 10.0  # s that a reader may stall before it is cut off
MOST_PER_FOREIGN_ORIGIN = 8
TOO_SLOW = 1013  # the close code that means: try again later
_OF_A_SAMPLE = {"name", "type", "status", "health", "reason", "simulated", "stats"}
_KEPT = 256  # frames, each encoded once for all listeners


@dataclass
class Seat:
    """One listener's place: from where it listens, and what it wants to hear."""

    who: Principal
    origin: str
    types: frozenset[str] | None = None  # None: all
    miners: frozenset[str] | None = None

    def wants(self, live: Change) -> bool:
        """Whether a change is to be told here."""
        return (self.types is None or live.type in self.types) and (
            self.miners is None or live.miner is None or live.miner.name in self.miners
        )


@dataclass
class LiveFeed:
    """Everybody who listens."""

    rig: Rig
    ping_every: float = PING_EVERY
    send_time: float = SEND_TIME
    _foreign: Counter[str] = field(default_factory=Counter)
    _frames: OrderedDict[tuple[int, bool], tuple[Change, str]] = field(default_factory=OrderedDict)

    def seat(self, who: Principal, origin: str) -> Seat | RateLimited:
        """A place for a new listener, or the reason why there is none."""
        if who.masked and self._foreign[origin] >= MOST_PER_FOREIGN_ORIGIN:
            return RateLimited(f"At most {MOST_PER_FOREIGN_ORIGIN} WebSockets per foreign origin.")
        return Seat(who, origin)

    async def serve(self, seat: Seat, headers: Sequence[Header], receive: Receive, send: Send) -> None:
        """Tell one listener everything until it leaves, or is too slow."""

        async def tell(text: str) -> None:
            async with asyncio.timeout(self.send_time):
                await send({"type": "websocket.send", "text": text})

        with self._seated(seat), self.rig.listen() as listener:
            await receive()
            await send({"type": "websocket.accept", "headers": list(headers)})
            duties = [
                owned("live.tell", self._tell_all(seat, listener, tell)),
                owned("live.hear", self._hear(seat, receive, tell)),
                owned("live.ping", self._ping(tell)),
            ]
            try:
                await asyncio.wait(duties, return_when=asyncio.FIRST_COMPLETED)
            finally:
                await end(*duties)
                results = await asyncio.gather(*duties, return_exceptions=True)
            if listener.overrun or any(isinstance(result, TimeoutError) for result in results):
                await self._close(send)
            for result in results:
                if isinstance(result, Exception) and not isinstance(result, OSError):
                    raise result

    async def _close(self, send: Send) -> None:
        try:
            async with asyncio.timeout(1):
                await send({"type": "websocket.close", "code": TOO_SLOW, "reason": "too slow; connect again"})
        except OSError:  # it has gone, or reads nothing at all (TimeoutError): the server cuts it off
            return

    @contextmanager
    def _seated(self, seat: Seat) -> Iterator[None]:
        if not seat.who.masked:
            yield
            return
        self._foreign[seat.origin] += 1
        try:
            yield
        finally:
            self._foreign[seat.origin] -= 1
            if not self._foreign[seat.origin]:
                del self._foreign[seat.origin]

    async def _tell_all(self, seat: Seat, listener: Listener, tell: Callable[[str], Awaitable[None]]) -> None:
        await tell(self._snapshot(seat))
        async for live in listener:
            if isinstance(live, Change) and seat.wants(live):  # events of no miner are in the timeline alone
                await tell(self._frame(live, seat.who))

    async def _hear(self, seat: Seat, receive: Receive, tell: Callable[[str], Awaitable[None]]) -> None:
        while (message := await receive())["type"] != "websocket.disconnect":
            try:
                seat.types, seat.miners = read_subscription(message.get("text") or "")
            except InvalidRequest as error:
                _, body = failure(error)
                await tell(self._said("error", dumped(json.loads(body)["error"])))

    async def _ping(self, tell: Callable[[str], Awaitable[None]]) -> None:
        while True:
            await asyncio.sleep(self.ping_every)
            await tell(self._said("ping", b"{}"))

    def _snapshot(self, seat: Seat) -> str:
        miners = views(self.rig.miners(), seat.who)
        return self._said("snapshot", b'{"miners":[' + b",".join(encoded(miner) for miner in miners) + b"]}")

    def _said(self, type: str, data: bytes) -> str:
        return frame(type, self.rig.seq, datetime.now(UTC), data)

    def _frame(self, live: Change, who: Principal) -> str:
        key = (id(live), who.masked)  # kept beside its object, so that the id stays its own
        known = self._frames.get(key)
        if known is None:
            known = self._frames[key] = live, frame(live.type, live.seq, live.at, live_data(live, who))
            if len(self._frames) > _KEPT:
                self._frames.popitem(last=False)
        return known[1]


def live_data(live: Change, who: Principal) -> bytes:
    """What a change says: for a sample the figures alone; for an event, what happened beside what it happened to."""
    if live.type == "miner.stats" and live.miner is not None:
        return dumped(view(live.miner, who).to_json(include=_OF_A_SAMPLE))
    about = view(_about(live), who)
    shown = about.public_json() if isinstance(about, MiningProfile) else about.to_json()
    if live.event is None:
        return dumped(shown)
    event = view(live.event, who, _secrets(live))
    return dumped(
        {
            **shown,
            "event": event.kind,
            "text": event.text,
            "message": event.message,
            "params": event.params,
            "who": event.who,
        }
    )


def _secrets(live: Change) -> set[str]:
    if live.profile is not None:
        return secrets_of(live.profile.config.public_json())
    return secrets_of(live.miner.config) if live.miner is not None else set()


def _about(live: Change) -> Value:
    """What a change is about."""
    about = live.miner or live.profile or live.job or live.report
    if about is None:
        raise ValueError(f"a change about nothing: {live.type}")
    return about


def frame(type: str, seq: int, at: datetime, data: bytes) -> str:
    """One JSON object as it goes over the wire."""
    return f'{{"type":"{type}","seq":{seq},"timestamp":"{timestamp(at)}","data":{data.decode()}}}'


def read_subscription(text: str) -> tuple[frozenset[str] | None, frozenset[str] | None]:
    """Types and miners that a listener wants to hear of; None = all."""
    try:
        body: Any = json.loads(text)
    except (ValueError, RecursionError):
        body = None
    if not isinstance(body, dict) or not body.keys() & {"subscribe", "miners"}:
        raise InvalidRequest(
            [ErrorDetail("subscribe", 'send {"subscribe": ["miner.stats"], "miners": ["xmrig"]} or nothing')]
        )
    return _words(body, "subscribe"), _words(body, "miners")


def _words(body: dict[str, Any], key: str) -> frozenset[str] | None:
    words = body.get(key)
    if words is None:
        return None
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise InvalidRequest([ErrorDetail(key, "must be a list of words")])
    return frozenset(words)
