"""Lifecycle, where one miner's life stands, and the moves that lead on from there."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from mining.domain.miner import Reason

Phase = Literal["idle", "waiting", "starting", "running", "ending", "failed"]

MOVES: Mapping[Phase, frozenset[Phase]] = {
    "idle": frozenset({"waiting", "starting", "failed"}),  # no process, and none is to come
    "waiting": frozenset({"waiting", "starting", "failed", "ending"}),  # no process; the next start has its time
    "starting": frozenset({"running", "waiting", "failed", "ending"}),  # a process whose API has not answered as ours
    "running": frozenset({"waiting", "failed", "ending"}),  # a process whose API has
    "ending": frozenset({"idle"}),  # somebody ends the process, or the wait for one
    "failed": frozenset({"waiting", "starting", "failed", "ending"}),  # wanted, but only a person can start it
}


def lacks_cards(why: Reason | None) -> bool:
    """Whether what keeps a miner from mining is that nothing but graphics cards is to mine, and none can be used."""
    return why is not None and why.code == "gpu_unavailable"


class IllegalMove(Exception):
    """A move that the table does not have: a defect of ours, never something that a person did wrong."""


@dataclass(frozen=True)
class Lifecycle:
    """One state. Only a wait has an `until`; a wait and a failure say their `reason`."""

    phase: Phase = "idle"
    until: datetime | None = None  # when the next start is due
    reason: Reason | None = None  # why there is no process although one is wanted

    def __post_init__(self) -> None:
        if (self.until is not None) != (self.phase == "waiting"):
            raise IllegalMove(f"{self.phase} until {self.until}")
        if (self.reason is not None) != (self.phase in ("waiting", "failed")):
            raise IllegalMove(f"{self.phase} because of {self.reason}")

    @property
    def has_process(self) -> bool:
        """Whether there is a process that nobody ends."""
        return self.phase in ("starting", "running")

    @property
    def live(self) -> bool:
        """Whether there is a process, or the time of the next one, or neither is over yet."""
        return self.phase not in ("idle", "failed")

    @property
    def waits_for_program(self) -> bool:
        """Whether the next start has its time, but a program, or a part of it, was not there or ends at once."""
        missing = ("program_missing", "program_changed", "quarantined", "gpu_unavailable", "crash_loop")
        return self.phase == "waiting" and self.reason is not None and self.reason.code in missing

    @property
    def refusal(self) -> Reason | None:
        """Why its program refused what it was told, so that it is not started again."""
        return self.reason if self.phase == "failed" and self.reason and self.reason.code == "bad_config" else None

    @property
    def waits_for_cards(self) -> bool:
        """Whether the next start has its time, but lacked graphics cards the last time."""
        return self.phase == "waiting" and lacks_cards(self.reason)

    def may(self, phase: Phase) -> bool:
        """Whether it can go there from here."""
        return phase in MOVES[self.phase]

    def to(self, phase: Phase, *, reason: Reason | None = None, until: datetime | None = None) -> "Lifecycle":
        """The state after a move; IllegalMove when the table does not have it."""
        if not self.may(phase):
            raise IllegalMove(f"from {self.phase} to {phase}")
        return Lifecycle(phase, until, reason)
