"""A configuration beside what a program can do: every error and every warning, the same way for all programs."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from itertools import islice
from typing import NamedTuple

from mining.domain import algorithm
from mining.domain.adapter import MinerType
from mining.domain.card_choice import MachineUse, mining_backends, uses_cards
from mining.domain.config import SECOND, Config, CpuBackend, Devices
from mining.domain.errors import MOST_FAULTS, ErrorDetail
from mining.domain.message import phrase
from mining.domain.metrics import Gpu
from mining.domain.payout.coins import coin_of
from mining.domain.payout.credentials import credentials
from mining.domain.pool import Pool, SecondWork, parse_pool
from mining.domain.units import figure

_OF_CPU, _OF_CARDS = ("threads", "cpuPriority", "cpuAffinity"), ("cuda", "opencl", "intensity")
_UNLIMITED = ("threads", "donateLevel", "pauseOnActive")  # where 0 asks for nothing


def config_errors(kind: MinerType, config: Config) -> Sequence[ErrorDetail]:
    """What a program cannot do or does not know in a configuration, all of it at once."""
    errors = [*islice(_options(kind, config), MOST_FAULTS + 1), *_limits(kind, config), *_backends(kind, config)]
    for place in _places(kind, config):
        for field in _asked(kind, config, place.requested):
            if field not in (*kind.supports.fields, *kind.supports.ignored):
                errors.append(_refused(kind, config, place.prefix + field))
        errors += _pool(kind, place)
        if place.prefix != SECOND:
            errors += _shared(kind, config.all_pools()[0], place.settled, place.prefix)
    errors += _one_algorithm_twice(kind, config)
    return [*errors, *kind.extra_errors(config)]


def config_warnings(kind: MinerType, config: Config) -> Sequence[str]:
    """What the owner should know about a configuration that works."""
    warnings = [
        phrase("warning.no_effect", field=f"{place.prefix}{field}", program=kind.facts.title)
        for place in _places(kind, config)
        for field in _asked(kind, config, place.requested)
        if field in kind.supports.ignored and not kind.facts.simulated  # which ignores almost all, and says so itself
    ]
    if not kind.facts.loopback:
        exposure = kind.facts.api_exposure
        warnings.append(phrase("warning.exposed_api", program=kind.facts.title, exposure=exposure))
    return [*warnings, *worker_warnings(kind, config), *kind.extra_warnings(config)]


def worker_warnings(kind: MinerType, config: Config) -> Sequence[str]:
    """Where a pool may not show the worker under its name, and why."""
    if "worker" not in kind.supports.fields:
        return []
    doubts = [(prefix, credentials(pool).doubt) for prefix, pool in config.places()]
    return [phrase("worker.doubt", field=f"{prefix}worker", why=doubt) for prefix, doubt in doubts if doubt is not None]


def requested_algorithm(kind: MinerType, config: Config) -> str | None:
    """What a configuration asks a program to compute, by its name or by the coin; None where it leaves that open."""
    if config.algo is not None:
        return algorithm.canonical(config.algo)
    coin = coin_of(config.coin)
    return next((name for name in coin.algorithms if name in kind.facts.algorithms), None) if coin else None


def on_processor(kind: MinerType, config: Config) -> bool:
    """Whether a program mines on the processor unless it is told not to; by some it is the algorithm that decides."""
    able = kind.supports.cpu_algorithms
    return kind.facts.cpu and (not able or _computed(kind, config) in able)


def with_backends(kind: MinerType, config: Config) -> Config:
    """A copy that says what it uses of this machine, also where that goes without saying: a program that mines on
    graphics cards alone does so on all of them unless it is told which.
    """
    on_cpu = on_processor(kind, config)
    config = config.but(cpu=CpuBackend(enabled=on_cpu and (config.cpu is None or config.cpu.enabled)))
    if takes_every_card(kind, config):
        return config.but(**{name: Devices(enabled=True) for name in kind.facts.gpu})
    if on_cpu or not kind.facts.gpu or uses_cards(config):
        return config
    return config.but(**{name: Devices(enabled=True) for name in mining_backends(config, kind.facts.gpu)})


def machine_use(kind: MinerType, config: Config, gpus: Sequence[Gpu] = ()) -> MachineUse:
    """What of this machine a miner may use; `gpus` are the cards on which it says that it mines."""
    places = frozenset(gpu.bus_id for gpu in gpus if gpu.bus_id is not None)
    sure = all(gpu.bus_id is not None for gpu in gpus)
    return MachineUse(
        with_backends(kind, config), kind.facts.numbering, kind.facts.makers, places if sure else frozenset()
    )


def takes_every_card(kind: MinerType, config: Config) -> bool:
    """Whether a program takes the cards of every maker, whichever are asked for, since no number is named."""
    return (
        kind.facts.every_maker
        and not on_processor(kind, config)
        and not any(
            backend is not None and backend.enabled and backend.devices for backend in (config.cuda, config.opencl)
        )
    )


class _Place(NamedTuple):
    """Where a pool's fields can stand."""

    prefix: str  # of its fields' names
    requested: Config | Pool | SecondWork
    settled: Pool


