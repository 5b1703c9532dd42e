"""The rig's payees: everybody whom it was ever made to pay, and what a configuration changes about them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import zip_longest
from typing import ClassVar, NamedTuple

from pydantic import Field

from mining.domain.config import SECOND, Config
from mining.domain.message import phrase
from mining.domain.payout.login import mask, parts_of
from mining.domain.payout.placeholder import NO_LOGIN, is_placeholder
from mining.domain.pool import Pool
from mining.domain.stored import EPOCH, Stored
from mining.domain.value import Moment

MOST = 4096  # that are remembered; whoever is dropped is only told of once more
MOST_LINES = 10  # that are told of one change, the first pool's among them
_DIFFICULTY = re.compile(r"[+=][0-9]+$")
_ADDRESS = re.compile(r"[A-Za-z0-9]{26,}")  # as long as the shortest address of any coin
_DIFFERENT = 6  # signs of two wallets that look the same at both ends


class RigPayee(NamedTuple):
    """Who is paid, and by what way: a login without its decorations, at a pool, through a proxy or none."""

    wallet: str
    pool: str  # host:port
    proxy: str = ""  # host:port

    def masked(self, other: str = "") -> "RigPayee":
        """As anybody may see it who reads events; `other` is the wallet that it must be told from."""
        return self._replace(wallet=apart(self.wallet, other))

    def shown(self, other: str = "") -> str:
        """The same in words."""
        wallet = self.masked(other).wallet
        if self.proxy:
            return phrase("payees.through", wallet=wallet, pool=self.pool, proxy=self.proxy)
        return phrase("payees.at", wallet=wallet, pool=self.pool)


class AcceptedPayee(Stored):
    """One that a person's word has named once, or that was there before anybody asked. It holds no secret."""

    stand_ins: ClassVar = {"acceptedAt": EPOCH}

    wallet: str
    pool: str
    proxy: str = ""
    primary: bool = Field(False, description="Whether it was told of as the first, who gets all that it can get.")
    second: bool = Field(False, description="Whether it was told of as the one whom a second work pays.")
    accepted_at: Moment
    accepted_by: str | None = Field(None, description="None: it was found in the records.")

    @property
    def payee(self) -> RigPayee:
        """Who that is."""
        return RigPayee(self.wallet, self.pool, self.proxy)


Accepted = Mapping[RigPayee, AcceptedPayee]


class PayeeNews(NamedTuple):
    """What a configuration changes about who is paid."""

    named: tuple[RigPayee, ...] = ()  # by the configuration, in its order
    new: tuple[RigPayee, ...] = ()  # whom the rig never paid
    promoted: bool = False  # the first of them was never the first, or the second work's never that: it gets more
    lines: tuple[str, ...] = ()  # old → new, in words
    first: RigPayee | None = None
    second: RigPayee | None = None  # whom the second work pays

    @property
    def leading(self) -> tuple[RigPayee, ...]:
        """Those who get all that one of the works earns."""
        return tuple(payee for payee in (self.first, self.second) if payee is not None)

    @property
    def worth_telling(self) -> bool:
        """Whether the owner must hear of it."""
        return bool(self.new) or self.promoted


def wallet_of(login: str) -> str:
    """The part of a login that decides who is paid: no `solo:`, no difficulty, no worker unless it is an address."""
    parts = parts_of(login)
    coin = f"{parts.coin}:" if parts.coin else ""
    second = _DIFFICULTY.sub("", parts.worker or "")
    second = f"/{second}" if _ADDRESS.search(second) else ""
    return f"{coin}{parts.address}{_DIFFICULTY.sub('', parts.fixed)}{second}{parts.rest}"


def payee_of(pool: Pool) -> RigPayee:
    """Who is paid at a pool of which every field is settled."""
    second = f"/{pool.worker}" if pool.worker and _ADDRESS.search(pool.worker) else ""
    proxy = pool.proxy.removeprefix("socks5://").lower() if pool.proxy else ""
    return RigPayee(wallet_of(pool.wallet or NO_LOGIN) + second, pool.address.endpoint, proxy)


def payees_of(config: Config) -> tuple[RigPayee, ...]:
    """Everybody whom a configuration names, in its order; a placeholder is nobody."""
    pools, second = _of_works(config)
    return tuple(dict.fromkeys((*pools, *([second] if second is not None else []))))


def _of_works(config: Config | None) -> tuple[tuple[RigPayee, ...], RigPayee | None]:
    """Whom the pools of the main work pay, in their order, and whom the second work pays."""
    places = config.places() if config is not None else ()
    named = [
        (prefix, payee_of(pool))
        for prefix, pool in places
        if not is_placeholder(pool.wallet or NO_LOGIN, pool.address.host)
    ]
    pools = dict.fromkeys(payee for prefix, payee in named if prefix != SECOND)
    return tuple(pools), next((payee for prefix, payee in named if prefix == SECOND), None)


