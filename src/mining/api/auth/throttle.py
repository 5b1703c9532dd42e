"""How often somebody may be wrong, and how often somebody may write; nothing here ever refuses a key that is right.

It counts by address, off loopback only, and remembers a bounded number of them.
"""

from collections import OrderedDict, deque
from dataclasses import dataclass, field

from mining.api.peers import source_of

MOST_WRONG = 10  # wrong keys from one address within MINUTE before they are refused unread
MINUTE = 60.0  # s
FIRST_WAIT, LONGEST_WAIT = 60.0, 900.0  # s; it doubles from one to the other
MOST_SOURCES = 1024


@dataclass
class _Wrong:
    """What one address did."""

    times: deque[float] = field(default_factory=deque)
    wait: float = FIRST_WAIT
    until: float = 0.0


class WrongKeys:
    """After ten wrong keys in a minute further wrong ones are told to wait, ever longer."""

    def __init__(self) -> None:
        self._sources: OrderedDict[str, _Wrong] = OrderedDict()

    def wait(self, peer: str | None, now: float) -> float:
        """One more was wrong, `now` on a clock that never goes back: seconds to wait, 0 for the usual answer."""
        source = source_of(peer)
        if source is None:
            return 0.0
        attempts = self._sources.pop(source, None) or _Wrong()
        self._sources[source] = attempts
        if len(self._sources) > MOST_SOURCES:
            self._sources.popitem(last=False)
        if now < attempts.until:
            return attempts.until - now
        if attempts.until and now - attempts.until > LONGEST_WAIT:
            attempts.wait, attempts.until = FIRST_WAIT, 0.0
        attempts.times.append(now)
        while attempts.times[0] <= now - MINUTE:
            attempts.times.popleft()
        if len(attempts.times) <= MOST_WRONG:
            return 0.0
        attempts.until = now + attempts.wait
        attempts.wait = min(2 * attempts.wait, LONGEST_WAIT)
        attempts.times.clear()
        return attempts.until - now


class Rates:
    """So many in so many seconds for each, where it matters."""

    def __init__(self) -> None:
        self._times: OrderedDict[tuple[str, str], deque[float]] = OrderedDict()

    def wait(self, who: str, what: str, most: int, seconds: float, now: float) -> float:
        """One more: seconds to wait, 0 when it may be."""
        key = (who, what)
        times = self._times.pop(key, None) or deque[float]()
        self._times[key] = times
        if len(self._times) > MOST_SOURCES:
            self._times.popitem(last=False)
        while times and times[0] <= now - seconds:
            times.popleft()
        if len(times) >= most:
            return times[0] + seconds - now
        times.append(now)
        return 0.0
