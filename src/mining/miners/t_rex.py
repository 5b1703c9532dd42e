"""T-Rex: closed, NVIDIA cards alone, told by a file and read over HTTP."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from mining.dialects import cards, pools
from mining.dialects.cgminer import scaled
from mining.dialects.names import common, computed, mined_coin
from mining.dialects.payout import PayoutFlags, ProgramPayout, of_json
from mining.dialects.program_adapter import ProgramAdapter
from mining.dialects.second import second_of
from mining.domain.adapter import (
    ApiResponse,
    HttpRequest,
    Launch,
    LaunchContext,
    Reading,
    ReleaseSource,
    TypeFacts,
    Unreadable,
    Work,
)
from mining.domain.api_response import STRANGER, object_in, section
from mining.domain.capabilities import Capabilities, Limits
from mining.domain.config import Config
from mining.domain.message import phrase
from mining.domain.metrics import Gpu
from mining.domain.payout.credentials import credentials
from mining.domain.pool import Pool
from mining.domain.units import count, number, text

NAMES = {
    "kawpow": "kawpow", "etchash": "etchash", "ethash": "ethash", "autolykos2": "autolykos2", "alephium": "blake3",
    "octopus": "octopus", "progpowz": "progpowz", "progpow-veil": "progpow-veil",
}  # fmt: skip

BESIDE = {"etchash": ("alephium",), "ethash": ("alephium",)}
FIELDS = (
    "pool", "wallet", "algo", "coin", "password", "worker", "cpuPriority", "cuda", "tls", "pools", "nicehash",
    "proxy", "intensity",
)  # fmt: skip


def launching(config: Config, context: LaunchContext) -> Launch:
    """One configuration file, in which everything stands."""
    body: dict[str, Any] = {
        "algo": NAMES[computed(config, NAMES)],
        "pools": [_pool(pool, bool(config.nicehash)) for pool in config.all_pools()],
        "api-bind-http": f"127.0.0.1:{context.api_port}",
        "api-read-only": True,
        "no-watchdog": True,
        "autoupdate": False,
        "no-color": True,
        "exit-on-cuda-error": True,
        "retries": 3,
        "retry-pause": 10,
    }
    optional = {
        "coin": coin.lower() if (coin := mined_coin(config, NAMES)) else None,
        "devices": ",".join(map(str, pools.cards(config))) or None,
        "intensity": config.intensity,
        "cpu-priority": config.cpu_priority,
        "proxy": pools.proxy(config),
    }
    body |= {key: value for key, value in optional.items() if value is not None}
    body |= _second_pool(config)
    argv = (str(context.program), "--config", str(context.directory / "config.json"))
    return Launch(argv, {"config.json": json.dumps(body, indent=1).encode()})


def _pool(pool: Pool, nicehash: bool) -> Mapping[str, str]:
    sent, scheme = credentials(pool), "stratum2" if nicehash else "stratum"
    worker = pools.rig_id(sent)
    place = pools.url(pool, f"{scheme}+tcp", f"{scheme}+ssl")
    return {"url": place, "user": sent.login, "pass": sent.password} | ({"worker": worker} if worker else {})


def _second_pool(config: Config) -> Mapping[str, str]:
    if config.second is None:
        return {}
    rows = _pool(config.second.settled, nicehash=False)  # which is said of the main work's pools alone
    return {"dual-algo": NAMES[second_of(config, BESIDE, NAMES)], **{f"{key}2": value for key, value in rows.items()}}


def reading(context: LaunchContext, replies: Sequence[ApiResponse | None]) -> Reading | Unreadable:
    """`/summary`; the second algorithm stands in `dual_stat`."""
    body = object_in(replies)
    if isinstance(body, Unreadable):
        return body
    if body.get("name") != "t-rex":
        return STRANGER
    pool, gpus = section(body, "active_pool"), _gpus(body)
    rate, each = number(body.get("hashrate")), cards.summed(gpu.hashrate for gpu in gpus)
    if rate and each and rate <= 0.6 * each:  # its mean is not filled yet
        rate = each
    second = section(body, "dual_stat")
    return Reading(
        version=text(body.get("version"), 40),
        algorithm=common(text(body.get("algorithm"), 40), NAMES),
        hashrate=rate,
        accepted=count(body.get("accepted_count")),
        rejected=count(body.get("rejected_count")),
        invalid=count(body.get("invalid_count")),
        pool=pools.endpoint_of(text(pool.get("url"))),
        ping=count(pool.get("ping")),
        failures=count(pool.get("retries")),
        difficulty=scaled(pool.get("difficulty")) or None,
        paused=body.get("paused") is True,
        gpu=gpus,
        second=(_second(second),) if second else (),
    )


def _gpus(body: Mapping[str, Any]) -> tuple[Gpu, ...]:
    return cards.understood(
        cards.card(
            row.get("gpu_id"),
            name=row.get("name"),
            rate=row.get("hashrate"),
            heat=row.get("temperature"),
            fan=row.get("fan_speed"),
            power=row.get("power"),
            place=cards.decimal_place(row.get("pci_bus"), domain=row.get("pci_domain")),
        )
        for row in cards.rows(body.get("gpus"))
    )


def _second(body: Mapping[str, Any]) -> Work:
    return Work(
        algorithm=common(text(body.get("algorithm"), 40), NAMES),
        hashrate=number(body.get("hashrate")),
        accepted=count(body.get("accepted_count")),
        rejected=count(body.get("rejected_count")),
        invalid=count(body.get("invalid_count")),
        pool=pools.endpoint_of(text(section(body, "active_pool").get("url"))),
    )


MINER = ProgramAdapter(
    name="t-rex",
    names=NAMES,
    facts=TypeFacts(
        title="T-Rex",
        homepage="https://github.com/trexminer/T-Rex",
        licence=phrase("licence.proprietary"),
        dev_fee=phrase("fee.other_for", percent=1, other=2, algorithms="octopus, autolykos2"),
        algorithms=tuple(NAMES),
        cpu=False,
        gpu=("cuda",),
        numbering="backend",
        api_exposure=phrase("exposure.read", protocol="HTTP"),
        getting=phrase("getting.author", url="https://github.com/trexminer/T-Rex/releases"),
        identified=False,
        guarded=False,
        recorded="0.25.9",
        unconfirmed=(
            phrase("unconfirmed.signals"),
            phrase("unconfirmed.pausing"),
            phrase("unconfirmed.ended_by_all"),
            phrase("unconfirmed.version_line"),
            phrase("unconfirmed.rejected"),
            phrase("unconfirmed.second_dual", field="dual_stat"),
            phrase("unconfirmed.beside", algorithms="octopus, autolykos2"),
        ),
    ),
    supports=Capabilities(
        fields=FIELDS,
        limits={"intensity": Limits(least=8, most=25)},
        shared=("algo", "coin", "proxy"),
    ),
    beside=BESIDE,
    payout=ProgramPayout(
        PayoutFlags(("-o", "--url", "--url2"), ("-u", "--user", "--user2"), ("--proxy",)), "config.json", of_json
    ),
    releases=ReleaseSource(
        owner_repo="trexminer/T-Rex",
        asset={("linux", "amd64"): r"t-rex-[0-9.]+-linux\.tar\.gz", ("windows", "amd64"): r"t-rex-[0-9.]+-win\.zip"},
        binary="t-rex",
        others={
            "t-rex-0.26.8-linux.tar.gz": "7e77064a48b4c8cb8d4797f30a41b53efbb8311fc14475b56a8e6879ad1c0569",
            "t-rex-0.26.8-win.zip": "207bfa95050e2ac1f16ceecd5891b93eda7bada2730b4e7172283d72f5ad2309",
        },
    ),
    launching=launching,
    asking=(HttpRequest("/summary"),),
    reading=reading,
    version=r"T-Rex NVIDIA GPU miner v(\d+\.\d+\.\d+[\w.-]{0,20})",
    signs=(
        ("connected", r"(Using protocol: .+)"),
        ("accepted", r"(\[ OK \] \d+/\d+)"),
        ("connect_error", r"ERROR: (No connection.*)"),
        ("connect_error", r"WARN: (failed to \S*subscribe.*)"),
        ("preparing", r"(generating DAG .*)"),
        ("ready", r"(DAG generated)"),
    ),
)
