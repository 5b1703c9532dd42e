"""XMRig's configuration file, written from ours; it knows no other way to be told."""

from collections.abc import Mapping
from typing import Any

from mining.domain import algorithm
from mining.domain.adapter import LaunchContext
from mining.domain.capabilities import Option
from mining.domain.config import Config, Devices
from mining.domain.payout.credentials import credentials
from mining.domain.pool import Pool

OPTIONS = {
    "mode": Option(
        about="RandomX with 2.3 GiB of memory (fast) or with 0.3 GiB and an eighth of the speed (light).",
        type="choice", default="auto", choices=("auto", "fast", "light"),
    ),
    "1gbPages": Option(about="Use huge pages of 1 GiB for RandomX.", default=False),
    "msr": Option(about="Change processor registers for more speed; needs root.", default=False),
    "asm": Option(
        about="Which hand-written code is used; true and auto choose by the processor.",
        type="choice", default=True, choices=(True, False, "auto", "intel", "ryzen", "bulldozer"),
    ),
    "yield": Option(about="Let other programs go first, for a little speed.", default=True),
    "cpuMaxThreadsHint": Option(
        about="How much of the processor it may use where threads are not named.",
        type="integer", default=100, least=1, most=100, unit="percent",
    ),
    "printTime": Option(
        about="How often it prints its hashrate; 0 never.",
        type="integer", default=60, most=3600, unit="seconds",
    ),
}  # fmt: skip


def written(config: Config, context: LaunchContext) -> dict[str, Any]:
    """The whole file."""
    options = {name: option.default for name, option in OPTIONS.items()} | config.options
    return {
        "api": {"id": context.run_id, "worker-id": context.run_id},
        "http": {
            "enabled": True,
            "host": "127.0.0.1",
            "port": context.api_port,
            "access-token": context.api_token,
            "restricted": False,  # pause and resume need that; the token guards it
        },
        **dict.fromkeys(("autosave", "watch", "background", "colors", "title", "dmi", "syslog"), False),
        # what wrmsr writes is restored at its end only where rdmsr had read it
        "randomx": {
            "mode": options["mode"],
            "1gb-pages": options["1gbPages"],
            "rdmsr": options["msr"],
            "wrmsr": options["msr"],
        },
        "cpu": _cpu(config, context, options),
        "opencl": _backend(config.opencl),
        "cuda": _backend(config.cuda) | _loader(config, context),
        "donate-level": config.donate_level or 1,
        "pools": [_pool(pool, config) for pool in config.all_pools()],
        # attempts before the next pool gets its turn, and log lines before it falls silent
        "retries": 3 if config.pools else 1000,
        "retry-pause": 5,
        "print-time": options["printTime"],
        "pause-on-battery": bool(config.pause_on_battery),
        "pause-on-active": config.pause_on_active or False,
    }


def _cpu(config: Config, context: LaunchContext, options: Mapping[str, Any]) -> dict[str, Any]:
    # As root XMRig would reserve what is missing and never give it back; without root it can only use what is there.
    section: dict[str, Any] = {
        "enabled": config.cpu is None or config.cpu.enabled,
        "huge-pages": config.huge_pages if config.huge_pages is not None else not context.privileged,
        "huge-pages-jit": False,
        "priority": config.cpu_priority,
        "yield": options["yield"],
        "asm": options["asm"],
        "max-threads-hint": options["cpuMaxThreadsHint"],
    }
    mask = int(config.cpu_affinity or "0", 16)
    threads = config.threads or mask.bit_count()
    if threads:
        section["*"] = {"intensity": 1, "threads": threads, "affinity": mask or -1}
    return section


def _backend(devices: Devices | None) -> dict[str, Any]:
    if devices is None or not devices.enabled:
        return {"enabled": False}
    return {"enabled": True} | ({"devices-hint": ",".join(map(str, devices.devices))} if devices.devices else {})


def _loader(config: Config, context: LaunchContext) -> dict[str, Any]:
    # without one XMRig looks for its plugin beside itself
    return {"loader": str(context.cuda_plugin)} if config.uses_cuda and context.cuda_plugin else {}


def _pool(pool: Pool, config: Config) -> dict[str, Any]:
    sent = credentials(pool)
    return {
        "url": pool.address.endpoint,
        "user": sent.login,
        "pass": sent.password,
        "rig-id": sent.rig_id,
        "algo": algorithm.canonical(pool.algo) if pool.algo else None,
        "coin": pool.coin.lower() if pool.coin else None,  # by ticker or name
        "tls": bool(pool.address.tls),
        "tls-fingerprint": pool.tls_fingerprint,
        "daemon": pool.address.daemon,
        "socks5": pool.proxy.removeprefix("socks5://") if pool.proxy else None,
        "nicehash": bool(config.nicehash),
        "keepalive": not pool.address.daemon,
    }
