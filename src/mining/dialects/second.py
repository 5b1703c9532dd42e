"""Two algorithms at once: which ones a program computes beside another, and which of them a configuration asks for."""

from collections.abc import Mapping, Sequence
from itertools import chain

from mining.dialects.names import Names, computed
from mining.domain.algorithm import canonical
from mining.domain.capabilities import Capabilities
from mining.domain.config import Config
from mining.domain.errors import ErrorDetail
from mining.domain.message import phrase
from mining.domain.payout.coins import coin_of
from mining.domain.pool import SecondWork

Beside = Mapping[str, Sequence[str]]  # the main work → what its author says goes beside it; all by their common names


def second_of(config: Config, beside: Beside, names: Names) -> str:
    """The common name of the second work: as it says, or as its coin says, or the only one that there is."""
    work, able = config.second, beside.get(computed(config, names), ())
    wanted = _wanted(work) if work is not None else ()
    return next((name for name in able if name in wanted), able[0] if able else "")


def with_second(supports: Capabilities, beside: Beside) -> Capabilities:
    """What a program can do that computes these pairs."""
    if not beside or "second" in supports.fields:
        return supports
    seconds = tuple(dict.fromkeys(chain.from_iterable(beside.values())))
    return supports.but(fields=(*supports.fields, "second"), second_algorithms=seconds)


def second_errors(title: str, config: Config, beside: Beside, names: Names) -> Sequence[ErrorDetail]:
    """Why the two works do not go together, or what keeps it from being known which second one is meant."""
    work, main = config.second, computed(config, names)
    if work is None or not beside:
        return []
    able = beside.get(main, ())
    listed = ", ".join(sorted(able))
    if not able:
        issue = phrase("fault.nothing_beside", program=title, algorithm=main, names=", ".join(sorted(beside)))
        return [ErrorDetail("second", issue)]
    if work.algo is not None:
        every = {*chain.from_iterable(beside.values())}
        if canonical(work.algo) in able or canonical(work.algo) not in every:  # who knows none of them says so itself
            return []
        return [ErrorDetail("second.algo", phrase("fault.not_beside", program=title, algorithm=main, names=listed))]
    coin = coin_of(work.coin)
    if coin is not None and not set(_wanted(work)) & set(able):
        return [ErrorDetail("second.coin", phrase("fault.not_mined", program=title, coin=coin.name, names=listed))]
    if coin is None and len(able) > 1:
        return [ErrorDetail("second.algo", phrase("fault.names_no_work", program=title, names=listed))]
    return []


def _wanted(work: SecondWork) -> Sequence[str]:
    if work.algo is not None:
        return (canonical(work.algo),)
    coin = coin_of(work.coin)
    return coin.algorithms if coin else ()
