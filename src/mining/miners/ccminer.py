"""ccminer: open source, NVIDIA cards alone, told by a file and read as text over plain TCP."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from mining.dialects import cards, pairs, pools
from mining.dialects.names import common, computed
from mining.dialects.payout import PayoutFlags, ProgramPayout, of_json
from mining.dialects.program_adapter import ProgramAdapter
from mining.domain.adapter import ApiResponse, Launch, LaunchContext, Reading, TypeFacts, Unreadable
from mining.domain.api_response import STRANGER
from mining.domain.capabilities import Capabilities, Limits
from mining.domain.config import Config
from mining.domain.message import phrase
from mining.domain.metrics import Gpu
from mining.domain.payout.credentials import credentials
from mining.domain.pool import Pool
from mining.domain.units import number, text

NAMES = {"lyra2rev3": "lyra2v3", "lyra2rev2": "lyra2v2"} | {
    name: name
    for name in (
        "x16r", "x16s", "allium", "bitcore", "blake2s", "c11", "equihash", "exosis", "groestl", "hmq1725",
        "keccak", "keccakc", "lbry", "lyra2z", "myr-gr", "neoscrypt", "nist5", "phi2", "phi1612",
        "polytimos", "quark", "qubit", "scrypt", "sha256t", "sha256q", "skein", "skein2", "skunk", "sonoa",
        "timetravel", "tribus", "x11", "x12", "x13", "x14", "x15", "x17",
    )
}  # fmt: skip
FIELDS = (
    "pool", "wallet", "algo", "coin", "password", "worker", "cpuPriority", "cpuAffinity", "cuda", "tls", "pools",
    "proxy", "intensity",
)  # fmt: skip


def launching(config: Config, context: LaunchContext) -> Launch:
    """One configuration file, whose keys are the names of its long options; `pools` are its fail-over pools."""
    body: dict[str, Any] = {
        "algo": NAMES[computed(config, NAMES)],
        "pools": [_pool(pool) for pool in config.all_pools()],
        "api-bind": f"127.0.0.1:{context.api_port}",
        "no-color": True,
        "retries": 3,
        "retry-pause": 10,
    }
    optional = {
        "devices": ",".join(map(str, pools.cards(config))) or None,
        "intensity": config.intensity,
        "cpu-affinity": config.cpu_affinity,
        "cpu-priority": config.cpu_priority,
        "proxy": config.proxy,
    }
    body |= {key: value for key, value in optional.items() if value is not None}
    argv = (str(context.program), f"--config={context.directory / 'config.json'}")
    return Launch(argv, {"config.json": json.dumps(body, indent=1).encode()})


def _pool(pool: Pool) -> Mapping[str, str]:
    sent = credentials(pool)
    return {"url": pools.url(pool), "user": sent.login, "pass": sent.password}


def reading(context: LaunchContext, replies: Sequence[ApiResponse | None]) -> Reading | Unreadable:
    """`summary`, `pool`, `threads` and `hwinfo`; rates in thousands, power in thousandths of a watt."""
    row = pairs.first(replies)
    if isinstance(row, Unreadable):
        return row
    if "GPUS" not in row:
        return STRANGER
    pool = next(iter(pairs.records(replies, 1)), {})
    thousands = pairs.figure(row, "KHS")
    return Reading(
        version=text(row.get("VER"), 40),
        algorithm=common(text(row.get("ALGO"), 40), NAMES),
        hashrate=None if thousands is None else number(thousands * 1000),
        accepted=pairs.count(row, "ACC"),
        rejected=pairs.count(row, "REJ"),
        pool=pools.endpoint_of(text(pool.get("URL"))),
        ping=pairs.count(pool, "PING") or None,
        failures=pairs.count(pool, "DISCO"),
        difficulty=pairs.figure(pool, "DIFF") or None,
        gpu=_gpus(replies),
    )


def _gpus(replies: Sequence[ApiResponse | None]) -> tuple[Gpu, ...]:
    """The cards of `threads`, with what only `hwinfo` tells of them."""
    hardware = {row.get("GPU"): row for row in pairs.records(replies, 3) if "GPU" in row}
    threads = {row.get("GPU"): row for row in pairs.records(replies, 2) if "GPU" in row}
    return cards.understood(_card({**hardware.get(key, {}), **threads.get(key, {})}) for key in {**hardware, **threads})


def _card(row: pairs.Pairs) -> Gpu | None:
    thousands, power = pairs.figure(row, "KHS"), pairs.figure(row, "POWER")
    return cards.card(
        pairs.count(row, "GPU"),
        name=row.get("CARD"),
        rate=None if thousands is None else thousands * 1000,
        heat=pairs.figure(row, "TEMP"),
        fan=pairs.figure(row, "FAN"),
        power=None if power is None else power / 1000,
        place=cards.decimal_place(pairs.count(row, "BUS")),
    )


MINER = ProgramAdapter(
    name="ccminer",
    names=NAMES,
    facts=TypeFacts(
        title="ccminer",
        homepage="https://github.com/tpruvot/ccminer",
        licence="GPL-3.0-or-later",
        dev_fee=phrase("fee.none"),
        algorithms=tuple(NAMES),
        cpu=False,
        gpu=("cuda",),
        numbering="backend",
        api_exposure=phrase("exposure.read", protocol="TCP"),
        getting=phrase("getting.build", url="https://github.com/tpruvot/ccminer"),
        identified=False,
        guarded=False,
        recorded=phrase("version.fork", fork="nevermore 0.2.3"),
        unconfirmed=(phrase("unconfirmed.threads"),),
    ),
    supports=Capabilities(
        fields=FIELDS,
        limits={"intensity": Limits(least=8, most=31)},
        shared=("algo", "coin", "proxy"),
    ),
    payout=ProgramPayout(
        PayoutFlags(("-o", "--url"), ("-u", "--user"), ("-x", "--proxy"), passed=("-O", "--userpass")),
        "config.json",
        of_json,
    ),
    releases=None,
    launching=launching,
    asking=tuple(map(pairs.question, ("summary", "pool", "threads", "hwinfo"))),
    reading=reading,
    worker_field=False,
    version=r"ccminer v?(\d+\.\d+[\w.-]{0,20})",
    signs=(
        ("accepted", r"(accepted: \d+/\d+)"),
        ("rejected", r"reject reason: (.*)"),
        ("disconnected", r"(Stratum connection (?:timed out|interrupted))"),
    ),
)
