"""Whether an address is an account: one check for each way in which coins spell them.

Each answers (kind, proven), where `proven` is False for an address without a checksum, and raises ValueError otherwise.
The layouts and version bytes are those of the coins' own sources (chainparams, cryptonote_config.h, documentation).
"""

import hashlib
import re
from collections.abc import Callable, Mapping

from mining.domain.message import phrase
from mining.domain.payout.address import (
    Digest,
    OtherCoin,
    TestNetwork,
    Typo,
    base58,
    base58check,
    bech32,
    blake2b256,
    cashaddr,
    cryptonote,
    double_sha256,
    eip55,
    nano,
)

Found = tuple[str, bool]  # kind, proven
Check = Callable[[str], Found]

_TEST_VERSIONS = {bytes([v]) for v in (58, 111, 113, 196)} | {bytes.fromhex(v) for v in ("0f21", "0efc", "1d25")}
_BURNT_TEXT = phrase("address.burnt")
_BURNT = {
    "1BitcoinEaterAddressDontSendf59kuE", "1CounterpartyXXXXXXXXXXXXXXXUWLpVr",
    "0x000000000000000000000000000000000000dEaD", "0x000000000000000000000000000000000000dead",
}  # fmt: skip


def _sized(address: str, low: int, high: int) -> None:
    if not low <= len(address) <= high:
        if low == high:
            raise ValueError(phrase("address.size", count=len(address), right=low))
        raise ValueError(phrase("address.size_between", count=len(address), least=low, most=high))


def _hexadecimal(digits: str) -> None:
    wrong = re.search(r"[^0-9A-Fa-f]", digits)
    if wrong:
        raise Typo(phrase("address.character", character=wrong[0]))


def hash160(versions: Mapping[bytes, str], digest: Digest = double_sha256) -> Check:
    """Version bytes and a hash of 20 bytes in base58check."""
    width = len(next(iter(versions)))

    def check(address: str) -> Found:
        _sized(address, 24 + width, 34 + width)
        payload = base58check(address, digest)
        kind = versions.get(payload[:width])
        if kind is None and payload[:width] in _TEST_VERSIONS:
            raise TestNetwork
        if kind is None or len(payload) != width + 20:
            raise OtherCoin
        if not any(payload[width:]):
            raise ValueError(_BURNT_TEXT)
        return kind, True

    return check


def keys(prefixes: Mapping[int, tuple[str, int]], lengths: str, test: frozenset[int] = frozenset()) -> Check:
    """A CryptoNote address: prefix → (kind, bytes of keys and payment id)."""
    allowed = {int(length) for length in lengths.split()}

    def check(address: str) -> Found:
        if len(address) not in allowed:
            raise ValueError(phrase("address.sizes", count=len(address), sizes=", ".join(lengths.split())))
        prefix, held = cryptonote(address)
        if prefix in test:
            raise TestNetwork
        kind, size = prefixes.get(prefix, ("", 0))
        if len(held) != size:
            raise OtherCoin
        return kind, True

    return check


def cash(prefix: str, versions: Mapping[int, tuple[str, int]], test: str, alphabet: str | None = None) -> Check:
    """A cashaddr; the prefix may be left out, for the checksum covers it anyway."""

    def check(address: str) -> Found:
        label, colon, body = address.rpartition(":")
        label = label.lower()
        if label and re.fullmatch(test, label):
            raise TestNetwork
        if colon and label.split(":")[0] != prefix:
            raise OtherCoin
        version, payload = cashaddr(body, prefix, alphabet) if alphabet else cashaddr(body, prefix)
        kind, size = versions.get(version, ("", 0))
        if len(payload) != size:
            raise OtherCoin
        return kind, True

    return check


def segwit(prefix: str, test: tuple[str, ...], legacy: Check) -> Check:
    """Bitcoin's two families of addresses; a private MWEB address cannot be paid by a pool."""

    def check(address: str) -> Found:
        lower = address.lower()
        if lower.startswith(test):
            raise TestNetwork
        if lower.startswith(f"{prefix}mweb1"):
            raise ValueError(phrase("address.private"))
        if not lower.startswith(f"{prefix}1"):
            return legacy(address)
        _sized(address, len(prefix) + 12, 90)
        text = bech32(address)
        sizes = (20, 32) if text.first == 0 else range(2, 41)
        if text.modern != (text.first > 0):
            raise Typo
        if text.prefix != prefix or text.first > 16 or len(text.rest) not in sizes:
            raise OtherCoin
        return f"witness {text.first}", True

    return check


