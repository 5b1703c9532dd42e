"""Samples in SQL: each is kept, rolled up into its minute and hour at once, and pruned when it is old."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from mining.domain.history import Metric
from mining.domain.metrics import Sample
from mining.domain.retention import Retention
from mining.domain.value import moment
from mining.storage import second_samples
from mining.storage.card_samples import add_cards, drop_cards_left_behind, forget_cards, prune_cards
from mining.storage.second_samples import add_second, drop_left_behind, prune_second

_MOST = 2**63 - 1

_KEEP = """
INSERT OR REPLACE INTO samples
    (miner_id, ts, hashrate, accepted, rejected, invalid, temperature, power, ping, difficulty, interval_id)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
_RATE = """
INSERT INTO rates SELECT :miner, :length, :start, :algorithm, {measured}
FROM {source} AND ts >= :start AND ts < :start + :length AND algorithm = :algorithm GROUP BY 1
ON CONFLICT (miner_id, length, ts, algorithm) DO UPDATE SET measured = excluded.measured, total = excluded.total
WHERE excluded.measured >= measured
"""
_SAMPLES = "samples LEFT JOIN intervals ON intervals.id = interval_id WHERE samples.miner_id = :miner"
_RATES = {
    60: _RATE.format(measured="COUNT(hashrate), TOTAL(hashrate)", source=_SAMPLES),
    3600: _RATE.format(measured="SUM(measured), TOTAL(total)", source="rates WHERE miner_id = :miner AND length = 60"),
}
# A bucket of all together (algorithm NULL) is one of an unknown algorithm only where no other is measured in it.
_ROLLED = """
SELECT ts, NULL, total / measured FROM {table}
WHERE measured > 0 AND miner_id = :miner AND ts >= :start AND ts < :end
UNION ALL
SELECT ts, algorithm, total / measured FROM rates
WHERE measured > 0 AND miner_id = :miner AND length = {length} AND ts >= :start AND ts < :end
"""
_FIVES = """
SELECT ts / :step * :step AS bucket, NULL, SUM(total) / SUM(measured) FROM minutes
WHERE measured > 0 AND miner_id = :miner AND ts >= :start AND ts < :end GROUP BY bucket
UNION ALL
SELECT ts / :step * :step AS bucket, algorithm, SUM(total) / SUM(measured) FROM rates
WHERE measured > 0 AND miner_id = :miner AND length = 60 AND ts >= :start AND ts < :end GROUP BY bucket, algorithm
"""
# Summed up by us: SQL would sort what lies in order already.
_RAW = """
SELECT ts / :step * :step AS bucket, algorithm, hashrate FROM {source}
AND hashrate IS NOT NULL AND ts >= :start AND ts < :end
"""
_READ = {
    10: _RAW.format(source=_SAMPLES),
    60: _ROLLED.format(table="minutes", length=60),
    300: _FIVES,
    3600: _ROLLED.format(table="hours", length=3600),
}
_FIGURES = """
SELECT ts / :step * :step AS bucket, MAX(accepted), MAX(rejected), MAX(invalid), MAX(temperature) / 10.0,
    ROUND(AVG(power) / 10, 1), CAST(ROUND(AVG(ping)) AS INTEGER), ROUND(AVG(difficulty) / 1000, 3)
FROM {table} WHERE miner_id = (SELECT id FROM series WHERE name = :name) AND ts >= :start AND ts < :end GROUP BY bucket
"""
_MEASURED: tuple[Metric, ...] = ("accepted", "rejected", "invalid", "temperature", "power", "ping", "difficulty")
_TABLES = {10: "samples", 60: "minutes", 300: "minutes", 3600: "hours"}
# An older version knows neither `rates` nor `intervals`, so it leaves them behind when it drops the rest.
_LEFT_BEHIND = (
    """DELETE FROM rates WHERE length = 60 AND NOT EXISTS
        (SELECT 1 FROM minutes WHERE minutes.miner_id = rates.miner_id AND minutes.ts = rates.ts)""",
    """DELETE FROM rates WHERE length = 3600 AND NOT EXISTS
        (SELECT 1 FROM hours WHERE hours.miner_id = rates.miner_id AND hours.ts = rates.ts)""",
    """DELETE FROM intervals WHERE NOT EXISTS (SELECT 1 FROM hours
        WHERE hours.miner_id = intervals.miner_id AND ts >= start / 3600 * 3600 AND ts <= until)""",
)
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
    series = int(row[0] if row else connection.execute("INSERT INTO series (name) VALUES (?)", (miner,)).lastrowid or 0)
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
    connection.execute(_KEEP, (series, ts, *values, _interval(connection, series, ts, sample)))
    for sql, length in ((_MINUTE, 60), (_HOUR, 3600)):
        start = ts - ts % length
        connection.execute(sql, {"miner": series, "start": start, "end": start + length})
        if sample.algorithm is not None:
            about = {"miner": series, "start": start, "length": length, "algorithm": sample.algorithm}
            connection.execute(_RATES[length], about)
    add_second(connection, series, ts, sample)
    add_cards(connection, series, ts, sample)


def _interval(connection: sqlite3.Connection, series: int, ts: int, sample: Sample) -> int:
    """The interval that this sample belongs to, reaching up to it: the present one while nothing changes."""
    row = connection.execute(
        "SELECT id, start, algorithm, pool FROM intervals WHERE miner_id = ? AND id > (SELECT id FROM opened)"
        " ORDER BY id DESC LIMIT 1",
        (series,),
    ).fetchone()
    if row is not None and row[1] <= ts and row[2:] == (sample.algorithm, sample.pool):
        connection.execute("UPDATE intervals SET until = MAX(until, ?) WHERE id = ?", (ts, row[0]))
        return int(row[0])
    new = connection.execute(
        "INSERT INTO intervals (miner_id, start, until, algorithm, pool) VALUES (?, ?, ?, ?, ?)",
        (series, ts, ts, sample.algorithm, sample.pool),
    )
    return int(new.lastrowid or 0)


