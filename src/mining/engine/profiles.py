"""Saved profiles (fulfils `mining.domain.profile.Profiles`): unique names, and every change told in the timeline."""

import asyncio
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from mining.domain.errors import ErrorDetail, InvalidConfig, NotSupported, ProfileAlreadyExists, ProfileNotFound
from mining.domain.message import Message, message, phrase
from mining.domain.payees import PayeeNews, payout_changes
from mining.domain.pool_passwords import keep_passwords
from mining.domain.principal import Principal
from mining.domain.profile import Imported, MiningProfile, ProfileDraft, Refused, same_name
from mining.domain.store import RecordStore
from mining.domain.wording import paid, wordings_of
from mining.engine.config_changes import changes
from mining.engine.journal import EventJournal
from mining.engine.payees import PayeeList, Payer


class SavedProfiles:
    """Changes wait for each other, so that two cannot take one name."""

    def __init__(self, records: RecordStore, journal: EventJournal, payees: PayeeList) -> None:
        self._records = records
        self._journal = journal
        self._payees = payees
        self._lock = asyncio.Lock()

    async def all(self) -> Sequence[MiningProfile]:
        """Every profile, by name."""
        return sorted(await self._records.profiles(), key=lambda profile: (same_name(profile.name), profile.id))

    async def one(self, id: str) -> MiningProfile:
        """One profile; ProfileNotFound otherwise."""
        for profile in await self._records.profiles():
            if profile.id == id:
                return profile
        shown = id if len(id) <= 64 and id.isprintable() else "that id"
        raise ProfileNotFound(phrase("refuse.no_profile", id=shown), id=id[:64])

    async def create(self, draft: ProfileDraft, *, who: Principal, confirm: str | None = None) -> MiningProfile:
        """Save a new one; ProfileAlreadyExists when its name is taken."""
        async with self._lock:
            refuse_taken(draft.name, await self._records.profiles())
            profile = _made(draft, None)
            news = self._news(None, profile)
            self._payees.refuse_unconfirmed([news], confirm)
            await self._records.change_profiles(keep=[profile])
            await self._payees.accept(news, Payer(profile=profile), who)
            await self._tell(profile, message("profile.made", profile=profile.name, who=who.name), who)
            return profile

    async def change(
        self, id: str, draft: ProfileDraft, *, who: Principal, confirm: str | None = None
    ) -> MiningProfile:
        """Put a draft in place of what is saved; passwords that are not said again are kept."""
        async with self._lock:
            old = await self.one(id)
            refuse_taken(draft.name, [each for each in await self._records.profiles() if each.id != id])
            return await self._replace(old, draft, who, confirm)

    async def delete(self, id: str, *, who: Principal) -> MiningProfile:
        """Delete one; miners that were started from it go on."""
        async with self._lock:
            profile = await self.one(id)
            await self._records.change_profiles(drop=[id])
            await self._tell(profile, message("profile.deleted", profile=profile.name, who=who.name), who)
            return profile

    async def take_in(
        self, drafts: Sequence[ProfileDraft | Refused], *, replace: bool, who: Principal, confirm: str | None = None
    ) -> Sequence[Imported]:
        """Save several at once; those whose name is taken are skipped, or replace what is saved."""
        async with self._lock:
            profiles = {same_name(profile.name): profile for profile in await self._records.profiles()}
            seen: set[str] = set()
            results: list[Imported] = []
            saved: list[tuple[MiningProfile | None, MiningProfile]] = []
            for draft in drafts:
                await asyncio.sleep(0)  # there may be a thousand, and others are served meanwhile
                if isinstance(draft, Refused):
                    results.append(
                        Imported(name=draft.name, result="skipped", reason=draft.reason, wordings=draft.wordings)
                    )
                    continue
                key = same_name(draft.name)
                old = profiles.get(key)
                if key in seen or (old is not None and not replace):
                    reason = phrase("import.twice") if key in seen else phrase("import.exists")
                    results.append(_skipped(draft, old, [reason]))
                    continue
                seen.add(key)
                try:
                    profile = _made(draft, old)
                except InvalidConfig as error:
                    results.append(_skipped(draft, old, [fault.whole for fault in error.errors]))
                    continue
                if lost := _lost(old, profile):
                    results.append(_skipped(draft, profile, [lost]))
                    continue
                profiles[key] = profile
                saved.append((old, profile))
                result: Any = "replaced" if old else "created"
                payout = payout_changes(old.config if old else None, profile.config)
                results.append(Imported(name=draft.name, result=result, id=profile.id, **paid(payout)))
            self._payees.refuse_unconfirmed([self._news(old, new) for old, new in saved], confirm)
            if saved:
                await self._records.change_profiles(keep=[profile for _, profile in saved])
            for old, new in saved:
                announced = await self._payees.accept(self._news(old, new), Payer(profile=new), who, save=False)
                changed = differences(old, new) if old is not None else []
                imported = message("profile.imported", *changed, profile=new.name, who=who.name)
                await self._tell(new, imported, who, changed, announced)
            await self._payees.save()
            return results

    async def _replace(
        self, old: MiningProfile, draft: ProfileDraft, who: Principal, confirm: str | None
    ) -> MiningProfile:
        new = _made(draft, old)
        if new.but(updated_at=old.updated_at) == old:
            return old
        if lost := _lost(old, new):
            raise NotSupported(lost)
        self._payees.refuse_unconfirmed([self._news(old, new)], confirm)
        await self._records.change_profiles(keep=[new])
        announced = await self._payees.accept(self._news(old, new), Payer(profile=new), who)
        changed = differences(old, new)
        text = message("profile.changed", *changed, profile=new.name, who=who.name)
        await self._tell(new, text, who, changed, announced)
        return new

    def _news(self, old: MiningProfile | None, new: MiningProfile) -> PayeeNews:
        return self._payees.news(new.miner_type, new.config, old.config if old is not None else None)

    async def _tell(
        self,
        profile: MiningProfile,
        text: Message,
        who: Principal,
        changed: Sequence[str] = (),
        announced: bool = False,
    ) -> None:
        """`announced`: whether an event of its own has told who is paid from now on."""
        details: dict[str, Any] = {"changes": list(changed)} if changed else {}
        details |= {"payoutAnnounced": True} if announced else {}
        await self._journal.tell(None, "profile", text, who, profile=profile, profileId=profile.id, **details)


