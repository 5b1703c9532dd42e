"""The running figures of one run: turns readings into the statistics that are shown and kept."""

from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from mining.domain.adapter import LogSignal, Reading, Work
from mining.domain.log_state import LogState
from mining.domain.metrics import (
    CardSample,
    Connection,
    Cpu,
    Gpu,
    PerformanceMetrics,
    Quality,
    RecentShares,
    Sample,
    Shares,
    WorkMetrics,
    WorkSample,
)
from mining.domain.pool import Pool
from mining.engine.supervision.share_counter import ShareCounter

WINDOW = 900.0  # seconds of the average
ASKING = 5.0  # s that asking may take; whatever is beyond it and the wait before, the daemon stood still


class RunMetrics:
    """What one run has shown so far. Times: `now` in seconds on a clock that never jumps, `at` by the wall clock."""

    def __init__(self, primary: Pool, now: float, simulated: bool, adopted: bool) -> None:
        self._primary = primary.address.endpoint
        self._simulated = simulated
        self._rates: deque[tuple[float, float]] = deque()
        self._algorithm: str | None = None
        self._shares = ShareCounter(fresh=not adopted)
        self._last_share_at: datetime | None = None
        self._share_from = None if adopted else now  # when the wait for the next share began
        self._read_at = now  # nothing is known of the time since
        self._asked_at = now
        self._stood_still = 0.0  # s
        self._zero_from: float | None = None
        self._preparing_from: float | None = None
        self._idle_from: float | None = None
        self._recent_shares = RecentShares()
        self.rated = False  # whether it has ever said how fast it is
        self.worked = False  # whether that was ever more than nothing, or a share was accepted
        self.donating = False  # whether it mines for its authors
        self.reading: Reading | None = None
        self._pool = None if adopted else self._primary  # where it mined when it last told
        self._moved: tuple[str, str] | None = None

    def hear(self, sign: LogSignal, at: float) -> None:
        """Learn from a line of its text, which was written at that moment of the clock that never jumps."""
        self._shares.hear(sign, at)

    def leave_out_standstill(self, waited: float, now: float) -> None:
        """Learn that it was polled, with or without an answer, after a wait of `waited` seconds.

        Where the daemon stood still meanwhile, that time proves nothing, and is left out of whatever holds since a
        moment: an answer that lay there all the time is as old as the standstill is long. Who polls out of turn waits
        for nothing, and the wait that goes on counts when its turn comes.
        """
        if not waited:
            return
        still = max(0.0, now - self._asked_at - waited - ASKING)
        self._asked_at = now
        self._stood_still += still
        marks = (self._share_from, self._zero_from, self._preparing_from, self._idle_from)
        self._share_from, self._zero_from, self._preparing_from, self._idle_from = (
            None if mark is None else mark + still for mark in marks
        )

    def awake(self, now: float) -> float:
        """That moment on a clock that stands still with the daemon."""
        return now - self._stood_still

    def take(self, reading: Reading, now: float, at: datetime, text: LogState | None = None) -> None:
        """Learn from a reading, and from what its text says meanwhile."""
        text = text or LogState()
        reading = _at_rest(reading) if reading.paused else reading
        if reading.algorithm != self._algorithm:
            self._algorithm = reading.algorithm
            self._rates.clear()
        if reading.hashrate:
            self._rates.append((now, reading.hashrate))
        while self._rates and self._rates[0][0] < now - WINDOW:
            self._rates.popleft()
        self._watch_shares(reading, now, at, text)
        self._read_at = now
        excused = reading.paused or reading.preparing or reading.connected is False or text.preparing_from is not None
        zero = reading.hashrate == 0 and not excused
        self._zero_from = _since(self._zero_from, now, zero)
        self._preparing_from = _since(self._preparing_from, now, reading.preparing and not reading.idle)
        self._idle_from = _since(self._idle_from, now, reading.idle)
        self.rated = self.rated or reading.hashrate is not None
        self.worked = self.worked or bool(reading.hashrate or reading.accepted)
        self._recent_shares = self._recent(now)
        self.reading = reading
        if reading.pool and reading.connected is not False and reading.pool != self._pool:
            self._moved = (self._pool, reading.pool) if self._pool is not None else None
            self._pool = reading.pool

    def moved(self) -> tuple[str, str] | None:
        """From which pool to which it has moved since this was asked last."""
        moved, self._moved = self._moved, None
        return moved

    def _watch_shares(self, reading: Reading, now: float, at: datetime, text: LogState) -> None:
        before = self._shares.accepted_at
        self._shares.take(reading, now)
        accepted_at = self._shares.accepted_at
        if self._share_from is None:  # after an adoption
            past = [moment for moment in (accepted_at, text.work_from) if moment is not None]
            self._share_from = max(past, default=now)
            if reading.connection_uptime:
                self._share_from = max(self._share_from, now - reading.connection_uptime)
        if accepted_at is not None and accepted_at != before:
            self._last_share_at = at - timedelta(seconds=now - accepted_at)
            self._share_from = max(self._share_from, accepted_at)
        waiting = reading.paused or reading.preparing or reading.connected is False or not reading.hashrate
        if waiting or self.donating or reading.accepted is None:  # who counts no shares is not missing any
            self._share_from = now

    def zero_for(self) -> float | None:
        """Seconds at a hashrate of 0 for which there is no excuse, until the last reading."""
        return self._lasts(self._zero_from)

    def since_share(self) -> float:
        """Seconds of mining since the last accepted share, until the last reading."""
        return self._lasts(self._share_from) or 0.0

    def preparing_for(self) -> float | None:
        """Seconds for which its answers say that it prepares its work, until the last reading."""
        return self._lasts(self._preparing_from)

    def idle_for(self) -> float | None:
        """Seconds without a worker, until the last reading."""
        return self._lasts(self._idle_from)

    def _lasts(self, since: float | None) -> float | None:
        return None if since is None else max(0.0, self._read_at - since)

    def rejection(self, now: float) -> str | None:
        """What is wrong with its shares, in a sentence."""
        return self._shares.record.rejection(now)

    def _recent(self, now: float) -> RecentShares:
        record = self._shares.record
        return RecentShares(accepted=record.total(True, now), rejected=record.total(False, now))

    @property
    def expected_share(self) -> float | None:
        """Seconds that a share takes on average: difficulty ÷ hashrate."""
        reading = self.reading
        if reading is None or not reading.hashrate or not reading.difficulty:
            return None
        return round(reading.difficulty / reading.hashrate, 1)

    def stats(
        self, at: datetime, uptime: int, cpu: float | None, temperature: float | None, trouble: str | None
    ) -> PerformanceMetrics:
        """The statistics of a fresh reading."""
        reading = self.reading or Reading()
        connected = reading.connected
        return PerformanceMetrics(
            hashrate=reading.hashrate,
            hashrate_avg=self._average(),
            shares=Shares(accepted=reading.accepted, rejected=reading.rejected, invalid=reading.invalid),
            shares_recent=self._recent_shares,
            donating=self.donating,
            uptime=uptime,
            connection=Connection(
                pool=reading.pool or self._primary,
                uptime=(reading.connection_uptime or 0) if connected is not False else 0,
                ping=reading.ping,
                failures=reading.failures,
                connected=connected,
                last_error=trouble,
                tls=reading.tls,
            ),
            cpu=Cpu(usage=cpu, temperature=temperature),
            gpu=reading.gpu,
            work=tuple(map(_work, (_main(reading, self._primary), *reading.second))) if self.reading else (),
            algorithm=reading.algorithm,
            difficulty=reading.difficulty,
            paused=reading.paused,
            last_share_at=self._last_share_at,
            expected_share_seconds=self.expected_share,
            version=reading.version,
            sampled_at=at,
            quality=_quality(reading.hashrate),
            simulated=self._simulated,
        )

    def blank(self, uptime: int, version: str | None) -> PerformanceMetrics:
        """The statistics before the first answer: nothing is known but where it means to mine."""
        return PerformanceMetrics(
            connection=Connection(pool=self._primary), uptime=uptime, version=version, simulated=self._simulated
        )

    def sample(self, stats: PerformanceMetrics, at: datetime) -> Sample:
        """What is kept of it."""
        temperatures = [value for value in (stats.cpu.temperature, *(gpu.temperature for gpu in stats.gpu)) if value]
        watts = [gpu.power_usage for gpu in stats.gpu if gpu.power_usage is not None]
        return Sample(
            at=at,
            hashrate=stats.hashrate,
            accepted=stats.shares.accepted,
            rejected=stats.shares.rejected,
            invalid=stats.shares.invalid,
            temperature=max(temperatures, default=None),
            power=sum(watts) if watts else None,
            ping=stats.connection.ping,
            difficulty=stats.difficulty,
            algorithm=stats.algorithm,
            pool=self.reading.pool if self.reading is not None else None,
            second=_beside(stats),
            cards=_cards(stats.gpu),
        )

    def _average(self) -> float | None:
        return round(sum(rate for _, rate in self._rates) / len(self._rates), 2) if self._rates else None


