"""What the text of one run has said so far. It explains what the program's API answers, and never overrules it."""

from dataclasses import dataclass, replace

from mining.domain.adapter import LogSignal, LogSignalKind

_TROUBLE: tuple[LogSignalKind, ...] = ("connect_error", "login_refused", "disconnected", "api_failed")
_RESTS: tuple[LogSignalKind, ...] = ("on_battery", "user_active")


@dataclass(frozen=True)
class LogState:
    """Moments in seconds on a clock that never jumps."""

    trouble: LogSignal | None = None  # the last bad sign since it was last connected
    rest: LogSignal | None = None  # it rests by itself
    work_from: float | None = None  # when it could last begin to work on what its pool sends

    def after(self, sign: LogSignal, at: float) -> "LogState":
        """The state after a line that gave this sign."""
        new = self
        if sign.kind in _TROUBLE:
            # "disconnected" says less than the error that caused it
            if not (sign.kind == "disconnected" and self.trouble is not None):
                new = replace(new, trouble=sign)
        elif sign.kind in ("connected", "accepted"):
            new = replace(new, trouble=None)
        elif sign.kind in _RESTS:
            new = replace(new, rest=sign)
        if sign.kind in ("resumed", "ready", "accepted"):
            new = replace(new, rest=None)
        if sign.kind in ("connected", "resumed", "ready"):
            new = replace(new, work_from=at)
        return new