def ethereum(address: str) -> Found:
    """0x and 40 hexadecimal digits, with EIP-55's checksum in their capitals, or none."""
    if not address.startswith("0x"):
        raise ValueError(phrase("address.must_be_hex", prefix="0x", count=40))
    _sized(address, 42, 42)
    _hexadecimal(address[2:])
    if not address[2:].strip("0"):
        raise ValueError(_BURNT_TEXT)
    return "account", eip55(address[2:])


def ergo(address: str) -> Found:
    """A network and type byte in base58check."""
    _sized(address, 51, 256)
    payload = base58check(address, blake2b256)
    if payload[0] >> 4:
        raise TestNetwork if payload[0] >> 4 == 1 else OtherCoin
    kind = {1: "p2pk", 2: "p2sh", 3: "p2s"}.get(payload[0])
    if kind is None or (kind == "p2pk") != (len(payload) == 34):
        raise OtherCoin
    return kind, True


def alephium(address: str) -> Found:
    """A type byte and a hash in base58; no checksum."""
    raw = base58(address)
    kind = {0: "p2pkh", 1: "multisig", 2: "p2sh", 3: "contract", 4: "p2pk"}.get(raw[0]) if raw else None
    if kind == "contract":
        raise ValueError(phrase("address.contract"))
    if kind is None or (kind in ("p2pkh", "p2sh") and len(raw) != 33) or not 33 <= len(raw) <= 180:
        raise ValueError(phrase("address.length"))
    return kind, False


def quantum(address: str) -> Found:
    """A QRL address: its descriptor, hash and checksum in hexadecimal."""
    _sized(address, 79, 79)
    if not address.startswith("Q"):
        raise ValueError(phrase("address.must_be_hex", prefix="Q", count=78))
    _hexadecimal(address[1:])
    raw = bytes.fromhex(address[1:])
    if hashlib.sha256(raw[:35]).digest()[-4:] != raw[35:]:
        raise Typo
    return "xmss", True


def xelis(address: str) -> Found:
    """Bech32 with a colon, and a type byte after the key."""
    if address.lower().startswith("xet:"):
        raise TestNetwork
    if not address.lower().startswith("xel:"):
        raise ValueError(phrase("address.must_begin", prefix="xel:"))
    raw = bech32(address, ":").whole or b""
    if len(raw) < 33 or raw[32] > 1 or (raw[32] == 0) != (len(raw) == 33):
        raise OtherCoin
    return ("integrated" if raw[32] else "normal"), True


def beam(address: str) -> Found:
    """A wallet id in hexadecimal, or a token; no checksum."""
    if re.fullmatch(r"[0-9A-Fa-f]{64,68}", address):
        return "sbbs", False
    if re.fullmatch(r"[1-9A-HJ-NP-Za-km-z]{80,256}", address):
        return "token", False
    raise ValueError(phrase("address.must_be_beam"))


def iron(address: str) -> Found:
    """A key in hexadecimal; no checksum."""
    if re.fullmatch(r"[0-9A-Fa-f]{64}", address):
        return "public", False
    raise ValueError(phrase("address.must_be_digits", count=64))


def nano_account(address: str) -> Found:
    """`nano_` and a key with its checksum."""
    match = re.fullmatch(r"(?:nano|xrb)_([0-9a-z]{60})", address)
    if match is None:
        raise ValueError(phrase("address.must_be_nano"))
    nano(match[1])
    return "account", True


def versions(**kinds: int) -> dict[bytes, str]:
    """Version bytes and what they stand for, from one or two bytes each."""
    return {version.to_bytes(1 if version < 256 else 2, "big"): kind for kind, version in kinds.items()}


def not_burnt(address: str) -> None:
    """ValueError for an address that was made so that nobody can ever spend from it."""
    if address in _BURNT or re.search(r"X{8}", address):
        raise ValueError(_BURNT_TEXT)
