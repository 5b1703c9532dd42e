"""Holds the deadline of one process, as a process of its own, so that it also holds when no daemon lives any more.

It is given a pidfd, which never means another process, and ends as soon as that process does. Until the deadline it
needs nothing but a few modules of Python.
"""

import os
import sys

assert sys.platform == "linux"  # by this mypy leaves the file out for other systems

import select
import signal
from contextlib import suppress
from pathlib import Path


def main(descriptor: int, pid: int, seconds: float, grace: float, folder: Path) -> None:
    """Wait for the process's end, at most so long; then end it and all that it left, as a daemon would."""
    if _ended(descriptor, seconds):
        return
    for number in (signal.SIGTERM, signal.SIGCONT):  # a stopped process hears nothing else
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(descriptor, number)
    if not _ended(descriptor, grace):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, signal.SIGKILL)  # alive by its pidfd, hence still the leader of its own group
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(descriptor, signal.SIGKILL)
    _sweep(folder)


def _ended(descriptor: int, seconds: float) -> bool:
    looks = select.poll()
    looks.register(descriptor, select.POLLIN)
    return bool(looks.poll(seconds * 1000))


def _sweep(folder: Path) -> None:
    from mining.processes.linux_lock import sweep  # late: it takes memory that is needed only now
    from mining.processes.run_folder import RunFolder

    sweep(RunFolder(folder.parent, folder.name))


if __name__ == "__main__":
    held, leader, most, patience, run = sys.argv[1:]
    main(int(held), int(leader), float(most), float(patience), Path(run))
