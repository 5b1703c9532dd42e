"""One OS process of a miner, from birth to burial, and its adoption by a later daemon."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from mining.domain.adapter import Launch
from mining.domain.errors import StorageFull
from mining.foundation.full_disk import is_full_disk
from mining.processes.run_folder import ProcessRecord, RunFolder

_PASSED_ON = (
    "PATH", "LANG", "LC_ALL", "TZ", "CUDA_VISIBLE_DEVICES", "CUDA_DEVICE_ORDER", "GPU_MAX_HEAP_SIZE",
    "GPU_MAX_ALLOC_PERCENT", "GPU_SINGLE_ALLOC_PERCENT", "GPU_USE_SYNC_OBJECTS", "HSA_OVERRIDE_GFX_VERSION",
    "ROCR_VISIBLE_DEVICES",
)  # fmt: skip


class CannotSpawn(Exception):
    """The operating system would not start the program; the text says why."""


class CannotAdopt(Exception):
    """Some process of this miner lives, but it could not be found."""


class Process:
    """A living process of a miner.

    `exited` yields its exit code: negative = signal, None = not our child, so unknown.
    """

    def __init__(self, pid: int, descriptor: int, folder: RunFolder, popen: subprocess.Popen[bytes] | None) -> None:
        self.pid = pid
        self.folder = folder
        self.adopted = popen is None
        self._pidfd = descriptor
        self._popen = popen  # kept, because dropping it would let a later Popen reap the child
        self._loop = asyncio.get_running_loop()
        self.exited: asyncio.Future[int | None] = self._loop.create_future()
        self._cpu: tuple[float, float] | None = None
        self._loop.add_reader(descriptor, self._on_exit)

    @property
    def alive(self) -> bool:
        """Whether it has not ended yet."""
        return not self.exited.done()

    def _on_exit(self) -> None:
        self._loop.remove_reader(self._pidfd)
        code = None
        if self._popen is not None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(
                    self.pid, signal.SIGKILL
                )  # what it left in its group; until it is waited for, the pid is its own
            code = self._popen.wait()
        if not self.exited.done():
            self.exited.set_result(code)

    def signal(self, number: int) -> None:
        """Send a signal to exactly this process, never to one that inherited its pid."""
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._pidfd, number)

    async def stop(self, grace: float) -> None:
        """End it: SIGTERM, after `grace` seconds SIGKILL for its whole group. Safe to call more than once."""
        self.signal(signal.SIGTERM)
        self.signal(signal.SIGCONT)  # a stopped process hears nothing else
        with suppress(TimeoutError):
            await asyncio.wait_for(asyncio.shield(self.exited), grace)
        if self.alive:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.pid, signal.SIGKILL)  # alive by its pidfd, hence still the leader of its own group
            self.signal(signal.SIGKILL)
            await asyncio.shield(self.exited)

    async def sweep(self) -> int:
        """After the exit, end whatever it left behind that still holds its lock; returns how many."""
        return await asyncio.to_thread(sweep, self.folder)

    def cpu_percent(self, cpus: int) -> float | None:
        """Its whole tree's use since the last call, as % of all `cpus` logical CPUs; None at the first call."""
        now, used = time.monotonic(), tree_cpu_seconds(self.pid)
        before, self._cpu = self._cpu, (now, used)
        if before is None or now <= before[0]:
            return None
        return round(min(100.0, max(0.0, used - before[1]) / (now - before[0]) / cpus * 100), 1)

    def close(self) -> None:
        """Let go of it without touching it."""
        if self._pidfd >= 0:
            with suppress(Exception):
                self._loop.remove_reader(self._pidfd)
            os.close(self._pidfd)
            self._pidfd = -1


