"""Whose a port is: asked of the system, with sockets of this process, of a child and of nobody."""

import os
import socket
import subprocess
import sys

import pytest

if sys.platform != "linux":
    pytest.skip("these are Linux' own means", allow_module_level=True)

from mining.processes.linux_sockets import listens

LISTENER = """
import socket, sys
server = socket.create_server(("127.0.0.1", 0))
print(server.getsockname()[1], flush=True)
sys.stdin.read()
"""


def test_a_port_belongs_to_the_process_that_listens_there_and_to_no_other() -> None:
    with subprocess.Popen([sys.executable, "-c", LISTENER], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        theirs = int(child.stdout.readline())
        with socket.create_server(("127.0.0.1", 0)) as mine:
            own = mine.getsockname()[1]
            assert listens([os.getpid()], own) is True
            assert listens([os.getpid()], theirs) is False
            assert listens([child.pid], theirs) is True
            assert listens([child.pid, os.getpid()], own) is True
        assert listens([os.getpid()], own) is False, "nobody listens there any more"
        child.kill()
    assert listens([child.pid], theirs) is False


def test_a_socket_that_is_connected_is_not_one_that_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert listens([os.getpid()], client.getsockname()[1]) is False


def test_every_address_counts_also_of_the_newer_protocol() -> None:
    with socket.create_server(("::", 0), family=socket.AF_INET6, dualstack_ipv6=True) as server:
        assert listens([os.getpid()], server.getsockname()[1]) is True


def test_what_cannot_be_read_is_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: str) -> None:
        raise PermissionError(path)

    monkeypatch.setattr(os, "scandir", refused)
    assert listens([os.getpid()], 1) is None
