"""Saved profiles on paper: the engine's rules over a store in memory."""

import asyncio
from collections.abc import Collection, Sequence
from typing import Any, cast

from mining.domain.config import Config
from mining.domain.errors import PayeeNotConfirmed
from mining.domain.event import EventKind
from mining.domain.message import Message
from mining.domain.payees import PayeeNews
from mining.domain.principal import Principal
from mining.domain.profile import MiningProfile
from mining.domain.store import RecordStore
from mining.engine.journal import EventJournal
from mining.engine.payees import PayeeList, Payer
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


class NobodyNew:
    """A list of payees on which everybody is (stands in for `PayeeList`)."""

    def news(self, type: str, config: Config, before: Config | None = None) -> PayeeNews:
        return PayeeNews()

    def refuse_unconfirmed(self, news: Sequence[PayeeNews], confirm: str | None) -> None:
        if confirm == "wrong":
            raise PayeeNotConfirmed("This would pay somebody new.", confirm="c0ffee", changes=[])

    async def accept(self, news: PayeeNews, payer: Payer, who: Principal | None, *, save: bool = True) -> bool:
        return False

    async def save(self) -> None: ...


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
    payees = cast(PayeeList, NobodyNew())
    return SavedProfiles(cast(RecordStore, PaperStore()), cast(EventJournal, PaperJournal(told)), payees)
