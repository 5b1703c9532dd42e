"""A newcomer installs XMRig from its author's release, mines with it, updates, goes back, and removes it."""

import asyncio
import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
import websockets

from tests.daemons import Daemon, wait_for
from tests.pool_threads import PoolThread, a_pool
from tests.standins import vendor as standin
from tests.standins.xmrig_standin import install_standin
from tests.vendors import packed, publish, vendor_daemon

pytestmark = pytest.mark.slow
WALLET = "48edfHu7V9Z84YzzMa6fUueoELZ9ZRXq9VetWzYGzKt52XU5xvqgzYnDK9URnRoJMk1j8nLwEVsaSWJ4fhdUyZijBGUicoD"
NAME = standin.asset_name("9.9.9")


@pytest.fixture
def vendor() -> Iterator[standin.Standin]:
    with standin.running() as running:
        yield running


@pytest.fixture
def here(data_dir: Path, vendor: standin.Standin) -> Iterator[Daemon]:
    with vendor_daemon(data_dir, vendor, reach=60.0) as running:  # s, for what is done while a start asks its pool
        yield running


@pytest.fixture
def pool() -> Iterator[PoolThread]:
    with a_pool(unverified_rx0=True, rx0_difficulty=50, share_seconds=1.0) as running:
        yield running


def miner_ctrl(here: Daemon, *said: str, **variables: str) -> subprocess.CompletedProcess[str]:
    url = f"http://127.0.0.1:{here.port}/api/v1/mining"
    env = os.environ | {"MINING_DATA_DIR": str(here.data), "MINING_URL": url} | variables
    command = [sys.executable, "-m", "mining.cli.main", *said]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, env=env, cwd=here.data)


def available(here: Daemon) -> dict[str, Any]:
    items = here.call("GET", "/miners/available")[1]["data"]["items"]
    return next(item for item in items if item["type"] == "xmrig")


def start(here: Daemon, pool: PoolThread) -> tuple[int, Any]:
    return here.call("POST", "/miners/xmrig", {"pool": pool.address, "wallet": WALLET, "algo": "rx/0"})


# ——— the way of a newcomer


def test_a_newcomer_installs_asks_the_doctor_and_mines_with_a_profile_that_came_back(
    here: Daemon, vendor: standin.Standin, pool: PoolThread, tmp_path: Path
) -> None:
    publish(vendor, "6.26.0")
    refused = miner_ctrl(here, "start", "xmrig", "--pool", pool.address, "--wallet", WALLET)
    assert (refused.returncode, "miner-ctrl install xmrig" in refused.stderr) == (5, True), refused.stderr
    installed = miner_ctrl(here, "install", "xmrig")
    assert (installed.returncode, installed.stdout) == (0, "XMRig 6.26.0 is installed.\n"), installed.stderr
    assert "Asking the author's releases" in installed.stderr
    report = here.call("POST", "/doctor")[1]["data"]
    checks = {each["id"]: each["status"] for each in report["checks"]}
    assert {checks[id] for id in ("programs", "proof", "versions", "upgrade")} == {"ok"}
    made = ("profile", "create", "My first", "--type", "xmrig", "--pool", pool.address, "--wallet", WALLET)
    for said in (
        (*made, "--algo", "rx/0"),
        ("profile", "export", str(tmp_path / "mine.yaml")),
        ("profile", "delete", "My first"),
        ("profile", "import", str(tmp_path / "mine.yaml")),
        ("profile", "start", "My first"),
    ):
        done = miner_ctrl(here, *said)
        assert done.returncode == 0, (said, done.stderr)
    wait_for(lambda: here.miner("my-first")["stats"]["shares"]["accepted"], 15, "an accepted share")
    assert pool.pool.accepted > 0
    miner = here.miner("my-first")
    assert (miner["version"], miner["nextVersion"]) == ("6.26.0", None)
    started = next(event for event in here.events("my-first") if event["event"] == "start")
    assert started["details"]["program"] == {"version": "6.26.0", "origin": "installed", "verified": "signature"}


