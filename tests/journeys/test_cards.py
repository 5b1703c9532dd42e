"""A daemon, and an XMRig that is to mine on a graphics card: the real one without a card, and one that says what the
real one said on a machine with a card.
"""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mining.miners import adapter
from mining.programs.local import register
from tests.daemons import Daemon, daemon, wait_for
from tests.miners.xmrig_cards import moment
from tests.standins.scripted_pool import ScriptedPool, a_scripted_pool
from tests.standins.xmrig_standin import install_standin
from tests.xmrig_rig import start, until

ONLY_CARDS = {"cpu": {"enabled": False}, "cuda": {"enabled": True, "devices": [3]}, "threads": None}


@pytest.fixture
def pool() -> Iterator[ScriptedPool]:
    with a_scripted_pool() as pool:
        yield pool


def rig(data: Path, program: Path) -> Any:
    register(adapter("xmrig"), program, data)
    return daemon(data, longest=300.0)


def standin(tmp_path: Path, name: str, **steering: Any) -> Path:
    """A stand-in that answers as the real one did at a recorded moment."""
    (tmp_path / "bin").mkdir()
    return install_standin(tmp_path / "bin", answers=moment(name).pages, **steering)


def begin(running: Daemon, pool: ScriptedPool, **more: Any) -> None:
    start(running, pool, **{key: value for key, value in (ONLY_CARDS | more).items() if value is not None})


def left_in_peace(running: Daemon, pool: ScriptedPool, words: str) -> None:
    """It is ended for want of a card, with its own words, and its pool hears no more of it."""
    miner = wait_for(lambda: (m := running.miner("xmrig"))["status"] == "error" and m, 60, "the miner to be ended")
    assert isinstance(miner, dict)
    assert (miner["reason"]["code"], miner["wanted"]) == ("gpu_unavailable", "running")
    assert words in miner["reason"]["text"]
    assert "tried again in 5 min" in miner["reason"]["text"]
    assert "/" not in miner["reason"]["params"]["words"], "a folder is nobody's business"
    kinds = [event["event"] for event in running.events("xmrig")]
    assert (kinds.count("degraded"), kinds.count("crash"), kinds.count("restart")) == (1, 0, 0)
    (event,) = [each for each in running.events("xmrig") if each["event"] == "degraded"]
    assert event["details"]["reason"] == "gpu_unavailable"
    logins = len(pool.logins)
    items = running.call("GET", "/attention")[1]["data"]["items"]
    assert "gpu_unavailable" in [item["code"] for item in items]
    time.sleep(7)  # it would have logged in again after five
    assert len(pool.logins) == logins


@pytest.mark.slow
def test_a_device_number_that_does_not_exist(tmp_path: Path, data_dir: Path, pool: ScriptedPool) -> None:
    with rig(data_dir, standin(tmp_path, "wrong-device", cuda="no devices")) as running:
        begin(running, pool)
        left_in_peace(running, pool, "CUDA: no devices")


@pytest.mark.slow
def test_a_pause_is_0_at_once_although_the_program_still_says_its_full_rate(
    tmp_path: Path, data_dir: Path, pool: ScriptedPool
) -> None:
    with rig(data_dir, standin(tmp_path, "mining")) as running:
        begin(running, pool, cuda={"enabled": True})
        until(running, "the card's full rate", hashrate=5566.01)
        assert running.call("POST", "/miners/xmrig/pause")[0] == 200
        stats = running.miner("xmrig")["stats"]
        assert (stats["hashrate"], stats["quality"], stats["gpu"][0]["hashrate"]) == (0.0, "zero", 0.0)
        assert running.call("POST", "/miners/xmrig/resume")[0] == 200
        until(running, "the rate again", hashrate=5566.01)


@pytest.mark.slow
def test_a_card_without_room_is_told_while_it_mines_slowly(tmp_path: Path, data_dir: Path, pool: ScriptedPool) -> None:
    with rig(data_dir, standin(tmp_path, "full-card-victim")) as running:
        begin(running, pool, cuda={"enabled": True})
        miner = until(running, "the full card", reason="gpu_memory_full", hashrate=182.88)
        assert (miner["status"], miner["health"]) == ("running", "degraded")
        assert [card["busId"] for card in miner["stats"]["gpu"]] == ["0000:00:06.0"]


@pytest.mark.slow
def test_a_total_that_is_not_there_yet_is_null_beside_a_card_that_computes(
    tmp_path: Path, data_dir: Path, pool: ScriptedPool
) -> None:
    with rig(data_dir, standin(tmp_path, "cpu-and-cuda")) as running:
        start(running, pool, cuda={"enabled": True})
        until(running, "the card", gpu=lambda cards: [card["hashrate"] for card in cards] == [5562.28])
        stats = running.miner("xmrig")["stats"]
        assert (stats["hashrate"], stats["quality"]) == (None, "unavailable")


@pytest.mark.live
def test_the_real_program_with_a_plugin_that_is_none_says_which_file_it_could_not_load(
    tmp_path: Path, data_dir: Path, pool: ScriptedPool
) -> None:
    plugin = tmp_path / "libxmrig-cuda.so"
    plugin.write_bytes(b"\x7fELF" + bytes(60))
    plugin.chmod(0o644)
    program = Path(os.environ["MINING_XMRIG"])
    register(adapter("xmrig"), program, data_dir, plugin)
    with rig(data_dir, program) as running:
        begin(running, pool)
        left_in_peace(running, pool, "CUDA: libxmrig-cuda.so: ")


@pytest.mark.live
def test_the_real_program_without_plugin_and_without_a_processor(data_dir: Path, pool: ScriptedPool) -> None:
    with rig(data_dir, Path(os.environ["MINING_XMRIG"])) as running:
        begin(running, pool)
        left_in_peace(running, pool, "libxmrig-cuda.so: cannot open shared object file")


@pytest.mark.live
def test_the_real_program_without_plugin_mines_on_with_its_processor_and_the_card_is_told(
    data_dir: Path, pool: ScriptedPool
) -> None:
    with rig(data_dir, Path(os.environ["MINING_XMRIG"])) as running:
        start(running, pool, cuda={"enabled": True}, opencl={"enabled": True})
        miner = until(running, "a hashrate and the idle card", hashrate=bool, reason="gpu_unavailable")
        assert (miner["status"], miner["health"]) == ("running", "degraded")
        assert "OpenCL: failed to load OpenCL runtime" in miner["reason"]["text"]
        assert "the rest goes on mining" in miner["reason"]["text"]
