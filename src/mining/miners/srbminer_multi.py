"""SRBMiner-MULTI: closed, the processor and cards of AMD, NVIDIA and Intel, told by arguments and read over HTTP."""

from collections.abc import Mapping, Sequence
from typing import Any

from mining.dialects import cards, pools
from mining.dialects.names import common, computed
from mining.dialects.payout import PayoutFlags, ProgramPayout
from mining.dialects.program_adapter import MIB, ProgramAdapter
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
from mining.domain.capabilities import Capabilities, Limits, Option
from mining.domain.config import Config
from mining.domain.errors import ErrorDetail
from mining.domain.message import phrase
from mining.domain.metrics import Gpu
from mining.domain.payout.credentials import credentials
from mining.domain.pool import Pool
from mining.domain.units import count, number, text

ON_CPU = {
    "rx/0": "randomx", "ghostrider": "ghostrider", "verushash": "verushash", "rx/arq": "randomarq",
    "rx/yada": "randomyada", "rx/epic": "randomepic", "minotaurx": "minotaurx", "panthera": "panthera",
    "flex": "flex", "mike": "mike", "cpupower": "cpupower", "yespower": "yespower", "power2b": "yespower2b",
    "yespowerr16": "yespowerr16", "yespowersugar": "yespowersugar", "yespowertide": "yespowertide",
    "yespowerurx": "yespowerurx", "yescrypt": "yescrypt", "yescryptr8": "yescryptr8", "yescryptr16": "yescryptr16",
    "yescryptr32": "yescryptr32", "xelishashv3": "xelishashv3", "argon2d500": "argon2d_dynamic",
    "argon2d16000": "argon2d_16000", "cn/gpu": "cryptonight_gpu", "cn-pico": "cryptonight_turtle",
    "curvehash": "curvehash",
}  # fmt: skip
ON_CARDS = {
    "kawpow": "kawpow", "etchash": "etchash", "ethash": "ethash", "autolykos2": "autolykos2",
    "progpowz": "progpow_zano", "progpow-sero": "progpow_sero", "progpow-epic": "progpow_epic",
    "progpow-telestai": "progpow_telestai", "evrprogpow": "evrprogpow", "meowpow": "meowpow",
    "blake3_decred": "blake3_decred", "fishhash": "fishhash", "karlsenhashv2": "karlsenhashv2",
    "verthash": "verthash", "heavyhash": "heavyhash", "phihash": "phihash", "qhash": "qhash",
    "walahash": "walahash", "pearlhash": "pearlhash", "xhash": "xhash",
}  # fmt: skip
NAMES = ON_CPU | ON_CARDS
BESIDE = {
    "fishhash": ("qhash", "walahash", "blake3_decred"),
    "autolykos2": ("qhash", "walahash", "blake3_decred", "heavyhash"),
    "etchash": ("blake3_decred", "heavyhash"),
    "ethash": ("blake3_decred", "heavyhash"),
    "karlsenhashv2": ("blake3_decred",),
    "xhash": ("qhash",),
}
FIELDS = (
    "pool", "wallet", "algo", "coin", "password", "worker", "threads", "cpuPriority", "cuda", "opencl", "cpu", "tls",
    "pools", "hugePages", "cpuAffinity", "nicehash", "proxy", "intensity", "options",
)  # fmt: skip
OPTIONS = {
    "msr": Option(about=phrase("option.msr"), default=False),
    "1gbPages": Option(about=phrase("option.1gb_pages"), default=False),
}
_WINDOWS = ("now", "1min")


def launching(config: Config, context: LaunchContext) -> Launch:
    """Arguments alone; the first of each flag is of the main work, the next of the second one."""
    name, works = computed(config, NAMES), [config.all_pools()]
    works += [(config.second.settled,)] if config.second is not None else []
    workers = any(pools.rig_id(credentials(pool)) for every in works for pool in every)
    argv = [str(context.program), *_work_of(NAMES[name], works[0], workers)]
    argv += _work_of(NAMES[second_of(config, BESIDE, NAMES)], works[1], workers) if len(works) > 1 else []
    argv += ["--api-enable", "--api-port", str(context.api_port), "--api-rig-name", context.run_id]
    argv += ["--disable-worker-watchdog", "--give-up-limit", "3", "--retry-time", "10"]
    argv += ["--nicehash", "true"] if config.nicehash else []
    argv += ["--nicehash", "false"] if config.nicehash and config.second is not None else []
    argv += ["--proxy", proxy] if (proxy := pools.proxy(config)) is not None else []
    return Launch((*argv, *_on_cpu(config, name), *_on_cards(config)))


