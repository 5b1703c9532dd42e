"""The rig's figures in Prometheus' words; a figure that is not known is left out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.exposition import choose_encoder
from prometheus_client.registry import Collector

from mining.domain.metrics import Gpu, WorkMetrics
from mining.domain.miner import Health, Miner, Status, Wanted

PLAIN = b"text/plain; version=0.0.4; charset=utf-8"
OPEN_METRICS = b"application/openmetrics-text; version=1.0.0; charset=utf-8"
_OPENLY, _ = choose_encoder(OPEN_METRICS.decode())
_MINER = ("miner", "type", "simulated")  # the labels that every figure of a miner has

STATES: Sequence[tuple[str, str, Sequence[str]]] = (
    (
        "status",
        "What the miner does now: 1 for that word, 0 for every other one. `error` is wanted but dead.",
        get_args(Status),
    ),
    (
        "health",
        "How well it does now: 1 for that word, 0 for every other one. Alert on degraded and unreachable.",
        get_args(Health),
    ),
    (
        "wanted",
        "What a person last asked for: 1 for that word, 0 for every other one. Running beside status error is trouble.",
        get_args(Wanted),
    ),
)


class _Figures(Collector):
    def __init__(self, miners: Sequence[Miner], problems: int, version: str) -> None:
        self._miners = miners
        self._problems = problems
        self._version = version

    def collect(self) -> Iterable[Metric]:
        """Every family of figures, as of now."""
        yield InfoMetricFamily("mining_platform", "The version of the daemon, as a label.", {"version": self._version})
        yield from _of_miners(self._miners)
        yield from _of_pools(self._miners)
        yield from _of_states(self._miners)
        yield from _of_devices(self._miners)
        about = "How much is wrong with the daemon itself, such as a full disk; /healthz says what. Alert above 0."
        yield GaugeMetricFamily("mining_problems", about, self._problems)


def prometheus_text(miners: Sequence[Miner], problems: int, version: str, openly: bool = False) -> bytes:
    """All figures as one page of text: as Prometheus has always read it, or as OpenMetrics."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Figures(miners, problems, version))
    ProcessCollector(registry=registry)
    return _OPENLY(registry) if openly else generate_latest(registry)


def wants_open_metrics(accept: str) -> bool:
    """Whether whoever sends this `Accept` would rather have OpenMetrics."""
    weights = {"application/openmetrics-text": 0.0, "text/plain": 0.0}
    for item in accept.split(","):
        media, *parameters = (part.strip() for part in item.split(";"))
        if media in weights:
            quality = next((part[2:] for part in parameters if part.startswith("q=")), "1")
            weight = float(quality) if re.fullmatch(r"[01](\.[0-9]{0,3})?", quality) else 0.0
            weights[media] = max(weights[media], weight)
    openly, plainly = weights.values()
    return openly > 0 and openly >= plainly


def _labels(miner: Miner, *more: str) -> list[str]:
    return [miner.name, miner.type, str(miner.simulated).lower(), *more]


def _gauge(name: str, about: str, *more: str, unit: str = "") -> GaugeMetricFamily:
    return GaugeMetricFamily(name, about, labels=(*_MINER, *more), unit=unit)


def _counter(name: str, about: str, *more: str) -> CounterMetricFamily:
    return CounterMetricFamily(name, about, labels=(*_MINER, *more))


def _of_miners(miners: Sequence[Miner]) -> Iterator[Metric]:
    up = _gauge("mining_miner_up", "1 while its process lives, 0 while it does not, wanted or not.")
    uptime = _gauge("mining_miner_uptime", "Since the start of its process; 0 while there is none.", unit="seconds")
    restarts = _counter(
        "mining_miner_restarts", "Restarts by a rule, after a crash or a hang, since a person's last start."
    )
    hashrate = _gauge(
        "mining_miner_hashrate",
        "Hashes per second (or solutions, where the algorithm counts those), the program's shortest window; absent "
        "while not known. Never add up different algorithms.",
        "algorithm",
    )
    shares = _counter(
        "mining_miner_shares",
        "Shares of the present process: accepted or rejected by the pool, or invalid, discarded by the program itself.",
        "result",
    )
    for miner in miners:
        up.add_metric(_labels(miner), float(miner.pid is not None))
        uptime.add_metric(_labels(miner), miner.uptime)
        restarts.add_metric(_labels(miner), miner.restarts)
        if miner.hashrate is not None:
            hashrate.add_metric(_labels(miner, miner.stats.algorithm or ""), miner.hashrate)
        for algorithm, work in _beside(miner).items():
            if work.hashrate is not None:
                hashrate.add_metric(_labels(miner, algorithm), work.hashrate)
        for result in ("accepted", "rejected", "invalid"):
            count = getattr(miner.stats.shares, result)
            if count is not None:
                shares.add_metric(_labels(miner, result), count)
    yield from (up, uptime, restarts, hashrate, shares)
    yield _of_second_works(miners)


