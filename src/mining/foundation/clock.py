"""Clock, what the time is; whoever must be tried in hours that nobody waits for is handed one."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Clock:
    """Two clocks: seconds for waits, which never jump, and the time of day in UTC for stamps, which may be set."""

    monotonic: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = _now