def _work_of(name: str, every: Sequence[Pool], workers: bool) -> list[str]:
    """The values of fail-over pools stand behind each other, divided by commas."""
    sent = [credentials(pool) for pool in every]
    argv = ["--algorithm", name, "--pool", ",".join(pool.address.endpoint for pool in every)]
    argv += ["--wallet", ",".join(each.login for each in sent)]
    argv += ["--password", "!".join(_escaped(each.password) for each in sent)]
    argv += ["--tls", ",".join(str(pool.address.tls is True).lower() for pool in every)]
    return argv + (["--worker", ",".join(pools.rig_id(each) or "" for each in sent)] if workers else [])


def _on_cpu(config: Config, name: str) -> list[str]:
    options = config.options
    if name not in ON_CPU or (config.cpu is not None and not config.cpu.enabled):
        return ["--disable-cpu"]
    argv = [] if options.get("msr") else ["--disable-msr-tweaks"]
    argv += ["--randomx-use-1gb-pages"] if options.get("1gbPages") else []
    argv += ["--disable-huge-pages"] if config.huge_pages is False else []
    for flag, value in (
        ("--cpu-threads", config.threads or None),
        ("--cpu-threads-priority", config.cpu_priority),
        ("--cpu-affinity", config.cpu_affinity),
    ):
        argv += [flag, str(value)] if value is not None else []
    return argv


def _on_cards(config: Config) -> list[str]:
    if not any(each is not None and each.enabled for each in (config.cuda, config.opencl)):
        return ["--disable-gpu"]
    argv = []
    backends, numbers = pools.backends(config, ("cuda", "opencl")), pools.cards(config)
    if backends == ("cuda",):
        argv += ["--disable-gpu-amd", "--disable-gpu-intel"]
    elif backends == ("opencl",):
        argv += ["--disable-gpu-nvidia"]
    argv += ["--gpu-id", ",".join(map(str, numbers))] if numbers else []
    return argv + (["--gpu-intensity", f"{config.intensity:g}"] if config.intensity is not None else [])


def _escaped(password: str) -> str:
    return password.replace("!", "#!").replace(";", "#;")


def errors(config: Config) -> Sequence[ErrorDetail]:
    """It divides values at commas, and computes each algorithm on some of the hardware alone."""
    faults, name = [], computed(config, NAMES)
    for prefix, pool in config.places():
        if "," in (pool.wallet or ""):
            faults.append(ErrorDetail(f"{prefix}wallet", phrase("fault.comma_in_wallet", program="SRBMiner-MULTI")))
    uses_cards = any(each is not None and each.enabled for each in (config.cuda, config.opencl))
    if config.algo is None and name not in ON_CPU and not uses_cards:
        faults.append(ErrorDetail("algo", phrase("fault.needs_gpu", ways="cuda, opencl")))
    if config.intensity is not None and not uses_cards:
        faults.append(ErrorDetail("intensity", phrase("fault.only_on_cards", ways="cuda, opencl")))
    return faults


def memory(config: Config, cpus: int) -> MemoryNeeds:
    """RandomX takes 2.3 GiB and 2 MiB for each thread, the others little."""
    threads = config.threads or cpus
    size = ((2400 + 2 * threads) if computed(config, NAMES).startswith("rx/") else (256 + 16 * threads)) * MIB
    return MemoryNeeds(size, size)


def reading(context: LaunchContext, replies: Sequence[ApiResponse | None]) -> Reading | Unreadable:
    """The JSON at `/`: its keys for windows of time changed over versions, so the first that is there counts."""
    body = object_in(replies)
    if isinstance(body, Unreadable):
        return body
    if body.get("rig_name") != context.run_id:
        return STRANGER
    works = cards.rows(body.get("algorithms"))
    main = works[0] if works else {}
    work, pool = _work(main), section(main, "pool")
    return Reading(
        version=text(body.get("miner_version"), 40),
        algorithm=work.algorithm,
        hashrate=work.hashrate,
        accepted=work.accepted,
        rejected=work.rejected,
        invalid=work.invalid,
        pool=work.pool,
        connection_uptime=count(pool.get("uptime")),
        ping=count(pool.get("latency")),
        difficulty=number(pool.get("difficulty")) or None,
        gpu=_gpus(body, main),
        second=tuple(_work(each) for each in works[1:8]),
    )


