"""Processes as Linux has them: sessions, pidfds, /proc. With `linux_lock.py`, all that another system has otherwise."""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from mining.domain.adapter import Launch
from mining.domain.errors import StorageFull
from mining.domain.process import CannotAdopt, CannotSpawn, ConsoleKind, Identity, ProcessRecord
from mining.domain.redaction import pool_secrets, redaction
from mining.domain.rig import LogPage
from mining.foundation.full_disk import is_full_disk
from mining.processes.console import Console, console_of
from mining.processes.environment import environment
from mining.processes.linux_lock import holders, sweep, take_lock
from mining.processes.log_file import LogFile
from mining.processes.run_folder import RunFolder
from mining.processes.sighting import VisibleProcess


class LinuxProcesses:
    """Fulfils `mining.domain.process.Processes`: run folders below `runs`, kept text below `logs`."""

    def __init__(self, runs: Path, logs: Path) -> None:
        self._runs = runs
        self._logs = logs

    @property
    def boot(self) -> str:
        """The kernel's name for this boot."""
        return Path("/proc/sys/kernel/random/boot_id").read_text().strip()

    @property
    def privileged(self) -> bool:
        """Whether we are root."""
        return os.geteuid() == 0

    def boot_clock(self) -> float:
        """Seconds since boot, sleep included; not moved by anybody who sets the clock."""
        return time.clock_gettime(time.CLOCK_BOOTTIME)

    def folder(self, name: str) -> Path:
        """Where a miner runs."""
        return self._runs / name

    def spawn(self, launch: Launch, record: ProcessRecord, console: ConsoleKind) -> "LinuxProcess":
        """Start a process in its own session, holding its folder's lock. The record is written before and after."""
        folder = RunFolder(self._runs, record.miner.name)
        folder.make()
        past = folder.secrets()
        text = self._console(folder, console, [*_own_secrets(record), *past])
        text.open(fresh=True)
        stdin, stdout = text.ends()
        try:
            popen = self._popen(launch, folder, record, past, stdin, stdout)
            return LinuxProcess(popen.pid, os.pidfd_open(popen.pid), folder, text, popen)
        except BaseException:
            text.close()
            raise
        finally:
            for end in (stdin, stdout):
                if end >= 0:
                    os.close(end)

    def _popen(
        self, launch: Launch, folder: RunFolder, record: ProcessRecord, past: Sequence[str], stdin: int, stdout: int
    ) -> "subprocess.Popen[bytes]":
        lock = take_lock(folder)
        if lock is None:
            raise CannotSpawn("a process of this miner is still alive")
        try:
            for name, content in launch.files.items():
                folder.write(name, content)
            folder.write_record(record, past)
            popen = subprocess.Popen(
                launch.argv,
                stdin=stdin,
                stdout=stdout,
                stderr=stdout,
                cwd=folder.path,
                env=environment(folder.path, launch.env),
                start_new_session=True,
                pass_fds=(lock,),
                umask=0o077,
            )
            # From here on the miner lives: whatever happens to us, its lock tells the next daemon.
            with suppress(OSError):
                folder.write_record(record.but(pid=popen.pid, born=born(popen.pid)), past)
            return popen
        except FileNotFoundError as error:
            raise CannotSpawn(f"{launch.argv[0]} is not there") from error
        except PermissionError as error:
            raise CannotSpawn(f"{launch.argv[0]} may not be executed") from error
        except OSError as error:
            if is_full_disk(error):
                raise StorageFull("The disk is full, so nothing was started. Free some space and try again.") from error
            raise CannotSpawn(f"{launch.argv[0]}: {os.strerror(error.errno or 0)}") from error
        finally:
            os.close(lock)

    def adopt(self, name: str, console: ConsoleKind | None) -> "tuple[LinuxProcess | None, ProcessRecord | None]":
        """The living process of a miner and its record; (None, record) when nobody lives. CannotAdopt if it hides."""
        folder = RunFolder(self._runs, name)
        record = folder.read_record()
        if not folder.path.is_dir():
            return None, record
        recorded = record.identity if record is not None else None
        lock = take_lock(folder)
        if lock is not None:
            os.close(lock)
            # A lock file that was removed or replaced under a living miner proves nothing; its record and /proc do.
            if not self._lives(recorded) and not holders(folder):
                return None, record
        candidates = [recorded.pid] if recorded is not None and self._lives(recorded) else []
        for pid in (*candidates, *_leaders(holders(folder))):
            with suppress(ProcessLookupError):
                descriptor = os.pidfd_open(pid)
                if pid in candidates and not self._lives(recorded):  # it ended before we held it
                    os.close(descriptor)
                    continue
                secrets = [*_own_secrets(record), *folder.secrets()]
                text = self._console(folder, console or console_of(folder.path), secrets)
                text.open(fresh=False)
                return LinuxProcess(pid, descriptor, folder, text, None), record
        raise CannotAdopt(f"a process holds {folder.lock}, but it could not be found")

    def strangers(self, names: Collection[str]) -> Mapping[str, ProcessRecord | None]:
        """The living miners of other names, with their records as far as they can be read."""
        paths = sorted(self._runs.iterdir()) if self._runs.is_dir() else []
        folders = [RunFolder(self._runs, path.name) for path in paths if path.name not in names]
        return {folder.path.name: folder.read_record() for folder in folders if holders(folder)}

    def text(self, name: str, lines: int, cursor: str | None) -> LogPage:
        """The last `lines` lines that a miner ever printed, or the first `lines` after `cursor`."""
        page = LogFile(self._logs / name).read(lines, cursor)
        hide = RunFolder(self._runs, name).redaction()  # once more: 0.1.0 kept its text as it came
        hidden = ((line, hide(line.text)) for line in page.items)
        return page.but(items=tuple(line if text == line.text else line.but(text=text) for line, text in hidden))

    def remove(self, name: str) -> None:
        """Delete a miner's folder and text."""
        RunFolder(self._runs, name).remove()
        shutil.rmtree(self._logs / name, ignore_errors=True)

    def _console(self, folder: RunFolder, kind: ConsoleKind, secrets: Sequence[str]) -> Console:
        with suppress(OSError):
            self._logs.mkdir(mode=0o700, exist_ok=True)
        return Console(folder.path, kind, LogFile(self._logs / folder.path.name), redaction(secrets))

    def _lives(self, identity: Identity | None) -> bool:
        return identity is not None and identity.boot == self.boot and identity.born == born(identity.pid)


