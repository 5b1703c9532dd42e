"""The real XMRig, packed as its author packs it: installed, mined with, replaced under a running miner, and removed."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.daemons import Daemon, wait_for
from tests.pool_threads import PoolThread, a_pool
from tests.standins import vendor as standin
from tests.vendors import publish, vendor_daemon

pytestmark = [pytest.mark.live, pytest.mark.slow]
WALLET = "48edfHu7V9Z84YzzMa6fUueoELZ9ZRXq9VetWzYGzKt52XU5xvqgzYnDK9URnRoJMk1j8nLwEVsaSWJ4fhdUyZijBGUicoD"


@pytest.fixture
def vendor() -> Iterator[standin.Standin]:
    with standin.running() as running:
        content = Path(os.environ["MINING_XMRIG"]).read_bytes()
        running.publish("6.26.0", {standin.asset_name("6.26.0"): standin.archive(content, "6.26.0")})
        yield running


@pytest.fixture
def pool() -> Iterator[PoolThread]:
    with a_pool(unverified_rx0=True, rx0_difficulty=50, share_seconds=2.0) as running:
        yield running


@pytest.fixture
def here(data_dir: Path, vendor: standin.Standin) -> Iterator[Daemon]:
    with vendor_daemon(data_dir, vendor) as running:
        yield running


def test_the_real_program_is_installed_mines_and_survives_its_successor(
    here: Daemon, vendor: standin.Standin, pool: PoolThread
) -> None:
    status, answer = here.call("POST", "/miners/xmrig/install")
    assert (status, answer["data"]["message"]) == (201, "XMRig 6.26.0 is installed."), answer
    body = {"pool": pool.address, "wallet": WALLET, "algo": "rx/0", "threads": 1, "options": {"mode": "light"}}
    assert here.call("POST", "/miners/xmrig", body)[0] == 201
    wait_for(lambda: here.miner("xmrig")["stats"]["shares"]["accepted"], 60, "an accepted share")
    pid = here.miner("xmrig")["pid"]
    publish(vendor, "6.27.0")  # a stand-in, for there is no newer one
    assert here.call("POST", "/update?all")[1]["data"]["items"][0]["job"]["state"] == "done"
    wait_for(lambda: here.miner("xmrig")["nextVersion"] == "6.27.0", 5, "the news of the program")
    before = here.miner("xmrig")["stats"]["shares"]["accepted"]
    wait_for(
        lambda: here.miner("xmrig")["stats"]["shares"]["accepted"] > before, 60, "another share of the old program"
    )
    assert (here.miner("xmrig")["pid"], here.miner("xmrig")["restarts"]) == (pid, 0)
    assert here.call("POST", "/miners/xmrig/rollback")[0] == 200
    assert here.call("POST", "/miners/xmrig/restart?force")[0] == 201
    wait_for(lambda: here.miner("xmrig")["stats"]["shares"]["accepted"], 60, "a share after the way back")
    assert here.call("DELETE", "/miners/xmrig")[0] == 200
    assert here.call("DELETE", "/miners/xmrig/uninstall")[0] == 200
