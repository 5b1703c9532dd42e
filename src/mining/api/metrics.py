"""The rig's figures in Prometheus' words; a figure that is not known is left out."""

from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.registry import Collector

from mining.domain.miner import Health, Miner, Status, Wanted
from mining.domain.rig import Rig

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


STATES: Sequence[tuple[str, str, Sequence[str]]] = (
    ("status", "1 for what the miner does now, 0 for every other word", get_args(Status)),
    ("health", "1 for how well it does now; alert on degraded or unreachable", get_args(Health)),
    ("wanted", "1 for what a person last asked for; running beside status error is trouble", get_args(Wanted)),
)


class _Figures(Collector):
    def __init__(self, rig: Rig, version: str) -> None:
        self._rig = rig
        self._version = version

    def collect(self) -> Iterable[Metric]:
        """Every family of figures, as of now."""
        yield InfoMetricFamily("mining_platform", "This program", {"version": self._version})
        miners = self._rig.miners()
        yield from _of_miners(miners)
        yield from _of_devices(miners)
        yield GaugeMetricFamily("mining_problems", "What is wrong with the daemon itself", len(self._rig.problems()))


def prometheus_text(rig: Rig, version: str) -> bytes:
    """All figures as one page of text."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Figures(rig, version))
    ProcessCollector(registry=registry)
    return generate_latest(registry)


def _of_miners(miners: Sequence[Miner]) -> Iterator[Metric]:
    up = GaugeMetricFamily("mining_miner_up", "1 while its process lives", labels=["miner", "type"])
    uptime = GaugeMetricFamily("mining_miner_uptime_seconds", "Since the start of the process", labels=["miner"])
    restarts = CounterMetricFamily("mining_miner_restarts", "Restarts by a rule", labels=["miner"])
    hashrate = GaugeMetricFamily("mining_miner_hashrate", "H/s", labels=["miner", "algorithm"])
    shares = CounterMetricFamily("mining_miner_shares", "Shares of this process", labels=["miner", "result"])
    connected = GaugeMetricFamily("mining_pool_connected", "1 while connected to a pool", labels=["miner"])
    ping = GaugeMetricFamily("mining_pool_ping_seconds", "Share-submit latency", labels=["miner"])
    for miner in miners:
        stats = miner.stats
        up.add_metric([miner.name, miner.type], float(miner.pid is not None))
        uptime.add_metric([miner.name], miner.uptime)
        restarts.add_metric([miner.name], miner.restarts)
        if miner.hashrate is not None:
            hashrate.add_metric([miner.name, stats.algorithm or ""], miner.hashrate)
        for result in ("accepted", "rejected", "invalid"):
            count = getattr(stats.shares, result)
            if count is not None:
                shares.add_metric([miner.name, result], count)
        if stats.connection.connected is not None:
            connected.add_metric([miner.name], float(stats.connection.connected))
        if stats.connection.ping is not None:
            ping.add_metric([miner.name], stats.connection.ping / 1000)
    yield from (up, uptime, restarts, hashrate, shares, connected, ping)
    for key, about, words in STATES:
        family = GaugeMetricFamily(f"mining_miner_{key}", about, labels=["miner", "type", "simulated", key])
        for miner in miners:
            for word in words:
                labels = [miner.name, miner.type, str(miner.simulated).lower(), word]
                family.add_metric(labels, float(getattr(miner, key) == word))
        yield family


def _of_devices(miners: Sequence[Miner]) -> Iterator[Metric]:
    temperature = GaugeMetricFamily("mining_temperature_celsius", "°C", labels=["miner", "device"])
    power = GaugeMetricFamily("mining_gpu_power_watts", "W", labels=["miner", "device"])
    gpu_hashrate = GaugeMetricFamily("mining_gpu_hashrate", "H/s", labels=["miner", "device"])
    for miner in miners:
        if miner.stats.cpu.temperature is not None:
            temperature.add_metric([miner.name, "cpu"], miner.stats.cpu.temperature)
        for gpu in miner.stats.gpu:
            labels = [miner.name, f"gpu{gpu.id}"]
            for family, figure in (
                (temperature, gpu.temperature),
                (power, gpu.power_usage),
                (gpu_hashrate, gpu.hashrate),
            ):
                if figure is not None:
                    family.add_metric(labels, figure)
    yield from (temperature, power, gpu_hashrate)
