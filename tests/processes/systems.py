"""The systems that the contract of processes is tried on: this one's file, the portable build, the one in memory."""

import asyncio
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mining.domain.adapter import Launch
from mining.domain.process import Process, Processes
from mining.processes.run_folder import RunFolder
from tests.engine.fake_processes import FakeProcesses
from tests.processes.records import a_record

_SLEEP = "print('ready', flush=True)\nfor _ in range(2400): time.sleep(0.05)"  # 2 min: no test leaves one for ever
_CHILD = """import subprocess
subprocess.Popen([sys.executable, '-S', '-c', 'import time; time.sleep(60)'], close_fds=False, start_new_session=True)
"""
PROGRAMS = {
    "obeys": f"""import signal, sys, time
for each in (signal.SIGTERM, signal.SIGINT): signal.signal(each, lambda *_: sys.exit(5))
{_SLEEP}""",
    "is deaf": f"""import signal, time
for each in (signal.SIGTERM, signal.SIGINT): signal.signal(each, signal.SIG_IGN)
{_SLEEP}""",
    "ends": "raise SystemExit(7)",
    "leaves a child": f"import sys, time\n{_CHILD}{_SLEEP}",
}


class RealSystem:
    """A file of ours over a folder, as one daemon after the other uses it."""

    killed = -9 if sys.platform != "win32" else 9  # the exit code of what `kill` ended
    forced = -9  # and of what `stop` did

    def __init__(self, kind: type[Any], more: Mapping[str, Any], root: Path) -> None:
        self._kind, self._more, self.root = kind, more, root

    def daemon(self) -> Processes:
        """As the next daemon has it."""
        made: Processes = self._kind(self.root / "run", self.root / "logs", **self._more)
        return made

    def spawn(self, program: str, name: str = "one") -> Process:
        """A miner that does so."""
        folder, processes = RunFolder(self.root / "run", name), self.daemon()
        launch = Launch((sys.executable, "-S", "-c", PROGRAMS[program]), {"config.json": b"{}"})
        (self.root / "run").mkdir(parents=True, exist_ok=True)
        return processes.spawn(launch, a_record(folder).but(boot_id=processes.boot), "file")

    async def ready(self, process: Process, program: str) -> None:
        """Wait until it does."""
        async with asyncio.timeout(60):
            while program != "ends" and "ready" not in process.lines(1.0):
                await asyncio.sleep(0.01)

    def living(self, name: str = "one") -> list[int]:
        """All processes of a miner."""
        return self._kind(self.root / "run", self.root / "logs", **self._more).holders(
            RunFolder(self.root / "run", name)
        )

    def kill(self, process: Process) -> None:
        """From outside."""
        os.kill(process.pid, 9)

    def end(self) -> None:
        """Leave nothing behind."""
        for name in ("one", "two"):
            for pid in self.living(name):
                os.kill(pid, 9)


class System(RealSystem):
    """The one in memory."""

    killed = forced = -9

    def __init__(self, root: Path) -> None:
        self._fake = FakeProcesses()
        self.root = root

    def daemon(self) -> Processes:
        return self._fake

    def spawn(self, program: str, name: str = "one") -> Process:
        self._fake.next_one = {"deaf": program == "is deaf", "asked_code": 5, "left": program == "leaves a child"}
        folder = RunFolder(self.root / "run", name)
        process = self._fake.spawn(Launch(("miner",)), a_record(folder).but(boot_id=self._fake.boot), "file")
        if program == "ends":
            process.body.exit(7)
        return process

    async def ready(self, process: Process, program: str) -> None:
        pass

    def living(self, name: str = "one") -> list[int]:
        return [body.pid for body in self._fake.living(name)] + [-1] * self._fake.left_behind(name)

    def kill(self, process: Process) -> None:
        self._fake.body().exit(-9)

    def end(self) -> None:
        pass


def systems() -> list[str]:
    """Those that can be tried here."""
    return {"linux": ["linux", "portable", "memory"], "darwin": ["macos", "memory"], "win32": ["windows", "memory"]}[
        sys.platform
    ]


def system(name: str, root: Path) -> RealSystem:
    """One of them."""
    if name == "memory":
        return System(root)
    if name == "windows":
        from mining.processes.windows import WindowsProcesses

        return RealSystem(WindowsProcesses, {}, root)
    if name == "linux":
        from mining.processes.linux import LinuxProcesses

        return RealSystem(LinuxProcesses, {}, root)
    from mining.processes.macos import MacProcesses
    from mining.processes.macos_exits import WATCH, polled

    return RealSystem(MacProcesses, {"watch": polled if name == "portable" else WATCH}, root)