class LinuxProcess(VisibleProcess):
    """Fulfils `mining.domain.process.Process` by a pidfd, which never means another process of the same pid."""

    def __init__(
        self, pid: int, descriptor: int, folder: RunFolder, console: Console, popen: "subprocess.Popen[bytes] | None"
    ) -> None:
        self.pid = pid
        self.adopted = popen is None
        self._folder = folder
        self._console = console
        self._pidfd = descriptor
        self._popen = popen  # kept, because dropping it would let a later Popen reap the child
        self._loop = asyncio.get_running_loop()
        self._exited: asyncio.Future[int | None] = self._loop.create_future()
        self._cpu: tuple[float, float] | None = None
        self._loop.add_reader(descriptor, self._on_exit)

    @property
    def overflowed(self) -> bool:
        """Whether lines may have been lost while nobody took them."""
        return self._console.overflowed()

    @property
    def text_lost(self) -> bool:
        """Whether its text cannot be kept just now."""
        return self._console.write_failed is not None

    def _on_exit(self) -> None:
        self._loop.remove_reader(self._pidfd)
        code = None
        if self._popen is not None:
            with suppress(ProcessLookupError, PermissionError):
                # what it left in its group; until it is waited for, the pid is its own
                os.killpg(self.pid, signal.SIGKILL)
            code = self._popen.wait()
        if not self._exited.done():
            self._exited.set_result(code)

    def signal(self, number: int) -> None:
        """Send a signal to exactly this process, never to one that inherited its pid."""
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._pidfd, number)

    async def wait(self) -> int | None:
        """Wait for its end; the exit code: negative = signal, None = not our child, so unknown."""
        return await asyncio.shield(self._exited)

    async def stop(self, grace: float) -> None:
        """End it: SIGTERM, after `grace` seconds SIGKILL for its whole group. Safe to call more than once."""
        self.signal(signal.SIGTERM)
        self.signal(signal.SIGCONT)  # a stopped process hears nothing else
        with suppress(TimeoutError):
            async with asyncio.timeout(grace):
                await self.wait()
        if not self._exited.done():
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.pid, signal.SIGKILL)  # alive by its pidfd, hence still the leader of its own group
            self.signal(signal.SIGKILL)
            await self.wait()

    async def sweep(self) -> int:
        """After the exit, end whatever it left behind that still holds its lock; returns how many."""
        return await asyncio.to_thread(sweep, self._folder)

    def lines(self, elapsed: float) -> list[str]:
        """Its text of the last `elapsed` seconds, which is kept in its log from here on."""
        return self._console.drain(elapsed)

    def last_lines(self) -> list[str]:
        """The rest of its text after its end."""
        return self._console.finish()

    def type(self, keys: str) -> None:
        """Send keys to its stdin; OSError when it does not take them."""
        self._console.type(keys)

    def cpu_percent(self, cpus: int) -> float | None:
        """Its whole tree's use since the last call, as % of all `cpus` logical CPUs; None at the first call."""
        now, used = time.monotonic(), tree_cpu_seconds(self.pid)
        before, self._cpu = self._cpu, (now, used)
        if before is None or now <= before[0]:
            return None
        return round(min(100.0, max(0.0, used - before[1]) / (now - before[0]) / cpus * 100), 1)

    def close(self) -> None:
        """Let go of it without touching it."""
        self._console.close()
        if self._pidfd >= 0:
            with suppress(Exception):
                self._loop.remove_reader(self._pidfd)
            os.close(self._pidfd)
            self._pidfd = -1


