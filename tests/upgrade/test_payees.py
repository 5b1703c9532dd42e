"""The first start of this version on an older folder: whoever is in its records is accepted silently, nobody else."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mining.daemon import rig
from mining.domain.config import Config
from mining.domain.event import Event
from mining.engine.rig import LocalRig
from mining.settings import Settings
from tests.principals import ME
from tests.upgrade import make_0_2_0
from tests.upgrade.releases import Layout


@pytest.fixture(params=["0.1.0", "0.2.0"])
def data(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """An older folder."""
    if request.param == "0.1.0":
        laid_out: Callable[..., Layout] = request.getfixturevalue("laid_out")
        return laid_out().data
    folder = tmp_path / "data"
    shutil.copytree(make_0_2_0.KEPT, folder)
    return folder


def a_rig(data: Path) -> Any:
    return rig(lambda: Settings(data_dir=data, autostart=False))


async def payouts(running: LocalRig) -> list[Event]:
    return [event for event in await running.events(0, None, 1000) if event.kind == "payout"]


def in_records(data: Path) -> set[tuple[str, str, str]]:
    """Every wallet, host:port and proxy in the documents, by no rules but these; the simulated pay nobody."""
    found = set()
    for what in ("miners", "profiles"):
        for row in json.loads((data / f"{what}.json").read_text())[what]:
            top = row["config"]
            for pool in (top, *top.get("pools", ())) if row.get("type", row.get("minerType")) != "simulated" else ():
                wallet = pool.get("wallet", top["wallet"]).partition(".")[0]
                proxy = pool.get("proxy", top.get("proxy")) or ""
                if not wallet.startswith("YOUR_"):
                    found.add((wallet, pool["pool"].rpartition("//")[2], proxy.rpartition("//")[2]))
    return found


async def test_everybody_in_the_records_is_accepted_without_a_word_and_somebody_new_is_told(data: Path) -> None:
    wanted = in_records(data)
    assert len(wanted) > 1
    async with a_rig(data) as running:
        await running.payees.compare()
        kept = json.loads((data / "payees.json").read_text())["payees"]
        assert {(row["wallet"], row["pool"], row["proxy"]) for row in kept} == wanted
        assert await payouts(running) == []
        started = await running.start("demo", Config(pool="127.0.0.1:9", wallet="thief"), name="x", force=True, who=ME)
        assert started.payout[0].startswith("old wallet ")
        assert len(await payouts(running)) == 1
        await running.stop("x", who=ME)
    assert "password" not in json.dumps(kept)


async def test_a_damaged_list_means_a_notice_for_everybody_once(data: Path) -> None:
    async with a_rig(data) as running:
        await running.payees.compare()
    for path in data.glob("payees.json*"):
        path.write_bytes(path.read_bytes()[:-9])
    async with a_rig(data) as running:
        await running.payees.compare()
        told = await payouts(running)
        assert {each["wallet"] for event in told for each in event.details["payees"]}
        assert all(event.who is None for event in told)
    assert len(list(data.glob("payees.json.corrupt-*"))) == 1
    async with a_rig(data) as running:
        await running.payees.compare()
        assert len(await payouts(running)) == len(told)
