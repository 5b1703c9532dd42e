"""XMRig: RandomX and its relatives on the CPU, other algorithms on GPUs. Facts observed with 6.26.0."""

import json
import re
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from mining.dialects.pools import CUDA_BY_PLACE
from mining.domain import algorithm
from mining.domain.adapter import (
    ApiResponse,
    CardBackend,
    CardBuild,
    HttpRequest,
    Launch,
    LaunchContext,
    LogSignal,
    LogSignalKind,
    MemoryNeeds,
    Reading,
    ReleaseSource,
    TypeFacts,
    Unreadable,
)
from mining.domain.api_response import STRANGER, explain_code, mapping, object_in, parse
from mining.domain.capabilities import Capabilities, Limits, Verb
from mining.domain.card_choice import uses_cards
from mining.domain.config import Config
from mining.domain.errors import ErrorDetail
from mining.domain.log_line import stamped
from mining.domain.message import phrase
from mining.domain.payout.coins import coin_of
from mining.domain.programs.advisory import Advisory
from mining.domain.restart import Cause
from mining.miners.xmrig import reading
from mining.miners.xmrig.benchmark import XMRigBenchmark
from mining.miners.xmrig.configuration import MSR, OPTIONS, written
from mining.miners.xmrig.payout import XMRigPayout

ALGORITHMS = (  # those first that most people look for
    "rx/0", "ghostrider", "kawpow", "rx/wow", "rx/arq", "rx/graft", "rx/sfx", "rx/yada", "rx/2",
    "argon2/chukwa", "argon2/chukwav2", "argon2/ninja", "cn/r", "cn/0", "cn/1", "cn/2", "cn/fast", "cn/half", "cn/xao",
    "cn/rto", "cn/rwz", "cn/zls", "cn/double", "cn/ccx", "cn-lite/0", "cn-lite/1", "cn-heavy/0", "cn-heavy/tube",
    "cn-heavy/xhv", "cn-pico", "cn-pico/tlo", "cn/upx2",
)  # fmt: skip
COINS = (  # tickers and names; any other is ignored without a word
    "xmr", "monero", "sumo", "sumokoin", "arq", "arqma", "grft", "graft", "rvn", "ravencoin", "wow", "wownero",
    "zeph", "zephyr", "townforge", "yda", "yadacoin",
)  # fmt: skip
LOGIN_CODES = {  # beside 6, before which a line of its own names the algorithm
    "1": phrase("xmrig.no_session"),
    "2": phrase("xmrig.no_work"),
    "3": phrase("xmrig.no_id"),
    "4": phrase("xmrig.no_template"),
    "5": phrase("xmrig.no_target"),
    "7": phrase("xmrig.no_seed"),
}
_ASKED = re.compile(r"\[[0-9: .-]{23}\]\s+signal\s+(SIG[A-Z]{2,6}|Ctrl\+C) received, exiting")
_COUNTED = re.compile(r"\S+\s+(?:accepted|rejected) \((\d+)/(\d+)\)")
_UNUSED = re.compile(r" \* (CUDA|OPENCL)\s+disabled \((.+)\)")  # of what it prints first, without a time
_FOLDERS = re.compile(r"/(?:[^/:]+/)+")
_BACKENDS: Mapping[str, CardBackend] = {"CUDA": "cuda", "nvidia": "cuda", "OPENCL": "opencl", "opencl": "opencl"}
_SIGNS: tuple[tuple[LogSignalKind, str], ...] = (
    ("connected", r"net\s+use (?:pool|daemon) (\S+).*"),
    ("login_refused", r'net\s+\S+ connect error: "(Invalid (?:wallet address|algorithm))\."'),
    ("connect_error", r"net\s+(\S+ (?:(?:\S+ )?(?:connect|DNS) error: |JSON decode failed).*)"),
    ("connect_error", r"\[\S+\] (Failed to (?:get server certificate|verify server certificate fingerprint))"),
    ("disconnected", r"net\s+(\S+ (?:read|write) error: .*)"),
    ("disconnected", r"net\s+(no active pools), stop mining"),
    ("login_refused", r'(?:net\s+\S+|\[\S+\]) error: "(.*?)(?:", code: -?\d+)?'),
    ("unusable_work", r"(?:net\s+\S+|\[\S+\]) (\S+ algorithm(?: \S+)?)(?: detected|, make sure).*"),
    ("unusable_work", r"net\s+\S+ login error code: ([1-57])"),
    ("disconnected", r"net\s+(\S+:\d+ (?:duplicate|client\.reconnect|send failed|job error|invalid|ZMQ) ?.*)"),
    # an answer to Ethereum's words of stratum is printed as it is
    ("login_refused", r"net\s+\S+:\d+ (?!login error code)(.+)"),
    ("preparing", r"randomx\s+(init dataset).*"),
    ("ready", r"randomx\s+(dataset ready).*"),
    ("backend_ready", r"(?:cpu|opencl|nvidia)\s+(READY threads).*"),
    ("no_backend", r"(?:cpu|opencl|nvidia)\s+disabled \((no suitable configuration found|failed to start threads)\)"),
    ("donation_started", r"net\s+(dev donate started)"),
    ("donation_finished", r"net\s+(dev donate finished)"),
    ("accepted", r"(?:cpu|opencl|nvidia)\s+(accepted \(\d+/\d+\)).*"),
    ("rejected", r'(?:cpu|opencl|nvidia)\s+rejected \(\d+/\d+\) diff \d+[KMG]? "(.*?)(?:" \(\d+ ms\))?'),
    ("api_failed", r"net\s+(HTTP API server failed to start)\.?"),
    ("paused", r"miner\s+(paused).*"),
    ("resumed", r"miner\s+(resumed|on AC power|user inactive)"),
    ("on_battery", r"miner\s+(on battery power)"),
    ("user_active", r"miner\s+(user active)"),
)


