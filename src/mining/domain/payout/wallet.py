"""Payout logins: which coin each is paid in, and what cannot be an account."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from mining.domain.errors import ErrorDetail
from mining.domain.message import phrase
from mining.domain.payout.address import Typo
from mining.domain.payout.coins import COINS, Account, Coin, account, almost, coin_of
from mining.domain.payout.login import address_of, parts_of
from mining.domain.payout.placeholder import NO_LOGIN, is_placeholder
from mining.domain.payout.pool_catalogue import MERGED, PoolEntry, dead, find
from mining.domain.payout.private_host import is_private
from mining.domain.pool import PoolAddress

_KINDS = {"subaddress": phrase("kind.subaddress"), "integrated": phrase("kind.integrated")}
_GRAMMAR = re.compile(r"(?!-)[!#-&(-\[\]-~]{1,256}")  # printable ASCII, no space, quote or backslash


class Payee(NamedTuple):
    """One login of a configuration, and what is known of where its money goes."""

    field: str
    login: str
    coin: str | None = None
    node: bool = False  # the pool is a node's RPC: solo mining
    host: str = ""
    port: int = 0


class Payout(NamedTuple):
    """What a login is checked against: no coins = only for being almost an address."""

    coins: tuple[Coin, ...]  # the expected one first
    pool: PoolEntry | None


def payout(payee: Payee) -> Payout:
    """The coins a login may be paid in. An algorithm never says it, and a pool that exchanges overrules the coin."""
    pool = find(payee.host, payee.port) if payee.host else None
    prefix = coin_of(parts_of(payee.login).coin)
    own_coin = prefix or coin_of(payee.coin)
    if pool is None:
        return Payout(() if own_coin is None else (own_coin,), None)
    if pool.login == "account" or (pool.own_logins and re.match(pool.own_logins, payee.login)):
        return Payout((), pool)
    if pool.login == "prefixed":  # it pays many coins on the chain of another as well, in Ethereum's form
        return Payout((prefix, COINS["ETC"]) if prefix else (), pool)
    pays = coin_of(pool.coin)
    merged = own_coin if own_coin is not None and MERGED.get(own_coin.ticker) == pool.coin else None
    names = (pays,) if pool.exchanges else (pays, merged, *map(coin_of, pool.also))
    return Payout(tuple(dict.fromkeys(coin for coin in names if coin)), pool)


def wallet_errors(payees: Iterable[Payee], check: bool = True) -> list[ErrorDetail]:
    """What is wrong with each login; `check` False checks the grammar alone."""
    errors = []
    for payee in payees:
        issue = _grammar(payee.login)
        if issue is None and check and not _nobody(payee):
            issue = _issue(payee)
        if issue:
            errors.append(ErrorDetail(payee.field, issue))
    return errors


def wallet_warnings(payees: Iterable[Payee]) -> list[str]:
    """What the owner should know of logins that are accepted, each thing once."""
    warnings: dict[str, None] = {}
    for payee in payees:
        gone = dead(payee.host)
        if gone:
            warnings[phrase("wallet.dead_pool", host=payee.host, why=gone)] = None
        if not _nobody(payee):
            warnings |= dict.fromkeys([*_doubts(payee), *_unchecked(payee)])
    return list(warnings)


def coin_errors(payees: Iterable[Payee]) -> list[ErrorDetail]:
    """The coins that are named for a pool which pays another one."""
    errors = []
    for payee in payees:
        pool = find(payee.host, payee.port) if payee.host else None
        if pool is None or pool.coin is None or pool.exchanges or payee.coin is None:
            continue
        named = coin_of(payee.coin)
        ticker = named.ticker if named else payee.coin.upper()
        if ticker in (pool.coin, *pool.also) or MERGED.get(ticker) == pool.coin:
            continue
        name, pays, endpoint = pool.name, COINS[pool.coin].name, f"{payee.host}:{payee.port}"
        if "." in payee.field:
            issue = phrase("wallet.contradicts_pool_inside", pool=name, coin=pays, endpoint=endpoint)
        else:
            issue = phrase("wallet.contradicts_pool", pool=name, coin=pays, endpoint=endpoint)
        errors.append(ErrorDetail(f"{payee.field.removesuffix('wallet')}coin", issue))
    return errors


def _nobody(payee: Payee) -> bool:
    """Whether the login says nothing that could be checked: a placeholder, or a program's own word for none."""
    return is_placeholder(payee.login, payee.host) or address_of(payee.login).lower() == NO_LOGIN


