"""Config, what a person wants a miner to do, and how it is read from somebody's JSON with every fault named."""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Annotated, Any, Self, cast

from pydantic import AfterValidator, BeforeValidator, Field, JsonValue, ValidationError, ValidationInfo, field_validator

from mining.domain.errors import ErrorDetail, InvalidConfig, InvalidRequest, InvalidWallet
from mining.domain.message import phrase
from mining.domain.payout.login import mask
from mining.domain.payout.placeholder import NO_LOGIN, is_placeholder
from mining.domain.payout.wallet import Payee, coin_errors, wallet_errors
from mining.domain.pool import Fingerprint, Login, Password, Pool, PoolText, Proxy, SecondWork, Word, tls_agrees
from mining.domain.request_body import refuse_many_values
from mining.domain.spelling import respelled
from mining.domain.units import stretched
from mining.domain.validation import BODY, errors_in
from mining.domain.value import Value

NOWHERE = {"pool": "unknown.invalid:1", "wallet": "unknown"}  # stands in for what cannot be understood
SECOND = "second."  # what the names of the second work's fields begin with
Device = Annotated[int, Field(ge=0, le=255)]
_MASK = r"^(?:0x[0-9A-Fa-f]{1,64})?$"


def _mask(text: str) -> str:
    if not re.fullmatch(_MASK, text):
        raise ValueError(phrase("fault.mask"))
    return text


Mask = Annotated[str, Field(json_schema_extra={"pattern": _MASK}), AfterValidator(_mask)]


class Devices(Value):
    """A GPU backend; enabled with no devices = all of them."""

    enabled: bool = Field(False, description="Whether it is used.")
    devices: tuple[Device, ...] = Field((), max_length=64, description="Which cards, by number; none: all of them.")


class CpuBackend(Value):
    """The CPU backend."""

    enabled: bool = Field(True, description="Whether it is used.")


class Config(Value):
    """The seed's Config and what it leaves open; an absent field lets the program decide."""

    pool: PoolText = Field(
        examples=["stratum+tcp://pool.supportxmr.com:3333"],
        description="Where to mine: host:port, perhaps with a scheme.",
    )
    wallet: Login = Field(
        examples=["YOUR_WALLET_ADDRESS"], description="Your address, or the pool's account: the login."
    )
    algo: Word | None = Field(None, examples=["rx/0"], description="Absent: from the coin, or as the pool says.")
    coin: Word | None = Field(None, description="The coin that is paid out, by ticker or name.")
    password: Password | None = Field(
        None, description='"x" when there is none; never returned. In a change, absent: as before; empty: none.'
    )
    worker: Word | None = Field(None, description="What the pool calls this machine.")
    threads: int | None = Field(None, ge=0, le=4096, description="0 or absent: the program decides.")
    cpu_priority: int | None = Field(None, ge=0, le=5, description="0 gives way to everything, 5 to nothing.")
    cuda: Devices | None = Field(None, description="NVIDIA cards.")
    opencl: Devices | None = Field(None, description="Cards by OpenCL: AMD, Intel, NVIDIA.")
    cpu: CpuBackend | None = Field(None, description="The processor.")
    tls: bool | None = Field(None, description="Absent: as the pool's scheme says.")
    tls_fingerprint: Fingerprint | None = Field(
        None, description="SHA-256 of the pool's certificate. Without it XMRig's TLS hides but does not authenticate."
    )
    pools: tuple[Pool, ...] = Field((), max_length=64, description="Fail-over pools, tried in this order.")
    second: SecondWork | None = Field(
        None, description="What is computed at the same time on the same devices, where the program can do that."
    )
    huge_pages: bool | None = Field(None, description="Absent: use what is reserved, reserve nothing; as root none.")
    cpu_affinity: Mask | None = Field(
        None, examples=["0xf"], description="Which logical CPUs, as a mask in hexadecimal."
    )
    pause_on_battery: bool | None = Field(None, description="Rest while the machine runs on its battery.")
    pause_on_active: Annotated[int | None, BeforeValidator(stretched)] = Field(
        None, ge=0, le=86400, description="Seconds of idleness to wait for."
    )
    donate_level: int | None = Field(None, ge=0, le=100, description="% of the time for the program's authors.")
    nicehash: bool | None = Field(None, description="The pool is NiceHash, or speaks as it does.")
    proxy: Proxy | None = Field(
        None, examples=["socks5://127.0.0.1:9050"], description="Reach the pools through this SOCKS5 proxy."
    )
    intensity: float | None = Field(None, ge=0, le=1000, description="How hard a card works, in the program's unit.")
    options: dict[str, JsonValue] = Field({}, description="What only this type knows.")

    @field_validator("tls")
    @classmethod
    def _tls_agrees(cls, tls: bool | None, info: ValidationInfo) -> bool | None:
        return tls_agrees(tls, info.data.get("pool"))

    @property
    def uses_cuda(self) -> bool:
        """Whether it mines on NVIDIA cards through CUDA."""
        return self.cuda is not None and self.cuda.enabled

    def all_pools(self) -> tuple[Pool, ...]:
        """The primary and the fail-over pools in order, each complete: nothing is left to inherit."""
        primary = Pool(**{name: getattr(self, name) for name in Pool.model_fields})
        return (primary, *(pool.inheriting(primary) for pool in self.pools))

    def places(self) -> tuple[tuple[str, Pool], ...]:
        """Every pool that is paid for, complete, with what its fields' names begin with; the second work's is last."""
        prefixes = ("", *(f"pools[{index}]." for index in range(len(self.pools))))
        second = () if self.second is None else ((SECOND, self.second.settled),)
        return (*zip(prefixes, self.all_pools(), strict=True), *second)

    def public_json(self) -> dict[str, Any]:
        """JSON of what was said, without passwords: what an answer shows to the owner."""
        secret = {"password": True, "pools": {"__all__": {"password"}}, "second": {"password"}}
        shown = self.to_json(exclude_none=True, exclude=secret)
        return {key: value for key, value in shown.items() if value not in ([], {})}

    def masked(self) -> Self:
        """A copy for eyes that must not see where the money goes."""
        pools = tuple(pool.masked() for pool in self.pools)
        second = None if self.second is None else self.second.masked()
        options = {name: value for name, value in self.options.items() if not _is_path(value)}
        return self.but(
            wallet=mask(self.wallet), password=None, worker=None, pools=pools, second=second, options=options
        )


