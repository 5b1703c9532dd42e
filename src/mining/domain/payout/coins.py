"""The coins that can be a payout: their names, algorithms, and what an address of each looks like."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from mining.domain.message import phrase
from mining.domain.payout.account import (
    Check,
    alephium,
    beam,
    cash,
    ergo,
    ethereum,
    hash160,
    iron,
    keys,
    nano_account,
    not_burnt,
    quantum,
    segwit,
    versions,
    xelis,
)
from mining.domain.payout.address import CONFLUX, double_blake256

_MONERO = {18: ("primary", 64), 42: ("subaddress", 64), 19: ("integrated", 72)}
_ZEPHYR = {0x6241D18C0: ("primary", 64), 0x8DD58C0: ("subaddress", 64), 0xC4F7D18C0: ("integrated", 72)}
_ZANO = {
    0xC5: ("standard", 64), 0x3678: ("integrated", 72), 0x36F8: ("integrated", 72),
    0x98C8: ("auditable", 64), 0x8A49: ("auditable integrated", 72),
}  # fmt: skip
_KASPA = {0: ("pubkey", 32), 1: ("pubkey (ECDSA)", 33), 8: ("script", 32)}
_ZCASH = hash160(versions(p2pkh=0x1CB8, p2sh=0x1CBD))
_DECRED = {
    bytes.fromhex("073f"): "p2pkh", bytes.fromhex("071a"): "p2sh",
    bytes.fromhex("071f"): "p2pkh (Ed25519)", bytes.fromhex("0701"): "p2pkh (Schnorr)",
}  # fmt: skip


class Account(NamedTuple):
    """What an address turned out to be; `proven` is False where it has no checksum, so that a typo cannot be seen."""

    coin: str
    kind: str
    proven: bool = True


@dataclass(frozen=True)
class Coin:
    """One coin; a `check` of None says that its addresses are not described here, so any login passes."""

    ticker: str
    name: str
    algorithms: tuple[str, ...]
    check: Check | None = None
    shape: re.Pattern[str] | None = None  # what is so long and begins so is meant to be an address of it
    first: str = ""  # how a primary address begins, where only that one can be mined to without a pool
    gone: str | None = None  # why it cannot be mined any more


def _coin(ticker: str, name: str, algorithms: str, check: Check | None = None, shape: str = "", **more: str) -> Coin:
    return Coin(ticker, name, tuple(algorithms.split()), check, re.compile(shape) if shape else None, **more)


_C = "[0-9A-Za-z]"
COINS: dict[str, Coin] = {
    coin.ticker: coin
    for coin in (
        _coin("XMR", "Monero", "rx/0", keys(_MONERO, "95 106", frozenset({53, 54, 63, 24, 25, 36})),
              rf"[48]{_C}{{94}}|4{_C}{{105}}", first="4"),
        _coin("ZEPH", "Zephyr", "rx/0", keys(_ZEPHYR, "101 99 113"),
              rf"ZEPHYR{_C}{{95}}|ZEPHs{_C}{{94}}|ZEPHi{_C}{{108}}", first="ZEPHYR"),
        _coin("ZANO", "Zano", "progpowz", keys(_ZANO, "97 98 108 109"),
              rf"Zx{_C}{{95}}|iZ{_C}{{106}}|aZx{_C}{{95}}|aiZ{_C}{{106}}"),
        _coin("DNX", "Dynex", "dynexsolve", keys({185: ("primary", 64)}, "97"), rf"Xw{_C}{{95}}"),
        _coin("ETC", "Ethereum Classic", "etchash", ethereum, rf"0x{_C}{{40}}"),
        _coin("RVN", "Ravencoin", "kawpow", hash160(versions(p2pkh=60, p2sh=122)), rf"R{_C}{{33}}"),
        _coin("RTM", "Raptoreum", "ghostrider", hash160(versions(p2pkh=60, p2sh=16)), rf"R{_C}{{33}}"),
        _coin("FIRO", "Firo", "firopow", hash160(versions(p2pkh=82, p2sh=7)), rf"[aZ]{_C}{{33}}"),
        _coin("BTC", "Bitcoin", "sha256d", segwit("bc", ("tb1", "bcrt1"), hash160(versions(p2pkh=0, p2sh=5))),
              rf"1{_C}{{32,33}}|3{_C}{{33}}|(?i:bc1[qp])(?:{_C}{{38}}|{_C}{{58}})"),
        _coin("LTC", "Litecoin", "scrypt",
              segwit("ltc", ("tltc1", "rltc1"), hash160({b"\x30": "p2pkh", b"\x32": "p2sh", b"\x05": "p2sh"})),
              rf"[LM]{_C}{{33}}|(?i:ltc1[qp])(?:{_C}{{38}}|{_C}{{58}})"),
        _coin("DOGE", "Dogecoin", "scrypt", hash160(versions(p2pkh=30, p2sh=22)), rf"D{_C}{{33}}"),
        _coin("DCR", "Decred", "blake3_decred", hash160(_DECRED, double_blake256), rf"D[sceS]{_C}{{33}}"),
        _coin("ERG", "Ergo", "autolykos2", ergo, rf"9{_C}{{50}}"),
        _coin("KAS", "Kaspa", "kheavyhash", cash("kaspa", _KASPA, "kaspa(test|dev|sim)"),
              rf"(?i:kaspa):(?:{_C}{{61}}|{_C}{{63}})"),
        _coin("KLS", "Karlsen", "karlsenhashv2", cash("karlsen", _KASPA, "karlsen(test|dev|sim)"),
              rf"(?i:karlsen):(?:{_C}{{61}}|{_C}{{63}})"),
        _coin("NEXA", "Nexa", "nexapow",
              cash("nexa", {152: ("script template", 24), 0: ("p2pkh", 20)}, "nexa(test|reg)"),
              rf"(?i:nexa):(?:{_C}{{48}}|{_C}{{42}})"),
        _coin("CFX", "Conflux", "octopus",
              cash("cfx", {0: ("account", 20)}, r"(?:cfxtest|net\d+)(?::.*)?", CONFLUX), rf"(?i:cfx):{_C}{{42}}"),
        _coin("XEL", "Xelis", "xelishashv3", xelis, rf"(?i:xel):{_C}{{59}}"),
        _coin("QRL", "Quantum Resistant Ledger", "rx/0", quantum, rf"Q{_C}{{78}}"),
        _coin("ALPH", "Alephium", "alephium", alephium),
        _coin("BEAM", "Beam", "beamhash3", beam),
        _coin("IRON", "Iron Fish", "fishhash", iron),
        _coin("FLUX", "Flux", "", _ZCASH, rf"t[13]{_C}{{33}}",
              gone=phrase("gone.flux")),
        _coin("ZEC", "Zcash", "equihash", _ZCASH, rf"t[13]{_C}{{33}}"),
        _coin("NANO", "Nano", "", nano_account, rf"(?:nano|xrb)_{_C}{{60}}"),
        _coin("SAL", "Salvium", "rx/0"),
        _coin("WOW", "Wownero", "rx/wow"),
        _coin("XNA", "Neurai", "kawpow"),
        _coin("CLORE", "Clore", "kawpow"),
        _coin("EVR", "Evrmore", "evrprogpow"),
        _coin("MEWC", "Meowcoin", "meowpow"),
        _coin("VTC", "Vertcoin", "verthash"),
        _coin("VRSC", "Verus", "verushash"),
        _coin("ETHW", "EthereumPoW", "ethash"),
        _coin("UBQ", "Ubiq", "ubqhash"),
        _coin("RXD", "Radiant", "sha512256d"),
        _coin("GRS", "Groestlcoin", "groestl"),  # a login of it may look like one of Bitcoin with a typing mistake
    )
}  # fmt: skip
_NAMES = {name.lower(): coin for coin in COINS.values() for name in (coin.ticker, coin.name)}


def coin_of(name: str | None) -> Coin | None:
    """A coin by its ticker or its name, as people and XMRig spell it; None for one not known here."""
    return _NAMES.get(name.lower()) if name else None


def account(coin: Coin, address: str) -> Account:
    """Check an address of a coin in full; ValueError says what is wrong with it."""
    if coin.check is None:
        return Account(coin.ticker, "unknown", False)
    kind, proven = coin.check(address)
    not_burnt(address)
    return Account(coin.ticker, kind, proven)


def almost(address: str) -> list[Coin]:
    """The coins of which it has the beginning and the length of an address."""
    return [coin for coin in COINS.values() if coin.shape is not None and coin.shape.fullmatch(address)]