def _of_second_works(miners: Sequence[Miner]) -> Metric:
    about = "As mining_miner_shares, of an algorithm that the miner computes beside its main one."
    shares = _counter("mining_second_shares", about, "algorithm", "result")
    for miner in miners:
        for algorithm, work in _beside(miner).items():
            for result in ("accepted", "rejected", "invalid"):
                count = getattr(work.shares, result)
                if count is not None:
                    shares.add_metric(_labels(miner, algorithm, result), count)
    return shares


def _beside(miner: Miner) -> dict[str, WorkMetrics]:
    """What a miner computes beside its main work, by algorithm; the same labels must not come twice."""
    works = {work.algorithm or "": work for work in reversed(miner.stats.work[1:])}
    return {algorithm: work for algorithm, work in works.items() if algorithm != (miner.stats.algorithm or "")}


def _of_pools(miners: Sequence[Miner]) -> Iterator[Metric]:
    connected = _gauge("mining_pool_connected", "1 while the miner is connected to a pool; absent while not known.")
    ping = _gauge(
        "mining_pool_ping", "How long the pool takes to answer a share; absent before the first.", unit="seconds"
    )
    for miner in miners:
        connection = miner.stats.connection
        if connection.connected is not None:
            connected.add_metric(_labels(miner), float(connection.connected))
        if connection.ping is not None:
            ping.add_metric(_labels(miner), connection.ping / 1000)
    yield from (connected, ping)


def _of_states(miners: Sequence[Miner]) -> Iterator[Metric]:
    for key, about, words in STATES:
        family = _gauge(f"mining_miner_{key}", about, key)
        for miner in miners:
            for word in words:
                family.add_metric(_labels(miner, word), float(getattr(miner, key) == word))
        yield family


def _of_devices(miners: Sequence[Miner]) -> Iterator[Metric]:
    heat = "Of the hottest sensor of the processor (device cpu), and of each graphics card that the miner uses."
    temperature = _gauge("mining_temperature", heat, "device", unit="celsius")
    power = _gauge("mining_gpu_power", "What a graphics card draws, as its driver says.", "device", unit="watts")
    about = "Hashes per second of one graphics card, in the unit of mining_miner_hashrate."
    gpu_hashrate = _gauge("mining_gpu_hashrate", about, "device")
    place = "Always 1; says which graphics card a device is, by its place on the PCI bus as GET /info has it."
    which = _gauge("mining_gpu_info", place, "device", "bus_id", "name")
    for miner in miners:
        if miner.stats.cpu.temperature is not None:
            temperature.add_metric(_labels(miner, "cpu"), miner.stats.cpu.temperature)
        for device, gpu in _named(miner.stats.gpu):
            which.add_metric(_labels(miner, device, gpu.bus_id or "", gpu.name or ""), 1)
            for family, figure in (
                (temperature, gpu.temperature),
                (power, gpu.power_usage),
                (gpu_hashrate, gpu.hashrate),
            ):
                if figure is not None:
                    family.add_metric(_labels(miner, device), figure)
    yield from (temperature, power, gpu_hashrate, which)


def _named(cards: Sequence[Gpu]) -> Iterator[tuple[str, Gpu]]:
    """The cards, each under a name of its own; two backends may give one number to two cards."""
    names: set[str] = set()
    for card in cards:
        name = f"gpu{card.id}" if f"gpu{card.id}" not in names else f"{card.backend or 'gpu'}-{len(names)}"
        names.add(name)
        yield name, card