_OF_BACKENDS: tuple[LogSignalKind, ...] = ("backend_ready", "no_backend")

TELLS_USE = sys.platform in ("win32", "darwin")  # whether somebody sits at the machine
RESERVES_PAGES = sys.platform == "linux"


class XMRig:
    """The adapter."""

    name = "xmrig"
    module: str | None = None
    console: Any = "fifo"  # it prints nothing to a regular file
    keys: Mapping[str, str] = {
        "h": "print the hashrate", "p": "pause", "r": "resume",
        "s": "print the results", "c": "print the connection", "e": "print the sensors",
    }  # fmt: skip
    payout = XMRigPayout()
    benchmark = XMRigBenchmark(ALGORITHMS)
    stop_grace = 60.0  # s; while it builds its dataset it does not listen
    releases: ReleaseSource | None = ReleaseSource(
        owner_repo="xmrig/xmrig",
        asset={
            ("linux", "amd64"): r"xmrig-[0-9.]+-linux-static-x64\.tar\.gz",
            ("darwin", "amd64"): r"xmrig-[0-9.]+-macos-x64\.tar\.gz",
            ("darwin", "arm64"): r"xmrig-[0-9.]+-macos-arm64\.tar\.gz",
            ("windows", "amd64"): r"xmrig-[0-9.]+-windows-x64\.zip",
            ("windows", "arm64"): r"xmrig-[0-9.]+-windows-arm64\.zip",
        },
        card_builds={  # static builds can load neither CUDA nor OpenCL; named for Ubuntu 24.04, 22.04 and 20.04
            ("linux", "amd64"): (
                CardBuild(r"xmrig-[0-9.]+-noble-x64\.tar\.gz", (2, 39)),
                CardBuild(r"xmrig-[0-9.]+-jammy-x64\.tar\.gz", (2, 35)),
                CardBuild(r"xmrig-[0-9.]+-focal-x64\.tar\.gz", (2, 31)),
            )
        },
        reaches={"cuda": r"(?m)^\s+--cuda\s", "opencl": r"(?m)^\s+--opencl\s"},
        binary="xmrig",
        signature="sha256sums+sig",
        key_fingerprint="9AC4CEA8E66E35A5C7CDDC1B446A53638BE94409",
        key_path="doc/gpg_keys/xmrig.asc",
        pins={
            "xmrig-6.25.0-linux-static-x64.tar.gz": "4732cee4ffad920392fa35e432b77294f2cdf69fbb73491a7dff8b649336f888",
            "xmrig-6.25.0-macos-arm64.tar.gz": "a8ae95752b16084f3dd70d82db7030a7ad234a1c015a8aef9cdd3eb4877ac849",
            "xmrig-6.25.0-windows-x64.zip": "1ad8694c8b94a923be6056a58c896f872c5bbfa3b8c26f3f31d601615f3fdc90",
        },
    )
    facts = TypeFacts(
        title="XMRig",
        homepage="https://xmrig.com",
        licence="GPL-3.0-or-later",
        dev_fee=phrase("fee.least", percent=1),
        algorithms=ALGORITHMS,
        cpu=True,
        gpu=("cuda", "opencl"),
        intel=True,
        api_exposure=phrase("exposure.token", protocol="HTTP"),
        getting=phrase("getting.author", url="https://xmrig.com/download"),
        advisories=(
            Advisory(phrase("advisory.first_question"), "github.com/xmrig/xmrig/issues/1742", mended="6.2.2"),
            Advisory(
                phrase("advisory.cut_answers"),
                "github.com/xmrig/xmrig/issues/3363",
                first="6.22.0",
                mended="6.22.2",
            ),
        ),
        randomx_v2="6.26.0",  # as rx/2; Monero: monero-project/monero pull 10038
        driven="6.26.0",
        unconfirmed=(phrase("unconfirmed.zip_files"), phrase("unconfirmed.intel")),
        cuda_plugin=True,  # github.com/xmrig/xmrig-cuda
    )
    supports = Capabilities(
        fields=(
            "pool", "wallet", "algo", "coin", "password", "worker", "threads", "cpuPriority", "cuda", "opencl", "cpu",
            "tls", "tlsFingerprint", "pools", "hugePages", "cpuAffinity", "pauseOnBattery", "pauseOnActive",
            "donateLevel", "nicehash", "proxy", "options",
        ),
        limits={"donateLevel": Limits(least=1, most=99)},
        options=OPTIONS,
        gpu_algorithms=("kawpow",),
        solo=True,
        verbs=("pause", "resume"),
    )  # fmt: skip

    def extra_errors(self, config: Config) -> Sequence[ErrorDetail]:
        """Its limits of affinity, and the coin that solo mining needs."""
        errors = []
        mask = int(config.cpu_affinity or "1", 16)
        if not 0 < mask < 1 << 63:
            errors.append(ErrorDetail("cpuAffinity", phrase("fault.pins")))
        for index, pool in enumerate(config.all_pools()):
            if pool.address.daemon and (pool.coin or "").lower() not in COINS and (pool.coin or not pool.algo):
                field = f"pools[{index - 1}].coin" if index else "coin"
                errors.append(ErrorDetail(field, phrase("fault.solo_coin", coin="monero")))
        return errors

    def extra_warnings(self, config: Config) -> Sequence[str]:
        """What the owner should know."""
        huge = config.huge_pages or config.options.get("1gbPages")
        unproven = any(pool.address.tls and pool.tls_fingerprint is None for pool in config.all_pools())
        name = self.facts.title
        sentences = {
            phrase("warning.unproven_pool", program=name): unproven,
            phrase("warning.cannot_tell_use", program=name): config.pause_on_active and not TELLS_USE,
            phrase("warning.registers", program=name): MSR and config.options.get("msr"),
            phrase("warning.no_registers", program=name): not MSR and config.options.get("msr"),
            phrase("warning.reserves_pages", program=name): huge and RESERVES_PAGES,
            phrase("warning.donates", program=name, percent=config.donate_level or 1): True,
        }
        return [text for text, applies in sentences.items() if applies]

    def needs(self, config: Config, cpus: int) -> MemoryNeeds:
        """Memory of RandomX: 256 MiB in light mode, 2336 MiB in fast mode, 2 MiB more for each thread.

        A card holds the same dataset and some scratchpads; one without that room reads it from main memory.
        """
        threads = config.threads or cpus
        if not _computed(config).startswith("rx/"):
            return MemoryNeeds((64 + 4 * threads) << 20, (64 + 4 * threads) << 20)
        light, fast = (320 + 2 * threads) << 20, (2400 + 2 * threads) << 20
        mode = config.options.get("mode")
        card = 2400 << 20 if uses_cards(config) else None
        return MemoryNeeds(fast if mode == "fast" else light, light if mode == "light" else fast, card)

    def launch(self, config: Config, context: LaunchContext) -> Launch:
        """One configuration file and nothing else: it does not merge a file with flags."""
        files = {"config.json": json.dumps(written(config, context), indent=1).encode()}
        # CUDA would number the fastest card first, and every other list goes by the places on the bus
        env = CUDA_BY_PLACE if config.uses_cuda else {}
        return Launch((str(context.program), f"--config={context.directory / 'config.json'}"), files, env)

    def requests(self, context: LaunchContext) -> Sequence[HttpRequest]:
        """Its summary, and its backends for the GPUs and for telling whether workers run."""
        headers = {"Authorization": f"Bearer {context.api_token}"}
        return tuple(HttpRequest(path, headers=headers) for path in ("/2/summary", "/2/backends"))

    def read(self, context: LaunchContext, replies: Sequence[ApiResponse | None]) -> Reading | Unreadable:
        """Understand both answers; the second may be missing."""
        summary = object_in(replies)
        if isinstance(summary, Unreadable):
            return summary
        # `id` is cut to 31 characters; `worker_id` is not
        if not context.run_id or context.run_id not in (summary.get("id"), summary.get("worker_id")):
            return STRANGER
        second = replies[1] if len(replies) > 1 else None
        backends = parse(second.body) if second is not None and second.status == 200 else None
        return reading.read(summary, [mapping(backend) for backend in backends] if isinstance(backends, list) else [])

    def command(self, verb: Verb, context: LaunchContext) -> HttpRequest | None:
        """Pause or resume by JSON-RPC; the content type must be exactly this."""
        headers = {"Authorization": f"Bearer {context.api_token}", "Content-Type": "application/json"}
        return HttpRequest(
            "/json_rpc", "POST", headers, json.dumps({"id": 1, "jsonrpc": "2.0", "method": verb}).encode()
        )

    def log_signal(self, line: str) -> LogSignal | None:
        """What one of its lines gives away."""
        parts = stamped(line)
        if parts is None:
            unused = _UNUSED.fullmatch(line.rstrip())
            words = _FOLDERS.sub("", unused[2]) if unused else ""
            return LogSignal("card_unavailable", words, backend=_BACKENDS[unused[1]]) if unused else None
        text = parts.text.strip()
        for kind, pattern in _SIGNS:
            if match := re.fullmatch(pattern, text):
                counted = _COUNTED.match(text)
                shares = sum(map(int, counted.groups())) if counted else None
                backend = _BACKENDS.get(text.split(maxsplit=1)[0]) if kind in _OF_BACKENDS else None
                return LogSignal(kind, LOGIN_CODES.get(match[1], match[1]), parts.at, shares, backend)
        return None

    def explain_exit(self, code: int | None, tail: Sequence[str]) -> tuple[Cause, str]:
        """It almost never ends by itself: only without a usable configuration, which is code 2."""
        request = next((match[1] for line in reversed(tail) if (match := _ASKED.fullmatch(line.rstrip()))), None)
        if request is not None and code in (None, 0):  # what it obeys ends it with code 0; a key is no signal
            cause: Cause = "signal" if code is None and request.startswith("SIG") else "exit"
            return cause, phrase("end.by_signal_or_key", what=request)
        return explain_code(code)

    def version_argv(self, program: str) -> Sequence[str]:
        """The command that makes it tell its version."""
        return (program, "--version")

    def read_version(self, output: str) -> str | None:
        """`XMRig 6.26.0`; forks add to it: `6.21.1-mo1`."""
        match = re.match(r"XMRig (\d+\.\d+\.\d+[\w.-]{0,20})", output)
        return match[1] if match else None


def _computed(config: Config) -> str:
    """The algorithm of the first pool as far as the configuration tells; else RandomX, which takes the most memory."""
    if config.algo:
        return algorithm.canonical(config.algo)
    coin = coin_of(config.coin)
    return next((name for name in coin.algorithms if name in ALGORITHMS), "rx/0") if coin else "rx/0"


MINER = XMRig()
