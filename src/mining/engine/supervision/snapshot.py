"""One miner as everybody sees it, from what its supervisor knows at one moment."""

from dataclasses import dataclass
from datetime import datetime

from mining.domain.adapter import MinerType
from mining.domain.health import Observation, health, status
from mining.domain.lifecycle import Lifecycle
from mining.domain.metrics import PerformanceMetrics
from mining.domain.miner import Miner, MinerRecord
from mining.domain.node_starter import starts_node
from mining.domain.payout_lock import PayoutLock
from mining.domain.pools import page_of, payees_at


@dataclass(frozen=True)
class RunSnapshot:
    """What is true of its process."""

    pid: int
    started_at: datetime
    uptime: int  # s
    program: str
    api_port: int
    observation: Observation
    payout_lock: PayoutLock | None


@dataclass(frozen=True)
class Snapshot:
    """Everything there is to know; `run` is None while there is no process."""

    record: MinerRecord
    life: Lifecycle
    stats: PerformanceMetrics
    version: str | None
    next_version: str | None
    run: RunSnapshot | None


def miner_of(kind: MinerType, seen: Snapshot, issue: str | None = None) -> Miner:
    """The miner that a snapshot shows; `issue` is what keeps its program from being started again."""
    record, life, run = seen.record, seen.life, seen.run
    lives_unseen = life.reason is not None and life.reason.code == "not_adopted"
    dead = record.wanted != "stopped" or lives_unseen
    simulated = kind.facts.simulated
    miner = Miner(
        name=record.name,
        type=record.type,
        status="error" if dead else "stopped",
        health="unreachable" if dead else "ok",
        reason=life.reason if dead else None,
        wanted=record.wanted,
        stopped_at=record.stopped_at,
        version=seen.stats.version or seen.version,
        profile_id=record.profile_id,
        pool_page=page_of(record.config, seen.stats.connection.pool) if not simulated else None,
        payees=payees_at(record.config, simulated),
        config=record.config.public_json(),
        restarts=record.restarts,
        next_restart_at=life.until,
        last_exit=record.last_exit,
        stats=seen.stats,
        simulated=simulated,
    )
    if run is None:
        return miner
    verdict, reason = health(run.observation)
    return miner.but(
        status=status(run.observation),
        health=verdict,
        reason=reason,
        pid=run.pid,
        started_at=run.started_at,
        uptime=run.uptime,
        hashrate=seen.stats.hashrate,
        next_version=seen.next_version,
        payout_lock=run.payout_lock,
        program_issue=issue,
        path=None if kind.module is not None or starts_node(kind, record.config) is False else run.program,
        stopped_at=None,
    )
