"""Which algorithms a program computes, under our common names and under its own."""

from collections.abc import Mapping, Sequence

from mining.domain.algorithm import canonical
from mining.domain.config import Config
from mining.domain.errors import ErrorDetail
from mining.domain.message import phrase
from mining.domain.payout.coins import coin_of

Names = Mapping[str, str]  # common name → the program's own


def computed(config: Config, names: Names) -> str:
    """The common name of what a configuration asks for; the program's first one where it asks for nothing."""
    algorithm = canonical(config.algo) if config.algo else _of_coin(config.coin, names)
    return algorithm if algorithm is not None and algorithm in names else next(iter(names))


def mined_coin(config: Config, names: Names) -> str | None:
    """The ticker of the one coin that all pools pay, if it is mined by what is computed; else it is only paid out."""
    coin, *others = {coin_of(pool.coin) for pool in config.all_pools()}
    return coin.ticker if coin and not others and computed(config, names) in coin.algorithms else None


def common(own: str | None, names: Names) -> str | None:
    """The common name of what a program says it computes; its own word where that is none of those."""
    if own is None:
        return None
    return next((name for name, word in names.items() if word.lower() == own.lower()), canonical(own))


def naming_errors(title: str, config: Config, names: Names) -> Sequence[ErrorDetail]:
    """What keeps it from being known what to compute. A coin beside an algorithm says only what is paid out for it."""
    if config.algo is not None or len(names) == 1:
        return []
    coin, listed = coin_of(config.coin), ", ".join(sorted(names))
    if coin is not None and not set(coin.algorithms) & set(names):
        return [ErrorDetail("coin", phrase("fault.not_mined", program=title, coin=coin.name, names=listed))]
    if _of_coin(config.coin, names) is None:
        return [ErrorDetail("algo", phrase("fault.names_no_work", program=title, names=listed))]
    return []


def _of_coin(name: str | None, names: Names) -> str | None:
    coin = coin_of(name)
    return next((each for each in coin.algorithms if each in names), None) if coin else None
