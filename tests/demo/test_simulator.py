"""The simulator as a real process, in each of its modes."""

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from mining.demo.simulator import Pretence, read_settings
from mining.domain.adapter import Unreadable
from mining.miners.simulated import MINER
from tests.demo.processes import Program, a_config, a_context, alive, until


def simulated(directory: Path, **options: Any) -> Program:
    """A simulator with these options."""
    return Program(MINER, a_config(options=options), directory)


def a_pretence(**options: Any) -> Pretence:
    launch = MINER.launch(a_config(options=options), a_context(Path("/nowhere"), 1))
    return Pretence(read_settings(launch.files["config.json"]))


def test_pretends_the_same_for_the_same_seed_and_never_jumps() -> None:
    one, two = a_pretence(hashrate=1000), a_pretence(hashrate=1000)
    rates = []
    for _ in range(300):
        assert one.work(1) == two.work(1)
        assert one.rate(1000) == two.rate(1000)
        rates.append(one.rate(1000))
    assert max(abs(a - b) for a, b in pairwise(rates)) < 20
    assert 940 < min(rates) < max(rates) < 1060
    assert 15 < one.accepted + one.rejected < 50


@pytest.mark.slow
async def test_says_that_it_pretends_and_answers_like_a_miner(tmp_path: Path) -> None:
    async with simulated(tmp_path, hashrate=5000, gpus=2) as miner:
        reading = await miner.reading()
        assert reading.hashrate == pytest.approx(5000, rel=0.06)
        assert (reading.connected, reading.pool, reading.algorithm) == (True, "127.0.0.1:3333", "rx/0")
        assert [gpu.id for gpu in reading.gpu] == [0, 1]
        reply = await miner.request()
        assert reply is not None
        assert json.loads(reply.body)["simulated"] is True
        await miner.request("POST", "/pause")
        assert ((await miner.reading()).paused, (await miner.reading()).hashrate) == (True, 0.0)
        await miner.request("POST", "/resume")
        assert (await miner.reading()).paused is False
        assert miner.signs()[:4] == ["ready", "connected", "paused", "resumed"]
        denied = await miner.request(token="wrong")
        assert denied is not None
        assert denied.status == 401
        status = Path(f"/proc/{miner.process.pid}/status").read_text()
        resident = re.search(r"VmRSS:\s+(\d+) kB", status)
        assert resident is not None
        assert int(resident[1]) < 25 * 1024
        miner.process.send_signal(signal.SIGTERM)
        assert await miner.ended() == 0


@pytest.mark.slow
@pytest.mark.parametrize(
    ("options", "code", "cause"),
    [
        ({"mode": "crash", "exitCode": 7}, 7, "crash"),
        ({"mode": "crash", "exitCode": -11}, -11, "signal"),
        ({"mode": "crash", "exitCode": -9}, -9, "signal"),
        ({"mode": "crash", "exitCode": -15}, -15, "signal"),
        ({"mode": "config-exit"}, 2, "config"),
    ],
)
async def test_ends_as_it_is_told(tmp_path: Path, options: dict[str, Any], code: int, cause: str) -> None:
    async with simulated(tmp_path, **options) as miner:
        assert await miner.ended() == code
        assert MINER.explain_exit(code, miner.text.splitlines())[0] == cause


@pytest.mark.slow
async def test_behaves_until_its_hour_has_come(tmp_path: Path) -> None:
    began = time.monotonic()
    async with simulated(tmp_path, mode="crash", after=3.0) as miner:
        await miner.reading()
        assert await miner.ended() == 1
        assert time.monotonic() - began >= 3.0


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["hang", "hang-api", "slow"])
async def test_keeps_its_api_silent(tmp_path: Path, mode: str) -> None:
    async with simulated(tmp_path, mode=mode) as miner:
        await until(lambda: "ready" in miner.signs())
        assert await miner.request(timeout=0.5) is None
        miner.process.send_signal(signal.SIGTERM)
        assert await miner.ended() == 0


@pytest.mark.slow
async def test_answers_rubbish_or_far_too_much(tmp_path: Path) -> None:
    async with simulated(tmp_path, mode="garbage") as miner:
        await until(lambda: "ready" in miner.signs())
        got = await miner.read()
        assert isinstance(got, Unreadable)
        assert got.code == "garbage"
    async with simulated(tmp_path, mode="huge") as miner:
        await until(lambda: miner.signs().count("ready") == 2)
        reply = await miner.request()
        assert reply is not None
        assert len(reply.body) > 10_000_000


@pytest.mark.slow
async def test_ignores_a_polite_request_to_end(tmp_path: Path) -> None:
    async with simulated(tmp_path, mode="ignore-term") as miner:
        await miner.reading()
        miner.process.send_signal(signal.SIGTERM)
        await asyncio.sleep(0.7)
        assert miner.process.poll() is None
        miner.process.kill()
        assert await miner.ended() == -9


@pytest.mark.slow
async def test_leaves_a_child_of_its_session_that_holds_the_lock(tmp_path: Path) -> None:
    async with simulated(tmp_path, mode="fork-child") as miner:
        await until(lambda: "left a child" in miner.text)
        found = re.search(r"left a child, (\d+)", miner.text)
        assert found is not None
        child = int(found[1])
        try:
            miner.process.send_signal(signal.SIGTERM)
            await miner.ended()
            assert alive(child)
            assert os.getsid(child) == miner.process.pid
            held = {os.path.realpath(entry) for entry in Path(f"/proc/{child}/fd").iterdir()}
            assert str(tmp_path / "lock") in held
        finally:
            os.kill(child, signal.SIGKILL)


@pytest.mark.slow
async def test_floods_its_log(tmp_path: Path) -> None:
    async with simulated(tmp_path, mode="flood-log") as miner:
        await until(lambda: miner.text.count("\n") > 15_000)
        assert (await miner.reading()).connected is True


@pytest.mark.slow
async def test_computes_nothing_or_is_refused(tmp_path: Path) -> None:
    async with simulated(tmp_path, mode="zero") as miner:
        reading = await miner.reading()
        assert (reading.hashrate, reading.connected) == (0.0, True)
    async with simulated(tmp_path, refuseLogin=True) as miner:
        await until(lambda: "login_refused" in miner.signs())
        reading = await miner.reading()
        assert (reading.hashrate, reading.connected, reading.accepted) == (0.0, False, 0)


@pytest.mark.slow
def test_tells_its_version() -> None:
    said = subprocess.run(MINER.version_argv(sys.executable), capture_output=True, text=True, check=True).stdout
    assert MINER.read_version(said) == "0.1.0"
