"""Threads for work that may never return, such as a look at a file on a network drive that is gone.

Each piece has a thread of its own, so that it holds up neither the others nor the end of the daemon.
"""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from functools import partial
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class ThreadsApart(Executor):
    """For `loop.run_in_executor`."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        """Begin at once."""
        future: Future[T] = Future()

        def work() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                result = fn(*args, **kwargs)
            except BaseException as error:
                future.set_exception(error)
            else:
                future.set_result(result)

        threading.Thread(target=work, name="apart", daemon=True).start()
        return future


APART = ThreadsApart()


async def apart(work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """The result of blocking work."""
    return await asyncio.get_running_loop().run_in_executor(APART, partial(work, *args, **kwargs))
