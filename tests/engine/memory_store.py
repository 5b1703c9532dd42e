"""The three stores in memory (fulfil `mining.domain.store`): a write takes a moment, and the disk can be full."""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from mining.domain.benchmark import BenchmarkRecord
from mining.domain.boots import Boot
from mining.domain.errors import StorageFull
from mining.domain.event import Event, EventChoice
from mining.domain.history import Metric
from mining.domain.metrics import Sample
from mining.domain.miner import MinerRecord
from mining.domain.payees import AcceptedPayee, RigPayee
from mining.domain.pools import OwnPool
from mining.domain.profile import MiningProfile
from mining.domain.store import Stores
from mining.domain.value import moment


class MemoryStore:
    """Outlives the rigs of a test, as a disk does."""

    def __init__(self) -> None:
        self.records: dict[str, MinerRecord] = {}
        self.samples: list[tuple[str, Sample]] = []
        self.timeline: list[Event] = []
        self.boots: dict[str, Boot] = {}
        self.benchmarks: dict[str, BenchmarkRecord] = {}
        self.saved: dict[str, MiningProfile] = {}
        self.accepted: dict[RigPayee, AcceptedPayee] | None = None
        self.full = False
        self.reads = 0  # of hashrates
        self.delay = 0.01  # s that a write takes

    @property
    def stores(self) -> Stores:
        return Stores(_Records(self), _Samples(self), _Events(self))

    async def write(self) -> None:
        await asyncio.sleep(self.delay)
        if self.full:
            raise StorageFull("The disk is full.")


class _Records:
    def __init__(self, disk: MemoryStore) -> None:
        self._disk = disk

    async def miners(self) -> Sequence[MinerRecord]:
        return list(self._disk.records.values())

    async def save_miner(self, record: MinerRecord) -> None:
        await self._disk.write()
        self._disk.records[record.name] = record

    async def forget_miner(self, name: str) -> None:
        await self._disk.write()
        self._disk.records.pop(name, None)

    async def profiles(self) -> Sequence[MiningProfile]:
        return list(self._disk.saved.values())

    async def change_profiles(self, keep: Sequence[MiningProfile] = (), drop: Collection[str] = ()) -> None:
        await self._disk.write()
        kept = {id: profile for id, profile in self._disk.saved.items() if id not in drop}
        self._disk.saved = kept | {profile.id: profile for profile in keep}

    async def payees(self) -> Sequence[AcceptedPayee] | None:
        return None if self._disk.accepted is None else list(self._disk.accepted.values())

    async def change_payees(self, keep: Sequence[AcceptedPayee] = (), drop: Collection[RigPayee] = ()) -> None:
        await self._disk.write()
        kept = {payee: each for payee, each in (self._disk.accepted or {}).items() if payee not in drop}
        self._disk.accepted = kept | {each.payee: each for each in keep}

    async def benchmarks(self) -> Sequence[BenchmarkRecord]:
        return list(self._disk.benchmarks.values())

    async def change_benchmarks(self, keep: Sequence[BenchmarkRecord] = (), drop: Collection[str] = ()) -> None:
        await self._disk.write()
        kept = {id: each for id, each in self._disk.benchmarks.items() if id not in drop}
        self._disk.benchmarks = kept | {each.id: each for each in keep}

    async def pools(self) -> Sequence[OwnPool]:
        return []

    async def change_pools(self, keep: Sequence[OwnPool] = (), drop: Collection[str] = ()) -> None:
        raise NotImplementedError

    async def boots(self) -> Sequence[Boot]:
        return list(self._disk.boots.values())

    async def change_boots(self, keep: Sequence[Boot] = (), drop: Collection[str] = ()) -> None:
        await self._disk.write()
        kept = {name: boot for name, boot in self._disk.boots.items() if name not in drop}
        self._disk.boots = kept | {boot.id: boot for boot in keep}


class _Samples:
    def __init__(self, disk: MemoryStore) -> None:
        self._disk = disk

    async def add(self, miner: str, sample: Sample) -> None:
        await self._disk.write()
        self._disk.samples.append((miner, sample))

    async def forget(self, miner: str) -> None:
        await self._disk.write()
        self._disk.samples = [(name, sample) for name, sample in self._disk.samples if name != miner]

    async def hashrates(
        self,
        miner: str,
        start: datetime,
        end: datetime,
        step: int,
        algorithms: Sequence[str | None] = (None,),
        card: str | None = None,
    ) -> Sequence[tuple[datetime, float]]:
        self._disk.reads += card is None
        rates: dict[int, list[float]] = {}
        for name, sample in self._disk.samples:
            rate = sample.hashrate if card is None else {each.card: each.hashrate for each in sample.cards}.get(card)
            if name == miner and sample.algorithm in algorithms and start <= sample.at < end and rate:
                rates.setdefault(int(sample.at.timestamp()) // step * step, []).append(rate)
        return [(moment(at), sum(each) / len(each)) for at, each in sorted(rates.items())]

    async def cards(self, miner: str) -> Sequence[str]:
        measured = [each.card for name, sample in self._disk.samples if name == miner for each in sample.cards]
        return sorted(set(measured))

    async def figures(
        self, miner: str, start: datetime, end: datetime, step: int
    ) -> Mapping[datetime, Mapping[Metric, float]]:
        heat: dict[int, list[float]] = {}
        for name, sample in self._disk.samples:
            if name == miner and start <= sample.at < end and sample.temperature is not None:
                heat.setdefault(int(sample.at.timestamp()) // step * step, []).append(sample.temperature)
        return {moment(at): {"temperature": sum(each) / len(each)} for at, each in heat.items()}

    async def beside(
        self, miner: str, start: datetime, end: datetime, step: int
    ) -> Mapping[str, Mapping[datetime, Mapping[Metric, float]]]:
        return {}

    async def algorithms(self, miner: str, before: datetime | None = None) -> Sequence[tuple[str, datetime]]:
        mined = [(each.algorithm, each.at) for name, each in self._disk.samples if name == miner and each.algorithm]
        return list({algorithm: (algorithm, at) for algorithm, at in mined}.values())[::-1]

    async def lacks(self, miner: str, step: int, start: datetime) -> bool:
        raise NotImplementedError


class _Events:
    def __init__(self, disk: MemoryStore) -> None:
        self._disk = disk

    async def add(self, event: Event) -> Event:
        await self._disk.write()
        self._disk.timeline.append(event.but(seq=len(self._disk.timeline) + 1))
        return self._disk.timeline[-1]

    async def since(self, seq: int, miner: str | None, limit: int) -> Sequence[Event]:
        wanted = [event for event in self._disk.timeline if event.seq > seq and miner in (None, event.miner)]
        return wanted[:limit]

    async def page(self, choice: EventChoice, offset: int, limit: int) -> tuple[Sequence[Event], int]:
        chosen = [
            event
            for event in reversed(self._disk.timeline)
            if choice.miner in (None, event.miner) and (not choice.kinds or event.kind in choice.kinds)
            if choice.begin is None or event.at >= choice.begin
        ]
        return chosen[offset : offset + limit], len(chosen)

    async def last_seq(self) -> int:
        return len(self._disk.timeline)
