"""Ways to the daemon that http.client does not have: its Unix socket, and TLS with certificates of one's own."""

import os
import socket
import ssl
import struct
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path

_MOST_OF_AN_ADDRESS = 100  # bytes; the system takes 107


class UnixConnection(HTTPConnection):
    """To the daemon of a data folder; OSError where it is not that of the folder's owner."""

    def __init__(self, path: Path, owner: int, host: str, timeout: float) -> None:
        super().__init__(host, timeout=timeout)
        self._path, self._owner = path, owner

    def connect(self) -> None:
        """Connect to the socket in place of the host."""
        connected = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            connected.settimeout(self.timeout)
            _connect(connected, self._path)
            _, uid, _ = struct.unpack("3i", connected.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
            if uid != self._owner:
                raise PermissionError(f"{self._path} is another user's")
        except BaseException:
            connected.close()
            raise
        self.sock = connected


def tls_connection(host: str, port: int | None, timeout: float, certificates: Path | None) -> HTTPSConnection:
    """A connection to who can show one of these certificates, or one that this machine trusts."""
    return HTTPSConnection(host, port, timeout=timeout, context=ssl.create_default_context(cafile=certificates))


def _connect(connected: socket.socket, path: Path) -> None:
    if len(os.fsencode(path)) <= _MOST_OF_AN_ADDRESS:
        connected.connect(str(path))
        return
    folder = os.open(path.parent, os.O_PATH | os.O_DIRECTORY)
    try:
        connected.connect(f"/proc/self/fd/{folder}/{path.name}")
    finally:
        os.close(folder)
