"""What XMRig's API says of itself, understood."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from mining.dialects.cards import hex_place
from mining.domain import units
from mining.domain.adapter import BackendState, CardBackend, Reading
from mining.domain.api_response import mapping, section
from mining.domain.metrics import Gpu
from mining.domain.pool import endpoint


def read(summary: Mapping[str, Any], backends: Sequence[Mapping[str, Any]]) -> Reading:
    """A summary and the backends beside it, which may be none."""
    connection, results = section(summary, "connection"), section(summary, "results")
    window = _numbers(section(summary, "hashrate").get("total"))
    accepted, total = units.count(results.get("shares_good")), units.count(results.get("shares_total"))
    rate = window[0] if window else None
    connected, paused = connection.get("ip") is not None, summary.get("paused") is True
    cards = _one_each(gpu for backend in backends for gpu in _gpus(backend))
    workers = not backends or any("threads" in backend for backend in backends)
    idle = connected and not paused and not any(window) and not workers
    return Reading(
        version=units.text(summary.get("version"), 40),
        algorithm=units.text(summary.get("algo"), 40),
        hashrate=None if rate == 0 and any(card.hashrate for card in cards) else rate,
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
        gpu=tuple(cards if rate == 0 else _without_false_zeros(cards, rate, _sum_of(backends))),
        crowded=tuple(dict.fromkeys(name for backend in backends for name in _crowded(backend))),
        backends=_states(backends, summary.get("features")),
        able=_able(summary.get("algorithms")),
    )


def _without_false_zeros(cards: Sequence[Gpu], total: float | None, parts: float | None) -> list[Gpu]:
    """The cards, and those at 0 unknown where the rest does not make up the total: each has a window of its own."""
    explained = total is not None and parts is not None and parts > 0.95 * total
    return [card.but(hashrate=None) if card.hashrate == 0 and not explained else card for card in cards]


def _sum_of(backends: Sequence[Mapping[str, Any]]) -> float | None:
    """What all threads together compute; None where one does not tell."""
    threads = [each for backend in backends for each in map(mapping, _threads(backend))]
    rates = [(_numbers(each.get("hashrate")) or [None])[0] for each in threads]
    figures = [rate for rate in rates if rate is not None]
    return sum(figures) if len(figures) == len(rates) else None


def _threads(backend: Mapping[str, Any]) -> list[Any]:
    threads = backend.get("threads")
    return threads if isinstance(threads, list) else []


def _states(backends: Sequence[Mapping[str, Any]], features: object) -> Mapping[CardBackend, BackendState]:
    """How each way to graphics cards does; without its backends, which of them this build does not have."""
    by_type = {units.text(backend.get("type"), 20): backend for backend in backends}
    ways: tuple[CardBackend, ...] = ("cuda", "opencl")
    if "cpu" in by_type:
        return {way: _state(by_type.get(way)) for way in ways}
    return {way: "absent" for way in ways if isinstance(features, list) and way not in features}


def _state(backend: Mapping[str, Any] | None) -> BackendState:
    if backend is None:
        return "absent"
    if "threads" in backend:
        return "works"
    return "off" if backend.get("enabled") is False else "idle"


def _able(raw: object) -> tuple[str, ...] | None:
    if not isinstance(raw, list):
        return None
    return tuple(name for each in raw[:200] if (name := units.text(each, 40)) is not None)


def _crowded(backend: Mapping[str, Any]) -> list[str]:
    """The cards on which RandomX's dataset has no room, so that they read it from main memory."""
    threads = map(mapping, _threads(backend)) if backend.get("type") == "cuda" else ()
    crowded = [each for each in threads if each.get("dataset_host") is True]
    return [units.text(each.get("name"), 100) or f"card {units.count(each.get('index'), 255)}" for each in crowded]


def _ping(connection: Mapping[str, Any]) -> int | None:
    """0 means both: not measured yet, and below 1 ms; it is measured by the first share of a connection."""
    ping = units.count(connection.get("ping"))
    return ping if ping or units.count(connection.get("avg_time_ms")) else None


def _gpus(backend: Mapping[str, Any]) -> list[Gpu]:
    threads = _threads(backend) if backend.get("type") in ("opencl", "cuda") else []
    gpus: dict[int, Gpu] = {}
    for thread in map(mapping, threads):
        if (index := units.count(thread.get("index"), 255)) is None:
            continue
        health, rates = section(thread, "health"), _numbers(thread.get("hashrate"))
        before, rate = gpus.get(index), rates[0] if rates else None
        gpus[index] = Gpu(
            id=index,
            backend="cuda" if backend.get("type") == "cuda" else "opencl",
            bus_id=hex_place(thread.get("bus_id")),
            name=units.text(thread.get("name"), 100),
            hashrate=rate if before is None or before.hashrate is None else before.hashrate + (rate or 0),
            temperature=units.number(health.get("temperature"), 200) or None,
            fan_speed=max((round(fan) for fan in _numbers(health.get("fan_speed")) if fan is not None), default=None),
            power_usage=units.whole(health.get("power"), 5000) or None,
        )
    return list(gpus.values())


def _one_each(devices: Iterable[Gpu]) -> list[Gpu]:
    """The cards: one that two backends use is one, and what they compute on it adds up."""
    cards: dict[object, Gpu] = {}
    for device in devices:
        card = cards.setdefault(device.bus_id or (device.backend, device.id), device)
        if card is not device:
            rate = None if None in (card.hashrate, device.hashrate) else (card.hashrate or 0) + (device.hashrate or 0)
            merged = device.to_json() | {k: v for k, v in card.to_json().items() if v is not None} | {"hashrate": rate}
            cards[device.bus_id] = Gpu.model_validate(merged)
    return list(cards.values())


def _numbers(raw: object) -> list[float | None]:
    return [units.number(value) for value in raw[:16]] if isinstance(raw, list) else []
