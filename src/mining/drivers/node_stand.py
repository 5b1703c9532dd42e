"""What is to be done at a node that mines: decided from what it says, for whom it is to mine, and what was done."""

from typing import Literal

from mining.drivers.node_rpc import NodeState

Stand = Literal[
    "begin",  # it is to mine and does not: tell it to
    "end",  # it is to rest and does not: tell it to
    "mining",
    "preparing",  # it mines, and has no hash yet: its dataset is being built
    "syncing",  # it cannot mine before it has the whole chain
    "resting",
    "stopped",  # somebody else has told it to stop: that is a person's word, which nobody here overrules
    "taken",  # it mines for somebody else
]


def stand(node: NodeState, wallet: str, begun: int | None, resting: bool) -> Stand:
    """Where the mining stands; `begun` is the life of the node in which it was last told to mine, or seen to."""
    if node.active and node.address != wallet:
        return "taken"
    if resting:
        return "end" if node.active else "resting"
    if not node.synchronized:
        return "syncing"
    if node.active:
        return "mining" if node.speed else "preparing"
    return "stopped" if begun == node.life else "begin"