def test_installs_updates_goes_back_and_removes(here: Daemon, vendor: standin.Standin) -> None:
    publish(vendor, "9.9.8")
    status, answer = here.call("POST", "/miners/xmrig/install")
    assert (status, answer["data"]["state"]) == (201, "done")
    assert answer["data"]["result"]["program"]["verified"] == "signature"
    assert here.call("GET", f"/jobs/{answer['data']['id']}")[1]["data"] == answer["data"]
    publish(vendor, "9.9.9")
    done = miner_ctrl(here, "install", "xmrig", "--version", "9.9.9")
    assert (done.returncode, done.stdout) == (0, "XMRig 9.9.9 is installed instead of 9.9.8.\n"), done.stderr
    assert available(here)["previousVersion"] == "9.9.8"
    assert "is in use again" in miner_ctrl(here, "rollback", "xmrig").stdout
    assert available(here)["installedVersion"] == "9.9.8"
    assert "no longer installed" in miner_ctrl(here, "uninstall", "xmrig").stdout
    assert (available(here)["installed"], available(here)["path"]) == (False, None)
    kinds = [event["event"] for event in here.events()]
    assert [kind for kind in kinds if kind != "daemon.start"] == ["install", "update", "rollback", "uninstall"]


def test_an_update_waits_for_the_restart_of_a_running_miner_and_says_so(
    here: Daemon, vendor: standin.Standin, pool: PoolThread
) -> None:
    publish(vendor, "9.9.8")
    here.call("POST", "/miners/xmrig/install")
    assert start(here, pool)[0] == 201
    pid = here.miner("xmrig")["pid"]
    publish(vendor, "9.9.9")
    looked = miner_ctrl(here, "update")
    assert looked.stdout.splitlines()[0] == "XMRig 9.9.9 is newer than 9.9.8."
    assert (available(here)["installedVersion"], available(here)["latestVersion"]) == ("9.9.8", "9.9.9")
    done = miner_ctrl(here, "update", "xmrig")
    assert done.returncode == 0, done.stderr
    assert "miner-ctrl restart xmrig" in done.stdout
    wait_for(lambda: here.miner("xmrig")["nextVersion"] == "9.9.9", 5, "the news of the program")
    assert here.miner("xmrig")["pid"] == pid
    assert "to use it: miner-ctrl restart xmrig" in miner_ctrl(here, "list").stdout
    assert here.call("POST", "/miners/xmrig/restart?force")[0] == 201
    wait_for(lambda: here.miner("xmrig")["nextVersion"] is None, 5, "the new program at work")
    assert "9.9.9" in here.miner("xmrig")["path"]
    assert miner_ctrl(here, "update", "--all").stdout == "XMRig 9.9.9 is the newest.\n"


def test_a_program_of_ones_own_is_replaced_only_when_it_is_named(
    here: Daemon, vendor: standin.Standin, tmp_path: Path
) -> None:
    publish(vendor, "9.9.9")
    own = tmp_path / "own-xmrig"
    own.write_bytes(standin.program("9.9.8"))
    own.chmod(0o755)
    assert miner_ctrl(here, "register", "xmrig", str(own)).returncode == 0
    assert "to replace it: miner-ctrl update xmrig" in miner_ctrl(here, "update", "--all").stdout
    assert available(here)["origin"] == "yours"
    assert miner_ctrl(here, "update", "xmrig").returncode == 0
    assert (available(here)["origin"], available(here)["previousVersion"]) == ("installed", "9.9.8")
    assert own.exists()


# ——— what goes wrong


