"""The Unix socket: it has its mode before anybody can connect, and takes the place only of one where nobody listens."""

import os
import socket
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from mining.foundation.platform import remove
from mining.foundation.unix_address import unix_address

MODE = 0o660  # who may connect
_PATIENCE = 1.0  # s to find out whether somebody listens


class SocketRefused(Exception):
    """There can be no socket at that path; the text says why."""


if sys.platform == "win32":

    @contextmanager
    def listening_at(path: Path) -> Iterator[socket.socket]:
        """Windows has none that Python could listen at."""
        raise SocketRefused("there are no Unix sockets on Windows; leave --unix-socket out: commands go by the network")
        yield  # so that it is a block all the same

else:

    @contextmanager
    def listening_at(path: Path) -> Iterator[socket.socket]:
        """A socket that listens at a path for the length of the block."""
        listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            with unix_address(path) as address:
                _refuse_taken(path, address)
                listening.bind(address)
            path.chmod(MODE)
            listening.listen(2048)
        except OSError as error:
            listening.close()
            why = os.strerror(error.errno).lower() if error.errno else str(error)
            raise SocketRefused(f"there can be no socket at {path}: {why}") from error
        except SocketRefused:
            listening.close()
            raise
        ours = _identity(path)
        listening.setblocking(False)
        try:
            yield listening
        finally:
            listening.close()
            if ours is not None and _identity(path) == ours:
                remove(path)

    def _refuse_taken(path: Path, address: str) -> None:
        """SocketRefused where something else stands, or somebody listens; what a daemon left is removed."""
        try:
            mode = path.lstat().st_mode
        except FileNotFoundError:
            return
        if not stat.S_ISSOCK(mode):
            raise SocketRefused(f"{path} is no socket; move it away, or name another path with --unix-socket")
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as asking:
            asking.settimeout(_PATIENCE)
            try:
                asking.connect(address)
            except ConnectionRefusedError:
                remove(path)
                return
            except TimeoutError:
                pass  # one that does not get round to us is somebody
        raise SocketRefused(f"somebody listens at {path} already; name another path with --unix-socket")


def _identity(path: Path) -> tuple[int, int] | None:
    with suppress(OSError):
        status = path.lstat()
        return status.st_dev, status.st_ino
    return None
