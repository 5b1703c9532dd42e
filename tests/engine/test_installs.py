"""Installations as jobs: what is told, and what must not keep the daemon from starting."""

from typing import Any

import pytest

from mining.domain.errors import JobNotFound, NotSupported
from mining.domain.miner import MinerType
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


def installs(installer: Any) -> Installs:
    told: Any = None
    programs: Any = None
    return Installs(all_types(), installer, programs, told, list, code=lambda error: type(error).__name__)


async def test_what_cannot_be_swept_does_not_keep_the_daemon_from_starting() -> None:
    installer: Any = Jammed()
    async with installs(installer) as jobs:
        assert installer.swept == len(all_types())
        with pytest.raises(JobNotFound):
            jobs.job("never-made")
        with pytest.raises(NotSupported, match="nothing to install"):
            jobs.begin("demo", who="me")
    assert installer.closed
