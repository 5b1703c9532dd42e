"""What is done at a node, decided without one."""

from dataclasses import replace

import pytest

from mining.drivers.node_rpc import NodeState
from mining.drivers.node_stand import stand

MINE, THEIRS = "48ed", "44AF"
IDLE = NodeState("0.18.0.0", 7, True, 100, 0, False, "", 0, 0, 20, "RandomX")
BUSY = replace(IDLE, active=True, address=MINE, speed=30, threads=1)
SYNCING = replace(IDLE, synchronized=False)


@pytest.mark.parametrize(
    ("node", "begun", "resting", "expected"),
    [
        (IDLE, None, False, "begin"),
        (IDLE, 6, False, "begin"),  # told in an earlier life of the node, which has forgotten it
        (IDLE, 7, False, "stopped"),  # somebody else said so
        (IDLE, None, True, "resting"),
        (BUSY, 7, False, "mining"),
        (BUSY, None, False, "mining"),  # an earlier driver told it, or its owner
        (replace(BUSY, speed=0), 7, False, "preparing"),
        (BUSY, 7, True, "end"),
        (SYNCING, None, False, "syncing"),
        (SYNCING, 7, False, "syncing"),
        (SYNCING, None, True, "resting"),
        (replace(BUSY, synchronized=False), 7, False, "syncing"),
        (replace(BUSY, address=THEIRS), None, False, "taken"),
        (replace(BUSY, address=THEIRS), 7, False, "taken"),
        (replace(BUSY, address=THEIRS), None, True, "taken"),
        (replace(BUSY, address=""), 7, False, "taken"),  # it does not say for whom, so it is not believed to be ours
    ],
)
def test_where_the_mining_stands(node: NodeState, begun: int | None, resting: bool, expected: str) -> None:
    assert stand(node, MINE, begun, resting) == expected