def begin_intervals(connection: sqlite3.Connection) -> None:
    """Let no interval of before this opening go on: others may have written meanwhile, and dropped what we kept."""
    connection.execute("CREATE TEMP TABLE opened AS SELECT COALESCE(MAX(id), 0) AS id FROM intervals")
    last = connection.execute("SELECT exact_kind FROM events ORDER BY seq DESC LIMIT 1").fetchone()
    if last == (None,):  # an older version wrote last
        for sql in _LEFT_BEHIND:
            connection.execute(sql)
        drop_left_behind(connection)
        drop_cards_left_behind(connection)


def algorithms(
    connection: sqlite3.Connection, miner: str, before: datetime | None = None
) -> Sequence[tuple[str, datetime]]:
    """What a miner has mined (has begun to mine `before`), the latest first, and until when."""
    rows = connection.execute(
        "SELECT algorithm, MAX(until) FROM intervals WHERE miner_id = (SELECT id FROM series WHERE name = ?)"
        " AND algorithm IS NOT NULL AND start < ? GROUP BY algorithm ORDER BY MAX(id) DESC",
        (miner, _MOST if before is None else before.timestamp()),
    )
    return [(algorithm, datetime.fromtimestamp(until, UTC)) for algorithm, until in rows]


def hashrates(
    connection: sqlite3.Connection,
    miner: str,
    start: datetime,
    end: datetime,
    step: int,
    algorithms: Sequence[str | None] = (None,),
) -> Sequence[tuple[datetime, float]]:
    """Mean hashrates in H/s by bucket, of the first of these algorithms that was measured in it; None: unknown.

    The bucket that holds `start` is the first.
    """
    series = connection.execute("SELECT id FROM series WHERE name = ?", (miner,)).fetchone()
    if series is None:
        return []
    first = int(start.timestamp()) // step * step
    about = {"miner": series[0], "start": first, "end": end.timestamp(), "step": step}
    buckets: dict[int, dict[str | None, list[float]]] = {}
    for ts, algorithm, rate in connection.execute(_READ[step], about):
        buckets.setdefault(ts, {}).setdefault(algorithm, []).append(rate)
    chosen = [(ts, _first(rates, algorithms)) for ts, rates in sorted(buckets.items())]
    return [(moment(ts), sum(rates) / len(rates) / 1000) for ts, rates in chosen if rates]


def _first(rates: Mapping[str | None, list[float]], algorithms: Sequence[str | None]) -> list[float] | None:
    for algorithm in algorithms:
        if algorithm in rates and (algorithm is not None or len(rates) == 1):
            return rates[algorithm]
    return None


def figures(
    connection: sqlite3.Connection, miner: str, start: datetime, end: datetime, step: int
) -> Mapping[datetime, Mapping[Metric, float]]:
    """All figures but the hashrate by bucket, the first of which holds `start`; what was not measured is left out."""
    first = int(start.timestamp()) // step * step
    about = {"name": miner, "start": first, "end": end.timestamp(), "step": step}
    rows = connection.execute(_FIGURES.format(table=_TABLES[step]), about)
    return {
        moment(ts): {name: value for name, value in zip(_MEASURED, row, strict=True) if value is not None}
        for ts, *row in rows
    }


def lacks(connection: sqlite3.Connection, miner: str, step: int, start: datetime) -> bool:
    """Whether coarser buckets know of a time since `start` that those of `step` s no longer do."""
    which = {"name": miner, "start": int(start.timestamp())}
    return any((1,) in connection.execute(sql, which) for sql in _LACKS[step])


def forget(connection: sqlite3.Connection, miner: str) -> None:
    """Drop every measurement of a name."""
    forget_cards(connection, miner)
    for table in ("samples", "minutes", "hours", "rates", "intervals", *second_samples.TABLES):
        connection.execute(
            f"DELETE FROM {table} WHERE miner_id = (SELECT id FROM series WHERE name = ?)",  # noqa: S608 - of our own tables
            (miner,),
        )
    connection.execute("DELETE FROM series WHERE name = ?", (miner,))


def prune(connection: sqlite3.Connection, now: float, retention: Retention) -> None:
    """Drop what has lived long enough."""
    for (series,) in connection.execute("SELECT id FROM series").fetchall():
        for table, seconds in (
            ("samples", retention.samples),
            ("minutes", retention.minutes),
            ("hours", retention.hours),
        ):
            if seconds is not None:
                connection.execute(
                    f"DELETE FROM {table} WHERE miner_id = ? AND ts < ?",  # noqa: S608 - of our own tables
                    (series, now - seconds),
                )
        for length, seconds in ((60, retention.minutes), (3600, retention.hours)):
            if seconds is not None:
                connection.execute(
                    "DELETE FROM rates WHERE miner_id = ? AND length = ? AND ts < ?", (series, length, now - seconds)
                )
        lives = {1: retention.samples, 60: retention.minutes, 3600: retention.hours}
        oldest = {length: now - seconds for length, seconds in lives.items() if seconds is not None}
        prune_second(connection, series, oldest)
        prune_cards(connection, series, oldest)
    if retention.hours is not None:
        connection.execute("DELETE FROM intervals WHERE until < ?", (now - retention.hours,))


def _scaled(value: float | None, factor: int) -> int | None:
    return None if value is None else min(round(value * factor), _MOST)
