"""Longer answers of the paper rig: a history of two buckets, a start that is only checked."""

from datetime import UTC, datetime, timedelta

from mining.domain.history import UNITS, History, HistoryChoice, MetricSeries, MinerHistory
from mining.domain.rig import Applied
from mining.domain.start_check import StartCheck

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def paper_history(choice: HistoryChoice) -> History:
    """Nothing was measured in the first bucket, and 5 of everything in the second."""
    series = tuple(MetricSeries(metric=each, unit=UNITS[each], values=(None, 5)) for each in choice.metrics)
    return History(
        **{"from": NOON, "to": NOON + timedelta(seconds=20)},
        resolution="10s",
        timestamps=(NOON, NOON + timedelta(seconds=10)),
        miners=tuple(
            MinerHistory(name=name, algorithm="rx/0", algorithms=("rx/0",), series=series) for name in choice.miners
        ),
    )


def paper_check(type: str, name: str) -> StartCheck:
    """Nothing stands in its way."""
    return StartCheck(
        name=name, type=type, ok=True, errors=(), warnings=("It is on paper.",), program=None, download=None,
        pools=(), files=(), memory=None,
    )  # fmt: skip


def paper_applied(name: str, type: str, is_there: bool) -> Applied:
    """A miner that is there runs so already."""
    message, outcome = f"{name} runs.", "unchanged" if is_there else "created"
    return Applied.model_validate(
        {"name": name, "type": type, "status": "running", "pid": 4711, "message": message, "outcome": outcome}
    )
