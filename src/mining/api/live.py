"""The WebSocket: first how everything is, then every change as it happens."""

import asyncio
import json
import math
import time
from collections import Counter, OrderedDict
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from mining import __version__
from mining.api.asgi import Header, Receive, Send
from mining.api.encode import encoded
from mining.api.envelope import RateLimited, dumped, failure
from mining.api.figures import Figures, frame
from mining.api.masking import view, views
from mining.api.subscription import EVERYTHING, Subscription, read_subscription
from mining.domain.errors import InvalidRequest
from mining.domain.event import Event
from mining.domain.message import phrase
from mining.domain.pools import RemovedPool
from mining.domain.principal import Principal
from mining.domain.profile import MiningProfile
from mining.domain.redaction import secrets_of
from mining.domain.rig import Change, Listener, Rig
from mining.domain.value import Value
from mining.foundation.tasks import end, owned

PING_EVERY = 20.0  # s
SEND_TIME = 10.0  # s that a reader may stall before it is cut off
A_MOMENT = 0.1  # s in which the figures of several miners come together
MOST_PER_FOREIGN_ORIGIN = 8
TOO_SLOW = 1013  # the close code that means: try again later
NOT_ALLOWED = 1008  # the one that means: against our rules
_OF_A_SAMPLE = {"name", "type", "status", "health", "reason", "simulated", "stats"}
Tell = Callable[..., Awaitable[None]]  # frames, in order
_KEPT = 256  # changes, each encoded once for all listeners


@dataclass
class Seat:
    """One listener's place: from where it listens, and what it wants to hear."""

    who: Principal
    origin: str
    wish: Subscription = EVERYTHING
    subprotocol: str | None = None  # by which the daemon answers, where the listener offers some
    other_wish: asyncio.Event = field(default_factory=asyncio.Event)
    over: bool = False  # whether its key opens nothing any more

    def wants(self, live: Change | Event) -> bool:
        """Whether a change is to be told here."""
        topics, miners = self.wish.topics, self.wish.miners
        miner = live.miner if isinstance(live, Change) else None
        return (topics is None or topic_of(live) in topics) and (
            miners is None or miner is None or miner.name in miners
        )


async def never(_: str) -> None:
    """Wait for what does not come."""
    await asyncio.Event().wait()


