"""What XMRig's API says of itself, understood."""

from collections.abc import Mapping, Sequence
from typing import Any

from mining.domain import units
from mining.domain.adapter import Reading
from mining.domain.api_response import mapping, section
from mining.domain.metrics import Gpu
from mining.domain.pool import endpoint


def read(summary: Mapping[str, Any], backends: Sequence[Mapping[str, Any]]) -> Reading:
    """A summary and the backends beside it, which may be none."""
    connection, results = section(summary, "connection"), section(summary, "results")
    window = _numbers(section(summary, "hashrate").get("total"))
    accepted, total = units.count(results.get("shares_good")), units.count(results.get("shares_total"))
    connected, paused = connection.get("ip") is not None, summary.get("paused") is True
    workers = not backends or any("threads" in backend for backend in backends)
    idle = connected and not paused and not any(window) and not workers
    return Reading(
        version=units.text(summary.get("version"), 40),
        algorithm=units.text(summary.get("algo"), 40),
        hashrate=window[0] if window else None,
        accepted=accepted,
        rejected=total - accepted if accepted is not None and total is not None and total >= accepted else None,
        pool=endpoint(pool) if (pool := units.text(connection.get("pool"), 300)) else None,
        connected=connected,
        connection_uptime=units.count(connection.get("uptime")),
        ping=_ping(connection),
        failures=units.count(connection.get("failures")),
        tls=connection.get("tls") is not None if connected else None,
        difficulty=units.number(connection.get("diff")) or None,
        paused=paused,
        preparing=idle,
        idle=idle,
        gpu=tuple(gpu for backend in backends for gpu in _gpus(backend)),
    )


def _ping(connection: Mapping[str, Any]) -> int | None:
    """0 means both: not measured yet, and below 1 ms; it is measured by the first share of a connection."""
    ping = units.count(connection.get("ping"))
    return ping if ping or units.count(connection.get("avg_time_ms")) else None


def _gpus(backend: Mapping[str, Any]) -> list[Gpu]:
    threads = backend.get("threads") if backend.get("type") in ("opencl", "cuda") else None
    found: dict[int, Gpu] = {}
    for thread in map(mapping, threads if isinstance(threads, list) else []):
        if (index := units.count(thread.get("index"), 255)) is None:
            continue
        health, rates = section(thread, "health"), _numbers(thread.get("hashrate"))
        before, rate = found.get(index), rates[0] if rates else None
        found[index] = Gpu(
            id=index,
            name=units.text(thread.get("name"), 100),
            hashrate=rate if before is None or before.hashrate is None else before.hashrate + (rate or 0),
            temperature=units.number(health.get("temperature"), 200) or None,
            fan_speed=max((fan for fan in _numbers(health.get("fan_speed")) if fan is not None), default=None),
            power_usage=units.number(health.get("power"), 5000) or None,
        )
    return list(found.values())


def _numbers(raw: object) -> list[float | None]:
    return [units.number(value) for value in raw[:16]] if isinstance(raw, list) else []
