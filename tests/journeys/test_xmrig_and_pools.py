"""What pools do to an XMRig miner, and what its owner is told of it: with a stand-in, and with the real one."""

import json
import os
import shutil
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mining.miners import adapter
from mining.programs.local import register
from tests.daemons import Daemon, daemon, wait_for
from tests.standins.scripted_pool import SEED, ScriptedPool, a_scripted_pool
from tests.xmrig_rig import TIMEOUT, logged, start, until

pytestmark = pytest.mark.slow
LONG = "x" * 1500
FORGED = f"no\n[2026-11-23 05:36:59.192]  miner    on battery power\n{LONG}"


@pytest.fixture
def pool() -> Iterator[ScriptedPool]:
    with a_scripted_pool() as pool:
        yield pool


def mining(running: Daemon, pool: ScriptedPool, **more: Any) -> dict[str, Any]:
    """A miner that has had a share accepted."""
    start(running, pool, **more)
    return until(running, "an accepted share", accepted=lambda count: count)


def kinds(running: Daemon) -> list[str]:
    return [event["event"] for event in running.events("xmrig")]


# ——— shares


def test_rejections_in_a_row_are_told_in_the_pools_words_also_across_a_restart_of_the_daemon(
    running: Daemon, pool: ScriptedPool
) -> None:
    mining(running, pool)
    pool.verdict = "Unauthorized worker"
    wait_for(lambda: pool.rejected >= 2, TIMEOUT, "the first rejections")
    running.kill()
    wait_for(lambda: pool.rejected >= 6, TIMEOUT, "rejections while no daemon lives")
    running.start()
    all_of_them = lambda recent: recent["rejected"] >= 6 and recent["accepted"] >= 1  # noqa: E731 - said to `until`
    told = until(running, "the rejections", health="degraded", reason="shares_rejected", sharesRecent=all_of_them)
    assert "saying “Unauthorized worker”" in told["reason"]["text"]


def test_a_fifth_of_the_shares_rejected_is_told_although_others_are_accepted(
    running: Daemon, pool: ScriptedPool
) -> None:
    mining(running, pool)
    for _ in range(4):
        rejected, accepted = pool.rejected, pool.accepted
        pool.verdict = "Low difficulty share"
        wait_for(lambda before=rejected: pool.rejected > before, TIMEOUT, "a rejection")
        pool.verdict = None
        wait_for(lambda before=accepted: pool.accepted > before + 1, TIMEOUT, "an accepted share")
    told = until(running, "the rejections", health="degraded", reason="shares_rejected")
    assert "within ten minutes, saying “Low difficulty share”" in told["reason"]["text"]


def test_a_pool_cannot_forge_a_line_in_its_rejections_nor_fill_the_timeline(
    running: Daemon, pool: ScriptedPool
) -> None:
    pool.verdict = FORGED
    start(running, pool, pauseOnBattery=True)
    told = until(running, "the rejections", health="degraded", reason="shares_rejected")
    assert "saying “no”" in told["reason"]["text"]
    assert all(len(event["text"]) < 500 for event in running.events("xmrig"))


def test_the_last_share_is_as_old_as_its_line_says(running: Daemon, pool: ScriptedPool) -> None:
    mining(running, pool)
    pool.silent = True
    pool.drop()
    shown = until(running, "the loss", connected=False)["stats"]["lastShareAt"]
    running.kill()
    running.start()
    adopted = until(running, "the adoption", lastShareAt=lambda at: at)
    assert adopted["stats"]["lastShareAt"] == shown


# ——— work


def test_work_for_a_graphics_card_in_mid_session_is_no_hang_and_over_when_it_computes_again(
    running: Daemon, pool: ScriptedPool
) -> None:
    before = mining(running, pool)
    pool.new_job(algo="kawpow", seed_hash=None)
    told = until(running, "the work", health="degraded", reason="no_work")
    assert "kawpow" in told["reason"]["text"]
    running.kill()
    running.start()
    until(running, "the work, after the adoption", health="degraded", reason="no_work")
    assert "algorithm" not in kinds(running), "it does not mine kawpow"
    pool.new_job(algo="rx/0", seed_hash=SEED)
    until(running, "the way back", health="ok", reason=None, hashrate=lambda rate: rate)
    wait_for(lambda: kinds(running)[-1] == "recovered", 5, "the timeline to tell it")
    assert running.miner("xmrig")["pid"] == before["pid"]


