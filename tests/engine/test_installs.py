"""Installations as jobs: what is told, and what must not keep the daemon from starting."""

from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from mining.domain.errors import JobNotFound, MinerAlreadyRunning, NotSupported
from mining.domain.miner import MinerType
from mining.domain.system import Program
from mining.engine.installs import Installs
from mining.miners import all_types


class Jammed:
    """An installer whose folder cannot be read."""

    swept: int = 0
    closed: bool = False

    def sweep(self, kind: MinerType) -> None:
        self.swept += 1
        raise PermissionError(13, "Permission denied")

    def close(self) -> None:
        self.closed = True


class Slow(Jammed):
    """An installer during whose removal a miner comes to life."""

    def __init__(self, miners: list[Any]) -> None:
        self._miners = miners

    def sweep(self, kind: MinerType) -> None:
        """Nothing is left over."""

    def uninstall(self, kind: MinerType, refuse: Callable[[], None]) -> Program:
        self._miners.append(SimpleNamespace(name="late", type=kind.name, live=True))
        refuse()
        raise AssertionError("it would be removed")


def installs(installer: Any, miners: Sequence[Any] = ()) -> Installs:
    told: Any = None
    programs: Any = None
    return Installs(all_types(), installer, programs, told, lambda: miners, code=lambda error: type(error).__name__)


async def test_what_cannot_be_swept_does_not_keep_the_daemon_from_starting() -> None:
    installer: Any = Jammed()
    async with installs(installer) as jobs:
        assert installer.swept == len(all_types())
        with pytest.raises(JobNotFound):
            jobs.job("never-made")
        with pytest.raises(NotSupported, match="nothing to install"):
            jobs.begin("demo", who="me")
    assert installer.closed


async def test_a_miner_that_comes_to_life_during_a_removal_keeps_its_program() -> None:
    miners: list[Any] = []
    async with installs(Slow(miners), miners) as jobs:
        with pytest.raises(MinerAlreadyRunning, match="late still runs"):
            await jobs.uninstall("xmrig", who="me")
