"""The timeline: what happened, to which miner, when, why, and by whose word."""

from datetime import datetime
from typing import Any, Literal, NamedTuple, get_args

from pydantic import Field

from mining.domain.message import Param
from mining.domain.value import Moment, Value

EventKind = Literal[
    "start", "stop", "restart", "pause", "resume", "adopt", "crash", "exit", "hang", "error", "forget",
    "degraded", "recovered", "profile", "settings", "autostart", "algorithm", "pool",
    "log.gap", "clock", "storage", "daemon.start", "daemon.stop",
    "install", "update", "rollback", "uninstall", "config",
]  # fmt: skip


class EventChoice(NamedTuple):
    """Which events are asked for; with `since` they come oldest first, else newest first."""

    miner: str | None = None
    kinds: frozenset[str] = frozenset()  # none: of every kind
    since: int | None = None  # only those with a greater seq
    begin: datetime | None = None  # not before
    end: datetime | None = None  # before


class Event(Value):
    """One line of the timeline. `seq` orders events and is never used twice."""

    seq: int = 0
    at: Moment = Field(alias="timestamp")
    kind: str = Field(
        alias="event",
        examples=["start"],
        description=f"One of {', '.join(get_args(EventKind))}; `config` is what 0.1.0 called the kinds profile, "
        "settings and autostart. A newer version may have written others.",
    )
    miner: str | None = None
    text: str = Field(description="A sentence for a person; never a full wallet, password or token.")
    message: str | None = Field(None, description="The code of `text`; null where that is somebody else's words.")
    params: dict[str, Param] = Field({}, description="What `text` speaks of, by name; times in seconds.")
    who: str | None = Field(
        None, description="Who asked, as far as it is certain; null when the platform acted by a rule."
    )
    details: dict[str, Any] = Field(
        {},
        description="`via`: by what the asker was let in; `client`: what its client calls itself, without proof.",
    )
