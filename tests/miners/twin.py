"""Twin, an adapter as another package would bring it: two algorithms at once on graphics cards, read over plain TCP.

It needs what none of ours needs: lines over TCP, two pieces of work in one reading, memory of the cards, and a program
that is not published on GitHub and proven by nobody.
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Literal

from mining.domain.adapter import (
    ApiResponse,
    Launch,
    LaunchContext,
    LogSignal,
    MemoryNeeds,
    Reading,
    ReleaseSite,
    ReleaseSource,
    TcpRequest,
    TypeFacts,
    Unreadable,
    Verb,
    Work,
)
from mining.domain.api_response import STRANGER, explain_code, mapping, object_in, parse
from mining.domain.capabilities import Capabilities, Option
from mining.domain.config import Config
from mining.domain.errors import ErrorDetail
from mining.domain.payout.credentials import credentials
from mining.domain.restart import Cause
from mining.domain.units import count, number, text

GIBI = 1 << 30
SECOND = ("zil", "none")


class Twin:
    """The adapter; its site is told, for a test makes it."""

    contract = 1
    name = "twin"
    module: str | None = None
    console: Literal["file", "fifo"] = "file"
    keys: Mapping[str, str] = {}
    stop_grace = 10.0
    facts = TypeFacts(
        title="Twin",
        homepage="https://twin.example",
        licence="proprietary",
        dev_fee="1 %",
        algorithms=("etchash", "kaspa"),
        cpu=False,
        gpu=("cuda",),
        api_exposure="TCP on 127.0.0.1, without a password",
        getting="Get it from its author, then register it.",
        unconfirmed=("What it prints when a pool rejects a share.",),
    )
    supports = Capabilities(
        fields=("pool", "wallet", "algo", "password", "worker", "cuda", "options"),
        options={
            "second": Option(about="What is computed beside it.", type="choice", default="zil", choices=SECOND),
        },
        verbs=("pause", "resume"),
    )

    def __init__(self, origin: str = "https://twin.example") -> None:
        self.releases: ReleaseSource | None = ReleaseSource(
            asset={("linux", "amd64"): r"twin-[0-9.]+\.tar\.gz"},
            binary="twin",
            site=ReleaseSite(origin, listing="/releases.json"),
        )

    def extra_errors(self, config: Config) -> Sequence[ErrorDetail]:
        return ()

    def extra_warnings(self, config: Config) -> Sequence[str]:
        return ()

    def needs(self, config: Config, cpus: int) -> MemoryNeeds:
        return MemoryNeeds(64 << 20, 64 << 20, card=5 * GIBI if config.algo == "etchash" else 2 * GIBI)

    def launch(self, config: Config, context: LaunchContext) -> Launch:
        second = config.options.get("second", "zil")
        body = {
            "id": context.run_id,
            "port": context.api_port,
            "algorithms": [config.algo or "etchash", *([second] if second != "none" else [])],
            "devices": config.cuda.devices if config.cuda and config.cuda.enabled else None,
            "user": list(credentials(config.all_pools()[0])),
            "pools": {"POOLS": [config.all_pools()[0].address.endpoint, "zil.example:1"]},
        }
        argv = (str(context.program), f"--config={context.directory}/config.json")
        return Launch(argv, {"config.json": json.dumps(body).encode()})

    def requests(self, context: LaunchContext) -> Sequence[TcpRequest]:
        return (TcpRequest(b'{"command": "summary"}\n'), TcpRequest(b'{"command": "pools"}\n'))

    def read(self, context: LaunchContext, replies: Sequence[ApiResponse | None]) -> Reading | Unreadable:
        summary = object_in(replies)
        if isinstance(summary, Unreadable):
            return summary
        if summary.get("ID") != context.run_id:
            return STRANGER
        answer = replies[1] if len(replies) > 1 else None
        listed = mapping(parse(answer.body)).get("POOLS") if answer is not None else None
        pools = listed if isinstance(listed, list) else []
        rows = summary.get("SUMMARY")
        rows = rows[:2] if isinstance(rows, list) else []
        work = [_work(row, pools[place : place + 1]) for place, row in enumerate(rows)]
        main = work[0] if work else Work()
        return Reading(
            version=text(summary.get("VERSION"), 40),
            algorithm=main.algorithm,
            hashrate=main.hashrate,
            accepted=main.accepted,
            pool=main.pool,
            paused=summary.get("Paused") is True,
            second=tuple(work[1:]),
        )

    def command(self, verb: Verb, context: LaunchContext) -> TcpRequest | None:
        return TcpRequest(json.dumps({"command": verb}).encode() + b"\n")

    def log_signal(self, line: str) -> LogSignal | None:
        return None

    def explain_exit(self, code: int | None, tail: Sequence[str]) -> tuple[Cause, str]:
        return explain_code(code)

    def version_argv(self, program: str) -> Sequence[str]:
        return (program, "--version")

    def read_version(self, output: str) -> str | None:
        match = re.match(r"twin ([0-9.]{1,20})\s*$", output)
        return match[1] if match else None


def _work(row: object, pool: Sequence[object]) -> Work:
    rate = number(mapping(row).get("KHS"))
    return Work(
        algorithm=text(mapping(row).get("Algorithm"), 40),
        hashrate=None if rate is None else rate * 1000,
        accepted=count(mapping(row).get("Accepted")),
        pool=text(pool[0]) if pool else None,
    )


MINER = Twin()
