"""monerod, Monero's node, which mines by itself: solo, without a pool. Facts observed with 0.18.0 of Debian.

It is driven by `mining.drivers.monerod`, since a node is told to mine only when it is up and in step with its network,
asks for a digest login, and may be somebody else's who only lends its miner.
"""

import json
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from mining.domain.adapter import (
    ApiResponse,
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
from mining.domain.api_response import explain_code, mapping, object_in, own_reading, own_signal, parse
from mining.domain.capabilities import Capabilities, Option, Verb
from mining.domain.config import Config, payees
from mining.domain.errors import ErrorDetail
from mining.domain.log_line import stamped
from mining.domain.message import phrase
from mining.domain.payees import RigPayee, wallet_of
from mining.domain.payout.coins import coin_of
from mining.domain.payout.wallet import wallet_errors
from mining.domain.pool import parse_pool
from mining.domain.restart import Cause
from mining.domain.units import count, text

DRIVER = "mining.drivers.monerod"
FILE, NODE_FILE = "driver.json", "monerod.conf"
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_LIGHT = {"MONERO_RANDOMX_UMASK": "4"}  # a bit for each of RandomX's means that it is to do without: 4 is the dataset
_MIB = 1 << 20
_FOUND = re.compile(r"\d{4}-\d\d-\d\d .{12,30}Found block <[0-9a-f]{64}> at height (\d{1,12})\b")
_SIGNS: tuple[tuple[str, LogSignalKind], ...] = (
    (r"node +connected to ", "connected"),
    (r"node +lost ", "disconnected"),
    (r"node +\S+ refuses: ", "login_refused"),
    (r"node +\S+ cannot be used: ", "connect_error"),
    (r"miner +mining ", "ready"),
    (r"miner +paused", "paused"),
    (r"api +port ", "api_failed"),
)


class MonerodPayout:
    """Fulfils `mining.domain.payout_lock.PayoutReader`; the node itself tells for whom it mines."""

    files: tuple[str, ...] = (FILE,)

    def in_arguments(self, arguments: Sequence[str], context: LaunchContext) -> Sequence[RigPayee] | None:
        """Nobody: they name the driver's file alone."""
        return () if f"--config={context.directory / FILE}" in arguments else None

    def in_file(self, content: bytes) -> Sequence[RigPayee] | None:
        """For whom the driver is to make the node mine."""
        document = mapping(parse(content))
        wallet, pool = text(document.get("wallet"), 256), text(document.get("pool"), 300)
        return [RigPayee(wallet_of(wallet), pool)] if wallet and pool else None

    def request(self, context: LaunchContext) -> HttpRequest:
        """For whom the node mines; the driver passes on what it has just said."""
        return _ask(context, "/payees")

    def in_reply(self, reply: ApiResponse) -> Sequence[RigPayee] | None:
        """As above; None while the node does not answer."""
        document = mapping(parse(reply.body)) if reply.status == 200 else {}
        wallets, pool = document.get("wallets"), text(document.get("pool"), 300)
        if not isinstance(wallets, list) or not pool:
            return None
        return [RigPayee(wallet_of(wallet), pool) for each in wallets if (wallet := text(each, 256))]


class Monerod:
    """A node of its own, or one that runs already."""

    name = "monerod"
    module: str | None = None
    console: Literal["file", "fifo"] = "file"
    keys: Mapping[str, str] = {}
    stop_grace = 100.0  # a node that syncs writes much before it ends
    payout = MonerodPayout()
    releases: ReleaseSource | None = None  # its signed list of hashes names a key that nobody here could confirm
    facts = TypeFacts(
        title="monerod",
        homepage="https://www.getmonero.org",
        licence="BSD-3-Clause",
        dev_fee=phrase("fee.none"),
        algorithms=("rx/0",),
        cpu=True,
        gpu=(),
        api_exposure=phrase("exposure.node"),
        getting=phrase("getting.monerod", url="https://www.getmonero.org/downloads/"),
        driven=phrase("version.debian", version="0.18.0"),
    )
    supports = Capabilities(
        fields=("pool", "wallet", "algo", "password", "threads", "options"),
        ignored=("coin", "worker", "pauseOnBattery", "pauseOnActive"),
        options={
            "dataDir": Option(
                about=phrase("option.data_dir"),
                type="path",
            ),
            "mode": Option(
                about=phrase("option.node_mode"),
                type="choice",
                default="fast",
                choices=("fast", "light"),
            ),
            "network": Option(
                about=phrase("option.network"),
                type="choice",
                default="mainnet",
                choices=("mainnet", "regtest"),
            ),
            "remoteNode": Option(
                about=phrase("option.remote_node"),
                default=False,
            ),
        },
        solo=True,
        pooled=False,
        verbs=("pause", "resume"),
    )

    def starts_node(self, config: Config) -> bool:
        """With a folder for its blockchain."""
        return "dataDir" in config.options

    def extra_errors(self, config: Config) -> Sequence[ErrorDetail]:
        """Where the node is, and that the wallet is a primary address of Monero."""
        at, errors = config.all_pools()[0].address, []
        if not at.daemon and parse_pool(config.pool).tls is not None:
            errors.append(ErrorDetail("pool", phrase("fault.no_node_rpc", endpoint=at.endpoint)))
        if at.host not in _LOOPBACK and (self.starts_node(config) or not config.options.get("remoteNode")):
            own = self.starts_node(config)
            issue = phrase("fault.own_node_elsewhere") if own else phrase("fault.node_elsewhere")
            errors.append(ErrorDetail("pool", issue))
        for name in ("mode", "network"):
            if name in config.options and not self.starts_node(config):
                errors.append(ErrorDetail(f"options.{name}", phrase("fault.of_own_node")))
        if config.password is not None and not re.fullmatch(r"[^:]+:.+", config.password):
            errors.append(ErrorDetail("password", phrase("fault.node_login")))
        named = coin_of(config.coin)
        if config.coin is not None and (named is None or named.ticker != "XMR"):
            errors.append(ErrorDetail("coin", phrase("fault.coin_of_node", program=self.facts.title)))
        elif not wallet_errors(named_there := payees(config)):  # else it has been told already
            errors += wallet_errors(payee._replace(coin="XMR", node=True) for payee in named_there)
        return errors

    def extra_warnings(self, config: Config) -> Sequence[str]:
        """What the owner should know."""
        starts, options = self.starts_node(config), config.options
        sentences = {
            phrase("warning.regtest"): options.get("network") == "regtest",
            phrase("warning.solo"): options.get("network") != "regtest",
            phrase("warning.whole_chain"): starts and options.get("network") != "regtest",
            phrase("warning.mines_elsewhere"): options.get("remoteNode") and not starts,
        }
        return [sentence for sentence, applies in sentences.items() if applies]

    def needs(self, config: Config, cpus: int) -> MemoryNeeds:
        """Memory of RandomX, and of the node where it is started here."""
        if config.options.get("remoteNode"):
            return MemoryNeeds(32 * _MIB, 32 * _MIB)
        node = (512 if self.starts_node(config) else 0) * _MIB
        threads = config.threads or 1
        light, fast = (320 + 2 * threads) * _MIB, (2400 + 2 * threads) * _MIB
        return MemoryNeeds(node + light, node + (light if config.options.get("mode") == "light" else fast))

    def launch(self, config: Config, context: LaunchContext) -> Launch:
        """The driver with its file, and the node's own where there is one to start."""
        at = config.all_pools()[0].address
        own_login = f"mining:{context.api_token}"
        driver: dict[str, Any] = {
            "id": context.run_id,
            "token": context.api_token,
            "port": context.api_port,
            "wallet": config.wallet,
            "threads": config.threads or 0,
            "pool": at.endpoint,
            "host": at.host,
            "rpc_port": at.port,
            "remote": bool(config.options.get("remoteNode")),
            "login": config.password or "",
            "own_login": own_login,
            "data_dir": config.options.get("dataDir", ""),
            "argv": [],
            "env": {},
        }
        files = {}
        if self.starts_node(config):
            node_file = str(context.directory / NODE_FILE)
            driver["argv"] = [str(context.program), f"--config-file={node_file}", "--non-interactive"]
            files[NODE_FILE] = _node_file(config, own_login)
        if config.options.get("mode") == "light":
            driver["env"] = _LIGHT
        files[FILE] = json.dumps(driver, indent=1).encode()
        return Launch((str(context.program), f"--config={context.directory / FILE}"), files, module=DRIVER)

    def requests(self, context: LaunchContext) -> Sequence[HttpRequest]:
        """What to ask the driver at each poll."""
        return (_ask(context, "/summary"),)

    def read(self, context: LaunchContext, replies: Sequence[ApiResponse | None]) -> Reading | Unreadable:
        """Understand the driver's reply; of shares there are none, since no pool counts them."""
        body = object_in(replies)
        reading = body if isinstance(body, Unreadable) else own_reading(context, body)
        if isinstance(body, Unreadable) or isinstance(reading, Unreadable):
            return reading
        waits_for = _waits_for(body)
        preparing, elsewhere = body.get("preparing") is True, body.get("own") is False
        return replace(reading, tls=False, preparing=preparing, waits_for=waits_for, elsewhere=elsewhere)

    def command(self, verb: Verb, context: LaunchContext) -> HttpRequest | None:
        """The request that pauses or resumes it."""
        return replace(_ask(context, f"/{verb}"), method="POST")

    def log_signal(self, line: str) -> LogSignal | None:
        """What a line gives away: the driver's, and the node's where it has found a block."""
        if match := _FOUND.match(line):
            return LogSignal("accepted", f"block {match[1]}")
        return own_signal(line, _SIGNS)

    def explain_exit(self, code: int | None, tail: Sequence[str]) -> tuple[Cause, str]:
        """Why it ended; where the node did, in the driver's words and the node's last."""
        lines = [line.strip() for line in tail if line.strip()]
        own = next((parts.text for line in reversed(lines) if (parts := stamped(line))), "")
        last = next((line for line in reversed(lines) if stamped(line) is None), "")
        reasons = [" ".join(each.split())[:300] for each in (own, last) if each]
        words = "; ".join(reasons)
        if code is None and words:
            return "unknown", phrase("end.unseen_saying", words=words.rstrip("."))
        return explain_code(code, words)

    def version_argv(self, program: str) -> Sequence[str]:
        """The command that makes it tell its version."""
        return (program, "--version")

    def read_version(self, output: str) -> str | None:
        """`Monero 'Fluorine Fermi' (v0.18.3.4-release)`; a tool of Monero's says its own name first."""
        match = re.match(r"Monero '[\w ]{1,40}' \(v(\d+(?:\.\d+){2,3})[\w.-]{0,40}\)\s*$", output)
        return match[1] if match else None


def _waits_for(body: Mapping[str, Any]) -> str | None:
    """What the driver waits for; one of an earlier version says it in words alone."""
    waits, height, target = body.get("waits"), count(body.get("height")), count(body.get("targetHeight"))
    if waits == "starting":
        return phrase("waits.node_starting")
    if waits == "silent":
        return phrase("waits.node_silent")
    if waits == "behind" and height is not None and target is not None:
        return phrase("waits.node_behind", height=height, target=target)
    return phrase("waits.node_not_in_step") if waits == "not_in_step" else text(body.get("waitsFor"))


def _ask(context: LaunchContext, path: str) -> HttpRequest:
    return HttpRequest(path, headers={"Authorization": f"Bearer {context.api_token}"})


def _node_file(config: Config, login: str) -> bytes:
    """The configuration of a node that nobody can reach from outside, and that does nothing but sync and mine."""
    at = config.all_pools()[0].address
    lines = {
        "data-dir": str(config.options["dataDir"]),
        "rpc-bind-ip": "127.0.0.1",
        "rpc-bind-port": str(at.port),
        "rpc-login": login,
        "p2p-bind-ip": "127.0.0.1",
        "hide-my-port": "1",
        "no-igd": "1",
        "no-zmq": "1",
        "check-updates": "disabled",
        "log-file": "NUL" if sys.platform == "win32" else "/dev/null",  # what it says goes to its log here
        "max-log-file-size": "0",
    }
    if config.options.get("network") == "regtest":
        lines |= {"regtest": "1", "keep-fakechain": "1", "offline": "1", "fixed-difficulty": "20"}
    return "".join(f"{name}={value}\n" for name, value in lines.items()).encode()


MINER = Monerod()
