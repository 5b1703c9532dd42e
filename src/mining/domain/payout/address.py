"""How addresses are spelled: base58, bech32, cashaddr and hexadecimal, each with the checksum that finds typos.

Written from the coins' own descriptions: CryptoNote base58 (monero-project/monero src/common/base58.cpp), BIP-173 and
BIP-350, the Bitcoin Cash address specification, EIP-55.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from Crypto.Hash import keccak

from mining.domain.message import phrase
from mining.domain.payout.blake256 import blake256

Digest = Callable[[bytes], bytes]

BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
BASE32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"  # of bech32 and cashaddr
CONFLUX = "abcdefghjkmnprstuvwxyz0123456789"  # the alphabet of CIP-37
_BLOCK = {2: 1, 3: 2, 5: 3, 6: 4, 7: 5, 9: 6, 10: 7, 11: 8}  # characters → bytes of CryptoNote base58
_BECH32 = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CASHADDR = (0x98F2BC8E61, 0x79B76D99E2, 0xF33E5FB3C4, 0xAE2EABE2A8, 0x1E4F43E470)


class Typo(ValueError):
    """It has the form of an address, but its checksum or a character says that it was not copied faithfully."""

    def __init__(self, why: str | None = None) -> None:
        super().__init__(why or phrase("address.checksum"))


class TestNetwork(ValueError):
    """It is an account of a network that is only for trying things out."""

    __test__ = False  # the name is not meant for a test runner

    def __init__(self) -> None:
        super().__init__(phrase("address.test_network"))


class OtherCoin(ValueError):
    """It is an address, but not of this coin."""

    def __init__(self) -> None:
        super().__init__(phrase("address.another_coin"))


def keccak256(data: bytes) -> bytes:
    """The original Keccak with its own padding, not SHA3-256."""
    return keccak.new(digest_bits=256, data=data).digest()


def double_sha256(data: bytes) -> bytes:
    """Bitcoin's checksum hash."""
    return hashlib.sha256(hashlib.sha256(data).digest()).digest()


def double_blake256(data: bytes) -> bytes:
    """Decred's checksum hash."""
    return blake256(blake256(data))


def blake2b256(data: bytes) -> bytes:
    """Ergo's checksum hash."""
    return hashlib.blake2b(data, digest_size=32).digest()


def _digits(text: str, alphabet: str) -> list[int]:
    digits = [alphabet.find(character) for character in text]
    if -1 in digits:
        raise Typo(phrase("address.character", character=text[digits.index(-1)]))
    return digits


