"""Saved profiles on paper: the engine's rules over a store in memory."""

import asyncio
from collections.abc import Collection, Sequence
from typing import Any, cast

from mining.domain.event import EventKind
from mining.domain.message import Message
from mining.domain.principal import Principal
from mining.domain.profile import MiningProfile
from mining.domain.store import RecordStore
from mining.engine.journal import EventJournal
from mining.engine.profiles import SavedProfiles


class PaperStore:
    """As much of a store as profiles need."""

    def __init__(self) -> None:
        self.kept: dict[str, MiningProfile] = {}

    async def profiles(self) -> Sequence[MiningProfile]:
        kept = list(self.kept.values())
        await asyncio.sleep(0)  # others get their turn between what is read and what is written
        return kept

    async def change_profiles(self, keep: Sequence[MiningProfile] = (), drop: Collection[str] = ()) -> None:
        for id in drop:
            self.kept.pop(id, None)
        self.kept |= {profile.id: profile for profile in keep}


class PaperJournal:
    """Writes the sentences for the timeline into a list."""

    def __init__(self, told: list[str]) -> None:
        self._told = told

    async def tell(
        self, miner: str | None, kind: EventKind, text: str | Message, who: Principal | None, **details: Any
    ) -> None:
        assert kind == "profile"
        self._told.append(str(text))


def paper_profiles(told: list[str]) -> SavedProfiles:
    """Profiles that write their sentences for the timeline into a list."""
    return SavedProfiles(cast(RecordStore, PaperStore()), cast(EventJournal, PaperJournal(told)))
