"""Which signal a program names as what made it end."""

import re
import signal


def signal_in(words: str) -> int | None:
    """The number of the signal that is named, of those that this system has."""
    named = re.search(r"\bSIG[A-Z]+", words)
    return signal.Signals.__members__.get(named[0]) if named else None
