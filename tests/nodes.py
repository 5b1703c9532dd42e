"""A real monerod of somebody else's: a chain of its own on loopback, without peers, whose blocks take a second."""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from mining.drivers.node_rpc import NodeRefusal, NodeRpc, NodeSilent, NodeState
from tests.daemons import wait_for
from tests.demo.processes import free_port
from tests.needs import need

LIGHT = {"MONERO_RANDOMX_UMASK": "4"}  # 290 MB instead of 2.4 GB, and the first hash at once
REGTEST = ("--regtest", "--keep-fakechain", "--fixed-difficulty=20", "--no-igd", "--no-zmq", "--p2p-bind-ip=127.0.0.1")


class Node:
    """Its process, and what may be asked of it."""

    def __init__(self, folder: Path, login: str = "", more: Sequence[str] = ("--offline",)) -> None:
        self.folder = folder
        self.login = login
        self.more = more
        self.port = free_port()
        self.rpc = NodeRpc("127.0.0.1", self.port, login)
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def endpoint(self) -> str:
        """host:port of its RPC."""
        return f"127.0.0.1:{self.port}"

    @property
    def state(self) -> NodeState:
        """What it says of itself."""
        return self.rpc.state()

    def start(self) -> None:
        """Start it, and wait until its RPC answers."""
        argv = [str(need("monerod")), "--non-interactive", f"--data-dir={self.folder}", *REGTEST, *self.more]
        argv += [f"--rpc-bind-port={self.port}", f"--p2p-bind-port={free_port()}", "--log-file=/dev/null"]
        argv += [f"--rpc-login={self.login}"] if self.login else []
        env = {**os.environ, **LIGHT, "HOME": str(self.folder)}
        with (self.folder / "node.out").open("ab") as output:
            self.process = subprocess.Popen(argv, stdout=output, stderr=output, stdin=subprocess.DEVNULL, env=env)
        wait_for(self.answers, 20, f"the node to answer\n{(self.folder / 'node.out').read_text()[-2000:]}")

    def answers(self) -> bool:
        """Whether its RPC does."""
        assert self.process is not None
        assert self.process.poll() is None, (self.folder / "node.out").read_text()[-2000:]
        try:
            return self.state.height > 0
        except NodeRefusal:  # a restricted one
            return True
        except NodeSilent:
            return False

    @property
    def lives(self) -> bool:
        """Whether its process does."""
        return self.process is not None and self.process.poll() is None

    def end(self) -> None:
        """End it as its owner does."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(120)


@contextmanager
def a_node(folder: Path, **how: Any) -> Iterator[Node]:
    """A running node; at the end it is gone."""
    folder.mkdir(parents=True, exist_ok=True)
    node = Node(folder, **how)
    try:
        node.start()
        yield node
    finally:
        if node.process is not None and node.process.poll() is None:
            node.process.kill()
            node.process.wait(60)


class SlowWay:
    """A way to a real node on which its start_mining takes its time, as it does while a dataset is built."""

    def __init__(self, node: Node, seconds: float) -> None:
        self.begun = threading.Event()
        way = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                if self.path == "/start_mining":
                    way.begun.set()
                    time.sleep(seconds)
                connection = HTTPConnection("127.0.0.1", node.port, timeout=60)
                connection.request("POST", self.path, body, {"Content-Type": "application/json"})
                answer = connection.getresponse().read()
                connection.close()
                self.send_response(200)
                self.send_header("Content-Length", str(len(answer)))
                self.end_headers()
                self.wfile.write(answer)

            def log_message(self, *_: Any) -> None: ...

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.endpoint = f"127.0.0.1:{self.server.server_port}"


@contextmanager
def a_slow_way(node: Node, seconds: float) -> Iterator[SlowWay]:
    """Such a way, to a node without a login."""
    way = SlowWay(node, seconds)
    thread = threading.Thread(target=way.server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield way
    finally:
        way.server.shutdown()
        way.server.server_close()
        thread.join()
