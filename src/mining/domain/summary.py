"""The whole rig in a few figures: totals for each algorithm, never across two of them."""

from collections import Counter
from collections.abc import Iterable

from pydantic import Field

from mining.domain.miner import Miner
from mining.domain.value import Value


class AlgorithmTotal(Value):
    """What all miners of one algorithm do together."""

    algorithm: str | None = Field(description="null: not known yet")
    simulated: bool = Field(description="Whether they only pretend; such miners are summed apart.")
    miners: int
    hashrate: float | None = Field(description="H/s of those whose hashrate is known; null: of none")
    accepted: int
    rejected: int


class Summary(Value):
    """How the rig is, at a glance."""

    miners: int
    statuses: dict[str, int] = Field(description="How many miners are of each status.")
    healths: dict[str, int] = Field(description="How well those are that live.")
    algorithms: tuple[AlgorithmTotal, ...] = Field(description="Of those that live, the most miners first.")


def summary(miners: Iterable[Miner]) -> Summary:
    """The figures of all these miners; a stopped one adds nothing to an algorithm."""
    every = list(miners)
    living = [miner for miner in every if miner.pid is not None]
    groups: dict[tuple[str | None, bool], list[Miner]] = {}
    for miner in living:
        groups.setdefault((miner.stats.algorithm, miner.simulated), []).append(miner)
    totals = [_total(algorithm, simulated, group) for (algorithm, simulated), group in groups.items()]
    totals.sort(key=lambda total: (-total.miners, total.algorithm or "", total.simulated))
    return Summary(
        miners=len(every),
        statuses=dict(sorted(Counter(miner.status for miner in every).items())),
        healths=dict(sorted(Counter(miner.health for miner in living).items())),
        algorithms=tuple(totals),
    )


def _total(algorithm: str | None, simulated: bool, miners: list[Miner]) -> AlgorithmTotal:
    known = [miner.hashrate for miner in miners if miner.hashrate is not None]
    return AlgorithmTotal(
        algorithm=algorithm,
        simulated=simulated,
        miners=len(miners),
        hashrate=round(sum(known), 3) if known else None,
        accepted=sum(miner.stats.shares.accepted or 0 for miner in miners),
        rejected=sum(miner.stats.shares.rejected or 0 for miner in miners),
    )
