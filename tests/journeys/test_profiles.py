"""A profile's whole life with a real daemon: made, started, exported, deleted, imported again and started."""

from pathlib import Path
from typing import Any

import pytest

from tests.daemons import Daemon, daemon

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
