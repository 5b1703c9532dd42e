"""What a person who starts or stops a miner is answered."""

from collections.abc import Sequence

from mining.domain.miner import Miner
from mining.domain.rig import Started, Stopped
from mining.domain.wording import paid, warned


def started(miner: Miner, warnings: Sequence[str], payout: Sequence[str] = ()) -> Started:
    """The answer to a start."""
    why = f" {miner.reason.text}" if miner.reason is not None else ""
    return Started(
        name=miner.name,
        type=miner.type,
        status=miner.status,
        pid=miner.pid,
        message=f"{miner.name} {'does not run' if miner.status == 'error' else f'is {miner.status}'}.{why}",
        **warned(warnings),
        **paid(payout),
    )


def stopped(miner: Miner, message: str) -> Stopped:
    """The answer to a stop."""
    return Stopped.model_construct(**dict(miner), message=message)


def still_ending(miner: Miner, grace: float) -> Stopped:
    """The answer to a stop that takes longer than its caller waits."""
    text = f"{miner.name} is still stopping. The daemon kills its process {grace:.0f} s after the request."
    return stopped(miner, text)
