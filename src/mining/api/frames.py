"""What each frame of the WebSocket holds in `data`, by its type."""

from collections.abc import Mapping

from pydantic import Field

from mining.api.envelope import ErrorObject
from mining.domain.attention.item import AttentionItem, AttentionList
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


class Subscribe(Value):
    """What to be told of; a key that is absent: everything."""

    subscribe: tuple[str, ...] | None = None
    miners: tuple[str, ...] | None = None


class Ping(Value):
    """Every 20 s; needs no answer."""


FRAMES: Mapping[str, type[Value]] = {
    "snapshot": AllMiners,
    "miner.stats": MinerFigures,
    "miner.status": MinerChange,
    "install.progress": InstallJob,
    "profile.changed": ProfileChange,
    "settings.changed": SettingsChange,
    "pools.changed": PoolChange,
    "doctor": Report,
    "attention": AttentionList,
    "subscribed": Subscribed,
    "error": ErrorObject,
    "ping": Ping,
}
