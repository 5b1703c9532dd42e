"""What a miner is doing, in numbers that are true or absent."""

from typing import Literal

from pydantic import Field

from mining.domain.value import Moment, Value

Quality = Literal["valid", "zero", "stale", "unavailable"]
Resolution = Literal["10s", "1m", "5m", "1h"]


class Shares(Value):
    """Counters of this process, across pool switches. None: the program does not tell."""

    accepted: int | None = None
    rejected: int | None = None
    invalid: int | None = Field(None, description="Discarded by the program itself, not among `rejected`.")


class RecentShares(Value):
    """Shares of the last ten minutes, also of those before a restart of the daemon. None: not known."""

    seconds: int = 600
    accepted: int | None = None
    rejected: int | None = None


class Connection(Value):
    """The way to the pool."""

    pool: str | None = Field(None, description="host:port in use; the primary before the first connect.")
    uptime: int = Field(0, description="Seconds connected; 0 = not connected.")
    ping: int | None = Field(None, description="Share-submit latency in ms; null until measured.")
    failures: int | None = Field(None, description="Established connections that were lost.")
    connected: bool | None = None
    last_error: str | None = None
    tls: bool | None = None


class Cpu(Value):
    """The processor, as far as this miner uses it."""

    usage: float | None = Field(None, description="The miner's process tree as % of all logical CPUs.")
    temperature: float | None = Field(None, description="Hottest package sensor, °C.")


class Gpu(Value):
    """One device that this miner uses."""

    id: int
    backend: Literal["cuda", "opencl"] | None = Field(None, description="Whose number `id` is; null: not told")
    bus_id: str | None = Field(
        None, description="Its place on the PCI bus, the `id` of that card in `gpus` of GET /info; null: not told"
    )
    name: str | None = None
    hashrate: float | None = Field(None, description="H/s")
    temperature: float | None = Field(None, description="°C")
    fan_speed: int | None = Field(None, description="Fastest fan, %")
    power_usage: int | None = Field(None, description="W")

    @property
    def card(self) -> str:
        """Which card it is, from one start to the next: its place, else the program's number."""
        return self.bus_id or str(self.id)


class WorkMetrics(Value):
    """One of the algorithms that a miner computes at once."""

    algorithm: str | None = None
    hashrate: float | None = Field(None, description="H/s")
    shares: Shares = Shares()
    pool: str | None = Field(None, description="host:port")


class PerformanceMetrics(Value):
    """The latest answer of a miner; every key is present from the first moment, and null means not known."""

    hashrate: float | None = Field(None, description="H/s, the program's shortest window; 0.0 is a true zero.")
    hashrate_avg: float | None = Field(None, description="H/s, mean of this run's valid samples of the last 15 min.")
    shares: Shares = Shares()
    shares_recent: RecentShares = RecentShares()
    uptime: int = Field(0, description="Seconds since the start of the process; 0 when not live.")
    connection: Connection = Connection()
    cpu: Cpu = Cpu()
    gpu: tuple[Gpu, ...] = ()
    work: tuple[WorkMetrics, ...] = Field(
        (),
        description="What it computes, the main work first, whose figures are those above; empty before any answer.",
    )
    algorithm: str | None = None
    difficulty: float | None = None
    paused: bool = False
    donating: bool = Field(False, description="Whether it mines for the program's authors just now.")
    last_share_at: Moment | None = None
    expected_share_seconds: float | None = Field(None, description="Difficulty ÷ hashrate, s.")
    version: str | None = None
    sampled_at: Moment | None = None
    quality: Quality = "unavailable"
    simulated: bool = False


class HashratePoint(Value):
    """One bucket of the past; null where nothing was measured."""

    timestamp: Moment
    hashrate: float | None = Field(description="H/s")
    resolution: Resolution


class WorkSample(Value):
    """What was measured of an algorithm that is computed beside the main one."""

    algorithm: str
    hashrate: float | None = None  # H/s
    accepted: int | None = None
    rejected: int | None = None
    invalid: int | None = None
    pool: str | None = None  # host:port


class CardSample(Value):
    """What was measured of a graphics card."""

    card: str  # `Gpu.card`
    hashrate: float  # H/s


class Sample(Value):
    """One measurement as it is kept: what was true at `at`."""

    at: Moment
    hashrate: float | None = None  # H/s
    accepted: int | None = None
    rejected: int | None = None
    invalid: int | None = None
    temperature: float | None = None  # °C, the hottest device
    power: float | None = None  # W, all devices
    ping: int | None = None  # ms
    difficulty: float | None = None
    algorithm: str | None = None
    pool: str | None = None  # host:port
    second: tuple[WorkSample, ...] = ()  # each of another algorithm than this and the others
    cards: tuple[CardSample, ...] = ()  # of this algorithm, each card once


class HashrateHistory(Value):
    """A stretch of the past, every bucket present, each of one algorithm."""

    points: tuple[HashratePoint, ...]
    resolution: Resolution
    duration: int = Field(description="s")
    from_: Moment = Field(alias="from")
    to: Moment
    algorithm: str | None = Field(
        None, description="The one that was asked for, else the last that was mined; null: none is known"
    )
    algorithms: tuple[str, ...] = Field(
        (), description="All that were mined in this stretch, the latest first, then those beside"
    )
    card: str | None = Field(None, description="The graphics card whose hashrate it is; null: that of the whole miner")
