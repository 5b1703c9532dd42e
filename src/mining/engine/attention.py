"""Attention of this rig: looks again and again at what needs a person, and tells when that list is another."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import structlog

from mining.domain.alerts.alert import condition_of
from mining.domain.attention.conditions import (
    ALARMED,
    Condition,
    known_since,
    of_alarm,
    of_miner,
    of_problem,
    of_program,
)
from mining.domain.attention.item import AttentionItem, AttentionList
from mining.domain.attention.limit import STEP, STORED, exceeded_since
from mining.domain.attention.review import Memory, review, shown
from mining.domain.available import Available
from mining.domain.event import Event, EventChoice
from mining.domain.miner import Miner
from mining.domain.store import EventStore, SampleStore
from mining.domain.usual import Usual
from mining.engine.journal import EventJournal
from mining.foundation.clock import Clock

LOOK = 2.0  # seconds until a look after something has happened
LOOK_QUIET = 15.0  # between two looks while nothing happens
_RECALLED = 200  # events by which it is known since when something holds
log = structlog.get_logger()


class AttentionBoard:
    """`hot` gives the °C from which on something is hot. Others may add conditions of their own to `sources`."""

    def __init__(
        self,
        miners: Callable[[], Sequence[Miner]],
        usual: Callable[[str], Awaitable[Usual]],
        kinds: Callable[[], Sequence[Available]],
        problems: Callable[[], Sequence[Mapping[str, Any]]],
        hot: Callable[[], float],
        events: EventStore,
        samples: SampleStore,
        journal: EventJournal,
        clock: Clock,
    ) -> None:
        self._miners, self._usual_of, self._kinds, self._problems, self._hot = miners, usual, kinds, problems, hot
        self._events, self._samples, self._journal, self._clock = events, samples, journal, clock
        self._usual: dict[str, Usual] = {}
        self._past: Sequence[Event] = ()
        self._seq = -1  # of the newest event when the past was read
        self._memory: Memory = {}
        self._measured: dict[str, datetime | None] = {}  # since when a limit is exceeded; None: nothing stored says it
        self.sources: list[Callable[[], Iterable[Condition]]] = []

    def items(self) -> Sequence[AttentionItem]:
        """What needs attention now."""
        self._look()
        return shown(self._memory)

    async def run(self) -> None:
        """Look, for ever."""
        last_shape: Sequence[object] = []
        looked = seq = -1.0
        while True:
            now = self._clock.monotonic()
            if seq == self._journal.seq and 0 <= now - looked < LOOK_QUIET:
                await asyncio.sleep(LOOK)
                continue
            looked, seq = now, self._journal.seq
            try:
                await self._learn()
                items = self.items()
                if (shape := [(each.id, each.severity, each.text, each.action) for each in items]) != last_shape:
                    last_shape = shape
                    self._journal.publish("attention", attention=AttentionList(items=tuple(items)))
            except Exception:  # of one look; the next may succeed
                log.exception("attention.defect")
            await asyncio.sleep(LOOK)

    async def _learn(self) -> None:
        """What cannot be had at once: what is usual, and what happened lately."""
        running = [miner.name for miner in self._miners() if miner.status == "running"]
        self._usual = {name: await self._usual_of(name) for name in running}
        if self._journal.seq != self._seq:
            self._seq = self._journal.seq
            self._past, _ = await self._events.page(EventChoice(), 0, _RECALLED)
        await self._measure()

    async def _measure(self) -> None:
        """Since when limits are exceeded, once for each time that they are."""
        conditions = list(self._conditions())
        holding = {each.id for each in conditions} | self._memory.keys()
        self._measured = {id: since for id, since in self._measured.items() if id in holding}
        for each in conditions:
            if each.limit is None or each.miner is None or each.id in self._measured:
                continue
            now, limit = self._clock.now(), each.limit
            if limit.metric == "hashrate":
                buckets = await self._samples.hashrates(each.miner, now - STORED, now, STEP, (limit.algorithm,))
            else:
                figures = await self._samples.figures(each.miner, now - STORED, now, STEP)
                buckets = [(at, row[limit.metric]) for at, row in sorted(figures.items()) if limit.metric in row]
            self._measured[each.id] = exceeded_since(limit, buckets, now)

    def _look(self) -> None:
        miners, conditions = self._miners(), list(self._conditions())
        unclear = {miner.name for miner in miners if condition_of(miner) == "unclear"}
        beginnings = known_since(self._past, [each for each in conditions if each.id not in self._memory])
        beginnings |= {id: since for id, since in self._measured.items() if since is not None}
        at, now = self._clock.now(), self._clock.monotonic()
        self._memory = review(conditions, self._memory, at, now, unclear=unclear, beginnings=beginnings)

    def _conditions(self) -> Iterator[Condition]:
        kinds, now = self._kinds(), self._clock.now()
        tell_cards = {kind.type for kind in kinds if kind.gpu}
        for miner in self._miners():
            usual = self._usual.get(miner.name)
            yield from of_miner(miner, usual, self._hot(), miner.type in tell_cards, now)
        for kind in kinds:
            yield from of_program(kind)
        for problem in self._problems():
            yield of_problem(problem)
        for event in self._past:
            if event.at > now - ALARMED:
                yield from of_alarm(event)
        for source in self.sources:
            yield from source()
