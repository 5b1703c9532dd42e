"""WildRig Multi: closed, cards of AMD, NVIDIA and Intel, told by arguments and read over HTTP much as XMRig is."""

from collections.abc import Mapping, Sequence
from typing import Any

from mining.dialects import cards, pools
from mining.dialects.names import common, computed
from mining.dialects.payout import PayoutFlags, ProgramPayout
from mining.dialects.program_adapter import ProgramAdapter, version_pattern
from mining.domain.adapter import (
    ApiResponse,
    HttpRequest,
    Launch,
    LaunchContext,
    Reading,
    ReleaseSource,
    TypeFacts,
    Unreadable,
)
from mining.domain.api_response import STRANGER, object_in, section
from mining.domain.capabilities import Capabilities, Limits
from mining.domain.config import Config
from mining.domain.message import phrase
from mining.domain.metrics import Gpu
from mining.domain.payout.credentials import credentials
from mining.domain.units import count, number, text

NAMES = {
    "kawpow": "kawpow", "firopow": "firopow", "progpowz": "progpowz", "ghostrider": "ghostrider",
    "nexapow": "nexapow", "progpow-sero": "progpow-sero", "progpow-veil": "progpow-veil",
    "progpow-quai": "progpow-quai", "progpow-telestai": "progpow-telestai", "vprogpow": "vprogpow",
    "evrprogpow": "evrprogpow", "meowpow": "meowpow", "phihash": "phihash", "heavyhash": "heavyhash",
    "qhash": "qhash", "skydoge": "skydoge", "curvehash": "curvehash", "sha256d": "sha256d", "sha256q": "sha256q",
    "sha256t": "sha256t", "sha256csm": "sha256csm", "sha512256d": "sha512256d", "anime": "anime", "bmw512": "bmw512",
    "c11": "c11", "hex": "hex", "hmq1725": "hmq1725", "lyra2rev2": "lyra2v2", "nist5": "nist5", "quark": "quark",
    "qubit": "qubit", "skein2": "skein2", "tribus": "tribus", "x11": "x11", "x13": "x13", "x16r": "x16r",
    "x16rv2": "x16rv2", "x16rt": "x16rt", "x16s": "x16s", "x17": "x17", "x21s": "x21s", "x22i": "x22i",
    "x25x": "x25x", "x33": "x33",
}  # fmt: skip
FIELDS = (
    "pool", "wallet", "algo", "coin", "password", "worker", "cuda", "opencl", "tls", "pools", "proxy", "intensity",
)  # fmt: skip


def launching(config: Config, context: LaunchContext) -> Launch:
    """Arguments alone. A Nexa address is given without its prefix."""
    argv = [str(context.program), "-a", NAMES[computed(config, NAMES)]]
    for pool in config.all_pools():
        sent = credentials(pool)
        argv += ["-o", pools.url(pool, tls="stratum+tcps"), "-u", sent.login.removeprefix("nexa:"), "-p", sent.password]
    argv += ["--api-port", str(context.api_port), "--api-worker-id", context.run_id]
    argv += ["--no-color", "--multiple-instance", "--retries", "4", "--retry-pause", "5"]
    backends = pools.backends(config, ("cuda", "opencl"))
    if len(backends) == 1:
        argv += ["--opencl-platforms", ",".join(pools.makers(config, backends, context.cards)).lower()]
    if numbers := pools.cards(config):
        argv += ["-d", ",".join(map(str, numbers))]
    if config.intensity is not None:
        argv += ["--gpu-intensity", f"{config.intensity:g}"]
    if (proxy := pools.proxy(config)) is not None:
        argv += ["--proxy", proxy]
    return Launch(tuple(argv))


