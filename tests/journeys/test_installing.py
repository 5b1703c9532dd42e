"""A newcomer installs XMRig from its author's release, goes back, and removes it."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.daemons import Daemon
from tests.standins import vendor as standin

pytestmark = pytest.mark.slow


@pytest.fixture
def vendor() -> Iterator[standin.Standin]:
    with standin.running() as running:
        yield running


@pytest.fixture
def here(tmp_path: Path, vendor: standin.Standin) -> Iterator[Daemon]:
    running = Daemon(tmp_path)
    running.script = Path(__file__).parents[1] / "vendor_daemon.py"
    running.said = {
        "api": vendor.vendor.api,
        "downloads": vendor.vendor.downloads,
        "redirects": vendor.vendor.redirects,
        "fingerprint": standin.KEY.fingerprint.upper(),
    }
    try:
        running.start()
        yield running
    finally:
        running.clean_up()


def publish(vendor: standin.Standin, version: str) -> None:
    vendor.publish(version, {standin.asset_name(version): standin.archive(standin.program(version), version)})


def miner_ctrl(here: Daemon, *said: str) -> subprocess.CompletedProcess[str]:
    url = f"http://127.0.0.1:{here.port}/api/v1/mining"
    command = [sys.executable, "-m", "mining.cli.main", "--url", url, *said]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


def installed(here: Daemon) -> str | None:
    items = here.call("GET", "/miners/available")[1]["data"]["items"]
    return next(item["installedVersion"] for item in items if item["type"] == "xmrig")


def test_installs_updates_goes_back_and_removes(here: Daemon, vendor: standin.Standin) -> None:
    publish(vendor, "9.9.8")
    status, answer = here.call("POST", "/miners/xmrig/install")
    assert (status, answer["data"]["state"]) == (201, "done")
    assert answer["data"]["result"]["program"]["verified"] == "signature"
    assert here.call("GET", f"/jobs/{answer['data']['id']}")[1]["data"] == answer["data"]
    publish(vendor, "9.9.9")
    done = miner_ctrl(here, "install", "xmrig", "--version", "9.9.9")
    assert (done.returncode, done.stdout) == (0, "XMRig 9.9.9 is installed instead of 9.9.8.\n"), done.stderr
    assert "is in use again" in miner_ctrl(here, "rollback", "xmrig").stdout
    assert installed(here) == "9.9.8"
    assert "no longer installed" in miner_ctrl(here, "uninstall", "xmrig").stdout
    assert installed(here) is None
    kinds = [event["kind"] for event in here.events()]
    assert [kind for kind in kinds if kind != "daemon.start"] == ["install", "update", "rollback", "uninstall"]


def test_keeps_nothing_of_a_tampered_download(here: Daemon, vendor: standin.Standin) -> None:
    publish(vendor, "9.9.9")
    vendor.tampered[standin.asset_name("9.9.9")] = lambda peer, content: peer.say(200, content[:-1] + b"!", {})
    status, answer = here.call("POST", "/miners/xmrig/install")
    assert (status, answer["error"]["code"]) == (500, "VERIFICATION_FAILED")
    assert installed(here) is None
    failed = miner_ctrl(here, "install", "xmrig")
    assert failed.returncode == 1
    assert answer["error"]["message"] in failed.stderr


def test_says_that_the_vendor_is_silent(here: Daemon, vendor: standin.Standin) -> None:
    vendor.limited_until = 4102444800
    status, answer = here.call("POST", "/miners/xmrig/install")
    assert (status, answer["error"]["code"]) == (503, "DOWNLOAD_FAILED")
    assert answer["error"]["message"]


def test_installs_once_at_a_time_and_ends_it_with_the_daemon(here: Daemon, vendor: standin.Standin) -> None:
    publish(vendor, "9.9.9")
    vendor.tampered[standin.asset_name("9.9.9")] = lambda peer, _: peer.drip(b"x", 0.05, {"Content-Length": "9999999"})
    job = here.call("POST", "/miners/xmrig/install?wait=false")[1]["data"]
    assert job["state"] == "running"
    status, answer = here.call("POST", "/miners/xmrig/install")
    assert (status, answer["error"]["details"]["jobId"]) == (409, job["id"])
    assert here.end() == 0


def test_refuses_to_remove_what_is_in_use(here: Daemon) -> None:
    here.simulate("busy")
    status, answer = here.call("DELETE", "/miners/simulated/uninstall")
    assert (status, answer["error"]["code"]) == (409, "MINER_ALREADY_RUNNING")
    assert answer["error"]["details"]["miners"] == ["busy"]


def test_says_that_a_job_is_unknown(here: Daemon) -> None:
    status, answer = here.call("GET", "/jobs/none")
    assert (status, answer["error"]["code"]) == (404, "JOB_NOT_FOUND")
    assert json.dumps(answer["error"]["details"]) == '{"id": "none"}'