def _work(body: Mapping[str, Any]) -> Work:
    shares, rate = section(body, "shares"), section(body, "hashrate")
    on_cpu, on_cards = (number(section(rate, place).get("total")) for place in ("cpu", "gpu"))
    whole = cards.summed((on_cpu, on_cards))
    return Work(
        algorithm=common(text(body.get("name"), 40), NAMES),
        hashrate=next((value for key in _WINDOWS if (value := number(rate.get(key))) is not None), None)
        if whole is None
        else whole,
        accepted=count(shares.get("accepted")),
        rejected=count(shares.get("rejected")),
        invalid=cards.counted(count(value) for value in section(body, "gpu_compute_errors").values()),
        pool=pools.endpoint_of(text(section(body, "pool").get("pool"))),
    )


def _gpus(body: Mapping[str, Any], main: Mapping[str, Any]) -> tuple[Gpu, ...]:
    rates = section(section(main, "hashrate"), "gpu")
    return cards.understood(
        cards.card(
            row.get("id"),
            name=row.get("model"),
            rate=rates.get(str(row.get("device"))),
            heat=row.get("temperature"),
            fan=row.get("fan_speed_percent"),
            power=row.get("asic_power"),
            place=cards.decimal_place(row.get("bus_id")),
        )
        for row in cards.rows(body.get("gpu_devices"))
    )


MINER = ProgramAdapter(
    name="srbminer-multi",
    names=NAMES,
    facts=TypeFacts(
        title="SRBMiner-MULTI",
        homepage="https://github.com/doktor83/SRBMiner-Multi",
        licence=phrase("licence.proprietary"),
        dev_fee=phrase("fee.between_such_as", least=0, most=3, some=0.85, algorithm="RandomX"),
        algorithms=tuple(NAMES),
        cpu=True,
        gpu=("cuda", "opencl"),
        intel=True,
        numbering="backend",
        api_exposure=phrase("exposure.perhaps", protocol="HTTP"),
        getting=phrase("getting.author", url="https://github.com/doktor83/SRBMiner-Multi/releases"),
        loopback=False,
        guarded=False,
        secrets=phrase("secrets.arguments"),
        secrets_exposed=True,
        recorded="3.6.3",
        unconfirmed=(
            phrase("unconfirmed.listening"),
            phrase("unconfirmed.version_flag"),
            phrase("unconfirmed.randomx_v2"),
            phrase("unconfirmed.second_list"),
            phrase("unconfirmed.card_order"),
            phrase("unconfirmed.other_address", path="/api/v2/status", asked="/"),
            phrase("unconfirmed.signals"),
        ),
    ),
    supports=Capabilities(
        fields=FIELDS,
        limits={"cpuPriority": Limits(least=1, most=5), "intensity": Limits(least=0, most=31)},
        options=OPTIONS,
        gpu_algorithms=tuple(ON_CARDS),
        shared=("algo", "coin", "proxy"),
    ),
    beside=BESIDE,
    payout=ProgramPayout(PayoutFlags(("-o", "--pool"), ("-u", "--wallet"), ("--proxy",))),
    releases=ReleaseSource(
        owner_repo="doktor83/SRBMiner-Multi",
        asset={
            ("linux", "amd64"): r"SRBMiner-Multi-[0-9-]+-Linux\.tar\.(?:gz|xz)",
            ("windows", "amd64"): r"SRBMiner-Multi-[0-9-]+-win64\.zip",
        },
        binary="SRBMiner-MULTI",
        others={
            "SRBMiner-Multi-3-4-6-Linux.tar.gz": "1a94444b943827040cc6047f1aad2f8f97d9bc38c229ee70f8c124a350133532",
            "SRBMiner-Multi-3-4-6-win64.zip": "b409b0a3b4e7945e5c4bfd022c344213f89e1aff609149da410d99171867b878",
        },
    ),
    launching=launching,
    errors=errors,
    memory=memory,
    asking=(HttpRequest("/"),),
    reading=reading,
    version=r"SRBMiner-M(?:ULTI|ulti)\s+v?(\d+\.\d+\.\d+[\w.-]{0,20})",
)
