"""Retention, how long measurements are kept: the finer ones as they came, their minutes, their hours."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Retention:
    """Each in s, None = for ever; the coarser are kept at least as long as the finer."""

    samples: int = 48 * 3600
    minutes: int = 30 * 86400
    hours: int | None = None

    def of(self, step: int) -> int | None:
        """For how long the past can be told in buckets of `step` s: 10, 60, 300 or 3600."""
        if step < 60:
            return self.samples
        return self.minutes if step < 3600 else self.hours
