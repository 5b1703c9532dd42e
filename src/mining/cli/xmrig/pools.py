"""The pools of XMRig's config.json: whom each pays, how it is reached, and why one had to be left out."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from mining.cli.xmrig import pool_values as values
from mining.cli.xmrig.layout import LeftOut, Section, mistyped, text, unread, whole
from mining.domain.config import Config
from mining.domain.payout.wallet import Payee, wallet_errors
from mining.domain.pool import INHERITED, PoolAddress

Note = Callable[[str], None]
_MOST = 1 + next(rule.max_length for rule in Config.model_fields["pools"].metadata if hasattr(rule, "max_length"))
_READ = {
    "url", "user", "pass", "rig-id", "algo", "coin", "tls", "tls-fingerprint", "daemon", "enabled", "nicehash",
    "socks5", "keepalive", "variant", "submit-to-origin",
}  # fmt: skip
_FLAGS = ("enabled", "tls", "daemon", "nicehash")
_USUAL = {"daemon-poll-interval": 1000, "daemon-job-timeout": 15000, "daemon-zmq-port": -1}
_CONSEQUENCES = {
    "sni": "TLS does not tell the pool its name, so a server of many names may show another certificate",
    "self-select": "the pool chooses the transactions of a block, not a node of yours",
    "daemon-zmq-port": "a new block is noticed by asking every second",
}


class ImportedPool(NamedTuple):
    """One pool, with all that the file says about it."""

    scheme: str
    address: PoolAddress
    wallet: str
    password: str | None
    worker: str | None
    fingerprint: str | None
    coin: str | None
    algo: str | None
    proxy: str | None
    nicehash: bool

    @property
    def algorithm(self) -> str | None:
        """What is computed for it; None: the pool says it."""
        return self.algo or values.algorithm_of_coin(self.coin)

    def fields(self) -> dict[str, Any]:
        """Its fields in a configuration of this platform."""
        endpoint = self.address.endpoint
        fields = {
            "pool": f"{self.scheme}://{endpoint}" if self.scheme else endpoint, "wallet": self.wallet,
            "password": self.password, "worker": self.worker,
            "tls": True if self.address.tls and not self.address.daemon else None,
            "tlsFingerprint": self.fingerprint, "coin": self.coin, "algo": self.algo, "proxy": self.proxy,
        }  # fmt: skip
        return {key: value for key, value in fields.items() if value is not None}


def read_pools(rows: Sequence[Section], top: Section, note: Note) -> list[ImportedPool]:
    """The pools that can be used, in their order; a note for each of the others."""
    pools = []
    for place, row in enumerate(rows, 1):
        try:
            pools.append(_read(row, top, note))
        except LeftOut as error:
            note(f"{_label(row, place)} is left out: {error}")
    for pool in pools[_MOST:]:
        note(f"the pool {pool.address.endpoint} is left out: a miner has at most {_MOST}")
    return pools[:_MOST]


def in_common(pools: Sequence[ImportedPool], note: Note) -> dict[str, Any]:
    """What XMRig keeps for each pool and this platform for all."""
    nicehash = {pool.nicehash for pool in pools if "nicehash.com" not in pool.address.host}  # which XMRig knows itself
    if len(nicehash) > 1:
        note("nicehash: it counts for all pools here; to the others it only leaves fewer nonces to try")
    return {"nicehash": True} if True in nicehash or all(pool.nicehash for pool in pools) else {}


def written(pools: Sequence[ImportedPool]) -> dict[str, Any]:
    """The pools as fields of a configuration, each with its own login whatever the first one says."""
    first, *rest = [pool.fields() for pool in pools]
    return {**first, "pools": [_beside(first, pool) for pool in rest]} if rest else first


def _beside(first: Mapping[str, Any], pool: dict[str, Any]) -> dict[str, Any]:
    """A fail-over pool without what the first says just so, and with null for what the first alone says."""
    fields = {key: value for key, value in pool.items() if key not in INHERITED or first.get(key) != value}
    fields |= {key: None for key in INHERITED if key in first and key not in pool}
    return fields


def _read(row: Section, top: Section, note: Note) -> ImportedPool:
    scheme, address = values.location(row)
    if row.get("enabled") is False:
        raise LeftOut("it is disabled there")

    def tell(key: str, consequence: str) -> None:
        note(f"{key} of the pool {address.endpoint}: {consequence}")

    def tell_all(key: str, consequence: str) -> None:
        note(f"{key}: {consequence}")

    if address.daemon and text(row.get("spend-secret-key")):
        raise LeftOut("its node needs spend-secret-key, and no secret key of a wallet is stored here")
    wallet = values.wallet(row.get("user"), tell)
    algo = values.algorithm_of(row, top, tell, tell_all)
    coin, algo = values.coin_and_algorithm(row.get("coin"), algo, wallet, address.daemon, tell)
    errors = wallet_errors([Payee("user", wallet, coin, address.daemon, address.host, address.port)])
    if errors:
        raise LeftOut(f"its user {errors[0].issue}")
    password = values.word(row.get("pass"), "pass", 256, f"the pool gets {values.NOBODY!r}", tell)
    pool = ImportedPool(
        scheme,
        address,
        wallet,
        None if password == values.NOBODY else password,
        values.word(row.get("rig-id"), "rig-id", 64, "the pool sees no name of a worker", tell),
        values.fingerprint(row.get("tls-fingerprint"), bool(address.tls), tell),
        coin,
        algo,
        values.proxy(row.get("socks5")),
        row.get("nicehash") is True,
    )
    for key, consequence in mistyped(row, _FLAGS):
        tell(key, consequence)
    for key in unread(row, _READ):
        if whole(row[key]) != _USUAL.get(key, "never"):
            tell(key, _CONSEQUENCES.get(key, "it has no place here; XMRig's usual way holds"))
    return pool


def _label(row: Section, place: int) -> str:
    try:
        return f"the pool {values.location(row)[1].endpoint}"
    except LeftOut:
        return f"pool {place} of the list"
