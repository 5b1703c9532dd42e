"""What a role may do: everybody with a key reads, an operator runs what an admin has decided on."""

from collections.abc import Iterable

from mining.domain.config import Config
from mining.domain.errors import InsufficientRole
from mining.domain.pool import Pool
from mining.domain.principal import Principal, Role

Destination = tuple[Pool, str | None, int | None]


def require(who: Principal, needed: Role, what: str) -> None:
    """InsufficientRole unless its role covers this one."""
    if not who.may(needed):
        raise InsufficientRole(
            f"{what} needs the role {needed}, and {who.name} is {_a(who.role)}.", needs=needed, role=who.role
        )


def require_destinations(who: Principal, config: Config, decided: Iterable[Config]) -> None:
    """InsufficientRole when somebody who is no admin wants to mine for whom no admin has decided on."""
    if who.may("admin"):
        return
    agreed = {each for config in decided for each in destinations(config)}
    if not destinations(config) <= agreed:
        require(
            who, "admin", "Another pool, wallet, worker, password, proxy or donation than a miner or profile here has"
        )


def destinations(config: Config) -> set[Destination]:
    """For whom a configuration mines, and over what; a worker may be read as part of an address."""
    return {(pool.but(algo=None), config.proxy, config.donate_level) for pool in config.all_pools()}


def _a(role: Role) -> str:
    return {"viewer": "a viewer", "operator": "an operator", "admin": "an admin"}[role]
