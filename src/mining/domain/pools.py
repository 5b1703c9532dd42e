"""The pools to choose from (the catalogue's and one's own), and what a test of one is asked and answers."""

import json
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, ClassVar, Literal, Protocol

from pydantic import Field, ValidationError, ValidationInfo, field_validator

from mining.domain.config import SECOND, Config
from mining.domain.errors import ErrorDetail, InvalidRequest, InvalidWallet
from mining.domain.message import phrase
from mining.domain.miner import MinerPayee
from mining.domain.payout.coins import coin_of
from mining.domain.payout.login import address_of, mask, parts_of
from mining.domain.payout.pool_catalogue import PoolEntry, bears_known_name, dashboard_url, dead, entries, find, of_coin
from mining.domain.payout.pool_table import Login as LoginKind
from mining.domain.payout.pool_table import Worker
from mining.domain.payout.wallet import Payee, coin_errors, wallet_errors
from mining.domain.pool import Fingerprint, OptionalLogin, Pool, PoolAddress, PoolText, Word, tls_agrees
from mining.domain.request_body import json_in
from mining.domain.spelling import respelled
from mining.domain.stored import EPOCH, Stored
from mining.domain.validation import errors_in
from mining.domain.value import Moment, Value
from mining.domain.wording import WORDING, Wording


class PoolDraft(Value):
    """A pool of one's own, as it is added."""

    pool: PoolText = Field(examples=["stratum+tcp://pool.example:3333"])
    tls: bool | None = None
    name: str | None = Field(None, max_length=64, description="Its host when absent.")
    coin: Word | None = Field(None, description="The coin it pays: ticker or name.")

    @field_validator("tls")
    @classmethod
    def _tls_agrees(cls, tls: bool | None, info: ValidationInfo) -> bool | None:
        return tls_agrees(tls, info.data.get("pool"))

    @field_validator("name")
    @classmethod
    def _printable(cls, name: str | None) -> str | None:
        if name is not None and (not name.isprintable() or not name.strip()):
            raise ValueError(phrase("fault.not_printable"))
        return name

    @property
    def address(self) -> PoolAddress:
        """Its address, with `tls` settled."""
        return Pool(pool=self.pool, tls=self.tls).address


class OwnPool(PoolDraft, Stored):
    """A pool of one's own, as it is kept."""

    stand_ins: ClassVar = {"addedAt": EPOCH}

    id: str
    added_at: Moment


class ListedPool(Value):
    """A pool to choose; what is not known of it is null."""

    id: str = Field(description="host:port", examples=["pool.supportxmr.com:3333"])
    origin: Literal["catalogue", "yours"]
    pool: str = Field(description="As a configuration takes it.")
    name: str
    coin: str | None = Field(description="The coin it pays; null where it depends on the login or the port.")
    host: str
    port: int = Field(description="The usual one; it speaks plain stratum unless tlsPort is the same.")
    more_ports: tuple[int, ...] = ()
    tls_port: int | None = None
    region: str | None = None
    fee: float | None = Field(None, description="%")
    worker: Worker | None = Field(None, description="Where the worker's name goes.")
    usage: str | None = Field(None, description="Login and password in words.")
    login: LoginKind | None = None
    exchanges: bool = Field(False, description="It pays its one coin, whatever is mined.")
    also: tuple[str, ...] = Field((), description="Other coins whose addresses it takes for some payouts.")
    page: str | None = Field(None, description="Its own page of a wallet; {address} stands for the wallet.")
    source: str | None = None
    checked_at: str | None = Field(
        None, description="When it was last looked up.", json_schema_extra={"format": "date"}
    )
    added_at: Moment | None = Field(None, description="When you added it.")


class RemovedPool(ListedPool):
    """The answer to a removal."""

    message: str
    wording: Wording | None = Field(None, description=f"`message`: {WORDING}")


class PoolTrial(Value):
    """What is to be tested."""

    pool: PoolText = Field(examples=["pool.supportxmr.com:3333"])
    tls: bool | None = Field(None, description="Absent: as the scheme says, or else the catalogue.")
    tls_fingerprint: Fingerprint | None = None
    coin: Word | None = None
    wallet: OptionalLogin | None = Field(None, description="Without one, no login is tried.")

    @field_validator("tls")
    @classmethod
    def _tls_agrees(cls, tls: bool | None, info: ValidationInfo) -> bool | None:
        return tls_agrees(tls, info.data.get("pool"))

    @property
    def address(self) -> PoolAddress:
        """Where to connect, with `tls` settled."""
        settled: PoolAddress = Pool(pool=self.pool, tls=self.tls).address
        if self.tls is None and "://" not in self.pool and (entry := find(settled.host, settled.port)):
            return settled._replace(tls=entry.tls_port == settled.port)
        return settled


Reached = Literal["reachable", "refused", "timeout", "tls_error", "forbidden", "unresolved"]


class PoolTest(Value):
    """The result of a test; of what the other side sent it holds only the reason of a refused login."""

    pool: str
    result: Reached
    text: str = Field(description="The result in words.")
    wording: Wording | None = Field(None, description=f"`text`: {WORDING}")
    address: str | None = Field(None, description="The address that was checked and connected to.")
    connect_ms: float | None = Field(None, description="Median of three connections.")
    tls: bool
    tls_ms: float | None = Field(None, description="The TLS handshake.")
    tls_fingerprint: str | None = Field(
        None, description="SHA-256 of the certificate, as a configuration's tlsFingerprint takes it."
    )
    login: Literal["answered", "refused", "no_answer"] | None = Field(None, description="null: none was tried.")
    login_text: str | None = Field(None, description="Why the pool refused the login, in its words.")
    login_wording: Wording | None = Field(None, description=f"`loginText`: {WORDING}")


