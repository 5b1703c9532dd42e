"""What happens again and again fills no log, and what was left out is counted."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from mining.foundation.log import LIBRARIES, configure_log
from mining.foundation.log_budget import MOST_EVENTS, MOST_LINES, WINDOW, LogBudget


def taken(budget: LogBudget, event: str, times: int = 1) -> list[dict[str, Any]]:
    """The lines that go through."""
    lines = []
    for _ in range(times):
        try:
            lines.append(dict(budget(None, "info", {"event": event})))
        except structlog.DropEvent:
            continue
    return lines


def test_of_one_event_few_lines_go_through_in_a_minute_and_the_next_counts_the_others() -> None:
    now = 0.0
    budget = LogBudget(lambda: now)
    assert len(taken(budget, "api.crash", 1000)) == MOST_LINES
    assert len(taken(budget, "other", 3)) == 3
    now = WINDOW
    assert taken(budget, "api.crash") == [{"event": "api.crash", "left_out": 1000 - MOST_LINES}]
    now = 2 * WINDOW
    assert taken(budget, "api.crash") == [{"event": "api.crash"}]


@pytest.mark.parametrize("names", [MOST_EVENTS * 4])
def test_names_without_end_are_not_remembered(names: int) -> None:
    budget = LogBudget(lambda: 0.0)
    for number in range(names):
        taken(budget, f"event {number}")
    assert len(budget._counts) <= MOST_EVENTS


@pytest.fixture
def configured() -> Iterator[None]:
    loggers = [logging.getLogger(name) for name in LIBRARIES]
    before = [(logger.handlers[:], logger.propagate) for logger in loggers]
    configure_log(logging.INFO, str)
    yield
    structlog.reset_defaults()
    for logger, (handlers, propagate) in zip(loggers, before, strict=True):
        logger.handlers[:], logger.propagate = handlers, propagate


@pytest.mark.usefixtures("configured")
def test_what_libraries_log_is_an_event_within_its_budget_too(capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(1000):
        logging.getLogger("uvicorn.error").error("Exception in ASGI application")
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == MOST_LINES
    assert 'event=uvicorn.error text="Exception in ASGI application"' in lines[0]
