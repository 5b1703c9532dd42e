"""Why a miner does not do what it is told to, in sentences of the catalogue."""

from mining.domain.capabilities import Verb
from mining.domain.message import phrase
from mining.domain.miner import Miner


def lives(miner: Miner) -> str:
    """That it is live, and what to do about it."""
    if miner.status == "error":
        return phrase("refuse.live_waiting", miner=miner.name)
    if miner.status == "stopping":
        return phrase("refuse.live_stopping", miner=miner.name)
    if miner.status == "starting":
        return phrase("refuse.live_starting", miner=miner.name)
    if miner.status == "paused":
        return phrase("refuse.live_paused", miner=miner.name)
    return phrase("refuse.live_running", miner=miner.name)


def at_rest(miner: str, verb: Verb) -> str:
    """That it has no process."""
    if verb == "pause":
        return phrase("refuse.pause_at_rest", miner=miner)
    return phrase("refuse.resume_at_rest", miner=miner)


def unable(program: str, verb: Verb) -> str:
    """That its program cannot do that."""
    if verb == "pause":
        return phrase("refuse.pause_unknown", program=program)
    return phrase("refuse.resume_unknown", program=program)