def _own_secrets(record: ProcessRecord | None) -> list[str]:
    """What one run says to its pools and hears from us alone."""
    return [] if record is None else [*filter(None, [record.context.api_token]), *pool_secrets(record.miner.config)]


def _leaders(pids: list[int]) -> list[int]:
    """The leaders of sessions first: a miner is started as one, its children are not."""

    def is_child(pid: int) -> bool:
        with suppress(ProcessLookupError, PermissionError):
            return os.getsid(pid) != pid
        return True

    return sorted(pids, key=is_child)


def born(pid: int) -> str | None:
    """When a process was started, in clock ticks since boot; None when it is gone."""
    fields = _stat(pid)
    return fields[19] if fields else None


def tree_cpu_seconds(pid: int) -> float:
    """Processor time of a process and all its living descendants, s."""
    fields = _stat(pid)
    if not fields:
        return 0.0
    own = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return own + sum(tree_cpu_seconds(child) for child in _children(pid))


def _stat(pid: int) -> list[str] | None:
    """The fields of /proc/PID/stat after the name, which may hold spaces and brackets; a zombie counts as gone."""
    try:
        fields = _read(f"/proc/{pid}/stat").rpartition(")")[2].split()
    except OSError:
        return None
    return None if fields[0] in "ZX" else fields


def _children(pid: int) -> list[int]:
    children: list[int] = []
    with suppress(OSError), os.scandir(f"/proc/{pid}/task") as threads:
        for thread in threads:
            with suppress(OSError):
                children += map(int, _read(f"{thread.path}/children").split())
    return children


def _read(path: str) -> str:
    """A file of /proc. These are read at every poll, and without Python's layers in a third of the time."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        return b"".join(iter(lambda: os.read(descriptor, 4096), b"")).decode("utf-8", "replace")
    finally:
        os.close(descriptor)


def supported() -> bool:
    """Whether this system can do all that; on others a miner would not survive the daemon."""
    return sys.platform == "linux" and hasattr(os, "pidfd_open")
