"""A store in memory (fulfils `mining.domain.store.Store`) that takes a moment for each write, and can be full."""

import asyncio
from collections.abc import Collection, Sequence
from datetime import datetime

from mining.domain.errors import StorageFull
from mining.domain.event import Event
from mining.domain.metrics import Sample
from mining.domain.miner import MinerRecord
from mining.domain.pools import OwnPool
from mining.domain.profile import MiningProfile


class MemoryStore:
    """Outlives the rigs of a test, as a disk does."""

    def __init__(self) -> None:
        self.records: dict[str, MinerRecord] = {}
        self.samples: list[tuple[str, Sample]] = []
        self.timeline: list[Event] = []
        self.full = False

    async def _write(self) -> None:
        await asyncio.sleep(0.01)
        if self.full:
            raise StorageFull("The disk is full.")

    async def miners(self) -> Sequence[MinerRecord]:
        return list(self.records.values())

    async def save_miner(self, record: MinerRecord) -> None:
        await self._write()
        self.records[record.name] = record

    async def forget_miner(self, name: str) -> None:
        await self._write()
        self.records.pop(name, None)

    async def profiles(self) -> Sequence[MiningProfile]:
        return []

    async def change_profiles(self, keep: Sequence[MiningProfile] = (), drop: Collection[str] = ()) -> None:
        raise NotImplementedError

    async def pools(self) -> Sequence[OwnPool]:
        return []

    async def change_pools(self, keep: Sequence[OwnPool] = (), drop: Collection[str] = ()) -> None:
        raise NotImplementedError

    async def add_sample(self, miner: str, sample: Sample) -> None:
        await self._write()
        self.samples.append((miner, sample))

    async def hashrates(
        self, miner: str, start: datetime, end: datetime, step: int, algorithms: Sequence[str | None] = (None,)
    ) -> Sequence[tuple[datetime, float]]:
        raise NotImplementedError

    async def algorithms(self, miner: str) -> Sequence[tuple[str, datetime]]:
        raise NotImplementedError

    async def lacks(self, miner: str, step: int, start: datetime) -> bool:
        raise NotImplementedError

    async def add_event(self, event: Event) -> Event:
        await self._write()
        self.timeline.append(event.but(seq=len(self.timeline) + 1))
        return self.timeline[-1]

    async def events(self, since: int, miner: str | None, limit: int) -> Sequence[Event]:
        wanted = [event for event in self.timeline if event.seq > since and miner in (None, event.miner)]
        return wanted[:limit]

    async def events_page(self, miner: str | None, offset: int, limit: int) -> tuple[Sequence[Event], int]:
        raise NotImplementedError

    async def last_seq(self) -> int:
        return len(self.timeline)
