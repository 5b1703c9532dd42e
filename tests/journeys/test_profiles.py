"""A profile's whole life with a real daemon: made, started, exported, deleted, imported again and started."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mining.miners import adapter
from mining.programs.local import register
from tests.daemons import Daemon, daemon
from tests.pool_threads import a_pool
from tests.standins.xmrig_standin import install_standin
from tests.xmrig_rig import WALLET

pytestmark = pytest.mark.slow
PROFILE = {
    "name": "Night Shift",
    "minerType": "simulated",
    "config": {"pool": "pool.example:3333", "wallet": "anybody", "password": "a-secret", "threads": 1},
}


def data(running: Daemon, method: str, path: str, body: Any = None, status: int = 200) -> Any:
    answered, answer = running.call(method, path, body)
    assert answered == status, answer
    return answer["data"]


def test_a_profile_outlives_its_daemon_its_deletion_and_its_miner(data_dir: Path) -> None:
    with daemon(data_dir) as running:
        made = data(running, "POST", "/profiles", PROFILE, 201)
        running.kill()
        running.start()
        started = data(running, "POST", f"/profiles/{made['id']}/start", status=201)
        assert (started["minerName"], started["profile"]["name"]) == ("night-shift", "Night Shift")
        assert running.miner("night-shift")["profileId"] == made["id"]
        export = data(running, "GET", "/profiles/export?secrets")

        pid = running.miner("night-shift")["pid"]
        data(running, "PUT", f"/profiles/{made['id']}", made | {"config": PROFILE["config"] | {"threads": 2}})
        assert "night-shift goes on" in data(running, "DELETE", f"/profiles/{made['id']}")["message"]
        assert data(running, "GET", "/profiles")["items"] == []
        miner = running.miner("night-shift")
        assert (miner["pid"], miner["config"]["threads"]) == (pid, 1)

        (result,) = data(running, "POST", "/profiles/import", export)["results"]
        assert (result["result"], result["id"] != made["id"]) == ("created", True)
        assert running.call("POST", f"/profiles/{result['id']}/start")[0] == 409
        again = data(running, "POST", f"/profiles/{result['id']}/start?restart", status=201)
        assert again["pid"] != pid
        assert running.miner("night-shift")["profileId"] == result["id"]
        assert running.miner("night-shift")["config"] == {
            key: value for key, value in PROFILE["config"].items() if key != "password"
        }


def test_an_empty_password_is_none_in_the_export_and_at_the_pool(data_dir: Path) -> None:
    with daemon(data_dir) as running, a_pool(unverified_rx0=True, rx0_difficulty=50) as pool:
        own = {"pool": pool.address, "wallet": WALLET, "password": "a-secret", "algo": "rx/0"}
        bin_dir = data_dir.parent / "bin"
        bin_dir.mkdir()
        register(adapter("xmrig"), install_standin(bin_dir), data_dir)
        made = data(running, "POST", "/profiles", {"name": "Night Shift", "minerType": "xmrig", "config": own}, 201)
        command = [sys.executable, "-m", "mining.cli.main", "profile", "edit", "Night Shift", "--password", ""]
        env = os.environ | {"MINING_URL": f"http://127.0.0.1:{running.port}/api/v1/mining"}
        edited = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60)
        assert "is changed" in edited.stdout, edited.stderr
        (saved,) = data(running, "GET", "/profiles/export?secrets")["profiles"]
        assert saved["config"].get("password") is None
        data(running, "POST", f"/profiles/{made['id']}/start", status=201)
        written = json.loads((data_dir / "run" / "night-shift" / "config.json").read_text())
        assert written["pools"][0]["pass"] == "x"


def test_a_restart_with_a_profile_tells_what_changes_and_by_hand_leaves_it(data_dir: Path) -> None:
    with daemon(data_dir) as running:
        running.simulate("one")
        made = data(running, "POST", "/profiles", PROFILE, 201)
        data(running, "POST", f"/miners/one/restart?profile={made['id']}", status=201)
        assert running.miner("one")["profileId"] == made["id"]
        assert "threads: — → 1. password: changed." in running.events("one")[-1]["text"]
        data(running, "POST", "/miners/one/restart", status=201)
        assert running.miner("one")["profileId"] == made["id"]
        data(running, "POST", "/miners/one/restart", {"pool": "other.example:1", "wallet": "anybody"}, status=201)
        assert running.miner("one")["profileId"] is None
        told = [event["text"] for event in running.events() if event["event"] == "profile"]
        assert told == ["Profile 'Night Shift' was made by API 127.0.0.1."]
