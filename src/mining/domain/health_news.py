"""Which changes of a miner's health its timeline tells: each at once, but those that keep coming back more seldom."""

from dataclasses import dataclass, replace

from mining.domain.miner import Health

_HOUR = 3600.0
_HOLD = 60.0  # s that a change must last when the trouble has come back within an hour, twice as long each time

State = tuple[Health, str | None]  # how it does, and the reason's code
WELL: State = ("ok", None)


@dataclass(frozen=True)
class HealthNews:
    """What was told last; moments in seconds on a clock that never jumps."""

    latest: State = WELL
    pending: State | None = None  # another one, not yet told
    since: float = 0.0  # when that one began
    trouble_at: float | None = None  # when a trouble was last told
    times: int = 0  # how many were within an hour of each other

    def after(self, state: State, now: float) -> tuple["HealthNews", bool]:
        """What is remembered from now on, and whether this state is to be told."""
        if state == self.latest:
            return replace(self, pending=None), False
        since = self.since if state == self.pending else now
        hold = 0.0 if self.times < 2 else min(_HOLD * 2 ** min(self.times - 2, 8), _HOUR)
        if now - since < hold:
            return replace(self, pending=state, since=since), False
        if state[0] == "ok":
            return replace(self, latest=state, pending=None), True
        again = self.trouble_at is not None and now - self.trouble_at < _HOUR
        return HealthNews(latest=state, trouble_at=now, times=self.times + 1 if again else 1), True
