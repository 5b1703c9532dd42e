"""One miner's life: the moves of the table and no others, and no state that contradicts itself."""

from datetime import UTC, datetime
from typing import Any, get_args

import pytest

from mining.domain.lifecycle import MOVES, IllegalMove, Lifecycle, Phase
from mining.domain.miner import Reason, ReasonCode, reason

NOON = datetime(2026, 11, 3, 12, 0, tzinfo=UTC)
WHY = Reason(code="waiting_to_restart", text="It ended.")
PHASES: tuple[Phase, ...] = get_args(Phase)


def about(phase: Phase) -> dict[str, Any]:
    """What a state of that phase says."""
    return {"waiting": {"until": NOON, "reason": WHY}, "failed": {"reason": WHY}}.get(phase, {})


@pytest.mark.parametrize("begin", PHASES)
@pytest.mark.parametrize("next_phase", PHASES)
def test_it_goes_where_the_table_says_and_nowhere_else(begin: Phase, next_phase: Phase) -> None:
    life = Lifecycle(begin, **about(begin))
    assert life.may(next_phase) == (next_phase in MOVES[begin])
    if life.may(next_phase):
        assert life.to(next_phase, **about(next_phase)) == Lifecycle(next_phase, **about(next_phase))
    else:
        with pytest.raises(IllegalMove, match=f"from {begin} to {next_phase}"):
            life.to(next_phase, **about(next_phase))


def test_a_second_process_is_never_legal_and_an_end_leads_to_rest() -> None:
    assert [phase for phase in PHASES if "starting" in MOVES[phase]] == ["idle", "waiting", "failed"]
    assert [phase for phase in PHASES if Lifecycle(phase, **about(phase)).has_process] == ["starting", "running"]
    assert MOVES["ending"] == {"idle"}


def test_every_state_can_be_reached_and_left() -> None:
    assert set(MOVES) == set(PHASES)
    assert set().union(*MOVES.values()) == set(PHASES)


@pytest.mark.parametrize(
    ("phase", "more"),
    [
        ("waiting", {"reason": WHY}),
        ("waiting", {"until": NOON}),
        ("failed", {}),
        ("failed", {"reason": WHY, "until": NOON}),
        ("running", {"reason": WHY}),
        ("idle", {"until": NOON, "reason": WHY}),
    ],
)
def test_a_state_that_contradicts_itself_cannot_be_made(phase: Phase, more: dict[str, Any]) -> None:
    with pytest.raises(IllegalMove):
        Lifecycle(phase, **more)


def test_live_is_what_has_a_process_or_the_time_of_one() -> None:
    live = [phase for phase in PHASES if Lifecycle(phase, **about(phase)).live]
    assert live == ["waiting", "starting", "running", "ending"]


@pytest.mark.parametrize(("code", "waits"), [("program_missing", True), ("crash_loop", True), ("on_battery", False)])
def test_another_program_ends_the_wait_of_what_ended_at_once_too(code: ReasonCode, waits: bool) -> None:
    assert Lifecycle("waiting", NOON, reason(code, "Why.")).waits_for_program == waits
