"""The pool catalogue: known pools, which coin each pays, and its own page of a wallet."""

import re
import unicodedata
from functools import cache
from itertools import product
from urllib.parse import quote

from pydantic import Field

from mining.domain.payout.pool_table import CHECKED_AT, DEAD, FAMILIES, HOUSES, POOLS, SOURCES, Login, Row, Worker
from mining.domain.value import Value

MERGED = {"DOGE": "LTC"}  # mined along with another coin, on the same pools


class PoolEntry(Value):
    """One pool in one region; what nobody documents is null."""

    name: str
    coin: str | None = Field(description="The coin it pays; null where it depends on the login or the port.")
    host: str
    port: int = Field(description="The usual one; it speaks plain stratum unless tlsPort is the same.")
    more_ports: tuple[int, ...] = ()
    tls_port: int | None = None
    region: str | None = None
    fee: float | None = Field(None, description="%")
    worker: Worker = Field(description="Where the worker's name goes.")
    usage: str = Field(description="Login and password in words.")
    login: Login = Field(description="account: it may be an account on the pool's site; prefixed: COIN:address.")
    exchanges: bool = Field(description="It pays its one coin, whatever is mined.")
    also: tuple[str, ...] = Field((), description="Other coins whose addresses it takes for some payouts.")
    own_logins: str | None = Field(None, description="A pattern of how logins begin that the pool gave out itself.")
    page: str | None = Field(None, description="Its own page of a wallet; {address} stands for the wallet.")
    source: str
    checked_at: str = Field(description="When it was last looked up; nothing was contacted then.")

    @property
    def ports(self) -> set[int]:
        """Every documented port."""
        return {self.port, *self.more_ports, self.tls_port or self.port}


@cache
def entries() -> tuple[PoolEntry, ...]:
    """Every known pool, one entry for each region."""
    return tuple(entry for row in POOLS for entry in _regions(row))


def of_coin(coin: str) -> tuple[PoolEntry, ...]:
    """The pools that pay this coin (its ticker)."""
    mined = MERGED.get(coin.upper(), coin.upper())
    return tuple(entry for entry in entries() if entry.coin == mined)


def find(host: str, port: int) -> PoolEntry | None:
    """The pool at this address, also where the catalogue knows only the domain that it is below."""
    host = host.lower().rstrip(".")
    return _places().get((host, port)) or _family(host, port)


def bears_known_name(name: str) -> bool:
    """Whether people would take a pool of that name for one of the catalogue, capitals, spaces and signs aside."""
    return _bare(name) in {_bare(house) for house in HOUSES}


def _bare(name: str) -> str:
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", name).casefold())


def dead(host: str) -> str | None:
    """Why nobody should connect to that host any more, or None."""
    return DEAD.get(host.lower().rstrip("."))


def dashboard_url(entry: PoolEntry, address: str) -> str | None:
    """The pool's own page of this wallet; None where the page is not documented, or it is no address."""
    if entry.page is None or not re.fullmatch(r"[A-Za-z0-9:_]{26,256}", address):
        return None
    return entry.page.replace("{address}", quote(address, safe=":"))


@cache
def _places() -> dict[tuple[str, int], PoolEntry]:
    return {(entry.host, port): entry for entry in entries() for port in entry.ports}


@cache
def _domains() -> dict[str, PoolEntry]:
    """HeroMiners has a domain for every coin, whose hosts and TLS ports are not all documented."""
    return {entry.host.partition(".")[2]: entry for entry in entries() if entry.name == "HeroMiners"}


def _family(host: str, port: int) -> PoolEntry | None:
    for domain, (name, coin) in FAMILIES.items():
        if host == domain or host.endswith(f".{domain}"):
            return _entry((name, coin, host, (port,), None, None, "PUB"), host, None)
    near = _domains().get(host) or _domains().get(host.partition(".")[2])
    return near and near.but(host=host, port=port, more_ports=(), region=None)


def _regions(row: Row) -> list[PoolEntry]:
    """A row's entries: `{eu,us}.pool.org` stands for two hosts."""
    template = row[2]
    parts = re.split(r"\{([^}]*)\}", template)
    choices = [part.split(",") if place % 2 else [part] for place, part in enumerate(parts)]
    several = len(parts) > 1
    return [
        _entry(row, "".join(words), "".join(words[1::2]).strip(".") if several else None) for words in product(*choices)
    ]


def _entry(row: Row, host: str, region: str | None) -> PoolEntry:
    name, coin, template, ports, tls_port, fee, source = row
    house = HOUSES[name]
    site = re.split(r"[.-]", re.sub(r"\{[^}]*\}", "", template).strip(".-"))[0]
    page = house.page.replace("{site}", site).replace("{coin}", coin.lower()) if house.page and coin else None
    return PoolEntry(
        name=name, coin=coin, host=host, port=ports[0], more_ports=ports[1:], tls_port=tls_port, region=region or None,
        fee=None if fee is None else float(fee), worker=house.worker, usage=house.usage, login=house.login,
        exchanges=house.exchanges, also=tuple(also for also in house.also if also != coin), page=page,
        own_logins=house.own_logins, source=SOURCES[source], checked_at=CHECKED_AT,
    )  # fmt: skip
