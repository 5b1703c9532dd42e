"""The pools to choose from (fulfils `mining.domain.pools.Pools`)."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime

from mining.domain.errors import NotSupported, PoolAlreadyExists, PoolNotFound
from mining.domain.pools import (
    ListedPool,
    OwnPool,
    PoolDraft,
    PoolTest,
    PoolTrial,
    RemovedPool,
    by_name,
    catalogue,
    listed,
)
from mining.domain.pools import ticker as ticker_of
from mining.domain.store import RecordStore
from mining.pools.trial import try_pool


class PoolDirectory:
    """Changes wait for each other, so that one pool is not added twice."""

    def __init__(
        self,
        records: RecordStore,
        attempt: Callable[[PoolTrial, bool], Awaitable[PoolTest]] = try_pool,
        changed: Callable[[ListedPool], None] = lambda pool: None,
    ) -> None:
        self._records = records
        self._changed = changed  # hears of each that was added or removed
        self._attempt = attempt
        self._lock = asyncio.Lock()

    async def listed(self, coin: str | None) -> Sequence[ListedPool]:
        """The catalogue's and one's own, by name; with a coin, only those that pay it."""
        mine = [listed(pool) for pool in await self._records.pools()]
        if coin is not None:
            mine = [pool for pool in mine if pool.coin == ticker_of(coin)]
        return by_name([*mine, *catalogue(coin)]) if mine else catalogue(coin)

    async def add(self, draft: PoolDraft) -> ListedPool:
        """Keep one more; PoolAlreadyExists when its host and port are known."""
        id = draft.address.endpoint
        async with self._lock:
            for known in await self.listed(None):
                if known.id == id:
                    whose = "the catalogue's" if known.origin == "catalogue" else "yours"
                    raise PoolAlreadyExists(f"{id} is there already; it is {whose}: {known.name}.", id=id)
            pool = OwnPool(**dict(draft), id=id, added_at=datetime.now(UTC))
            await self._records.change_pools(keep=[pool])
        added = listed(pool)
        self._changed(added)
        return added

    async def remove(self, id: str) -> RemovedPool:
        """Forget one of one's own; PoolNotFound otherwise."""
        async with self._lock:
            for pool in await self._records.pools():
                if pool.id == id:
                    await self._records.change_pools(drop=[id])
                    text = f"{id} is removed; miners that use it go on."
                    removed = RemovedPool(**dict(listed(pool)), message=text)
                    self._changed(removed)
                    return removed
        if any(entry.id == id for entry in catalogue(None)):
            raise NotSupported(f"{id} is the catalogue's; only pools that you added can be removed.", id=id)
        shown = repr(id) if len(id) <= 300 and id.isprintable() else "of that id"
        raise PoolNotFound(f"You have no pool {shown}; GET /pools lists those that there are.", id=id[:300])

    async def test(self, trial: PoolTrial, near: bool = True) -> PoolTest:
        """Connect, and see how that goes; `near` pools are on this machine or in its private network."""
        return await self._attempt(trial, near)
