"""lolMiner: closed, cards of AMD, NVIDIA and Intel, told by arguments and read over HTTP."""

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
from mining.domain.api_response import STRANGER, mapping, object_in
from mining.domain.capabilities import Capabilities
from mining.domain.card_choice import MachineUse, card_list
from mining.domain.config import Config, Devices
from mining.domain.hardware import GraphicsCard
from mining.domain.message import phrase
from mining.domain.metrics import Gpu
from mining.domain.payout.credentials import credentials
from mining.domain.units import count, number, text

NAMES = {
    "etchash": "ETCHASH", "ethash": "ETHASH", "autolykos2": "AUTOLYKOS2", "beamhash3": "BEAM-III",
    "alephium": "ALEPH", "kheavyhash": "KASPA", "nexapow": "NEXA", "octopus": "OCTOPUS", "fishhash": "FISHHASH",
    "karlsenhashv2": "KARLSENV2", "sha512256d": "RADIANT", "equihash144_5": "EQUI144_5",
    "equihash192_7": "EQUI192_7", "equihash210_9": "EQUI210_9", "equihash125_4": "FLUX", "ethashb3": "ETHASHB3",
    "ubqhash": "UBQHASH", "pyrinhashv2": "PYRINV2", "ton": "GRAM", "sha3x": "SHA3X", "cuckoo30ctx": "C30CTX",
    "cuckatoo31": "C31", "cuckatoo32": "C32", "cuckaroo29": "CR29",
}  # fmt: skip

DUAL_MODES = {
    "alephium": "ALEPHDUAL", "kheavyhash": "KASPADUAL", "sha512256d": "RXDDUAL", "ton": "TONDUAL",
    "pyrinhashv2": "PYRINV2DUAL", "sha3x": "SHA3XDUAL",
}  # fmt: skip
BESIDE = {
    "etchash": ("alephium", "kheavyhash"),
    "ethash": ("alephium", "kheavyhash"),
    "ubqhash": ("alephium", "kheavyhash"),
    "ethashb3": ("alephium", "sha512256d", "ton"),
    "fishhash": ("alephium", "sha512256d", "ton", "pyrinhashv2", "sha3x"),
    "autolykos2": ("ton", "pyrinhashv2", "sha3x"),
    "karlsenhashv2": ("ton", "pyrinhashv2", "sha3x"),
    "octopus": ("sha3x",),
}


def launching(config: Config, context: LaunchContext) -> Launch:
    """Arguments alone; what its two forms of configuration file may hold today is not documented."""
    argv = [str(context.program), "--algo", NAMES[computed(config, NAMES)]]
    for pool in config.all_pools():
        sent = credentials(pool)
        argv += ["--pool", pool.address.endpoint, "--user", sent.login, "--pass", sent.password]
        argv += ["--tls", "on" if pool.address.tls else "off"]
    argv += ["--apihost", "127.0.0.1", "--apiport", str(context.api_port), "--nocolor", "on", "--watchdog", "exit"]
    argv += _devices(config, context.cards)
    if (worker := pools.rig_id(credentials(config.all_pools()[0]))) is not None:
        argv += ["--worker", worker]
    if (proxy := pools.proxy(config)) is not None:
        argv += ["--socks5", proxy]
    return Launch((*argv, *_second(config)))


def _second(config: Config) -> Sequence[str]:
    if config.second is None:
        return ()
    pool = config.second.settled
    sent = credentials(pool)
    argv = ["--dualmode", DUAL_MODES[second_of(config, BESIDE, NAMES)], "--dualpool", pool.address.endpoint]
    argv += ["--dualuser", sent.login, "--dualpass", sent.password, "--dualtls", "on" if pool.address.tls else "off"]
    return (*argv, "--dualworker", worker) if (worker := pools.rig_id(sent)) is not None else argv


def _devices(config: Config, here: Sequence[GraphicsCard]) -> Sequence[str]:
    """It has words for all cards, for NVIDIA's and for AMD's; Intel's are told apart by their numbers, or by places
    where those cannot be known, as beside an Intel processor's graphics.
    """
    numbers, own = pools.cards(config), ("cuda", "opencl")
    backends = pools.backends(config, own)
    if not numbers and backends == ("opencl",) and "Intel" in pools.makers(config, own, here):
        if all(card.vendor != "NVIDIA" for card in here):
            return ("--devices", "ALL")
        numbers = tuple(card_list(MachineUse(config.but(opencl=Devices(enabled=True)), "machine"), here))
        if not numbers and (places := _by_place(here)):
            return ("--devicesbypcie", "--devices", ",".join(places))
    if numbers:
        return ("--devices", ",".join(map(str, numbers)))
    return ("--devices", {"cuda": "NVIDIA", "opencl": "AMD"}[backends[0]] if len(backends) == 1 else "ALL")


