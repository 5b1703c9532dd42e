"""The rig's payees: everybody whom it was ever made to pay, and what a configuration changes about them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import zip_longest
from typing import ClassVar, NamedTuple

from pydantic import Field

from mining.domain.config import Config
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
        way = f" through proxy {self.proxy}" if self.proxy else ""
        return f"wallet {self.masked(other).wallet} at pool {self.pool}{way}"


class AcceptedPayee(Stored):
    """One that a person's word has named once, or that was there before anybody asked. It holds no secret."""

    stand_ins: ClassVar = {"acceptedAt": EPOCH}

    wallet: str
    pool: str
    proxy: str = ""
    primary: bool = Field(False, description="Whether it was told of as the first, who gets all that it can get.")
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
    promoted: bool = False  # the first of them was never the first, so that it gets what others got
    lines: tuple[str, ...] = ()  # old → new, in words

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
    pools = config.all_pools()
    named = [payee_of(pool) for pool in pools if not is_placeholder(pool.wallet or NO_LOGIN, pool.address.host)]
    return tuple(dict.fromkeys(named))


def judge(accepted: Accepted, config: Config, before: Config | None) -> PayeeNews:
    """What this configuration changes, in place of the one `before` or beside all that the rig has."""
    named = payees_of(config)
    new = tuple(payee for payee in named if payee not in accepted)
    promoted = bool(named) and not (named[0] in accepted and accepted[named[0]].primary)
    old = tuple(payee for payee in payees_of(before) if payee in accepted) if before is not None else ()
    if not old and (new or promoted):
        old = _latest(accepted, named)
    return PayeeNews(named, new, promoted, payout_lines(old, named) if old or new or promoted else ())


def acceptance(accepted: Accepted, named: Sequence[RigPayee], at: datetime, by: str | None) -> list[AcceptedPayee]:
    """What is to be remembered of those that a configuration names, where it is not remembered already."""
    kept = []
    for place, payee in enumerate(named):
        known = accepted.get(payee)
        if known is None:
            kept.append(AcceptedPayee(**payee._asdict(), primary=place == 0, accepted_at=at, accepted_by=by))
        elif place == 0 and not known.primary:
            kept.append(known.but(primary=True))
    return kept


def seeds(configs: Iterable[Config], at: datetime) -> list[AcceptedPayee]:
    """Everybody whom configurations name that were there before anybody asked."""
    every = dict.fromkeys(payee for config in configs for payee in payees_of(config))
    return [AcceptedPayee(**payee._asdict(), primary=True, accepted_at=at) for payee in every]


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
    return payout_lines(payees_of(old), payees_of(new)) if old is not None else ()


def payout_lines(old: Sequence[RigPayee], new: Sequence[RigPayee]) -> tuple[str, ...]:
    """Sentences `old wallet … → new wallet …`: of the first, and of each other one that came or went."""
    lines = []
    first, now = (each[0] if each else None for each in (old, new))
    if first is not None and now is not None:
        if first.wallet != now.wallet:
            one, two = apart(first.wallet, now.wallet), apart(now.wallet, first.wallet)
            lines.append(f"old wallet {one} → new wallet {two}.")
        for what, before, after in (("pool", first.pool, now.pool), ("proxy", first.proxy, now.proxy)):
            if before != after:
                lines.append(f"old {what} {before or 'none'} → new {what} {after or 'none'}.")
    elif now is not None:
        lines.append(f"new {now.shown()}.")
    spare, were = [each for each in new[1:] if each not in old], [each for each in old[1:] if each not in new]
    for gone, come in zip_longest(were, spare):
        if come is not None:
            lines.append(f"new fail-over: {come.shown(gone.wallet if gone else '')}.")
        if gone is not None:
            lines.append(f"no fail-over any more: {gone.shown(come.wallet if come else '')}.")
    more = len(lines) - MOST_LINES
    return (*lines[:MOST_LINES], f"{more} more changes of fail-overs.") if more > 0 else tuple(lines)


def apart(wallet: str, other: str) -> str:
    """A wallet masked, and where it would look like the other one also with what is different in its middle."""
    shown = mask(wallet)
    if wallet == other or shown != mask(other):
        return shown
    place = next(index for index, pair in enumerate(zip_longest(wallet, other)) if pair[0] != pair[1])
    part = wallet[place : place + min(_DIFFERENT, max(1, len(wallet) // 4))] or "·"
    return f"{shown.partition('…')[0]}…{part}…{shown.rpartition('…')[2]}"
