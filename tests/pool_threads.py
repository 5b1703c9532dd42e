"""A demo pool in a thread of its own, for tests that drive a daemon from outside."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from mining.demo.demo_pool import DemoPool


class PoolThread:
    """The pool's switches and counters, safe to use from the test's thread."""

    def __init__(self, **how: Any) -> None:
        self._loop = asyncio.new_event_loop()
        self.pool = DemoPool(**how)

    @property
    def address(self) -> str:
        """Where miners find it."""
        return f"127.0.0.1:{self.pool.port}"

    def do(self, switch: str, *values: Any) -> None:
        """Turn one of the pool's switches."""

        async def turn() -> None:
            result = getattr(self.pool, switch)(*values)
            if asyncio.iscoroutine(result):
                await result

        asyncio.run_coroutine_threadsafe(turn(), self._loop).result(10)

    def run(self, ready: threading.Event, done: asyncio.Event) -> None:
        """Serve until `done`."""

        async def serve() -> None:
            async with self.pool:
                ready.set()
                await done.wait()

        self._loop.run_until_complete(serve())

    def call_soon(self, callback: Any) -> None:
        """Run something in the pool's loop."""
        self._loop.call_soon_threadsafe(callback)


@contextmanager
def a_pool(**how: Any) -> Iterator[PoolThread]:
    """A listening pool."""
    pool, ready, done = PoolThread(**how), threading.Event(), asyncio.Event()
    thread = threading.Thread(target=pool.run, args=(ready, done), daemon=True)
    thread.start()
    assert ready.wait(60)
    try:
        yield pool
    finally:
        pool.call_soon(done.set)
        thread.join(60)
