"""The whole rig in a few figures: totals for each algorithm, never across two of them."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from pydantic import Field

from mining.domain.metrics import Shares
from mining.domain.miner import Miner
from mining.domain.value import Value


class Reporting(Value):
    """How many miners report each figure, so that a total of some is not taken for one of all."""

    hashrate: int
    shares: int = Field(description="Those that count accepted shares.")
    power: int = Field(description="Those whose whole power is known and is of this algorithm alone.")
    efficiency: int = Field(description="Those of which both the hashrate and that power are known.")


class AlgorithmTotal(Value):
    """What all miners of one algorithm do together."""

    algorithm: str | None = Field(description="null: not known yet")
    simulated: bool = Field(description="Whether they only pretend; such miners are summed apart.")
    miners: int = Field(description="One that computes two algorithms at once is among the miners of both.")
    hashrate: float | None = Field(description="H/s of those whose hashrate is known; null: of none")
    accepted: int
    rejected: int
    power: int | None = Field(
        None,
        description="W, of those that mine this alone, and on graphics cards alone whose power is known; null: of none",
    )
    shared_power: int | None = Field(
        None, description="W, of those that compute another algorithm at the same time, which cannot be told apart"
    )
    efficiency: float | None = Field(
        None, description="H/W, of those whose hashrate and power are both known; null: of none"
    )
    reporting: Reporting = Reporting(hashrate=0, shares=0, power=0, efficiency=0)


class Summary(Value):
    """How the rig is, at a glance."""

    miners: int
    statuses: dict[str, int] = Field(description="How many miners are of each status.")
    healths: dict[str, int] = Field(description="How well those are that live.")
    algorithms: tuple[AlgorithmTotal, ...] = Field(description="Of those that live, the most miners first.")


class _Part(NamedTuple):
    """What one miner does for one algorithm."""

    hashrate: float | None
    shares: Shares
    power: int | None  # W; None: not known as a whole
    alone: bool  # whether it computes nothing else


def summary(miners: Iterable[Miner], on_cards_alone: Callable[[Miner], bool] = lambda _: False) -> Summary:
    """The figures of all these miners; a stopped one adds nothing to an algorithm.

    What a processor draws is not known, so only of a miner that is `on_cards_alone` the power can be.
    """
    every = list(miners)
    living = [miner for miner in every if miner.pid is not None]
    groups: dict[tuple[str | None, bool], list[_Part]] = {}
    for miner in living:
        power = power_of(miner) if on_cards_alone(miner) else None
        for algorithm, part in _parts(miner, power).items():
            groups.setdefault((algorithm, miner.simulated), []).append(part)
    totals = [_total(algorithm, simulated, parts) for (algorithm, simulated), parts in groups.items()]
    totals.sort(key=lambda total: (-total.miners, total.algorithm or "", total.simulated))
    return Summary(
        miners=len(every),
        statuses=dict(sorted(Counter(miner.status for miner in every).items())),
        healths=dict(sorted(Counter(miner.health for miner in living).items())),
        algorithms=tuple(totals),
    )


def power_of(miner: Miner) -> int | None:
    """What all of its graphics cards draw in W; None where one does not tell, or it uses none."""
    watts = [card.power_usage for card in miner.stats.gpu]
    return None if not watts or None in watts else sum(each for each in watts if each is not None)


def _parts(miner: Miner, power: int | None) -> dict[str | None, _Part]:
    """What it does for each algorithm; one beside the main one of which nobody knows the name is left out."""
    main = miner.stats.algorithm
    beside = {each.algorithm: each for each in reversed(miner.stats.work[1:]) if each.algorithm not in (None, main)}
    alone = len(miner.stats.work) < 2
    parts = {main: _Part(miner.hashrate, miner.stats.shares, power, alone)}
    return parts | {name: _Part(work.hashrate, work.shares, power, alone) for name, work in beside.items()}


def _total(algorithm: str | None, simulated: bool, parts: Sequence[_Part]) -> AlgorithmTotal:
    rates = [part.hashrate for part in parts if part.hashrate is not None]
    own = [part.power for part in parts if part.power is not None and part.alone]
    shared = [part.power for part in parts if part.power is not None and not part.alone]
    both = [(part.hashrate, part.power) for part in parts if part.alone and part.hashrate is not None and part.power]
    return AlgorithmTotal(
        algorithm=algorithm,
        simulated=simulated,
        miners=len(parts),
        hashrate=round(sum(rates), 3) if rates else None,
        accepted=sum(part.shares.accepted or 0 for part in parts),
        rejected=sum(part.shares.rejected or 0 for part in parts),
        power=sum(own) if own else None,
        shared_power=sum(shared) if shared else None,
        efficiency=round(sum(rate for rate, _ in both) / sum(watts for _, watts in both), 3) if both else None,
        reporting=Reporting(
            hashrate=len(rates),
            shares=sum(part.shares.accepted is not None for part in parts),
            power=len(own),
            efficiency=len(both),
        ),
    )
