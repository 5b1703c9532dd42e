"""nanominer: closed, cards of all makers, the processor for RandomX and Verus; told by an INI file, read over HTTP."""

from collections.abc import Mapping, Sequence
from typing import Any

from mining.dialects import cards, pools
from mining.dialects.names import common, computed
from mining.dialects.payout import PayoutFlags, ProgramPayout, of_sections
from mining.dialects.program_adapter import MIB, ProgramAdapter, version_pattern
from mining.dialects.second import second_of
from mining.domain.adapter import (
    ApiResponse,
    HttpRequest,
    Launch,
    LaunchContext,
    MemoryNeeds,
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

ON_CARDS = {
    "kawpow": "KawPow", "etchash": "Etchash", "ethash": "Ethash", "autolykos2": "Autolykos", "octopus": "Octopus",
    "kheavyhash": "kHeavyhash", "fishhash": "FishHash", "karlsenhashv2": "KarlsenhashV2", "verthash": "Verthash",
    "evrprogpow": "EvrProgPow", "ethashb3": "EthashB3", "ubqhash": "Ubqhash", "cuckaroo30": "Cuckaroo30",
}  # fmt: skip
# README.md of github.com/nanopool/nanominer at ef65c9c (3.8): the table of algorithms and hardware
ON_CPU = {"rx/0": "RandomX", "verushash": "Verushash", "randomnevo": "RandomNevo"}
NAMES = ON_CARDS | ON_CPU
# README.md of github.com/nanopool/nanominer at ef65c9c (3.8): ETH+KAS, ETC+KAS and ERG+KAS; beside others only Zilliqa
BESIDE = {"ethash": ("kheavyhash",), "etchash": ("kheavyhash",), "autolykos2": ("kheavyhash",)}
_SCIENTIFIC = 40  # characters of a rate, such as 1.136852e+07


def launching(config: Config, context: LaunchContext) -> Launch:
    """One file. Without a pool it would mine for its authors' own, so there is always one."""
    works = [(NAMES[computed(config, NAMES)], config.all_pools())]
    if config.second is not None:
        works.append((NAMES[second_of(config, BESIDE, NAMES)], (config.second.settled,)))
    common_rows = {
        "mport": "0",
        "webPort": str(context.api_port),
        "watchdog": "false",
        "noLog": "true",
        "noColor": "true",
        "checkForUpdates": "false",
        "autoUpdate": "false",
    }
    lines = [f"{key}={value}" for key, value in common_rows.items()]
    for name, every in works:
        lines += ["", f"[{name}]", *(f"{key}={value}" for key, value in _section(every, config).items())]
    argv = (str(context.program), str(context.directory / "config.ini"))
    return Launch(argv, {"config.ini": "\n".join([*lines, ""]).encode()})


def _section(every: Sequence[Pool], config: Config) -> Mapping[str, str]:
    """One work; both of two are on the same cards. It numbers cards alone, and counts threads alone."""
    sent = credentials(every[0])
    rows = {
        "wallet": sent.login,
        "rigName": pools.rig_id(sent) or "",
        "rigPassword": sent.password,
        **{f"pool{place}": pool.address.endpoint for place, pool in enumerate(every, 1)},
        "sortPools": "false",
        "useSSL": str(every[0].address.tls is True).lower(),
    }
    if numbers := pools.cards(config):
        rows["devices"] = ",".join(map(str, numbers))
    if config.threads:
        rows["cpuThreads"] = str(config.threads)
    return rows


def memory(config: Config, cpus: int) -> MemoryNeeds:
    """RandomX takes 2.3 GiB and 2 MiB for each thread, the others little."""
    size = (2400 + 2 * (config.threads or cpus) if computed(config, NAMES) in ("rx/0", "randomnevo") else 512) * MIB
    return MemoryNeeds(size, size)


def warnings(config: Config) -> Sequence[str]:
    """What it does when TLS fails."""
    second = config.second is not None and config.second.settled.address.tls
    if not config.all_pools()[0].address.tls and not second:
        return []
    return [phrase("warning.tls_gives_way", program="nanominer")]


def reading(context: LaunchContext, replies: Sequence[ApiResponse | None]) -> Reading | Unreadable:
    """`/stats`: lists of one map each, whose keys are algorithms and devices; rates are text such as 1.136852e+07."""
    body = object_in(replies)
    if isinstance(body, Unreadable):
        return body
    if not {"Algorithms", "Devices", "WorkTime"} <= body.keys():
        return STRANGER
    works, devices = _map(body, "Algorithms"), _map(body, "Devices")
    names = list(works)[:8]
    main = section(works, names[0]) if names else {}
    work = _work(names[0], main) if names else Work()
    return Reading(
        algorithm=work.algorithm,
        hashrate=work.hashrate,
        accepted=work.accepted,
        rejected=work.rejected,
        pool=work.pool,
        failures=count(main.get("ReconnectionCount")),
        gpu=_gpus(devices, main),
        second=tuple(_work(name, section(works, name)) for name in names[1:]),
    )


def _map(body: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    return next(iter(cards.rows(body.get(key))), {})


def _work(name: str, body: Mapping[str, Any]) -> Work:
    total = section(body, "Total")
    return Work(
        algorithm=common(text(name, 40), NAMES),
        hashrate=_rate(total.get("Hashrate")),
        accepted=count(total.get("Accepted")),
        rejected=count(total.get("Denied")),
        pool=pools.endpoint_of(text(body.get("CurrentPool"))),
    )


def _rate(raw: object) -> float | None:
    if isinstance(raw, str) and len(raw) <= _SCIENTIFIC:
        try:
            raw = float(raw)
        except ValueError:
            return None
    return number(raw)


def _gpus(devices: Mapping[str, Any], main: Mapping[str, Any]) -> tuple[Gpu, ...]:
    numbered = [(key.removeprefix("GPU "), key) for key in list(devices)[:256] if key.startswith("GPU ")]
    return cards.understood(
        cards.card(
            int(place),
            name=(device := section(devices, key)).get("Name"),
            rate=_rate(section(main, key).get("Hashrate")),
            heat=device.get("Temperature"),
            fan=device.get("Fan"),
            power=device.get("Power"),
            place=cards.hex_place(device.get("Pci")),
        )
        for place, key in numbered
        if place.isascii() and place.isdigit() and len(place) <= 3
    )


MINER = ProgramAdapter(
    name="nanominer",
    names=NAMES,
    facts=TypeFacts(
        title="nanominer",
        homepage="https://github.com/nanopool/nanominer",
        licence=phrase("licence.proprietary"),
        dev_fee=phrase("fee.between", least=1, most=2.5),
        algorithms=tuple(NAMES),
        cpu=True,
        gpu=("cuda", "opencl"),
        intel=True,
        numbering="machine",
        every_maker=True,
        api_exposure=phrase("exposure.perhaps", protocol="HTTP"),
        getting=phrase("getting.author", url="https://github.com/nanopool/nanominer/releases"),
        loopback=False,
        identified=False,
        guarded=False,
        recorded=phrase("version.year", year="2021"),
        unconfirmed=(
            phrase("unconfirmed.listening"),
            phrase("unconfirmed.power_told"),
            phrase("unconfirmed.layout"),
            phrase("unconfirmed.no_version_flag"),
            phrase("unconfirmed.every_maker"),
            phrase("unconfirmed.second_on_cards"),
            phrase("unconfirmed.cards_of_both"),
            phrase("unconfirmed.cpu_alone_answer"),
            phrase("unconfirmed.randomx_v2"),
            phrase("unconfirmed.signals"),
        ),
    ),
    supports=Capabilities(
        fields=("pool", "wallet", "algo", "coin", "password", "worker", "threads", "cuda", "opencl", "tls", "pools"),
        gpu_algorithms=tuple(ON_CARDS),
        cpu_algorithms=tuple(ON_CPU),
        shared=("algo", "coin", "wallet", "worker", "password", "tls"),
    ),
    payout=ProgramPayout(PayoutFlags(("-pool1",), ("-wallet",)), "config.ini", of_sections),
    releases=ReleaseSource(
        owner_repo="nanopool/nanominer",
        asset={
            ("linux", "amd64"): r"nanominer-linux-[0-9.]+\.tar\.gz",
            ("windows", "amd64"): r"nanominer-windows-[0-9.]+\.zip",
        },
        binary="nanominer",
        others={
            "nanominer-linux-3.10.0.tar.gz": "9de50220ae44c7359e6e93bc62346134bbc095b422b75329077c0a05e3854db0",
            "nanominer-windows-3.10.0.zip": "f886b42d5e913e6c74fcda3fa4fe0b3854d803401a55246c1d082229a6429b80",
        },
    ),
    beside=BESIDE,
    launching=launching,
    warnings=warnings,
    memory=memory,
    asking=(HttpRequest("/stats"),),
    reading=reading,
    version_flag="-d",
    version=version_pattern("nanominer"),
)
