"""A sentence in the timeline keeps the sentences in it, and what another version wrote of them harms nothing."""

import json
import sqlite3
from datetime import UTC, datetime

from mining.domain.event import Event
from mining.domain.message import message, phrase
from mining.domain.wording import worded
from mining.storage.timeline import add_event, events

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def timeline() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE TABLE events (seq INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER, kind TEXT, exact_kind TEXT, miner"
        " TEXT, text TEXT, who TEXT, details TEXT)"
    )
    return connection


def test_parts_and_what_follows_come_back() -> None:
    connection = timeline()
    text = message("miner.started", phrase("warning.donates", program="XMRig", percent=1), who="me")
    first = Event(at=NOON, kind="start", **worded(text))
    second = Event(at=NOON, kind="error", **worded(phrase("miner.not_started", why=phrase("file.missing"))))
    for event in (first, second):
        add_event(connection, event)
    kept = events(connection, 0, None, 10)
    assert [(each.text, each.parts, each.more) for each in kept] == [
        (each.text, each.parts, each.more) for each in (first, second)
    ]
    assert kept[1].parts["why"].message == "file.missing"
    assert kept[0].more[0].params == {"program": "XMRig", "percent": 1}


def test_parts_of_another_form_are_left_out() -> None:
    connection = timeline()
    told = {"message": {"code": "miner.not_started", "params": {"why": "x"}, "parts": {"why": {"words": "x"}}}}
    connection.execute(
        "INSERT INTO events (at, kind, text, details) VALUES (?, 'error', 'It could not be started: x', ?)",
        (int(NOON.timestamp()), json.dumps(told)),
    )
    (event,) = events(connection, 0, None, 10)
    assert (event.text, event.message, event.parts) == ("It could not be started: x", "miner.not_started", {})
