"""Our server around a small application of a test's own, in a thread."""

import asyncio
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from mining.api.server import serving
from mining.foundation import platform
from mining.foundation.tasks import owned
from tests.api.serving import LongestWork


@dataclass
class Bare:
    """A running server, and what its loop does."""

    port: int
    scopes: list[Any] = field(default_factory=list)
    connections: set[Any] = field(default_factory=set)
    work: LongestWork = field(default_factory=LongestWork)

    def connect(self, receive_buffer: int | None = None) -> socket.socket:
        """A connection, with a small buffer where its client is to read little."""
        peer = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if receive_buffer is not None:
            peer.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        peer.settimeout(60)
        peer.connect(("127.0.0.1", self.port))
        return peer


@contextmanager
def bare_served(
    answer: bytes = b"{}",
    pause: float = 0.0,
    send_buffer: int | None = None,
    tls: Callable[[], ssl.SSLContext] | None = None,
) -> Iterator[Bare]:
    """Serve an application that reads each body, waits, and gives the same answer to everything."""
    listening = socket.create_server(("127.0.0.1", 0))
    if send_buffer is not None:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, send_buffer)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, send_buffer)
    bare = Bare(listening.getsockname()[1])

    async def app(scope: Any, receive: Any, send: Any) -> None:
        while (await receive()).get("more_body", False):
            pass
        bare.scopes.append(scope)
        if pause:
            await asyncio.sleep(pause)
        await send(
            {"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"%d" % len(answer))]}
        )
        await send({"type": "http.response.body", "body": answer})

    ready, end, loops = threading.Event(), asyncio.Event(), []

    async def run() -> None:
        loops.append(asyncio.get_running_loop())
        async with serving(app, [listening], tls=tls) as server:
            bare.connections = server.server_state.connections
            bare.work.task = owned("beat", bare.work.watch())
            ready.set()
            await end.wait()
            bare.work.end()

    thread = threading.Thread(target=lambda: platform.run(run()), daemon=True)
    thread.start()
    assert ready.wait(60)
    try:
        yield bare
    finally:
        loops[0].call_soon_threadsafe(end.set)
        thread.join(60)
