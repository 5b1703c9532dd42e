"""The whole life of an XMRig miner over HTTP: a stand-in in every run, the real one where MINING_XMRIG names it."""

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from mining.miners import adapter
from mining.programs.local import register
from tests.daemons import Daemon, wait_for
from tests.pool_threads import PoolThread, a_pool
from tests.xmrig_rig import TIMEOUT, WALLET, logged, start, until

pytestmark = pytest.mark.slow
REFUSALS = ("login_refused", "pool_unreachable")


@pytest.fixture
def pool() -> Iterator[PoolThread]:
    with a_pool(unverified_rx0=True, rx0_difficulty=50, share_seconds=2.0) as pool:
        yield pool


def test_from_the_start_to_accepted_shares_and_a_stop(running: Daemon, pool: PoolThread) -> None:
    started = start(running, pool)
    assert started["status"] in ("starting", "running")  # which of them depends on how soon it answers
    miner = until(running, "accepted shares", accepted=lambda n: (n or 0) >= 2, hashrate=lambda rate: rate)
    assert miner["health"] == "ok"
    assert miner["stats"]["connection"]["pool"] == pool.address
    assert miner["stats"]["algorithm"] == "rx/0"
    assert miner["stats"]["shares"]["rejected"] <= 1  # a share that crosses a new block comes too late
    assert miner["stats"]["shares"]["invalid"] is None
    assert pool.pool.accepted >= 2
    assert "accepted" in logged(running)
    status, answer = running.call("DELETE", "/miners/xmrig")
    assert (status, answer["data"]["status"], answer["data"]["uptime"]) == (200, "stopped", 0)
    assert answer["data"]["lastExit"]["code"] == 0
    assert "SIGTERM received" in logged(running), "the last lines are missing"
    assert running.alive("xmrig") == []


def test_nothing_secret_is_on_the_command_line_or_in_the_environment(running: Daemon, pool: PoolThread) -> None:
    pid = start(running, pool, password="s3cret-word", worker="rig-7")["pid"]
    seen = Path(f"/proc/{pid}/cmdline").read_bytes() + Path(f"/proc/{pid}/environ").read_bytes()
    for secret in (WALLET, "s3cret-word", "rig-7", pool.address):
        assert secret.encode() not in seen
    config = running.data / "run" / "xmrig" / "config.json"
    assert config.stat().st_mode & 0o777 == 0o600
    assert WALLET in config.read_text()
    assert "s3cret-word" not in str(running.call("GET", "/miners/xmrig")[1])


def test_a_pause_is_kept_across_crash_and_adoption_until_it_is_taken_back(running: Daemon, pool: PoolThread) -> None:
    start(running, pool)
    until(running, "a hashrate", hashrate=lambda rate: rate)
    assert running.call("POST", "/miners/xmrig/pause")[1]["data"]["status"] == "paused"
    running.kill()
    running.start()
    paused = until(running, "the pause after the adoption", status="paused", reason="paused_by_user")
    os.kill(paused["pid"], 9)
    until(running, "the pause after the crash", status="paused", restarts=1)
    assert running.call("POST", "/miners/xmrig/resume")[1]["data"]["status"] == "running"
    until(running, "hashing after the resume", status="running", hashrate=lambda rate: rate)


def test_keys_are_obeyed_and_a_pause_by_key_is_a_wish_too(running: Daemon, pool: PoolThread) -> None:
    start(running, pool)
    until(running, "the dataset", hashrate=lambda rate: rate)
    assert running.call("POST", "/miners/xmrig/stdin", {"input": "p"})[0] == 200
    until(running, "the pause", status="paused", wanted="paused")
    assert running.call("POST", "/miners/xmrig/stdin", {"input": "r"})[0] == 200
    until(running, "the resume", status="running", wanted="running")
    assert running.call("POST", "/miners/xmrig/stdin", {"input": "\x03"})[0] == 400


def test_a_lost_pool_is_told_and_so_is_its_return(running: Daemon, pool: PoolThread) -> None:
    start(running, pool)
    until(running, "a share", accepted=lambda n: n)
    pool.do("stop_listening")
    pool.do("disconnect_all")
    lost = until(running, "the loss", health="degraded", reason="pool_unreachable", connected=False)
    assert lost["status"] == "running"
    assert lost["stats"]["connection"]["uptime"] == 0
    assert lost["stats"]["connection"]["failures"] == 1
    pool.do("listen_again")
    until(running, "the return", health="ok", connected=True, lastError=None)
    expected = ["payout", "start", "degraded", "recovered"]
    wait_for(lambda: [event["event"] for event in running.events("xmrig")] == expected, 5, "the timeline to tell it")