def test_keeps_nothing_of_a_tampered_download(here: Daemon, vendor: standin.Standin) -> None:
    publish(vendor, "9.9.9")
    vendor.tampered[NAME] = lambda peer, content: peer.say(200, content[:-1] + b"!", {})
    status, answer = here.call("POST", "/miners/xmrig/install")
    assert (status, answer["error"]["code"]) == (500, "VERIFICATION_FAILED")
    assert available(here)["installed"] is False
    failed = miner_ctrl(here, "install", "xmrig")
    assert failed.returncode == 1
    assert answer["error"]["message"] in failed.stderr


def test_an_update_that_fails_leaves_the_old_program_and_tells_the_others(
    here: Daemon, vendor: standin.Standin
) -> None:
    publish(vendor, "9.9.8")
    here.call("POST", "/miners/xmrig/install")
    publish(vendor, "9.9.9")
    vendor.tampered[NAME] = lambda peer, content: peer.say(200, content[:-1] + b"!", {})
    status, answer = here.call("POST", "/update?all")
    item = answer["data"]["items"][0]
    assert (status, item["job"]["state"], item["job"]["error"]["code"]) == (200, "failed", "VERIFICATION_FAILED")
    assert available(here)["installedVersion"] == "9.9.8"
    failed = miner_ctrl(here, "update", "--all")
    assert (failed.returncode, "It was deleted." in failed.stderr) == (1, True)


def test_says_that_the_vendor_is_silent(here: Daemon, vendor: standin.Standin) -> None:
    publish(vendor, "9.9.8")
    here.call("POST", "/miners/xmrig/install")
    vendor.limited_until = 4102444800
    status, answer = here.call("POST", "/miners/xmrig/install?force")
    assert (status, answer["error"]["code"]) == (503, "DOWNLOAD_FAILED")
    assert "UTC" in answer["error"]["message"]
    status, answer = here.call("POST", "/update")
    item = answer["data"]["items"][0]
    assert (status, item["newer"], item["error"]["details"]["reason"]) == (200, False, "rate_limited")
    assert available(here)["latestVersion"] == "9.9.8"  # as it was last known
    assert miner_ctrl(here, "update").returncode == 1


def test_installs_once_at_a_time_and_ends_it_with_the_daemon(here: Daemon, vendor: standin.Standin) -> None:
    publish(vendor, "9.9.9")
    vendor.tampered[NAME] = lambda peer, _: peer.drip(b"x", 0.05, {"Content-Length": "9999999"})
    job = here.call("POST", "/miners/xmrig/install?wait=false")[1]["data"]
    assert job["state"] == "running"
    status, answer = here.call("POST", "/miners/xmrig/install")
    assert status == 409, answer
    assert answer["error"]["details"].get("jobId") == job["id"], answer
    assert here.end() == 0


def test_a_program_that_is_removed_while_a_start_asks_its_pool_is_not_started(here: Daemon, tmp_path: Path) -> None:
    own = install_standin(tmp_path)  # its file stays where it is, so that only the platform can refuse it
    assert miner_ctrl(here, "register", "xmrig", str(own)).returncode == 0
    with a_slow_door() as (address, open_it, knocks), ThreadPoolExecutor(1) as hands:
        body = {"pool": address, "wallet": WALLET, "algo": "rx/0"}
        started = hands.submit(here.call, "POST", "/miners/xmrig", body)
        wait_for(knocks, 10, "the start to ask its pool")
        assert not started.done(), "the start did not wait for its pool"
        assert here.call("DELETE", "/miners/xmrig/uninstall")[0] == 200
        open_it()
        status, answer = started.result()
    assert (status, answer["error"]["code"]) == (409, "MINER_NOT_INSTALLED")
    assert here.miner("xmrig")["pid"] is None
    assert here.miner("xmrig")["wanted"] == "stopped"


