"""A stratum pool that does to a miner whatever a test says, in a thread of its own; it believes every share."""

import json
import secrets
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

SEED = "11" * 32


class ScriptedPool:
    """What it gives away (`job`, `login`, `verdict`) may change at any time; it speaks from the next message on."""

    def __init__(self, host: str = "127.0.0.1", difficulty: int = 20, tls: ssl.SSLContext | None = None) -> None:
        self.host, self.tls = host, tls
        self.job: dict[str, Any] = {"algo": "rx/0", "seed_hash": SEED, "height": 3_000_000}
        self.difficulty = difficulty
        self.login: dict[str, Any] | None = None  # the whole answer to a login; None: a session and a job
        self.verdict: str | None = None  # the words with which it rejects shares; None: it takes them
        self.extensions = ["algo", "keepalive"]
        self.silent = False
        self.logins: list[Any] = []
        self.accepted = self.rejected = 0
        self._clients: set[socket.socket] = set()
        self._family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._port = 0
        self._listener: socket.socket | None = None

    @property
    def address(self) -> str:
        """Where miners find it."""
        return f"[{self.host}]:{self._port}" if ":" in self.host else f"{self.host}:{self._port}"

    def listen(self) -> None:
        """Take connections, on the same port as before."""
        listener = socket.socket(self._family)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((self.host, self._port))
        listener.listen()
        self._port, self._listener = listener.getsockname()[1], listener
        threading.Thread(target=self._accept, args=(listener,), daemon=True).start()

    def close(self) -> None:
        """Take no connection, and end those that there are."""
        if self._listener is not None:
            with suppress(OSError):
                self._listener.shutdown(socket.SHUT_RDWR)
            self._listener.close()
            self._listener = None
        self.drop()

    def drop(self) -> None:
        """End every connection without a word."""
        for client in list(self._clients):
            with suppress(OSError):
                client.shutdown(socket.SHUT_RDWR)

    def say(self, message: object) -> None:
        """Send everybody a message: an object as JSON, bytes as they are."""
        for client in list(self._clients):
            self._send(client, message)

    def new_job(self, **changed: Any) -> None:
        """Other work for everybody, from now on."""
        self.job |= changed
        self.say({"jsonrpc": "2.0", "method": "job", "params": self._job()})

    def _job(self) -> dict[str, Any]:
        blob = b"\x10\x10" + secrets.token_bytes(37) + bytes(4) + secrets.token_bytes(32) + b"\x01"
        target = ((2**64 - 1) // self.difficulty).to_bytes(8, "little").hex()
        whole = {"blob": blob.hex(), "job_id": secrets.token_hex(6), "target": target} | self.job
        return {name: value for name, value in whole.items() if value is not None}

    def _accept(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                client, _ = listener.accept()
                threading.Thread(target=self._converse, args=(client,), daemon=True).start()

    def _converse(self, client: socket.socket) -> None:
        with suppress(OSError, ValueError):
            if self.tls is not None:
                client = self.tls.wrap_socket(client, server_side=True)
            self._clients.add(client)
            for line in client.makefile("rb"):
                if not self.silent:
                    self._send(client, self._answer(json.loads(line)))
        self._clients.discard(client)
        client.close()

    def _send(self, client: socket.socket, message: object) -> None:
        data = message if isinstance(message, bytes) else json.dumps(message).encode() + b"\n"
        with suppress(OSError):
            client.sendall(data)

    def _answer(self, message: dict[str, Any]) -> dict[str, Any]:
        head = {"id": message["id"], "jsonrpc": "2.0"}
        if message["method"] == "mining.subscribe":  # Ethereum's words
            return head | {"error": None, "result": [None, "aabb"]}
        if message["method"] in ("login", "mining.authorize"):
            self.logins.append(message["params"])
            return head | (self.login or self.welcome())
        if message["method"] == "submit":
            return head | self._judge()
        return head | {"error": None, "result": {"status": "KEEPALIVED"}}

    def welcome(self) -> dict[str, Any]:
        """The answer of a pool that takes a login."""
        result = {"id": secrets.token_hex(8), "job": self._job(), "extensions": self.extensions, "status": "OK"}
        return {"error": None, "result": result}

    def _judge(self) -> dict[str, Any]:
        if self.verdict is None:
            self.accepted += 1
            return {"error": None, "result": {"status": "OK"}}
        self.rejected += 1
        return {"error": {"code": -1, "message": self.verdict}}


@contextmanager
def a_scripted_pool(**how: Any) -> Iterator[ScriptedPool]:
    """A listening one."""
    pool = ScriptedPool(**how)
    pool.listen()
    try:
        yield pool
    finally:
        pool.close()
