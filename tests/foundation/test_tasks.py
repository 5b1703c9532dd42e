"""Background tasks: one that dies is seen, and goes on or is handed to its owner; one that is cancelled is quiet."""

import asyncio
import re
from pathlib import Path
from typing import Any

import pytest
import structlog

import mining
from mining.foundation.tasks import TaskGroup, end, guarded, owned, persistent

SOURCES = Path(mining.__file__).parent


async def broken() -> None:
    await asyncio.sleep(0)
    raise ZeroDivisionError("ours")


async def settled() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


def died(logs: list[Any]) -> list[str]:
    return [line["task"] for line in logs if line["event"] == "task.died"]


async def test_a_guarded_task_that_dies_is_logged_once_and_handed_to_its_owner() -> None:
    handed: list[BaseException] = []
    with structlog.testing.capture_logs() as logs:
        task = guarded("a duty", broken(), handed.append)
        await settled()
    assert died(logs) == ["a duty"]
    assert handed == [task.exception()]
    assert isinstance(handed[0], ZeroDivisionError)


async def test_a_guarded_task_without_an_owner_who_listens_is_logged_all_the_same() -> None:
    with structlog.testing.capture_logs() as logs:
        guarded("a duty", broken())
        await settled()
    assert died(logs) == ["a duty"]


async def test_a_persistent_task_goes_on_after_its_death_and_each_death_is_logged() -> None:
    begun = []

    async def work() -> None:
        begun.append(1)
        if len(begun) < 3:
            await broken()

    with structlog.testing.capture_logs() as logs:
        await persistent("a watch", work, pause=0.0)
    assert (len(begun), died(logs)) == (3, ["a watch", "a watch"])


async def test_a_persistent_task_rests_between_its_lives() -> None:
    with structlog.testing.capture_logs() as logs:
        task = persistent("a watch", broken, pause=60.0)
        await settled()
        assert (died(logs), task.done()) == (["a watch"], False)
        await end(task)
        assert task.cancelled()


async def test_the_owner_of_an_owned_task_meets_what_goes_wrong_in_it() -> None:
    with pytest.raises(ZeroDivisionError):
        await owned("a question", broken())


async def test_what_is_cancelled_dies_of_nothing_even_before_it_begins() -> None:
    handed: list[BaseException] = []
    with structlog.testing.capture_logs() as logs:
        tasks = [
            guarded("a duty", asyncio.sleep(60), handed.append),
            persistent("a watch", lambda: asyncio.sleep(60)),
            owned("a question", asyncio.sleep(60)),
        ]
        await end(*tasks, None)
        assert all(task.cancelled() for task in tasks)
        begun = guarded("a duty", asyncio.sleep(60), handed.append)
        await settled()
        await end(begun)
    assert (logs, handed) == ([], [])


async def test_a_group_guards_what_it_holds_and_ends_what_is_left() -> None:
    group = TaskGroup()
    with structlog.testing.capture_logs() as logs:
        left = group.begin("a wait", asyncio.sleep(60))
        assert await group.begin("a sum", asyncio.sleep(0, 2)) == 2
        group.begin("a duty", broken())
        await settled()
        await group.end()
    assert (died(logs), left.cancelled()) == (["a duty"], True)


def test_no_other_file_makes_tasks() -> None:
    makers = re.compile(r"create_task|ensure_future|asyncio\.TaskGroup|asyncio\.Task\(")
    found = {
        path.relative_to(SOURCES).as_posix() for path in SOURCES.rglob("*.py") if makers.search(path.read_text("utf-8"))
    }
    assert found == {"foundation/tasks.py"}
