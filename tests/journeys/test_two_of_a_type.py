"""Two miners of one type at once, on the processor and on a card, for different coins, pools and wallets."""

import json
from typing import Any

import pytest

from tests.daemons import Daemon, wait_for
from tests.pool_threads import a_pool
from tests.xmrig_rig import WALLET

pytestmark = pytest.mark.slow
ON_CPU = {"wallet": WALLET, "algo": "rx/0", "threads": 1, "options": {"mode": "light"}}


def on_card(pool: str, *devices: int) -> dict[str, Any]:
    """A configuration for cards alone; the pool of a proxy in one's own network takes any login."""
    cuda = {"enabled": True, "devices": list(devices)}
    return {"pool": pool, "wallet": "me-rvn", "algo": "kawpow", "cuda": cuda, "cpu": {"enabled": False}}


def test_each_has_its_own_name_devices_pool_wallet_figures_and_end(running: Daemon) -> None:
    with (
        a_pool(unverified_rx0=True, rx0_difficulty=50, share_seconds=2.0) as xmr,
        a_pool(unverified_rx0=True, rx0_difficulty=50, share_seconds=2.0) as rvn,
    ):
        start = "/miners/xmrig?name="
        assert running.call("POST", f"{start}cpu-xmr", ON_CPU | {"pool": xmr.address})[0] == 201
        assert running.call("POST", f"{start}gpu-rvn", on_card(rvn.address, 0))[0] == 201
        both = {miner["name"]: miner for miner in running.call("GET", "/miners?type=xmrig")[1]["data"]["items"]}
        assert both.keys() == {"cpu-xmr", "gpu-rvn"}
        assert both["cpu-xmr"]["pid"] != both["gpu-rvn"]["pid"]
        cpu, gpu = (json.loads((running.data / "run" / name / "config.json").read_text()) for name in both)
        assert (cpu["cpu"]["enabled"], cpu["cuda"]["enabled"], cpu["pools"][0]["user"]) == (True, False, WALLET)
        assert (gpu["cpu"]["enabled"], gpu["cuda"], gpu["pools"][0]["user"]) == (
            False, {"enabled": True, "devices-hint": "0"}, "me-rvn",
        )  # fmt: skip
        assert cpu["http"]["port"] != gpu["http"]["port"]
        wait_for(lambda: running.miner("cpu-xmr")["hashrate"], 60, "a hashrate of the processor")
        assert running.miner("cpu-xmr")["stats"]["connection"]["pool"] == xmr.address

        refusal = running.call("POST", f"{start}gpu-third", on_card(rvn.address, 0, 1))[1]["error"]
        assert (refusal["code"], refusal["details"]["miner"]) == ("INSUFFICIENT_RESOURCES", "gpu-rvn")
        assert running.call("POST", f"{start}gpu-third", on_card(rvn.address, 1))[0] == 201
        assert running.call("POST", f"{start}gpu-forced&force=true", on_card(rvn.address, 0))[0] == 201

        summary = running.call("GET", "/summary")[1]["data"]
        assert summary["miners"] == 4
        by_algorithm = {each["algorithm"]: each for each in summary["algorithms"]}
        assert by_algorithm["rx/0"]["hashrate"] > 0
        assert by_algorithm["rx/0"]["power"] is None, "what a processor draws is not known"

        assert running.call("DELETE", "/miners/gpu-rvn")[0] == 200
        assert running.miner("cpu-xmr")["status"] == "running"
        results = running.call("POST", "/miners/stop-all")[1]["data"]["results"]
        assert [(each["name"], each["ok"]) for each in results] == [
            ("cpu-xmr", True), ("gpu-forced", True), ("gpu-third", True),
        ]  # fmt: skip
        assert [running.alive(name) for name in ("cpu-xmr", "gpu-rvn", "gpu-third", "gpu-forced")] == [[], [], [], []]
