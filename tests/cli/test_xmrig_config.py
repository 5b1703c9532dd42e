"""What is taken over from XMRig's config.json, and what is said about the rest."""

import json
from functools import partial
from typing import Any

import pytest

from mining.cli.xmrig_config import UnreadableConfig, import_config
from mining.domain.config import read_config
from mining.domain.config_check import config_errors
from mining.miners.xmrig import MINER

# in the layout of the configuration that comes with XMRig 6, wallet filled in
USUAL = """{
    "api": {"id": null, "worker-id": null},
    "http": {"enabled": false, "host": "127.0.0.1", "port": 0, "access-token": null, "restricted": true},
    "autosave": true, "background": false, "colors": true, "title": true,
    "randomx": {
        "init": -1, "init-avx2": -1, "mode": "auto", "1gb-pages": false, "rdmsr": true, "wrmsr": true,
        "cache_qos": false, "numa": true, "scratchpad_prefetch_mode": 1
    },
    "cpu": {
        "enabled": true, "huge-pages": true, "huge-pages-jit": false, "hw-aes": null, "priority": null,
        "memory-pool": false, "yield": true, "max-threads-hint": 100, "asm": true, "argon2-impl": null,
        "cn/0": false, "rx": [0, 1], "rx/wow": "rx"
    },
    "opencl": {"enabled": false, "cache": true, "loader": null, "platform": "AMD", "adl": true},
    "cuda": {"enabled": false, "loader": null, "nvml": true},
    "donate-level": 1, "donate-over-proxy": 1, "log-file": null,
    "pools": [{
        "algo": null, "coin": "monero", "url": "pool.example:3333", "user": "WALLET", "pass": "x", "rig-id": null,
        "nicehash": false, "keepalive": false, "enabled": true, "tls": false, "tls-fingerprint": null,
        "daemon": false, "socks5": null, "self-select": null, "submit-to-origin": false
    }],
    "print-time": 60, "health-print-time": 60, "dmi": true, "retries": 5, "retry-pause": 5, "syslog": false,
    "tls": {"enabled": false, "protocols": null}, "dns": {"ip_version": 0, "ttl": 30}, "user-agent": null,
    "verbose": 0, "watch": true, "pause-on-battery": false, "pause-on-active": false
}"""


def imported(**body: Any) -> tuple[dict[str, Any], list[str]]:
    pools = [{"url": "a.example:1", "user": "w"}]
    return import_config(json.dumps({"pools": pools} | body))


def test_the_usual_configuration_is_taken_over() -> None:
    config, notes = import_config(USUAL)
    assert config == {"pool": "pool.example:3333", "wallet": "WALLET", "coin": "monero", "donateLevel": 1}
    assert [note.split(":")[0] for note in notes] == [
        "donate-over-proxy", "tls", "dns", "cpu.cn/0", "cpu.rx", "randomx.wrmsr",
    ]  # fmt: skip


def test_everything_that_has_a_place_here_gets_it() -> None:
    pools = [
        {"url": "stratum+ssl://a.example:1", "user": "w", "pass": "p", "rig-id": "shed", "algo": "rx/0", "tls": True,
         "tls-fingerprint": "a" * 64, "socks5": "127.0.0.1:9050", "nicehash": True},
        {"url": "b.example:2", "user": "w", "pass": "q", "tls": True, "socks5": "127.0.0.1:9050", "nicehash": True},
        {"url": "c.example:3", "user": "w", "enabled": False},
        {"url": "d.example", "user": "v", "daemon": True, "socks5": "127.0.0.1:9050", "nicehash": True},
    ]  # fmt: skip
    config, notes = imported(
        pools=pools,
        cpu={"priority": 2, "huge-pages": False, "yield": False, "max-threads-hint": 50, "enabled": False},
        cuda={"enabled": True, "devices-hint": "0,2"},
        randomx={"mode": "light", "1gb-pages": True, "wrmsr": False},
        **{"donate-level": 3, "pause-on-battery": True, "pause-on-active": True, "print-time": 5},
    )
    assert config == {
        "pool": "stratum+ssl://a.example:1", "wallet": "w", "password": "p", "worker": "shed", "algo": "rx/0",
        "tls": True, "tlsFingerprint": "a" * 64, "proxy": "socks5://127.0.0.1:9050", "nicehash": True,
        "pools": [
            {"pool": "b.example:2", "password": "q", "tls": True},
            {"pool": "daemon+http://d.example:3333", "wallet": "v"},
        ],
        "cpu": {"enabled": False}, "cpuPriority": 2, "hugePages": False, "donateLevel": 3, "pauseOnBattery": True,
        "pauseOnActive": 60, "cuda": {"enabled": True, "devices": [0, 2]},
        "options": {"mode": "light", "1gbPages": True, "yield": False, "cpuMaxThreadsHint": 50, "printTime": 5},
    }  # fmt: skip
    assert notes == ["the pool c.example:3: it is disabled"]


def test_what_is_taken_over_can_be_started() -> None:
    config, _ = import_config(USUAL.replace("WALLET", "anybody").replace('"monero"', "null"))
    assert read_config(json.dumps(config), partial(config_errors, MINER)).wallet == "anybody"


def test_comments_and_commas_at_the_end_are_understood_and_left_in_texts() -> None:
    text = '{ /* all\nof "it" */ "pools": [ {"url": "stratum+tcp://a:1", "user": "x//y,}", }, ], // "end\n}'
    assert import_config(text)[0] == {"pool": "stratum+tcp://a:1", "wallet": "x//y,}"}


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", "{}", '{"pools": []}', '{"pools": [{}]}', '{"pools": 5}', "[" * 9999]
)
def test_what_is_no_xmrig_configuration_is_told(text: str) -> None:
    with pytest.raises(UnreadableConfig):
        import_config(text)


def test_what_cannot_be_taken_over_is_named_without_its_value() -> None:
    pools = [{"url": "a:1", "user": "w", "spend-secret-key": "topsecret", "self-select": "b:2"}]
    _, notes = imported(
        pools=pools,
        cpu={"rx": [0], "memory-pool": 4},
        opencl={"enabled": True, "rx": [{"index": 0}]},
        randomx={"numa": False},
    )
    assert "topsecret" not in str(notes)
    for word in ("spend-secret-key", "self-select", "cpu.rx", "cpu.memory-pool", "opencl.rx", "randomx.numa"):
        assert any(word in note for note in notes), word