def _since(before: float | None, now: float, holds: bool) -> float | None:
    """Since when something holds; None where it does not."""
    return (now if before is None else before) if holds else None


def _at_rest(reading: Reading) -> Reading:
    """What is paused computes nothing, whatever its windows still hold of the time before."""
    cards = tuple(gpu.but(hashrate=0.0) for gpu in reading.gpu)
    return replace(
        reading, hashrate=0.0, gpu=cards, second=tuple(replace(work, hashrate=0.0) for work in reading.second)
    )


def _main(reading: Reading, primary: str) -> Work:
    return Work(
        reading.algorithm,
        reading.hashrate,
        reading.accepted,
        reading.rejected,
        reading.invalid,
        reading.pool or primary,
    )


def _work(work: Work) -> WorkMetrics:
    return WorkMetrics(
        algorithm=work.algorithm,
        hashrate=work.hashrate,
        shares=Shares(accepted=work.accepted, rejected=work.rejected, invalid=work.invalid),
        pool=work.pool,
    )


def _beside(stats: PerformanceMetrics) -> tuple[WorkSample, ...]:
    """The works beside the main one, as far as each has an algorithm of its own: a series is of one alone."""
    named = {work.algorithm: work for work in reversed(stats.work[1:]) if work.algorithm not in (None, stats.algorithm)}
    return tuple(
        WorkSample(algorithm=algorithm, hashrate=work.hashrate, pool=work.pool, **dict(work.shares))
        for algorithm, work in named.items()
        if algorithm is not None
    )


def _cards(gpus: Sequence[Gpu]) -> tuple[CardSample, ...]:
    """The cards that tell how fast they are; of several that cannot be told apart, none."""
    count = Counter(gpu.card for gpu in gpus)
    rated = [(gpu.card, gpu.hashrate) for gpu in gpus if count[gpu.card] == 1]
    return tuple(CardSample(card=card, hashrate=rate) for card, rate in rated if rate is not None)


def _quality(hashrate: float | None) -> Quality:
    if hashrate is None:
        return "unavailable"
    return "valid" if hashrate > 0 else "zero"
