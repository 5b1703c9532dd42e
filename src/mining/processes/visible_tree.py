"""What psutil sees of a process and of what it started: who they are, and the ports on which they listen."""

from contextlib import suppress

import psutil


def tree(pid: int) -> list[psutil.Process]:
    """A process and all its living descendants."""
    with suppress(psutil.Error):
        process = psutil.Process(pid)
        return [process, *process.children(recursive=True)]
    return []


def listens(pid: int, port: int) -> bool | None:
    """Whether one of them listens on a port of this machine; None where that cannot be known."""
    hidden = False
    for each in tree(pid):
        try:
            sockets = each.net_connections("tcp")
        except psutil.NoSuchProcess:
            continue  # it ended meanwhile
        except psutil.Error:
            hidden = True
            continue
        if any(it.status == psutil.CONN_LISTEN and it.laddr and it.laddr.port == port for it in sockets):
            return True
    return None if hidden else False
