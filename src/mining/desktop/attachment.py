"""Whether a daemon is started, waited for, or given up. Pure."""

from enum import StrEnum


class Step(StrEnum):
    """What comes next on the way to a daemon that answers."""

    START = "start"
    WAIT = "wait"
    FAIL = "fail"


def next_step(runs: bool, started: bool, exit_code: int | None) -> Step:
    """A daemon that runs is waited for, whoever started it; `exit_code` is of the one that was started here."""
    if runs:
        return Step.WAIT
    if not started:
        return Step.START
    return Step.WAIT if exit_code is None else Step.FAIL
