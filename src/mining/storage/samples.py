"""Samples in SQL: each is kept, rolled up into its minute and hour at once, and pruned when it is old."""

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime

from mining.domain.metrics import Sample
from mining.domain.retention import Retention

_MOST = 2**63 - 1

_KEEP = """
INSERT OR REPLACE INTO samples
    (miner_id, ts, hashrate, accepted, rejected, invalid, temperature, power, ping, difficulty)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

# Summed up again from the finer rows, so that a sample that replaces another counts once. A bucket never gets poorer:
# when a clock jumps far back, the finer rows of that time may be pruned already.
_ROLL = """
INSERT INTO {into} SELECT miner_id, :start, {measured}, MAX(accepted), MAX(rejected), MAX(invalid), MAX(temperature),
    AVG(power), AVG(ping), AVG(difficulty)
FROM {source} WHERE miner_id = :miner AND ts >= :start AND ts < :end GROUP BY miner_id
ON CONFLICT (miner_id, ts) DO UPDATE SET
    measured = excluded.measured, total = excluded.total, least = excluded.least, most = excluded.most,
    accepted = excluded.accepted, rejected = excluded.rejected, invalid = excluded.invalid,
    temperature = excluded.temperature, power = excluded.power, ping = excluded.ping, difficulty = excluded.difficulty
WHERE excluded.measured >= measured
"""
_MINUTE = _ROLL.format(
    into="minutes",
    source="samples",
    measured="COUNT(hashrate), TOTAL(hashrate), MIN(hashrate), MAX(hashrate)",
)
_HOUR = _ROLL.format(
    into="hours",
    source="minutes",
    measured="SUM(measured), TOTAL(total), MIN(least), MAX(most)",
)
_READ = {
    10: "SELECT ts / 10 * 10 AS bucket, AVG(hashrate) FROM samples WHERE hashrate IS NOT NULL",
    60: "SELECT ts AS bucket, SUM(total) / SUM(measured) FROM minutes WHERE measured > 0",
    300: "SELECT ts / 300 * 300 AS bucket, SUM(total) / SUM(measured) FROM minutes WHERE measured > 0",
    3600: "SELECT ts AS bucket, SUM(total) / SUM(measured) FROM hours WHERE measured > 0",
}
_STRETCH = """ AND miner_id = (SELECT id FROM series WHERE name = ?) AND ts >= ? AND ts < ?
GROUP BY bucket ORDER BY bucket"""
_DROPPED = """
SELECT EXISTS (SELECT 1 FROM {coarse} WHERE miner_id = series.id AND ts >= :start AND ts < COALESCE(
    (SELECT MIN(ts) FROM {fine} WHERE miner_id = series.id) / {length} * {length}, {most}
)) FROM series WHERE name = :name
"""
_SAMPLES_DROPPED = _DROPPED.format(coarse="minutes", fine="samples", length=60, most=_MOST)
_MINUTES_DROPPED = _DROPPED.format(coarse="hours", fine="minutes", length=3600, most=_MOST)
_LACKS = {10: (_SAMPLES_DROPPED, _MINUTES_DROPPED), 60: (_MINUTES_DROPPED,), 300: (_MINUTES_DROPPED,), 3600: ()}


def add_sample(connection: sqlite3.Connection, miner: str, sample: Sample) -> None:
    """Keep one measurement; the last of a second wins."""
    row = connection.execute("SELECT id FROM series WHERE name = ?", (miner,)).fetchone()
    series = row[0] if row else connection.execute("INSERT INTO series (name) VALUES (?)", (miner,)).lastrowid
    ts = int(sample.at.timestamp())
    values = (
        _scaled(sample.hashrate, 1000),
        _scaled(sample.accepted, 1),
        _scaled(sample.rejected, 1),
        _scaled(sample.invalid, 1),
        _scaled(sample.temperature, 10),
        _scaled(sample.power, 10),
        _scaled(sample.ping, 1),
        _scaled(sample.difficulty, 1000),
    )
    connection.execute(_KEEP, (series, ts, *values))
    for sql, length in ((_MINUTE, 60), (_HOUR, 3600)):
        start = ts - ts % length
        connection.execute(sql, {"miner": series, "start": start, "end": start + length})


def hashrates(
    connection: sqlite3.Connection, miner: str, start: datetime, end: datetime, step: int
) -> Sequence[tuple[datetime, float]]:
    """Mean hashrates in H/s by bucket; the bucket that holds `start` is the first."""
    first = int(start.timestamp()) // step * step
    rows = connection.execute(_READ[step] + _STRETCH, (miner, first, end.timestamp()))
    return [(datetime.fromtimestamp(ts, UTC), mean / 1000) for ts, mean in rows]


def lacks(connection: sqlite3.Connection, miner: str, step: int, start: datetime) -> bool:
    """Whether coarser buckets know of a time since `start` that those of `step` s no longer do."""
    which = {"name": miner, "start": int(start.timestamp())}
    return any((1,) in connection.execute(sql, which) for sql in _LACKS[step])


def forget(connection: sqlite3.Connection, miner: str) -> None:
    """Drop every measurement of a name."""
    for table in ("samples", "minutes", "hours"):
        connection.execute(
            f"DELETE FROM {table} WHERE miner_id = (SELECT id FROM series WHERE name = ?)",  # noqa: S608 - of our own tables
            (miner,),
        )
    connection.execute("DELETE FROM series WHERE name = ?", (miner,))


def prune(connection: sqlite3.Connection, now: float, kept: Retention) -> None:
    """Drop what has lived long enough."""
    for (series,) in connection.execute("SELECT id FROM series").fetchall():
        for table, seconds in (("samples", kept.samples), ("minutes", kept.minutes), ("hours", kept.hours)):
            if seconds is not None:
                connection.execute(
                    f"DELETE FROM {table} WHERE miner_id = ? AND ts < ?",  # noqa: S608 - of our own tables
                    (series, now - seconds),
                )


def _scaled(value: float | None, factor: int) -> int | None:
    return None if value is None else min(round(value * factor), _MOST)