def refuse_taken(name: str, others: Iterable[MiningProfile]) -> None:
    """ProfileAlreadyExists when one of the others has that name."""
    for other in others:
        if same_name(other.name) == same_name(name):
            raise ProfileAlreadyExists(
                phrase("refuse.profile_exists", name=other.name),
                id=other.id,
                name=other.name,
            )


def differences(old: MiningProfile, new: MiningProfile) -> list[str]:
    """Sentences `field: old → new.`, wallets masked and passwords not shown."""
    heads = (("name", old.name, new.name), ("minerType", old.miner_type, new.miner_type))
    lines = [f"{field}: {before} → {after}." for field, before, after in heads if before != after]
    if old.description != new.description:
        lines.append("description: changed.")
    return [*lines, *changes(old.config, new.config)]


def _lost(old: MiningProfile | None, new: MiningProfile) -> str | None:
    """What would be lost of a configuration that a newer version has saved, in a sentence."""
    if old is None or old.not_understood is None or new.config == old.config:
        return None
    return phrase("import.lost", why=old.not_understood)


def _skipped(draft: ProfileDraft, old: MiningProfile | None, sentences: Sequence[str]) -> Imported:
    return Imported(
        name=draft.name,
        result="skipped",
        reason="; ".join(sentences),
        wordings=wordings_of(sentences),
        id=old.id if old else None,
    )


def _made(draft: ProfileDraft, old: MiningProfile | None) -> MiningProfile:
    """The profile to save; InvalidConfig when it is not clear which password stays where."""
    now = datetime.now(UTC).replace(microsecond=0)  # as it is written
    try:
        config = keep_passwords(draft.config, old.config if old else None)
    except InvalidConfig as error:
        raise InvalidConfig([ErrorDetail(f"config.{field}", issue) for field, issue in error.errors]) from error
    saved = MiningProfile(**dict(draft), id=str(uuid4()), created_at=now, updated_at=now) if old is None else old
    heads = {"name": draft.name, "description": draft.description, "miner_type": draft.miner_type}
    return saved.but(**heads, config=config, updated_at=now)