def base58(text: str) -> bytes:
    """Bitcoin's base58, in which every leading 1 is a zero byte."""
    value = 0
    for digit in _digits(text, BASE58):
        value = value * 58 + digit
    zeros = len(text) - len(text.lstrip("1"))
    return bytes(zeros) + value.to_bytes((value.bit_length() + 7) // 8, "big")


def base58check(text: str, digest: Digest = double_sha256) -> bytes:
    """The bytes before the four of the checksum, version included."""
    raw = base58(text)
    if len(raw) < 5 or digest(raw[:-4])[:4] != raw[-4:]:
        raise Typo
    return raw[:-4]


def cryptonote_base58(text: str) -> bytes:
    """Decode CryptoNote's base58, in blocks of 11 characters for 8 bytes."""
    raw = b""
    for start in range(0, len(text), 11):
        block, value = text[start : start + 11], 0
        if len(block) not in _BLOCK:
            raise ValueError(phrase("address.length"))
        for digit in _digits(block, BASE58):
            value = value * 58 + digit
        size = _BLOCK[len(block)]
        if value >> (8 * size):
            raise Typo
        raw += value.to_bytes(size, "big")
    return raw


def cryptonote(text: str) -> tuple[int, bytes]:
    """The prefix and the keys of a CryptoNote address."""
    raw = cryptonote_base58(text)
    if len(raw) < 6 or keccak256(raw[:-4])[:4] != raw[-4:]:
        raise Typo
    prefix = 0
    for place, byte in enumerate(raw[:9]):  # a prefix is a varint of at most nine bytes
        prefix |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:
            return prefix, raw[place + 1 : -4]
    raise OtherCoin


def _polymod(values: Iterable[int], generators: Sequence[int], width: int) -> int:
    """The BCH code of bech32 (`width` 30) and of cashaddr (`width` 40)."""
    check, low = 1, (1 << (width - 5)) - 1
    for value in values:
        top = check >> (width - 5)
        check = (check & low) << 5 ^ value
        for place, generator in enumerate(generators):
            if top >> place & 1:
                check ^= generator
    return check


def _regroup(values: Iterable[int]) -> bytes:
    """Five-bit digits as bytes; what is left over must be fewer than five zero bits."""
    value, bits, out = 0, 0, bytearray()
    for digit in values:
        value, bits = (value << 5 | digit) & 0xFFF, bits + 5
        if bits >= 8:
            bits -= 8
            out.append(value >> bits & 0xFF)
    if bits >= 5 or value & ((1 << bits) - 1):
        raise ValueError(phrase("address.padding"))
    return bytes(out)


def _one_case(text: str) -> str:
    if text not in (text.lower(), text.upper()):
        raise Typo(phrase("address.mixed_case"))
    return text.lower()


class Bech32(NamedTuple):
    """A bech32 text taken apart."""

    prefix: str
    first: int  # the first digit; the witness version of a segwit address
    rest: bytes  # the other digits as bytes
    whole: bytes | None  # all digits as bytes, where they are whole bytes
    modern: bool  # bech32m


def bech32(text: str, separator: str = "1") -> Bech32:
    """Take a bech32 or bech32m text apart."""
    prefix, middle, data = _one_case(text).rpartition(separator)
    if not middle or not prefix or len(data) < 8:
        raise ValueError(phrase("address.length"))
    digits = _digits(data, BASE32)
    expanded = [ord(character) >> 5 for character in prefix] + [0] + [ord(character) & 31 for character in prefix]
    check = _polymod(expanded + digits, _BECH32, 30)
    if check not in (1, 0x2BC830A3):
        raise Typo
    body = digits[:-6]
    if separator != "1":
        return Bech32(prefix, body[0], b"", _regroup(body), check != 1)
    return Bech32(prefix, body[0], _regroup(body[1:]), None, check != 1)


def cashaddr(text: str, prefix: str, alphabet: str = BASE32) -> tuple[int, bytes]:
    """The version byte and the payload; `text` is what follows the prefix, which the checksum covers too."""
    digits = _digits(_one_case(text), alphabet)
    if len(digits) < 10:
        raise ValueError(phrase("address.length"))
    if _polymod([ord(character) & 31 for character in prefix] + [0] + digits, _CASHADDR, 40) != 1:
        raise Typo
    raw = _regroup(digits[:-8])
    return raw[0], raw[1:]


def eip55(digits: str) -> bool:
    """Whether 40 hex digits carry a checksum in their capitals; Typo when it is wrong."""
    if digits in (digits.lower(), digits.upper()):
        return False
    marks = keccak256(digits.lower().encode()).hex()
    right = "".join(d.upper() if int(mark, 16) >= 8 else d for d, mark in zip(digits.lower(), marks, strict=False))
    if digits != right:
        raise Typo
    return True


def nano(text: str) -> bytes:
    """The key of a Nano account; `text` is what follows `nano_`."""
    value = 0
    for digit in _digits(text, "13456789abcdefghijkmnopqrstuwxyz"):
        value = value << 5 | digit
    key, check = value >> 40, (value & 0xFFFFFFFFFF).to_bytes(5, "little")
    if key >> 256 or hashlib.blake2b(key.to_bytes(32, "big"), digest_size=5).digest() != check:
        raise Typo
    return key.to_bytes(32, "big")
