"""Whether a miner starts the node that it mines on."""

from typing import Protocol

from mining.domain.adapter import MinerType
from mining.domain.config import Config


class NodeStarter(Protocol):
    """What an adapter has besides where its program is a node that mines by itself."""

    def starts_node(self, config: Config) -> bool:
        """Whether it starts the node; otherwise that runs already, is somebody else's, and needs no program here."""


def starts_node(kind: MinerType, config: Config) -> bool | None:
    """Whether a miner starts the node that it mines on; None where its program is no node."""
    predicate = getattr(kind, "starts_node", None)
    return None if predicate is None else bool(predicate(config))
