"""Free loopback ports for the miners' APIs."""

import random
import socket
from collections.abc import Collection

FIRST, LAST = 41000, 41999


def free_port(taken: Collection[int]) -> int:
    """A port of our range that nobody listens on now, an odd one first; OSError when there is none.

    Between this look and the moment when a miner listens there, a connection of anybody can get the port, for Linux
    takes the ports of outgoing connections from the same range (32768 to 60999); the miner would end at once. It gives
    them even ones as long as there are any (`__inet_hash_connect` in net/ipv4/inet_hashtables.c: those of the parity of
    the range's first port).
    """
    candidates = [port for port in range(FIRST, LAST + 1) if port not in taken]
    random.shuffle(candidates)
    candidates.sort(key=lambda port: port % 2 == 0)
    for port in candidates:
        if _is_free(port):
            return port
    raise OSError(f"no port is free from {FIRST} to {LAST}")


def taken_ports(ours: Collection[int]) -> int:
    """How many ports of our range others hold."""
    return sum(not _is_free(port) for port in range(FIRST, LAST + 1) if port not in ours)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
