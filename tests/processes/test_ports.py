"""Ports for the miners' APIs."""

import socket
import sys
from contextlib import ExitStack

import pytest

from mining.processes.ports import FIRST, LAST, free_port

ODD = range(FIRST + 1, LAST + 1, 2)


def test_an_odd_port_comes_first_then_an_even_one_then_none() -> None:
    assert all(free_port(()) in ODD for _ in range(20))
    assert free_port(ODD) % 2 == 0
    with pytest.raises(OSError, match="no port is free from 41000 to 41999"):
        free_port(range(FIRST, LAST + 1))


def test_a_port_on_which_somebody_listens_is_not_free() -> None:
    used = free_port(())
    free = free_port((used,))
    with socket.create_server(("127.0.0.1", used)):
        assert free_port(set(range(FIRST, LAST + 1)) - {used, free}) == free


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take them from a range of their own")
def test_linux_gives_outgoing_connections_even_ports() -> None:
    with ExitStack() as opened:
        server = opened.enter_context(socket.create_server(("127.0.0.1", 0), backlog=200))
        every = [opened.enter_context(socket.create_connection(server.getsockname())) for _ in range(200)]
        odd = [port for port in (each.getsockname()[1] for each in every) if port % 2]
    assert len(odd) < 10, odd