@dataclass
class LiveFeed:
    """Everybody who listens."""

    rig: Rig
    ping_every: float = PING_EVERY
    send_time: float = SEND_TIME
    gone: Callable[[str], Awaitable[object]] = never  # returns when a key opens nothing any more
    _foreign: Counter[str] = field(default_factory=Counter)
    _encoded: OrderedDict[tuple[int, bool], tuple[Change | Event, str | None]] = field(default_factory=OrderedDict)

    def seat(self, who: Principal, origin: str, subprotocol: str | None = None) -> Seat | RateLimited:
        """A place for a new listener, or the reason why there is none."""
        if who.via == "origin:foreign" and self._foreign[origin] >= MOST_PER_FOREIGN_ORIGIN:
            return RateLimited(phrase("gate.listeners", most=MOST_PER_FOREIGN_ORIGIN))
        return Seat(who, origin, subprotocol=subprotocol)

    async def serve(self, seat: Seat, headers: Sequence[Header], receive: Receive, send: Send) -> None:
        """Tell one listener everything until it leaves, or is too slow."""

        turn, figures = asyncio.Lock(), Figures()

        async def tell(*texts: str) -> None:
            async with turn, asyncio.timeout(self.send_time):
                for text in texts:
                    await send({"type": "websocket.send", "text": text})

        with self._seated(seat), self.rig.listen() as listener:
            await receive()
            await send({"type": "websocket.accept", "headers": list(headers), "subprotocol": seat.subprotocol})
            duties = [
                owned("live.tell", self._tell_all(seat, listener, figures, tell)),
                owned("live.figures", self._tell_figures(seat, figures, tell)),
                owned("live.hear", self._hear(seat, receive, figures, tell)),
                owned("live.ping", self._ping(tell)),
            ]
            if seat.who.key is not None:
                duties.append(owned("live.key", self._until_gone(seat, seat.who.key)))
            try:
                await asyncio.wait(duties, return_when=asyncio.FIRST_COMPLETED)
            finally:
                await end(*duties)
                results = await asyncio.gather(*duties, return_exceptions=True)
            if listener.overrun or any(isinstance(result, TimeoutError) for result in results):
                await self._close(send, TOO_SLOW, "too slow; connect again")
            elif seat.over:
                await self._close(send, NOT_ALLOWED, "its key was revoked, or has expired")
            for result in results:
                if isinstance(result, Exception) and not isinstance(result, OSError):
                    raise result

    async def _until_gone(self, seat: Seat, key: str) -> None:
        await self.gone(key)
        seat.over = True

    async def _close(self, send: Send, code: int, reason: str) -> None:
        try:
            async with asyncio.timeout(1):
                await send({"type": "websocket.close", "code": code, "reason": reason})
        except OSError:  # it has gone, or reads nothing at all (TimeoutError): the server cuts it off
            return

    @contextmanager
    def _seated(self, seat: Seat) -> Iterator[None]:
        if seat.who.via != "origin:foreign":
            yield
            return
        self._foreign[seat.origin] += 1
        try:
            yield
        finally:
            self._foreign[seat.origin] -= 1
            if not self._foreign[seat.origin]:
                del self._foreign[seat.origin]

    async def _tell_all(self, seat: Seat, listener: Listener, figures: Figures, tell: Tell) -> None:
        await tell(self._snapshot(seat))
        async for live in listener:
            topic = topic_of(live)
            data = self._data(live, seat.who) if topic is not None and seat.wants(live) else None
            if topic is None or data is None:
                continue
            if seat.wish.every is not None and isinstance(live, Change) and topic == "miner.stats" and live.miner:
                figures.add(live.miner.name, live, data)
            else:
                await tell(*figures.take(delta=seat.wish.delta))  # they are older than what follows
                await tell(frame(topic, live.seq, live.at, data))
                if isinstance(live, Change) and live.miner is not None:
                    figures.forget(live.miner.name)  # it is whole in this frame, as it is now

    async def _tell_figures(self, seat: Seat, figures: Figures, tell: Tell) -> None:
        last = -math.inf  # when they were told
        while True:
            await figures.some.wait()
            seat.other_wish.clear()
            wait = max(A_MOMENT, last + (seat.wish.every or 0) - time.monotonic())
            try:
                async with asyncio.timeout(wait):
                    await seat.other_wish.wait()  # what waited was told with it
            except TimeoutError:
                last = time.monotonic()
                await tell(*figures.take(delta=seat.wish.delta))

    async def _hear(self, seat: Seat, receive: Receive, figures: Figures, tell: Tell) -> None:
        while (message := await receive())["type"] != "websocket.disconnect":
            try:
                names = [miner.name for miner in self.rig.miners()]
                wish = read_subscription(message.get("text") or "", names)
                await tell(*figures.take(delta=seat.wish.delta))
                figures.forget()
                seat.wish = wish
                seat.other_wish.set()
                await tell(self._frame_now("subscribed", wish.to_json()))
            except InvalidRequest as error:
                _, body = failure(error)
                await tell(self._frame_now("error", dumped(json.loads(body)["error"])))

    async def _ping(self, tell: Tell) -> None:
        while True:
            await asyncio.sleep(self.ping_every)
            await tell(self._frame_now("ping", b"{}"))

    def _snapshot(self, seat: Seat) -> str:
        miners = views(self.rig.miners(), seat.who)
        items = views(self.rig.needs_attention(), seat.who)
        parts = b",".join(map(encoded, miners)), b",".join(map(encoded, items)), dumped(__version__)
        return self._frame_now("snapshot", b'{"miners":[%b],"attention":[%b],"version":%b}' % parts)

    def _frame_now(self, type: str, data: bytes) -> str:
        return frame(type, self.rig.seq, datetime.now(UTC), data.decode())

    def _data(self, live: Change | Event, who: Principal) -> str | None:
        key = (id(live), who.masked)  # kept beside its object, so that the id stays its own
        entry = self._encoded.get(key)
        if entry is None:
            data = live_data(live, who)
            entry = self._encoded[key] = live, None if data is None else data.decode()
            if len(self._encoded) > _KEPT:
                self._encoded.popitem(last=False)
        return entry[1]


def topic_of(live: Change | Event) -> str | None:
    """The type of the frame that tells it; None: it is in the timeline alone."""
    if isinstance(live, Change):
        return live.type
    return "settings.changed" if live.kind == "settings" else None


def live_data(live: Change | Event, who: Principal) -> bytes | None:
    """What a change says: for a sample the figures alone; for an event, what happened beside what it happened to.

    None: nothing that its listener may see.
    """
    if isinstance(live, Event):
        event = view(live, who)
        return dumped({"changes": event.details.get("changes", []), **_happened(event)})
    if live.type == "miner.stats" and live.miner is not None:
        return dumped(view(live.miner, who).to_json(include=_OF_A_SAMPLE))
    visible = views((_about(live),), who)
    if not visible:
        return None
    about = visible[0]
    shown = about.public_json() if isinstance(about, MiningProfile) else about.to_json()
    if live.event is not None:
        return dumped({**shown, **_happened(view(live.event, who, _secrets(live)))})
    if live.type == "miner.status" and live.miner is not None:
        return dumped({**shown, "event": "status", "text": f"Its status is {live.miner.status} now.", "who": None})
    if live.pool is not None:
        what = "removed" if isinstance(live.pool, RemovedPool) else "added"
        return dumped({**shown, "event": what, "text": f"{live.pool.name} is {what}.", "who": None})
    return dumped(shown)


def _happened(event: Event) -> dict[str, Any]:
    words = event.to_json(include={"text", "message", "params", "who"})
    return {"event": event.kind, **words}


def _secrets(live: Change) -> set[str]:
    if live.profile is not None:
        return secrets_of(live.profile.config.public_json())
    return secrets_of(live.miner.config) if live.miner is not None else set()


def _about(live: Change) -> Value:
    """What a change is about."""
    of_a_miner: Value | None = live.miner or live.profile or live.attention
    about = of_a_miner or live.job or live.benchmark or live.pool or live.report
    if about is None:
        raise ValueError(f"a change about nothing: {live.type}")
    return about
