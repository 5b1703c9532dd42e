"""What was computed beside the main work, in SQL: a series for each algorithm, rolled up as the main one is."""

import sqlite3
from collections.abc import Mapping
from datetime import datetime

from mining.domain.history import Metric
from mining.domain.metrics import Sample
from mining.domain.value import moment

TABLES = ("second_samples", "second_rates")
_MOST = 2**63 - 1
_KEEP = "INSERT OR REPLACE INTO second_samples VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_ROLL = """
INSERT INTO second_rates SELECT :miner, :length, :start, :algorithm, {measured}, MAX(accepted), MAX(rejected),
    MAX(invalid)
FROM {source} AND miner_id = :miner AND algorithm = :algorithm AND ts >= :start AND ts < :start + :length GROUP BY 1
ON CONFLICT (miner_id, length, ts, algorithm) DO UPDATE SET measured = excluded.measured, total = excluded.total,
    accepted = excluded.accepted, rejected = excluded.rejected, invalid = excluded.invalid
WHERE excluded.measured >= measured
"""
_ROLLS = {
    60: _ROLL.format(measured="COUNT(hashrate), TOTAL(hashrate)", source="second_samples WHERE TRUE"),
    3600: _ROLL.format(measured="SUM(measured), TOTAL(total)", source="second_rates WHERE length = 60"),
}
_FIGURES = """
SELECT algorithm, ts / :step * :step AS bucket, {rate} / 1000, MAX(accepted), MAX(rejected), MAX(invalid)
FROM {source} AND miner_id = (SELECT id FROM series WHERE name = :name) AND ts >= :start AND ts < :end
GROUP BY algorithm, bucket ORDER BY algorithm, bucket
"""
_FROM_SAMPLES = _FIGURES.format(rate="AVG(hashrate)", source="second_samples WHERE TRUE")
_FROM_RATES = _FIGURES.format(
    rate="SUM(total) / NULLIF(SUM(measured), 0)", source="second_rates WHERE length = :length"
)
_READ = {10: (_FROM_SAMPLES, 10), 60: (_FROM_RATES, 60), 300: (_FROM_RATES, 60), 3600: (_FROM_RATES, 3600)}
_MEASURED: tuple[Metric, ...] = ("hashrate", "accepted", "rejected", "invalid")
_LEFT_BEHIND = (  # by an older version, which drops old rows of its own tables alone
    """DELETE FROM second_samples WHERE NOT EXISTS (SELECT 1 FROM samples
        WHERE samples.miner_id = second_samples.miner_id AND samples.ts = second_samples.ts)""",
    """DELETE FROM second_rates WHERE length = 60 AND NOT EXISTS (SELECT 1 FROM minutes
        WHERE minutes.miner_id = second_rates.miner_id AND minutes.ts = second_rates.ts)""",
    """DELETE FROM second_rates WHERE length = 3600 AND NOT EXISTS (SELECT 1 FROM hours
        WHERE hours.miner_id = second_rates.miner_id AND hours.ts = second_rates.ts)""",
)

Figures = Mapping[str, Mapping[datetime, Mapping[Metric, float]]]  # by algorithm and bucket


def add_second(connection: sqlite3.Connection, series: int, ts: int, sample: Sample) -> None:
    """Keep what a measurement says beside its main work."""
    for work in sample.second:
        rate = None if work.hashrate is None else min(round(work.hashrate * 1000), _MOST)
        counters = [None if each is None else min(each, _MOST) for each in (work.accepted, work.rejected, work.invalid)]
        connection.execute(_KEEP, (series, ts, work.algorithm, rate, *counters, work.pool))
        for length, sql in _ROLLS.items():
            about = {"miner": series, "length": length, "start": ts - ts % length, "algorithm": work.algorithm}
            connection.execute(sql, about)


def second_figures(connection: sqlite3.Connection, miner: str, start: datetime, end: datetime, step: int) -> Figures:
    """Every figure by algorithm and bucket, the first of which holds `start`; what was not measured is left out."""
    sql, length = _READ[step]
    first = int(start.timestamp()) // step * step
    about = {"name": miner, "start": first, "end": end.timestamp(), "step": step, "length": length}
    series: dict[str, dict[datetime, dict[Metric, float]]] = {}
    for algorithm, ts, *row in connection.execute(sql, about):
        figures = {name: value for name, value in zip(_MEASURED, row, strict=True) if value is not None}
        series.setdefault(algorithm, {})[moment(ts)] = figures
    return series


def drop_left_behind(connection: sqlite3.Connection) -> None:
    """Drop what an older version has left behind."""
    for sql in _LEFT_BEHIND:
        connection.execute(sql)


def prune_second(connection: sqlite3.Connection, series: int, oldest: Mapping[int, float]) -> None:
    """Drop what is older than that: s since 1970, by the length of the bucket (1: the samples)."""
    for length, ts in oldest.items():
        if length == 1:
            connection.execute("DELETE FROM second_samples WHERE miner_id = ? AND ts < ?", (series, ts))
        else:
            sql = "DELETE FROM second_rates WHERE miner_id = ? AND length = ? AND ts < ?"
            connection.execute(sql, (series, length, ts))
