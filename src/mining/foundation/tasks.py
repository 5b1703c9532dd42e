"""Background tasks, each with a name and an owner: none dies unseen.

Only this file makes tasks. `owned` is for a result that its owner awaits, `guarded` for work whose death somebody must
hear of, `persistent` for work that is to go on whatever happens to it.
"""

import asyncio
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any, TypeVar

PAUSE = 1.0  # seconds before work that has died begins again

T = TypeVar("T")


def owned(name: str, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
    """A task whose owner awaits it, and so meets what goes wrong in it."""
    return asyncio.create_task(work, name=name)


def guarded(
    name: str, work: Coroutine[Any, Any, T], on_death: Callable[[BaseException], object] | None = None
) -> asyncio.Task[T]:
    """A task whose death by an exception is logged once and handed to its owner; being cancelled is no death."""
    task = asyncio.create_task(work, name=name)
    task.add_done_callback(partial(_examine, on_death))
    return task


def persistent(name: str, work: Callable[[], Coroutine[Any, Any, None]], pause: float = PAUSE) -> asyncio.Task[None]:
    """A task that begins its work again, after a pause, when it dies; it ends when the work ends or is cancelled."""
    return asyncio.create_task(_persist(name, work, pause), name=name)


class TaskGroup:
    """Guarded tasks that end at any time, and at the latest with their owner."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    def begin(self, name: str, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """One more."""
        task = guarded(name, work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def end(self) -> None:
        """Cancel those that are left, and wait until they are gone."""
        await end(*self._tasks)


async def end(*tasks: "asyncio.Task[Any] | None") -> None:
    """Cancel tasks and wait until they are gone; of what they met meanwhile nothing is raised."""
    living = [task for task in tasks if task is not None]
    for task in living:
        task.cancel()
    await asyncio.gather(*living, return_exceptions=True)


def _examine(on_death: Callable[[BaseException], object] | None, task: "asyncio.Task[Any]") -> None:
    error = None if task.cancelled() else task.exception()
    if error is None:
        return
    _report(task.get_name(), error)
    if on_death is not None:
        on_death(error)


async def _persist(name: str, work: Callable[[], Coroutine[Any, Any, None]], pause: float) -> None:
    while True:
        try:
            return await work()
        except Exception as error:
            _report(name, error)
            await asyncio.sleep(pause)


def _report(name: str, error: BaseException) -> None:
    import structlog  # not above: our own small programs start without it, and so in half the time

    structlog.get_logger().error("task.died", task=name, exc_info=error)