class Pools(Protocol):
    """The pools to choose from; every call raises a MiningError when it cannot do what is asked."""

    async def listed(self, coin: str | None) -> Sequence[ListedPool]:
        """The catalogue's and one's own, by name; with a coin, only those that pay it."""

    async def add(self, draft: PoolDraft) -> ListedPool:
        """Keep one more; PoolAlreadyExists when its host and port are known."""

    async def remove(self, id: str) -> RemovedPool:
        """Forget one of one's own; PoolNotFound otherwise."""

    async def test(self, trial: PoolTrial, near: bool = True) -> PoolTest:
        """Connect, and see how that goes; `near` pools are on this machine or in its private network."""


def catalogue(coin: str | None) -> Sequence[ListedPool]:
    """The catalogue's pools by name, perhaps only those that pay a coin."""
    return _whole_catalogue() if coin is None else by_name(_of_entry(entry) for entry in of_coin(ticker(coin)))


@cache
def _whole_catalogue() -> Sequence[ListedPool]:
    return by_name(_of_entry(entry) for entry in entries())


def by_name(pools: Iterable[ListedPool]) -> Sequence[ListedPool]:
    """Pools in the order in which they are listed."""
    return tuple(sorted(pools, key=lambda pool: (pool.name.casefold(), pool.id)))


def page_of(config: Config, endpoint: str | None = None) -> str | None:
    """The pool's own page of the wallet that a configuration pays there: at `endpoint` (host:port), else at its first.

    None where the pool's page is not documented, or the login holds no address.
    """
    pools = config.all_pools()
    used = next((pool for pool in pools if pool.address.endpoint == endpoint), pools[0])
    entry = find(used.address.host, used.address.port)
    return dashboard_url(entry, address_of(used.wallet)) if entry and used.wallet else None


def payees_at(config: Config, simulated: bool) -> tuple[MinerPayee, ...]:
    """Who is paid at each pool of a configuration; a simulated miner's wallets are nobody's."""
    return tuple(_payee_at(pool, simulated, prefix == SECOND) for prefix, pool in config.places())


def _payee_at(pool: Pool, simulated: bool, second: bool) -> MinerPayee:
    host, port = pool.address.host, pool.address.port
    entry, parts = find(host, port), parts_of(pool.wallet or "")
    coin = coin_of(symbol) if (symbol := pool.coin or parts.coin) else None
    return MinerPayee(
        pool=pool.address.endpoint,
        payee=mask(address_of(pool.wallet)) if pool.wallet else None,
        worker=pool.worker or parts.worker,
        coin=coin.ticker if coin is not None else symbol or (entry.coin if entry is not None else None),
        page=dashboard_url(entry, address_of(pool.wallet)) if entry and pool.wallet and not simulated else None,
        second=second,
    )


def listed(own: OwnPool) -> ListedPool:
    """A pool of one's own as it is shown."""
    at = own.address
    name = at.host if own.name is None or bears_known_name(own.name) else own.name
    return ListedPool(
        id=own.id, origin="yours", pool=own.pool, name=name, coin=own.coin and ticker(own.coin),
        host=at.host, port=at.port, tls_port=at.port if at.tls else None, added_at=own.added_at,
    )  # fmt: skip


def ticker(coin: str) -> str:
    """A coin's ticker, also of one that is not known here."""
    entry = coin_of(coin)
    return entry.ticker if entry else coin.upper()


def read_draft(raw: bytes | str) -> PoolDraft:
    """A pool to add, from JSON; InvalidRequest with every fault at once."""
    try:
        draft = PoolDraft.model_validate_json(json.dumps(respelled(PoolDraft, json_in(raw))))
    except ValidationError as error:
        raise InvalidRequest(errors_in(error, PoolDraft)) from error
    errors = []
    if gone := dead(draft.address.host):
        errors.append(ErrorDetail("pool", phrase("fault.dead_pool", why=gone)))
    if draft.name is not None and bears_known_name(draft.name):
        errors.append(ErrorDetail("name", phrase("fault.pool_of_catalogue")))
    if errors:
        raise InvalidRequest(errors)
    return draft


def read_trial(raw: bytes | str) -> PoolTrial:
    """What to test, from JSON; InvalidRequest with every fault at once."""
    try:
        trial = PoolTrial.model_validate_json(json.dumps(respelled(PoolTrial, json_in(raw))))
    except ValidationError as error:
        raise InvalidRequest(errors_in(error, PoolTrial)) from error
    if trial.wallet is not None:
        at = trial.address
        payee = Payee("wallet", trial.wallet, trial.coin, at.daemon, at.host, at.port)
        if errors := coin_errors([payee]):
            raise InvalidRequest(errors)
        if errors := wallet_errors([payee]):
            raise InvalidWallet(errors)
    return trial


def _of_entry(entry: PoolEntry) -> ListedPool:
    at = PoolAddress(entry.host, entry.port)
    scheme = "stratum+ssl" if entry.tls_port == entry.port else "stratum+tcp"
    fields: dict[str, Any] = {key: value for key, value in dict(entry).items() if key != "own_logins"}
    return ListedPool(id=at.endpoint, origin="catalogue", pool=f"{scheme}://{at.endpoint}", **fields)
