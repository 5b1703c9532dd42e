"""GMiner: closed, NVIDIA and AMD cards, told by arguments and read over HTTP."""

from collections.abc import Mapping, Sequence
from typing import Any

from mining.dialects import cards, pools
from mining.dialects.names import common, computed
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
from mining.domain.api_response import STRANGER, object_in
from mining.domain.capabilities import Capabilities, Limits
from mining.domain.config import Config
from mining.domain.message import phrase
from mining.domain.payout.credentials import credentials
from mining.domain.units import count, number, text

NAMES = {
    "kawpow": "kawpow", "etchash": "etchash", "ethash": "ethash", "autolykos2": "autolykos2",
    "kheavyhash": "kheavyhash", "octopus": "octopus", "beamhash3": "beamhash", "equihash144_5": "equihash144_5",
    "equihash125_4": "equihash125_4", "equihash210_9": "equihash210_9", "cortex": "cortex", "cuckoo29": "cuckoo29",
    "sha512256d": "radiant", "ton": "ton", "progpow-sero": "sero",
}  # fmt: skip
SECONDS = {"kheavyhash": "kaspa", "sha512256d": "radiant"}  # as they are called beside another
BESIDE = {
    "autolykos2": ("kheavyhash", "sha512256d"),
    "etchash": ("kheavyhash", "sha512256d"),
    "ethash": ("kheavyhash",),
    "octopus": ("kheavyhash", "sha512256d"),
}
FIELDS = (
    "pool", "wallet", "algo", "coin", "password", "worker", "cuda", "opencl", "tls", "pools", "proxy", "intensity",
)  # fmt: skip
_CARD = {"name": "name", "rate": "speed", "heat": "temperature", "fan": "fan", "power": "power_usage"}


def launching(config: Config, context: LaunchContext) -> Launch:
    """Arguments alone; the form of its configuration file is not documented."""
    argv = [str(context.program), "--algo", NAMES[computed(config, NAMES)]]
    for pool in config.all_pools():
        sent = credentials(pool)
        argv += ["--server", pool.address.endpoint, "--user", sent.login, "--pass", sent.password]
        argv += ["--ssl", "1" if pool.address.tls else "0"]
        if (worker := pools.rig_id(sent)) is not None:
            argv += ["--worker", worker]
    backends = pools.backends(config, ("cuda", "opencl"))
    argv += ["--cuda", str(int("cuda" in backends)), "--opencl", str(int("opencl" in backends))]
    argv += ["--api", str(context.api_port), "--watchdog", "0", "--color", "0"]
    if numbers := pools.cards(config):
        argv += ["--devices", *map(str, numbers)]
    if config.intensity is not None:
        argv += ["--intensity", f"{config.intensity:g}"]
    if (proxy := pools.proxy(config)) is not None:
        argv += ["--proxy", proxy]
    return Launch((*argv, *_second(config)))


def _second(config: Config) -> Sequence[str]:
    if config.second is None:
        return ()
    pool = config.second.settled
    sent = credentials(pool)
    argv = ["--dalgo", SECONDS[second_of(config, BESIDE, NAMES)], "--dserver", pool.address.endpoint]
    argv += ["--duser", sent.login, "--dpass", sent.password, "--dssl", "1" if pool.address.tls else "0"]
    return (*argv, "--dworker", worker) if (worker := pools.rig_id(sent)) is not None else argv


def reading(context: LaunchContext, replies: Sequence[ApiResponse | None]) -> Reading | Unreadable:
    """`/stat`; the rate is that of its cards together, the second algorithm's keys end in 2."""
    body = object_in(replies)
    if isinstance(body, Unreadable):
        return body
    program = text(body.get("miner"), 60) or ""
    if not program.startswith("GMiner"):
        return STRANGER
    rows = cards.rows(body.get("devices"))
    work = _work(body, rows, "")
    second = _work(body, rows, "2")
    return Reading(
        version=program.removeprefix("GMiner").strip() or None,
        algorithm=work.algorithm,
        hashrate=work.hashrate,
        accepted=work.accepted,
        rejected=work.rejected,
        invalid=work.invalid,
        pool=work.pool,
        gpu=cards.understood(
            cards.card(
                row.get("gpu_id"),
                place=cards.hex_place(row.get("bus_id")),
                **{ours: row.get(theirs) for ours, theirs in _CARD.items()},
            )
            for row in rows
        ),
        second=(second,) if second.hashrate is not None else (),
    )