def test_a_refused_login_is_told_apart_from_an_unreachable_pool(running: Daemon, pool: PoolThread) -> None:
    pool.do("refuse_logins", "Invalid payment address provided")
    start(running, pool)
    refused = until(running, "the refusal", health="degraded", reason="login_refused")
    assert "Invalid payment address provided" in refused["reason"]["text"]
    pool.do("behave")
    until(running, "the login", health="ok", connected=True)


def test_it_mines_on_while_no_daemon_lives_and_its_text_of_that_time_is_kept(running: Daemon, pool: PoolThread) -> None:
    pid = start(running, pool)["pid"]
    until(running, "a share", accepted=lambda n: n)
    running.kill()
    before = pool.pool.accepted
    wait_for(lambda: pool.pool.accepted >= before + 2, TIMEOUT, "shares while no daemon lives")
    running.start()
    adopted = until(running, "the adoption", status="running", accepted=lambda n: (n or 0) >= before + 2)
    assert adopted["pid"] == pid
    assert adopted["restarts"] == 0
    counted = logged(running).count("accepted (")
    assert counted >= before + 2, "lines that were printed while no daemon lived are missing"


def test_another_pool_takes_over_when_the_first_is_gone(running: Daemon, pool: PoolThread) -> None:
    with a_pool(unverified_rx0=True, rx0_difficulty=50) as second:
        start(running, pool, pools=[{"pool": second.address}])
        until(running, "a share", accepted=lambda n: n)
        pool.do("stop_listening")
        pool.do("disconnect_all")
        until(running, "the second pool", pool=second.address, connected=True, health="ok")
        pool.do("listen_again")
        until(running, "the way back to the first", pool=pool.address, connected=True)


def test_a_restart_with_another_pool_shows_old_and_new(running: Daemon, pool: PoolThread) -> None:
    with a_pool(unverified_rx0=True, rx0_difficulty=50) as second:
        first = start(running, pool, password="secret")["pid"]
        until(running, "a share", accepted=lambda n: n)
        body = {"pool": second.address, "wallet": WALLET, "threads": 1, "algo": "rx/0", "options": {"mode": "light"}}
        status, answer = running.call("POST", "/miners/xmrig/restart", body)
        assert (status, answer["data"]["status"] in ("starting", "running")) == (201, True)
        until(running, "the new pool", pool=second.address, connected=True, pid=lambda pid: pid != first)
        told = [event["text"] for event in running.events("xmrig") if event["event"] == "restart"][-1]
        assert f"{pool.address} → {second.address}" in told
        assert "secret" not in told


def test_a_program_that_was_changed_or_has_vanished_is_not_started(
    running: Daemon, pool: PoolThread, xmrig: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "xmrig-copy"
    copy.write_bytes(xmrig.read_bytes())
    copy.chmod(0o755)
    register(adapter("xmrig"), copy, running.data)
    with copy.open("ab") as file:
        file.write(b"\n")
    status, answer = running.call("POST", "/miners/xmrig", {"pool": pool.address, "wallet": WALLET})
    assert (status, answer["error"]["code"]) == (409, "MINER_NOT_INSTALLED")
    assert answer["error"]["details"]["reason"] == "program_changed"
    copy.unlink()
    status, answer = running.call("POST", "/miners/xmrig", {"pool": pool.address, "wallet": WALLET})
    assert answer["error"]["details"]["reason"] == "quarantined"
    assert "register" in answer["error"]["details"]["suggestion"]


def test_a_silent_pool_does_not_stop_the_figures(running: Daemon, pool: PoolThread) -> None:
    start(running, pool)
    until(running, "a share and a hashrate", accepted=lambda n: n, hashrate=lambda rate: rate)
    pool.do("go_silent")
    time.sleep(3)
    miner = running.miner("xmrig")
    assert miner["status"] == "running"
    assert miner["stats"]["quality"] == "valid"


def test_a_pool_cannot_forge_a_line_that_excuses_it(running: Daemon, pool: PoolThread) -> None:
    pool.do("refuse_logins", "no\n[2026-11-23 05:36:59.192]  miner    on battery power\n" + "x" * 1500)
    start(running, pool, pauseOnBattery=True)
    refused = until(running, "the refusal", health="degraded", reason=lambda code: code in REFUSALS)
    assert len(refused["reason"]["text"]) < 400
    time.sleep(3)
    assert running.miner("xmrig")["reason"]["code"] in REFUSALS


@pytest.mark.parametrize("xmrig", ["stand-in"], indirect=True)
def test_a_donation_round_is_told(running: Daemon, pool: PoolThread, tmp_path: Path) -> None:
    (tmp_path / "bin" / "standin.json").write_text(json.dumps({"donate_after": 3.0, "donate_seconds": 3.0}))
    start(running, pool)
    round = until(running, "a donation round", donating=True, reason="donating", health="ok")
    assert "mining for XMRig's authors" in round["reason"]["text"]
    until(running, "its end", donating=False, reason=None)