@pytest.mark.parametrize(
    ("work", "fields", "words"),
    [
        ({"algo": "kawpow", "seed_hash": None}, {}, "kawpow"),
        ({"algo": "kawpow", "seed_hash": None}, {"threads": None}, 'incompatible/disabled algorithm "kawpow"'),
        ({"algo": "rx/zzz"}, {}, 'unsupported algorithm "rx/zzz"'),
        ({"algo": None}, {}, "unknown algorithm. Choose a pool whose work this miner can do, or name the algorithm"),
        ({"job_id": None}, {}, "the pool gave work without an id"),
        ({"blob": None}, {}, "the pool gave work without a usable block template"),
        ({"target": None}, {}, "the pool gave work without a usable target"),
        ({"seed_hash": None}, {}, "the pool gave work without a seed"),
    ],
)
def test_work_that_it_cannot_do_is_told_with_its_cause(
    running: Daemon, pool: ScriptedPool, work: dict[str, Any], fields: dict[str, Any], words: str
) -> None:
    pool.job |= work
    start(running, pool, **{"algo": None} | fields)
    told = until(running, "the work", health="degraded", reason="no_work")
    assert words in told["reason"]["text"]
    assert "wallet" not in told["reason"]["text"]


def test_another_algorithm_than_the_configured_one_is_told(running: Daemon, pool: ScriptedPool) -> None:
    mining(running, pool)
    pool.new_job(algo="cn/r", seed_hash=None)
    told = until(running, "the algorithm", reason="other_algorithm", algorithm="cn/r")
    assert "It mines cn/r, although rx/0 is configured" in told["reason"]["text"]
    wait_for(lambda: "algorithm" in kinds(running), 5, "the timeline to tell it")
    assert kinds(running).count("algorithm") == 1


def test_a_throttled_rebuild_for_a_new_seed_is_preparing_and_no_hang_also_for_the_next_daemon(
    data_dir: Path, xmrig: Path, pool: ScriptedPool, tmp_path: Path
) -> None:
    steering = tmp_path / "bin" / "standin.json"
    if steering.parent.exists():
        steering.write_text(json.dumps({"dataset_seconds": 20.0, "share_seconds": 0.2}))
    register(adapter("xmrig"), xmrig, data_dir)
    with daemon(data_dir, idle=4.0, silence=4.0) as running:
        pid = mining(running, pool, options={"mode": "fast"}, threads=2)["pid"]
        for seed, between in (("33", lambda: None), ("44", lambda: (running.kill(), running.start()))):
            accepted = pool.accepted
            pool.new_job(seed_hash=seed * 32)
            line = f"seed {seed * 8}"
            wait_for(lambda line=line: line in logged(running), TIMEOUT, "the rebuild")
            between()
            os.kill(pid, signal.SIGSTOP)
            time.sleep(10)
            os.kill(pid, signal.SIGCONT)
            wait_for(lambda before=accepted: pool.accepted > before + 5, TIMEOUT, "shares after the rebuild")
        miner = running.miner("xmrig")
        assert (miner["pid"], miner["restarts"]) == (pid, 0)
        assert not {"hang", "crash"}.intersection(kinds(running))


# ——— connections


@pytest.mark.parametrize("words", ["your IP is banned", "IP Address currently banned"])
def test_a_ban_is_not_blamed_on_the_wallet(running: Daemon, pool: ScriptedPool, words: str) -> None:
    pool.login = {"error": {"code": -1, "message": words}}
    start(running, pool)
    told = until(running, "the ban", health="degraded", reason="login_refused")
    assert f"{words}. A ban ends by itself" in told["reason"]["text"]
    assert "wallet" not in told["reason"]["text"]


def test_a_pool_that_is_lost_again_and_again_fills_no_timeline(running: Daemon, pool: ScriptedPool) -> None:
    mining(running, pool)
    losses = 6
    for _ in range(losses):
        pool.drop()
        until(running, "the loss", connected=False)
        until(running, "the return", connected=True)
    assert kinds(running).count("degraded") in (1, 2, 3)
    assert running.miner("xmrig")["stats"]["connection"]["failures"] == losses


