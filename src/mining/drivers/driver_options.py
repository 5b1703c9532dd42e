"""What a driver of a node is told, and whether it may start one in a folder."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mining.domain.api_response import mapping
from mining.domain.shell import pasted, quoted
from mining.foundation.platform import foreign_owner

_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_CHAINS = {"lmdb", "fake"}  # the folders in which a node keeps its chain: Monero's own, and regtest's


@dataclass(frozen=True)
class DriverOptions:
    """What the configuration file says."""

    id: str
    token: str
    port: int  # of our own API
    wallet: str
    threads: int  # 0: the node decides
    pool: str  # host:port of the node's RPC
    host: str
    rpc_port: int
    remote: bool  # whether that may be another machine
    login: str  # to a node that runs already
    own_login: str  # to the node that we start
    data_dir: str  # of the node that we start; empty: one must run already
    argv: tuple[str, ...]  # that starts it
    env: Mapping[str, str]


def read_options(raw: bytes) -> DriverOptions:
    """The options in a configuration file; ValueError or TypeError say what is wrong with them."""
    body = json.loads(raw)
    if not isinstance(body, dict):
        raise ValueError("it is not a JSON object")
    options = DriverOptions(**{**body, "argv": tuple(body.get("argv", ())), "env": mapping(body.get("env"))})
    if options.host not in _LOOPBACK and not options.remote:
        raise ValueError(f"{options.pool} is another machine, and remoteNode does not allow that")
    return options


def unfit_folder(path: Path) -> str | None:
    """Why a node may not be started there: only a chain, or nothing, may lie where it would write."""
    try:
        if not path.is_dir():
            return f"is no folder; mount it, or make it with: {pasted('mkdir -p', 'mkdir')} {quoted(str(path))}"
        if foreign_owner(path) is not None:
            return "belongs to another user; name a folder of the daemon's own user"
        names = {entry.name for entry in path.iterdir()}
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    if names and not names & _CHAINS:
        return "holds other things than a chain; name an empty folder, or one with the chain of a Monero node"
    return None
