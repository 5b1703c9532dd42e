"""One process of a miner in our hands: its text, its end, and what can be seen of it, as every system does it."""

import asyncio
import os
import stat
import subprocess
import time
from abc import ABC, abstractmethod
from contextlib import suppress
from pathlib import Path

from mining.foundation import platform
from mining.processes.console import Console
from mining.processes.run_folder import RunFolder

MOST = 256 * 1024  # bytes


class HeldProcess(ABC):
    """Fulfils `mining.domain.process.Process`; each system says how it ends one and hears of its end."""

    def __init__(self, pid: int, folder: RunFolder, console: Console, child: "subprocess.Popen[bytes] | None") -> None:
        self.pid = pid
        self.adopted = child is None
        self._folder = folder
        self._console = console
        self._child = child  # kept, because dropping it would let a later Popen reap the child
        self._loop = asyncio.get_running_loop()
        self._exited: asyncio.Future[int | None] = self._loop.create_future()
        self._cpu: tuple[float, float] | None = None

    @property
    def overflowed(self) -> bool:
        """Whether lines may have been lost while nobody took them."""
        return self._console.overflowed()

    @property
    def text_lost(self) -> bool:
        """Whether its text cannot be kept just now."""
        return self._console.write_failed is not None

    async def wait(self) -> int | None:
        """Wait for its end; the exit code: negative = signal, None = not our child, so unknown."""
        return await asyncio.shield(self._exited)

    async def stop(self, grace: float) -> None:
        """End it: ask it to, and after `grace` seconds end it and its group by force. Safe to call more than once."""
        with suppress(TimeoutError):
            async with asyncio.timeout(grace):
                if await self._ask():
                    await self.wait()
        if not self._exited.done():
            self._force()
            await self.wait()

    async def sweep(self) -> int:
        """After the exit, end whatever it left behind; returns how many there were."""
        return await asyncio.to_thread(self._sweep)

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
        now, used = time.monotonic(), self._cpu_seconds()
        before, self._cpu = self._cpu, (now, used)
        if before is None or now <= before[0]:
            return None
        return round(min(100.0, max(0.0, used - before[1]) / (now - before[0]) / cpus * 100), 1)

    def arguments(self) -> tuple[str, ...] | None:
        """Its arguments as the system has them; None when they cannot be had."""
        return platform.arguments(self.pid)

    def content(self, name: str) -> bytes | None:
        """A plain file in its run folder; None for anything else."""
        return content(self._folder.path / name)

    def keep(self, name: str, content: bytes) -> None:
        """Write a file that its owner alone can read into its run folder."""
        self._folder.write(name, content)

    def close(self) -> None:
        """Let go of it without touching it."""
        self._console.close()
        self._let_go()

    def _ended(self, code: int | None) -> None:
        if not self._exited.done():
            self._exited.set_result(code)

    @abstractmethod
    async def _ask(self) -> bool:
        """Ask it to end; False when it could not be asked, so that there is nothing to wait for."""

    @abstractmethod
    def _force(self) -> None:
        """End it and its group at once."""

    @abstractmethod
    def _sweep(self) -> int:
        """End whatever it left behind; how many there were. Runs in a thread."""

    @abstractmethod
    def _cpu_seconds(self) -> float:
        """The processor time of its whole tree, s."""

    @abstractmethod
    def listens(self, port: int) -> bool | None:
        """Whether it, or what it started, listens on a port of this machine; None where that cannot be known."""

    @abstractmethod
    def limit_processor(self, seconds: int) -> None:
        """Let the system end it when it has used so much processor time, whatever happens to us."""

    @abstractmethod
    def limit_time(self, seconds: float, grace: float) -> None:
        """Have it ended after so many seconds, as `stop` would with that grace, whatever happens to us."""

    @abstractmethod
    def _let_go(self) -> None:
        """Close what the system gave us to hold it."""


def content(path: Path) -> bytes | None:
    """A plain file's content; None for anything else, which must not make anybody wait or follow it elsewhere."""
    try:
        descriptor = platform.open_to_read(path, follow=False)
    except OSError:
        return None
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return None
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            read = file.read(MOST + 1)
    except OSError:
        return None
    finally:
        os.close(descriptor)
    return read if len(read) <= MOST else None
