"""One app for each data folder: a second start asks the first for its window, and ends."""

import hashlib
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QLockFile
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from mining.foundation.unix_address import unix_address

_ANSWER = 2000  # ms


class SingleInstance:
    """The lock of a folder's app, and the socket on which it is asked to show itself."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "app.sock"
        self._lock = QLockFile(str(folder / "app.lock"))
        self._lock.setStaleLockTime(0)  # it is stale when its process is gone, never by age
        self._server = QLocalServer()
        self._open = ExitStack()

    def is_first(self) -> bool:
        """Whether no other app has this folder."""
        return bool(self._lock.tryLock(0))

    def listen(self, show: Callable[[], None]) -> None:
        """Show ourselves whenever a second start asks."""
        address = self._address()
        QLocalServer.removeServer(address)
        self._server.newConnection.connect(self._server.nextPendingConnection)
        self._server.newConnection.connect(show)
        self._server.listen(address)

    def ask_first(self) -> bool:
        """Ask the app that has this folder for its window; whether it heard."""
        socket = QLocalSocket()
        socket.connectToServer(self._address())
        return bool(socket.waitForConnected(_ANSWER))

    def close(self) -> None:
        """Let the folder go."""
        self._server.close()
        self._lock.unlock()
        self._open.close()

    def _address(self) -> str:
        """Within the private folder; on Windows, where it is no file, a name made of it."""
        if sys.platform == "win32":
            return f"mining-dashboard-{hashlib.sha256(str(self._path).encode()).hexdigest()[:24]}"
        return self._open.enter_context(unix_address(self._path))
