"""Processes as Linux has them: sessions, pidfds, /proc. With `linux_*.py`, all that another system has otherwise."""

import os
import sys

assert sys.platform == "linux"  # by this mypy leaves the file out for other systems

import resource
import signal
import subprocess
from contextlib import suppress
from pathlib import Path

from mining.domain.adapter import Launch
from mining.processes import linux_deadline
from mining.processes.console import Console
from mining.processes.folder_processes import Child, FolderProcesses
from mining.processes.held_process import HeldProcess
from mining.processes.linux_lock import holders, sweep
from mining.processes.linux_proc import memory_kills, tree, tree_cpu_seconds
from mining.processes.linux_sockets import listens
from mining.processes.posix_birth import birth, leaders_first
from mining.processes.run_folder import RunFolder

OOM_SCORE = "500"  # of -1000 to 1000


class LinuxProcesses(FolderProcesses):
    """Fulfils `mining.domain.process.Processes`."""

    def _birth(self, launch: Launch, folder: RunFolder, ends: tuple[int, int], lock: int) -> Child:
        return birth(launch, folder, ends, lock)

    def _begin(self, child: Child) -> None:
        """It has run since its birth. Where memory runs out the kernel ends it rather than the daemon."""
        with suppress(OSError):
            Path(f"/proc/{child.pid}/oom_score_adj").write_text(OOM_SCORE, "ascii")

    def _hold(self, pid: int, folder: RunFolder, console: Console, child: Child | None) -> "LinuxProcess":
        return LinuxProcess(pid, os.pidfd_open(pid), folder, console, child)

    def memory_kills(self) -> int | None:
        """As the kernel counts them, for the machine and for each group of processes with a limit."""
        return memory_kills()

    def holders(self, folder: RunFolder) -> list[int]:
        """The pids that hold the lock file open, ours left out."""
        return holders(folder)

    def _leaders(self, pids: list[int]) -> list[int]:
        """The process that we started first, then those that it started."""
        return leaders_first(pids)


class LinuxProcess(HeldProcess):
    """Fulfils `mining.domain.process.Process` by a pidfd, which never means another process of the same pid."""

    def __init__(self, pid: int, descriptor: int, folder: RunFolder, console: Console, child: Child | None) -> None:
        super().__init__(pid, folder, console, child)
        self._pidfd = descriptor
        self._guard: subprocess.Popen[bytes] | None = None  # of its deadline
        self._loop.add_reader(descriptor, self._on_exit)

    def _on_exit(self) -> None:
        self._loop.remove_reader(self._pidfd)
        code = None
        if self._child is not None:
            with suppress(ProcessLookupError, PermissionError):
                # what it left in its group; until it is waited for, the pid is its own
                os.killpg(self.pid, signal.SIGKILL)
            code = self._child.wait()
        self._ended(code)

    def signal(self, number: int) -> None:
        """Send a signal to exactly this process, never to one that inherited its pid."""
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._pidfd, number)

    async def _ask(self) -> bool:
        self.signal(signal.SIGTERM)
        self.signal(signal.SIGCONT)  # a stopped process hears nothing else
        return True

    def _force(self) -> None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, signal.SIGKILL)  # alive by its pidfd, hence still the leader of its own group
        self.signal(signal.SIGKILL)

    def _sweep(self) -> int:
        if self._guard is not None:
            self._guard.wait()  # it ends with the process
        return sweep(self._folder)

    def limit_time(self, seconds: float, grace: float) -> None:
        """Have it ended after so many seconds, by a process that outlives us."""
        figures = map(str, (self._pidfd, self.pid, seconds, grace, self._folder.path))
        self._guard = subprocess.Popen(
            [sys.executable, "-I", str(linux_deadline.__file__), *figures],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            cwd="/", env={}, start_new_session=True, pass_fds=(self._pidfd,),
        )  # fmt: skip

    def _cpu_seconds(self) -> float:
        return tree_cpu_seconds(self.pid)

    def listens(self, port: int) -> bool | None:
        """Whether it, or what it started, listens on a port of this machine; None where that cannot be known."""
        return listens(tree(self.pid), port)

    def limit_processor(self, seconds: int) -> None:
        """Let the kernel end it when it has used so much processor time, whatever happens to us."""
        with suppress(OSError):  # it has ended, or must not be limited: then only we end it
            resource.prlimit(self.pid, resource.RLIMIT_CPU, (seconds, seconds + 5))

    def _let_go(self) -> None:
        if self._pidfd >= 0:
            with suppress(Exception):
                self._loop.remove_reader(self._pidfd)
            os.close(self._pidfd)
            self._pidfd = -1
