"""`miner-ctrl` on a terminal of its own, as a person has it: what it shows, and the keys that are pressed."""

import os
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.daemons import SLACK, wait_for


class Terminal:
    """One command on a terminal of 80×24."""

    def __init__(self, arguments: tuple[str, ...], variables: dict[str, str]) -> None:
        import fcntl  # which Windows lacks, as it lacks such terminals
        import pty
        import termios

        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        inherited = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
        environment = inherited | {"TERM": "xterm-256color", "COLORTERM": "truecolor"} | variables
        self.process = subprocess.Popen(
            [str(Path(sys.executable).with_name("miner-ctrl")), *arguments], stdin=theirs, stdout=theirs, stderr=theirs,
            env=environment, preexec_fn=lambda: (os.setsid(), fcntl.ioctl(0, termios.TIOCSCTTY, 0)),
        )  # fmt: skip
        os.close(theirs)
        self.output = ""
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        while True:
            try:
                data = os.read(self._ours, 65536)
            except OSError:  # nobody has it open any more
                return
            if b"\x1b[6n" in data:  # where is the cursor?
                os.write(self._ours, b"\x1b[1;1R")
            self.output += data.decode(errors="replace")

    def press(self, keys: str) -> None:
        """Type."""
        os.write(self._ours, keys.encode())

    def shows(self, text: str, after: int = 0) -> int:
        """Wait until a text has come; where it ends in the output."""
        wait_for(lambda: text in self.output[after:], 15, f"{text!r} in\n{self.output[after:][-3000:]}")
        return self.output.index(text, after) + len(text)

    def ends(self) -> int:
        """Wait for its end; the exit code."""
        code = self.process.wait(10 * SLACK)
        self._reader.join(10 * SLACK)
        return code

    def close(self) -> None:
        """End it, if it still runs."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self._reader.join(10 * SLACK)
        os.close(self._ours)


@contextmanager
def a_terminal(*arguments: str, **variables: str) -> Iterator[Terminal]:
    """A command of `miner-ctrl` that runs on a terminal."""
    terminal = Terminal(arguments, variables)
    try:
        yield terminal
    finally:
        terminal.close()
