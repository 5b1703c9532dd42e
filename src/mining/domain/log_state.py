"""What the text of one run has said so far. It explains what the program's API answers, and never overrules it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from mining.domain.adapter import CardBackend, LogSignal, LogSignalKind

SKEW = timedelta(seconds=2)  # that a line may seem to be older than its process, or to come from the future
_TROUBLE: tuple[LogSignalKind, ...] = ("connect_error", "login_refused", "unusable_work", "disconnected", "api_failed")
_RESTS: tuple[LogSignalKind, ...] = ("on_battery", "user_active")
_WORKS: tuple[LogSignalKind, ...] = ("ready", "backend_ready", "accepted")  # what it prepared is there
_CEASES: tuple[LogSignalKind, ...] = (*_RESTS, "preparing", "no_backend")  # from here on it computes nothing
_BEGINS: tuple[LogSignalKind, ...] = ("connected", "resumed", "ready", "backend_ready", "donation_finished")
_NO_CARD: tuple[LogSignalKind, ...] = ("card_unavailable", "no_backend")
_LATE = 30.0  # s in which a pool may still answer for what was computed before


@dataclass(frozen=True)
class LogState:
    """Moments in seconds on a clock that never jumps."""

    trouble: LogSignal | None = None  # the last bad sign since it was last connected
    rest: LogSignal | None = None  # it rests by itself
    preparing_from: float | None = None  # since when it prepares its work
    without_backend: bool = False  # none of its backends can do what the pool sends
    unusable: Mapping[CardBackend, str] = field(default_factory=dict)  # why it cannot use graphics cards, in its words
    donating_from: float | None = None  # since when it mines for its authors
    work_from: float | None = None  # when it could last begin to work on what its pool sends
    ceased_from: float | None = None  # when it last ceased to compute

    def after(self, sign: LogSignal, at: float) -> "LogState":
        """The state after a line that gave this sign."""
        if sign.kind == "accepted" and self.ceased_from is not None and at - self.ceased_from < _LATE:
            return replace(self, trouble=None)
        new = self
        if sign.kind in _CEASES:
            new = replace(new, ceased_from=at)
        elif sign.kind in ("resumed", "ready", "backend_ready"):
            new = replace(new, ceased_from=None)
        if sign.kind in _TROUBLE:
            # "disconnected" says less than the error that caused it
            if not (sign.kind == "disconnected" and self.trouble is not None):
                new = replace(new, trouble=sign)
        elif sign.kind in ("connected", "accepted"):
            new = replace(new, trouble=None)
        elif sign.kind in _RESTS:
            new = replace(new, rest=sign)
        if sign.backend is not None:
            unusable = {backend: words for backend, words in new.unusable.items() if backend != sign.backend}
            words = {sign.backend: sign.text} if sign.kind in _NO_CARD else {}
            new = replace(new, unusable=unusable | words)
        if sign.kind in ("resumed", "ready", "accepted"):
            new = replace(new, rest=None)
        return new._work(sign.kind, at)

    def _work(self, kind: LogSignalKind, at: float) -> "LogState":
        new = self
        if kind == "preparing":
            new = replace(new, preparing_from=at if self.preparing_from is None else self.preparing_from)
        elif kind == "no_backend":
            new = replace(new, without_backend=True)
        elif kind in _WORKS:
            new = replace(new, preparing_from=None, without_backend=False)
        elif kind == "donation_started":
            new = replace(new, donating_from=at)
        elif kind == "donation_finished":
            new = replace(new, donating_from=None)
        return replace(new, work_from=at) if kind in _BEGINS else new


def written_at(written: datetime | None, started: datetime, arrived: datetime) -> datetime:
    """When a line was written: as it says itself, where that can be for a process that has run since `started`."""
    if written is None:
        return arrived
    local = written.astimezone()
    return local if started - SKEW <= local <= arrived + SKEW else arrived
