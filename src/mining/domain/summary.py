"""The whole rig in a few figures: totals for each algorithm, never across two of them."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import NamedTuple

from pydantic import Field

from mining.domain.metrics import Gpu, Shares
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
        description="W, of those that mine this alone, and on graphics cards alone whose power is known, a card of two "
        "of them once; null: of none",
    )
    shared_power: int | None = Field(
        None,
        description="W, of those that compute another algorithm at the same time, or share a card with one of another, "
        "which cannot be told apart",
    )
    efficiency: float | None = Field(
        None,
        description="H/W, of those whose hashrate and power are both known, also of whoever mines on the same card; "
        "null: of none",
    )
    reporting: Reporting = Reporting(hashrate=0, shares=0, power=0, efficiency=0)


class Summary(Value):
    """How the rig is, at a glance."""

    miners: int
    statuses: dict[str, int] = Field(description="How many miners are of each status.")
    healths: dict[str, int] = Field(description="How well those are that live.")
    algorithms: tuple[AlgorithmTotal, ...] = Field(description="Of those that live, the most miners first.")


_Card = tuple[str | None, bool, str]  # whose it is where its place is not told, whether made up, its place or number


class _Part(NamedTuple):
    """What one miner does for one algorithm."""

    hashrate: float | None
    shares: Shares
    watts: Mapping[_Card, int] | None  # of each of its cards; None: not known as a whole
    cards: frozenset[_Card]


def summary(miners: Iterable[Miner], on_cards_alone: Callable[[Miner], bool] = lambda _: False) -> Summary:
    """The figures of all these miners; a stopped one adds nothing to an algorithm.

    What a processor draws is not known, so only of a miner that is `on_cards_alone` the power can be.
    """
    every = list(miners)
    living = [miner for miner in every if miner.pid is not None]
    groups: dict[tuple[str | None, bool], list[_Part]] = {}
    for miner in living:
        watts = _watts(miner) if on_cards_alone(miner) else None
        for algorithm, part in _parts(miner, watts).items():
            groups.setdefault((algorithm, miner.simulated), []).append(part)
    users = [(card, algorithm) for (algorithm, _), parts in groups.items() for part in parts for card in part.cards]
    algorithms = Counter(card for card, _ in set(users))
    mixed = {card for card, several in algorithms.items() if several > 1}
    mixed |= {_card(miner, gpu) for miner in living if len(miner.stats.work) > 1 for gpu in miner.stats.gpu}
    totals = [_total(algorithm, simulated, parts, mixed) for (algorithm, simulated), parts in groups.items()]
    totals.sort(key=lambda total: (-total.miners, total.algorithm or "", total.simulated))
    return Summary(
        miners=len(every),
        statuses=dict(sorted(Counter(miner.status for miner in every).items())),
        healths=dict(sorted(Counter(miner.health for miner in living).items())),
        algorithms=tuple(totals),
    )


def _card(miner: Miner, gpu: Gpu) -> _Card:
    """Which card it is; one whose place is not told is another than those of every other miner, as far as we know."""
    if gpu.bus_id is not None:
        return None, miner.simulated, gpu.bus_id
    return miner.name, miner.simulated, f"{gpu.backend} {gpu.id}"


def _watts(miner: Miner) -> Mapping[_Card, int] | None:
    """What each of its graphics cards draws; None where one does not tell, or it uses none."""
    readings = [(_card(miner, gpu), gpu.power_usage) for gpu in miner.stats.gpu]
    drawn = {card: watts for card, watts in readings if watts is not None}
    return drawn if drawn and len(drawn) == len({card for card, _ in readings}) else None


def _parts(miner: Miner, watts: Mapping[_Card, int] | None) -> dict[str | None, _Part]:
    """What it does for each algorithm; one beside the main one of which nobody knows the name is left out."""
    main = miner.stats.algorithm
    beside = {each.algorithm: each for each in reversed(miner.stats.work[1:]) if each.algorithm not in (None, main)}
    cards = frozenset(_card(miner, gpu) for gpu in miner.stats.gpu)
    parts = {main: _Part(miner.hashrate, miner.stats.shares, watts, cards)}
    return parts | {name: _Part(work.hashrate, work.shares, watts, cards) for name, work in beside.items()}


def _total(algorithm: str | None, simulated: bool, parts: Sequence[_Part], mixed: Set[_Card]) -> AlgorithmTotal:
    rates = [part.hashrate for part in parts if part.hashrate is not None]
    alone = [part for part in parts if part.watts is not None and not part.cards & mixed]
    own = _each_once(alone)
    every = _each_once(part for part in parts if part.watts is not None)
    shared = [watts for card, watts in every.items() if card not in own]
    both = _efficient(alone, parts)
    drawn = sum(_each_once(both).values())
    return AlgorithmTotal(
        algorithm=algorithm,
        simulated=simulated,
        miners=len(parts),
        hashrate=round(sum(rates), 3) if rates else None,
        accepted=sum(part.shares.accepted or 0 for part in parts),
        rejected=sum(part.shares.rejected or 0 for part in parts),
        power=sum(own.values()) if own else None,
        shared_power=sum(shared) if shared else None,
        efficiency=round(sum(part.hashrate or 0 for part in both) / drawn, 3) if drawn else None,
        reporting=Reporting(
            hashrate=len(rates),
            shares=sum(part.shares.accepted is not None for part in parts),
            power=len(alone),
            efficiency=len(both),
        ),
    )


def _each_once(parts: Iterable[_Part]) -> Mapping[_Card, int]:
    """What each card draws; of two answers that tell of one card the higher, for they are of different moments."""
    drawn: dict[_Card, int] = {}
    for part in parts:
        for card, watts in (part.watts or {}).items():
            drawn[card] = max(watts, drawn.get(card, 0))
    return drawn


def _efficient(alone: Sequence[_Part], parts: Sequence[_Part]) -> Sequence[_Part]:
    """Those whose hashrates all come of the power that is known; nobody else draws it on the same cards."""
    some = [part for part in alone if part.hashrate is not None and part.watts and any(part.watts.values())]
    while True:
        others = {card for part in parts if not any(part is each for each in some) for card in part.cards}
        left = [part for part in some if not part.cards & others]
        if len(left) == len(some):
            return some
        some = left
