"""A screen that nobody sees, and the real app on it as a process that a test can ask."""

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tests.daemons import SLACK, wait_for
from tests.desktop.qt import ROOT, qt
from tests.needs import need

_ANSWER = 30.0 * SLACK  # s


class App:
    """The app as a process, which answers questions about itself."""

    def __init__(self, variables: dict[str, str], folder: Path, **options: Any) -> None:
        self.folder = folder
        words = json.dumps({"folder": str(folder)} | options)
        self._log = (folder.parent / "app.log").open("ab")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.desktop.driver", words], env=variables, cwd=ROOT, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._log,
        )  # fmt: skip
        self._answers: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._answers.put(line)

    def ask(self, expression: str) -> Any:
        """The value of an expression beside the app."""
        assert self.process.stdin is not None
        self.process.stdin.write(expression + "\n")
        self.process.stdin.flush()
        answer = json.loads(self._answers.get(timeout=_ANSWER))
        assert "error" not in answer, answer
        return answer["value"]

    def until(self, expression: str, what: str = "") -> Any:
        """Wait until an expression is true; its value."""
        return wait_for(lambda: self.ask(expression), 20, what or expression)

    def shows(self, text: str) -> None:
        """Wait until the dashboard in the window shows a text."""
        page = "document.querySelector('mining-dashboard')?.shadowRoot?.textContent ?? ''"
        self.until(f"{text!r} in str(js({page!r}))", f"the window to show {text!r}")

    def do(self, code: str) -> None:
        """Have something done that may open a dialog or end the app."""
        self.ask(f"later({code!r})")

    def choose(self, line: str) -> None:
        """Choose a line of the tray's menu."""
        self.until(f"[{line!r}, True] in [each[:2] for each in lines()]", f"the line {line!r} to be there")
        self.do(f"[each for each in app.tray.menu.actions() if each.text() == {line!r}][0].trigger()")

    def ended(self) -> int:
        """Wait for the end of the app; its exit code."""
        return self.process.wait(_ANSWER)

    def clean_up(self) -> None:
        """End it, if it has not ended."""
        with suppress(OSError):
            self.process.stdin.close()  # type: ignore[union-attr]  # it is a pipe
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self._log.close()


@contextmanager
def a_screen() -> Iterator[dict[str, str]]:
    """The environment of a program on a screen of its own, with Qt in reach."""
    place = qt()
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [need("Xvfb"), "-displayfd", str(writing), "-screen", "0", "1300x900x24", "-nolisten", "tcp"],
        pass_fds=[writing], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writing)
    with os.fdopen(reading) as answer:
        number = answer.readline().strip()
    unset = ("WAYLAND_DISPLAY", "MINING_DATA_DIR", "QT_QPA_PLATFORM")
    variables = {name: value for name, value in os.environ.items() if name not in unset}
    more = {"DISPLAY": f":{number}", "PYTHONPATH": str(place), "QTWEBENGINE_DISABLE_SANDBOX": "1"}
    yield variables | more
    server.terminate()
    server.wait(60)
