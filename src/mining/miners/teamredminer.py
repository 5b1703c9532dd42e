"""TeamRedMiner: closed, AMD cards alone, told by arguments and read in sgminer's way over plain TCP."""

from collections.abc import Sequence

from mining.dialects import cards, cgminer, pools
from mining.dialects.names import common, computed
from mining.dialects.payout import PayoutFlags, ProgramPayout
from mining.dialects.program_adapter import ProgramAdapter
from mining.dialects.second import second_of
from mining.domain.adapter import (
    ApiResponse,
    Launch,
    LaunchContext,
    Reading,
    ReleaseSource,
    TypeFacts,
    Unreadable,
    Work,
)
from mining.domain.api_response import STRANGER
from mining.domain.capabilities import Capabilities
from mining.domain.config import Config
from mining.domain.message import phrase
from mining.domain.payout.credentials import credentials
from mining.domain.units import text

NAMES = {
    "kawpow": "kawpow", "etchash": "etchash", "ethash": "ethash", "autolykos2": "autolykos2", "kheavyhash": "kas",
    "fishhash": "ironfish", "verthash": "verthash", "abel": "abel", "ton": "ton", "pyrinhash": "pyrin",
    "nimiq": "nimiq", "alephium": "alph", "cn/r": "cnr", "cn/2": "cnv8", "cn/half": "cnv8_half",
    "cn/double": "cnv8_dbl", "cn/rwz": "cnv8_rwz", "cn/upx2": "cnv8_upx2", "cn/ccx": "cn_conceal",
    "cn-heavy/0": "cn_heavy", "cn-heavy/xhv": "cn_haven", "cn-heavy/tube": "cn_saber",
    "argon2/chukwa": "trtl_chukwa", "argon2/chukwav2": "trtl_chukwa2", "x16r": "x16r", "x16rv2": "x16rv2",
    "x16s": "x16s", "x16rt": "x16rt", "lyra2z": "lyra2z", "lyra2rev3": "lyra2rev3", "phi2": "phi2",
}  # fmt: skip
SECTIONS = {"kheavyhash": "kas", "fishhash": "iron"}
BESIDE = dict.fromkeys(("etchash", "ethash", "autolykos2", "abel"), ("kheavyhash", "fishhash"))
ASKED = ("summary", "devs", "pools")
ASKED_BESIDE = ("summary2", "pools2")  # refused where no second work is computed
_WINDOWS = ("30s", "5s", "av")


def launching(config: Config, context: LaunchContext) -> Launch:
    """Arguments alone: it reads no file."""
    algorithm, listen = NAMES[computed(config, NAMES)], f"127.0.0.1:{context.api_port}"
    argv = [str(context.program), "-a", algorithm, f"--api_listen={listen}", "--disable_colors", "--watchdog_disabled"]
    for pool in config.all_pools():
        sent = credentials(pool)
        argv += ["-o", pools.url(pool), "-u", sent.login, "-p", sent.password]
    if numbers := pools.cards(config):
        argv += ["-d", ",".join(map(str, numbers))]
    if config.second is not None:
        pool, section = config.second.settled, SECTIONS[second_of(config, BESIDE, NAMES)]
        sent = credentials(pool)
        argv += [f"--{section}", "-o", pools.url(pool), "-u", sent.login, "-p", sent.password, f"--{section}_end"]
    return Launch(tuple(argv))


