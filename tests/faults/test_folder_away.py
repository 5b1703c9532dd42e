"""The data folder vanishes under a running daemon: told in words, made anew by nobody, and taken up when it is back."""

import http.client
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.daemons import Daemon, daemon, wait_for

pytestmark = pytest.mark.slow
BODY: dict[str, Any] = {"pool": "pool.example:3333", "wallet": "anybody"}
PROFILE = {"name": "night", "minerType": "simulated", "config": BODY}
REQUESTS: list[tuple[str, str, Any]] = [
    *(("GET", path, None) for path in (
        "/summary", "/miners", "/miners/one", "/miners/one/stats", "/miners/one/logs", "/miners/available",
        "/miners/one/history", "/miners/one/hashrate-history", "/history", "/profiles", "/profiles/export", "/pools",
        "/events", "/jobs", "/info", "/settings", "/daemon/logs", "/keys", "/audit", "/algorithms", "/coins",
    )),
    ("POST", "/doctor", None),
    ("POST", "/miners/simulated/check", BODY),
    ("POST", "/miners/simulated?name=new", BODY),
    ("PUT", "/miners/new", {"type": "simulated", "config": BODY}),
    ("POST", "/miners/one/restart", BODY | {"threads": 2}),
    ("POST", "/profiles", PROFILE),
    ("POST", "/pools", {"pool": "pool.example:1"}),
    ("PUT", "/settings", {"logLevel": "debug"}),
    ("POST", "/keys", {"name": "bob", "role": "viewer"}),
    ("POST", "/miners/stop-all", None),
]  # fmt: skip


def problems(running: Daemon) -> list[str]:
    connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=60)
    connection.request("GET", "/healthz")
    found = json.loads(connection.getresponse().read())["data"]["problems"]
    connection.close()
    return [problem["text"] for problem in found if problem["code"] == "STORAGE"]


def kinds(running: Daemon) -> list[str]:
    return [event["event"] for event in running.events()]


def test_a_folder_that_vanished_is_no_500_and_is_made_anew_by_nothing(data_dir: Path) -> None:
    aside = data_dir.with_name("aside")
    with daemon(data_dir) as running:
        pid = running.simulate("one")["pid"]
        data_dir.rename(aside)
        try:
            wait_for(lambda: "storage" in kinds(running), 5, "the problem to be told")
            for method, path, body in REQUESTS:
                status, answer = running.call(method, path, body)
                assert status not in (404, 405), path
                assert status < 500 or (status, answer["error"]["code"]) == (507, "STORAGE_FULL"), (path, answer)
                assert not data_dir.exists(), f"{method} {path} made the folder anew"
                assert "has vanished" in problems(running)[0]
        finally:
            aside.rename(data_dir)
        wait_for(lambda: not problems(running), 5, "the end of the problem")
        wait_for(lambda: "recovered" in kinds(running), 5, "the end to be told")
        (back,) = [event["text"] for event in running.events() if event["event"] == "recovered"]
        assert back.startswith("The data folder is there again")
        running.simulate("two")
        running.kill()
        running.start()
        assert {miner["name"] for miner in running.call("GET", "/miners")[1]["data"]["items"]} == {"one", "two"}
        assert pid not in running.alive("one"), "it was stopped while the folder was away"


def test_an_empty_folder_in_its_place_is_not_taken_for_it(data_dir: Path) -> None:
    aside = data_dir.with_name("aside")
    with daemon(data_dir) as running:
        running.simulate("one")
        data_dir.rename(aside)
        data_dir.mkdir(mode=0o700)
        try:
            wait_for(lambda: "storage" in kinds(running), 5, "the problem to be told")
            assert "Another folder stands where" in problems(running)[0]
            status, answer = running.call("POST", "/miners/simulated?name=new", BODY)
            assert (status, answer["error"]["code"]) == (507, "STORAGE_FULL")
            assert not {"miners.json", "run", "logs"} & {path.name for path in data_dir.iterdir()}
            assert "recovered" not in kinds(running)
        finally:
            shutil.rmtree(data_dir)
            aside.rename(data_dir)
        wait_for(lambda: not problems(running), 5, "the end of the problem")
