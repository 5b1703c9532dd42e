"""The WebSocket: first how everything is, then every change as it happens."""

import asyncio
import json
from collections import Counter, OrderedDict
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from starlette.types import Receive, Send

from mining.api.encode import encoded
from mining.api.envelope import RateLimited, dumped, failure
from mining.api.guard import Header
from mining.api.masking import public_event, public_job, public_miner, public_profile, public_report
from mining.domain.errors import ErrorDetail, InvalidConfig, MiningError
from mining.domain.redaction import secrets_of
from mining.domain.rig import Change, Listener, Rig
from mining.domain.value import Value, timestamp
from mining.foundation.tasks import end, owned

PING_EVERY = 20.0  # s
SEND_TIME = 10.0  # s that a reader may stall before it is cut off
MOST_PER_FOREIGN_ORIGIN = 8
TOO_SLOW = 1013  # the close code that means: try again later
_KEPT = 256  # frames, each encoded once for all listeners


@dataclass
class Seat:
    """One listener's place: from where it listens, and what it wants to hear."""

    origin: str
    masked: bool
    refusal: MiningError | None = None
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

    def seat(self, origin: str, masked: bool) -> Seat:
        """A place for a new listener, or the reason why there is none."""
        full = masked and self._foreign[origin] >= MOST_PER_FOREIGN_ORIGIN
        refusal = RateLimited(f"At most {MOST_PER_FOREIGN_ORIGIN} WebSockets per foreign origin.") if full else None
        return Seat(origin, masked, refusal)

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
        if not seat.masked:
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
                await tell(self._frame(live, seat.masked))

    async def _hear(self, seat: Seat, receive: Receive, tell: Callable[[str], Awaitable[None]]) -> None:
        while (message := await receive())["type"] != "websocket.disconnect":
            try:
                seat.types, seat.miners = read_subscription(message.get("text") or "")
            except InvalidConfig as error:
                _, body = failure(error)
                await tell(self._said("error", dumped(json.loads(body)["error"])))

    async def _ping(self, tell: Callable[[str], Awaitable[None]]) -> None:
        while True:
            await asyncio.sleep(self.ping_every)
            await tell(self._said("ping", b"{}"))

    def _snapshot(self, seat: Seat) -> str:
        miners = [public_miner(miner) if seat.masked else miner for miner in self.rig.miners()]
        return self._said("snapshot", b'{"miners":[' + b",".join(encoded(miner) for miner in miners) + b"]}")

    def _said(self, type: str, data: bytes) -> str:
        return frame(type, self.rig.seq, datetime.now(UTC), data)

    def _frame(self, live: Change, masked: bool) -> str:
        key = (id(live), masked)  # kept beside its object, so that the id stays its own
        known = self._frames.get(key)
        if known is None:
            known = self._frames[key] = live, frame(live.type, live.seq, live.at, live_data(live, masked))
            if len(self._frames) > _KEPT:
                self._frames.popitem(last=False)
        return known[1]


def live_data(live: Change, masked: bool) -> bytes:
    """What a change says: for a sample the figures alone; for an event, what happened beside what it happened to."""
    if live.type == "miner.stats" and live.miner is not None:
        miner = public_miner(live.miner) if masked else live.miner
        return dumped(miner.to_json(include={"name", "type", "status", "health", "reason", "simulated", "stats"}))
    about = _about(live, masked).to_json()
    if live.event is None:
        return dumped(about)
    event = public_event(live.event, _secrets(live)) if masked else live.event
    return dumped({**about, "event": event.kind, "text": event.text, "who": event.who})


def _secrets(live: Change) -> set[str]:
    if live.profile is not None:
        return secrets_of(live.profile.config.public_json())
    return secrets_of(live.miner.config) if live.miner is not None else set()


def _about(live: Change, masked: bool) -> Value:
    """What a change is about, as its listener may see it."""
    if live.miner is not None:
        return public_miner(live.miner) if masked else live.miner
    if live.profile is not None:
        return public_profile(live.profile) if masked else live.profile
    if live.job is not None:
        return public_job(live.job) if masked else live.job
    if live.report is not None:
        return public_report(live.report) if masked else live.report
    raise ValueError(f"a change about nothing: {live.type}")


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
        raise InvalidConfig(
            [ErrorDetail("subscribe", 'send {"subscribe": ["miner.stats"], "miners": ["xmrig"]} or nothing')]
        )
    return _words(body, "subscribe"), _words(body, "miners")


def _words(body: dict[str, Any], key: str) -> frozenset[str] | None:
    words = body.get(key)
    if words is None:
        return None
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise InvalidConfig([ErrorDetail(key, "must be a list of words")])
    return frozenset(words)