def reading(context: LaunchContext, replies: Sequence[ApiResponse | None]) -> Reading | Unreadable:
    """The summary where it gives one, else the sum of the cards."""
    answer = cgminer.sections(replies[: len(ASKED)])
    if isinstance(answer, Unreadable):
        return answer
    description = text(cgminer.row(answer, "STATUS").get("Description"), 60) or ""
    if not description.startswith("TeamRedMiner"):
        return STRANGER
    summary, devices = cgminer.row(answer, "SUMMARY"), answer.get("DEVS", ())
    rows = answer.get("POOLS", ())
    pool = next((row for row in rows if row.get("Stratum Active") is True), rows[0] if rows else {})
    rates = [cgminer.rate(device, *_WINDOWS) for device in devices]
    active = pool.get("Stratum Active")
    return Reading(
        version=description.removeprefix("TeamRedMiner").strip() or None,
        algorithm=common(text(pool.get("Algorithm"), 40), NAMES),
        hashrate=cgminer.rate(summary, *_WINDOWS) if summary else cards.summed(rates),
        accepted=_counted(summary, devices, "Accepted"),
        rejected=_counted(summary, devices, "Rejected"),
        invalid=_counted(summary, devices, "Hardware Errors"),
        pool=pools.endpoint_of(text(pool.get("URL"))),
        connected=active if isinstance(active, bool) else None,
        failures=cgminer.count(pool, "Get Failures"),
        difficulty=cgminer.scaled(pool.get("Last Share Difficulty")) or None,
        gpu=cards.understood(
            cards.card(
                device.get("GPU"),
                rate=rate,
                heat=cgminer.figure(device, "Temperature"),
                fan=cgminer.figure(device, "Fan Percent"),
            )
            for device, rate in zip(devices, rates, strict=True)
        ),
        second=_second(cgminer.sections(replies[len(ASKED) :])),
    )


def _second(answer: cgminer.Sections | Unreadable) -> tuple[Work, ...]:
    if isinstance(answer, Unreadable) or "SUMMARY" not in answer:
        return ()
    summary, pool = cgminer.row(answer, "SUMMARY"), cgminer.row(answer, "POOLS")
    return (
        Work(
            algorithm=common(text(pool.get("Algorithm"), 40), NAMES),
            hashrate=cgminer.rate(summary, *_WINDOWS),
            accepted=cgminer.count(summary, "Accepted"),
            rejected=cgminer.count(summary, "Rejected"),
            invalid=cgminer.count(summary, "Hardware Errors"),
            pool=pools.endpoint_of(text(pool.get("URL"))),
        ),
    )


def _counted(summary: cgminer.Row, devices: Sequence[cgminer.Row], key: str) -> int | None:
    return cgminer.count(summary, key) if summary else cards.counted(cgminer.count(device, key) for device in devices)


MINER = ProgramAdapter(
    name="teamredminer",
    names=NAMES,
    facts=TypeFacts(
        title="TeamRedMiner",
        homepage="https://github.com/todxx/teamredminer",
        licence=phrase("licence.proprietary"),
        dev_fee=phrase("fee.between", least=0.75, most=3),
        algorithms=tuple(NAMES),
        cpu=False,
        gpu=("opencl",),
        numbering="backend",
        api_exposure=phrase("exposure.no_password", protocol="TCP"),
        getting=phrase("getting.author", url="https://github.com/todxx/teamredminer/releases"),
        identified=False,
        guarded=False,
        secrets=phrase("secrets.arguments"),
        secrets_exposed=True,
        recorded="0.3.10",
        unconfirmed=(
            phrase("unconfirmed.old_answer", version="0.10", other="0.3.10"),
            phrase("unconfirmed.commands"),
            phrase("unconfirmed.power_unseen"),
            phrase("unconfirmed.second_answers"),
            phrase("unconfirmed.signals"),
        ),
    ),
    supports=Capabilities(
        fields=("pool", "wallet", "algo", "coin", "password", "worker", "opencl", "tls", "pools"),
        shared=("algo", "coin"),
    ),
    beside=BESIDE,
    payout=ProgramPayout(PayoutFlags(("-o", "--url"), ("-u", "--user"))),
    releases=ReleaseSource(
        owner_repo="todxx/teamredminer",
        asset={
            ("linux", "amd64"): r"teamredminer-v[0-9.]+-linux\.(?:tgz|tar\.xz)",
            ("windows", "amd64"): r"teamredminer-v[0-9.]+-win\.zip",
        },
        binary="teamredminer",
        others={
            "teamredminer-v0.10.21-linux.tgz": "3d5987bba0125150cbb47c49b5929ea579dca1ac3cae4b7a70e96c2c5f843836",
            "teamredminer-v0.10.21-win.zip": "fdf3a18fb06213a9d0776cea4f2588cd33fcdd76044b3de4cd7a6e8289678af5",
        },
    ),
    launching=launching,
    asking=tuple(map(cgminer.question, (*ASKED, *ASKED_BESIDE))),
    reading=reading,
    worker_field=False,
    version_flag="--help",
    version=r"Team Red Miner version (\d+\.\d+\.\d+[\w.-]{0,20})",
)
