"""What a role may do: everybody with a key reads, an operator runs what an admin has decided on."""

from collections.abc import Iterable

from mining.domain.config import Config
from mining.domain.errors import InsufficientRole
from mining.domain.message import phrase
from mining.domain.pool import Pool
from mining.domain.principal import Principal, Role

Destination = tuple[Pool, str | None, int | None]


def require(who: Principal, needed: Role, what: str) -> None:
    """InsufficientRole unless its role covers this one."""
    if not who.may(needed):
        raise InsufficientRole(_refusal(who, needed, what), needs=needed, role=who.role)


def require_destinations(who: Principal, config: Config, decided: Iterable[Config]) -> None:
    """InsufficientRole when somebody who is no admin wants to mine for whom no admin has decided on."""
    if who.may("admin"):
        return
    agreed = {each for config in decided for each in destinations(config)}
    if not destinations(config) <= agreed:
        require(who, "admin", phrase("right.destination"))


def destinations(config: Config) -> set[Destination]:
    """For whom a configuration mines, and over what; a worker may be read as part of an address."""
    return {(pool.but(algo=None), config.proxy, config.donate_level) for _, pool in config.places()}


def _refusal(who: Principal, needed: Role, what: str) -> str:
    if who.role == "viewer":
        return phrase("refuse.viewer", what=what, role=needed, who=who.name)
    if who.role == "operator":
        return phrase("refuse.operator", what=what, role=needed, who=who.name)
    return phrase("refuse.admin", what=what, role=needed, who=who.name)
