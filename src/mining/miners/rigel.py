"""Rigel: closed, NVIDIA cards alone, told by arguments and read over HTTP."""

from collections.abc import Mapping, Sequence
from typing import Any

from mining.dialects import cards, pools
from mining.dialects.names import common, computed, mined_coin
from mining.dialects.payout import PayoutFlags, ProgramPayout
from mining.dialects.program_adapter import ProgramAdapter, version_pattern
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
from mining.domain.capabilities import Capabilities
from mining.domain.config import Config
from mining.domain.message import phrase
from mining.domain.metrics import Gpu
from mining.domain.payout.credentials import credentials
from mining.domain.pool import Pool
from mining.domain.units import count, number, text

NAMES = {
    "kawpow": "kawpow", "etchash": "etchash", "ethash": "ethash", "autolykos2": "autolykos2",
    "progpowz": "progpowz", "alephium": "alephium", "octopus": "octopus", "nexapow": "nexapow",
    "xelishashv3": "xelishashv3", "fishhash": "fishhash", "karlsenhashv2": "karlsenhashv2",
    "sha512256d": "sha512256d", "sha3x": "sha3x", "ton": "sha256ton", "abel": "abelian",
}  # fmt: skip
_ANY, _NO_SHA3X = ("alephium", "ton", "sha3x", "sha512256d"), ("alephium", "ton", "sha512256d")
BESIDE = {
    "abel": _ANY, "autolykos2": _ANY, "fishhash": _ANY, "octopus": _ANY, "ethash": _NO_SHA3X, "etchash": _NO_SHA3X,
    "karlsenhashv2": ("ton", "sha3x"),
}  # fmt: skip
_TICKERS = ("ERG", "RVN", "XNA")  # of the coins that it names and that are known here


def launching(config: Config, context: LaunchContext) -> Launch:
    """Arguments alone: it reads no file. With two works each value begins with the number of its work."""
    algorithm, first = NAMES[computed(config, NAMES)], "" if config.second is None else "[1]"
    if config.second is not None:
        algorithm += f"+{NAMES[second_of(config, BESIDE, NAMES)]}"
    argv = [str(context.program), "-a", algorithm]
    for pool in config.all_pools():
        argv += _pool_of(pool, first)
    if config.second is not None:
        argv += _pool_of(config.second.settled, "[2]")
    argv += ["--api-bind", f"127.0.0.1:{context.api_port}", "--no-watchdog", "--no-tui", "--no-colour"]
    if (coin := mined_coin(config, NAMES)) in _TICKERS:
        argv += ["--coin", first + str(coin).lower()]
    if numbers := pools.cards(config):
        argv += ["-d", ",".join(map(str, numbers))]
    if (proxy := pools.proxy(config)) is not None:
        argv += ["--proxy", proxy]
    return Launch(tuple(argv))


def _pool_of(pool: Pool, work: str) -> list[str]:
    sent = credentials(pool)
    argv = ["-o", work + pools.url(pool), "-u", work + sent.login, "-p", work + sent.password]
    return [*argv, "-w", work + worker] if (worker := pools.rig_id(sent)) is not None else argv


def reading(context: LaunchContext, replies: Sequence[ApiResponse | None]) -> Reading | Unreadable:
    """`/stat`; figures stand under the name of their algorithm, of which `a+b` names two. Its logins are left aside."""
    body = object_in(replies)
    if isinstance(body, Unreadable):
        return body
    if body.get("name") != "Rigel":
        return STRANGER
    names = (text(body.get("algorithm"), 80) or "").split("+")[:4]
    work = _work(body, names[0])
    pool = _pool(body, names[0])
    return Reading(
        version=text(body.get("version"), 40),
        algorithm=work.algorithm,
        hashrate=work.hashrate,
        accepted=work.accepted,
        rejected=work.rejected,
        invalid=work.invalid,
        pool=work.pool,
        ping=count(pool.get("average_latency_ms")),
        tls=tls if isinstance(tls := section(pool, "connection_details").get("ssl"), bool) else None,
        gpu=_gpus(body, names[0]),
        second=tuple(_work(body, name) for name in names[1:]),
    )


def _work(body: Mapping[str, Any], name: str) -> Work:
    shares, connection = (
        section(section(body, "solution_stat"), name),
        section(_pool(body, name), "connection_details"),
    )
    host, port = text(connection.get("hostname"), 253), count(connection.get("port"), 65535)
    return Work(
        algorithm=common(name or None, NAMES),
        hashrate=number(section(body, "hashrate").get(name)),
        accepted=count(shares.get("accepted")),
        rejected=count(shares.get("rejected")),
        invalid=count(shares.get("invalid")),
        pool=pools.endpoint_of(f"{host}:{port}") if host and port else None,
    )


def _pool(body: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    return next(iter(cards.rows(section(body, "pools").get(name))), {})


def _gpus(body: Mapping[str, Any], name: str) -> tuple[Gpu, ...]:
    return cards.understood(
        cards.card(
            row.get("id"),
            name=row.get("name"),
            rate=section(row, "hashrate").get(name),
            heat=(sensors := section(row, "monitoring_info")).get("core_temperature"),
            fan=sensors.get("fan_speed"),
            power=sensors.get("power_usage"),
            place=cards.hex_place(row.get("pci_address")),
        )
        for row in cards.rows(body.get("devices"))
        if row.get("selected") is not False
    )


MINER = ProgramAdapter(
    name="rigel",
    names=NAMES,
    facts=TypeFacts(
        title="Rigel",
        homepage="https://github.com/rigelminer/rigel",
        licence=phrase("licence.proprietary"),
        dev_fee=phrase("fee.between", least=0.7, most=2),
        algorithms=tuple(NAMES),
        cpu=False,
        gpu=("cuda",),
        numbering="backend",
        api_exposure=phrase("exposure.tells_logins", protocol="HTTP"),
        getting=phrase("getting.author", url="https://github.com/rigelminer/rigel/releases"),
        identified=False,
        guarded=False,
        secrets=phrase("secrets.arguments_and_api"),
        secrets_exposed=True,
        recorded="1.23.2",
        unconfirmed=(
            phrase("unconfirmed.second_names"),
            phrase("unconfirmed.signals"),
            phrase("unconfirmed.version_named", name="rigel"),
        ),
    ),
    supports=Capabilities(
        fields=("pool", "wallet", "algo", "coin", "password", "worker", "cuda", "tls", "pools", "proxy"),
        shared=("algo", "coin", "proxy"),
    ),
    beside=BESIDE,
    payout=ProgramPayout(PayoutFlags(("-o", "--url"), ("-u", "--username"), ("--proxy",))),
    releases=ReleaseSource(
        owner_repo="rigelminer/rigel",
        asset={
            ("linux", "amd64"): r"rigel-[0-9.]+-linux\.tar\.gz",
            ("windows", "amd64"): r"rigel-[0-9.]+-win\.zip",
        },
        binary="rigel",
        others={
            "rigel-1.23.2-linux.tar.gz": "eae492ffb64aeb4ab4ba7e66631567984a31d5adb1ef547bda6601aee1793f0d",
            "rigel-1.23.2-win.zip": "0a35d37504e2595f2cd9bb25ae69eae39625be6f0ebbdbaf7427d4c381a7fd79",
        },
    ),
    launching=launching,
    asking=(HttpRequest("/stat"),),
    reading=reading,
    version=version_pattern("rigel"),
    signs=(("api_failed", r"(CUDA error: failed to load CUDA.*)"),),
)