def _is_path(value: object) -> bool:
    return isinstance(value, str) and re.match(r"/|[A-Za-z]:[\\/]", value) is not None  # as no choice does


def read_config(raw: bytes | str, more: Callable[[Config], Sequence[ErrorDetail]], check_wallet: bool = True) -> Config:
    """Read a Config from JSON; `more` adds what the miner type has to say.

    Raises InvalidConfig with every fault at once, InvalidWallet when the wallets are the only thing wrong, or
    InvalidRequest when it is no JSON object or enormous.
    """
    config: Config | None
    errors: list[ErrorDetail] = []
    refuse_many_values(raw)
    raw = _as_documented(raw)
    try:
        config = Config.model_validate_json(raw)
    except ValidationError as error:
        errors = errors_in(error, Config)
        if errors[0].field == BODY:
            raise InvalidRequest(errors) from error
        config = _without(raw, errors)
    wrong = {_top(fault.field) for fault in errors}
    wallets = wallet_errors(payees(config), check_wallet) if config else []
    wallets = [fault for fault in wallets if _top(fault.field) not in wrong]
    others = [*more(config), *(coin_errors(payees(config)) if check_wallet else ())] if config else []
    roots = [fault for fault in others if fault.field in wrong and fault.field in _WHOLE]
    refused = {fault.field for fault in roots}  # as a whole, so that nothing is said of its parts
    errors = [*roots, *(fault for fault in errors if _top(fault.field) not in refused)]
    rest = [fault for fault in others if _top(fault.field) not in wrong]
    if wallets and not errors and not rest:
        raise InvalidWallet(wallets)
    if errors or wallets or rest:
        raise InvalidConfig([*errors, *wallets, *rest])
    return cast(Config, config)


def placeholder_errors(config: Config) -> list[ErrorDetail]:
    """The wallets that name nobody, each where it stands."""
    named = [payee for payee in payees(config) if is_placeholder(payee.login, payee.host)]
    inherited = {f"pools[{place}].wallet" for place, pool in enumerate(config.pools) if pool.inherits("wallet")}
    again = inherited if any(payee.field == "wallet" for payee in named) else set()
    return [
        ErrorDetail(payee.field, phrase("fault.placeholder", login=payee.login))
        for payee in named
        if payee.field not in again
    ]


def payees(config: Config) -> list[Payee]:
    """Every login of a configuration, and what is known of where its money goes."""
    rows = []
    for prefix, pool in config.places():
        at = pool.address
        rows.append(Payee(f"{prefix}wallet", pool.wallet or NO_LOGIN, pool.coin, at.daemon, at.host, at.port))
    return rows


_WHOLE = {
    "second": {"pool": "127.0.0.1:1", "wallet": "x"},
    "cuda": {"enabled": True},
    "opencl": {"enabled": True},
}  # what a program may refuse as a whole, and what stands for it where a part of it is wrong


def _as_documented(raw: bytes | str) -> bytes | str:
    """The same configuration in the words of the documents; what is no JSON stays as it is."""
    try:
        body = json.loads(raw)
        document = respelled(Config, body)
        return raw if document == body else json.dumps(document)
    except (ValueError, RecursionError):
        return raw


def _without(raw: bytes | str, errors: Iterable[ErrorDetail]) -> Config | None:
    """What remains readable when the faulty fields are left out, so that the others can be checked too."""
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    if not isinstance(body, dict):
        return None
    wrong = {_top(fault.field) for fault in errors}
    stead = {"pool": "127.0.0.1:1", "wallet": "x"} | {key: whole for key, whole in _WHOLE.items() if key in wrong}
    rest = stead | {key: value for key, value in body.items() if key not in wrong}
    try:
        return Config.model_validate_json(json.dumps(rest))
    except (ValueError, RecursionError):
        return None


def _top(field: str) -> str:
    return field.split(".")[0].split("[")[0]
