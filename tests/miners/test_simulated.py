"""What the simulated adapter alone promises."""

import json
from pathlib import Path
from typing import Any

import pytest

from mining.demo.simulator import MODES, read_settings
from mining.domain.adapter import LaunchContext
from mining.domain.config import Config
from mining.domain.config_check import config_errors
from mining.miners.simulated import MINER
from tests.miners.examples import fields_of

SEED = {
    "pool": "stratum+tcp://pool.supportxmr.com:3333",
    "wallet": "YOUR_WALLET_ADDRESS",
    "algo": "rx/0",
    "threads": 4,
    "cpuPriority": 3,
    "cuda": {"enabled": True, "devices": [0, 1]},
    "opencl": {"enabled": False, "devices": []},
}
SLOT = LaunchContext(
    name="sim", directory=Path("/run/d"), program=Path("/bin/python"), api_port=4, api_token="t", run_id="r", cpus=2
)


def config(**fields: Any) -> Config:
    return Config.model_validate_json(json.dumps(SEED | fields))


def told(**fields: Any) -> dict[str, Any]:
    body: dict[str, Any] = json.loads(MINER.launch(config(**fields), SLOT).files["config.json"])
    return body


def test_takes_any_configuration_and_checks_neither_pool_nor_wallet() -> None:
    everything = {"algo": "no-such-algo", "tls": False, "hugePages": True, "proxy": "socks5://127.0.0.1:1", "coin": "x"}
    assert config_errors(MINER, config(**everything, donateLevel=7, nicehash=True, intensity=3)) == []
    assert {*MINER.supports.fields, *MINER.supports.ignored} == set(fields_of(Config))
    assert MINER.facts.simulated
    assert not MINER.facts.checks_pool


def test_never_hands_wallet_or_password_to_its_program() -> None:
    assert "YOUR_WALLET_ADDRESS" not in json.dumps(told(password="secret"))
    assert "secret" not in json.dumps(told(password="secret"))


@pytest.mark.parametrize("mode", MODES)
def test_knows_every_mode_of_its_program(mode: str) -> None:
    assert config_errors(MINER, config(options={"mode": mode})) == []
    assert read_settings(json.dumps(told(options={"mode": mode})).encode()).mode == mode


@pytest.mark.parametrize(
    "option",
    [
        {"mode": "no-such-mode"},
        {"mode": ["ok"]},
        {"hashrate": -1},
        {"hashrate": "1"},
        {"hashrate": True},
        {"gpus": 65},
        {"gpus": 1.5},
        {"after": None},
        {"exitCode": 256},
        {"exitCode": True},
        {"exitCode": -32},
        {"refuseLogin": 1},
        {"nonsense": 1},
    ],
)
def test_names_each_wrong_option(option: dict[str, Any]) -> None:
    assert [fault.field for fault in config_errors(MINER, config(options=option))] == [f"options.{next(iter(option))}"]


def test_all_wrong_options_are_named_at_once() -> None:
    assert len(config_errors(MINER, config(options={"mode": 1, "gpus": -1, "after": 2}))) == 2


def test_pretends_the_devices_that_were_asked_for() -> None:
    assert told()["gpus"] == [0, 1]
    assert told(cuda=None)["gpus"] == []
    assert told(cuda={"enabled": True})["gpus"] == [0]
    assert told(opencl={"enabled": True, "devices": [1, 3]})["gpus"] == [0, 1, 3]
    assert told(options={"gpus": 3})["gpus"] == [0, 1, 2]
    assert told(options={"gpus": 0})["gpus"] == []


def test_its_program_understands_the_file_it_is_given() -> None:
    settings = read_settings(MINER.launch(config(), SLOT).files["config.json"])
    assert (settings.id, settings.token, settings.port) == ("r", "t", 4)
    assert (settings.pool, settings.algo) == ("pool.supportxmr.com:3333", "rx/0")
