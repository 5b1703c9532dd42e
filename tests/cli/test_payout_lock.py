"""The payout lock in the card of a miner."""

from typing import Any

import pytest

from mining.cli import tables
from tests.cli.recorded import miner


@pytest.mark.parametrize(
    ("lock", "shown"),
    [
        ({"state": "holds", "comparedAt": "2026-11-02T12:00:00Z", "text": "x"}, "as configured, seen "),
        ({"state": "unchecked", "comparedAt": None, "text": "Not checked yet: x."}, "Not checked yet: x."),
        (None, None),
    ],
)  # fmt: skip
def test_the_card_says_whether_it_pays_as_configured(lock: Any, shown: str | None) -> None:
    card = tables.miner_card(miner(payoutLock=lock))
    assert ("Payout" in card) == (shown is not None)
    assert shown is None or shown in card
    assert "Payout" not in tables.miner_card(miner())
