"""What a certificate says of itself, read from its DER bytes without believing any of it."""

import hashlib
from datetime import UTC, datetime
from typing import Any

from Crypto.Util.asn1 import DerObject, DerObjectId, DerSequence, DerSetOf

from mining.domain.pools import Certificate

_NAMES = {"2.5.4.3": "CN", "2.5.4.10": "O", "2.5.4.11": "OU", "2.5.4.6": "C", "2.5.4.7": "L", "2.5.4.8": "ST"}
_ENCODINGS = {0x0C: "utf-8", 0x13: "ascii", 0x14: "latin-1", 0x16: "ascii", 0x1E: "utf-16-be"}
_UTC_TIME, _GENERALIZED_TIME, _VERSION = 0x17, 0x18, 0xA0
_LONGEST = 200  # characters of a name


def read_certificate(der: bytes) -> Certificate:
    """Subject, issuer, end and fingerprint; ValueError when it is no certificate."""
    try:
        body = _parts(_parts(der)[0])
        if isinstance(body[0], bytes) and body[0][:1] == bytes([_VERSION]):
            body = body[1:]
        _serial, _algorithm, issuer, validity, subject = body[:5]
        return Certificate(
            subject=_name(subject),
            issuer=_name(issuer),
            not_after=_time(_parts(validity)[1]),
            fingerprint=hashlib.sha256(der).hexdigest(),
        )
    except (IndexError, TypeError, OverflowError) as error:
        raise ValueError("not a certificate") from error


def _parts(der: bytes) -> list[Any]:
    """What a sequence holds: numbers as such, the rest as DER."""
    sequence = DerSequence().decode(der)
    return [sequence[place] for place in range(len(sequence))]


def _name(der: bytes) -> str:
    words = []
    for group in _parts(der):
        for pair in DerSetOf().decode(group):
            kind, value = _parts(bytes(pair))
            oid = DerObjectId().decode(kind).value
            words.append(f"{_NAMES.get(oid, oid)}={_text(value)}")
    return ", ".join(words)[:_LONGEST]


def _text(der: bytes) -> str:
    text = DerObject().decode(der).payload.decode(_ENCODINGS.get(der[0], "latin-1"), "replace")
    return "".join(sign if sign.isprintable() else "?" for sign in text)


def _time(der: bytes) -> datetime:
    text = DerObject().decode(der).payload.decode("ascii", "replace")
    if der[0] == _UTC_TIME:  # two digits of a year stand for 1950 to 2049
        text = ("20" if text[:2] < "50" else "19") + text
    elif der[0] != _GENERALIZED_TIME:
        raise ValueError("not a time")
    return datetime.strptime(text, "%Y%m%d%H%M%SZ").replace(tzinfo=UTC)