def _places(kind: MinerType, config: Config) -> Sequence[_Place]:
    """The places of a configuration; of a second work that is refused as a whole nothing more is said."""
    requested: list[Config | Pool | SecondWork] = [config, *config.pools]
    if config.second is not None:
        requested.append(config.second)
    every = [_Place(prefix, each, pool) for each, (prefix, pool) in zip(requested, config.places(), strict=True)]
    return [place for place in every if place.prefix != SECOND or "second" in kind.supports.fields]


def _one_algorithm_twice(kind: MinerType, config: Config) -> Iterator[ErrorDetail]:
    """The second work must be another one than the main work, for a history is of one algorithm."""
    algo = config.second.algo if config.second is not None and "second" in kind.supports.fields else None
    if algo is None:
        return
    if config.algo is not None and algorithm.canonical(config.algo) == algorithm.canonical(algo):
        yield ErrorDetail("second.algo", phrase("fault.same_work_twice"))


def _asked(kind: MinerType, config: Config, place: Config | Pool | SecondWork) -> Iterator[str]:
    """The fields that ask for something, as a caller spells them; what is left out or switched off does not."""
    for name, info in type(place).model_fields.items():
        field, value = info.alias or name, getattr(place, name)
        if field == "options":  # each of them is judged by itself
            continue
        if isinstance(value, CpuBackend):
            asks = value.enabled != on_processor(kind, config)
        elif isinstance(value, Devices):
            asks = value.enabled
        elif field in _UNLIMITED:
            asks = bool(value)
        else:
            asks = value is not None and value is not False and value != ()
        if asks:
            yield field


def _refused(kind: MinerType, config: Config, field: str) -> ErrorDetail:
    if field == "cpu":
        return ErrorDetail("cpu.enabled", _alone(kind, config))
    return ErrorDetail(field, phrase("fault.unsupported", program=kind.facts.title))


def _alone(kind: MinerType, config: Config) -> str:
    """What mines alone: the processor, or cards."""
    program, on_cpu = kind.facts.title, on_processor(kind, config)
    if not kind.supports.cpu_algorithms:
        return phrase("fault.cpu_alone", program=program) if on_cpu else phrase("fault.gpu_alone", program=program)
    name = _computed(kind, config)
    if on_cpu:
        return phrase("fault.computed_on_cpu", program=program, algorithm=name)
    return phrase("fault.computed_on_cards", program=program, algorithm=name)


def _computed(kind: MinerType, config: Config) -> str:
    return requested_algorithm(kind, config) or kind.facts.algorithms[0]


