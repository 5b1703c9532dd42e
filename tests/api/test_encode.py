"""Values are encoded once, and what is encoded says the same as the value."""

import gc
import json
from datetime import timedelta

from mining.api.encode import MOST_POINTS, Encodings, encoded
from mining.domain.metrics import HashrateHistory, HashratePoint
from tests.api.paper_rig import NOON, a_miner


def test_a_value_is_encoded_once_for_as_long_as_it_lives() -> None:
    encodings, miner = Encodings(), a_miner()
    first = encodings.of(miner)
    assert first is encodings.of(miner)
    assert first == encoded(miner)
    assert encodings.of(miner.but(restarts=7)) != first
    del miner
    gc.collect()
    assert not encodings._encodings, "the JSON of a value that is gone is kept"


def a_history(points: int) -> HashrateHistory:
    """Figures of every tenth second, with a gap."""
    moments = [NOON + timedelta(seconds=10 * place) for place in range(points)]
    rates = [None if place == 1 else 1000.0 + place for place in range(points)]
    figures = zip(moments, rates, strict=True)
    return HashrateHistory(
        points=tuple(HashratePoint(timestamp=at, hashrate=rate, resolution="10s") for at, rate in figures),
        resolution="10s",
        duration=10 * points,
        from_=NOON,
        to=moments[-1] if moments else NOON,
    )


def test_a_history_put_together_from_its_points_is_what_it_is_as_a_whole() -> None:
    for points in (0, 1, 2, 360, MOST_POINTS + 1):
        history = a_history(points)
        assert json.loads(Encodings().of(history)) == json.loads(encoded(history))
