"""What XMRig and nvidia-smi said at the same moment of a real graphics card, an H100 through CUDA."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from mining.domain.adapter import ApiResponse, Reading
from mining.domain.card_places import with_places
from mining.domain.config import Config
from mining.domain.hardware import GraphicsCard
from mining.miners.xmrig import MINER
from tests.miners.test_contract import a_context

MOMENTS: dict[str, Any] = json.loads(
    (Path(__file__).with_name("recordings") / "xmrig" / "cards.json").read_text(encoding="utf-8")
)


class CardMoment(NamedTuple):
    """One of them."""

    summary: dict[str, Any]
    backends: list[dict[str, Any]]
    smi: dict[str, str] | None

    @property
    def pages(self) -> dict[str, Any]:
        """XMRig's answers by path."""
        return {"/2/summary": self.summary, "/2/backends": self.backends}


def moment(name: str) -> CardMoment:
    return CardMoment(**json.loads(json.dumps(MOMENTS[name])))


H100 = GraphicsCard(id="0000:00:06.0", vendor="NVIDIA", backend="cuda", driver="nvidia 580.159.04", device=0)


def reading_of(summary: dict[str, Any], backends: Any) -> Reading:
    """What is understood of these two answers on the machine where they were given."""
    replies = [ApiResponse(200, json.dumps(body).encode()) for body in (summary, backends)]
    reading = MINER.read(a_context(summary["worker_id"]), replies)
    assert isinstance(reading, Reading), reading
    return with_places(reading, MINER, Config(pool="a:1", wallet="w"), (H100,))


def read(name: str) -> Reading:
    """What the adapter reads at a recorded moment."""
    return reading_of(moment(name).summary, moment(name).backends)