def spawn(launch: Launch, folder: RunFolder, record: ProcessRecord, stdin: int, stdout: int) -> Process:
    """Start a process in its own session, holding the folder's lock. The record is written before and after."""
    lock = folder.take_lock()
    if lock is None:
        raise CannotSpawn("a process of this miner is still alive")
    try:
        for name, content in launch.files.items():
            folder.write(name, content)
        folder.write_record(record)
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
            folder.write_record(record.but(pid=popen.pid, start_ticks=start_ticks(popen.pid)))
        return Process(popen.pid, os.pidfd_open(popen.pid), folder, popen)
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


def adopt(folder: RunFolder) -> tuple[Process | None, ProcessRecord | None]:
    """The living process of a folder and its record; (None, record) when nobody lives. CannotAdopt if it hides."""
    record = folder.read_record()
    if not folder.path.is_dir():
        return None, record
    lock = folder.take_lock()
    if lock is not None:
        os.close(lock)
        # A lock file that was removed or replaced under a living miner proves nothing; its record and /proc do.
        if not (record is not None and _is_recorded(record)) and not folder.holders():
            return None, record
    candidates = [record.pid] if record is not None and _is_recorded(record) and record.pid else []
    for pid in (*candidates, *_leaders(folder.holders())):
        with suppress(ProcessLookupError):
            descriptor = os.pidfd_open(pid)
            if pid in candidates and not (record and _is_recorded(record)):  # it ended before we held it
                os.close(descriptor)
                continue
            return Process(pid, descriptor, folder, None), record
    raise CannotAdopt(f"a process holds {folder.lock}, but it could not be found")


def sweep(folder: RunFolder, timeout: float = 2.0) -> int:
    """Kill every process that holds this folder's lock, and wait until they are gone; returns how many there were."""
    found: set[int] = set()
    end = time.monotonic() + timeout
    while (pids := folder.holders()) and time.monotonic() < end:
        found.update(pids)
        for pid in pids:
            with suppress(ProcessLookupError, PermissionError):
                descriptor = os.pidfd_open(pid)
                try:
                    if pid in folder.holders():  # the pid was not recycled between the look and the hold
                        signal.pidfd_send_signal(descriptor, signal.SIGKILL)
                finally:
                    os.close(descriptor)
        time.sleep(0.01)
    return len(found)


def _is_recorded(record: ProcessRecord) -> bool:
    return (
        record.pid is not None
        and record.start_ticks is not None
        and record.boot_id == boot_id()
        and start_ticks(record.pid) == record.start_ticks
    )


def _leaders(pids: list[int]) -> list[int]:
    """The leaders of sessions first: a miner is started as one, its children are not."""

    def is_child(pid: int) -> bool:
        with suppress(ProcessLookupError, PermissionError):
            return os.getsid(pid) != pid
        return True

    return sorted(pids, key=is_child)


def environment(home: Path, more: Mapping[str, str]) -> dict[str, str]:
    """What a miner gets to see: an allow-list, and its run folder as the home where it may look for files."""
    passed = {key: os.environ[key] for key in _PASSED_ON if key in os.environ}
    homes = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"), str(home))
    return passed | homes | dict(more)


def boot_id() -> str:
    """The kernel's name for this boot; pids and start times mean nothing in another one."""
    return Path("/proc/sys/kernel/random/boot_id").read_text().strip()


def boot_clock() -> float:
    """Seconds since boot, sleep included; not moved by anybody who sets the clock."""
    return time.clock_gettime(time.CLOCK_BOOTTIME)


def start_ticks(pid: int) -> int | None:
    """When a process was started, in clock ticks since boot; None when it is gone."""
    fields = _stat(pid)
    return int(fields[19]) if fields else None


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
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return None if fields[0] in "ZX" else fields


def _children(pid: int) -> list[int]:
    found: list[int] = []
    with suppress(OSError):
        for thread in Path(f"/proc/{pid}/task").iterdir():
            with suppress(OSError):
                found += map(int, (thread / "children").read_text().split())
    return found


def supported() -> bool:
    """Whether this system can do all that; on others a miner would not survive the daemon."""
    return sys.platform == "linux" and hasattr(os, "pidfd_open")
