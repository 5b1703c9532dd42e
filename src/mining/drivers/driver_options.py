"""What a driver of a node is told, and whether it may start one in a folder."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mining.domain.api_response import mapping
from mining.domain.node_starter import CHAINS, folder_issue
from mining.foundation.chosen_folder import unfit

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


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
    fault = unfit(path, CHAINS)
    return None if fault is None else folder_issue(fault, str(path))
