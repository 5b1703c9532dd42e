"""How macOS tells of the end of a process, tried with a queue that does as its kernel, and what its libproc says."""

import asyncio
import ctypes
import os
import select
import sys
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, ClassVar

import pytest

from mining.foundation import platform

if sys.platform != "linux":
    pytest.skip("macOS has the real ones, and Windows none of it", allow_module_level=True)

from mining.processes import macos_exits, system
from mining.processes.macos import MacProcesses


class Queue:
    """A kqueue: a descriptor that can be read while something is told."""

    gone: ClassVar[bool] = False
    made: ClassVar[list["Queue"]] = []

    def __init__(self) -> None:
        self._read, self._write = os.pipe()
        self.closed = False
        self.told = 0
        self.made.append(self)

    def fileno(self) -> int:
        return self._read

    def control(self, changes: list[Any] | None, most: int, timeout: float) -> list[Any]:
        if changes and self.gone:
            raise ProcessLookupError
        if not changes and self.told:
            os.read(self._read, 1)
            self.told -= 1
        return []

    def tell(self) -> None:
        self.told += 1
        os.write(self._write, b"x")

    def close(self) -> None:
        self.closed = True
        os.close(self._read)
        os.close(self._write)


def as_on_macos(path: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A file of ours as macOS loads it."""
    spec = spec_from_file_location("of_macos", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    with monkeypatch.context() as there:
        there.setattr(sys, "platform", "darwin")
        spec.loader.exec_module(module)
    return module


@pytest.fixture
def noted(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Callable[[], None]]:
    monkeypatch.setattr(Queue, "made", [])
    for name, value in {"kqueue": Queue, "kevent": lambda *words: words}.items():
        monkeypatch.setattr(select, name, value, raising=False)
    for name in ("KQ_EV_ADD", "KQ_EV_ONESHOT", "KQ_FILTER_PROC", "KQ_NOTE_EXIT"):
        monkeypatch.setattr(select, name, 1, raising=False)
    module = as_on_macos(macos_exits.__file__, monkeypatch)
    assert module.WATCH is module.noted
    watch: Callable[..., Callable[[], None]] = module.noted
    return watch


def test_macos_has_its_own_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert as_on_macos(str(system.__file__), monkeypatch).SystemProcesses is MacProcesses


async def test_an_end_is_heard_of_once(noted: Callable[..., Callable[[], None]]) -> None:
    ended = asyncio.Event()
    stop = noted(7, lambda: False, ended.set)
    (queue,) = Queue.made
    assert not ended.is_set()
    queue.tell()
    async with asyncio.timeout(60):
        await ended.wait()
    assert queue.closed
    stop()  # twice does no harm


async def test_who_asks_too_late_hears_at_once_that_it_has_ended(
    noted: Callable[..., Callable[[], None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Queue, "gone", True)
    ended = asyncio.Event()
    noted(7, lambda: False, ended.set)
    assert not ended.is_set(), "its holder is still being made"
    async with asyncio.timeout(60):
        await ended.wait()


async def test_an_end_that_is_told_early_is_looked_for_again(noted: Callable[..., Callable[[], None]]) -> None:
    ended, looks = asyncio.Event(), iter((True, True, False))
    noted(7, lambda: next(looks), ended.set)
    Queue.made[0].tell()  # by the kernel, once
    async with asyncio.timeout(60):
        await ended.wait()
    assert Queue.made[0].closed


async def test_who_looks_no_more_is_told_nothing(noted: Callable[..., Callable[[], None]]) -> None:
    ended = asyncio.Event()
    stop = noted(7, lambda: True, ended.set)
    (queue,) = Queue.made
    queue.tell()
    stop()
    await asyncio.sleep(0)
    assert queue.closed
    assert not ended.is_set()


def test_a_birth_stands_where_libproc_writes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The layout of sys/proc_info.h: 136 bytes, the start in the last sixteen, as second and microsecond."""
    macos = as_on_macos(str(Path(platform.__file__).with_name("macos.py")), monkeypatch)
    written = {"size": 136, "status": 2}

    def proc_pidinfo(pid: int, flavour: int, _: Any, into: Any, size: int) -> int:
        raw = bytearray(136)
        raw[4:8] = written["status"].to_bytes(4, "little")
        raw[12:16] = pid.to_bytes(4, "little")
        raw[120:128] = (1_795_000_000).to_bytes(8, "little")
        raw[128:136] = (42).to_bytes(8, "little")
        ctypes.memmove(into, bytes(raw), min(size, 136))
        return written["size"] if (flavour, size) == (3, 136) else 0

    monkeypatch.setattr(macos, "_LIBC", SimpleNamespace(proc_pidinfo=proc_pidinfo))
    assert macos.born(7) == "1795000000.000042"
    written["status"] = 5
    assert macos.born(7) is None, "a zombie lives no more"
    written.update(status=2, size=0)
    assert macos.born(7) is None, "it is gone, or ending, or another user's"
