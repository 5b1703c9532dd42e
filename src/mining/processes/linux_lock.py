"""The lock of a run folder, which each process of a miner inherits: whether any lives, which, and their end."""

import fcntl
import os
import signal
import time
from contextlib import suppress
from pathlib import Path

from mining.processes.run_folder import RunFolder, clear_for_file


def take_lock(folder: RunFolder) -> int | None:
    """A descriptor that holds the lock, to be inherited by the miner; None while any process of it lives."""
    clear_for_file(folder.lock)
    descriptor = os.open(folder.lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return descriptor


def holders(folder: RunFolder) -> list[int]:
    """The pids that hold the lock file open, ours left out: every process of this miner, also a lost one."""
    wanted = None
    with suppress(OSError):
        wanted = folder.lock.stat()
    deleted = f"{folder.lock} (deleted)"  # so the kernel calls a lock file that was removed under a living miner
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid() and _has_open(entry / "fd", wanted, deleted):
            found.append(int(entry.name))
    return sorted(found)


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
    found: set[int] = set()
    end = time.monotonic() + timeout
    while (pids := holders(folder)) and time.monotonic() < end:
        found.update(pids)
        for pid in pids:
            with suppress(ProcessLookupError, PermissionError):
                descriptor = os.pidfd_open(pid)
                try:
                    if pid in holders(folder):  # the pid was not recycled between the look and the hold
                        signal.pidfd_send_signal(descriptor, signal.SIGKILL)
                finally:
                    os.close(descriptor)
        time.sleep(0.01)
    return len(found)
