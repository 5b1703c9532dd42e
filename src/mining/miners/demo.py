"""Demo, the adapter of our own small SHA-256d miner, which runs on every machine without a download."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

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
)
from mining.domain.api_response import explain_code, mapping, object_in, own_reading, own_signal, parse
from mining.domain.capabilities import Capabilities, Limits, Verb
from mining.domain.config import Config
from mining.domain.errors import ErrorDetail
from mining.domain.log_line import stamped
from mining.domain.message import phrase
from mining.domain.payees import RigPayee, wallet_of
from mining.domain.payout.credentials import credentials
from mining.domain.restart import Cause

_ALGO = "sha256d"
_MOST_WORKERS = 64
_MIB = 1024**2
_NICE = (19, 15, 10, 5, 0, 0)  # by cpuPriority
_POLITE = 10  # when no priority is said
_SIGNS: tuple[tuple[str, LogSignalKind], ...] = (
    (r"pool +connected to ", "connected"),
    (r"pool +\S+ cannot be used: ", "connect_error"),
    (r"pool +\S+ refused the login: ", "login_refused"),
    (r"pool +lost ", "disconnected"),
    (r"miner +starting ", "preparing"),
    (r"miner +ready", "ready"),
    (r"miner +accepted ", "accepted"),
    (r"miner +rejected ", "rejected"),
    (r"miner +paused", "paused"),
    (r"miner +resumed", "resumed"),
    (r"api +port ", "api_failed"),
)


class DemoPayout:
    """Fulfils `mining.domain.payout_lock.PayoutReader`; its API does not tell whom it pays."""

    files: tuple[str, ...] = ("config.json",)

    def in_arguments(self, arguments: Sequence[str], context: LaunchContext) -> Sequence[RigPayee] | None:
        """Nobody: they name its file alone."""
        return () if f"--config={context.directory / 'config.json'}" in arguments else None

    def in_file(self, content: bytes) -> Sequence[RigPayee] | None:
        """Whom its file names."""
        pools = mapping(parse(content)).get("pools")
        if not isinstance(pools, list):
            return None
        return [
            RigPayee(wallet_of(str(pool.get("login"))), f"{pool.get('host')}:{pool.get('port')}")
            for pool in map(mapping, pools)
        ]

    def request(self, context: LaunchContext) -> HttpRequest | None:
        """Its API has nothing of it."""
        return None

    def in_reply(self, reply: ApiResponse) -> Sequence[RigPayee] | None:
        """As above."""
        return None


class Demo:
    """Answers for `mining.demo.demo_miner`."""

    name = "demo"
    facts = TypeFacts(
        title="Demo miner",
        homepage="",
        licence="EUPL-1.2",
        dev_fee=phrase("fee.none"),
        algorithms=(_ALGO,),
        cpu=True,
        gpu=(),
        api_exposure=phrase("exposure.token", protocol="HTTP"),
        getting=phrase("getting.platform"),
        driven=phrase("version.every"),
    )
    supports = Capabilities(
        fields=("pool", "wallet", "algo", "password", "worker", "threads", "cpuPriority", "pools"),
        ignored=("pauseOnBattery", "pauseOnActive"),
        limits={"threads": Limits(least=0, most=_MOST_WORKERS)},
        verbs=("pause", "resume"),
    )
    module: str | None = "mining.demo.demo_miner"
    console: Literal["file", "fifo"] = "file"
    keys: Mapping[str, str] = {}
    stop_grace = 10.0
    payout = DemoPayout()
    releases: ReleaseSource | None = None

    def extra_errors(self, config: Config) -> Sequence[ErrorDetail]:
        """Nothing beyond what it declares."""
        return ()

    def extra_warnings(self, config: Config) -> Sequence[str]:
        """Nothing beyond what it declares."""
        return ()

    def needs(self, config: Config, cpus: int) -> MemoryNeeds:
        """The memory it takes."""
        size = (24 + 12 * (config.threads or max(1, cpus // 2))) * _MIB
        return MemoryNeeds(size, size)

    def launch(self, config: Config, context: LaunchContext) -> Launch:
        """How to start it."""
        pools = []
        for pool in config.all_pools():
            sent = credentials(pool)
            pools.append(
                {
                    "host": pool.address.host,
                    "port": pool.address.port,
                    "login": sent.login,
                    "password": sent.password,
                    "rig": sent.rig_id or "",
                }
            )
        body = {
            "id": context.run_id,
            "token": context.api_token,
            "port": context.api_port,
            "threads": config.threads or 0,
            "nice": _POLITE if config.cpu_priority is None else _NICE[config.cpu_priority],
            "pools": pools,
        }
        argv = (str(context.program), "-m", str(self.module), f"--config={context.directory / 'config.json'}")
        return Launch(argv, {"config.json": json.dumps(body, indent=1).encode()})

    def requests(self, context: LaunchContext) -> Sequence[HttpRequest]:
        """What to ask its API at each poll."""
        return (HttpRequest("/summary", headers={"Authorization": f"Bearer {context.api_token}"}),)

    def read(self, context: LaunchContext, replies: Sequence[ApiResponse | None]) -> Reading | Unreadable:
        """Understand the reply; never raises, whatever it holds."""
        body = object_in(replies)
        reading = body if isinstance(body, Unreadable) else own_reading(context, body)
        return replace(reading, tls=False) if isinstance(reading, Reading) else reading

    def command(self, verb: Verb, context: LaunchContext) -> HttpRequest | None:
        """The request that pauses or resumes it."""
        return HttpRequest(f"/{verb}", "POST", {"Authorization": f"Bearer {context.api_token}"})

    def log_signal(self, line: str) -> LogSignal | None:
        """What a line of its text gives away."""
        return own_signal(line, _SIGNS)

    def explain_exit(self, code: int | None, tail: Sequence[str]) -> tuple[Cause, str]:
        """Why it ended."""
        return explain_code(code, _last(tail))

    def version_argv(self, program: str) -> Sequence[str]:
        """The command that makes it tell its version."""
        return (program, "-m", str(self.module), "--version")

    def read_version(self, output: str) -> str | None:
        """The version in that output; None: this is not that program."""
        match = re.match(r"demo-miner ([0-9][0-9A-Za-z.+-]{0,30})\s*$", output)
        return match[1] if match else None


def _last(tail: Sequence[str]) -> str:
    """The last thing it said."""
    words = next((line.strip() for line in reversed(tail) if line.strip()), "")
    parts = stamped(words)
    plain = parts.text if parts else words
    return plain[:300]


MINER = Demo()
