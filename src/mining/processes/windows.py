"""Processes as Windows has them: named jobs, handles, a file that nobody else may open as the lock, Ctrl-C."""

import sys

assert sys.platform == "win32"  # by this mypy leaves the file out for other systems

import _winapi
import asyncio
import ctypes
import errno
import hashlib
import os
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress
from ctypes import wintypes
from pathlib import Path

import psutil

from mining.domain.adapter import Launch
from mining.domain.process import ConsoleKind
from mining.foundation.platform import ask_to_end, windows_jobs
from mining.foundation.platform.windows import KERNEL
from mining.foundation.platform.windows_processes import born_of, image_of, runs
from mining.processes import windows_deadline
from mining.processes.console import Console, TextKind
from mining.processes.deadline import start_guard
from mining.processes.environment import environment
from mining.processes.folder_processes import Child, FolderProcesses, sweep
from mining.processes.held_process import HeldProcess
from mining.processes.run_folder import RunFolder
from mining.processes.visible_tree import listens
from mining.processes.windows_codes import FORCED, signalled

_SUSPENDED, _BREAKAWAY = 0x4, 0x01000000
_ACCESS = 0x1000 | 0x100000 | 0x1 | 0x0800 | 0x0100 | 0x0200  # query, wait, end, suspend and resume, into a job
_ACCESS_DENIED = 5
_WAIT = 500  # ms between two looks at whether nobody wants to know any more
_CONSOLE = Path(os.environ.get("SYSTEMROOT", "C:\\Windows"), "System32", "conhost.exe")
_NTDLL = ctypes.WinDLL("ntdll")


class WindowsProcesses(FolderProcesses):
    """Fulfils `mining.domain.process.Processes`."""

    def __init__(self, runs: Path, logs: Path) -> None:
        super().__init__(runs, logs)
        # A daemon that was started deaf to Ctrl-C would start miners that are, which could not be asked to end.
        KERNEL.SetConsoleCtrlHandler(None, False)

    @property
    def asks_surely(self) -> bool:
        """Ctrl-C reaches only those that have a console and listen to it."""
        return False

    @staticmethod
    def text_kind(console: ConsoleKind) -> TextKind:
        """There are no named pipes that outlive their makers: such a program writes a file by itself."""
        return "log" if console == "fifo" else console

    def _birth(self, launch: Launch, folder: RunFolder, ends: tuple[int, int], lock: int) -> Child:
        job = windows_jobs.create_job(job_name(folder))
        try:
            child = self._suspended(launch, folder, ends, (lock, job))
            try:
                windows_jobs.assign(job, _handle_of(child))
            except OSError:
                child.kill()
                raise
            return child
        finally:
            _winapi.CloseHandle(job)

    def _suspended(self, launch: Launch, folder: RunFolder, ends: tuple[int, int], inherited: tuple[int, int]) -> Child:
        """Born, but without a step done; out of our own job where that lets it go.

        It inherits the job's handle too, so that the name stays as long as the last process does.
        """
        for handle in inherited:
            os.set_handle_inheritable(handle, True)

        def start(flags: int) -> Child:
            return subprocess.Popen(
                launch.argv,
                stdin=ends[0],
                stdout=ends[1],
                stderr=ends[1],
                cwd=folder.path,
                env=environment(folder.path, launch.env),
                creationflags=flags | _SUSPENDED,
                startupinfo=subprocess.STARTUPINFO(lpAttributeList={"handle_list": [*inherited]}),
            )

        return _out_of_our_job(start)

    def _begin(self, child: Child) -> None:
        _resume(_handle_of(child))

    def _hold(self, pid: int, folder: RunFolder, console: Console, child: Child | None) -> "WindowsProcess":
        try:
            handle = _winapi.OpenProcess(_ACCESS, False, pid)
        except OSError as error:
            raise ProcessLookupError(errno.ESRCH, str(error)) from error
        job = windows_jobs.create_job(job_name(folder))
        if child is None:
            if not runs(handle):
                _winapi.CloseHandle(handle)
                _winapi.CloseHandle(job)
                raise ProcessLookupError
            # One whose daemon died before it was put into its job, or resumed, is that now; of others it is true.
            with suppress(OSError):
                if not windows_jobs.is_in(job, handle):
                    windows_jobs.assign(job, handle)
            _resume(handle)
        return WindowsProcess(pid, handle, job, folder, console, child)

    def holders(self, folder: RunFolder) -> list[int]:
        """The pids in its job, and of those that work in its folder and were born before they came into the job."""
        return holders(folder)


