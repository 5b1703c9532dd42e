"""What is remembered, in three small stores: records, samples and events. Each may be kept in another place."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple, Protocol

from mining.domain.benchmark import BenchmarkRecord
from mining.domain.boots import Boot
from mining.domain.event import Event, EventChoice
from mining.domain.history import Metric
from mining.domain.metrics import Sample
from mining.domain.miner import MinerRecord
from mining.domain.payees import AcceptedPayee, RigPayee
from mining.domain.pools import OwnPool
from mining.domain.profile import MiningProfile


class RecordStore(Protocol):
    """Miners, profiles, pools, boots and payees. On a full disk writes raise StorageFull, and nothing old is lost."""

    async def miners(self) -> Sequence[MinerRecord]:
        """Every miner that was not forgotten, by name."""

    async def save_miner(self, record: MinerRecord) -> None:
        """Keep this record in place of the one of the same name; durable when it returns."""

    async def forget_miner(self, name: str) -> None:
        """Drop its record."""

    async def profiles(self) -> Sequence[MiningProfile]:
        """Every saved profile."""

    async def change_profiles(self, keep: Sequence[MiningProfile] = (), drop: Collection[str] = ()) -> None:
        """Keep these in place of those of the same ids, and drop others: all of it or nothing; durable then."""

    async def pools(self) -> Sequence[OwnPool]:
        """Every pool that a person added."""

    async def change_pools(self, keep: Sequence[OwnPool] = (), drop: Collection[str] = ()) -> None:
        """Keep these in place of those of the same ids, and drop others: all of it or nothing; durable then."""

    async def boots(self) -> Sequence[Boot]:
        """The latest boots in which something was mined."""

    async def change_boots(self, keep: Sequence[Boot] = (), drop: Collection[str] = ()) -> None:
        """Keep these in place of those of the same ids, and drop others: all of it or nothing; durable then."""

    async def payees(self) -> Sequence[AcceptedPayee] | None:
        """Everybody whom the rig was ever made to pay; None: nobody has ever asked, so there is no list."""

    async def change_payees(self, keep: Sequence[AcceptedPayee] = (), drop: Collection[RigPayee] = ()) -> None:
        """Keep these in place of those that are the same, and drop others: all of it or nothing; durable then."""

    async def benchmarks(self) -> Sequence[BenchmarkRecord]:
        """Every benchmark that is kept."""

    async def change_benchmarks(self, keep: Sequence[BenchmarkRecord] = (), drop: Collection[str] = ()) -> None:
        """Keep these in place of those of the same ids, and drop others: all of it or nothing; durable then."""


class SampleStore(Protocol):
    """Measurements of miners. On a full disk writes raise StorageFull."""

    async def add(self, miner: str, sample: Sample) -> None:
        """Keep one measurement; found by the next `hashrates`."""

    async def forget(self, miner: str) -> None:
        """Drop all that was measured of a miner."""

    async def hashrates(
        self,
        miner: str,
        start: datetime,
        end: datetime,
        step: int,
        algorithms: Sequence[str | None] = (None,),
        card: str | None = None,
    ) -> Sequence[tuple[datetime, float]]:
        """Mean hashrates in H/s of [start, end) in buckets of `step` s: 10, 60, 300 or 3600; of one `card` if named.

        Each is of one algorithm, the first of these that was measured in it; None stands for unknown ones.
        Buckets are aligned to the epoch; those without a measurement are left out.
        """

    async def cards(self, miner: str) -> Sequence[str]:
        """Every graphics card of a miner that was measured (`Gpu.card`)."""

    async def figures(
        self, miner: str, start: datetime, end: datetime, step: int
    ) -> Mapping[datetime, Mapping[Metric, float]]:
        """All figures but the hashrate of [start, end) in such buckets; what was not measured is left out."""

    async def beside(
        self, miner: str, start: datetime, end: datetime, step: int
    ) -> Mapping[str, Mapping[datetime, Mapping[Metric, float]]]:
        """What was computed beside the main work in such buckets, by algorithm, its hashrate in H/s.

        What was not measured is left out.
        """

    async def algorithms(self, miner: str, before: datetime | None = None) -> Sequence[tuple[str, datetime]]:
        """What a miner has mined as its main work (`before`: has begun to), the latest first, and until when."""

    async def lacks(self, miner: str, step: int, start: datetime) -> bool:
        """Whether coarser buckets know of a time since `start` that those of `step` s no longer do."""


class EventStore(Protocol):
    """The timeline, in the order of `seq`. On a full disk writes raise StorageFull."""

    async def add(self, event: Event) -> Event:
        """Keep one event; returns it with its `seq`."""

    async def since(self, seq: int, miner: str | None, limit: int) -> Sequence[Event]:
        """Events with a `seq` above this one, oldest first, at most `limit`."""

    async def page(self, choice: EventChoice, offset: int, limit: int) -> tuple[Sequence[Event], int]:
        """A page of the chosen events, and how many there are."""

    async def last_seq(self) -> int:
        """The highest `seq` given out; 0 when there is none."""


class Stores(NamedTuple):
    """All three."""

    records: RecordStore
    samples: SampleStore
    events: EventStore
