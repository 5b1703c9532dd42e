"""Which of a miner's latest shares its pool took, and when the pool takes too few."""

from collections.abc import Iterable
from typing import NamedTuple

from mining.domain.message import Sentence, message

RECENT = 600.0  # s that a verdict counts
IN_A_ROW = 5  # so many rejections in a row are no bad luck …
LEAST = 10  # … nor is, of at least so many recent shares, …
MOST = 0.2  # … a share of rejections above this one


class Verdict(NamedTuple):
    """What a pool thought of some `shares` in a row; `at` in seconds on a clock that never jumps."""

    at: float
    accepted: bool
    shares: int = 1


class ShareRecord(NamedTuple):
    """The latest verdicts of one run, the oldest first."""

    recent: tuple[Verdict, ...] = ()
    in_a_row: int = 0  # rejections since the last accepted share, however old
    words: str | None = None  # the pool's own, of the last rejection

    def after(self, verdicts: Iterable[Verdict], words: str | None, now: float) -> "ShareRecord":
        """The record with these added, and without what is too old."""
        recent, in_a_row = list(self.recent), self.in_a_row
        for verdict in verdicts:
            if verdict.shares > 0:
                recent.append(verdict)
                in_a_row = 0 if verdict.accepted else in_a_row + verdict.shares
        return ShareRecord(tuple(each for each in recent if each.at > now - RECENT), in_a_row, words or self.words)

    def total(self, accepted: bool, now: float) -> int:
        """How many recent shares were accepted, or rejected."""
        return sum(each.shares for each in self.recent if each.accepted is accepted and each.at > now - RECENT)

    def rejection(self, now: float) -> str | None:
        """What is wrong with them, in a sentence; None while chance may be the cause."""
        row, words = self.in_a_row, self.words
        if row >= IN_A_ROW and words:
            return Sentence(message("health.rejected_in_a_row_saying", count=row, words=words))
        if row >= IN_A_ROW:
            return Sentence(message("health.rejected_in_a_row", count=row))
        accepted, rejected = self.total(True, now), self.total(False, now)
        if accepted + rejected >= LEAST and rejected > MOST * (accepted + rejected):
            whole = accepted + rejected
            if words:
                return Sentence(message("health.rejected_saying", count=whole, rejected=rejected, words=words))
            return Sentence(message("health.rejected", count=whole, rejected=rejected))
        return None
