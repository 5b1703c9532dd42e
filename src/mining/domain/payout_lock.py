"""The payout lock: whom a running program was seen to pay, compared with whom it was started to pay."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal, NamedTuple, Protocol

from pydantic import Field

from mining.domain.adapter import ApiRequest, ApiResponse, LaunchContext, MinerType
from mining.domain.message import Message, Param, listed, message, phrase
from mining.domain.payees import RigPayee
from mining.domain.value import Moment, timestamp
from mining.domain.wording import Worded, worded

ENOUGH = 2  # reads in a row that differ; one may have met a change half way
_SECRET = re.compile(r"pass|token|secret|key", re.IGNORECASE)
Source = Literal["arguments", "file", "api"]


class PayoutReader(Protocol):
    """How whom a program pays is read from outside. An adapter that can tell has one as its attribute `payout`.

    Each reading is None where it cannot be understood, which stops nothing; none of them raises.
    """

    @property
    def files(self) -> tuple[str, ...]:
        """Those of the launch that name payees."""

    def in_arguments(self, arguments: Sequence[str], context: LaunchContext) -> Sequence[RigPayee] | None:
        """Whom the arguments of the process name by themselves; None when they are not those of a launch."""

    def in_file(self, content: bytes) -> Sequence[RigPayee] | None:
        """Whom one of the files names."""

    def request(self, context: LaunchContext) -> ApiRequest | None:
        """What makes the program tell its live configuration; None: it does not."""

    def in_reply(self, reply: ApiResponse) -> Sequence[RigPayee] | None:
        """Whom its live configuration names."""


def payout_reader(kind: MinerType) -> PayoutReader | None:
    """The reader of an adapter that has one."""
    return getattr(kind, "payout", None)


class Sighting(NamedTuple):
    """What one source said at one look."""

    source: Source
    payees: tuple[RigPayee, ...] | None  # None: it could not be read
    raw: Any = None  # for the evidence


class PayoutLock(Worded):
    """What is known of whom a running miner pays."""

    state: Literal["holds", "differs", "unchecked"]
    compared_at: Moment | None = Field(None, description="When it was last seen to pay whom its configuration names.")
    text: str
    message: str = Field(description="The code of `text`.")
    params: dict[str, Param] = Field({}, description="What `text` speaks of, by name.")


@dataclass(frozen=True)
class PayoutReads:
    """What the looks at one process have shown so far."""

    compared_at: datetime | None = None
    differences: int = 0  # times in a row, failed looks left out
    strays: tuple[RigPayee, ...] = ()  # whom it was seen to pay although nobody named them
    unread: tuple[Source, ...] = ()  # the sources that could not be read at the last look

    @property
    def proven(self) -> bool:
        """Whether it was seen often enough to pay somebody else."""
        return self.differences >= ENOUGH

    def after(self, seen: Sequence[Sighting], expected: Sequence[RigPayee], now: datetime) -> "PayoutReads":
        """With one more look. Where something could not be read and nothing differs, nothing is known."""
        named = dict.fromkeys(payee for each in seen for payee in each.payees or ())
        strays = tuple(payee for payee in named if payee not in expected)
        failed = tuple(each.source for each in seen if each.payees is None)
        if strays:
            return replace(self, differences=self.differences + 1, strays=strays, unread=failed)
        if failed or not seen:
            return replace(self, unread=failed)
        return PayoutReads(compared_at=now)

    def shown(self) -> PayoutLock:
        """The same as everybody sees it."""
        if self.differences:
            return self._as("differs", message("payout.differs"))
        if self.compared_at is not None and not self.unread:
            return self._as("holds", message("payout.holds"))
        what = listed(_WORDS[source] for source in self.unread) or phrase("payout.nothing")
        if self.compared_at is not None:
            return self._as("unchecked", message("payout.unchecked", since=timestamp(self.compared_at), what=what))
        return self._as("unchecked", message("payout.never_checked", what=what))

    def _as(self, state: Literal["holds", "differs", "unchecked"], sentence: Message) -> PayoutLock:
        return PayoutLock(state=state, compared_at=self.compared_at, **worded(sentence))


_WORDS: Mapping[Source, str] = {
    "arguments": phrase("payout.arguments"),
    "file": phrase("payout.files"),
    "api": phrase("payout.live"),
}


def without_secrets(value: Any, secrets: Sequence[str]) -> Any:
    """JSON or arguments without what is named like a secret, and without these secrets wherever they stand."""
    if isinstance(value, dict):
        return {
            str(key): "…" if _SECRET.search(str(key)) and part else without_secrets(part, secrets)
            for key, part in value.items()
        }
    if isinstance(value, list | tuple):
        hidden = [bool(place) and bool(_SECRET.search(str(value[place - 1]))) for place in range(len(value))]
        named = [isinstance(each, str) and each.startswith("-") for each in value]
        return [
            "…" if hides and named[place - 1] and not named[place] else without_secrets(part, secrets)
            for place, (part, hides) in enumerate(zip(value, hidden, strict=True))
        ]
    if isinstance(value, str):
        flag, equals, _ = value.partition("=")
        text = f"{flag}=…" if equals and value.startswith("-") and _SECRET.search(flag) else value
        for secret in sorted(secrets, key=len, reverse=True):
            text = text.replace(secret, "…")
        return text
    return value
