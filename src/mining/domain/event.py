"""The timeline: what happened, to which miner, when, why, and by whose word."""

from datetime import datetime
from typing import Annotated, Any, Literal, NamedTuple, get_args

from pydantic import ConfigDict, Field

from mining.domain.message import Param
from mining.domain.value import Moment, ShownAs, Value
from mining.domain.wording import Worded

EventKind = Literal[
    "start", "stop", "restart", "pause", "resume", "adopt", "crash", "exit", "hang", "error", "forget",
    "degraded", "recovered", "payout", "profile", "settings", "autostart", "algorithm", "pool",
    "log.gap", "clock", "storage", "daemon.start", "daemon.stop",
    "install", "update", "rollback", "uninstall", "benchmark", "key", "certificate", "config",
]  # fmt: skip


class EventChoice(NamedTuple):
    """Which events are asked for; with `since` they come oldest first, else newest first."""

    miner: str | None = None
    kinds: frozenset[str] = frozenset()  # none: of every kind
    since: int | None = None  # only those with a greater seq
    begin: datetime | None = None  # not before
    end: datetime | None = None  # before


class EventDetails(Value):
    """What an event says beside its sentence; more keys come with some kinds."""

    model_config = ConfigDict(extra="allow")

    via: str | None = Field(None, description="By what the asker was let in.")
    client: str | None = Field(None, description="What the asker's client calls itself, without proof.")


class Event(Worded):
    """One line of the timeline. `seq` orders events and is never used twice."""

    seq: int = 0
    at: Moment = Field(alias="timestamp")
    kind: str = Field(
        alias="event",
        description="`config` is what 0.1.0 called the kinds profile, settings and autostart.",
        json_schema_extra={"enum": list(get_args(EventKind))},
    )
    miner: str | None = None
    text: str = Field(description="A sentence for a person; never a full wallet, password or token.")
    message: str | None = Field(None, description="The code of `text`; null where that is somebody else's words.")
    params: dict[str, Param] = Field({}, description="What `text` speaks of, by name; times in seconds.")
    who: str | None = Field(
        None, description="Who asked, as far as it is certain; null when the platform acted by a rule."
    )
    details: Annotated[dict[str, Any], ShownAs(EventDetails)] = Field({}, description="What else is known of it.")
