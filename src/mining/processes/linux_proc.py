"""What /proc tells of a process and its descendants: who they are, and how much of the processor they used."""

import os
import sys

assert sys.platform == "linux"  # by this mypy leaves the file out for other systems

from contextlib import suppress

from mining.foundation.platform.linux import read_proc, stat_fields


def tree_cpu_seconds(pid: int) -> float:
    """Processor time of a process and all its living descendants, s."""
    fields = stat_fields(pid)
    if not fields:
        return 0.0
    own = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return own + sum(tree_cpu_seconds(child) for child in _children(pid))


def tree(pid: int) -> list[int]:
    """A process and all its living descendants."""
    return [pid, *(each for child in _children(pid) for each in tree(child))]


def _children(pid: int) -> list[int]:
    children: list[int] = []
    with suppress(OSError), os.scandir(f"/proc/{pid}/task") as threads:
        for thread in threads:
            with suppress(OSError):
                children += map(int, read_proc(f"{thread.path}/children").split())
    return children


def memory_kills() -> int | None:
    """How many processes the kernel has ended since boot because memory ran out; None for a kernel older than 4.13."""
    with suppress(OSError):
        for line in read_proc("/proc/vmstat").splitlines():
            name, _, count = line.partition(" ")
            if name == "oom_kill":
                return int(count)
    return None
