"""The timeline: what happened, to which miner, when, why, and by whose word."""

from typing import Any, Literal

from pydantic import Field

from mining.domain.value import Moment, Value

EventKind = Literal[
    "start", "stop", "restart", "pause", "resume", "adopt", "crash", "exit", "hang", "error", "forget",
    "degraded", "recovered", "config", "algorithm", "log.gap", "clock", "storage", "daemon.start", "daemon.stop",
    "install", "update", "rollback", "uninstall",
]  # fmt: skip


class Event(Value):
    """One line of the timeline. `seq` orders events and is never used twice."""

    seq: int = 0
    at: Moment
    kind: EventKind
    miner: str | None = None
    text: str = Field(description="A sentence for a person; never a full wallet, password or token.")
    who: str | None = Field(
        None, description="Who asked, as far as it is certain; null when the platform acted by a rule."
    )
    details: dict[str, Any] = Field(
        {},
        description="`via`: by what the asker was let in; `client`: what its client calls itself, without proof.",
    )
