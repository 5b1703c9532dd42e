"""The timeline in SQL: events in the order of their seq."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from pydantic import ValidationError

from mining.domain.event import Event, EventChoice
from mining.domain.wording import Worded

REMEMBERED = 512  # rows that are not read anew: a row never changes, and whoever looks at the timeline looks again
_COLUMNS = "seq, at, COALESCE(exact_kind, kind), miner, text, who, details"
_MESSAGE = "message"  # the key of the sentence's code and parameters among the details
_FOR_0_1_0 = {
    "profile": "config",
    "settings": "config",
    "autostart": "config",
    "pool": "algorithm",
    "payout": "config",
    "benchmark": "install",
}  # the nearest kind that it knows


def add_event(connection: sqlite3.Connection, event: Event) -> Event:
    """Keep one event under the next seq."""
    seq = connection.execute(
        "INSERT INTO events (at, kind, exact_kind, miner, text, who, details) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            int(event.at.timestamp()),
            _FOR_0_1_0.get(event.kind, event.kind),
            event.kind,
            event.miner,
            event.text,
            event.who,
            json.dumps(event.details | _message(event)),
        ),
    ).lastrowid
    return event.but(seq=seq)


def _message(event: Event) -> dict[str, Any]:
    """What an older version shows among the details, which it keeps as they are."""
    if event.message is None:
        return {}
    parts = {name: each.to_json() for name, each in event.parts.items()}
    more = [each.to_json() for each in event.more]
    whole = {"code": event.message, "params": event.params, "parts": parts, "more": more}
    return {_MESSAGE: {key: value for key, value in whole.items() if value or key in ("code", "params")}}


def _beside(message: dict[str, Any]) -> dict[str, Any]:
    """The parts and what follows; none where another version wrote them in a form that is not known here."""
    try:
        whole = Worded.model_validate_json(
            json.dumps({key: message[key] for key in ("parts", "more") if key in message})
        )
    except ValidationError:
        return {}
    return {"parts": whole.parts, "more": whole.more}


def events(connection: sqlite3.Connection, since: int, miner: str | None, limit: int) -> Sequence[Event]:
    """Events above `since`, oldest first."""
    which, names = _of(miner)
    sql = f"SELECT {_COLUMNS} FROM events WHERE seq > ?{which} ORDER BY seq LIMIT ?"  # noqa: S608 - our own words
    return [_event(row) for row in connection.execute(sql, (_fit(since), *names, limit))]


def page(connection: sqlite3.Connection, choice: EventChoice, offset: int, limit: int) -> tuple[Sequence[Event], int]:
    """The chosen events, and how many there are of them."""
    which, values = _chosen(choice)
    order = "DESC" if choice.since is None else "ASC"
    sql = f"SELECT {_COLUMNS} FROM events WHERE {which} ORDER BY seq {order} LIMIT ? OFFSET ?"  # noqa: S608 - our own words
    events = [_event(row) for row in connection.execute(sql, (*values, limit, _fit(offset)))]
    total = connection.execute(f"SELECT COUNT(*) FROM events WHERE {which}", values).fetchone()[0]  # noqa: S608 - our own words
    return events, total


def _chosen(choice: EventChoice) -> tuple[str, tuple[Any, ...]]:
    """What a choice means in SQL, and its values."""
    kinds = sorted(choice.kinds)
    rows: tuple[tuple[str, tuple[Any, ...]], ...] = (
        ("1", ()),
        ("miner = ?", () if choice.miner is None else (choice.miner,)),
        (f"COALESCE(exact_kind, kind) IN ({', '.join('?' * len(kinds))})", tuple(kinds)),
        ("seq > ?", () if choice.since is None else (_fit(choice.since),)),
        ("at >= ?", () if choice.begin is None else (choice.begin.timestamp(),)),
        ("at < ?", () if choice.end is None else (choice.end.timestamp(),)),
    )
    used = [row for row in rows if row[1] or row[0] == "1"]
    return " AND ".join(sql for sql, _ in used), tuple(value for _, values in used for value in values)


def last_seq(connection: sqlite3.Connection) -> int:
    """The highest seq given out; 0 when there is none."""
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'events'").fetchone()
    return int(row[0]) if row else 0


def _of(miner: str | None) -> tuple[str, tuple[str, ...]]:
    return ("", ()) if miner is None else (" AND miner = ?", (miner,))


def _fit(number: int) -> int:
    return min(number, 2**63 - 1)


@lru_cache(REMEMBERED)
def _event(row: tuple[Any, ...]) -> Event:
    seq, at, kind, miner, text, who, details = row
    try:
        fields = json.loads(details)
        message = fields.pop(_MESSAGE, None) or {}
        return Event(
            seq=seq,
            at=datetime.fromtimestamp(at, UTC),
            kind=kind,
            miner=miner,
            text=text,
            message=message.get("code"),
            params=message.get("params", {}),
            **_beside(message),
            who=who,
            details=fields,
        )
    except (ValueError, TypeError, AttributeError, OverflowError, OSError):
        return Event(seq=seq, at=datetime.fromtimestamp(0, UTC), kind="storage", text="This entry was damaged.")
