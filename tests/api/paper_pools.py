"""Pools on paper: the engine's rules over a store in memory; a test connects to nothing."""

from collections.abc import Collection, Sequence
from typing import Any, cast

from mining.domain.pools import OwnPool, PoolTest, PoolTrial
from mining.domain.store import RecordStore
from mining.pools.directory import PoolDirectory


class PaperStore:
    """As much of a store as pools need."""

    def __init__(self) -> None:
        self.kept: dict[str, OwnPool] = {}

    async def pools(self) -> Sequence[OwnPool]:
        return list(self.kept.values())

    async def change_pools(self, keep: Sequence[OwnPool] = (), drop: Collection[str] = ()) -> None:
        for id in drop:
            self.kept.pop(id, None)
        self.kept |= {pool.id: pool for pool in keep}


def paper_pools(rig: Any) -> PoolDirectory:
    """Pools that write the tests they are asked for into the rig's `calls`."""

    async def attempt(trial: PoolTrial, near: bool) -> PoolTest:
        rig.calls.append(("test", trial) if near else ("test", trial, "far"))
        at = trial.address
        return PoolTest(pool=at.endpoint, result="reachable", text="It is.", tls=bool(at.tls))

    return PoolDirectory(cast(RecordStore, PaperStore()), attempt)
