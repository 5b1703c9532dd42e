"""Holds the deadline of one process by its pid and birth, where there are no pidfds: what Windows and macOS do alike.

A process of its own does it, so that the deadline also holds when no daemon lives any more. Until then it needs nothing
but a few modules of Python.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from mining.foundation.platform import OWN_SESSION, born

_LOOK = 0.5  # s between two looks


def start_guard(
    script: str, pid: int, birth: str, seconds: float, grace: float, folder: Path, flags: int = 0
) -> "subprocess.Popen[bytes]":
    """Start `script`, which calls `hold`, as a process that outlives us; OSError when the system will not."""
    from mining.processes.environment import environment  # late: the guard itself needs none

    apart = {**OWN_SESSION, "creationflags": flags} if flags else OWN_SESSION
    return subprocess.Popen(
        [sys.executable, "-I", script, str(pid), birth, str(seconds), str(grace), str(folder)],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        cwd=Path(sys.executable).anchor, env=environment(folder, {}), **apart,
    )  # fmt: skip


def hold(
    pid: int, birth: str, seconds: float, grace: float, ask: Callable[[], object], end: Callable[[], object]
) -> None:
    """Wait for the process's end, at most so long; then ask it to end, and end it and all that it left."""
    if _ended(pid, birth, seconds):
        return
    ask()
    _ended(pid, birth, grace)
    end()


def _ended(pid: int, birth: str, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while born(pid) == birth:
        left = until - time.monotonic()
        if left <= 0:
            return False
        time.sleep(min(_LOOK, left))
    return True
