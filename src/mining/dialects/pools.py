"""Pools and graphics cards, written as command lines have them."""

from collections.abc import Collection, Mapping, Sequence

from mining.domain.card_choice import mining_backends
from mining.domain.config import Config
from mining.domain.errors import ErrorDetail
from mining.domain.hardware import MAKERS, GraphicsCard, Maker
from mining.domain.message import phrase
from mining.domain.payout.credentials import Credentials, credentials
from mining.domain.pool import Pool, parse_pool

CUDA_BY_PLACE = {"CUDA_DEVICE_ORDER": "PCI_BUS_ID"}  # so that CUDA counts cards as /info does


def url(pool: Pool, plain: str = "stratum+tcp", tls: str = "stratum+ssl") -> str:
    """scheme://host:port."""
    return f"{tls if pool.address.tls else plain}://{pool.address.endpoint}"


def rig_id(sent: Credentials) -> str | None:
    """The worker where neither the login nor the password holds it, so that a field of its own must."""
    return None if sent.rig_id is None or sent.rig_id in sent.login + sent.password else sent.rig_id


def without_worker_field(title: str, config: Config) -> Sequence[ErrorDetail]:
    """The workers that cannot be sent, since the program has no field for one and the pool reads it nowhere else."""
    errors = []
    for prefix, pool in config.places():
        if pool.worker is not None and rig_id(credentials(pool)) is not None:
            issue = phrase("fault.no_worker_field", program=title, pool=pool.address.endpoint)
            errors.append(ErrorDetail(f"{prefix}worker", issue))
    return errors


def proxy(config: Config) -> str | None:
    """host:port of the SOCKS5 proxy."""
    return config.proxy.removeprefix("socks5://") if config.proxy else None


def cards(config: Config) -> tuple[int, ...]:
    """The numbers of the cards that are asked for, in the one list that the program has; none: all of them."""
    backends = [each for each in (config.cuda, config.opencl) if each is not None and each.enabled]
    return tuple(sorted({number for each in backends for number in each.devices}))


def list_errors(title: str, config: Config, own: Sequence[str]) -> Sequence[ErrorDetail]:
    """What its one list of cards cannot be told: the cards of one backend and all of another, or one card twice."""
    backends = {name: each for name in own if (each := getattr(config, name)) is not None and each.enabled}
    named = {name: set(each.devices) for name, each in backends.items() if each.devices}
    errors = [
        ErrorDetail(f"{name}.devices", phrase("fault.cards_of_one_backend", program=title, other=next(iter(named))))
        for name in backends
        if named and name not in named
    ]
    if twice := set.intersection(*named.values()) if len(named) > 1 else set():
        text = phrase("fault.card_twice", program=title, numbers=", ".join(map(str, sorted(twice))))
        errors.append(ErrorDetail(f"{list(named)[-1]}.devices", text))
    return errors


def makers(config: Config, own: Sequence[str], here: Sequence[GraphicsCard]) -> tuple[Maker, ...]:
    """Whose cards mine by its backends; of OpenCL's those that are here, which are AMD's where that is not known."""
    of_opencl = {card.vendor for card in here if card.backend == "opencl" and not card.integrated}
    by_backend: Mapping[str, Collection[str]] = {"cuda": {"NVIDIA"}, "opencl": of_opencl or {"AMD"}}
    return tuple(maker for name in backends(config, own) for maker in MAKERS if maker in by_backend[name])


def backends(config: Config, own: Sequence[str]) -> tuple[str, ...]:
    """Which of a program's backends mine."""
    return mining_backends(config, own)


def endpoint_of(text: str | None) -> str | None:
    """host:port of a pool as a program tells it, whatever stands before or after."""
    if text is None:
        return None
    plain = text.rpartition("://")[2].rpartition("@")[2].partition("/")[0]
    try:
        return parse_pool(plain).endpoint
    except ValueError:
        return None
