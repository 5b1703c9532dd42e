"""The pools to choose from (fulfils `mining.domain.pools.Pools`)."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime

from mining.domain.errors import NotSupported, PoolAlreadyExists, PoolNotFound
from mining.domain.message import phrase
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
from mining.domain.wording import wording_of
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
            for each in await self.listed(None):
                if each.id == id:
                    text = phrase("pool.known_own", id=id, name=each.name)
                    if each.origin == "catalogue":
                        text = phrase("pool.known_catalogue", id=id, name=each.name)
                    raise PoolAlreadyExists(text, id=id)
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
                    text = phrase("pool.removed", id=id)
                    removed = RemovedPool(**dict(listed(pool)), message=text, wording=wording_of(text))
                    self._changed(removed)
                    return removed
        if any(entry.id == id for entry in catalogue(None)):
            raise NotSupported(phrase("pool.of_catalogue", id=id), id=id)
        shown = len(id) <= 300 and id.isprintable()
        raise PoolNotFound(phrase("pool.unknown", id=id) if shown else phrase("pool.unknown_id"), id=id[:300])

    async def test(self, trial: PoolTrial, near: bool = True) -> PoolTest:
        """Connect, and see how that goes; `near` pools are on this machine or in its private network."""
        return await self._attempt(trial, near)
