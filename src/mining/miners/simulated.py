"""Simulated, the adapter of our own pretended miner, which takes any configuration and says so in every answer."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from mining.domain.adapter import (
    ApiResponse,
    HttpRequest,
    Launch,
    LaunchContext,
    LogSignal,
    LogSignalKind,
    MemoryNeeds,
    Reading,
    ReleaseSource,
    TypeFacts,
    Unreadable,
    Work,
)
from mining.domain.algorithm import canonical
from mining.domain.api_response import explain_code, mapping, object_in, own_reading, own_signal
from mining.domain.capabilities import Capabilities, Option, Verb
from mining.domain.config import Config, Devices
from mining.domain.errors import ErrorDetail
from mining.domain.message import phrase
from mining.domain.metrics import Gpu
from mining.domain.restart import Cause
from mining.domain.units import count, number, text, whole

_MODES = (
    "ok", "crash", "hang", "hang-api", "garbage", "huge", "slow", "ignore-term", "fork-child", "flood-log", "zero",
    "config-exit",
)  # fmt: skip
_MOST_GPUS = 64
_MIB = 1024**2
_SIGNS: tuple[tuple[str, LogSignalKind], ...] = (
    (r"pool +connected to ", "connected"),
    (r"pool +\S+ refused the login: ", "login_refused"),
    (r"miner +ready", "ready"),
    (r"miner +accepted ", "accepted"),
    (r"miner +rejected ", "rejected"),
    (r"miner +paused", "paused"),
    (r"miner +resumed", "resumed"),
    (r"api +port ", "api_failed"),
)


class Simulated:
    """Answers for `mining.demo.simulator`."""

    name = "simulated"
    facts = TypeFacts(
        title="Simulated miner",
        homepage="",
        licence="EUPL-1.2",
        dev_fee=phrase("fee.none"),
        algorithms=("rx/0", "kawpow", "sha256d", "etchash", "autolykos2", "ghostrider", "cn/r", "argon2/chukwa"),
        cpu=True,
        gpu=("cuda", "opencl"),
        api_exposure=phrase("exposure.token", protocol="HTTP"),
        getting=phrase("getting.simulated"),
        driven=phrase("version.every"),
        simulated=True,
        checks_pool=False,
    )
    supports = Capabilities(
        fields=("pool", "algo", "cuda", "opencl", "second", "options"),
        ignored=(
            "wallet", "coin", "password", "worker", "threads", "cpuPriority", "cpu", "tls", "tlsFingerprint", "pools",
            "hugePages", "cpuAffinity", "pauseOnBattery", "pauseOnActive", "donateLevel", "nicehash", "proxy",
            "intensity",
        ),
        options={
            "mode": Option(about=phrase("option.behaviour"), type="choice", default="ok", choices=_MODES),
            "hashrate": Option(about=phrase("option.pretended_rate"), type="number", default=1000.0, unit="H/s"),
            "gpus": Option(about=phrase("option.pretended_cards"), type="integer", most=_MOST_GPUS),
            "after": Option(about=phrase("option.after"), type="number", default=0, unit=phrase("unit.seconds")),
            "exitCode": Option(
                about=phrase("option.exit_code"), type="integer", default=1, least=-31, most=255
            ),
            "refuseLogin": Option(about=phrase("option.refuse_login"), default=False),
        },
        solo=True,
        verbs=("pause", "resume"),
    )  # fmt: skip
    module: str | None = "mining.demo.simulator"
    console: Literal["file", "fifo"] = "file"
    keys: Mapping[str, str] = {}
    stop_grace = 10.0
    releases: ReleaseSource | None = None

    def extra_errors(self, config: Config) -> Sequence[ErrorDetail]:
        """Nothing: everything of a configuration but wrong options is welcome."""
        return ()

    def extra_warnings(self, config: Config) -> Sequence[str]:
        """What the owner should know about a configuration that works."""
        return [phrase("warning.pretends")]

    def needs(self, config: Config, cpus: int) -> MemoryNeeds:
        """The memory it takes."""
        return MemoryNeeds(24 * _MIB, 24 * _MIB)

    def launch(self, config: Config, context: LaunchContext) -> Launch:
        """How to start it."""
        options = config.options
        body = {
            "id": context.run_id,
            "token": context.api_token,
            "port": context.api_port,
            "algo": canonical(config.algo or "rx/0"),
            "pool": config.all_pools()[0].address.endpoint,
            "hashrate": options.get("hashrate", 1000.0),
            "gpus": _gpus(config),
            "second": _second(config),
            "mode": options.get("mode", "ok"),
            "after": options.get("after", 0),
            "exit_code": options.get("exitCode", 1),
            "refuse_login": options.get("refuseLogin", False),
        }
        argv = (str(context.program), "-m", str(self.module), f"--config={context.directory / 'config.json'}")
        return Launch(argv, {"config.json": json.dumps(body, indent=1).encode()})

    def requests(self, context: LaunchContext) -> Sequence[HttpRequest]:
        """What to ask its API at each poll."""
        return (HttpRequest("/summary", headers={"Authorization": f"Bearer {context.api_token}"}),)

    def read(self, context: LaunchContext, replies: Sequence[ApiResponse | None]) -> Reading | Unreadable:
        """Understand the reply; never raises, whatever it holds."""
        body = object_in(replies)
        if isinstance(body, Unreadable):
            return body
        reading, gpus = own_reading(context, body), body.get("gpus")
        if isinstance(reading, Unreadable) or not isinstance(gpus, list):
            return reading
        return replace(reading, gpu=_read_gpus(gpus), second=_read_second(mapping(body.get("second"))))

    def command(self, verb: Verb, context: LaunchContext) -> HttpRequest | None:
        """The request that pauses or resumes it."""
        return HttpRequest(f"/{verb}", "POST", {"Authorization": f"Bearer {context.api_token}"})

    def log_signal(self, line: str) -> LogSignal | None:
        """What a line of its text gives away."""
        return own_signal(line, _SIGNS)

    def explain_exit(self, code: int | None, tail: Sequence[str]) -> tuple[Cause, str]:
        """Why it ended."""
        return explain_code(code)

    def version_argv(self, program: str) -> Sequence[str]:
        """The command that makes it tell its version."""
        return (program, "-m", str(self.module), "--version")

    def read_version(self, output: str) -> str | None:
        """The version in that output; None: this is not that program."""
        match = re.match(r"simulator ([0-9][0-9A-Za-z.+-]{0,30})\s*$", output)
        return match[1] if match else None


def _gpus(config: Config) -> list[int]:
    """The devices to pretend: those that were asked for, or as many as the options say."""
    backends: list[Devices] = [backend for backend in (config.cuda, config.opencl) if backend and backend.enabled]
    named = sorted({device for backend in backends for device in backend.devices})
    wanted = count(config.options.get("gpus"), _MOST_GPUS)
    if wanted is None:
        return named or [0] * bool(backends)
    return list(range(wanted))


def _second(config: Config) -> dict[str, Any] | None:
    """What to pretend beside the main work, ten times as fast as that."""
    if config.second is None:
        return None
    return {
        "algo": canonical(config.second.algo or "kheavyhash"),
        "pool": config.second.settled.address.endpoint,
        "hashrate": 10 * (number(config.options.get("hashrate", 1000.0)) or 0.0),
    }


def _read_second(raw: Mapping[str, Any]) -> tuple[Work, ...]:
    if not raw:
        return ()
    shares = mapping(raw.get("shares"))
    return (
        Work(
            algorithm=text(raw.get("algo"), 40),
            hashrate=number(raw.get("hashrate")),
            accepted=count(shares.get("accepted")),
            rejected=count(shares.get("rejected")),
            invalid=count(shares.get("invalid")),
            pool=text(raw.get("pool")),
        ),
    )


def _read_gpus(raw: list[Any]) -> tuple[Gpu, ...]:
    gpus = []
    for item in raw[:_MOST_GPUS]:
        if isinstance(item, dict) and (device := count(item.get("id"), 255)) is not None:
            gpus.append(
                Gpu(
                    id=device,
                    name=text(item.get("name"), 80),
                    hashrate=number(item.get("hashrate")),
                    temperature=number(item.get("temperature"), 1000),
                    fan_speed=whole(item.get("fan"), 1000),
                    power_usage=whole(item.get("power"), 100_000),
                )
            )
    return tuple(gpus)


MINER = Simulated()
