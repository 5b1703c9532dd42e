"""What is asked again and again is the same value until something has changed."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from mining.daemon import rig
from mining.domain.config import Config
from mining.engine.rig import LocalRig
from mining.settings import Settings
from tests.principals import ME

CONFIG = Config(pool="127.0.0.1:1", wallet="anybody")


@pytest.fixture
async def mining(data_dir: Path) -> AsyncIterator[LocalRig]:
    settings = Settings(data_dir=data_dir, poll_interval=60)
    async with rig(lambda: settings) as running:
        await running.start("simulated", CONFIG, name="one", who=ME)
        await running.start("simulated", CONFIG, name="two", who=ME)
        yield running
        for name in ("one", "two"):
            await running.stop(name, who=ME)


@pytest.mark.slow
async def test_only_a_miner_that_changed_is_made_anew(mining: LocalRig) -> None:
    one, two = mining.miners()
    assert all(again is before for again, before in zip(mining.miners(), (one, two), strict=True))
    await mining.pause("one", who=ME)
    paused, same = mining.miners()
    assert (one.status, paused.status) == ("running", "paused")
    assert same is two


@pytest.mark.slow
async def test_no_answer_outlives_the_miner_that_it_is_about(mining: LocalRig) -> None:
    before = mining.miners()[1]
    await mining.stop("two", forget=True, who=ME)
    assert [miner.name for miner in mining.miners()] == ["one"]
    await mining.start("simulated", CONFIG, name="two", who=ME)
    again = mining.miners()[1]
    assert again.pid is not None
    assert again.pid != before.pid


@pytest.mark.slow
async def test_a_history_is_read_again_when_its_miner_has_another_sample(mining: LocalRig) -> None:
    mining.poll_all()
    first = await mining.history("one", 300, None)
    for _ in range(3):  # unless a bucket ends meanwhile
        again = await mining.history("one", 300, None)
        if again is first:
            break
        first = again
    assert again is first
    mining.journal.changed("one")
    other = await mining.history("one", 300, None)
    assert other is not first
    assert await mining.history("one", 600, None) != other
