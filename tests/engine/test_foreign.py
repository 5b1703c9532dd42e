"""A living process of ours that no record names, or whose type is not known here: shown, and stopped, and no more."""

import asyncio
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mining.daemon import rig
from mining.domain.alerts.alert import Firing, condition_of
from mining.domain.config import Config
from mining.domain.errors import MinerNotFound, MiningError, NotSupported
from mining.domain.miner import MinerRecord
from mining.domain.restart import RestartPolicy
from mining.processes.run_folder import PLAIN, WHOLE, RunFolder
from mining.settings import Settings
from mining.storage.records import Records
from tests.holders import end_holders, holders
from tests.principals import ME

pytestmark = pytest.mark.slow
CONFIG = Config(pool="pool.example:3333", wallet="anybody")
QUICK = RestartPolicy(first=0.05, longest=0.1, unproven=0.5, silence=0.5, idle=0.5)


@pytest.fixture
def settings(data_dir: Path) -> Iterator[Settings]:
    yield Settings(data_dir=data_dir, poll_interval=0.5, autostart_delay=0)
    end_holders(data_dir, "one")


async def begin(settings: Settings) -> int:
    """Start a miner and leave it running; its pid."""
    async with rig(lambda: settings, QUICK) as first:
        started = await first.start("simulated", CONFIG, name="one", who=ME)
    assert started.pid is not None
    return started.pid


def folder(settings: Settings) -> RunFolder:
    return RunFolder(settings.data_dir / "run", "one")


def lose(settings: Settings) -> None:
    """Nothing is left but the process and its lock."""
    for path in settings.data_dir.glob("miners.json*"):
        path.unlink()
    for name in (PLAIN, WHOLE):
        (folder(settings).path / name).write_bytes(b"torn")


def retype(settings: Settings) -> None:
    """It is a miner of a type that only a newer version knows."""
    records = Records(settings.data_dir, "miners", MinerRecord, lambda record: record.name, print)
    records.change(keep=[records.all()[0].but(type="cpuminer")])


@pytest.mark.parametrize(("make_foreign", "type"), [(lose, "unknown"), (retype, "cpuminer")])
async def test_it_is_shown_stopped_forgotten_and_its_name_is_free_again(
    settings: Settings, make_foreign: Callable[[Settings], None], type: str
) -> None:
    pid = await begin(settings)
    make_foreign(settings)
    (settings.data_dir / "run" / "a file").write_bytes(b"")
    async with rig(lambda: settings, QUICK) as second:
        (miner,) = second.miners()
        assert (miner.name, miner.type, miner.status, miner.pid, miner.wanted) == (
            "one",
            type,
            "running",
            pid,
            "running",
        )
        assert miner.reason is not None
        assert (miner.health, miner.reason.code) == ("unreachable", "foreign")
        assert "miner-ctrl stop one --forget" in miner.reason.text
        assert isinstance(condition_of(miner), Firing), "its owner is not told"
        assert miner.masked().name == "one"
        for refused in (
            lambda: second.start("simulated", CONFIG, name="one", who=ME),
            lambda: second.restart("one", who=ME),
            lambda: second.restart("one", CONFIG, who=ME),
            lambda: second.pause("one", who=ME),
            lambda: second.send("one", "h", who=ME),
        ):
            with pytest.raises(NotSupported, match="can only"):
                await refused()
        await asyncio.sleep(1.5)  # longer than the rules would wait for an answer
        assert holders(folder(settings)) == [pid]
        stopped = await second.stop("one", who=ME)
        assert (stopped.status, stopped.health, stopped.pid) == ("stopped", "ok", None)
        assert holders(folder(settings)) == []
        assert [event.kind for event in await second.events(0, "one", 100)][-2:] == ["adopt", "stop"]
        await second.stop("one", forget=True, who=ME)
        with pytest.raises(MinerNotFound):
            second.miner("one")
        assert not folder(settings).path.exists()
        assert (await second.start("simulated", CONFIG, name="one", who=ME)).status in ("starting", "running")
        await second.stop("one", who=ME)


async def test_a_type_that_is_not_known_here_is_kept_stopped_or_not(settings: Settings) -> None:
    await begin(settings)
    async with rig(lambda: settings, QUICK) as second:
        await second.stop("one", who=ME)
    retype(settings)
    for _ in range(2):
        async with rig(lambda: settings, QUICK) as third:
            miner = third.miner("one")
            assert (miner.type, miner.status, miner.wanted, miner.reason) == ("cpuminer", "stopped", "stopped", None)
            assert miner.config == CONFIG.public_json()


async def test_it_is_let_go_untouched_with_the_daemon_and_stopped_where_miners_stop_with_it(settings: Settings) -> None:
    pid = await begin(settings)
    lose(settings)
    for stops in (False, True):
        async with rig(lambda stops=stops: settings.but(stop_miners_on_exit=stops), QUICK) as second:
            assert second.miner("one").pid == pid
        assert holders(folder(settings)) == ([] if stops else [pid])


async def test_what_it_leaves_behind_is_ended_too_and_an_end_of_its_own_is_told(settings: Settings) -> None:
    pid = await begin(settings)
    lose(settings)
    async with rig(lambda: settings, QUICK) as second, asyncio.timeout(60):
        os.kill(pid, 9)
        while second.miner("one").status != "stopped":
            await asyncio.sleep(0.02)
        assert [event.kind for event in await second.events(0, "one", 100)][-1] == "exit"
        assert holders(folder(settings)) == []
        with pytest.raises(MiningError):
            await second.restart("one", who=ME)
