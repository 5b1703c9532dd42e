"""Which changes of a miner's health its timeline tells: each at once, but those that keep coming back more seldom."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

_HOUR = 3600.0
_HOLD = 60.0  # s that a change must last when the trouble has come back within an hour, twice as long each time

State = str | None  # the code of what troubles it; None: it is well


@dataclass(frozen=True)
class HealthNews:
    """What was told last; moments in seconds on a clock that never jumps."""

    latest: State = None
    pending: State = None  # another one, not yet told
    since: float | None = None  # when that one began; None: there is no other
    trouble_at: float | None = None  # when a trouble was last told
    times: int = 0  # how many were within an hour of each other

    @classmethod
    def of(cls, states: Iterable[tuple[State, float]]) -> "HealthNews":
        """What is remembered after these were told, each at its moment, the oldest first."""
        news = cls()
        for state, at in states:
            news = news._telling(state, at)
        return news

    def after(self, state: State, now: float) -> tuple["HealthNews", bool]:
        """What is remembered from now on, and whether this state is to be told."""
        if state == self.latest:
            return replace(self, pending=None, since=None), False
        since = self.since if state == self.pending and self.since is not None else now
        hold = 0.0 if self.times < 2 else min(_HOLD * 2 ** min(self.times - 2, 8), _HOUR)
        if now - since < hold:
            return replace(self, pending=state, since=since), False
        return self._telling(state, now), True

    def _telling(self, state: State, now: float) -> "HealthNews":
        if state is None:
            return replace(self, latest=None, pending=None, since=None)
        again = self.trouble_at is not None and now - self.trouble_at < _HOUR
        return HealthNews(latest=state, trouble_at=now, times=self.times + 1 if again else 1)
