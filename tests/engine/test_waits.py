"""Waits that somebody may end: an end is heard at whatever moment it comes."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from mining.engine.supervision.poll_schedule import PollSchedule
from mining.engine.supervision.restart_wait import RestartWait
from mining.foundation.clock import Clock


def a_poll() -> tuple[Coroutine[Any, Any, Any], Callable[[], None]]:
    poll_now = asyncio.Event()
    schedule = PollSchedule("one", lambda: 10.0, poll_now, True, Clock())
    return schedule.rest(proven=True), poll_now.set


def a_restart() -> tuple[Coroutine[Any, Any, Any], Callable[[], None]]:
    wait = RestartWait(Clock())
    wait.begin(10.0)
    return wait.last(), wait.end


@pytest.mark.parametrize("kind", [a_poll, a_restart])
async def test_whoever_is_told_to_end_while_their_wait_ends_by_itself_ends(kind: Any) -> None:
    for turns in range(6):  # of the loop between the one and the other
        work, come_true = kind()
        waiting = asyncio.create_task(work)
        for _ in range(3):
            await asyncio.sleep(0)
        come_true()
        for _ in range(turns):
            await asyncio.sleep(0)
        if waiting.cancel():
            with pytest.raises(asyncio.CancelledError):
                await waiting
