"""Listening at an address that nobody else may listen at."""

import socket
import sys


def claim(listening: socket.socket) -> None:
    """Before a socket is bound: refuse an address where somebody listens, and take one that somebody has just left.

    SO_REUSEADDR means that on Linux and macOS; on Windows it would let two listen at once, and share what comes.
    """
    if sys.platform == "win32":
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)


def is_unix(each: socket.socket) -> bool:
    """Whether it is a Unix socket, which Windows has none of."""
    return sys.platform != "win32" and each.family == socket.AF_UNIX
