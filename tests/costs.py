"""What a call costs, so that a test can compare two costs of the same run instead of judging by a figure."""

import os
import time
from collections.abc import Callable

# Windows' clock of processor time ticks 64 times a second, which is longer than most calls.
_clock = time.perf_counter if os.name == "nt" else time.process_time


def cpu_seconds(call: Callable[[], object]) -> float:
    """Processor time of one call: the least of five, since a busy machine only ever adds to it."""
    return min(_once(call) for _ in range(5))


def _once(call: Callable[[], object]) -> float:
    begun = _clock()
    call()
    return _clock() - begun
