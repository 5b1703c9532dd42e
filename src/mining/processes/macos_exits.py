"""How the end of a process is heard of where there are no pidfds: from kqueue, or by looking again and again."""

import sys

assert sys.platform != "win32"  # by this mypy leaves the file out for Windows

import asyncio
from collections.abc import Callable
from contextlib import suppress

LOOK = 0.05  # s between two looks

Unwatch = Callable[[], None]
Watch = Callable[[int, Callable[[], bool], Callable[[], None]], Unwatch]  # pid, whether it lives, what to call then


def polled(pid: int, lives: Callable[[], bool], ended: Callable[[], None]) -> Unwatch:
    """Look whether it lives until it does not."""
    loop = asyncio.get_running_loop()
    timer: list[asyncio.TimerHandle] = []

    def look() -> None:
        timer.clear()
        if lives():
            timer.append(loop.call_later(LOOK, look))
        else:
            ended()

    timer.append(loop.call_later(0, look))

    def stop() -> None:
        for each in timer:
            each.cancel()

    return stop


if sys.platform == "darwin":
    import select

    def noted(pid: int, lives: Callable[[], bool], ended: Callable[[], None]) -> Unwatch:
        """Be told by the kernel, which tells of others' children too; what has ended before is told of at once."""
        loop = asyncio.get_running_loop()
        queue = select.kqueue()

        def stop() -> None:
            if not queue.closed:
                with suppress(Exception):
                    loop.remove_reader(queue.fileno())
                queue.close()

        def look() -> None:
            if queue.closed:
                return
            queue.control(None, 1, 0)
            if lives():  # the kernel tells of it once only, and has told early
                loop.call_later(LOOK, look)
            else:
                stop()
                ended()

        flags = select.KQ_EV_ADD | select.KQ_EV_ONESHOT
        exit_of = select.kevent(pid, select.KQ_FILTER_PROC, flags, select.KQ_NOTE_EXIT)
        try:
            queue.control([exit_of], 0, 0)
        except ProcessLookupError:  # also for a child of ours that nobody has waited for
            stop()
            loop.call_soon(ended)
            return stop
        loop.add_reader(queue.fileno(), look)
        return stop

    WATCH: Watch = noted
else:
    WATCH = polled
