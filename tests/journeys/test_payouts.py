"""Nobody is paid by surprise: a real daemon, real processes, and a thief at the program's own API."""

import http.client
import json
from pathlib import Path
from typing import Any

import pytest

from mining.miners import adapter
from mining.programs.local import register
from tests.daemons import Daemon, daemon, wait_for
from tests.pool_threads import a_pool
from tests.targets import an_inbox

pytestmark = pytest.mark.slow
TIMING = {"grace": 2.0, "gather": 0.2, "look": 0.2, "first": 0.3, "longest": 0.6}
MINE = "48edfHu7V9Z84YzzMa6fUueoELZ9ZRXq9VetWzYGzKt52XU5xvqgzYnDK9URnRoJMk1j8nLwEVsaSWJ4fhdUyZijBGUicoD"
THEIRS = "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"


def put_pools(running: Daemon, name: str, **changes: Any) -> None:
    """What a thief does who has the token: other pools by the API of XMRig itself."""
    record = json.loads((running.data / "run" / name / "record.json").read_text())["process"]["slot"]
    headers = {"Authorization": f"Bearer {record['apiToken']}", "Content-Type": "application/json"}
    connection = http.client.HTTPConnection("127.0.0.1", record["apiPort"], timeout=60)
    try:
        connection.request("GET", "/2/config", headers=headers)
        config = json.loads(connection.getresponse().read())
        config["pools"][0] |= changes
        connection.close()
        connection.request("PUT", "/1/config", json.dumps(config), headers)
        assert connection.getresponse().status == 204
    finally:
        connection.close()


def test_a_real_process_whose_payee_is_changed_by_its_own_api_is_stopped_and_told(data_dir: Path, xmrig: Path) -> None:
    register(adapter("xmrig"), xmrig, data_dir)
    with (
        a_pool(unverified_rx0=True, rx0_difficulty=50) as pool,
        a_pool(unverified_rx0=True, rx0_difficulty=50) as evil,
        an_inbox() as inbox,
        daemon(data_dir, timing=TIMING, settings={"notify": [inbox.url]}) as running,
    ):
        body: dict[str, Any] = {
            "pool": pool.address,
            "wallet": MINE,
            "password": "s3cret-pass",
            "algo": "rx/0",
            "threads": 1,
        }
        body["options"] = {"mode": "light"}
        status, answer = running.call("POST", "/miners/xmrig", body)
        assert status == 201, answer
        wait_for(lambda: (running.miner("xmrig")["payoutLock"] or {})["state"] == "holds", 30, "the lock to hold")
        put_pools(running, "xmrig", url=evil.address, user=THEIRS)
        wait_for(lambda: running.miner("xmrig")["status"] == "error", 60, "it to be stopped")
        assert running.alive("xmrig") == []
        miner = running.miner("xmrig")
        assert miner["reason"]["code"] == "payout_differs"
        wait_for(lambda: any("did not pay you" in title for title in inbox.titles), 30, "the message")
        (evidence,) = (data_dir / "run" / "xmrig").glob("payout-*.json")
        assert evidence.stat().st_mode & 0o777 == 0o600
        kept = evidence.read_text()
        assert THEIRS in kept
        assert "s3cret-pass" not in kept
        text = json.dumps([running.events(), inbox.messages], ensure_ascii=False)
        assert THEIRS not in text
        running.end()
        running.start()
        assert running.miner("xmrig")["status"] == "error"
        assert running.alive("xmrig") == []


def test_the_lock_holds_whatever_kinds_of_pools_a_configuration_names(data_dir: Path, xmrig: Path) -> None:
    register(adapter("xmrig"), xmrig, data_dir)
    with a_pool(unverified_rx0=True) as pool, daemon(data_dir) as running:
        body: dict[str, Any] = {"pool": pool.address, "wallet": MINE, "algo": "rx/0", "threads": 1, "worker": "rig1"}
        body["options"] = {"mode": "light"}
        body["pools"] = [
            {"pool": "[::1]:1234", "wallet": f"{MINE}.other+5000"},
            {"pool": "127.0.0.1:1235", "proxy": "socks5://127.0.0.1:9"},
            {"pool": "localhost:1236", "tls": True, "tlsFingerprint": "ab" * 32},
        ]
        status, answer = running.call("POST", "/miners/xmrig", body)
        assert status == 201, answer
        wait_for(lambda: (running.miner("xmrig")["payoutLock"] or {})["state"] == "holds", 30, "the lock to hold")
        compared = running.miner("xmrig")["payoutLock"]["comparedAt"]
        wait_for(lambda: running.miner("xmrig")["payoutLock"]["comparedAt"] != compared, 30, "a second look")
        assert running.miner("xmrig")["payoutLock"]["state"] == "holds"
