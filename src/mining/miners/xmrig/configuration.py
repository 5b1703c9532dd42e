"""XMRig's configuration file, written from ours; it knows no other way to be told."""

import sys
from collections.abc import Mapping
from typing import Any

from mining.domain import algorithm
from mining.domain.adapter import LaunchContext
from mining.domain.capabilities import Option
from mining.domain.card_choice import opencl_platform
from mining.domain.config import Config, Devices
from mining.domain.message import phrase
from mining.domain.payout.credentials import credentials
from mining.domain.pool import Pool

SEES_EVERY_CARD = sys.platform == "linux"  # elsewhere those of NVIDIA alone
MSR = sys.platform != "win32"  # there it would need a driver that opens the whole machine, and an administrator
OPTIONS = {
    "mode": Option(
        about=phrase("option.randomx_mode"),
        type="choice", default="auto", choices=("auto", "fast", "light"),
    ),
    "1gbPages": Option(about=phrase("option.1gb_pages"), default=False),
    "msr": Option(about=phrase("option.msr"), default=False),
    "asm": Option(
        about=phrase("option.asm"),
        type="choice", default=True, choices=(True, False, "auto", "intel", "ryzen", "bulldozer"),
    ),
    "yield": Option(about=phrase("option.yield"), default=True),
    "cpuMaxThreadsHint": Option(
        about=phrase("option.threads_hint"),
        type="integer", default=100, least=1, most=100, unit=phrase("unit.percent"),
    ),
    "printTime": Option(
        about=phrase("option.print_time"),
        type="integer", default=60, most=3600, unit=phrase("unit.seconds"),
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
        **({"log-file": str(context.log_file)} if context.log_file is not None else {}),
        **dict.fromkeys(("autosave", "watch", "background", "colors", "title", "dmi", "syslog"), False),
        # what wrmsr writes is restored at its end only where rdmsr had read it
        "randomx": {
            "mode": options["mode"],
            "1gb-pages": options["1gbPages"],
            "rdmsr": options["msr"] and MSR,
            "wrmsr": options["msr"] and MSR,
        },
        "cpu": _cpu(config, context, options),
        "opencl": _opencl(config, context),
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


def _opencl(config: Config, context: LaunchContext) -> dict[str, Any]:
    section, here = _backend(config.opencl), opencl_platform(context.cards) if SEES_EVERY_CARD else ()
    if not section["enabled"] or not here:
        return section
    # without a platform it uses AMD's, whatever cards there are; it knows makers by these words (OclConfig.cpp, 6.26.0)
    return section | {"platform": here[0].vendor.upper()}


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
