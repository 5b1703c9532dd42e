"""TT-Miner: closed, NVIDIA and AMD cards, told by arguments and read in Claymore's way over plain TCP.

It has algorithms of the processor too. Its answer is a list of rates and sensors by place, in which nobody showed which
is the processor's, so that it would stand there as a card.
"""

from collections.abc import Sequence

from mining.dialects import cards, claymore, pools
from mining.dialects.names import computed, mined_coin
from mining.dialects.payout import PayoutFlags, ProgramPayout
from mining.dialects.program_adapter import ProgramAdapter, version_pattern
from mining.domain.adapter import ApiResponse, Launch, LaunchContext, Reading, ReleaseSource, TypeFacts, Unreadable
from mining.domain.api_response import STRANGER
from mining.domain.capabilities import Capabilities
from mining.domain.config import Config
from mining.domain.errors import ErrorDetail
from mining.domain.message import phrase
from mining.domain.payout.credentials import credentials
from mining.domain.pool import Pool
from mining.domain.units import count, text

NAMES = {
    "kawpow": "KawPow", "etchash": "Etchash", "ethash": "Ethash", "progpowz": "ProgPowZ", "alephium": "Blake3",
    "fishhash": "FishHash", "ghostrider": "Ghostrider", "ethashb3": "EthashB3", "ubqhash": "Ubqhash",
    "evrprogpow": "EvrProgPow", "vprogpow": "vProgPow", "sha512256d": "SHA512256D", "sha256dt": "SHA256DT",
    "sha3d": "SHA3D",
}  # fmt: skip
COINS = ("ETC", "RVN", "XNA", "CLORE", "ZANO", "ALPH", "IRON", "RTM")  # of those known here; it takes their tickers
_WARM = 5.0  # min in which it may say 0 H/s although it computes: issue 41 of its author


def launching(config: Config, context: LaunchContext) -> Launch:
    """Arguments alone: it reads no file."""
    coin = mined_coin(config, NAMES)
    what = ("-c", coin) if coin in COINS else ("-a", NAMES[computed(config, NAMES)])
    argv = [str(context.program), *what, "-b", f"127.0.0.1:{context.api_port}", "-no-color"]
    for pool in config.all_pools():
        argv += ["-P", _pool(pool)]
    if numbers := pools.cards(config):
        argv += ["-d", *map(str, numbers)]
    return Launch(tuple(argv))


def _pool(pool: Pool) -> str:
    sent = credentials(pool)
    worker = pools.rig_id(sent)
    login = f"{sent.login}.{worker}" if worker else sent.login
    scheme = "stratum+ssl://" if pool.address.tls else ""
    return f"{scheme}{login}:{sent.password}@{pool.address.endpoint}"


def errors(config: Config) -> Sequence[ErrorDetail]:
    """A login and a password stand in the address of its pool, so some signs cannot stand in them."""
    faults = []
    for place, pool in enumerate(config.all_pools()):
        prefix = f"pools[{place - 1}]." if place else ""
        for field, value, signs in (("wallet", pool.wallet, ":@"), ("password", pool.password, "@")):
            if value is not None and any(sign in value for sign in signs):
                issue = phrase("fault.sign_in_address", program="TT-Miner", signs=", ".join(signs))
                faults.append(ErrorDetail(prefix + field, issue))
    return faults


def reading(context: LaunchContext, replies: Sequence[ApiResponse | None]) -> Reading | Unreadable:
    """Rates are H/s here, unlike Claymore's own; the shares are all that it found, those rejected among them."""
    rows = claymore.columns(replies)
    if isinstance(rows, Unreadable):
        return rows
    if not rows[0][0].startswith("TT-Miner/"):
        return STRANGER
    total, shares, rejected = ([*map(claymore.figure, rows[2][:3]), None, None, None])[:3]
    rates = [claymore.figure(part) for part in rows[3][:64]]
    if not total:
        warming = (claymore.figure(rows[1][0]) or 0) < _WARM
        total = cards.summed(rates) or (None if warming else total)
    sensors, watts = rows[6], rows[9]
    good = None if shares is None or rejected is None or rejected > shares else int(shares - rejected)
    return Reading(
        version=text(rows[0][0].removeprefix("TT-Miner/"), 40),
        hashrate=total,
        accepted=count(good),
        rejected=None if rejected is None else count(int(rejected)),
        invalid=_whole(rows[8][0]),
        pool=pools.endpoint_of(text(rows[7][0])),
        failures=_whole(rows[8][1]) if len(rows[8]) > 1 else None,
        gpu=cards.understood(
            cards.card(
                place, rate=rate, heat=_at(sensors, 2 * place), fan=_at(sensors, 2 * place + 1), power=_at(watts, place)
            )
            for place, rate in enumerate(rates)
            if rows[3] != [""]
        ),
    )


def _at(parts: Sequence[str], place: int) -> float | None:
    return claymore.figure(parts[place]) if place < len(parts) else None


def _whole(part: str) -> int | None:
    value = claymore.figure(part)
    return None if value is None else int(value)


MINER = ProgramAdapter(
    name="tt-miner",
    names=NAMES,
    facts=TypeFacts(
        title="TT-Miner",
        homepage="https://github.com/TrailingStop/TT-Miner-release",
        licence=phrase("licence.unstated"),
        dev_fee=phrase("fee.other_for", percent=1, other=2, algorithms="ghostrider"),
        algorithms=tuple(NAMES),
        cpu=False,
        gpu=("cuda", "opencl"),
        numbering=None,
        every_maker=True,
        api_exposure=phrase("exposure.read", protocol="TCP"),
        getting=phrase("getting.author", url="https://github.com/TrailingStop/TT-Miner-release/releases"),
        identified=False,
        guarded=False,
        secrets=phrase("secrets.arguments"),
        secrets_exposed=True,
        recorded="2.2.1",
        unconfirmed=(
            phrase("unconfirmed.old_answer", version="2024.3.2", other="2.2.1"),
            phrase("unconfirmed.joined"),
            phrase("unconfirmed.cpu_untold", algorithms="flex, ghostrider, spectrex"),
            phrase("unconfirmed.signals"),
            phrase("unconfirmed.version_named", name="TT-Miner"),
            phrase("unconfirmed.zero", minutes=5),
            phrase("unconfirmed.layout"),
            phrase("unconfirmed.older_flag", flag="--api-password"),
            phrase("unconfirmed.older_flag", flag="-PP"),
        ),
    ),
    supports=Capabilities(
        fields=("pool", "wallet", "algo", "coin", "password", "worker", "cuda", "opencl", "tls", "pools"),
        shared=("algo", "coin"),
    ),
    payout=ProgramPayout(PayoutFlags(("-o",), ("-u",), both=("-P",), selectors=True)),
    releases=ReleaseSource(
        owner_repo="TrailingStop/TT-Miner-release",
        asset={
            ("linux", "amd64"): r"TT-Miner-[0-9.]+\.tar\.(?:gz|xz)",
            ("windows", "amd64"): r"TT-Miner-[0-9.]+\.zip",
        },
        binary="TT-Miner",
        others={
            "TT-Miner-2024.3.2.tar.gz": "ba7de3a8ce72aef239f3c044fc41495858a84316fb74a564a44fc76c1d57a4c4",
            "TT-Miner-2024.3.2.zip": "370d098df8de43ce0323358d8ea16a6adb760604fc26c15477f7ee3e94a2fa09",
        },
    ),
    launching=launching,
    errors=errors,
    asking=(claymore.STATISTICS,),
    reading=reading,
    version=version_pattern("TT-Miner"),
)
