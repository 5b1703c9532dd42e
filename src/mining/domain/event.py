"""The timeline: what happened, to which miner, when, why, and by whose word."""

from collections.abc import Mapping
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

# What each kind tells; the sentence of an event says more.
MEANINGS: Mapping[EventKind, str] = {
    "start": "Somebody started a miner.",
    "stop": "Somebody stopped a miner, or it ended with its daemon, as it was started to.",
    "restart": "Somebody restarted a miner, or a rule started again what should run.",
    "pause": "Somebody paused a miner.",
    "resume": "Somebody let a paused miner go on.",
    "adopt": "A new daemon took over a miner that lived, or saw a foreign one.",
    "crash": "A miner ended by itself; with its exit code or signal and its last lines.",
    "exit": "A miner that somebody else runs, and that is only watched, ended.",
    "hang": "A miner was ended since it hung; with its last lines.",
    "error": "A miner ended or could not be started, and is not started again by itself; or an installation failed.",
    "forget": "Somebody removed a miner's record.",
    "degraded": "A miner runs and something is wrong with it; `reason` says what.",
    "recovered": "A miner mines well again, or the data folder has room again.",
    "payout": "Who is paid was added, changed or confirmed, or a miner was found to pay another.",
    "profile": "A profile was added, changed or removed.",
    "settings": "Settings were changed, or a backup was put back.",
    "autostart": "A miner that should run is not started by itself, and why.",
    "algorithm": "A miner computes another algorithm than its configuration says.",
    "pool": "A miner went to another pool.",
    "log.gap": "Lines of a miner's output were lost.",
    "clock": "The clock of the system was set.",
    "storage": "Something of the data folder was damaged, or cannot be written.",
    "daemon.start": "The daemon started.",
    "daemon.stop": "The daemon ended; miners go on.",
    "install": "A program was installed or registered.",
    "update": "Another version of a program was installed.",
    "rollback": "The version before was put back.",
    "uninstall": "A program was removed.",
    "benchmark": "A benchmark began, went on or ended.",
    "key": "An access key was made or revoked.",
    "certificate": "The certificate of the daemon's address was renewed, ends soon, or cannot be used.",
    "config": "What 0.1.0 called profile, settings and autostart; only old events have it.",
}


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
