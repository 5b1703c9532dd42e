"""`miner-ctrl serve` on Windows' own Python: started in a terminal there; asked, killed and interrupted from Linux."""

import json
import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPException
from pathlib import Path

from tests.daemons import wait_for
from tests.promise import ServedDaemon
from tests.wine import windows_python
from tests.wine.terminal import ENDED
from tests.wine.windows_python import windows_path

_START = 30.0  # s on a quiet machine; most of it Wine looks up files


class WindowsDaemon(ServedDaemon):
    """A data folder, and most of the time a daemon on it; its miners are processes of the same Windows."""

    def __init__(self, data: Path) -> None:
        super().__init__(data)
        self.lines: list[str] = []  # all that any daemon here has printed
        self._ends: list[int] = []  # the exit codes of those that have ended
        self._starts = 0
        self._terminal = windows_python.start("-m", "tests.wine.terminal", stdin=subprocess.PIPE)
        threading.Thread(target=windows_python.read, args=(self._terminal, self._take), daemon=True).start()

    def _take(self, line: str) -> None:
        if line.startswith(ENDED):
            self._ends.append(int(line.removeprefix(ENDED)))
        else:
            self.lines.append(line)

    def start(self, limit: float = _START) -> float:
        """Start it; returns the seconds until its API answered."""
        begun = time.monotonic()
        with suppress(FileNotFoundError):
            (self.data / "daemon.json").write_bytes(b"")
        assert self._terminal.stdin is not None
        self._starts += 1
        self._terminal.stdin.write(json.dumps(self.argv()).encode() + b"\n")
        self._terminal.stdin.flush()
        wait_for(self._answers, limit, "the daemon to answer")
        return time.monotonic() - begun

    def argv(self) -> list[str]:
        """What Python is to run."""
        return [*windows_python.OPTIONS, *self.command("serve"), "--port", str(self.port)]

    def named(self, path: Path) -> str:
        """As Windows does."""
        return windows_path(path)

    def ask(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run such a command to its end."""
        return windows_python.run(*self.command(*words))

    @property
    def log(self) -> str:
        """The end of what was printed."""
        return "\n".join(self.lines[-60:])

    @property
    def lives(self) -> bool:
        """Whether the daemon that was started last does."""
        return len(self._ends) < self._starts

    def _answers(self) -> bool:
        """Whether this daemon does; its pid is Windows', so it is known by the notice that was emptied before."""
        assert self.lives, f"the daemon ended with {self._ends[-1]}:\n{self.log}"
        assert self._terminal.poll() is None, f"the terminal ended:\n{self.log}"
        try:
            notice = json.loads((self.data / "daemon.json").read_text())
            return notice["pid"] > 0 and self.call("GET", "/info")[0] == 200
        except (OSError, ValueError, KeyError, HTTPException):
            return False

    def _send(self, number: int) -> int:
        """Send a signal of Linux to the daemon, and wait for its end; the exit code that Windows tells."""
        words = b"\0".join(each.encode() for each in self.command("serve")[2:])
        (pid,) = (pid for pid in _pids() if words in _command_line(pid))
        os.kill(pid, number)
        wait_for(lambda: not self.lives, 30, f"the end of the daemon\n{self.log}")
        return self._ends[-1]

    def press_ctrl_c(self) -> int:
        """Wine makes a Ctrl-C of this signal; the exit code of the daemon."""
        return self._send(signal.SIGINT)

    def kill(self) -> None:
        """kill -9: nothing of the daemon runs any more, whatever it was doing."""
        self._send(signal.SIGKILL)

    def clean_up(self) -> None:
        """End its Windows, with every process there."""
        windows_python.end_all()
        self._terminal.kill()
        self._terminal.wait(60)


def _pids() -> list[int]:
    return [int(each.name) for each in Path("/proc").iterdir() if each.name.isdigit()]


def _command_line(pid: int) -> bytes:
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    return b""


@contextmanager
def a_windows_daemon(data: Path) -> Iterator[WindowsDaemon]:
    """A running one; at the end it and its miners are gone."""
    running = WindowsDaemon(data)
    try:
        running.start()
        yield running
    finally:
        running.clean_up()
