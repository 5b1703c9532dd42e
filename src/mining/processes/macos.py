"""Processes as macOS has them: sessions, births by libproc, ends by kqueue. It runs on Linux too, which tests it."""

import os
import sys

assert sys.platform != "win32"  # by this mypy leaves the file out for Windows

import signal
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import psutil

from mining.domain.adapter import Launch
from mining.domain.process import ConsoleKind
from mining.foundation.platform import born
from mining.processes import macos_deadline
from mining.processes.console import Console, TextKind
from mining.processes.deadline import start_guard
from mining.processes.folder_processes import Child, FolderProcesses, sweep
from mining.processes.held_process import HeldProcess
from mining.processes.macos_exits import WATCH, Watch
from mining.processes.posix_birth import birth, leaders_first
from mining.processes.run_folder import RunFolder
from mining.processes.visible_tree import listens, tree

_LIMIT_LOOK = 1.0  # s


class MacProcesses(FolderProcesses):
    """Fulfils `mining.domain.process.Processes`; `watch` is how the end of a process is heard of."""

    def __init__(self, runs: Path, logs: Path, watch: Watch = WATCH) -> None:
        super().__init__(runs, logs)
        self._watch = watch

    @staticmethod
    def text_kind(console: ConsoleKind) -> TextKind:
        """A pipe takes 64 KiB here, which a miner fills while nobody listens: it writes a file by itself."""
        return "log" if console == "fifo" else console

    def _birth(self, launch: Launch, folder: RunFolder, ends: tuple[int, int], lock: int) -> Child:
        return birth(launch, folder, ends, lock)

    def _begin(self, child: Child) -> None:
        """It has run since its birth."""

    def _hold(self, pid: int, folder: RunFolder, console: Console, child: Child | None) -> "MacProcess":
        birth = born(pid)
        if birth is None and child is None:
            raise ProcessLookupError
        return MacProcess(pid, birth, folder, console, child, self._watch)

    def holders(self, folder: RunFolder) -> list[int]:
        """The pids that hold the lock file open, ours left out."""
        return holders(folder)

    def _leaders(self, pids: list[int]) -> list[int]:
        """The process that we started first, then those that it started."""
        return leaders_first(pids)


class MacProcess(HeldProcess):
    """Fulfils `mining.domain.process.Process` by pid and birth: whoever has that pid later was born later."""

    def __init__(
        self, pid: int, birth: str | None, folder: RunFolder, console: Console, child: Child | None, watch: Watch
    ) -> None:
        super().__init__(pid, folder, console, child)
        self._birth = birth
        self._unwatch = watch(pid, self._lives, self._on_exit)
        self._unlimit: Callable[[], None] = lambda: None
        self._guard: subprocess.Popen[bytes] | None = None  # of its deadline

    def _lives(self) -> bool:
        return self._birth is not None and born(self.pid) == self._birth

    def _on_exit(self) -> None:
        code = None
        if self._child is not None:
            with suppress(ProcessLookupError, PermissionError):
                # what it left in its group; until it is waited for, the pid is its own
                os.killpg(self.pid, signal.SIGKILL)
            code = self._child.wait()
        self._unlimit()
        self._ended(code)

    def signal(self, number: int) -> None:
        """Send a signal to exactly this process; a child of ours keeps its pid until it is waited for."""
        _signal(self.pid, self._birth, number)

    async def _ask(self) -> bool:
        ask(self.pid, self._birth)
        return True

    def _force(self) -> None:
        force(self.pid, self._birth)

    def _sweep(self) -> int:
        if self._guard is not None:
            self._guard.kill()  # it would end only at its next look
            self._guard.wait()
        return sweep_folder(self._folder)

    def _cpu_seconds(self) -> float:
        used = 0.0
        for each in tree(self.pid):
            with suppress(psutil.Error):
                used += sum(each.cpu_times()[:2])
        return used

    def listens(self, port: int) -> bool | None:
        """Whether it, or what it started, listens on a port of this machine; None where that cannot be known."""
        return listens(self.pid, port)

    def limit_time(self, seconds: float, grace: float) -> None:
        """Have it ended after so many seconds, by a process that outlives us."""
        if self._birth is not None:
            script = macos_deadline.__file__
            self._guard = start_guard(script, self.pid, self._birth, seconds, grace, self._folder.path)

    def limit_processor(self, seconds: int) -> None:
        """End it when it has used so much processor time; the system limits no other process than one's own."""

        def look() -> None:
            if not self._lives():
                return
            with suppress(psutil.Error):
                if sum(psutil.Process(self.pid).cpu_times()[:2]) >= seconds:
                    self.signal(signal.SIGXCPU)
            self._unlimit = self._loop.call_later(_LIMIT_LOOK, look).cancel

        look()

    def _let_go(self) -> None:
        self._unlimit()
        self._unwatch()


def _signal(pid: int, birth: str | None, number: int) -> None:
    if birth is not None and born(pid) == birth:
        with suppress(ProcessLookupError):
            os.kill(pid, number)


def ask(pid: int, birth: str | None) -> None:
    """Ask exactly this process to end."""
    _signal(pid, birth, signal.SIGTERM)
    _signal(pid, birth, signal.SIGCONT)  # a stopped process hears nothing else


def force(pid: int, birth: str | None) -> None:
    """End exactly this process and its group at once."""
    if birth is not None and born(pid) == birth:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, signal.SIGKILL)  # alive, hence still the leader of its own group
        _signal(pid, birth, signal.SIGKILL)


def sweep_folder(folder: RunFolder) -> int:
    """End every process that holds this folder's lock, and wait until they are gone; returns how many there were."""

    def end(pid: int) -> None:
        birth = born(pid)
        if birth is not None and pid in holders(folder) and born(pid) == birth:
            os.kill(pid, signal.SIGKILL)

    return sweep(lambda: holders(folder), end)


def holders(folder: RunFolder) -> list[int]:
    """The pids that hold the lock file open, ours left out: every process of this miner, also a lost one."""
    lock, own = str(folder.lock.resolve()), os.getpid()
    return sorted(each.pid for each in psutil.process_iter() if each.pid != own and _has_open(each, lock))


def _has_open(process: psutil.Process, path: str) -> bool:
    with suppress(psutil.Error, OSError):  # gone, or not ours to look into
        return any(each.path == path for each in process.open_files())
    return False