def _options(kind: MinerType, config: Config) -> Iterator[ErrorDetail]:
    options, title = kind.supports.options, kind.facts.title
    for name, value in config.options.items():
        if name in options:
            issue = options[name].issue(value)
        elif near := get_close_matches(name[:64], options, n=2, cutoff=0.5):
            issue = phrase("fault.unknown_option_near", program=title, near=", ".join(near))
        elif options:
            issue = phrase("fault.unknown_option", program=title, count=len(options))
        else:
            issue = phrase("fault.no_options", program=title)
        if issue is not None:
            yield ErrorDetail(f"options.{name[:64]}", issue)


def _limits(kind: MinerType, config: Config) -> Iterator[ErrorDetail]:
    for name, info in Config.model_fields.items():
        limits, value = kind.supports.limits.get(info.alias or name), getattr(config, name)
        if limits is not None and value is not None and not limits.least <= value <= limits.most:
            least, most = figure(limits.least), figure(limits.most)
            issue = phrase("fault.own_limits", least=least, most=most, program=kind.facts.title)
            yield ErrorDetail(info.alias or name, issue)


def _backends(kind: MinerType, config: Config) -> Iterator[ErrorDetail]:
    ways = ", ".join(kind.facts.gpu)
    if kind.supports.cpu_algorithms:
        other = _OF_CARDS if on_processor(kind, config) else _OF_CPU
        for field in _asked(kind, config, config):
            if field in other and field in kind.supports.fields:
                yield ErrorDetail(field, _alone(kind, config))
        return
    if any(backend is not None and backend.enabled for backend in (config.cuda, config.opencl)):
        return
    if "cpu" in kind.supports.fields and config.cpu is not None and not config.cpu.enabled:
        yield ErrorDetail("cpu.enabled", phrase("fault.nothing_to_mine_with", ways=ways))
    for prefix, pool, _ in _places(kind, config) if kind.facts.cpu else ():
        if pool.algo is not None and algorithm.canonical(pool.algo) in kind.supports.gpu_algorithms:
            yield ErrorDetail(f"{prefix}algo", phrase("fault.needs_gpu", ways=ways))


def _shared(kind: MinerType, first: Pool, spare: Pool, prefix: str) -> Iterator[ErrorDetail]:
    """What a fail-over pool has of its own although the program has one for all its pools."""
    for field in kind.supports.shared:
        if field == "coin" and first.algo is not None:
            continue  # then it says only what is paid out
        name = next(name for name, info in Pool.model_fields.items() if (info.alias or name) == field)
        mine, theirs = (_meant(pool, field, getattr(pool, name)) for pool in (first, spare))
        if mine != theirs:
            yield ErrorDetail(prefix + field, phrase("fault.same_for_all_pools", program=kind.facts.title))


def _meant(pool: Pool, field: str, value: str | bool | None) -> str | bool | None:
    if field == "tls":
        return pool.address.tls
    return algorithm.canonical(value) if field == "algo" and isinstance(value, str) else value


def _pool(kind: MinerType, place: _Place) -> Iterator[ErrorDetail]:
    """What is wrong with one pool: the algorithm as it was said there, the address with TLS as it was settled."""
    supports, title = kind.supports, kind.facts.title
    prefix, requested, settled = place
    if requested.algo is not None and "algo" in supports.fields and not kind.facts.simulated:
        beside = supports.second_algorithms if prefix == SECOND else ()
        issue = algorithm.unknown(requested.algo, beside or kind.facts.algorithms)
        if issue is not None:
            yield ErrorDetail(f"{prefix}algo", issue)
    if settled.address.daemon and not supports.solo:
        yield ErrorDetail(f"{prefix}pool", phrase("fault.no_solo", program=title))
    elif parse_pool(requested.pool).tls and "tls" not in (*supports.fields, *supports.ignored):
        yield ErrorDetail(f"{prefix}pool", phrase("fault.no_tls", program=title))
    if settled.tls_fingerprint is not None and "tlsFingerprint" in supports.fields and not settled.address.tls:
        yield ErrorDetail(f"{prefix}tlsFingerprint", phrase("fault.needs_tls"))
