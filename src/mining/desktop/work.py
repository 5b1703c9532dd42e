"""What waits for the daemon does so in threads; what comes of it arrives in Qt's own."""

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, Signal

from mining.client.error import ApiError


class BackgroundCall(QObject):
    """One request in a thread of its own, which ends with the app."""

    finished = Signal(object)
    refused = Signal(str)

    def __init__(self, do: Callable[[], Any]) -> None:
        super().__init__()
        self._do = do

    def start(self) -> None:
        """Begin."""
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        with suppress(RuntimeError):  # Qt has ended meanwhile
            try:
                outcome = self._do()
            except (ApiError, OSError, ValueError) as error:  # the last: an address or a key file that is none
                self.refused.emit(str(error))
            else:
                self.finished.emit(outcome)