def test_a_restart_that_finds_its_program_gone_keeps_the_wish_and_comes_back_with_it(
    here: Daemon, pool: PoolThread, tmp_path: Path
) -> None:
    own = install_standin(tmp_path)
    assert miner_ctrl(here, "register", "xmrig", str(own)).returncode == 0
    assert start(here, pool)[0] == 201
    with a_slow_door() as (address, open_it, knocks), ThreadPoolExecutor(1) as hands:
        body = {"pool": address, "wallet": WALLET, "algo": "rx/0"}
        restarted = hands.submit(here.call, "POST", "/miners/xmrig/restart", body)
        wait_for(knocks, 10, "the restart to ask its pool")
        assert not restarted.done(), "the restart did not wait for its pool"
        own.rename(tmp_path / "elsewhere")
        open_it()
        status, answer = restarted.result()
    assert (status, answer["error"]["code"]) == (409, "MINER_NOT_INSTALLED")
    miner = here.miner("xmrig")
    assert (miner["wanted"], miner["pid"], miner["reason"]["code"]) == ("running", None, "quarantined")
    (tmp_path / "elsewhere").rename(own)
    wait_for(lambda: here.miner("xmrig")["pid"], 10, "the miner to come back by itself")


def test_a_start_that_fails_after_all_is_told_and_leaves_nothing_that_looks_alive(here: Daemon, tmp_path: Path) -> None:
    own = install_standin(tmp_path)
    assert miner_ctrl(here, "register", "xmrig", str(own)).returncode == 0
    with a_slow_door() as (address, open_it, knocks), ThreadPoolExecutor(1) as hands:
        body = {"pool": address, "wallet": WALLET, "algo": "rx/0"}
        started = hands.submit(here.call, "POST", "/miners/xmrig", body)
        wait_for(knocks, 10, "the start to ask its pool")
        own.unlink()
        open_it()
        assert started.result()[0] == 409
    miner = here.miner("xmrig")
    assert (miner["status"], miner["wanted"], miner["pid"]) == ("stopped", "stopped", None)
    assert [event["event"] for event in here.events("xmrig")] == ["payout", "error"]


@contextmanager
def a_slow_door() -> Iterator[tuple[str, Callable[[], None], Callable[[], bool]]]:
    """An address that takes no connection until it is opened: those who came first fill its queue.

    Beside it, what opens it, and whether somebody else knocks.
    """
    with ExitStack() as stack, socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(0)
        for _ in range(8):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(listening.getsockname())

        def open_it() -> None:
            listening.settimeout(0.1)
            while knocking(port):
                with suppress(OSError):
                    stack.enter_context(listening.accept()[0])

        port = listening.getsockname()[1]
        ours = knocking(port)
        yield f"127.0.0.1:{port}", open_it, lambda: knocking(port) > ours


def knocking(port: int) -> int:
    """How many connections to this port have been asked for and not been taken."""
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return sum(row[2].endswith(f":{port:04X}") and row[3] == "02" for row in rows)


def test_refuses_to_remove_what_is_in_use(here: Daemon) -> None:
    here.simulate("busy")
    status, answer = here.call("DELETE", "/miners/simulated/uninstall")
    assert (status, answer["error"]["code"]) == (409, "MINER_ALREADY_RUNNING")
    assert answer["error"]["details"]["miners"] == ["busy"]


def test_says_that_a_job_is_unknown(here: Daemon) -> None:
    status, answer = here.call("GET", "/jobs/none")
    assert (status, answer["error"]["code"]) == (404, "JOB_NOT_FOUND")
    assert answer["error"]["details"]["id"] == "none"


# ——— by the owner's hand


