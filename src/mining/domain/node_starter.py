"""Whether a miner starts the node that it mines on, and where that keeps its chain."""

from typing import Literal, Protocol

from mining.domain.adapter import MinerType
from mining.domain.config import Config
from mining.domain.message import Sentence, phrase
from mining.domain.shell import pasted, quoted

FolderFault = Literal["missing", "foreign", "crowded"]
CHAINS = frozenset({"lmdb", "fake"})  # the folders in which a node keeps its chain: Monero's own, and regtest's
CHAIN_FOLDER = "dataDir"  # the option that names the folder around it


class NodeStarter(Protocol):
    """What an adapter has besides where its program is a node that mines by itself."""

    def starts_node(self, config: Config) -> bool:
        """Whether it starts the node; otherwise that runs already, is somebody else's, and needs no program here."""


def starts_node(kind: MinerType, config: Config) -> bool | None:
    """Whether a miner starts the node that it mines on; None where its program is no node."""
    predicate = getattr(kind, "starts_node", None)
    return None if predicate is None else bool(predicate(config))


def chain_folder(kind: MinerType, config: Config) -> str | None:
    """The folder in which a miner's own node keeps its chain; None where it starts none."""
    return str(config.options[CHAIN_FOLDER]) if starts_node(kind, config) else None


def folder_issue(fault: FolderFault | OSError, folder: str) -> Sentence:
    """Why a node may not be started in a folder, and what to do about it."""
    if isinstance(fault, OSError):
        return phrase("fault.chain_folder_unreadable", error=fault.strerror or str(fault))
    if fault == "missing":
        return phrase("fault.no_chain_folder", command=f"{pasted('mkdir -p', 'mkdir')} {quoted(folder)}")
    return phrase("fault.foreign_chain_folder") if fault == "foreign" else phrase("fault.crowded_chain_folder")
