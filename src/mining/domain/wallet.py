"""Payout addresses: what can be an account of a coin, what is a typing mistake, and how one is shown to strangers.

Monero's layout and prefixes: monero-project/monero src/cryptonote_config.h. Other coins join in `CHECKS`.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from Crypto.Hash import keccak

from mining.domain.errors import Fault

_GRAMMAR = re.compile(r"(?!-)[!#-&(-\[\]-~]{1,256}")  # printable ASCII, no space, quote or backslash
_LOGIN = re.compile(r"(?:solo:)?(?:[A-Z]{2,8}:)?([^.+=/#@]+)")
_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_BLOCK = {2: 1, 3: 2, 5: 3, 6: 4, 7: 5, 9: 6, 10: 7, 11: 8}  # characters → bytes of CryptoNote base58
_MONERO = {18: "primary", 42: "subaddress", 19: "integrated"}
_MONERO_TEST = {53, 54, 63, 24, 25, 36}
_MONERO_NAMES = {"xmr", "monero"}


class Account(NamedTuple):
    """What an address turned out to be."""

    coin: str
    kind: str


def mask(wallet: str) -> str:
    """`44AF…1234`: enough to recognise one's own, too little to use."""
    return f"{wallet[:4]}…{wallet[-4:]}" if len(wallet) > 12 else "…"


def is_placeholder(wallet: str) -> bool:
    """Whether this is the text of an example rather than anybody's account."""
    return re.match(r"(?i)<?your[_ -]?(monero[_ -]?)?(wallet|address|xmr)", wallet) is not None


def address_of(login: str) -> str:
    """The address inside `[solo:|COIN:]address[.paymentId][+diff|=diff][.worker|/worker][/email][#ref]`."""
    match = _LOGIN.match(login)
    return match[1] if match else login


def wallet_faults(wallets: Iterable[tuple[str, str, str | None, bool]], check: bool = True) -> list[Fault]:
    """What is wrong with each (field, login, coin or None, pool is a node); `check` False checks the grammar alone."""
    faults = []
    for field, login, coin, node in wallets:
        issue = _grammar(login) or (_issue(login, coin, node) if check and not is_placeholder(login) else None)
        if issue:
            faults.append(Fault(field, issue))
    return faults


def _grammar(login: str) -> str | None:
    if "…" in login:
        return "is only the masked form of a wallet; give the whole one"
    if _GRAMMAR.fullmatch(login):
        return None
    return "must be 1 to 256 printable ASCII characters without spaces, quotes or backslashes, not beginning with '-'"


def _issue(login: str, coin: str | None, node: bool) -> str | None:
    address = address_of(login)
    monero_known = coin is not None and coin.lower() in _MONERO_NAMES
    almost = len(address) in (95, 106) and address[0] in "48"
    if not (monero_known or almost):
        return None
    try:
        account = monero(address)
    except ValueError as error:
        return f"is not a Monero address: {error}"
    if node and account.kind != "primary":
        return f"is a Monero {account.kind}; solo mining needs a primary address, which begins with 4"
    return None


def monero(address: str) -> Account:
    """Check a Monero address in full; ValueError says what is wrong with it."""
    if len(address) not in (95, 106):
        raise ValueError(f"it has {len(address)} characters, an address has 95 (integrated: 106)")
    raw = cryptonote_base58(address)
    if keccak.new(digest_bits=256, data=raw[:-4]).digest()[:4] != raw[-4:]:
        raise ValueError("its checksum is wrong, so it holds a typing mistake")
    if raw[0] in _MONERO_TEST:
        raise ValueError("it belongs to a test network, where coins are worth nothing")
    kind = _MONERO.get(raw[0])
    if kind is None or (kind == "integrated") != (len(address) == 106):
        raise ValueError("it belongs to another coin")
    return Account("XMR", kind)


def cryptonote_base58(text: str) -> bytes:
    """Decode CryptoNote's base58, in blocks of 11 characters for 8 bytes; ValueError when it is not that."""
    raw = b""
    for start in range(0, len(text), 11):
        block, value = text[start : start + 11], 0
        if len(block) not in _BLOCK:
            raise ValueError("its length does not fit")
        for character in block:
            digit = _ALPHABET.find(character)
            if digit < 0:
                raise ValueError(f"the character {character!r} does not occur in one")
            value = value * 58 + digit
        size = _BLOCK[len(block)]
        if value >> (8 * size):
            raise ValueError("its checksum is wrong, so it holds a typing mistake")
        raw += value.to_bytes(size, "big")
    return raw
