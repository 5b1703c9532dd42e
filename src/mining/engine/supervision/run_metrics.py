"""The running figures of one run: turns readings into the statistics that are shown and kept."""

from collections import deque
from datetime import datetime

from mining.domain.adapter import Reading, Work
from mining.domain.metrics import Connection, Cpu, PerformanceMetrics, Quality, Sample, Shares, WorkMetrics
from mining.domain.pool import Pool

WINDOW = 900.0  # seconds of the average


class RunMetrics:
    """What one run has shown so far. Times: `now` in seconds on a clock that never jumps, `at` by the wall clock."""

    def __init__(self, primary: Pool, now: float, simulated: bool, adopted: bool) -> None:
        self._primary = primary.address.endpoint
        self._simulated = simulated
        self._rates: deque[tuple[float, float]] = deque()
        self._algorithm: str | None = None
        self._accepted = None if adopted else 0
        self._last_share_at: datetime | None = None
        self._share_from = now  # when the wait for the next share began
        self._zero_from: float | None = None
        self.reading: Reading | None = None
        self._pool = None if adopted else self._primary  # where it mined when it last told
        self._moved: tuple[str, str] | None = None

    def take(self, reading: Reading, now: float, at: datetime) -> None:
        """Learn from a reading."""
        if reading.algorithm != self._algorithm:
            self._algorithm = reading.algorithm
            self._rates.clear()
        if reading.hashrate and not reading.paused:
            self._rates.append((now, reading.hashrate))
        while self._rates and self._rates[0][0] < now - WINDOW:
            self._rates.popleft()
        self._watch_shares(reading, now, at)
        idle = reading.hashrate == 0 and reading.connected is not False and not (reading.paused or reading.preparing)
        self._zero_from = (self._zero_from if self._zero_from is not None else now) if idle else None
        self.reading = reading
        if reading.pool and reading.connected is not False and reading.pool != self._pool:
            self._moved = (self._pool, reading.pool) if self._pool is not None else None
            self._pool = reading.pool

    def moved(self) -> tuple[str, str] | None:
        """From which pool to which it has moved since this was asked last."""
        moved, self._moved = self._moved, None
        return moved

    def _watch_shares(self, reading: Reading, now: float, at: datetime) -> None:
        before, self._accepted = self._accepted, reading.accepted
        if reading.accepted and (before is None or reading.accepted > before):
            if before is not None:  # at an adoption the time of earlier shares is not known
                self._last_share_at = at
            self._share_from = now
        waiting = reading.paused or reading.preparing or reading.connected is False or not reading.hashrate
        if waiting:
            self._share_from = now

    def zero_for(self, now: float) -> float | None:
        """Seconds at a hashrate of 0 for which there is no excuse."""
        return None if self._zero_from is None else now - self._zero_from

    def since_share(self, now: float) -> float:
        """Seconds of mining since the last accepted share."""
        return now - self._share_from

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
        )

    def _average(self) -> float | None:
        return round(sum(rate for _, rate in self._rates) / len(self._rates), 2) if self._rates else None


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


def _quality(hashrate: float | None) -> Quality:
    if hashrate is None:
        return "unavailable"
    return "valid" if hashrate > 0 else "zero"
