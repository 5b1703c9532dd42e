"""cpuminer-opt: open source, the processor alone, told by a file and read as text over plain TCP."""

import json
from collections.abc import Sequence
from typing import Any

from mining.dialects import cards, pairs, pools
from mining.dialects.names import common, computed
from mining.dialects.payout import PayoutFlags, ProgramPayout, of_json
from mining.dialects.program_adapter import MIB, ProgramAdapter
from mining.domain.adapter import (
    ApiResponse,
    Launch,
    LaunchContext,
    MemoryNeeds,
    Reading,
    ReleaseSource,
    TypeFacts,
    Unreadable,
)
from mining.domain.api_response import STRANGER
from mining.domain.capabilities import Capabilities
from mining.domain.config import Config
from mining.domain.message import phrase
from mining.domain.payout.credentials import credentials
from mining.domain.units import number, text

NAMES = {
    name: name
    for name in (
        "yespower", "scrypt", "sha256d", "yespowerr16", "yescrypt", "yescryptr8", "yescryptr16", "yescryptr32",
        "verthash", "power2b", "minotaurx", "allium", "argon2d500", "argon2d1000", "argon2d4096", "argon2d16000",
        "anime", "bmw512", "c11", "groestl", "hmq1725", "keccak", "keccakc", "lyra2rev2", "lyra2rev3", "lyra2z",
        "lyra2z330", "m7m", "minotaur", "myr-gr", "neoscrypt", "nist5", "phi2", "quark", "qubit", "scryptn2",
        "sha256dt", "sha256q", "sha256t", "sha3d", "sha512256d", "skein", "skunk", "tribus", "x11", "x11gost", "x13",
        "x16r", "x16rv2", "x16rt", "x16s", "x17", "x21s", "x22i", "x25x", "xevan",
    )
}  # fmt: skip

FIELDS = (
    "pool", "wallet", "algo", "coin", "password", "worker", "threads", "cpuPriority", "tls", "cpuAffinity",
    "proxy",
)  # fmt: skip


def launching(config: Config, context: LaunchContext) -> Launch:
    """One configuration file, whose keys are the names of its long options."""
    pool = config.all_pools()[0]
    sent = credentials(pool)
    body: dict[str, Any] = {
        "algo": NAMES[computed(config, NAMES)],
        "url": pools.url(pool),
        "user": sent.login,
        "pass": sent.password,
        "api-bind": f"127.0.0.1:{context.api_port}",
        "no-color": True,
        "retry-pause": 10,
    }
    optional = {
        "threads": config.threads or None,
        "cpu-affinity": config.cpu_affinity,
        "cpu-priority": config.cpu_priority,
        "proxy": config.proxy,
    }
    body |= {key: value for key, value in optional.items() if value is not None}
    argv = (str(context.program), f"--config={context.directory / 'config.json'}")
    return Launch(argv, {"config.json": json.dumps(body, indent=1).encode()})


def memory(config: Config, cpus: int) -> MemoryNeeds:
    """Some megabytes for each thread; verthash holds its data of 1.2 GiB in memory."""
    threads = config.threads or cpus
    size = (64 + 16 * threads) * MIB + (1280 * MIB if computed(config, NAMES) == "verthash" else 0)
    return MemoryNeeds(size, size)


def reading(context: LaunchContext, replies: Sequence[ApiResponse | None]) -> Reading | Unreadable:
    """`summary`; where it leaves out the total, the sum of `threads`, whose unit stands in the key."""
    row = pairs.first(replies)
    if isinstance(row, Unreadable):
        return row
    if row.get("NAME") != "cpuminer-opt":
        return STRANGER
    thousands = pairs.figure(row, "KHS")
    rate = pairs.figure(row, "HS")
    threads = [pairs.rate(entry) for entry in pairs.records(replies, 1)]
    if rate is None:
        rate = number(thousands * 1000) if thousands is not None else cards.summed(threads)
    return Reading(
        version=text(row.get("VER"), 40),
        algorithm=common(text(row.get("ALGO"), 40), NAMES),
        hashrate=rate,
        accepted=pairs.count(row, "ACC"),
        rejected=pairs.count(row, "REJ"),
        pool=pools.endpoint_of(text(row.get("URL"))),
        difficulty=pairs.figure(row, "DIFF") or None,
    )


MINER = ProgramAdapter(
    name="cpuminer-opt",
    names=NAMES,
    facts=TypeFacts(
        title="cpuminer-opt",
        homepage="https://github.com/JayDDee/cpuminer-opt",
        licence="GPL-2.0-or-later",
        dev_fee=phrase("fee.none"),
        algorithms=tuple(NAMES),
        cpu=True,
        gpu=(),
        api_exposure=phrase("exposure.read", protocol="TCP"),
        getting=phrase("getting.build_or_windows", url="https://github.com/JayDDee/cpuminer-opt"),
        identified=False,
        guarded=False,
        recorded="3.9.1.1",
        unconfirmed=(phrase("unconfirmed.old_answer", version="26.1", other="3.9.1.1"),),
    ),
    supports=Capabilities(
        fields=FIELDS,
    ),
    payout=ProgramPayout(
        PayoutFlags(("-o", "--url"), ("-u", "--user"), ("-x", "--proxy"), passed=("-O", "--userpass")),
        "config.json",
        of_json,
    ),
    releases=ReleaseSource(
        owner_repo="JayDDee/cpuminer-opt",
        asset={("windows", "amd64"): r"cpuminer-opt-[0-9.]+-windows\.zip"},
        binary="cpuminer",
        windows_binary="cpuminer-sse2",  # of those in its zip the one for every processor; the wrong one crashes
        others={"cpuminer-opt-26.1-windows.zip": "caf59deb12831e40475c5245a76bf42f9ba2ff620065be5386b80ec55c998e9c"},
    ),
    launching=launching,
    memory=memory,
    asking=(pairs.question("summary"), pairs.question("threads")),
    reading=reading,
    worker_field=False,
    version=r"cpuminer-opt (\d+\.\d+[\w.-]{0,20})",
    signs=(
        ("connected", r"(Stratum connection established)"),
        ("accepted", r"(Accepted \d+)"),
        ("rejected", r"Reject reason: (.*)"),
        ("login_refused", r"(Stratum authentication failed)"),
        ("connect_error", r"(Stratum connection (?:failed.*|timeout)|stratum_subscribe timed out)"),
        ("disconnected", r"(Stratum connection reset|stratum_recv_line (?:failed|timed out))"),
    ),
)