def judge(accepted: Accepted, config: Config, before: Config | None) -> PayeeNews:
    """What this configuration changes, in place of the one `before` or beside all that the rig has."""
    named, (pools, second) = payees_of(config), _of_works(config)
    first = pools[0] if pools else None
    new = tuple(payee for payee in named if payee not in accepted)
    promoted = (first is not None and not (first in accepted and accepted[first].primary)) or (
        second is not None and not (second in accepted and accepted[second].second)
    )
    were, beside = _of_works(before)
    if before is None and second is not None and second in accepted and accepted[second].second:
        beside = second
    old = tuple(payee for payee in were if payee in accepted)
    if not old and (new or promoted):
        old = _latest(accepted, pools)
    seconds = (beside if beside in accepted else None, second)
    lines = payout_lines(old, pools, seconds) if old or new or promoted else ()
    return PayeeNews(named, new, promoted, lines, first, second)


def acceptance(accepted: Accepted, news: PayeeNews, at: datetime, by: str | None) -> list[AcceptedPayee]:
    """What is to be remembered of those that a configuration names, where it is not remembered already."""
    acceptances = []
    for payee in news.named:
        present = accepted.get(payee)
        before = present or AcceptedPayee(**payee._asdict(), accepted_at=at, accepted_by=by)
        now = before.but(primary=before.primary or payee == news.first, second=before.second or payee == news.second)
        if now != present:
            acceptances.append(now)
    return acceptances


def seeds(configs: Iterable[Config], at: datetime) -> list[AcceptedPayee]:
    """Everybody whom configurations name that were there before anybody asked."""
    every = dict.fromkeys(payee for config in configs for payee in payees_of(config))
    return [AcceptedPayee(**payee._asdict(), primary=True, second=True, accepted_at=at) for payee in every]


def surplus(accepted: Accepted) -> list[RigPayee]:
    """Those that are too many: never the first, and longest known, before others."""
    ranked = sorted(accepted.values(), key=lambda each: (each.primary, each.accepted_at))
    return [each.payee for each in ranked[: max(0, len(ranked) - MOST)]]


def _latest(accepted: Accepted, named: Sequence[RigPayee]) -> tuple[RigPayee, ...]:
    """Who was paid until now, where no configuration says it."""
    others = [each for each in accepted.values() if each.primary and each.payee not in named[:1]]
    latest = max(others, key=lambda each: each.accepted_at, default=None)
    return () if latest is None else (latest.payee,)


def payout_changes(old: Config | None, new: Config) -> tuple[str, ...]:
    """What is different in who is paid by two configurations of the same miner or profile."""
    (were, beside), (pools, second) = _of_works(old), _of_works(new)
    return payout_lines(were, pools, (beside, second)) if old is not None else ()


def payout_lines(
    old: Sequence[RigPayee], new: Sequence[RigPayee], seconds: tuple[RigPayee | None, RigPayee | None] = (None, None)
) -> tuple[str, ...]:
    """Sentences `old wallet … → new wallet …`: of the first, of the second work's, and of each other one."""
    lines: list[str] = []
    first, now = (each[0] if each else None for each in (old, new))
    if now is not None:
        lines += _moved(first, now)
    if seconds[1] is not None:
        lines += _second_moved(seconds[0], seconds[1])
    elif seconds[0] is not None:
        lines.append(phrase("payees.second_gone", payee=seconds[0].shown()))
    spare, were = [each for each in new[1:] if each not in old], [each for each in old[1:] if each not in new]
    for gone, come in zip_longest(were, spare):
        if come is not None:
            lines.append(phrase("payees.spare_new", payee=come.shown(gone.wallet if gone else "")))
        if gone is not None:
            lines.append(phrase("payees.spare_gone", payee=gone.shown(come.wallet if come else "")))
    more = len(lines) - MOST_LINES
    return (*lines[:MOST_LINES], phrase("payees.more_spares", count=more)) if more > 0 else tuple(lines)


def _moved(old: RigPayee | None, new: RigPayee) -> Iterator[str]:
    """What is different in the payee of the main work."""
    if old is None:
        yield phrase("payees.new", payee=new.shown())
        return
    if old.wallet != new.wallet:
        yield phrase("payees.wallet", before=apart(old.wallet, new.wallet), after=apart(new.wallet, old.wallet))
    if old.pool != new.pool:
        yield phrase("payees.pool", before=old.pool, after=new.pool)
    if old.proxy != new.proxy:
        yield phrase("payees.proxy", before=_proxy(old), after=_proxy(new))


def _second_moved(old: RigPayee | None, new: RigPayee) -> Iterator[str]:
    """What is different in the payee of the second work."""
    if old is None:
        yield phrase("payees.second_new", payee=new.shown())
        return
    if old.wallet != new.wallet:
        yield phrase("payees.second_wallet", before=apart(old.wallet, new.wallet), after=apart(new.wallet, old.wallet))
    if old.pool != new.pool:
        yield phrase("payees.second_pool", before=old.pool, after=new.pool)
    if old.proxy != new.proxy:
        yield phrase("payees.second_proxy", before=_proxy(old), after=_proxy(new))


def _proxy(payee: RigPayee) -> str:
    return payee.proxy or phrase("payees.no_proxy")


def apart(wallet: str, other: str) -> str:
    """A wallet masked, and where it would look like the other one also with what is different in its middle."""
    shown = mask(wallet)
    if wallet == other or shown != mask(other):
        return shown
    place = next(index for index, pair in enumerate(zip_longest(wallet, other)) if pair[0] != pair[1])
    part = wallet[place : place + min(_DIFFERENT, max(1, len(wallet) // 4))] or "·"
    return f"{shown.partition('…')[0]}…{part}…{shown.rpartition('…')[2]}"
