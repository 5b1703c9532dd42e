"""Whose a listening TCP port is, as Linux tells it in /proc: a process holds the socket or it does not."""

import os
import sys

assert sys.platform == "linux"  # by this mypy leaves the file out for other systems

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_LISTENS = "0A"
_TABLES = (Path("/proc/net/tcp"), Path("/proc/net/tcp6"))


def listens(pids: Iterable[int], port: int) -> bool | None:
    """Whether one of these processes listens on a port of this machine; None where that cannot be known."""
    sockets = _listening(port)
    if sockets is None:
        return None
    hidden = False
    for pid in pids:
        try:
            with os.scandir(f"/proc/{pid}/fd") as entries:
                for entry in entries:
                    with suppress(OSError):
                        if str(Path(entry.path).readlink()) in sockets:
                            return True
        except FileNotFoundError:
            continue  # it ended meanwhile
        except OSError:
            hidden = True
    return None if hidden else False


def _listening(port: int) -> set[str] | None:
    """The names that /proc/PID/fd gives to the sockets that listen on a port."""
    names: set[str] = set()
    try:
        for table in _TABLES:
            if table.exists():
                for line in table.read_text().splitlines()[1:]:
                    fields = line.split()
                    if fields[3] == _LISTENS and int(fields[1].rpartition(":")[2], 16) == port:
                        names.add(f"socket:[{fields[9]}]")
    except (OSError, IndexError, ValueError):
        return None
    return names
