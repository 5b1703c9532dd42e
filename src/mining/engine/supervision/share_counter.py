"""Counts the verdicts on one run's shares: the program's counters say how many, its text says when, in which order."""

from mining.domain.adapter import LogSignal, Reading
from mining.domain.shares import ShareRecord, Verdict


class ShareCounter:
    """Times in seconds on a clock that never jumps. `fresh` for a process whose counters begin at 0."""

    def __init__(self, fresh: bool) -> None:
        self.record = ShareRecord()
        self.accepted_at: float | None = None  # of the last accepted share
        self._counters: tuple[int, int] | None = (0, 0) if fresh else None
        self._accepted: int | None = 0 if fresh else None  # where the program tells no more than that
        self._lines: list[Verdict] = []  # that its text told since the last answer
        self._words: str | None = None
        self._shares: int | None = 0 if fresh else None  # that it had counted by its last such line

    def hear(self, sign: LogSignal, at: float) -> None:
        """A line of its text that tells a verdict; whoever can write lines can only date what the program counts."""
        if sign.kind not in ("accepted", "rejected"):
            return
        counted, self._shares = self._shares, sign.shares
        if sign.shares is None or sign.shares != counted:  # else it was its authors' share, which it does not count
            self._lines.append(Verdict(at, sign.kind == "accepted"))
            self._words = sign.text if sign.kind == "rejected" else self._words

    def take(self, reading: Reading, now: float) -> None:
        """An answer of its API."""
        lines, self._lines = self._lines, []
        verdicts = self._counted(reading, lines, now)
        words, self._words = self._words, None
        rejected = any(not verdict.accepted and verdict.shares > 0 for verdict in verdicts)
        self.record = self.record.after(verdicts, words if rejected else None, now)
        for verdict in verdicts:
            if verdict.accepted and verdict.shares > 0:
                self.accepted_at = verdict.at

    def _counted(self, reading: Reading, lines: list[Verdict], now: float) -> list[Verdict]:
        if reading.accepted is None or reading.rejected is None:
            before, self._accepted = self._accepted, reading.accepted
            if reading.accepted is not None and before is not None:  # its lines alone tell of rejections
                accepted_lines = sum(verdict.accepted for verdict in lines)
                return [*lines, Verdict(now, True, max(0, reading.accepted - before - accepted_lines))]
            return lines
        counters, self._counters = self._counters, (reading.accepted, reading.rejected)
        accepted = sum(verdict.accepted for verdict in lines)
        rejected = len(lines) - accepted
        if counters is None:  # after an adoption its text is all there is of the past
            return lines if accepted <= reading.accepted and rejected <= reading.rejected else []
        new_accepted, new_rejected = reading.accepted - counters[0], reading.rejected - counters[1]
        if (accepted, rejected) == (new_accepted, new_rejected):
            return lines
        last = _last_rejections(lines, new_rejected)
        when = max((verdict.at for verdict in lines if verdict.accepted), default=now)
        return [Verdict(now, False, new_rejected - last), Verdict(when, True, new_accepted), Verdict(now, False, last)]


def _last_rejections(lines: list[Verdict], most: int) -> int:
    """With how many rejections the lines end, of `most` that there were."""
    count = 0
    while count < min(most, len(lines)) and not lines[-1 - count].accepted:
        count += 1
    return count
