"""Where requests come in: sockets of the network, and one of this machine alone."""

import socket
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

import structlog

from mining.api.certificate import Certificate
from mining.api.unix_socket import SocketRefused, listening_at
from mining.foundation.platform import HAS_UNIX_SOCKETS
from mining.foundation.sockets import claim, is_unix

log = structlog.get_logger()
LOOPBACK = ("127.0.0.1", "::1")


class Doors(NamedTuple):
    """Where requests come in."""

    sockets: Sequence[socket.socket]
    certificate: Certificate | None
    url: str


class CannotServe(Exception):
    """The daemon cannot run like that; the text says why and what to do."""


def bind(named: str | None, port: int) -> list[socket.socket]:
    """Listening sockets, on loopback where no host is named; CannotServe when the port is taken."""
    sockets: list[socket.socket] = []
    for host in (named,) if named is not None else LOOPBACK:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        try:
            sockets.append(_listen(family, host, port))
        except OSError as error:
            if host == "::1" and not named:  # a machine without IPv6
                continue
            raise CannotServe(
                f"port {port} on {host} cannot be used ({(error.strerror or str(error)).lower()}); "
                "end what listens there, or choose another one with --port"
            ) from error
        port = sockets[0].getsockname()[1]
    return sockets


def _listen(family: socket.AddressFamily, host: str, port: int) -> socket.socket:
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        claim(listening)
        if family == socket.AF_INET6:
            listening.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        listening.bind((host, port))
        listening.listen(2048)
    except BaseException:
        listening.close()
        raise
    listening.setblocking(False)
    return listening


@contextmanager
def unix_socket(path: Path, needed: bool) -> Iterator[tuple[Path, socket.socket] | None]:
    """A Unix socket and its path; None where that cannot hold one and it is not `needed`."""
    with ExitStack() as stack:
        try:
            listening = stack.enter_context(listening_at(path))
        except SocketRefused as error:
            if needed:
                raise CannotServe(str(error)) from error
            if HAS_UNIX_SOCKETS:
                log.warning("unix_socket", text=str(error))
            yield None
            return
        yield path, listening


def url(sockets: Sequence[socket.socket], namespace: str, tls: bool = False) -> str:
    """Where the API answers somebody on this machine."""
    host, port = sockets[0].getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - what is bound, not what to bind
    return f"{'https' if tls else 'http'}://{f'[{host}]' if ':' in host else host}:{port}{namespace}"


def own_ports(sockets: Sequence[socket.socket]) -> tuple[int, ...]:
    """The ports where the daemon itself listens."""
    return tuple({each.getsockname()[1]: None for each in sockets if not is_unix(each)})
