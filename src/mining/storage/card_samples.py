"""What each graphics card measured, in SQL: a series for each card and algorithm, rolled up as the miner's is."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime

from mining.domain.metrics import Sample
from mining.domain.value import moment

_MOST = 2**63 - 1
_OF_MINER = "card_id IN (SELECT id FROM cards WHERE miner_id = :miner)"
# All cards of a miner at once. A bucket never gets poorer: its finer rows may be pruned already.
_ROLL = f"""
INSERT INTO card_rates SELECT card_id, :length, :start, {{measured}}
FROM {{source}} AND {_OF_MINER} AND ts >= :start AND ts < :start + :length GROUP BY card_id
ON CONFLICT (card_id, length, ts) DO UPDATE SET measured = excluded.measured, total = excluded.total
WHERE excluded.measured >= measured
"""  # noqa: S608 - our own words
_ROLLS = {
    60: _ROLL.format(measured="COUNT(*), TOTAL(hashrate)", source="card_samples WHERE TRUE"),
    3600: _ROLL.format(measured="SUM(measured), TOTAL(total)", source="card_rates WHERE length = 60"),
}
_RATES = """
SELECT algorithm, ts / :step * :step AS bucket, {rate} / 1000
FROM {source} AND cards.miner_id = (SELECT id FROM series WHERE name = :name) AND card = :card
AND ts >= :start AND ts < :end GROUP BY algorithm, bucket
"""
_FROM_SAMPLES = _RATES.format(rate="AVG(hashrate)", source="cards JOIN card_samples ON card_id = cards.id WHERE TRUE")
_FROM_RATES = _RATES.format(
    rate="SUM(total) / SUM(measured)", source="cards JOIN card_rates ON card_id = cards.id WHERE length = :length"
)
_READ = {10: (_FROM_SAMPLES, 10), 60: (_FROM_RATES, 60), 300: (_FROM_RATES, 60), 3600: (_FROM_RATES, 3600)}
_LEFT_BEHIND = (  # by an older version, which drops old rows of its own tables alone
    """DELETE FROM card_samples WHERE NOT EXISTS (SELECT 1 FROM cards JOIN samples USING (miner_id)
        WHERE cards.id = card_id AND samples.ts = card_samples.ts)""",
    """DELETE FROM card_rates WHERE length = 60 AND NOT EXISTS (SELECT 1 FROM cards JOIN minutes USING (miner_id)
        WHERE cards.id = card_id AND minutes.ts = card_rates.ts)""",
    """DELETE FROM card_rates WHERE length = 3600 AND NOT EXISTS (SELECT 1 FROM cards JOIN hours USING (miner_id)
        WHERE cards.id = card_id AND hours.ts = card_rates.ts)""",
)
_UNUSED = "DELETE FROM cards WHERE NOT EXISTS (SELECT 1 FROM card_rates WHERE card_id = cards.id)"


def add_cards(connection: sqlite3.Connection, series: int, ts: int, sample: Sample) -> None:
    """Keep what a measurement says of each card."""
    if not sample.cards:
        return
    connection.executemany(
        "INSERT OR REPLACE INTO card_samples VALUES (?, ?, ?)",
        [
            (_id(connection, series, each.card, sample.algorithm), ts, min(round(each.hashrate * 1000), _MOST))
            for each in sample.cards
        ],
    )
    for length, sql in _ROLLS.items():
        connection.execute(sql, {"miner": series, "length": length, "start": ts - ts % length})


def _id(connection: sqlite3.Connection, series: int, card: str, algorithm: str | None) -> int:
    which = (series, card, algorithm)
    sql = "SELECT id FROM cards WHERE miner_id = ? AND card = ? AND algorithm IS ?"
    if row := connection.execute(sql, which).fetchone():
        return int(row[0])
    new = connection.execute("INSERT INTO cards (miner_id, card, algorithm) VALUES (?, ?, ?)", which)
    return int(new.lastrowid or 0)


def cards(connection: sqlite3.Connection, miner: str) -> Sequence[str]:
    """Every card of a miner that was measured, by place or number."""
    of_name = "SELECT DISTINCT card FROM cards JOIN series ON series.id = miner_id WHERE name = ? ORDER BY card"
    return [card for (card,) in connection.execute(of_name, (miner,))]


def card_hashrates(
    connection: sqlite3.Connection,
    miner: str,
    card: str,
    start: datetime,
    end: datetime,
    step: int,
    algorithms: Sequence[str | None],
) -> Sequence[tuple[datetime, float]]:
    """Mean hashrates in H/s by bucket, of the first of these algorithms that the card was measured at in it."""
    sql, length = _READ[step]
    first = int(start.timestamp()) // step * step
    about = {"name": miner, "card": card, "start": first, "end": end.timestamp(), "step": step, "length": length}
    rates: dict[str | None, dict[int, float]] = {}
    for algorithm, ts, rate in connection.execute(sql, about):
        rates.setdefault(algorithm, {})[ts] = rate
    chosen: dict[int, float] = {}
    for algorithm in reversed(algorithms):
        chosen |= rates.get(algorithm, {})
    return [(moment(ts), rate) for ts, rate in sorted(chosen.items())]


def drop_cards_left_behind(connection: sqlite3.Connection) -> None:
    """Drop what an older version has left behind."""
    for sql in (*_LEFT_BEHIND, _UNUSED):
        connection.execute(sql)


def forget_cards(connection: sqlite3.Connection, miner: str) -> None:
    """Drop every card of a name."""
    of_name = "(SELECT cards.id FROM cards JOIN series ON series.id = miner_id WHERE name = ?)"
    for table, key in (("card_samples", "card_id"), ("card_rates", "card_id"), ("cards", "id")):
        connection.execute(f"DELETE FROM {table} WHERE {key} IN {of_name}", (miner,))  # noqa: S608 - our own tables


def prune_cards(connection: sqlite3.Connection, series: int, oldest: Mapping[int, float]) -> None:
    """Drop what is older than that: s since 1970, by the length of the bucket (1: the samples)."""
    for length, ts in oldest.items():
        rows = "card_samples WHERE TRUE" if length == 1 else "card_rates WHERE length = :length"
        about = {"miner": series, "length": length, "ts": ts}
        connection.execute(f"DELETE FROM {rows} AND {_OF_MINER} AND ts < :ts", about)  # noqa: S608 - our own words
    connection.execute(_UNUSED)
