"""Where work comes from: the address of a pool, and its entry in a configuration."""

import re
from typing import Annotated, Any, NamedTuple, Self, cast

from pydantic import (
    AfterValidator,
    Field,
    GetJsonSchemaHandler,
    SerializerFunctionWrapHandler,
    ValidationInfo,
    field_validator,
    model_serializer,
)
from pydantic_core import CoreSchema

from mining.domain.message import phrase
from mining.domain.payout.login import mask
from mining.domain.value import Value


class PoolAddress(NamedTuple):
    """A pool's address, taken apart."""

    host: str
    port: int
    tls: bool | None = None  # None: the scheme does not say
    daemon: bool = False  # a node's RPC: solo mining

    @property
    def endpoint(self) -> str:
        """host:port, with brackets around an IPv6 host."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


_SCHEMES: dict[str, tuple[bool | None, bool]] = {  # scheme → (tls, daemon)
    "": (None, False),
    "stratum+tcp": (False, False),
    "stratum+ssl": (True, False),
    "stratum+tls": (True, False),
    "ssl": (True, False),
    "daemon+http": (False, True),
    "daemon+https": (True, True),
    "solo+tcp": (False, True),
    "solo+ssl": (True, True),
}
_HOST = r"\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9](?:[A-Za-z0-9._-]{0,252})"
_POOL = re.compile(rf"(?:([a-z+]{{1,16}})://)?({_HOST}):([0-9]{{1,5}})/?")
_PROXY = re.compile(rf"socks5://({_HOST}):([0-9]{{1,5}})")
_SHA256 = r"^(?:[0-9A-Fa-f]{64}|[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){31})?$"
_FORMS = ", ".join(f"{scheme}://" for scheme in _SCHEMES if scheme)


def parse_pool(text: str) -> PoolAddress:
    """Take `[scheme://]host:port` apart; ValueError says what is wrong with it."""
    if "@" in text:
        raise ValueError(phrase("fault.pool_login"))
    match = _POOL.fullmatch(text)
    if match is None:
        raise ValueError(phrase("fault.pool", schemes=_FORMS))
    scheme, host, port = match[1] or "", match[2], int(match[3])
    if scheme not in _SCHEMES:
        raise ValueError(phrase("fault.pool_scheme", scheme=scheme, schemes=_FORMS))
    tls, daemon = _SCHEMES[scheme]
    return PoolAddress(_host(host), _port(port), tls, daemon)


def endpoint(text: str) -> str:
    """host:port as a program tells it, with the brackets that some leave out around an IPv6 host."""
    host, colon, port = text.rpartition(":")
    return f"[{host}]{colon}{port}" if ":" in host and not host.startswith("[") else text


def parse_proxy(text: str) -> PoolAddress:
    """Take `socks5://host:port` apart; ValueError says what is wrong with it."""
    match = _PROXY.fullmatch(text)
    if match is None:
        raise ValueError(phrase("fault.proxy"))
    return PoolAddress(_host(match[1]), _port(int(match[2])))


def _host(text: str) -> str:
    if not text.startswith("["):
        return text.lower().rstrip(".")  # which only say that the name is whole
    from ipaddress import IPv6Address  # here because most pools have names

    try:
        return str(IPv6Address(text[1:-1]))
    except ValueError as error:
        raise ValueError(phrase("fault.not_ipv6")) from error


def _port(port: int) -> int:
    if not 1 <= port <= 65535:
        raise ValueError(phrase("fault.port"))
    return port


def _pool_text(text: str) -> str:
    parse_pool(text)
    return text


def _proxy_text(text: str) -> str:
    parse_proxy(text)
    return text


def _digits(text: str) -> str:
    """A fingerprint without the colons that other tools write into it."""
    if not re.fullmatch(_SHA256, text):
        raise ValueError(phrase("fault.fingerprint"))
    return text.replace(":", "")


def plain(text: str) -> str:
    """Printable ASCII that cannot be mistaken for an option or break out of quotes; ValueError otherwise."""
    if not re.fullmatch(r"[!-~]*", text) or any(mark in text for mark in "\"'\\"):
        raise ValueError(phrase("fault.plain"))
    if text.startswith("-"):
        raise ValueError(phrase("fault.begins_with_dash"))
    return text


PoolText = Annotated[str, Field(max_length=300), AfterValidator(_pool_text)]
Word = Annotated[str, Field(max_length=64), AfterValidator(plain)]  # optional wherever it stands: an empty one is none
Login = Annotated[str, Field(min_length=1, max_length=256)]  # its grammar and checksum: domain/wallet.py
OptionalLogin = Annotated[str, Field(max_length=256)]  # an empty one is none
Password = Annotated[str, Field(max_length=256), AfterValidator(plain)]
Fingerprint = Annotated[str, Field(json_schema_extra={"pattern": _SHA256}), AfterValidator(_digits)]
Proxy = Annotated[str, Field(max_length=300), AfterValidator(_proxy_text)]
INHERITED = ("wallet", "worker", "coin", "algo", "proxy")  # a password is each pool's own


class Pool(Value):
    """One pool to mine on. A wallet, worker, coin, algo or proxy that is absent is the top's; null says none."""

    pool: PoolText = Field(examples=["stratum+tcp://pool.supportxmr.com:3333"], description="host:port of this pool.")
    wallet: OptionalLogin | None = Field(None, description="The login there; absent: that of the top.")
    password: Password | None = Field(None, description='"x" when there is none; never returned. "" takes it away.')
    worker: Word | None = Field(None, description="Absent: that of the top; null: none.")
    tls: bool | None = Field(None, description="Absent: as the pool's scheme says.")
    tls_fingerprint: Fingerprint | None = Field(None, description="SHA-256 of this pool's certificate.")
    coin: Word | None = Field(None, description="Absent: that of the top; null: none.")
    algo: Word | None = Field(None, description="Absent: that of the top; null: as the pool says.")
    proxy: Proxy | None = Field(None, description="Absent: that of the top; null: none.")

    @field_validator("tls")
    @classmethod
    def _tls_agrees(cls, tls: bool | None, info: ValidationInfo) -> bool | None:
        return tls_agrees(tls, info.data.get("pool"))

    @property
    def address(self) -> PoolAddress:
        """The pool's address, taken apart; `tls` is settled."""
        address = parse_pool(self.pool)
        return address._replace(tls=bool(self.tls if address.tls is None else address.tls))

    @property
    def declined(self) -> frozenset[str]:
        """What it explicitly has none of, although the top may have some."""
        return frozenset(name for name in self.model_fields_set.intersection(INHERITED) if getattr(self, name) is None)

    def inherits(self, name: str) -> bool:
        """Whether the top decides about that field."""
        return name in INHERITED and name not in self.model_fields_set

    def inheriting(self, top: "Pool") -> Self:
        """A copy in which nothing is left to inherit."""
        return self.but(**{name: getattr(top, name) for name in INHERITED if self.inherits(name)})

    def masked(self) -> "Pool":
        """A copy for eyes that must not see where the money goes."""
        shown = {name: getattr(self, name) for name in self.model_fields_set - {"password", "worker"}}
        if self.wallet is not None:
            shown["wallet"] = mask(self.wallet)
        return self.model_construct(**shown)

    def __eq__(self, other: object) -> bool:
        return super().__eq__(other) and isinstance(other, Pool) and self.declined == other.declined

    def __hash__(self) -> int:
        return hash(tuple(self.__dict__.values()))

    @model_serializer(mode="wrap")
    def _with_nulls(self, rest: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Whoever leaves nulls out keeps those that say none, and nobody sees one that does not."""
        whole = rest(self)
        shown = {name: whole[name] for name in whole if not self.inherits(name)}
        return shown | dict.fromkeys(sorted(self.declined))

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        plain_schema = {key: value for key, value in schema.items() if key != "serialization"}
        return handler(cast(CoreSchema, plain_schema))


class SecondWork(Value):
    """What is computed beside the main work: another algorithm, on a pool of its own. It inherits nothing."""

    pool: PoolText = Field(examples=["stratum+tcp://kas.example:5555"], description="Where to mine it: host:port.")
    wallet: Login = Field(description="The login there: the address or account that this work pays.")
    password: Password | None = Field(None, description="As the one at the top: never returned.")
    worker: Word | None = Field(None, description="What that pool calls this machine.")
    algo: Word | None = Field(None, description="Another algorithm than the main one.")
    coin: Word | None = Field(None, description="The coin that is paid out there, by ticker or name.")
    tls: bool | None = Field(None, description="Absent: as the pool's scheme says.")

    @field_validator("tls")
    @classmethod
    def _tls_agrees(cls, tls: bool | None, info: ValidationInfo) -> bool | None:
        return tls_agrees(tls, info.data.get("pool"))

    @property
    def settled(self) -> Pool:
        """Its pool, of which every field is settled."""
        fields: dict[str, Any] = {name: getattr(self, name, None) for name in Pool.model_fields}
        return Pool(**fields)

    def masked(self) -> Self:
        """A copy for eyes that must not see where the money goes."""
        return self.but(wallet=mask(self.wallet), password=None, worker=None)


def tls_agrees(tls: bool | None, pool: str | None) -> bool | None:
    """Pass `tls` through unless the pool's scheme says the opposite (ValueError)."""
    if tls is not None and pool is not None:
        scheme_tls = parse_pool(pool).tls
        if scheme_tls is not None and scheme_tls != tls:
            raise ValueError(phrase("fault.scheme_says_tls", tls=str(scheme_tls).lower()))
    return tls