def reading(context: LaunchContext, replies: Sequence[ApiResponse | None]) -> Reading | Unreadable:
    """The JSON at `/`; newer versions list their shares by card, older ones count them together."""
    body = object_in(replies)
    if isinstance(body, Unreadable):
        return body
    if body.get("worker_id") != context.run_id or not (text(body.get("ua")) or "").startswith("WildRig"):
        return STRANGER
    connection, results = section(body, "connection"), section(body, "results")
    windows = [number(cards.at(section(body, "hashrate").get("total"), place)) for place in range(3)]
    good, total = count(results.get("shares_good")), count(results.get("shares_total"))
    bad = total - good if good is not None and total is not None and total >= good else None
    return Reading(
        version=text(body.get("version"), 40),
        algorithm=common(text(body.get("algo"), 40), NAMES),
        hashrate=next((rate for rate in windows if rate), windows[0]),
        accepted=good if (accepted := _sum(results, "accepted")) is None else accepted,
        rejected=bad if (rejected := _sum(results, "rejected")) is None else rejected,
        invalid=_sum(results, "ignored"),
        pool=pools.endpoint_of(text(connection.get("pool"))),
        connection_uptime=count(connection.get("uptime")),
        ping=count(connection.get("ping")) or None,
        failures=count(connection.get("failures")),
        difficulty=number(results.get("diff_current")) or None,
        gpu=_gpus(body),
    )


def _sum(results: Mapping[str, Any], which: str) -> int | None:
    rows = results.get(f"shares_{which}")
    return cards.counted(count(row) for row in rows[:256]) if isinstance(rows, list) else None


def _gpus(body: Mapping[str, Any]) -> tuple[Gpu, ...]:
    """Without a sensor of power it says 429496736 W, which no card takes."""
    sensors, rates = section(body, "hwmon"), section(body, "hashrate").get("threads")
    return cards.understood(
        cards.card(
            place,
            rate=cards.at(cards.at(rates, place), 0),
            heat=cards.at(sensors.get("temp"), place),
            fan=cards.at(sensors.get("fan"), place),
            power=cards.at(sensors.get("power"), place),
            place=cards.decimal_place(cards.at(sensors.get("busID"), place)),
        )
        for place in range(min(len(rates), 256) if isinstance(rates, list) else 0)
    )


MINER = ProgramAdapter(
    name="wildrig-multi",
    names=NAMES,
    facts=TypeFacts(
        title="WildRig Multi",
        homepage="https://github.com/andru-kun/wildrig-multi",
        licence=phrase("licence.proprietary"),
        dev_fee=phrase("fee.between_such_as", least=0, most=5, some=0.75, algorithm="kawpow"),
        algorithms=tuple(NAMES),
        cpu=False,
        gpu=("cuda", "opencl"),
        intel=True,
        numbering="backend",
        api_exposure=phrase("exposure.unbound", protocol="HTTP"),
        getting=phrase("getting.author", url="https://github.com/andru-kun/wildrig-multi/releases"),
        loopback=False,
        guarded=False,
        secrets=phrase("secrets.arguments"),
        secrets_exposed=True,
        recorded=phrase("version.and_part", version="0.10.0", other="0.47.5"),
        unconfirmed=(
            phrase("unconfirmed.new_answer"),
            phrase("unconfirmed.listening"),
            phrase("unconfirmed.firo", year=2025, version="0.47.5"),
            phrase("unconfirmed.card_order"),
            phrase("unconfirmed.signals"),
            phrase("unconfirmed.version_alone", name="wildrig"),
        ),
    ),
    supports=Capabilities(
        fields=FIELDS,
        limits={"intensity": Limits(least=0, most=31)},
        shared=("algo", "coin", "proxy"),
    ),
    payout=ProgramPayout(
        PayoutFlags(("-o", "--url"), ("-u", "--user"), ("--proxy",), passed=("-O", "--userpass")),
    ),
    releases=ReleaseSource(
        owner_repo="andru-kun/wildrig-multi",
        asset={
            ("linux", "amd64"): r"wildrig-multi-linux-[0-9.]+\.tar\.(?:gz|xz)",
            ("windows", "amd64"): r"wildrig-multi-windows-[0-9.]+\.(?:zip|7z)",
        },
        binary="wildrig-multi",
        windows_binary="wildrig",
        others={
            "wildrig-multi-linux-0.49.6.tar.gz": "43a4a412e0b36f0ce392854a8d45f192df35fa915d84061e90e73f9c77375a79",
            "wildrig-multi-windows-0.49.6.zip": "e38cddc1aab862b98a60cc90938597736b68b2a225b5baa2c2ac99593bce44b0",
        },
    ),
    launching=launching,
    asking=(HttpRequest("/"),),
    reading=reading,
    worker_field=False,
    version=version_pattern(r"wildrig(?:[ -]multi)?"),
)