def _grammar(login: str) -> str | None:
    if "…" in login:
        return phrase("wallet.masked")
    if _GRAMMAR.fullmatch(login):
        return None
    return phrase("wallet.form")


def _issue(payee: Payee) -> str | None:
    address, due = address_of(payee.login), payout(payee)
    if payee.node and address != payee.login:
        return phrase("wallet.more_than_address")
    if not due.coins:
        typo = _typo(address)
        return typo or (_solo(payee, address) if payee.node else None)
    reasons = []
    for coin in due.coins:
        try:
            details = account(coin, address)
        except ValueError as error:
            reasons.append(error.args[0])
            continue
        return _not_primary(details) if payee.node else None
    name, why = due.coins[0].name, reasons[0]
    if due.pool is not None:
        return phrase("wallet.other_coin_at", coin=name, pool=due.pool.name, why=why)
    if is_private(payee.host) and not payee.node:
        return phrase("wallet.other_coin_own", coin=name, why=why)
    return phrase("wallet.other_coin", coin=name, why=why)


def _typo(address: str) -> str | None:
    """The mistake in what has the beginning and length of some coin's address, unless it is right for one of them."""
    meant, mistake = almost(address), None
    for coin in meant:
        try:
            account(coin, address)
        except Typo as error:
            mistake = error
        except ValueError:
            return None  # faithfully copied, whatever it is
        else:
            return None
    if mistake is None:
        return None
    return phrase("wallet.typo", coins=", ".join(coin.name for coin in meant), why=mistake.args[0])


def _solo(payee: Payee, address: str) -> str | None:
    for coin in almost(address):
        try:
            return _not_primary(account(coin, address))
        except ValueError:
            continue
    return None


def _not_primary(account: Account) -> str | None:
    coin = COINS[account.coin]
    if not coin.first or account.kind == "primary":
        return None
    kind = _KINDS.get(account.kind, account.kind)
    return phrase("wallet.not_primary", coin=coin.name, kind=kind, first=coin.first)


def _unchecked(payee: Payee) -> list[str]:
    """That nobody could check the wallet, and what would change that."""
    address, due = address_of(payee.login), payout(payee)
    if due.coins:
        unknown = due.coins[0].check is None
        return [_not_checked(payee, phrase("wallet.addresses_unknown", coin=due.coins[0].name))] if unknown else []
    if due.pool is None and is_private(payee.host) and not payee.node:
        return []  # its owner's business
    if any(_proven(coin, address) for coin in almost(address)):
        return []
    if due.pool is None:
        if payee.coin is not None:
            return [_not_checked(payee, phrase("wallet.coin_unknown", coin=payee.coin))]
        return [phrase("wallet.unchecked_no_coin", field=payee.field)]
    if due.pool.login == "prefixed":
        return [_not_checked(payee, phrase("wallet.prefix_unknown"))]
    return [_not_checked(payee, phrase("wallet.own_names", pool=due.pool.name))]


def _not_checked(payee: Payee, why: str) -> str:
    at = PoolAddress(payee.host, payee.port).endpoint
    command = f"miner-ctrl pools test {at} --wallet LOGIN"
    return phrase("wallet.unchecked", field=payee.field, why=why, command=command)


def _proven(coin: Coin, address: str) -> bool:
    try:
        return account(coin, address).proven
    except ValueError:
        return False


def _doubts(payee: Payee) -> list[str]:
    address, due = address_of(payee.login), payout(payee)
    for coin in due.coins:
        try:
            details = account(coin, address)
        except ValueError:
            continue
        doubts: list[str] = []
        if coin.check and not details.proven:
            doubts.append(phrase("wallet.no_checksum", coin=coin.name))
        if due.pool and coin != due.coins[0] and due.pool.login != "prefixed":
            mined = due.coins[0].name
            doubts.append(phrase("wallet.pays_out", coin=coin.name, pool=due.pool.name, mined=mined))
        if coin.gone:
            doubts.append(phrase("wallet.coin_gone", why=coin.gone))
        return doubts
    return []
