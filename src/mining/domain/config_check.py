"""A configuration beside what a program can do: every error and every warning, the same way for all programs."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from itertools import islice

from mining.domain import algorithm
from mining.domain.adapter import MinerType
from mining.domain.config import Config, CpuBackend, Devices
from mining.domain.errors import MOST_FAULTS, ErrorDetail
from mining.domain.payout.credentials import credentials
from mining.domain.pool import Pool, parse_pool

_UNLIMITED = ("threads", "donateLevel", "pauseOnActive")  # where 0 asks for nothing


def config_errors(kind: MinerType, config: Config) -> Sequence[ErrorDetail]:
    """What a program cannot do or does not know in a configuration, all of it at once."""
    errors = [*islice(_options(kind, config), MOST_FAULTS + 1), *_limits(kind, config), *_backends(kind, config)]
    for place, (prefix, pool) in enumerate(_pools(config)):
        for field in _asked(kind, pool):
            if field not in (*kind.supports.fields, *kind.supports.ignored):
                errors.append(_refused(kind, prefix + field))
        errors += _pool(kind, config, place, prefix)
    return [*errors, *kind.extra_errors(config)]


def config_warnings(kind: MinerType, config: Config) -> Sequence[str]:
    """What the owner should know about a configuration that works."""
    warnings = [
        f"{prefix}{field} has no effect: {kind.facts.title} cannot do it."
        for prefix, pool in _pools(config)
        for field in _asked(kind, pool)
        if field in kind.supports.ignored and not kind.facts.simulated  # which ignores almost all, and says so itself
    ]
    return [*warnings, *worker_warnings(kind, config), *kind.extra_warnings(config)]


def worker_warnings(kind: MinerType, config: Config) -> Sequence[str]:
    """Where a pool may not show the worker under its name, and why."""
    if "worker" not in kind.supports.fields:
        return []
    doubts = [credentials(pool).doubt for pool in config.all_pools()]
    return [f"{_pools(config)[place][0]}worker: {doubt}." for place, doubt in enumerate(doubts) if doubt is not None]


def with_backends(kind: MinerType, config: Config) -> Config:
    """A copy that says whether it uses the processor, also where that goes without saying."""
    return config.but(cpu=CpuBackend(enabled=kind.facts.cpu and (config.cpu is None or config.cpu.enabled)))


def _pools(config: Config) -> Sequence[tuple[str, Config | Pool]]:
    """The places that a pool's fields can stand in, each with what its fields' names begin with."""
    return [("", config), *((f"pools[{index}].", pool) for index, pool in enumerate(config.pools))]


def _asked(kind: MinerType, place: Config | Pool) -> Iterator[str]:
    """The fields that ask for something, as a caller spells them; what is left out or switched off does not."""
    for name, info in type(place).model_fields.items():
        field, value = info.alias or name, getattr(place, name)
        if field == "options":  # each of them is judged by itself
            continue
        if isinstance(value, CpuBackend):
            asks = value.enabled != kind.facts.cpu
        elif isinstance(value, Devices):
            asks = value.enabled
        elif field in _UNLIMITED:
            asks = bool(value)
        else:
            asks = value is not None and value is not False and value != ()
        if asks:
            yield field


def _refused(kind: MinerType, field: str) -> ErrorDetail:
    if field == "cpu":
        alone = "the CPU" if kind.facts.cpu else "graphics cards"
        return ErrorDetail("cpu.enabled", f"{kind.facts.title} mines on {alone} alone")
    return ErrorDetail(field, f"{kind.facts.title} cannot do this; leave it out")


def _options(kind: MinerType, config: Config) -> Iterator[ErrorDetail]:
    options, title = kind.supports.options, kind.facts.title
    for name, value in config.options.items():
        if name in options:
            issue = options[name].issue(value)
        elif near := get_close_matches(name[:64], options, n=2, cutoff=0.5):
            issue = f"is not known to {title}; did you mean {' or '.join(near)}?"
        else:
            where = f"GET /miners/available lists its {len(options)}" if options else "it knows no options"
            issue = f"is not known to {title}; {where}"
        if issue is not None:
            yield ErrorDetail(f"options.{name[:64]}", issue)


def _limits(kind: MinerType, config: Config) -> Iterator[ErrorDetail]:
    for name, info in Config.model_fields.items():
        limits, value = kind.supports.limits.get(info.alias or name), getattr(config, name)
        if limits is not None and value is not None and not limits.least <= value <= limits.most:
            text = f"must be at least {limits.least:g} and at most {limits.most:g}, {kind.facts.title}'s own limits"
            yield ErrorDetail(info.alias or name, text)


def _backends(kind: MinerType, config: Config) -> Iterator[ErrorDetail]:
    ways = f"enable {' or '.join(kind.facts.gpu)}"
    if any(backend is not None and backend.enabled for backend in (config.cuda, config.opencl)):
        return
    if "cpu" in kind.supports.fields and config.cpu is not None and not config.cpu.enabled:
        yield ErrorDetail("cpu.enabled", f"leaves nothing to mine with; {ways}")
    for prefix, pool in _pools(config) if kind.facts.cpu else ():
        if pool.algo is not None and algorithm.canonical(pool.algo) in kind.supports.gpu_algorithms:
            yield ErrorDetail(f"{prefix}algo", f"needs a GPU; {ways}")


def _pool(kind: MinerType, config: Config, place: int, prefix: str) -> Iterator[ErrorDetail]:
    """What is wrong with one pool: the algorithm as it was said there, the address with TLS as it was settled."""
    supports, title = kind.supports, kind.facts.title
    requested, settled = _pools(config)[place][1], config.all_pools()[place]
    if requested.algo is not None and "algo" in supports.fields and not kind.facts.simulated:
        issue = algorithm.unknown(requested.algo, kind.facts.algorithms)
        if issue is not None:
            yield ErrorDetail(f"{prefix}algo", issue)
    if settled.address.daemon and not supports.solo:
        yield ErrorDetail(f"{prefix}pool", f"{title} cannot mine for a node; name a pool")
    elif parse_pool(requested.pool).tls and "tls" not in (*supports.fields, *supports.ignored):
        yield ErrorDetail(f"{prefix}pool", f"{title} cannot speak TLS; name a pool without it")
    if requested.tls_fingerprint is not None and "tlsFingerprint" in supports.fields and not settled.address.tls:
        yield ErrorDetail(f"{prefix}tlsFingerprint", "needs tls")
