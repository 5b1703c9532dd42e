"""Asking a program for its version: away from everything that is ours, not for long, and nothing of it stays."""

import functools
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from mining.foundation.platform import OWN_SESSION, kill_session

_ENVIRONMENT = (
    "PATH", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH",
    "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "TEMP", "TMP",  # without which nothing runs on Windows
)  # fmt: skip
_MOST = 64 * 1024  # bytes of its answer that are read; it may say no more
_PIECE, _PIECES = 4096, 16  # bytes read at once, and how many such pieces wait: what it floods is not kept
_LOOK = 0.02  # s between two looks at whether it has ended
_LAST = 1.0  # s that its last words may take to come to us, where somebody else holds its output open


def output_of(argv: Sequence[str], limit: float = 10.0) -> str:
    """What a command prints within `limit` seconds; OSError when it cannot run, TimeoutError when it does not end."""
    with tempfile.TemporaryDirectory(prefix="mining-version-", ignore_cleanup_errors=sys.platform == "win32") as home:
        environment = {key: os.environ[key] for key in _ENVIRONMENT if key in os.environ}
        process = subprocess.Popen(
            argv,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=Path(home),
            env=environment | {"HOME": home, "USERPROFILE": home},
            **OWN_SESSION,
        )
        assert process.stdout is not None  # noqa: S101 - it was given a pipe
        output = _Output(process.stdout)
        try:
            return _read(process, output, time.monotonic() + limit, limit).decode("utf-8", "replace")
        finally:
            kill_session(process.pid)
            process.wait()
            output.close()


class _Output:
    """What comes out of a pipe, read in a thread: not every system can wait for a pipe."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self._pipe = pipe
        self._pieces: queue.Queue[bytes] = queue.Queue(_PIECES)
        self._closed = threading.Event()
        self.is_over = False  # nobody writes any more, and all was read
        threading.Thread(target=self._follow, name="output of a trial", daemon=True).start()

    def read(self, wait: float) -> bytes:
        """A piece, within so many seconds; nothing when none came, or at its end."""
        with suppress(queue.Empty):
            piece = self._pieces.get(timeout=wait)
            self.is_over = not piece
            return piece
        return b""

    def close(self) -> None:
        """Read no more; the pipe is closed as soon as nobody writes into it."""
        self._closed.set()
        with suppress(queue.Empty):
            while True:
                self._pieces.get_nowait()  # the thread may wait for room

    def _follow(self) -> None:
        with self._pipe:
            while (piece := os.read(self._pipe.fileno(), _PIECE)) and not self._closed.is_set():
                self._pieces.put(piece)
            if not self._closed.is_set():
                self._pieces.put(b"")


def _read(process: "subprocess.Popen[bytes]", output: _Output, until: float, limit: float) -> bytes:
    """What it prints until it ends, whatever it has started goes on printing; at most so much."""
    answer = b""
    while len(answer) < _MOST:
        ended = _has_ended(process)
        piece = b"" if output.is_over else output.read(_LAST if ended else _LOOK)
        answer += piece
        if not piece and ended:
            return answer
        if output.is_over:
            time.sleep(_LOOK)  # it has closed its output, and goes on
        if time.monotonic() > until:
            raise TimeoutError(f"it did not end within {limit:.0f} s")
    return answer[:_MOST]


def _has_ended(process: "subprocess.Popen[bytes]") -> bool:
    """Whether it has, without burying it: until then its number, which is its group's too, is nobody else's.

    Windows keeps a number as long as we hold its process; macOS deals out its numbers in a round that takes minutes.
    """
    if sys.platform != "linux":
        return process.poll() is not None
    return os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


@functools.cache
def without_network() -> tuple[str, ...]:
    """What to put before a command so that it has no network; nothing where this system does not allow that."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return ()
    for way in ((unshare, "--net"), (unshare, "--map-current-user", "--net"), (unshare, "--map-root-user", "--net")):
        try:
            subprocess.run((*way, sys.executable, "-c", ""), check=True, capture_output=True, timeout=5)
        except (OSError, subprocess.SubprocessError):
            continue
        return (*way, "--")
    return ()
