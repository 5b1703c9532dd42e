"""Which miners start with the daemon."""

import pytest

from mining.domain.autostart import Autostart


@pytest.mark.parametrize(
    ("settings", "starts"),
    [
        (Autostart(), True),
        (Autostart(left_alone=("other",)), True),
        (Autostart(left_alone=("other", "one")), False),
        (Autostart(on=False), False),
        (Autostart(on=False, left_alone=("one",)), False),
    ],
)
def test_only_off_or_its_own_name_keeps_a_miner_from_starting(settings: Autostart, starts: bool) -> None:
    assert (settings.held("one") is None) == starts


def test_who_is_not_started_is_told_why_and_how_to_start_it() -> None:
    off, named = Autostart(on=False).held("one"), Autostart(left_alone=("one",)).held("one")
    assert off is not None
    assert named is not None
    assert {off.code, named.code} == {"autostart_off"}
    assert "autostart is off" in off.text
    assert "autostart_except names it" in named.text
    assert all("miner-ctrl restart one" in each.text for each in (off, named))


def test_who_waits_is_told_how_long() -> None:
    waiting = Autostart(delay=90).awaited()
    assert (waiting.code, waiting.text) == ("autostart_delay", "The daemon starts it 1 min after its own start.")
