"""What each frame of the WebSocket holds in `data`, by its type."""

from collections.abc import Mapping
from typing import Any

from pydantic import Field

from mining.api.envelope import ErrorObject
from mining.api.subscription import LONGEST, SHORTEST
from mining.domain.attention.item import AttentionItem, AttentionList
from mining.domain.benchmark import Benchmark
from mining.domain.doctor.report import Report
from mining.domain.metrics import PerformanceMetrics
from mining.domain.miner import Health, Miner, Reason, Status
from mining.domain.pools import ListedPool
from mining.domain.profile import MiningProfile
from mining.domain.programs.jobs import InstallJob
from mining.domain.settings import SettingChange
from mining.domain.value import Value


class AllMiners(Value):
    """How everything is: the first frame of a connection."""

    miners: tuple[Miner, ...]
    attention: tuple[AttentionItem, ...] = Field(description="What needs attention, as the frame `attention` tells it.")
    version: str = Field(description="The daemon's; a page that was made for another one should be loaded again.")


class MinerFigures(Value):
    """A miner's figures, one frame for each poll; older ones give way where a listener is slow."""

    name: str
    type: str
    status: Status
    health: Health
    reason: Reason | None
    simulated: bool
    stats: PerformanceMetrics


class AllFigures(Value):
    """The figures of all miners that were polled lately, for who has asked for them `every` so many seconds."""

    items: tuple[MinerFigures, ...] = Field(description="One for each miner that has newer ones, as of `miner.stats`.")


class FigureDifferences(Value):
    """What is different in figures since they were told last on this connection, for who has asked for `delta`."""

    miners: Mapping[str, Mapping[str, Any]] = Field(
        description="By the miner's name: of what `miner.stats` holds, the keys that have other values, and so on "
        "within an object; a list as long as before holds the same of each of its items, any other value is whole. "
        "After the answer `subscribed`, and after each `miner.status`, the next figures of a miner are whole."
    )


class MinerChange(Miner):
    """A miner, and what happened to it."""

    event: str = Field(description="What happened, as in the timeline; `status`: its status alone is another.")
    text: str
    who: str | None


class ProfileChange(MiningProfile):
    """A profile as it is now, or was when it was deleted."""

    event: str
    text: str
    who: str | None


class PoolChange(ListedPool):
    """One of your own pools; strangers hear nothing of it."""

    event: str = Field(description="`added` or `removed`.")
    text: str
    who: str | None


class SettingsChange(Value):
    """Which settings are others now; strangers see no values."""

    changes: tuple[SettingChange, ...]
    event: str
    text: str
    who: str | None


class Subscribed(Value):
    """What is told from now on; null: everything."""

    subscribe: tuple[str, ...] | None
    miners: tuple[str, ...] | None
    every: float | None = Field(description="As it was asked for; null: figures come as `miner.stats`, at each poll.")
    delta: bool = Field(description="Whether figures that come together are told as `miners.delta`.")


class Subscribe(Value):
    """What to be told of; a key that is absent: everything."""

    subscribe: tuple[str, ...] | None = None
    miners: tuple[str, ...] | None = None
    every: float | None = Field(
        None,
        ge=SHORTEST,
        le=LONGEST,
        description="Seconds: so often the figures of all miners come together, in one frame `miners.stats` instead "
        "of one `miner.stats` at each poll.",
    )
    delta: bool | None = Field(
        None,
        description="With `every`: whether only what is different in them is told, as `miners.delta`, once a miner's "
        "figures have been told whole.",
    )


class Ping(Value):
    """Every 20 s; needs no answer."""


FRAMES: Mapping[str, type[Value]] = {
    "snapshot": AllMiners,
    "miner.stats": MinerFigures,
    "miners.stats": AllFigures,
    "miners.delta": FigureDifferences,
    "miner.status": MinerChange,
    "install.progress": InstallJob,
    "profile.changed": ProfileChange,
    "settings.changed": SettingsChange,
    "pools.changed": PoolChange,
    "doctor": Report,
    "attention": AttentionList,
    "benchmark.progress": Benchmark,
    "subscribed": Subscribed,
    "error": ErrorObject,
    "ping": Ping,
}
