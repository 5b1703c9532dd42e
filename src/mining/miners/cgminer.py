"""The cgminer family, watched: an ASIC, or a cgminer that somebody else started, is read and never told anything.

`pool` names where its API answers. As that is another machine, a process of ours asks it: see `mining.drivers`.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from mining.dialects import cgminer, pools
from mining.dialects.names import computed
from mining.dialects.program_adapter import MIB, ProgramAdapter
from mining.domain.adapter import (
    ApiRequest,
    ApiResponse,
    Launch,
    LaunchContext,
    MemoryNeeds,
    Reading,
    TcpRequest,
    TypeFacts,
    Unreadable,
)
from mining.domain.api_response import STRANGER, explain_code, mapping, object_in
from mining.domain.capabilities import Capabilities
from mining.domain.config import Config
from mining.domain.message import phrase
from mining.domain.restart import Cause
from mining.domain.units import count, number, text

DRIVER = "mining.drivers.cgminer_watch"
FILE = "watch.json"
NAMES = {
    name: name
    for name in (
        "sha256d", "scrypt", "x11", "equihash", "etchash", "kheavyhash", "alephium", "blake2s", "lbry", "quark",
        "qubit", "groestl", "skein", "keccak", "rx/0",
    )
}  # fmt: skip
_WINDOWS = ("5s", "30s", "av")
_STALE = 30  # s after which its last answer says nothing of now
_VERSIONS = ("CGMiner", "BMMiner", "SGMiner", "BFGMiner", "BOSer", "BOSminer")


class CgminerWatcher(ProgramAdapter):
    """Its driver is asked, and answers whoever knows the token of this start."""

    def requests(self, context: LaunchContext) -> Sequence[ApiRequest]:
        """What the machine last answered."""
        return (TcpRequest(context.api_token.encode() + b"\n"),)

    def explain_exit(self, code: int | None, tail: Sequence[str]) -> tuple[Cause, str]:
        """Why the watch ended."""
        return explain_code(code)

    def version_argv(self, program: str) -> Sequence[str]:
        """The command that makes the driver tell its version."""
        return (program, "-m", DRIVER, "--version")


def launching(config: Config, context: LaunchContext) -> Launch:
    """One file; nothing of the configuration goes to the machine."""
    address = config.all_pools()[0].address
    body = {
        "id": context.run_id,
        "token": context.api_token,
        "port": context.api_port,
        "host": address.host,
        "api_port": address.port,
        "algo": computed(config, NAMES),
    }
    argv = (str(context.program), "-m", DRIVER, f"--config={context.directory / FILE}")
    return Launch(argv, {FILE: json.dumps(body, indent=1).encode()})


def _why(body: Mapping[str, Any]) -> str:
    """Why the machine does not answer; what the system says of it is quoted."""
    if body.get("reason") == "no_name":
        return phrase("watch.no_name")
    if body.get("reason") == "late":
        return phrase("watch.late")
    return text(body.get("issue")) or phrase("watch.not_yet")


def reading(context: LaunchContext, replies: Sequence[ApiResponse | None]) -> Reading | Unreadable:
    """The answers that the driver has, unless they are old; with newer firmware some of them are refusals."""
    body = object_in(replies)
    if isinstance(body, Unreadable):
        return body
    if body.get("id") != context.run_id:
        return STRANGER
    age = number(body.get("age"))
    if age is None or age > _STALE:
        return Unreadable("api_unreachable", phrase("watch.silent", why=_why(body)))
    answers = [each for each in mapping(body.get("answers")).values() if isinstance(each, str)]
    answer = cgminer.sections([ApiResponse(200, each.encode("utf-8", "replace")) for each in answers])
    if isinstance(answer, Unreadable):
        return answer
    pool, summary = _active(answer.get("POOLS", ())), cgminer.row(answer, "SUMMARY")
    rates = (cgminer.rate(row, *_WINDOWS) for row in (summary, *answer.get("STATS", ())))
    shares = summary or pool
    return Reading(
        version=_version(cgminer.row(answer, "VERSION")),
        hashrate=next((rate for rate in rates if rate is not None), None),
        accepted=cgminer.count(shares, "Accepted"),
        rejected=cgminer.count(shares, "Rejected"),
        invalid=cgminer.count(summary, "Hardware Errors"),
        pool=pools.endpoint_of(text(pool.get("URL"))),
        connected=pool.get("Status") == "Alive" if pool else None,
        failures=cgminer.count(pool, "Get Failures"),
        difficulty=cgminer.scaled(pool.get("Diff")) or None,
    )


def _active(rows: Sequence[cgminer.Row]) -> Mapping[str, Any]:
    """The pool that it mines for; of several alive ones that of the highest priority, which is the least number."""
    active = [row for row in rows if row.get("Stratum Active") is True] or rows
    return min(active, key=lambda row: (row.get("Status") != "Alive", count(row.get("Priority")) or 0), default={})


def _version(row: cgminer.Row) -> str | None:
    return next((f"{name} {version}" for name in _VERSIONS if (version := text(row.get(name), 40))), None)


def warnings(config: Config) -> Sequence[str]:
    """What such a start is, and what it is not."""
    endpoint = config.all_pools()[0].address.endpoint
    return (phrase("warning.only_watched", endpoint=endpoint),)


MINER = CgminerWatcher(
    name="cgminer",
    names=NAMES,
    module=DRIVER,
    facts=TypeFacts(
        title="cgminer family (watched)",
        homepage="https://github.com/ckolivas/cgminer",
        licence=phrase("licence.firmware"),
        dev_fee=phrase("fee.firmware"),
        algorithms=tuple(NAMES),
        cpu=False,
        gpu=(),
        api_exposure=phrase("exposure.watch"),
        getting=phrase("getting.watcher"),
        checks_pool=False,
        watched=True,
        secrets=phrase("secrets.none"),
        recorded=phrase("version.antminer", first="4.9.0", second="4.10.0"),
        unconfirmed=(
            phrase("unconfirmed.other_makers"),
            phrase("unconfirmed.newer_firmware"),
            phrase("unconfirmed.mined"),
            phrase("unconfirmed.sensors"),
        ),
    ),
    supports=Capabilities(fields=("pool", "algo"), ignored=("wallet", "password", "worker")),
    releases=None,
    launching=launching,
    asking=(),
    reading=reading,
    warnings=warnings,
    memory=lambda config, cpus: MemoryNeeds(40 * MIB, 40 * MIB),
    version=r"^cgminer-watch ([0-9.]+)\s*$",
    signs=(
        ("connected", r"watch +(connected to .*)"),
        ("disconnected", r"watch +(lost .*)"),
        ("api_failed", r"api +(port .*)"),
    ),
)
