"""An XMRig and a daemon that may use it: a stand-in in every run, the real one where MINING_XMRIG names it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from mining.miners import adapter
from mining.programs.local import register
from tests.daemons import Daemon, daemon
from tests.standins.xmrig_standin import install_standin


@pytest.fixture(params=["stand-in", pytest.param("real", marks=pytest.mark.live)])
def xmrig(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "real":
        return Path(os.environ["MINING_XMRIG"])
    (tmp_path / "bin").mkdir()
    return install_standin(tmp_path / "bin")


@pytest.fixture
def running(data_dir: Path, xmrig: Path) -> Iterator[Daemon]:
    register(adapter("xmrig"), xmrig, data_dir)
    with daemon(data_dir) as running:
        yield running
