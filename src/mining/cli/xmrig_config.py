"""XMRig's config.json, read into a configuration of this platform. Pure; layout as of XMRig 6."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

_COMMENTS = re.compile(r'("(?:\\.|[^"\\\n])*")|//[^\n]*|/\*.*?\*/', re.DOTALL)
_TRAILING = re.compile(r'("(?:\\.|[^"\\\n])*")|,(?=\s*[}\]])')
_POOL_WORDS = {"user": "wallet", "pass": "password", "rig-id": "worker", "algo": "algo", "coin": "coin"}
_POOL_READ = {*_POOL_WORDS, "url", "tls", "tls-fingerprint", "daemon", "enabled", "nicehash", "socks5", "keepalive"}
_OURS = {  # what the platform itself decides, for every miner
    "api", "http", "autosave", "background", "colors", "title", "watch", "log-file", "syslog", "verbose", "dmi",
    "health-print-time", "retries", "retry-pause", "user-agent", "version", "help", "dry-run",
}  # fmt: skip
_READ = {
    "pools", "cpu", "opencl", "cuda", "randomx", "donate-level", "pause-on-battery", "pause-on-active", "print-time",
}  # fmt: skip
_CPU_READ = {"enabled", "huge-pages", "priority", "asm", "yield", "max-threads-hint"}
_CPU_USUAL = {"huge-pages-jit": False, "hw-aes": None, "memory-pool": False, "argon2-impl": None}
_PROFILES = re.compile(r"\*|(?:cn|rx|argon2|astrobwt|ghostrider|kawpow|panthera|cn-[a-z]+)(?:[/-].*)?")


class UnreadableConfig(Exception):
    """The text is not an XMRig configuration; says why."""


def import_config(text: str) -> tuple[dict[str, Any], list[str]]:
    """The configuration as JSON, and a sentence for each thing that could not be taken over."""
    body = _parsed(text)
    rows = [row for row in _list(body.get("pools")) if isinstance(row, dict)]
    used = [row for row in rows if row.get("enabled", True) is not False and row.get("url")]
    if not used:
        raise UnreadableConfig("it names no pool that is enabled")
    notes = [f"the pool {row.get('url') or '?'}: it is disabled" for row in rows if row not in used]
    pools = [_pool(row, notes) for row in used]
    config: dict[str, Any] = {**pools[0], "options": {}}
    if len(pools) > 1:
        config["pools"] = [_differing(pool, pools[0]) for pool in pools[1:]]
    _shared(used, config, notes)
    _top(body, config, notes)
    _cpu(_dict(body.get("cpu")), config, notes)
    _gpus(body, config, notes)
    _randomx(_dict(body.get("randomx")), config, notes)
    if not config["options"]:
        del config["options"]
    return config, notes


def _parsed(text: str) -> dict[str, Any]:
    plain = _TRAILING.sub(r"\1", _COMMENTS.sub(lambda found: found[1] or " ", text))
    try:
        body = json.loads(plain)
    except (ValueError, RecursionError) as error:
        raise UnreadableConfig(f"it is not JSON ({error})") from error
    if not isinstance(body, dict):
        raise UnreadableConfig("it is not a JSON object")
    return body


def _pool(row: Mapping[str, Any], notes: list[str]) -> dict[str, Any]:
    url = str(row["url"]).strip()
    if not re.search(r":\d+$", url):
        url += ":3333"  # XMRig's own default
    scheme, _, rest = url.rpartition("://")
    if row.get("daemon") is True and not scheme.startswith("daemon"):
        url = f"daemon+{'https' if row.get('tls') is True else 'http'}://{rest}"
    pool: dict[str, Any] = {"pool": url}
    for theirs, ours in _POOL_WORDS.items():
        if row.get(theirs):
            pool[ours] = str(row[theirs])
    if pool.get("password") == "x":  # what is sent when there is none
        del pool["password"]
    if row.get("tls") is True and not pool["pool"].startswith("daemon+"):
        pool["tls"] = True
    if isinstance(row.get("tls-fingerprint"), str):
        pool["tlsFingerprint"] = row["tls-fingerprint"]
    notes += [f"{key} of the pool {url}" for key in _unread(row, _POOL_READ)]
    return pool


def _differing(pool: dict[str, Any], first: Mapping[str, Any]) -> dict[str, Any]:
    """A fail-over pool without what it inherits anyway."""
    inherited = {"wallet", "password", "worker", "algo", "coin"}
    return {key: value for key, value in pool.items() if key not in inherited or first.get(key) != value}


def _shared(rows: list[dict[str, Any]], config: dict[str, Any], notes: list[str]) -> None:
    """What XMRig keeps per pool, and the platform for all of them."""
    proxies = [row.get("socks5") for row in rows]
    if proxies[0]:
        config["proxy"] = f"socks5://{proxies[0]}"
    if len({*proxies}) > 1:
        notes.append("socks5: one proxy serves all pools here, that of the first is used")
    if rows[0].get("nicehash") is True:
        config["nicehash"] = True
    if len({bool(row.get("nicehash")) for row in rows}) > 1:
        notes.append("nicehash: it counts for all pools here, that of the first is used")


def _top(body: Mapping[str, Any], config: dict[str, Any], notes: list[str]) -> None:
    level = body.get("donate-level")
    if isinstance(level, int) and level >= 1:
        config["donateLevel"] = level
    elif level is not None:
        notes.append(f"donate-level {level}: XMRig's own builds give at least 1 %")
    if body.get("pause-on-battery") is True:
        config["pauseOnBattery"] = True
    active = body.get("pause-on-active")
    if active:
        config["pauseOnActive"] = 60 if active is True else active
    if isinstance(body.get("print-time"), int) and body["print-time"] != 60:
        config["options"]["printTime"] = body["print-time"]
    notes += [f"{key}: it is not known here" for key in _unread(body, _READ | _OURS)]
    if _dict(body.get("http")).get("enabled") is True:
        notes.append("http: the platform gives each miner an API of its own, with a fresh token")


def _cpu(cpu: Mapping[str, Any], config: dict[str, Any], notes: list[str]) -> None:
    if cpu.get("enabled") is False:
        config["cpu"] = {"enabled": False}
    if cpu.get("huge-pages") is False:  # true is XMRig's way of saying nothing, and as root it would change the machine
        config["hugePages"] = False
    if isinstance(cpu.get("priority"), int):
        config["cpuPriority"] = cpu["priority"]
    for theirs, ours, usual in (
        ("asm", "asm", True),
        ("yield", "yield", True),
        ("max-threads-hint", "cpuMaxThreadsHint", 100),
    ):
        if theirs in cpu and cpu[theirs] != usual:
            config["options"][ours] = cpu[theirs]
    for key, value in cpu.items():
        if key in _CPU_READ or _CPU_USUAL.get(key, ...) == value:
            continue
        if _PROFILES.fullmatch(key) and (isinstance(value, list | dict) or value is False):
            notes.append(f"cpu.{key}: threads are said for all algorithms at once here; use threads and cpuAffinity")
        elif not isinstance(value, str):  # the name of another algorithm's threads
            notes.append(f"cpu.{key}")


def _gpus(body: Mapping[str, Any], config: dict[str, Any], notes: list[str]) -> None:
    for name in ("opencl", "cuda"):
        backend = _dict(body.get(name))
        if backend.get("enabled") is not True:
            continue
        hint = str(backend.get("devices-hint") or "")
        config[name] = {"enabled": True, "devices": [int(part) for part in re.findall(r"\d+", hint)]}
        kept = {"enabled", "devices-hint", "nvml", "cache"}
        notes += [
            f"{name}.{key}" for key in _unread(backend, kept) if not isinstance(backend[key], str) or key == "loader"
        ]


def _randomx(randomx: Mapping[str, Any], config: dict[str, Any], notes: list[str]) -> None:
    if randomx.get("mode") in ("fast", "light"):
        config["options"]["mode"] = randomx["mode"]
    if randomx.get("1gb-pages") is True:
        config["options"]["1gbPages"] = True
    usual = {
        "init": -1,
        "init-avx2": -1,
        "numa": True,
        "scratchpad_prefetch_mode": 1,
        "cache_qos": False,
        "mode": "auto",
    }
    for key, value in randomx.items():
        if key in ("wrmsr", "rdmsr"):
            continue
        if key not in ("mode", "1gb-pages") and usual.get(key, ...) != value:
            notes.append(f"randomx.{key}")
    if randomx.get("wrmsr", False) is not False:
        notes.append("randomx.wrmsr: it changes the machine, so it is off here; --option msr=true turns it on")


def _unread(row: Mapping[str, Any], known: set[str]) -> Iterator[str]:
    """The keys beyond those known that say something."""
    return (key for key, value in row.items() if key not in known and value not in (None, False, "", [], {}))


def _dict(raw: object) -> Mapping[str, Any]:
    return raw if isinstance(raw, dict) else {}


def _list(raw: object) -> list[Any]:
    return raw if isinstance(raw, list) else []
