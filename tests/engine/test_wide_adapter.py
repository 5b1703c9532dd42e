"""An adapter of another package from its author's site to two algorithms at once: installed, started, read, paused."""

import asyncio
import io
import socket
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mining.daemon import rig
from mining.domain.adapters import Adapters, unfit
from mining.domain.config import Config, Devices
from mining.domain.errors import VerificationFailed
from mining.domain.hardware import GraphicsCard
from mining.domain.metrics import PerformanceMetrics
from mining.domain.miner import Miner
from mining.engine.rig import LocalRig
from mining.host.hardware import Hardware
from mining.programs.installer import Installer
from mining.settings import Settings
from tests.holders import end_holders
from tests.miners.twin import GIBI, Twin
from tests.principals import ME
from tests.standins import site as standin
from tests.standins.twin_program import archive_member

pytestmark = pytest.mark.slow
CARD = GraphicsCard(id="0000:01:00.0", vendor="NVIDIA", name="Small", backend="cuda", memory=4 * GIBI, device=0)


@pytest.fixture
def settings(data_dir: Path) -> Iterator[Settings]:
    yield Settings(data_dir=data_dir, poll_interval=0.5, autostart_delay=0)
    end_holders(data_dir, "twin")


def packed() -> bytes:
    out, program = io.BytesIO(), archive_member()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        member = tarfile.TarInfo("twin-2.0/twin")
        member.size, member.mode = len(program), 0o755
        archive.addfile(member, io.BytesIO(program))
    return out.getvalue()


async def test_a_second_algorithm_over_tcp_is_mined_and_told_beside_the_main_one(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Hardware, "cards", lambda hardware: (CARD,))
    with standin.running() as site:
        site.publish("2.0", "twin-2.0.tar.gz", packed())
        kind = Twin(site.origin)
        assert unfit(kind) is None
        installer = Installer(settings.data_dir / "programs", ("linux", "amd64"))
        with pytest.raises(VerificationFailed, match="Nothing proves"):
            installer.install(kind, lambda _: None)
        installed = installer.install(kind, lambda _: None, allow_unverified=True)
        assert (installed.program.version, installed.program.verified) == ("2.0", "none")
    with socket.create_server(("127.0.0.1", 0)) as pool:
        endpoint = f"127.0.0.1:{pool.getsockname()[1]}"
        config = Config(pool=endpoint, wallet="somebody", algo="etchash", cuda=Devices(enabled=True, devices=(0,)))
        async with rig(lambda: settings, loaded=Adapters({"twin": kind})) as running:
            await mine(running, config)


async def mine(running: LocalRig, config: Config) -> None:
    started = await running.start("twin", config, who=ME)
    warnings = " ".join(started.warnings)
    assert "installed unverified" in warnings
    assert "Small (cuda device 0) has 4096 MiB of memory, 5120 MiB are needed" in warnings
    stats = await stats_when(running, lambda miner: len(miner.stats.work) == 2)
    assert [(work.algorithm, work.hashrate, work.pool) for work in stats.work] == [
        ("etchash", 1500.0, config.pool),
        ("zil", 3000.0, "zil.example:1"),
    ]
    assert (stats.algorithm, stats.hashrate, stats.version) == ("etchash", 1500.0, "twin 2.0")
    assert stats.work[0].shares == stats.shares
    await running.pause("twin", who=ME)
    assert (await stats_when(running, lambda miner: miner.status == "paused")).work[1].hashrate == 0.0
    await running.resume("twin", who=ME)
    await stats_when(running, lambda miner: miner.status == "running" and miner.hashrate == 1500.0)
    assert (await running.stop("twin", who=ME)).status == "stopped"


async def stats_when(running: LocalRig, right: Callable[[Miner], bool]) -> PerformanceMetrics:
    """The statistics as soon as the miner is as it should be."""
    async with asyncio.timeout(60):
        while not right(running.miner("twin")):
            await asyncio.sleep(0.05)
    return running.miner("twin").stats
