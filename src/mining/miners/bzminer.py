"""BzMiner: closed, cards of AMD, NVIDIA and Intel, the processor for Verus; a file and arguments, read over HTTP.

How a password reaches its API is documented nowhere, and what needs one in two ways: by its --help no API is there
without one, by issue 203 of bzminer/bzminer all can be read without, and 7.2.3 refused even that (issue 38). So it gets
none: a password that perhaps nothing checks would only look like a guard, and its owner is told that there is none.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from mining.dialects import cards, pools
from mining.dialects.names import common, computed, mined_coin
from mining.dialects.payout import PayoutFlags, ProgramPayout, of_pool_configs
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
from mining.domain.pool import Pool
from mining.domain.units import count, number, text

ON_CARDS = {
    "kawpow": "rvn", "etchash": "etchash", "ethash": "ethw", "autolykos2": "ergo", "kheavyhash": "kaspa",
    "alephium": "alph", "nexapow": "nexa", "xelishashv3": "xelis", "dynexsolve": "dynex", "fishhash": "ironfish",
    "karlsenhashv2": "karlsen", "sha512256d": "radiant", "meowpow": "meowcoin", "ixi": "ixi",
}  # fmt: skip
ON_CPU = {"verushash": "verus"}  # README.md at 40e0c41, line 42; line 9 has xelis for the processor too
NAMES = ON_CARDS | ON_CPU
COINS = ("XNA", "CLORE")  # whose own name it has, beside that of their algorithm
BESIDE = {
    "etchash": ("alephium", "kheavyhash", "sha512256d", "fishhash"),
    "ethash": ("alephium", "kheavyhash", "sha512256d", "fishhash"),
    "autolykos2": ("kheavyhash", "sha512256d"),
}
FIELDS = (
    "pool", "wallet", "algo", "coin", "password", "worker", "cuda", "opencl", "tls", "pools", "intensity",
    "threads",
)  # fmt: skip
MINING = 3  # what the first status of a device says while it mines
_CPU = 4  # the vendor of a processor
_CARD = {"name": "name", "heat": "core_temp", "fan": "fan", "power": "power"}


def launching(config: Config, context: LaunchContext) -> Launch:
    """Logins stand in the file; `--nc` keeps it from being written, and nothing of the clocks is touched."""
    works = [(_name(config), config.all_pools())]
    if config.second is not None:
        works.append((NAMES[second_of(config, BESIDE, NAMES)], (config.second.settled,)))
    body: dict[str, Any] = {
        "pool_configs": [_pool_config(name, every) for name, every in works],
        "pool": list(range(len(works))),
        "password_override": [credentials(every[0]).password for _, every in works],
        "disable_udp": True,
        "lock_config": True,
    }
    argv = [str(context.program), "-c", str(context.directory / "config.json"), "--nc", "1", "--no_watchdog"]
    argv += ["--no_color", "1", "--oc_enable", "0", "--disable_index_html", "--hide_disabled_devices"]
    argv += ["--http_enabled", "1", "--http_address", "127.0.0.1", "--http_port", str(context.api_port)]
    on_cpu = computed(config, NAMES) in ON_CPU
    backends = () if on_cpu else pools.backends(config, ("cuda", "opencl"))
    argv += ["--cpu", str(int(on_cpu)), "--nvidia", str(int("cuda" in backends))]
    argv += ["--amd", str(int("opencl" in backends)), "--intel", str(int("opencl" in backends))]
    argv += ["--cpu_threads", str(config.threads)] if config.threads else []
    argv += ["--oc_enable2", "0"] if config.second is not None else []
    for work in range(len(works)) if (numbers := pools.cards(config)) else ():
        argv += [f"--pool_devices{work + 1}", *map(str, numbers)]
    if config.intensity is not None:
        argv += ["-i", f"{config.intensity:g}"]
    return Launch(tuple(argv), {"config.json": json.dumps(body, indent=1).encode()})


def warnings(config: Config) -> Sequence[str]:
    """Its API takes `rig_command` from whoever reaches it, also by a plain GET, which a web page can send unasked."""
    return [phrase("warning.steered_api", program="BzMiner")]


def _pool_config(name: str, every: Sequence[Pool]) -> Mapping[str, Any]:
    sent = credentials(every[0])
    return {
        "algorithm": name,
        "wallet": sent.login,
        "url": [pools.url(each) for each in every],
        "username": pools.rig_id(sent) or "",
    }


def _name(config: Config) -> str:
    coin = mined_coin(config, NAMES)
    return coin.lower() if coin in COINS else NAMES[computed(config, NAMES)]


def reading(context: LaunchContext, replies: Sequence[ApiResponse | None]) -> Reading | Unreadable:
    """`/status`: figures stand with the devices, one for each algorithm. It does not tell whether it was paused."""
    body = object_in(replies)
    if isinstance(body, Unreadable):
        return body
    if "bzminer_version" not in body:
        return STRANGER
    devices, every = cards.rows(body.get("devices")), cards.rows(body.get("pools"))
    works = [_work(devices, pool, place) for place, pool in enumerate(every[:8])]
    main, pool = works[0] if works else Work(), every[0] if every else {}
    return Reading(
        version=(text(body.get("bzminer_version"), 40) or "").removeprefix("v") or None,
        algorithm=main.algorithm,
        hashrate=main.hashrate,
        accepted=main.accepted,
        rejected=main.rejected,
        invalid=main.invalid,
        pool=main.pool,
        connection_uptime=count(pool.get("uptime_s")),
        ping=count(pool.get("average_latency")) or None,
        difficulty=number(pool.get("difficulty")) or None,
        tells_pause=False,
        gpu=cards.understood(
            cards.card(
                place,
                rate=cards.at(row.get("hashrate"), 0),
                place=cards.decimal_place(row.get("pci_bus_id")),
                **{ours: row.get(theirs) for ours, theirs in _CARD.items()},
            )
            for place, row in enumerate(devices)
            if row.get("vendor") != _CPU
        ),
        second=tuple(work for work in works[1:] if work.hashrate is not None),  # some versions list a pool of nobody
    )


def _work(devices: Sequence[Mapping[str, Any]], pool: Mapping[str, Any], place: int) -> Work:
    rates = [
        number(cards.at(row.get("hashrate"), place)) if cards.at(row.get("status"), 0) in (MINING, None) else 0.0
        for row in devices
        if isinstance(row.get("hashrate"), list) and len(row["hashrate"]) > place
    ]
    shares = {
        which: cards.counted(count(cards.at(row.get(f"{which}_solutions"), place)) for row in devices)
        for which in ("valid", "rejected", "invalid")
    }
    return Work(
        algorithm=common(text(pool.get("algorithm"), 40), NAMES),
        hashrate=cards.summed(rates),
        accepted=shares["valid"],
        rejected=shares["rejected"],
        invalid=shares["invalid"],
        pool=pools.endpoint_of(text(pool.get("current_url"))),
    )


MINER = ProgramAdapter(
    name="bzminer",
    names=NAMES,
    facts=TypeFacts(
        title="BzMiner",
        homepage="https://www.bzminer.com",
        licence=phrase("licence.proprietary"),
        dev_fee=phrase("fee.between", least=0.5, most=2),
        algorithms=tuple(NAMES),
        cpu=True,
        gpu=("cuda", "opencl"),
        intel=True,
        numbering=None,
        api_exposure=phrase("exposure.steered", protocol="HTTP"),
        getting=phrase("getting.author", url="https://github.com/bzminer/bzminer/releases"),
        identified=False,
        guarded=False,
        unconfirmed=(
            phrase("unconfirmed.no_answer"),
            phrase("unconfirmed.password"),
            phrase("unconfirmed.cut_cards", count=8),
            phrase("unconfirmed.taken_for_third", name="xelis"),
            phrase("unconfirmed.names_from", version=100),
            phrase("unconfirmed.decimal_places"),
            phrase("unconfirmed.cpu_too", algorithms="xelishashv3"),
            phrase("unconfirmed.signals"),
            phrase("unconfirmed.version_alone", name="bzminer"),
        ),
    ),
    supports=Capabilities(
        fields=FIELDS,
        limits={"intensity": Limits(least=0, most=64)},
        gpu_algorithms=tuple(ON_CARDS),
        cpu_algorithms=tuple(ON_CPU),
        shared=("algo", "coin", "wallet", "worker", "password"),
        verbs=("pause", "resume"),
    ),
    beside=BESIDE,
    payout=ProgramPayout(
        PayoutFlags(("-p", *(f"--p{work}" for work in range(1, 10))), ("-w", *(f"--w{work}" for work in range(1, 10)))),
        "config.json",
        of_pool_configs,
    ),
    releases=ReleaseSource(
        owner_repo="bzminer/bzminer",
        asset={
            ("linux", "amd64"): r"bzminer_v[0-9.]+_linux\.tar\.gz",
            ("windows", "amd64"): r"bzminer_v[0-9.]+_windows\.zip",
        },
        binary="bzminer",
        others={
            "bzminer_v24.0.2_linux.tar.gz": "d861f0a4e89465e1ef91e833d98a934d03f85125f510d68411ad2410735a46bf",
            "bzminer_v24.0.2_windows.zip": "8f70af66f13f2e1a3d7e9d59990a5778db6f6f78f0e482cbf6b8c13e6ea2a954",
        },
    ),
    launching=launching,
    warnings=warnings,
    asking=(HttpRequest("/status"),),
    reading=reading,
    commands={
        "pause": HttpRequest("/rig_command?command=stop"),
        "resume": HttpRequest("/rig_command?command=start"),
    },
    version=version_pattern("bzminer"),
)
