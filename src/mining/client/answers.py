"""The API's answers as values: its fields with the names of Python, times as `datetime`, None for what is unknown.

A field that an older daemon does not know yet is None, or an empty tuple.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class ReasonView:
    """Why a miner is in its state: a code for programs, a sentence for people."""

    code: str
    text: str


@dataclass(frozen=True)
class SharesView:
    """Shares by verdict."""

    accepted: int | None
    rejected: int | None
    invalid: int | None


@dataclass(frozen=True)
class RecentSharesView:
    """Shares of the last `seconds`."""

    seconds: int
    accepted: int | None
    rejected: int | None


@dataclass(frozen=True)
class ConnectionView:
    """The connection to the pool; `uptime` in s, `ping` in ms."""

    pool: str | None
    uptime: int
    ping: int | None
    failures: int | None
    connected: bool | None
    last_error: str | None
    tls: bool | None


@dataclass(frozen=True)
class CpuView:
    """The processor: `usage` in %, `temperature` in °C."""

    usage: float | None
    temperature: float | None


@dataclass(frozen=True)
class GpuView:
    """A graphics card as the program tells of it: H/s, °C, %, W."""

    id: int
    backend: str | None
    bus_id: str | None
    name: str | None
    hashrate: float | None
    temperature: float | None
    fan_speed: int | None
    power_usage: int | None


@dataclass(frozen=True)
class WorkView:
    """One algorithm that a miner computes."""

    algorithm: str | None
    hashrate: float | None
    shares: SharesView
    pool: str | None


@dataclass(frozen=True)
class StatsView:
    """A miner's figures: hashrates in H/s, times in s."""

    hashrate: float | None
    hashrate_avg: float | None
    shares: SharesView
    shares_recent: RecentSharesView
    uptime: int
    connection: ConnectionView
    cpu: CpuView
    gpu: tuple[GpuView, ...]
    work: tuple[WorkView, ...]
    algorithm: str | None
    difficulty: float | None
    paused: bool
    donating: bool
    last_share_at: datetime | None
    expected_share_seconds: float | None
    version: str | None
    sampled_at: datetime | None
    quality: str
    simulated: bool


@dataclass(frozen=True)
class PayeeView:
    """Who is paid at one of a miner's pools."""

    pool: str
    payee: str | None
    worker: str | None
    coin: str | None
    page: str | None
    second: bool


@dataclass(frozen=True)
class PayoutLockView:
    """Whether a miner pays whom it was started to pay."""

    state: str
    compared_at: datetime | None
    text: str


@dataclass(frozen=True)
class LastExitView:
    """How the last process of a miner ended."""

    code: int | None
    signal: int | None
    cause: str
    at: datetime


@dataclass(frozen=True)
class MinerView:
    """One miner; `uptime` in s, `hashrate` in H/s, `config` as the API takes it."""

    name: str
    type: str
    status: str
    health: str
    reason: ReasonView | None
    wanted: str
    pid: int | None
    started_at: datetime | None
    stopped_at: datetime | None
    uptime: int
    hashrate: float | None
    version: str | None
    next_version: str | None
    program_issue: str | None
    path: str | None
    profile_id: str | None
    pool_page: str | None
    payees: tuple[PayeeView, ...]
    config: Mapping[str, Any]
    payout_lock: PayoutLockView | None
    restarts: int
    next_restart_at: datetime | None
    last_exit: LastExitView | None
    stats: StatsView
    simulated: bool


@dataclass(frozen=True)
class StartedView:
    """What a start answered: `warnings` for people, and in `payout` who is paid from now on."""

    name: str
    type: str
    status: str
    pid: int | None
    message: str
    warnings: tuple[str, ...]
    payout: tuple[str, ...]


@dataclass(frozen=True)
class ProfileView:
    """A saved configuration."""

    name: str
    description: str
    miner_type: str
    config: Mapping[str, Any]
    id: str
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True)
class PoolView:
    """A pool of the catalogue, or one's own; `fee` in %."""

    id: str
    origin: str
    pool: str
    name: str
    coin: str | None
    host: str
    port: int
    more_ports: tuple[int, ...]
    tls_port: int | None
    region: str | None
    fee: float | None
    worker: str | None
    usage: str | None
    login: str | None
    exchanges: bool
    also: tuple[str, ...]
    page: str | None
    source: str | None
    checked_at: str | None
    added_at: datetime | None


@dataclass(frozen=True)
class ProgramView:
    """A mining program that can be driven, and what is here of it."""

    type: str
    title: str
    homepage: str
    licence: str
    dev_fee: str
    algorithms: tuple[str, ...]
    cpu: bool
    gpu: tuple[str, ...]
    makers: tuple[str, ...]
    installed: bool
    installed_version: str | None
    latest_version: str | None
    previous_version: str | None
    installable: bool
    path: str | None
    origin: str | None
    simulated: bool
    broken: str | None


@dataclass(frozen=True)
class EventView:
    """One thing that happened; `seq` orders events."""

    seq: int
    timestamp: datetime
    event: str
    miner: str | None
    text: str
    who: str | None
    details: Mapping[str, Any]


@dataclass(frozen=True)
class ProblemView:
    """Something that is wrong with the daemon itself."""

    code: str
    text: str
    miner: str | None


@dataclass(frozen=True)
class HealthView:
    """How the daemon is."""

    status: str
    version: str
    problems: tuple[ProblemView, ...]


@dataclass(frozen=True)
class Frame:
    """One message of the WebSocket; `data` as JSON, `seq` that of the newest event."""

    type: str
    seq: int
    timestamp: datetime
    data: Any
