"""Who holds the lock of a run folder, which each process of a miner inherits: which live, and their end."""

import os
import sys

assert sys.platform == "linux"  # by this mypy leaves the file out for other systems

import signal
from contextlib import suppress
from pathlib import Path

from mining.processes import folder_processes
from mining.processes.run_folder import RunFolder


def holders(folder: RunFolder) -> list[int]:
    """The pids that hold the lock file open, ours left out: every process of this miner, also a lost one."""
    wanted = None
    with suppress(OSError):
        wanted = folder.lock.stat()
    deleted = f"{folder.lock} (deleted)"  # so the kernel calls a lock file that was removed under a living miner
    pids = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid() and _has_open(entry / "fd", wanted, deleted):
            pids.append(int(entry.name))
    return sorted(pids)


def _has_open(folder: Path, wanted: os.stat_result | None, deleted: str) -> bool:
    try:
        for entry in folder.iterdir():
            with suppress(OSError):
                there = entry.stat()
                if wanted is not None and (there.st_dev, there.st_ino) == (wanted.st_dev, wanted.st_ino):
                    return True
                if there.st_nlink == 0 and str(entry.readlink()) == deleted:
                    return True
    except OSError:  # gone, or not ours to look into
        return False
    return False


def sweep(folder: RunFolder, timeout: float = 2.0) -> int:
    """Kill every process that holds this folder's lock, and wait until they are gone; returns how many there were."""

    def end(pid: int) -> None:
        descriptor = os.pidfd_open(pid)
        try:
            if pid in holders(folder):  # the pid was not recycled between the look and the hold
                signal.pidfd_send_signal(descriptor, signal.SIGKILL)
        finally:
            os.close(descriptor)

    return folder_processes.sweep(lambda: holders(folder), end, timeout)
