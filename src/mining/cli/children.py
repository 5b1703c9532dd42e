"""The processes of the demo: started, started again, ended; and the locks by which a second demo finds the first."""

import json
import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from mining.cli.client import FAILED, Refusal
from mining.foundation.platform import OWN_SESSION, ask_to_end, open_file, pwrite, try_lock
from mining.foundation.sockets import claim

TIMEOUT = 25.0  # seconds; a daemon gives its miners 15
MOST_STARTS = 5  # within …
WINDOW = 60.0  # … so many seconds; more often, something is wrong that a start does not mend


class Child:
    """One process of ours, deaf to the terminal's Ctrl-C, so that we end it in our order."""

    def __init__(self, name: str, argv: list[str], log: Path) -> None:
        self.name = name
        self.argv = argv
        self.log = log
        self._process: subprocess.Popen[bytes] | None = None
        self._starts: list[float] = []

    @property
    def pid(self) -> int | None:
        """Its process, if it was ever started."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Start it; what it prints goes into its log, which begins anew."""
        self._starts.append(time.monotonic())
        with self.log.open("wb") as output:
            self._process = subprocess.Popen(
                self.argv, stdin=subprocess.DEVNULL, stdout=output, stderr=output, **OWN_SESSION
            )

    def start_again(self) -> None:
        """Start it once more, unless it dies so often that this is in vain."""
        recent = [at for at in self._starts if time.monotonic() - at < WINDOW]
        if len(recent) >= MOST_STARTS:
            raise Refusal(f"the {self.name} ends again and again:\n{self.last_words()}", FAILED)
        if len(recent) > 1:
            time.sleep(1)
        self.start()

    def alive(self) -> bool:
        """Whether it runs."""
        return self._process is not None and self._process.poll() is None

    def last_words(self) -> str:
        """The end of its log."""
        return "\n".join(lines_of(self.log)[-8:]) or f"it printed nothing; see {self.log}"

    def end(self) -> None:
        """Ask it to end; after a while, end it."""
        if self._process is None:
            return
        if self.alive():
            ask_to_end(self._process.pid)
        try:
            self._process.wait(TIMEOUT)
        except subprocess.TimeoutExpired:
            click.echo(f"The {self.name} does not end; it is killed.", err=True)
            self._process.kill()
            self._process.wait()


def lines_of(path: Path) -> list[str]:
    """The lines of a log, however odd its bytes."""
    try:
        return path.read_text("utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return []


def free_port(first: int) -> int:
    """`first`, or the next one that nobody listens on."""
    for port in range(first, min(first + 100, 65536)):
        with socket.socket() as probe:
            claim(probe)  # as the daemon will
            try:
                probe.bind(("127.0.0.1", port))
                probe.listen(1)
            except OSError:
                continue
            return port
    raise Refusal(f"no port from {first} up is free; choose another with --port", FAILED)


@contextmanager
def lock_of(path: Path) -> Iterator[Callable[[Any], None] | None]:
    """Hold a file for as long as the block lasts; gives a way to write into it, or None when another one holds it."""
    descriptor = open_file(path, os.O_RDWR | os.O_CREAT)
    try:
        if not try_lock(descriptor):
            yield None
            return

        def write(notice: Any) -> None:
            os.ftruncate(descriptor, 0)
            pwrite(descriptor, json.dumps(notice).encode(), 0)

        yield write
    finally:
        os.close(descriptor)
