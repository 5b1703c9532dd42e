"""The certificate with which the daemon speaks TLS: renewed files are taken while it runs, and its end is told."""

import asyncio
import re
import ssl
from collections.abc import Awaitable, Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mining.api.tls import BadCertificate, tls_context
from mining.domain.certificate import CertificateCode, CertificateFacts, CertificateFault, faults_of
from mining.domain.event import EventKind
from mining.domain.message import Message, message

LOOK = 10.0  # s between two looks at the files
Tell = Callable[[None, EventKind, Message, None], Awaitable[Any]]
_Stamp = tuple[tuple[int, int, int] | None, ...]  # of each file: when it was written, which it is, its size
_FIRST = re.compile(rb"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)
_SEQUENCE, _UTC_TIME, _GENERALIZED_TIME = 0x30, 0x17, 0x18  # tags of ASN.1


class Certificate:
    """A certificate and its key, in two files that somebody renews; BadCertificate where they are none."""

    def __init__(self, certificate: Path, key: Path) -> None:
        self._certificate, self._key = certificate, key
        self._used: _Stamp = self._stamp()
        self._doubted: _Stamp | None = None  # files that were refused once: perhaps only one was written by then
        self._refused: str | None = None
        self._context, self._expires = self._load()

    def context(self) -> ssl.SSLContext:
        """What the next handshake needs."""
        return self._context

    @property
    def facts(self) -> CertificateFacts:
        """Until when it holds, and whether there is one that cannot be used."""
        return CertificateFacts(self._expires, self._refused)

    def faults(self) -> tuple[CertificateFault, ...]:
        """What is wrong with it at this moment."""
        return faults_of(self.facts, datetime.now(UTC))

    def look(self) -> bool:
        """Take the files if they are others; whether they were taken. Who has connected stays connected."""
        stamp = self._stamp()
        if stamp == self._used:
            self._doubted = self._refused = None
            return False
        try:
            loaded = self._load()
        except BadCertificate as error:
            self._refused = str(error) if stamp == self._doubted else None
            self._doubted = stamp
            return False
        if self._stamp() != stamp:  # somebody replaces them just now; the next look takes what they are then
            return False
        self._context, self._expires = loaded
        self._used, self._doubted, self._refused = stamp, None, None
        return True

    async def watch(self, tell: Tell, every: float = LOOK) -> None:
        """Look again and again, and tell what comes of it, for ever."""
        last_faults: Mapping[CertificateCode, Message] = {}
        while True:
            faults = {fault.code: fault.message for fault in self.faults()}
            for code, sentence in faults.items():
                if last_faults.get(code) != sentence:
                    await tell(None, "certificate", sentence, None)
            last_faults = faults
            await asyncio.sleep(every)
            if await asyncio.to_thread(self.look):
                until = f"{self._expires:%Y-%m-%d %H:%M} UTC" if self._expires is not None else "an unknown day"
                await tell(None, "certificate", message("certificate.renewed", until=until), None)

    def _load(self) -> tuple[ssl.SSLContext, datetime | None]:
        context = tls_context(self._certificate, self._key)
        try:
            return context, expiry(self._certificate.read_bytes())
        except OSError as error:
            raise BadCertificate(f"--tls-cert {self._certificate} cannot be read") from error

    def _stamp(self) -> _Stamp:
        return tuple(map(_written, (self._certificate, self._key)))


def _written(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_ino, status.st_size


def expiry(pem: bytes) -> datetime | None:
    """Until when the first certificate of a file holds; None where it does not tell.

    The standard library tells it only of the other side of a connection, and only of one that it trusts.
    """
    first = _FIRST.search(pem)
    if first is None:
        return None
    try:
        _, certificate = next(_parts(ssl.PEM_cert_to_DER_cert(first[0].decode("ascii"))))
        _, signed = next(_parts(certificate))
        for tag, content in _parts(signed):
            times = list(_parts(content)) if tag == _SEQUENCE else []
            if len(times) == 2 and times[1][0] in (_UTC_TIME, _GENERALIZED_TIME):
                return _moment(*times[1])
    except (ValueError, StopIteration, IndexError):
        pass
    return None


def _parts(der: bytes) -> Iterator[tuple[int, bytes]]:
    """Each value in a sequence of ASN.1: its tag, and what it holds."""
    place = 0
    while place < len(der):
        tag, size, place = der[place], der[place + 1], place + 2
        if size & 0x80:
            long = size & 0x7F
            size, place = int.from_bytes(der[place : place + long], "big"), place + long
        if place + size > len(der):
            raise ValueError("it is cut off")
        yield tag, der[place : place + size]
        place += size


def _moment(tag: int, content: bytes) -> datetime:
    text = content.decode("ascii")
    if tag == _UTC_TIME:  # two digits of the year: RFC 5280 has them from 1950 to 2049
        text = ("19" if text[:2] >= "50" else "20") + text
    return datetime.strptime(text, "%Y%m%d%H%M%SZ").replace(tzinfo=UTC)