def _by_place(here: Sequence[GraphicsCard]) -> Sequence[str]:
    """OpenCL's cards as pairs of bus and slot, in decimal numbers as its own list has them (issue 1252 of its author).

    None where another card would be meant if it took them for hexadecimal ones (issue 230 says so), or has the same
    pair in another domain.
    """
    numbers = {card.id: tuple(int(part, 16) for part in card.id.partition(".")[0].split(":")) for card in here}
    chosen = [card for card in here if card.backend == "opencl" and not card.integrated]
    pairs = [f"{bus}:{slot}" for _, bus, slot in (numbers[card.id] for card in chosen)]
    meant = {tuple(int(part, base) for part in pair.split(":")) for pair in pairs for base in (10, 16)}
    others = {numbers[card.id][1:] for card in here if card not in chosen}
    return () if meant & others or len(set(pairs)) < len(pairs) else pairs


def reading(context: LaunchContext, replies: Sequence[ApiResponse | None]) -> Reading | Unreadable:
    """`/summary` of 1.43 and later; the rates of each algorithm are given in a unit of its own."""
    body = object_in(replies)
    if isinstance(body, Unreadable):
        return body
    software = text(body.get("Software"), 60) or ""
    if not software.startswith("lolMiner"):
        return STRANGER
    works = cards.rows(body.get("Algorithms"))
    main = works[0] if works else {}
    work = _work(main)
    return Reading(
        version=software.removeprefix("lolMiner").strip() or None,
        algorithm=work.algorithm,
        hashrate=work.hashrate,
        accepted=work.accepted,
        rejected=work.rejected,
        invalid=work.invalid,
        pool=work.pool,
        gpu=_gpus(body, main),
        second=tuple(_work(each) for each in works[1:8]),
    )


def _work(body: Mapping[str, Any]) -> Work:
    return Work(
        algorithm=common(text(body.get("Algorithm"), 40), NAMES),
        hashrate=_rate(body.get("Total_Performance"), body),
        accepted=count(body.get("Total_Accepted")),
        rejected=count(body.get("Total_Rejected")),
        invalid=count(body.get("Total_Errors")),
        pool=pools.endpoint_of(text(body.get("Pool"))),
    )


def _rate(raw: object, body: Mapping[str, Any]) -> float | None:
    value, factor = number(raw), number(body.get("Performance_Factor"))
    return None if value is None or factor is None else number(value * factor)


def _gpus(body: Mapping[str, Any], main: Mapping[str, Any]) -> tuple[Gpu, ...]:
    each = main.get("Worker_Performance")
    return cards.understood(
        cards.card(
            row.get("Index"),
            name=row.get("Name"),
            rate=_rate(cards.at(each, place), main),
            heat=row.get("Core_Temp"),
            fan=row.get("Fan_Speed"),
            power=row.get("Power"),
            place=_place(row.get("PCIE_Address")),
        )
        for place, row in enumerate(map(mapping, cards.rows(body.get("Workers"))))
    )


def _place(raw: object) -> str | None:
    """`11:0`, bus and device in decimal numbers, as HiveOS reads them too."""
    bus, colon, device = (text(raw, 20) or "").partition(":")
    return cards.decimal_place(bus, device) if colon else None


MINER = ProgramAdapter(
    name="lolminer",
    names=NAMES,
    facts=TypeFacts(
        title="lolMiner",
        homepage="https://github.com/Lolliedieb/lolMiner-releases",
        licence=phrase("licence.proprietary"),
        dev_fee=phrase("fee.between", least=0.7, most=2.5),
        algorithms=tuple(NAMES),
        cpu=False,
        gpu=("cuda", "opencl"),
        intel=True,
        numbering="machine",
        api_exposure=phrase("exposure.read", protocol="HTTP"),
        getting=phrase("getting.author", url="https://github.com/Lolliedieb/lolMiner-releases/releases"),
        identified=False,
        guarded=False,
        secrets=phrase("secrets.undocumented_file"),
        secrets_exposed=True,
        unconfirmed=(
            phrase("unconfirmed.no_answer"),
            phrase("unconfirmed.other_form", version="1.42"),
            phrase("unconfirmed.decimal_places"),
            phrase("unconfirmed.chosen_by_place", flag="--devicesbypcie"),
            phrase("unconfirmed.signals"),
            phrase("unconfirmed.version_alone", name="lolMiner"),
        ),
    ),
    supports=Capabilities(
        fields=("pool", "wallet", "algo", "coin", "password", "worker", "cuda", "opencl", "tls", "pools", "proxy"),
        shared=("algo", "coin", "proxy", "worker"),
    ),
    beside=BESIDE,
    payout=ProgramPayout(
        PayoutFlags(("-p", "--pool", "--dualpool"), ("-u", "--user", "--dualuser"), ("--socks5",)),
    ),
    releases=ReleaseSource(
        owner_repo="Lolliedieb/lolMiner-releases",
        asset={
            ("linux", "amd64"): r"lolMiner_v[0-9.]+[a-z]?_Lin64\.tar\.gz",
            ("windows", "amd64"): r"lolMiner_v[0-9.]+[a-z]?_Win64\.zip",
        },
        binary="lolMiner",
        others={
            "lolMiner_v1.98a_Lin64.tar.gz": "0b8078299654a12846e4967f1db3506409cfb8b1031687a910965d1a99c6f270",
            "lolMiner_v1.98a_Win64.zip": "f2bbda2d2255155d50935967b8c55105b9aeefbd27cda3e8d01beaf535a16762",
        },
    ),
    launching=launching,
    asking=(HttpRequest("/summary"),),
    reading=reading,
    version=version_pattern("lolMiner"),
)
