"""A rig on an operating system, a disk and a clock that are all in memory, and what outlives it."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

from mining.domain.adapter import MinerType
from mining.domain.adapters import Adapters
from mining.domain.autostart import Autostart
from mining.domain.config import Config
from mining.domain.errors import MinerNotInstalled
from mining.domain.hardware import GraphicsCard
from mining.domain.programs.program import Availability, CudaPlugin, Program, ProgramState
from mining.domain.restart import RestartPolicy
from mining.domain.rig_settings import RigSettings
from mining.engine.rig import LocalRig
from mining.miners.simulated import Simulated
from tests.engine.fake_processes import FakeProcesses
from tests.engine.memory_store import MemoryStore
from tests.engine.virtual_time import virtual_clock

CONFIG = Config(pool="pool.example:3333", wallet="anybody")
GIB = 1 << 30


class PlainHost:
    """A machine with room for everything."""

    cpus, os, arch = 2, "linux", "amd64"

    def total_memory(self) -> int:
        return 8 * GIB

    def available_memory(self) -> int:
        return 8 * GIB

    def cpu_temperature(self) -> float | None:
        return None

    def free_disk(self) -> int:
        return 8 * GIB


class OneProgram:
    """The programs here: one for every type, unless it is `missing`."""

    def __init__(self) -> None:
        self.missing = False
        self.version = "0.1.0"
        self.state: ProgramState = "here"
        self.cuda_plugin: CudaPlugin | None = None

    def find(self, kind: MinerType) -> Program | None:
        if self.missing:
            return None
        program = Program(type=kind.name, path="/bin/simulator", sha256="", version=self.version, origin="own")
        return program.but(cuda_plugin=self.cuda_plugin)

    def own(self, kind: MinerType) -> Program:
        return Program(type=kind.name, path="/bin/python", sha256="", version=None, origin="own")

    def look(self, kind: MinerType) -> ProgramState:
        return self.state

    def trial(self, kind: MinerType, program: Program) -> str | None:
        return None

    def availability(self, kind: MinerType) -> Availability:
        return Availability(installable=False, way=None)

    def check(self, kind: MinerType, cuda: bool = False) -> Program:
        program = self.find(kind)
        if program is None:
            raise MinerNotInstalled(f"{kind.facts.title} is gone.", type=kind.name, reason="program_missing")
        if cuda and self.state == "plugin_gone":
            raise MinerNotInstalled("Its CUDA plugin is gone.", type=kind.name, reason="quarantined")
        return program


class World:
    """What outlives a daemon."""

    def __init__(self, kind: MinerType | None = None) -> None:
        kind = kind or Simulated()
        self.types: Mapping[str, MinerType] = {kind.name: kind}
        self.processes = FakeProcesses()
        self.store = MemoryStore()
        self.programs = OneProgram()
        self.settings = RigSettings(autostart=Autostart(delay=0.0))
        self.policy = RestartPolicy(jitter=0.0)
        self.clock_set = timedelta()  # how far somebody has set the wall clock
        self.cards: tuple[GraphicsCard, ...] = ()

    @asynccontextmanager
    async def daemon(self) -> AsyncIterator[LocalRig]:
        """One life of the daemon; its miners go on afterwards."""
        rig = LocalRig(
            Adapters(self.types),
            self.store.stores,
            self.programs,
            PlainHost(),
            self.processes,
            look=_unasked,
            cards=lambda: self.cards,
            describe=_unasked,
            troubles=lambda: ["The disk is full."] if self.store.full else [],
            policy=self.policy,
            rig_settings=lambda: self.settings,
            ask=self.processes.ask,
            clock=virtual_clock(lambda: self.clock_set),
        )
        async with rig:
            await rig.payees.compare()
            yield rig

    def kinds(self, name: str = "one") -> list[str]:
        """The kinds of the events of a miner, in order."""
        return [event.kind for event in self.store.timeline if event.miner == name]


def _unasked(*_: Any) -> Any:
    raise NotImplementedError


async def wait_until(condition: Callable[[], object], most: float = 3600.0, step: float = 0.05) -> None:
    """Let time pass until that holds."""
    async with asyncio.timeout(most):
        while not condition():
            await asyncio.sleep(step)