def test_an_archive_of_ones_own_is_installed_offline_and_stays_marked_as_unproven(
    here: Daemon, pool: PoolThread, tmp_path: Path
) -> None:
    (tmp_path / NAME).write_bytes(packed("9.9.9"))
    offline = {"HTTPS_PROXY": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9", "NO_PROXY": "", "no_proxy": ""}
    said = ("install", "xmrig", "--file", str(tmp_path / NAME))
    refused = miner_ctrl(here, *said, **offline)
    assert (refused.returncode, "could not be checked" in refused.stderr) == (1, True), refused.stderr
    assert available(here)["installed"] is False
    done = miner_ctrl(here, *said, "--allow-unverified", **offline)
    assert (done.returncode, "Nothing proves where the file comes from" in done.stdout) == (0, True), done.stderr
    assert available(here)["verified"]["how"] == "none"
    assert "! XMRig: Nothing proves" in miner_ctrl(here, "available").stdout
    status, answer = start(here, pool)
    assert (status, "unverified" in answer["data"]["warnings"][0]) == (201, True)
    checks = {each["id"]: each for each in here.call("POST", "/doctor")[1]["data"]["checks"]}
    assert (checks["proof"]["status"], checks["proof"]["fix"]) == ("warning", "miner-ctrl install xmrig")


@pytest.mark.parametrize(
    ("said", "code", "told"),
    [
        (("install", "xmrig", "--file", "gone.tar.gz"), 1, "cannot be read"),
        (("install", "xmirg", "--file", "gone.tar.gz"), 3, "Did you mean xmrig?"),
        (("install", "demo", "--allow-unverified"), 5, "part of the platform"),
        (("install", "xmrig", "--file", "x", "--version", "1"), 2, "not both"),
        (("update", "xmrig", "--all"), 2, "not both"),
        (("install", "xmrig", "--version", "1.2.3"), 5, "is not among the published ones"),
    ],
)
def test_each_way_to_get_it_wrong_has_an_answer(
    here: Daemon, vendor: standin.Standin, said: tuple[str, ...], code: int, told: str
) -> None:
    publish(vendor, "9.9.9")
    done = miner_ctrl(here, *said)
    assert (done.returncode, told in done.stderr) == (code, True), done.stderr


# ——— live


async def test_listeners_hear_how_an_installation_gets_on(here: Daemon, vendor: standin.Standin) -> None:
    publish(vendor, "9.9.9")
    seen: list[dict[str, Any]] = []
    async with websockets.connect(f"ws://127.0.0.1:{here.port}/api/v1/mining/ws") as feed:
        asked = asyncio.create_task(asyncio.to_thread(here.call, "POST", "/miners/xmrig/install"))
        while not seen or seen[-1]["state"] == "running":
            frame = json.loads(await asyncio.wait_for(feed.recv(), 20))
            if frame["type"] == "install.progress":
                seen.append(frame["data"])
        assert (await asked)[1]["data"] == seen[-1]
    stages = [each["progress"]["stage"] for each in seen if each["progress"]]
    order = ["download", "verify", "unpack", "try", "switch", "done"]  # some may give way to newer ones
    assert stages == sorted(stages, key=order.index)
    assert (stages[-1], seen[-1]["state"]) == ("done", "done")


async def test_listeners_hear_of_profiles_and_of_the_doctor(here: Daemon) -> None:
    body = {"name": "Mine", "minerType": "simulated", "config": {"pool": "127.0.0.1:1", "wallet": "anybody"}}
    async with websockets.connect(f"ws://127.0.0.1:{here.port}/api/v1/mining/ws") as feed:
        await feed.send('{"subscribe": ["profile.changed", "doctor"]}')
        made = (await asyncio.to_thread(here.call, "POST", "/profiles", body))[1]["data"]
        await asyncio.to_thread(here.call, "PUT", f"/profiles/{made['id']}", body | {"description": "new"})
        await asyncio.to_thread(here.call, "DELETE", f"/profiles/{made['id']}")
        report = (await asyncio.to_thread(here.call, "POST", "/doctor"))[1]["data"]
        frames = []
        while not frames or frames[-1]["type"] != "doctor":
            frames.append(json.loads(await asyncio.wait_for(feed.recv(), 20)))
    assert frames[-1]["data"] == report
    changed = [frame["data"] for frame in frames if frame["type"] == "profile.changed"]
    assert [each["description"] for each in changed] == ["", "new", "new"]
    assert "description: changed." in changed[1]["text"]
    assert "was deleted" in changed[2]["text"]
