"""Whom this rig was ever made to pay, remembered beyond every miner: somebody new is told of, whatever the verb."""

import asyncio
import hmac
import json
from collections.abc import Callable, Iterable, Sequence
from secrets import token_bytes
from typing import Any, NamedTuple

import structlog

from mining.domain.adapter import MinerType
from mining.domain.config import Config
from mining.domain.errors import MiningError, PayeeNotConfirmed
from mining.domain.message import Message, described, message, phrase, together
from mining.domain.miner import MinerRecord
from mining.domain.payees import MOST_LINES, AcceptedPayee, PayeeNews, RigPayee, acceptance, judge, seeds, surplus
from mining.domain.principal import Principal
from mining.domain.profile import MiningProfile
from mining.domain.store import RecordStore
from mining.engine.journal import EventJournal
from mining.foundation.clock import Clock

log = structlog.get_logger()


class Payer(NamedTuple):
    """Who names a payee: a miner by name, or a profile."""

    miner: str | None = None
    profile: MiningProfile | None = None


class PayeeList:
    """Asked before a configuration is taken over, and told when it is; a change that nobody asked for is told too."""

    def __init__(
        self,
        records: RecordStore,
        journal: EventJournal,
        kind: Callable[[str], MinerType | None],
        locked: Callable[[], bool],
        clock: Clock,
    ) -> None:
        self._records = records
        self._journal = journal
        self._kind = kind
        self._locked = locked  # whether somebody new must be confirmed
        self._clock = clock
        self._accepted: dict[RigPayee, AcceptedPayee] = {}
        self._unsaved: dict[RigPayee, AcceptedPayee | None] = {}  # None: to be dropped
        self._turn = asyncio.Lock()
        self._key = token_bytes(32)  # so that nobody can say a confirmation who has not read what it is for

    async def open(self) -> None:
        """Read the list. Where there never was one, everybody in the records is on it without a word."""
        entries = await self._records.payees()
        if entries is None:
            payers = await self._payers()
            entries = seeds((config for _, type, config in payers if self._pays(type)), self._clock.now())
            self._unsaved = {each.payee: each for each in entries}
        self._accepted = {each.payee: each for each in entries}
        await self.save()

    async def compare(self) -> None:
        """Tell of everybody in the records who is not on the list: another version wrote them, or it is lost."""
        for payer, type, config in await self._payers():
            await self.accept(self.news(type, config), payer, None, save=False)
        await self.save()

    def news(self, type: str, config: Config, before: Config | None = None) -> PayeeNews:
        """What a configuration changes about who is paid, in place of the one before."""
        return judge(self._accepted, config, before) if self._pays(type) else PayeeNews()

    def refuse_unconfirmed(self, news: Iterable[PayeeNews], confirm: str | None) -> None:
        """PayeeNotConfirmed while the lock is on and somebody new has not been confirmed."""
        telling = [each for each in news if each.worth_telling]
        if not telling or not self._locked():
            return
        who = sorted({payee for each in telling for payee in each.new or each.leading})
        code = hmac.digest(self._key, json.dumps(who).encode(), "sha256").hex()[:12]
        if confirm is not None and hmac.compare_digest(confirm.encode(), code.encode()):
            return
        lines = list(dict.fromkeys(line for each in telling for line in each.lines))
        shown = lines[:MOST_LINES]
        if len(lines) > MOST_LINES:
            shown.append(phrase("payees.more", count=len(lines) - MOST_LINES))
        text = phrase("refuse.payee", changes=together(shown), code=code)
        if confirm is not None:
            text = phrase("refuse.other_payee", changes=together(shown), code=code)
        raise PayeeNotConfirmed(text, confirm=code, changes=shown, changeWordings=[described(each) for each in shown])

    async def accept(self, news: PayeeNews, payer: Payer, who: Principal | None, *, save: bool = True) -> bool:
        """Tell of somebody new, then remember them: a crash in between tells twice rather than never.

        False when there was nothing to tell, since another request has told it meanwhile, for example. Whoever has
        many to accept saves them all at once.
        """
        if not news.worth_telling:
            return False
        async with self._turn:
            acceptances = acceptance(self._accepted, news, self._clock.now(), who.name if who else None)
            if not acceptances:
                return False
            details: dict[str, Any] = {
                "changes": list(news.lines),
                "payees": [each.payee.masked()._asdict() for each in acceptances[:MOST_LINES]],
                **({"profileId": payer.profile.id} if payer.profile is not None else {}),
            }
            sentence = _sentence(news, payer, who)
            await self._journal.tell(payer.miner, "payout", sentence, who, profile=payer.profile, **details)
            self._accepted |= {each.payee: each for each in acceptances}
            self._unsaved |= {each.payee: each for each in acceptances}
            for payee in surplus(self._accepted):
                del self._accepted[payee]
                self._unsaved[payee] = None
            if save:
                await self.save()
            return True

    async def save(self) -> None:
        """Remember what is not on the disk yet."""
        changed, self._unsaved = self._unsaved, {}
        if not changed:
            return
        try:
            entries = [each for each in changed.values() if each is not None]
            await self._records.change_payees(entries, [payee for payee, each in changed.items() if each is None])
        except MiningError as error:  # next time; whoever is never on the disk is told of once more
            self._unsaved = changed | self._unsaved
            log.warning("payees.unsaved", text=error.message)

    async def _payers(self) -> list[tuple[Payer, str, Config]]:
        """Everybody who has a configuration that is understood, with its type."""
        miners: Sequence[MinerRecord] = await self._records.miners()
        profiles = await self._records.profiles()
        return [
            *((Payer(each.name), each.type, each.config) for each in miners if each.not_understood is None),
            *((Payer(profile=each), each.miner_type, each.config) for each in profiles if each.not_understood is None),
        ]

    def _pays(self, type: str) -> bool:
        """Whether a miner of that type pays anybody from here; of an unknown one nobody knows that it does not."""
        kind = self._kind(type)
        return kind is None or not (kind.facts.simulated or kind.facts.watched)


def _sentence(news: PayeeNews, payer: Payer, who: Principal | None) -> Message:
    if payer.profile is None:
        if who is None:
            return message("payee.unasked", *news.lines)
        if news.new:
            return message("payee.new", *news.lines, who=who.name)
        return message("payee.promoted", *news.lines, who=who.name)
    profile = payer.profile.name
    if who is None:
        return message("profile.payee_unasked", *news.lines, profile=profile)
    if news.new:
        return message("profile.payee_new", *news.lines, profile=profile, who=who.name)
    return message("profile.payee_promoted", *news.lines, profile=profile, who=who.name)