def _work(body: Mapping[str, Any], rows: Sequence[Mapping[str, Any]], which: str) -> Work:
    return Work(
        algorithm=_named(body, which),
        hashrate=cards.summed(number(row.get(f"speed{which}")) for row in rows),
        accepted=count(body.get(f"total_accepted_shares{which}")),
        rejected=count(body.get(f"total_rejected_shares{which}")),
        invalid=count(body.get(f"total_invalid_shares{which}")),
        pool=pools.endpoint_of(text(body.get(f"server{which}"))),
    )


def _named(body: Mapping[str, Any], which: str) -> str | None:
    """`Ethash + kHeavyHash` names both works; some versions name the second one by itself."""
    first, _, beside = (text(body.get("algorithm"), 60) or "").partition("+")
    if which:
        return common(_plain(text(body.get("algorithm2"), 60) or beside) or None, SECONDS)
    return common(_plain(first) or None, NAMES)


def _plain(algorithm: str) -> str:
    """`Equihash 144,5 "BitcoinZ"` as its own option has it."""
    return algorithm.partition('"')[0].strip().lower().replace("equihash ", "equihash").replace(",", "_")


MINER = ProgramAdapter(
    name="gminer",
    names=NAMES,
    facts=TypeFacts(
        title="GMiner",
        homepage="https://github.com/develsoftware/GMinerRelease",
        licence=phrase("licence.eula"),
        dev_fee=phrase("fee.between_mostly", least=1, most=5, usual=2),
        algorithms=tuple(NAMES),
        cpu=False,
        gpu=("cuda", "opencl"),
        numbering="backend",
        api_exposure=phrase("exposure.every_address", protocol="HTTP"),
        getting=phrase("getting.author", url="https://github.com/develsoftware/GMinerRelease/releases"),
        loopback=False,
        identified=False,
        guarded=False,
        secrets=phrase("secrets.undocumented_file"),
        secrets_exposed=True,
        recorded="2.70",
        unconfirmed=(
            phrase("unconfirmed.keys_of", version="3.44", between="3.06", other="2.70"),
            phrase("unconfirmed.names", names="octopus, radiant, sero, ton"),
            phrase("unconfirmed.second_flags"),
            phrase("unconfirmed.second_joined", first="speed2", other="total_accepted_shares2"),
            phrase("unconfirmed.card_order"),
            phrase("unconfirmed.signals"),
            phrase("unconfirmed.version_alone", name="GMiner"),
        ),
    ),
    supports=Capabilities(
        fields=FIELDS,
        limits={"intensity": Limits(least=1, most=100)},
        shared=("algo", "coin", "proxy"),
    ),
    beside=BESIDE,
    payout=ProgramPayout(
        PayoutFlags(("-s", "--server", "--dserver"), ("-u", "--user", "--duser"), ("--proxy",)),
    ),
    releases=ReleaseSource(
        owner_repo="develsoftware/GMinerRelease",
        asset={
            ("linux", "amd64"): r"gminer_[0-9_]+_linux64\.tar\.(?:xz|gz)",
            ("windows", "amd64"): r"gminer_[0-9_]+_windows64\.zip",
        },
        binary="miner",
        others={
            "gminer_3_43_linux64.tar.xz": "bc787eb9b363d6ceda067f4dc58a4de7b953f304aeb9f2355ba330afe9209699",
            "gminer_3_43_windows64.zip": "2c9374ea4dc035116869cd4f9d8c9833dba607adb6bec63f0623b0f485df6cb8",
        },
    ),
    launching=launching,
    asking=(HttpRequest("/stat"),),
    reading=reading,
    version=version_pattern("g?miner"),
)
