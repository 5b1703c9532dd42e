"""What the demo adapter alone promises."""

import json
from pathlib import Path
from typing import Any

import pytest

from mining.demo.demo_miner import read_settings
from mining.domain.adapter import LaunchContext
from mining.domain.config import Config
from mining.domain.config_check import config_errors, config_warnings
from mining.miners.demo import MINER

SEED = {"pool": "127.0.0.1:3333", "wallet": "w", "threads": 2, "cpuPriority": 3}
SLOT = LaunchContext(
    name="demo", directory=Path("/run/d"), program=Path("/bin/python"), api_port=4, api_token="t", run_id="r", cpus=2
)


def config(**fields: Any) -> Config:
    return Config.model_validate_json(json.dumps(SEED | fields))


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"cuda": {"enabled": True, "devices": [0]}}, "cuda"),
        ({"opencl": {"enabled": True, "devices": []}}, "opencl"),
        ({"cpu": {"enabled": False}}, "cpu.enabled"),
        ({"tls": True}, "tls"),
        ({"pool": "stratum+ssl://127.0.0.1:3333"}, "pool"),
        ({"pool": "daemon+http://127.0.0.1:3333"}, "pool"),
        ({"tlsFingerprint": "a" * 64}, "tlsFingerprint"),
        ({"proxy": "socks5://127.0.0.1:9050"}, "proxy"),
        ({"algo": "rx/0"}, "algo"),
        ({"coin": "monero"}, "coin"),
        ({"hugePages": True}, "hugePages"),
        ({"cpuAffinity": "0x3"}, "cpuAffinity"),
        ({"nicehash": True}, "nicehash"),
        ({"intensity": 1}, "intensity"),
        ({"donateLevel": 1}, "donateLevel"),
        ({"threads": 65}, "threads"),
        ({"options": {"mode": "ok"}}, "options.mode"),
        ({"pools": [{"pool": "127.0.0.1:3", "algo": "rx/0"}]}, "pools[0].algo"),
        ({"pools": [{"pool": "127.0.0.1:3", "tls": True}]}, "pools[0].tls"),
        ({"pools": [{"pool": "127.0.0.1:3", "tlsFingerprint": "a" * 64}]}, "pools[0].tlsFingerprint"),
        ({"pools": [{"pool": "127.0.0.1:3", "coin": "xmr"}]}, "pools[0].coin"),
    ],
)
def test_names_what_it_cannot_do(fields: dict[str, Any], field: str) -> None:
    assert [fault.field for fault in config_errors(MINER, config(**fields))] == [field]


def test_takes_what_it_can_do() -> None:
    harmless = {"cuda": {"enabled": False}, "opencl": {"enabled": False}, "algo": "SHA256", "hugePages": False}
    assert (
        config_errors(MINER, config(**harmless, tls=False, donateLevel=0, worker="rig", pools=[{"pool": "[::1]:4"}]))
        == []
    )


def test_warns_of_what_has_no_effect() -> None:
    assert len(config_warnings(MINER, config(pauseOnBattery=True, pauseOnActive=60))) == 2
    assert config_warnings(MINER, config()) == []


def test_its_program_understands_the_file_it_is_given() -> None:
    said = config(worker="rig", password="p", pools=[{"pool": "[::1]:4", "wallet": "other"}])
    settings = read_settings(MINER.launch(said, SLOT).files["config.json"])
    assert (settings.id, settings.token, settings.port, settings.threads) == ("r", "t", 4, 2)
    first, second = settings.pools
    assert (first.endpoint, first.login, first.password, first.rig) == ("127.0.0.1:3333", "w", "p", "rig")
    assert (second.endpoint, second.login, second.password, second.rig) == ("[::1]:4", "other", "x", "rig")


def test_is_the_more_polite_the_lower_its_priority() -> None:
    files = [MINER.launch(config(cpuPriority=level), SLOT).files["config.json"] for level in range(6)]
    nice = [read_settings(file).niceness for file in files]
    assert nice == sorted(nice, reverse=True)
    assert (nice[0], nice[-1]) == (19, 0)
    assert read_settings(MINER.launch(config(cpuPriority=None), SLOT).files["config.json"]).niceness == 10


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("pool    connected to 127.0.0.1:1", "connected", "connected to 127.0.0.1:1"),
        ("pool    127.0.0.1:1 cannot be used: no answer", "connect_error", "127.0.0.1:1 cannot be used: no answer"),
        ("pool    127.0.0.1:1 refused the login: no", "login_refused", "127.0.0.1:1 refused the login: no"),
        ("miner   accepted (1/0) difficulty 5 (1 ms)", "accepted", "accepted (1/0) difficulty 5 (1 ms)"),
        ("api     port 5 is taken, ending", "api_failed", "port 5 is taken, ending"),
    ],
)
def test_understands_its_own_lines(line: str, kind: str, text: str) -> None:
    sign = MINER.log_signal(f"[2026-11-23 05:36:59.192] {line}")
    assert sign is not None
    assert (sign.kind, sign.text) == (kind, text)
    assert MINER.log_signal(f"[2026-11-23 05:36:59.192] other {line}") is None


def test_ends_are_told_apart() -> None:
    tail = ["[2026-11-23 05:36:59.192] config  unusable configuration: port: must be …", ""]
    assert MINER.explain_exit(2, tail)[0] == "config"
    assert "port: must be" in MINER.explain_exit(2, tail)[1]
    assert [MINER.explain_exit(code, [])[0] for code in (0, 3, -9, None)] == ["exit", "crash", "signal", "unknown"]
