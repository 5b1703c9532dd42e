"""Tells listeners what has changed: old figures give way to new ones, events never get lost in silence."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager

from mining.domain.event import Event
from mining.domain.rig import Change

MOST_EVENTS = 256  # waiting for one listener; with more it is cut off


class Queue:
    """One listener's queue (fulfils `mining.domain.rig.Listener`)."""

    def __init__(self, events_only: bool = False) -> None:
        self.events_only = events_only
        self._waiting: OrderedDict[object, Change | Event] = OrderedDict()
        self._events = 0
        self._ready = asyncio.Event()
        self.overrun = False

    def put(self, live: Change | Event) -> None:
        """Add a change; one that is out of date gives way to it."""
        if self.overrun or (self.events_only and isinstance(live, Change) and live.event is None):
            return
        replaces = _replaces(live)
        if replaces is not None:
            self._waiting.pop(replaces, None)
            self._waiting[replaces] = live
        else:
            self._events += 1
            self.overrun = self._events > MOST_EVENTS
            self._waiting[id(live)] = live
        self._ready.set()

    async def __aiter__(self) -> AsyncIterator[Change | Event]:
        """Changes as they come, until it is overrun."""
        while True:
            await self._ready.wait()
            while self._waiting and not self.overrun:
                live = self._waiting.popitem(last=False)[1]
                self._events -= _replaces(live) is None
                yield live
            if self.overrun:
                return
            self._ready.clear()


class Bus:
    """All listeners; `on_first` is called when somebody begins to watch while nobody did."""

    def __init__(self, on_first: Callable[[], None]) -> None:
        self._queues: set[Queue] = set()
        self._on_first = on_first

    @property
    def watched(self) -> bool:
        """Whether anybody wants to hear figures; who wants events only does not make miners be asked more often."""
        return any(not queue.events_only for queue in self._queues)

    def publish(self, live: Change | Event) -> None:
        """Tell everybody."""
        for queue in self._queues:
            queue.put(live)

    @contextmanager
    def listen(self, *, events_only: bool = False) -> Iterator[Queue]:
        """Hear of every change from now on."""
        watched, queue = self.watched, Queue(events_only)
        self._queues.add(queue)
        if self.watched and not watched:
            self._on_first()
        try:
            yield queue
        finally:
            self._queues.discard(queue)


def _replaces(live: Change | Event) -> tuple[str, str] | None:
    return live.replaces if isinstance(live, Change) else None