class WindowsProcess(HeldProcess):
    """Fulfils `mining.domain.process.Process` by a handle: while it is open, the pid is nobody else's."""

    def __init__(
        self, pid: int, handle: int, job: int, folder: RunFolder, console: Console, child: Child | None
    ) -> None:
        super().__init__(pid, folder, console, child)
        self._handle = handle
        self._job = job
        self._forced = False
        self._guard: subprocess.Popen[bytes] | None = None  # of its deadline
        self._unwanted = threading.Event()
        self._waiting = threading.Thread(target=self._await_end, name=f"wait for {pid}", daemon=True)
        self._waiting.start()

    def _await_end(self) -> None:
        """In a thread: tell the loop of its end, as long as somebody wants to know."""
        while not self._unwanted.is_set():
            if _winapi.WaitForSingleObject(self._handle, _WAIT) == _winapi.WAIT_OBJECT_0:
                code = _winapi.GetExitCodeProcess(self._handle)
                with suppress(RuntimeError):  # the loop has ended meanwhile
                    self._loop.call_soon_threadsafe(self._ended, signalled(code, self._forced))
                return

    async def _ask(self) -> bool:
        return await asyncio.to_thread(ask_to_end, self.pid)

    def _force(self) -> None:
        self._forced = True
        windows_jobs.terminate(self._job, FORCED)
        if runs(self._handle):
            with suppress(OSError):
                _winapi.TerminateProcess(self._handle, FORCED)

    def _sweep(self) -> int:
        if self._guard is not None:
            self._guard.kill()  # it would end only at its next look
            self._guard.wait()
        return end_all(self._folder, self._job)

    def _cpu_seconds(self) -> float:
        return windows_jobs.cpu_seconds(self._job)

    def listens(self, port: int) -> bool | None:
        """Whether it, or what it started, listens on a port of this machine; None where that cannot be known."""
        return listens(self.pid, port)

    def limit_time(self, seconds: float, grace: float) -> None:
        """Have it ended after so many seconds, by a process that outlives us."""
        if (birth := born_of(self._handle)) is not None:
            script = windows_deadline.__file__
            its = (script, self.pid, birth, seconds, grace, self._folder.path)
            self._guard = _out_of_our_job(lambda flags: start_guard(*its, flags))

    def limit_processor(self, seconds: int) -> None:
        """Let the system end it when it has used so much processor time, whatever happens to us."""
        windows_jobs.limit_time(self._job, seconds)

    def _let_go(self) -> None:
        if self._handle:
            self._unwanted.set()
            self._waiting.join()
            _winapi.CloseHandle(self._handle)
            _winapi.CloseHandle(self._job)
            self._handle = 0


def _out_of_our_job(start: Callable[[int], Child]) -> Child:
    """What is started with these flags, out of the job that we are in where that lets it go."""
    try:
        return start(subprocess.CREATE_NO_WINDOW | _BREAKAWAY)
    except PermissionError as error:
        if error.winerror != _ACCESS_DENIED:
            raise
    return start(subprocess.CREATE_NO_WINDOW)


def end_all(folder: RunFolder, job: int) -> int:
    """End every process of this miner, and wait until they are gone; returns how many there were."""

    def end(pid: int) -> None:
        if pid in windows_jobs.pids_in(job):
            windows_jobs.terminate(job, FORCED)
        elif _works_in(pid, folder.path):
            with suppress(psutil.Error):
                psutil.Process(pid).kill()

    return sweep(lambda: holders(folder), end)


def job_name(folder: RunFolder) -> str:
    """The name of the job of a miner's processes, for every session of this machine."""
    path = os.path.normcase(folder.path.resolve())
    return f"Global\\mining-platform-{hashlib.sha256(path.encode()).hexdigest()}"


def holders(folder: RunFolder) -> list[int]:
    """Every process of this miner, also a lost one, ours left out."""
    job = windows_jobs.open_job(job_name(folder))
    inside: list[int] = []
    if job is not None:
        inside = list(filter(_is_ours, windows_jobs.pids_in(job)))
        _winapi.CloseHandle(job)
    return sorted(inside or (pid for pid in psutil.pids() if _works_in(pid, folder.path) and _is_ours(pid)))


def _is_ours(pid: int) -> bool:
    """Whether it is not what the system starts to draw a console, which goes with the last that is in it."""
    return os.path.normcase(image_of(pid) or "") != os.path.normcase(_CONSOLE)


def _works_in(pid: int, folder: Path) -> bool:
    """Whether that is the folder in which a process was born to work: none of ours does, and every miner does."""
    if pid in (0, 4, os.getpid()):
        return False
    with suppress(psutil.Error, OSError):
        return os.path.normcase(Path(psutil.Process(pid).cwd())) == os.path.normcase(folder)
    return False


def _handle_of(child: Child) -> int:
    return int(child._handle)  # type: ignore[attr-defined] # the only one with every right


def _resume(process: int) -> None:
    """Let a process run that was born suspended; nothing for one that runs."""
    _NTDLL.NtResumeProcess(wintypes.HANDLE(process))
