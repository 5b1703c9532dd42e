"""The demo miner as a real process, against real pools on loopback."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mining.demo.crew import Tally
from mining.demo.demo_pool import DemoPool
from mining.domain.adapter import Reading, Unreadable
from mining.miners.demo import MINER
from tests.demo.processes import Program, a_config, alive, until

QUICK = {"pause": 0.1, "keepalive": 0.3, "answer": 3.0, "recheck": 0.2}  # a busy pool may take a while to answer


def demo(directory: Path, *pools: DemoPool, **more: Any) -> Program:
    """A demo miner with one worker for these pools."""
    first, *rest = [f"127.0.0.1:{pool.port}" for pool in pools]
    config = a_config(first, threads=1, cpuPriority=0, pools=[{"pool": pool} for pool in rest])
    return Program(MINER, config, directory, **({"pace": QUICK} | more))


async def workers(miner: Program) -> list[int]:
    reply = await miner.request()
    assert reply is not None
    return list(json.loads(reply.body)["workers"])


def test_the_hashrate_is_unknown_until_ten_seconds_are_measured() -> None:
    tally = Tally()
    assert tally.rate(0.0, busy=True) is None
    assert tally.rate(0.0, busy=False) == 0.0
    for second in range(1, 9):
        tally.add(float(second), 1000)
    assert tally.rate(8.0, busy=True) is None
    for second in range(9, 21):
        tally.add(float(second), 1000)
    assert tally.rate(20.0, busy=True) == pytest.approx(1000, rel=0.15)
    assert tally.rate(40.0, busy=False) == 0.0


@pytest.mark.slow
async def test_is_up_in_a_moment_and_finds_shares_that_the_pool_checks(tmp_path: Path) -> None:
    async with DemoPool(difficulty=50_000) as pool, demo(tmp_path, pool) as miner:
        reading = await miner.reading()
        assert reading.hashrate in (None, 0.0)
        await until(lambda: pool.accepted >= 3)
        reading = await miner.reading()
        assert reading.accepted is not None
        assert reading.accepted >= 2
        assert (reading.rejected, pool.rejected) == (0, 0)
        assert (reading.algorithm, reading.connected) == ("sha256d", True)
        assert reading.pool == f"127.0.0.1:{pool.port}"
        assert reading.ping is not None
        assert reading.difficulty is not None
        assert miner.signs()[:3] == ["preparing", "ready", "connected"]
        assert "accepted" in miner.signs()
        assert "a-wallet" not in miner.text


@pytest.mark.slow
async def test_rests_while_it_is_paused(tmp_path: Path) -> None:
    async with DemoPool(difficulty=1000, share_seconds=0.05) as pool, demo(tmp_path, pool) as miner:
        await until(lambda: pool.accepted > 0)
        reply = await miner.request("POST", "/pause")
        assert reply is not None
        assert json.loads(reply.body)["paused"] is True

        async def settled() -> bool:
            reading = await miner.reading()
            return (reading.accepted, reading.hashrate) == (pool.accepted, 0.0)

        await until(settled)  # what was under way has arrived
        await asyncio.sleep(0.3)
        pool.new_block()  # new work is no reason to go on
        before, discarded = pool.accepted, (await miner.reading()).invalid
        await asyncio.sleep(0.5)
        reading = await miner.reading()
        assert (pool.accepted, reading.hashrate, reading.paused) == (before, 0.0, True)
        assert reading.invalid == discarded  # nothing is even looked for
        await miner.request("POST", "/resume")
        await until(lambda: pool.accepted > before)
        assert {"paused", "resumed"} <= set(miner.signs())


@pytest.mark.slow
async def test_falls_back_to_the_next_pool_and_returns_to_the_first(tmp_path: Path) -> None:
    async with DemoPool(difficulty=1000) as first, DemoPool(difficulty=1000) as second:
        await first.stop_listening()
        async with demo(tmp_path, first, second) as miner:
            await until(lambda: second.accepted > 0)
            assert "connect_error" in miner.signs()
            await first.listen_again()
            await until(lambda: first.accepted > 0)
            await until(lambda: second.connected == 0)
            assert (await miner.reading()).pool == f"127.0.0.1:{first.port}"


@pytest.mark.slow
async def test_goes_on_when_its_pool_was_away(tmp_path: Path) -> None:
    async with DemoPool(difficulty=1000) as pool, demo(tmp_path, pool) as miner:
        await until(lambda: pool.accepted > 0)
        await pool.stop_listening()
        pool.disconnect_all()

        async def noticed() -> bool:
            return (await miner.reading()).connected is False

        await until(noticed)
        reading = await miner.reading()
        assert (reading.failures, reading.connection_uptime) == (1, 0)
        before = pool.accepted
        await pool.listen_again()
        await until(lambda: pool.accepted > before)
        assert "disconnected" in miner.signs()


@pytest.mark.slow
@pytest.mark.parametrize("fault", ["go_silent", "send_garbage", "disconnect_all"])
async def test_leaves_a_pool_that_fails_and_comes_back_when_it_is_well(tmp_path: Path, fault: str) -> None:
    async with DemoPool(difficulty=1000) as pool, demo(tmp_path, pool) as miner:
        await until(lambda: pool.accepted > 0)
        getattr(pool, fault)()
        await until(lambda: "disconnected" in miner.signs())
        pool.behave()
        before = pool.accepted
        await until(lambda: pool.accepted > before)


@pytest.mark.slow
async def test_notices_a_silent_pool_before_it_has_a_share_to_send(tmp_path: Path) -> None:
    async with DemoPool(difficulty=10**15) as pool, demo(tmp_path, pool) as miner:
        await until(lambda: "connected" in miner.signs())
        await asyncio.sleep(1)
        assert "disconnected" not in miner.signs()  # keep-alives are answered
        pool.go_silent()
        await until(lambda: "disconnected" in miner.signs())


@pytest.mark.slow
async def test_says_why_a_pool_refused_the_login_and_keeps_the_wallet_to_itself(tmp_path: Path) -> None:
    async with DemoPool() as pool, demo(tmp_path, pool) as miner:
        pool.disconnect_all()
        pool.refuse_logins("Invalid payment address provided: a-wallet")
        await until(lambda: "login_refused" in miner.signs())
        reading = await miner.reading()
        assert (reading.connected, reading.hashrate) == (False, 0.0)
        assert "Invalid payment address provided: …" in miner.text
        assert miner.process.poll() is None


@pytest.mark.slow
async def test_ends_when_it_is_asked_to_and_takes_its_workers_along(tmp_path: Path) -> None:
    async with DemoPool() as pool, demo(tmp_path, pool) as miner:
        await miner.reading()
        pids = await workers(miner)
        miner.process.send_signal(signal.SIGTERM)
        assert await miner.ended() == 0
        assert pids
        await until(lambda: not any(alive(pid) for pid in pids))


@pytest.mark.slow
@pytest.mark.parametrize("paused", [False, True])
async def test_workers_end_when_their_owner_is_killed(tmp_path: Path, paused: bool) -> None:
    async with DemoPool() as pool, demo(tmp_path, pool) as miner:
        await until(lambda: "connected" in miner.signs())
        if paused:
            await miner.request("POST", "/pause")
            await asyncio.sleep(0.3)
        pids = await workers(miner)
        assert [alive(pid) for pid in pids] == [True]
        miner.process.kill()
        await until(lambda: not any(alive(pid) for pid in pids))


@pytest.mark.slow
async def test_ends_when_a_worker_dies_so_that_it_is_started_again(tmp_path: Path) -> None:
    async with DemoPool() as pool, demo(tmp_path, pool) as miner:
        await miner.reading()
        os.kill((await workers(miner))[0], signal.SIGKILL)
        assert await miner.ended() == 4


@pytest.mark.slow
async def test_its_api_obeys_nobody_without_the_token(tmp_path: Path) -> None:
    async with DemoPool() as pool, demo(tmp_path, pool) as miner:
        await miner.reading()
        for method, path, token, status in [
            ("GET", "/summary", "wrong", 401),
            ("POST", "/pause", "", 401),
            ("GET", "/nowhere", miner.context.api_token, 404),
            ("GET", "/pause", miner.context.api_token, 405),
        ]:
            reply = await miner.request(method, path, token)
            assert reply is not None
            assert reply.status == status
        refused = MINER.read(miner.context, [await miner.request(token="wrong")])
        assert isinstance(refused, Unreadable)
        for noise in (b"\xff" * 20_000, b"GET\r\n\r\n", b"GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n"):
            reader, writer = await asyncio.open_connection("127.0.0.1", miner.context.api_port)
            writer.write(noise)
            try:
                assert b"200" not in await asyncio.wait_for(reader.read(-1), 30)
            except ConnectionError:
                assert noise.startswith(b"\xff")  # it hangs up on what has no end
            writer.close()
        assert isinstance(await miner.read(), Reading)


@pytest.mark.slow
async def test_ends_with_three_when_its_port_is_taken(tmp_path: Path) -> None:
    async with DemoPool() as pool:
        miner = demo(tmp_path, pool)
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", miner.context.api_port))
            taken.listen()
            async with miner:
                assert await miner.ended() == 3
                assert miner.signs() == ["api_failed"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "change", [{"pools": []}, {"pools": [5]}, {"port": 0}, {"threads": True}, {"token": ""}, {"pace": 5}, {"id": None}]
)
async def test_ends_with_two_and_a_plain_line_when_the_configuration_is_unusable(
    tmp_path: Path, change: dict[str, Any]
) -> None:
    async with DemoPool() as pool, demo(tmp_path, pool, **change) as miner:
        assert await miner.ended() == 2
        assert len(miner.text.splitlines()) == 1
        assert MINER.explain_exit(2, miner.text.splitlines())[0] == "config"


@pytest.mark.slow
def test_tells_its_version() -> None:
    said = subprocess.run(MINER.version_argv(sys.executable), capture_output=True, text=True, check=True).stdout
    assert MINER.read_version(said) == "0.1.0"
