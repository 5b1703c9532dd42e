"""An event loop whose clock leaps over every wait: hours pass in milliseconds, and always in the same order."""

import asyncio
import functools
import selectors
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any

from mining.foundation.clock import Clock

BEGIN = datetime(2026, 11, 3, 12, 0, tzinfo=UTC)  # when every test begins
WORK = 0.02  # s that work in a thread takes


class _Leap(selectors.SelectSelector):
    """Never sleeps: when nothing is ready, the time is simply later."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if not ready:
            if timeout is None:
                raise RuntimeError("everybody waits, and nothing will ever happen")
            self.now += timeout
        return ready


class VirtualLoop(asyncio.SelectorEventLoop):
    """Work for threads is done by this one, a moment later."""

    def __init__(self) -> None:
        self._leap = _Leap()
        super().__init__(self._leap)

    def time(self) -> float:
        return self._leap.now

    def run_in_executor(self, executor: Any, func: Callable[..., Any], *args: Any) -> Any:
        future = self.create_future()

        def work() -> None:
            if future.cancelled():
                return
            try:
                future.set_result(func(*args))
            except Exception as error:
                future.set_exception(error)

        self.call_later(WORK, work)
        return future


def virtual_clock(set_by: Callable[[], timedelta] = timedelta) -> Clock:
    """The clock of the loop that runs now; `set_by` is how far somebody has set the wall clock."""
    loop = asyncio.get_running_loop()
    return Clock(loop.time, lambda: BEGIN + timedelta(seconds=loop.time()) + set_by())


def stand_still(seconds: float) -> None:
    """Let time pass in which nobody of this process does anything, as while it is stopped."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, VirtualLoop)
    loop._leap.now += seconds


def in_virtual_time(test: Callable[..., Coroutine[Any, Any, None]]) -> Callable[..., None]:
    """A test that waits for nothing."""

    @functools.wraps(test)
    def run(*arguments: Any, **named: Any) -> None:
        with asyncio.Runner(loop_factory=VirtualLoop) as runner:
            runner.run(test(*arguments, **named))

    return run
