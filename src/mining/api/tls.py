"""TLS: the certificate and its key, checked before anything listens, and the door that tells plain HTTP what to do."""

import asyncio
import os
import socket
import ssl
import stat
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from mining.api.connection import refusal_bytes
from mining.domain.errors import ErrorDetail, InvalidRequest
from mining.domain.message import phrase
from mining.domain.shell import quoted
from mining.foundation.platform import others_see, own_name
from mining.foundation.tasks import TaskGroup, end, persistent

HANDSHAKE_TIME = 10.0  # s until a handshake is complete
MOST_HANDSHAKES = 256  # at once
_LOOK = 0.005  # s between two looks for the first byte, where nobody tells
_HANDSHAKE = b"\x16"  # the first byte of one; no request begins with it

_MISMATCHES = ("KEY_VALUES_MISMATCH", "KEY_TYPE_MISMATCH", "NO_CERTIFICATE_ASSIGNED")  # the last: keys of two kinds


class BadCertificate(ValueError):
    """A certificate or key cannot be used; the text says what to do."""


def tls_context(certificate: Path, key: Path) -> ssl.SSLContext:
    """What a server needs to speak TLS; BadCertificate otherwise."""
    for path, flag in ((certificate, "--tls-cert"), (key, "--tls-key")):
        _refuse_unreadable(path, flag)
    _refuse_open(key)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_alpn_protocols(["http/1.1"])
    try:
        context.load_cert_chain(certificate, key, password=_no_password)
    except _Encrypted as error:
        raise BadCertificate(f"the key {key} has a password; write one without: openssl pkey -in {key}") from error
    except ssl.SSLError as error:
        if error.reason in _MISMATCHES:
            raise BadCertificate(f"the key {key} does not belong to the certificate {certificate}") from error
        raise BadCertificate(f"{certificate} and {key} must be a certificate and its key, both in PEM") from error
    return context


def _refuse_open(key: Path) -> None:
    """BadCertificate for a key that is no secret."""
    if sys.platform != "win32" and stat.S_IMODE(key.stat().st_mode) & 0o007:
        raise BadCertificate(f"everybody can read the key {key}: chmod o= {key}")
    if sys.platform == "win32" and others_see(key):
        end = f'icacls {quoted(str(key))} /inheritance:r /grant:r "{own_name()}:F"'
        raise BadCertificate(f"others can read the key {key}: {end}")


def _refuse_unreadable(path: Path, flag: str) -> None:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise BadCertificate(f"{flag} {path} is no file")
        with path.open("rb"):
            pass
    except OSError as error:
        raise BadCertificate(f"{flag} {path} cannot be read: {os.strerror(error.errno or 0).lower()}") from error


class _Encrypted(Exception):
    """The key asks for a password."""


def _no_password() -> str:
    raise _Encrypted


class TlsDoor:
    """Lets in who begins a handshake and completes it in time."""

    def __init__(
        self,
        sockets: Sequence[socket.socket],
        context: Callable[[], ssl.SSLContext],
        protocol: Callable[[], asyncio.Protocol],
    ) -> None:
        self._context = context
        self._protocol = protocol
        self._greetings = TaskGroup()
        self._waiting = 0
        for each in sockets:
            each.setblocking(False)
        self._doors = [persistent("api.tls", partial(self._accept, each)) for each in sockets]

    async def close(self) -> None:
        """Let nobody in any more."""
        await end(*self._doors)
        await self._greetings.end()

    async def _accept(self, listening: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        while True:
            peer, _ = await loop.sock_accept(listening)
            if self._waiting >= MOST_HANDSHAKES:
                peer.close()
            else:
                self._waiting += 1
                self._greetings.begin("api.tls.greeting", self._greet(peer))

    async def _greet(self, peer: socket.socket) -> None:
        try:
            with suppress(OSError):  # it has gone, is no TLS of ours, or (TimeoutError) dawdles
                async with asyncio.timeout(HANDSHAKE_TIME):
                    await self._let_in(peer)
        finally:
            self._waiting -= 1

    async def _let_in(self, peer: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        try:
            first = await _first_byte(peer)
            if first == _HANDSHAKE:
                await loop.connect_accepted_socket(
                    self._protocol, peer.dup(), ssl=self._context(), ssl_handshake_timeout=HANDSHAKE_TIME
                )
            elif first:
                refusal = InvalidRequest([ErrorDetail("request", phrase("fault.not_tls"))])
                await loop.sock_sendall(peer, refusal_bytes(refusal))
                peer.shutdown(socket.SHUT_WR)
                async with asyncio.timeout(1):
                    while await loop.sock_recv(peer, 4096):  # so that what was sent is not lost with what came
                        pass
        finally:
            peer.close()


async def _first_byte(peer: socket.socket) -> bytes:
    """What comes first; it stays where it is."""
    while sys.platform == "win32":  # whose loop can wait for bytes that it takes, not for bytes that stay
        try:
            return peer.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            await asyncio.sleep(_LOOK)
    loop = asyncio.get_running_loop()
    readable = loop.create_future()
    loop.add_reader(peer, lambda: None if readable.done() else readable.set_result(None))
    try:
        await readable
    finally:
        loop.remove_reader(peer)
    return peer.recv(1, socket.MSG_PEEK)
