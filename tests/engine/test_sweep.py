"""What a real process leaves in a session of its own is ended after it, however it ends."""

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mining.domain.adapter import Launch, LaunchContext
from mining.domain.config import Config
from mining.domain.restart import RestartPolicy
from mining.foundation.platform import born
from mining.miners.simulated import Simulated
from mining.processes.run_folder import RunFolder
from mining.processes.system import SystemProcesses
from tests.engine.virtual_rig import CONFIG, World
from tests.holders import end_holders
from tests.principals import ME

PARENT = """
import os, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-S", "-c", "import time; time.sleep(600)"], close_fds=False,
    start_new_session=True)
with open("child.new", "w") as file:
    file.write(str(child.pid))
os.rename("child.new", "child")
time.sleep(float(sys.argv[1]))
sys.exit(1)
"""


class Parent(Simulated):
    """A program with a child that outlives it."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def launch(self, config: Config, context: LaunchContext) -> Launch:
        return Launch((sys.executable, "-S", "-c", PARENT, str(self._seconds)))


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[RunFolder]:
    made = RunFolder(tmp_path / "run", "one")
    yield made
    end_holders(tmp_path, "one")


@pytest.mark.parametrize("ends", ["by itself", "by a person's word"])
async def test_a_child_in_a_session_of_its_own_is_ended_with_its_miner(folder: RunFolder, ends: str) -> None:
    world: Any = World(Parent(0.0 if ends == "by itself" else 600.0))
    world.policy = RestartPolicy(first=3600.0)
    world.processes = SystemProcesses(folder.path.parent, folder.path.parent / "logs")
    world.processes.ask = lambda port, requests: asyncio.sleep(0, [None] * len(requests))
    note = folder.path / "child"
    async with world.daemon() as rig, asyncio.timeout(60):
        starting = asyncio.create_task(rig.start("simulated", CONFIG, name="one", who=ME))
        while not note.exists():
            await asyncio.sleep(0.01)
        child = int(note.read_text())
        await starting
        if ends == "by a person's word":
            assert born(child) is not None, "there was no child, so nothing is proven"
            await rig.stop("one", who=ME)
        while "crash" not in world.kinds() and "stop" not in world.kinds():
            await asyncio.sleep(0.01)
        assert born(child) is None