def test_a_pool_that_sends_its_miner_elsewhere_is_told(running: Daemon, pool: ScriptedPool) -> None:
    mining(running, pool)
    with a_scripted_pool() as other:
        place = other.address.split(":")
        pool.say({"id": None, "jsonrpc": "2.0", "method": "client.reconnect", "params": place})
        until(running, "the other pool", pool=other.address, connected=True)
        wait_for(lambda: "pool" in kinds(running), 5, "the timeline to tell it")
        told = next(event for event in running.events("xmrig") if event["event"] == "pool")
        assert (told["details"]["from"], told["details"]["to"]) == (pool.address, other.address)
        assert f"{other.address} is not configured: a pool sent the miner there." in told["text"]


def test_a_pool_of_version_6_of_the_internet_is_shown_with_its_brackets_and_a_quick_one_answers_in_0_ms(
    running: Daemon,
) -> None:
    with a_scripted_pool(host="::1") as pool:
        mining(running, pool)
        shown = until(running, "a ping", ping=lambda ping: ping is not None)
        assert isinstance(shown["stats"]["connection"]["ping"], int)
        assert shown["stats"]["connection"]["pool"] == pool.address
        assert pool.address.startswith("[::1]:")
        assert not kinds(running).count("pool")


# ——— ends


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_an_adopted_miner_that_dies_before_the_daemons_eyes_is_not_said_to_have_ended_unwatched(
    running: Daemon, pool: ScriptedPool, number: signal.Signals
) -> None:
    pid = mining(running, pool)["pid"]
    running.kill()
    running.start()
    until(running, "the adoption", status="running")
    os.kill(pid, number)
    until(running, "the next run", restarts=1)
    told = next(event["text"] for event in running.events("xmrig") if event["event"] == "crash")
    asked = number is signal.SIGTERM
    assert told.startswith("SIGTERM made it end" if asked else "It ended; an earlier daemon had started it")
    last = running.miner("xmrig")["lastExit"]
    assert (last["cause"], last["signal"]) == (("signal", signal.SIGTERM) if asked else ("unknown", None))


def test_one_that_died_while_no_daemon_lived_has_its_crash_and_stopped_ones_keep_version_and_pool(
    running: Daemon, pool: ScriptedPool
) -> None:
    miner = mining(running, pool)
    running.kill()
    os.kill(miner["pid"], signal.SIGKILL)
    running.start()
    again = until(running, "the next run", status="running", restarts=1)
    assert again["lastExit"]["cause"] == "unknown"
    assert [kind for kind in kinds(running) if kind in ("crash", "restart", "adopt")] == ["crash", "restart"]
    assert running.call("DELETE", "/miners/xmrig")[0] == 200
    running.end()
    running.start()
    stopped = running.miner("xmrig")
    assert (stopped["status"], stopped["version"]) == ("stopped", miner["version"])
    assert stopped["stats"]["connection"]["pool"] == pool.address


# ——— its program


def test_a_program_that_vanishes_or_changes_under_it_is_told_and_registering_wakes_the_one_that_waits(
    running: Daemon, pool: ScriptedPool, xmrig: Path, tmp_path: Path
) -> None:
    program = tmp_path / "copy" / "xmrig"
    program.parent.mkdir()
    shutil.copy2(xmrig, program)
    register(adapter("xmrig"), program, running.data)
    pid = mining(running, pool)["pid"]
    other = program.with_name("other")
    shutil.copy2(xmrig, other)
    with other.open("ab") as file:
        file.write(b"\n")
    other.replace(program)
    until(running, "the change", programIssue=lambda issue: issue and "was changed" in issue, pid=pid)
    program.unlink()
    until(running, "the loss", programIssue=lambda issue: issue and "has vanished" in issue, pid=pid)
    listed = running.call("GET", "/miners/available")[1]["data"]["items"]
    assert [item["installed"] for item in listed if item["type"] == "xmrig"] == [False]
    os.kill(pid, signal.SIGKILL)
    until(running, "that it cannot start", reason="quarantined")
    shutil.copy2(xmrig, program)
    register(adapter("xmrig"), program, running.data)
    until(running, "the next run", status="running", programIssue=None)
    assert "SIGTERM" not in logged(running)
