"""The answers of the XMRig stand-in's API, in the shapes that were recorded."""

import os
import random
import socket
import time
from typing import Any

from tests.standins.xmrig_pools import AGENT, ALGORITHMS
from tests.standins.xmrig_work import Miner

LIVE_POOL: dict[str, Any] = {
    "algo": None, "coin": None, "url": None, "user": None, "pass": None, "rig-id": None, "nicehash": False,
    "keepalive": False, "enabled": True, "tls": False, "sni": False, "tls-fingerprint": None, "daemon": False,
    "socks5": None, "self-select": None, "submit-to-origin": False,
}  # fmt: skip
LIVE_CONFIG: dict[str, Any] = {
    "api": {"id": None, "worker-id": None},
    "http": {"enabled": False, "host": "127.0.0.1", "port": 0, "access-token": None, "restricted": True},
    "autosave": True, "background": False, "colors": True, "title": True,
    "randomx": {
        "init": -1, "init-avx2": -1, "mode": "auto", "1gb-pages": False, "rdmsr": True, "wrmsr": True,
        "cache_qos": False, "numa": True, "scratchpad_prefetch_mode": 1,
    },
    "cpu": {
        "enabled": True, "huge-pages": True, "huge-pages-jit": False, "hw-aes": None, "priority": None,
        "memory-pool": False, "yield": True, "asm": True, "argon2-impl": None,
        "*": {"intensity": 1, "threads": 1, "affinity": -1}, "kawpow": False,
    },
    "opencl": {"enabled": False, "cache": True, "loader": None, "platform": "AMD", "adl": True},
    "cuda": {"enabled": False, "loader": None, "nvml": True},
    "log-file": None, "donate-level": 1, "donate-over-proxy": 1, "pools": [], "retries": 5, "retry-pause": 5,
    "print-time": 60, "health-print-time": 60, "dmi": True, "syslog": False,
    "tls": {"enabled": False, "protocols": None, "cert": None, "cert_key": None, "ciphers": None, "ciphersuites": None,
            "dhparam": None},
    "dns": {"ip_version": 0, "ttl": 30}, "user-agent": None, "verbose": 0, "watch": True, "pause-on-battery": False,
    "pause-on-active": False,
}  # fmt: skip
CPU = {
    "brand": "AMD EPYC", "family": 26, "model": 2, "stepping": 1, "proc_info": 11538209, "aes": True, "avx2": True,
    "x64": True, "64_bit": True, "l2": 2097152, "l3": 33554432, "cores": 2, "threads": 2, "packages": 1, "nodes": 1,
    "backend": "hwloc/2.9.0", "msr": "ryzen_1Ah_zen5", "assembly": "ryzen", "arch": "x86_64",
    "flags": ["aes", "vaes", "avx", "avx2", "avx512f", "bmi2", "osxsave", "pdpe1gb", "sse2", "ssse3", "sse4.1",
              "popcnt", "vm"],
}  # fmt: skip


def live_config(miner: Miner, restricted: bool) -> dict[str, Any]:
    """Its configuration as it goes by it now: with what it was not given, and with what a PUT has changed."""
    shown = {key: _filled(default, miner.config.get(key)) for key, default in LIVE_CONFIG.items()}
    return shown | {
        "pools": [LIVE_POOL | {key: pool[key] for key in LIVE_POOL.keys() & pool} for pool in miner.config["pools"]]
    }


def _filled(default: Any, given: Any) -> Any:
    if isinstance(default, dict):
        return default | given if isinstance(given, dict) else default
    return default if given is None else given


def summary(miner: Miner, restricted: bool) -> dict[str, Any]:
    """Its second summary."""
    active, api = miner.active, miner.config.get("api") or {}
    since = round(1000 * (time.monotonic() - miner.connected_at)) if active is not None else 0
    average = since // miner.since_connect if miner.since_connect else 0
    averages = {"avg_time": average // 1000, "avg_time_ms": average, "hashes_total": miner.hashes}
    shares = {"shares_good": miner.accepted, "shares_total": miner.accepted + miner.rejected}
    pages = miner.threads + 1168 if miner.workers else 0
    return {
        "id": str(api.get("id") or f"{random.Random(os.getpid()).getrandbits(64):016x}")[:31],
        "worker_id": api.get("worker-id") or socket.gethostname(),
        "uptime": int(time.monotonic() - miner.born),
        "restricted": restricted,
        "resources": {
            "memory": {"free": 21579317248, "total": 25276502016, "resident_set_memory": 38612992},
            "load_average": [round(load, 2) for load in os.getloadavg()],
            "hardware_concurrency": os.cpu_count(),
        },
        "features": ["api", "asm", "http", "hwloc", "tls", "opencl", "cuda"],
        "results": {"diff_current": miner.difficulty, **shares, **averages, "best": (miner.best + [0] * 10)[:10]},
        "algo": miner.algo,
        "connection": {
            "pool": miner.pool_name,
            "ip": active.host if active is not None else None,
            "uptime": since // 1000,
            "uptime_ms": since,
            "ping": miner.ping,
            "failures": miner.failures,
            "tls": None,
            "tls-fingerprint": None,
            "algo": miner.algo,
            "diff": miner.difficulty,
            "accepted": miner.accepted,
            "rejected": miner.rejected,
            **averages,
        },
        "version": "6.26.0",
        "kind": "miner",
        "ua": AGENT,
        "cpu": CPU,
        "donate_level": miner.config.get("donate-level", 1),
        "paused": miner.paused,
        "algorithms": ALGORITHMS,
        "hashrate": {"total": miner.windows(), "highest": miner.highest},
        "hugepages": [0, pages],
    }


def summary_1(miner: Miner, restricted: bool) -> dict[str, Any]:
    """Its first summary: a little more, and `hugepages` as a boolean."""
    whole = summary(miner, restricted)
    for part in ("results", "connection"):
        whole[part]["error_log"] = []
    whole["hashrate"]["threads"] = [_share(miner)] * miner.threads if miner.workers else []
    return whole | {"hugepages": False}


def _share(miner: Miner) -> list[float | None]:
    return [None if value is None else round(value / miner.threads, 2) for value in miner.windows()]


def backends(miner: Miner, restricted: bool) -> list[dict[str, Any]]:
    """Its backends; `threads` and `hashrate` are there only while workers run."""
    works = miner.workers
    cpu: dict[str, Any] = {
        "type": "cpu", "enabled": miner.threads > 0, "algo": miner.algo if works else None,
        "profile": "*" if works else None, "hw-aes": True, "priority": -1, "msr": False, "asm": "ryzen",
        "argon2-impl": "AVX-512F" if miner.algo else None,
        "hugepages": [0, miner.threads + 1168 if works else 0], "memory": 2097152 * miner.threads if works else 0,
    }  # fmt: skip
    if works:
        thread = {"intensity": 1, "affinity": -1, "av": 1, "hashrate": _share(miner)}
        cpu |= {"hashrate": miner.windows(), "threads": [thread] * miner.threads}
    off = {"enabled": False, "algo": None, "profile": None}
    return [cpu, {"type": "opencl", **off, "platform": None}, {"type": "cuda", **off}]
