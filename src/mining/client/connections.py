"""Ways to the daemon that http.client does not have: its Unix socket, and TLS with certificates of one's own."""

import errno
import os
import socket
import ssl
import sys
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path
from typing import NamedTuple

from mining.foundation.platform import peer_user
from mining.foundation.unix_address import unix_address


class UnixConnection(HTTPConnection):
    """To the daemon of a data folder; OSError where it is not that of the folder's owner."""

    def __init__(self, path: Path, owner: int, host: str, timeout: float) -> None:
        super().__init__(host, timeout=timeout)
        self._path, self._owner = path, owner

    def connect(self) -> None:
        """Connect to the socket in place of the host."""
        if sys.platform == "win32":  # a data folder that came from another system
            raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))
        connected = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            connected.settimeout(self.timeout)
            with unix_address(self._path) as address:
                connected.connect(address)
            if peer_user(connected) != self._owner:
                raise PermissionError(f"{self._path} is another user's")
        except BaseException:
            connected.close()
            raise
        self.sock = connected


def tls_connection(host: str, port: int | None, timeout: float, certificates: Path | None) -> HTTPSConnection:
    """A connection to who can show one of these certificates, or one that this machine trusts."""
    return HTTPSConnection(host, port, timeout=timeout, context=trusting(certificates))


def trusting(certificates: Path | None) -> ssl.SSLContext:
    """TLS that trusts these certificates, or those that this machine trusts."""
    return ssl.create_default_context(cafile=certificates)


class LiveWay(NamedTuple):
    """How a WebSocket reaches a daemon: by a connected socket where there is one."""

    url: str
    socket: socket.socket | None
    tls: ssl.SSLContext | None
    headers: Mapping[str, str]
