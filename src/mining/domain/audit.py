"""The audit: who wanted to change what, when, from where, and what came of it, as a chain that shows its gaps."""

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple, Protocol

from pydantic import Field

from mining.domain.message import phrase
from mining.domain.value import Moment, Value
from mining.domain.wording import WORDING, Text, Wording

BEGINNING = "0" * 64  # what the first entry of all follows
DAMAGED = "audit.damaged"  # what an entry says that was written where the note beside the chain could not be read


class AuditEntry(Value):
    """One write, or one that was refused. `sum` is the SHA-256 of the rest; `previous` is that of the entry before."""

    seq: int
    at: Moment = Field(alias="timestamp")
    who: str = Field(description="The key or the address that asked.")
    role: str | None = None
    address: str | None = Field(None, description="From where, if over the network.")
    what: str = Field(description="The operation, such as `startMiner`; `change` for what a setting or wallet became.")
    target: str | None = Field(None, description="The path, or the miner.")
    outcome: int | None = Field(None, description="The status of the answer.")
    code: str | None = Field(None, description="The code of the error, where there was one.")
    text: str | None = Field(None, description="Old → new, wallets masked.")
    wording: Wording | None = Field(None, description=f"`text`: {WORDING}")
    omitted: int = Field(0, description="Refusals before it that were too many to be written down.")
    previous: str
    sum: str


class AuditDraft(NamedTuple):
    """What is to be written down, but for its place in the chain."""

    who: str
    what: str
    role: str | None = None
    address: str | None = None
    target: str | None = None
    outcome: int | None = None
    code: str | None = None
    text: str | None = None
    wording: Mapping[str, Any] | None = None  # of the text, as `described` tells it
    omitted: int = 0


class AuditHead(NamedTuple):
    """Where the chain begins and ends, noted beside it, so that it cannot be cut short unseen."""

    first: int = 1
    previous: str = BEGINNING  # what the first entry follows
    last: int = 0
    end: str = BEGINNING  # the sum of the last one


class AuditReport(Value):
    """Whether the chain holds."""

    ok: bool
    entries: int
    first: int | None = Field(None, description="The `seq` of the oldest entry that is kept.")
    last: int | None = None
    issue: Text | None = Field(None, description="Where it is broken, in a sentence.")
    wording: Wording | None = Field(None, description=f"`issue`: {WORDING}")


class Audit(Protocol):
    """The audit of this rig."""

    @property
    def problem(self) -> str | None:
        """Why nothing can be written down at the moment, in a sentence."""

    async def add(self, draft: AuditDraft) -> None:
        """Write one down; durable when it returns, or on a full disk later: what was asked for goes on."""

    async def page(self, offset: int, limit: int) -> tuple[Sequence[AuditEntry], int]:
        """Entries, the newest first, and how many there are."""

    async def verify(self) -> AuditReport:
        """Whether the chain holds."""


def linked(draft: AuditDraft, seq: int, at: str, previous: str) -> dict[str, Any]:
    """The entry that follows another, as it is written."""
    fields = {key: value for key, value in draft._asdict().items() if value not in (None, 0)}
    entry = {"seq": seq, "timestamp": at, **fields, "previous": previous}
    return entry | {"sum": checksum(entry)}


def checksum(entry: Mapping[str, Any]) -> str:
    """The sum of an entry without its own."""
    text = json.dumps({key: value for key, value in entry.items() if key != "sum"}, sort_keys=True, ensure_ascii=True)
    return sha256(text.encode()).hexdigest()


def broken(lines: Iterable[bytes], head: AuditHead) -> str | None:
    """Where a chain is broken, in a sentence; None when it holds."""
    seq, previous, noted = head.first - 1, head.previous, head.last < head.first
    for line in lines:
        try:
            entry = json.loads(line)
            fits = entry["sum"] == checksum(entry)
            place, follows = int(entry["seq"]), entry["previous"]
        except (ValueError, KeyError, TypeError, RecursionError):
            return phrase("audit.unreadable", seq=seq)
        if not fits:
            return phrase("audit.changed", seq=place)
        if entry.get("what") == DAMAGED:
            return phrase("audit.note_damaged", seq=place)
        if follows != previous:
            return phrase("audit.gap", seq=place, before=seq)
        seq, previous = place, entry["sum"]
        if seq == head.last:
            if previous != head.end:
                return phrase("audit.other_end", seq=seq)
            noted = True
    if not noted:
        return phrase("audit.missing", first=seq + 1, last=head.last)
    return None
