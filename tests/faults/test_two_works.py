"""Two algorithms at once, through a real daemon: figures, history, secrets, profiles, a change of whom it pays."""

import http.client
import json
from pathlib import Path
from typing import Any

import pytest

from tests.daemons import Daemon, daemon, wait_for

pytestmark = pytest.mark.slow
MAIN = {"pool": "pool.example:3333", "wallet": "anybody", "algo": "kawpow"}
SECOND = {"pool": "kas.example:5555", "wallet": "a-second-wallet", "algo": "kheavyhash", "password": "hunter2-hunter2"}


def two_works(running: Daemon, name: str) -> list[dict[str, object]]:
    return list(running.miner(name)["stats"]["work"])


def test_both_are_shown_kept_and_exported_and_no_secret_of_the_second_leaves_the_daemon(data_dir: Path) -> None:
    with daemon(data_dir) as running:
        status, answer = running.call("POST", "/miners/simulated?name=twice", MAIN | {"second": SECOND})
        assert status == 201, answer
        main, second = wait_for(lambda: two_works(running, "twice"), 10, "two works")
        assert (main["algorithm"], main["pool"]) == ("kawpow", "pool.example:3333")
        assert (second["algorithm"], second["pool"]) == ("kheavyhash", "kas.example:5555")
        stats = wait_for(lambda: (s := running.miner("twice")["stats"])["quality"] == "valid" and s, 10, "figures")
        assert stats["hashrate"] == stats["work"][0]["hashrate"] < stats["work"][1]["hashrate"]
        miner = running.miner("twice")
        assert [payee["second"] for payee in miner["payees"]] == [False, True]
        assert miner["config"]["second"] == {key: SECOND[key] for key in ("pool", "wallet", "algo")}

        shown = wait_for(lambda: second_series(running, "twice"), 40, "the second series")
        assert shown["algorithms"] == ["kawpow", "kheavyhash"]
        alone = running.call("GET", "/miners/twice/hashrate-history?algorithm=kheavyhash&resolution=10s")[1]["data"]
        assert max(point["hashrate"] or 0 for point in alone["points"]) > 5000
        table = csv(running, "/history?miners=twice&resolution=10s&duration=5m&format=csv")
        assert table.splitlines()[0] == "timestamp,miner,hashrate,hashrate (kheavyhash)"

        body = {"name": "both", "minerType": "simulated", "config": MAIN | {"second": SECOND}}
        status, saved = running.call("POST", "/profiles", body)
        assert (status, "hunter2" in json.dumps(saved)) == (201, False)
        exported = running.call("GET", "/profiles/export")[1]["data"]["profiles"][0]["config"]
        assert exported["second"] == {key: SECOND[key] for key in ("pool", "wallet", "algo")}
        whole = running.call("GET", "/profiles/export?secrets=true")[1]["data"]["profiles"][0]["config"]
        assert whole["second"]["password"] == SECOND["password"]

        stranger = {"Origin": "https://elsewhere.example"}
        for path in ("/miners/twice", "/miners", "/profiles", f"/profiles/{saved['data']['id']}"):
            text = json.dumps(running.call("GET", path, **stranger)[1])
            assert "a-second-wallet" not in text, path
        for path in ("/miners/twice", "/events?since=0", "/audit", "/daemon/logs", "/miners/twice/logs", "/profiles"):
            status, answer = running.call("GET", path)
            assert (status, "hunter2" in json.dumps(answer)) == (200, False), path
        running.kill()
        running.start()
        again = running.miner("twice")
        assert (again["pid"], again["config"]["second"]["wallet"]) == (miner["pid"], "a-second-wallet")
        kept = json.loads((data_dir / "miners.json").read_text())["miners"][0]["config"]["second"]
        edited = MAIN | {"second": {key: SECOND[key] for key in ("pool", "wallet")} | {"algo": "blake3"}}
        assert running.call("POST", "/miners/twice/restart", edited)[0] == 201
        now = json.loads((data_dir / "miners.json").read_text())["miners"][0]["config"]["second"]
        assert (kept["password"], now["password"], now["algo"]) == (*[SECOND["password"]] * 2, "blake3")


def second_series(running: Daemon, name: str) -> dict[str, Any] | None:
    """The history of a miner, once something of its second work is in it."""
    answer = running.call("GET", f"/history?miners={name}&resolution=10s&duration=5m")[1]
    (miner,) = answer["data"]["miners"]
    return miner if any(any(each["series"][0]["values"]) for each in miner["second"]) else None


def csv(running: Daemon, path: str) -> str:
    """A table of the API as text."""
    connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=60)
    try:
        connection.request("GET", f"/api/v1/mining{path}")
        return connection.getresponse().read().decode()
    finally:
        connection.close()
