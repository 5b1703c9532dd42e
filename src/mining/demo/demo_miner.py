"""A small real miner: SHA-256 twice, in several processes, for a pool that speaks the login-style stratum."""

import argparse
import asyncio
import json
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mining.demo.crew import Crew, Share
from mining.demo.pool_connection import DemoPoolEntry, Failover, Pace, Unusable
from mining.demo.stratum import Job
from mining.foundation.loopback_api import Answer, answer_json, serve_loopback
from mining.foundation.platform import on_end
from mining.foundation.program_log import log
from mining.foundation.tasks import TaskGroup, end, guarded, owned

VERSION = "0.1.0"
BAD_CONFIG, PORT_TAKEN, WORKER_LOST = 2, 3, 4
_SPEED_LINE = 60.0  # s between two lines that say the speed


@dataclass(frozen=True)
class MinerOptions:
    """What the configuration file says."""

    id: str
    token: str
    port: int
    threads: int
    niceness: int
    pools: tuple[DemoPoolEntry, ...]
    pace: Pace


def read_settings(raw: bytes) -> MinerOptions:
    """The settings in a configuration file; ValueError says what is wrong with them."""
    body = json.loads(raw)
    if not isinstance(body, dict):
        raise ValueError("it is not a JSON object")
    threads = _whole(body, "threads", 0, 1024) or max(1, (os.cpu_count() or 2) // 2)
    pools = body.get("pools")
    if not isinstance(pools, list) or not pools:
        raise ValueError("pools: at least one is needed")
    return MinerOptions(
        _text(body, "id"),
        _text(body, "token"),
        _whole(body, "port", 1, 65535),
        threads,
        _whole(body, "nice", 0, 19),
        tuple(_pool(pool) for pool in pools),
        Pace(**body.get("pace", {})),
    )


def _pool(raw: Any) -> DemoPoolEntry:
    if not isinstance(raw, dict):
        raise ValueError("pools: each must be an object")
    port = _whole(raw, "port", 1, 65535)
    return DemoPoolEntry(_text(raw, "host"), port, _text(raw, "login"), _text(raw, "password"), _text(raw, "rig"))


def _text(body: dict[str, Any], key: str) -> str:
    value = body.get(key)
    if not isinstance(value, str) or (not value and key in ("id", "token", "host", "login")):
        raise ValueError(f"{key}: must be text")
    return value


def _whole(body: dict[str, Any], key: str, least: int, most: int) -> int:
    value = body.get(key, 0)
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise ValueError(f"{key}: must be a whole number from {least} to {most}")
    return value


class DemoMiner:
    """The miner: hands jobs to its crew and shares to the pool, and counts."""

    def __init__(self, settings: MinerOptions) -> None:
        self._settings = settings
        self._crew = Crew(settings.threads, settings.niceness, self._submit_share, time.monotonic)
        self._failover = Failover(settings.pools, settings.pace, f"demo-miner/{VERSION}", self)
        self._born = time.monotonic()
        self._pool = settings.pools[0]
        self._since: float | None = None  # when the present connection began
        self._job: Job | None = None
        self._paused = False
        self._ping: int | None = None
        self._failures = self._accepted = self._rejected = self._discarded = 0
        self._submits = TaskGroup()
        self._complained: dict[str, str] = {}

    async def run(self) -> int:
        """Mine until told to end; the exit code."""
        ended = asyncio.Event()
        on_end(asyncio.get_running_loop(), ended.set)
        try:
            server = await serve_loopback(self._settings.port, self._settings.token, self._answer)
        except OSError:
            log("api", f"port {self._settings.port} is taken, ending")
            return PORT_TAKEN
        log("miner", f"starting {self._settings.threads} workers")
        async with self._crew:
            log("miner", f"ready, {self._settings.threads} workers")
            end_signal = owned("ended", ended.wait())
            duties = [
                guarded("pools", self._failover.keep_connected()),
                guarded("speed", self._say_speed()),
                guarded("workers", self._crew.lost()),
            ]
            await asyncio.wait([end_signal, *duties], return_when=asyncio.FIRST_COMPLETED)
            log("miner", "told to end" if end_signal.done() else "a worker was lost, ending")
            await end(*duties, end_signal)
            await self._submits.end()
        server.close()
        return 0 if ended.is_set() else WORKER_LOST

    def connected(self, pool: DemoPoolEntry) -> None:
        """Note a login."""
        self._pool, self._since = pool, time.monotonic()
        self._complained.clear()
        log("pool", f"connected to {pool.endpoint}")

    def failed(self, pool: DemoPoolEntry, problem: Unusable) -> None:
        """Note a pool that does not work, once for each new reason."""
        if self._complained.get(pool.endpoint) != str(problem):
            self._complained[pool.endpoint] = str(problem)
            log("pool", f"{pool.endpoint} {'refused the login' if problem.refused else 'cannot be used'}: {problem}")

    def lost(self, pool: DemoPoolEntry, why: str) -> None:
        """Note the end of a connection."""
        self._since, self._job, self._ping = None, None, None
        self._failures += 1
        self._crew.work_on(None)
        log("pool", f"lost {pool.endpoint}: {why}")

    def job(self, pool: DemoPoolEntry, job: Job) -> None:
        """Work on this from now on."""
        self._job = job
        if not self._paused:
            self._crew.work_on(job)
        log("pool", f"new job from {pool.endpoint} difficulty {job.difficulty} height {job.height}")

    def _submit_share(self, share: Share) -> None:
        job = self._job
        if self._paused or job is None or share.job != job.id:
            self._discarded += 1  # its job ended while it was on its way here
            return
        self._submits.begin("submit", self._submit(share, job))

    async def _submit(self, share: Share, job: Job) -> None:
        connection, sent = self._failover.connection, time.monotonic()
        if connection is None:
            return
        try:
            refused = await connection.submit(*share)
        except Unusable:
            return  # the end of the connection is noted where it is listened to
        self._ping = round((time.monotonic() - sent) * 1000)
        if refused is None:
            self._accepted += 1
            verdict = f"accepted ({self._accepted}/{self._rejected}) difficulty {job.difficulty}"
        else:
            self._rejected += 1
            verdict = f'rejected ({self._accepted}/{self._rejected}) "{refused}"'
        log("miner", f"{verdict} ({self._ping} ms)")

    async def _say_speed(self) -> None:
        while True:
            await asyncio.sleep(_SPEED_LINE)
            rate = self._hashrate()
            log("miner", "speed not known yet" if rate is None else f"speed {rate / 1000:.1f} kH/s")

    def _hashrate(self) -> float | None:
        if self._paused:
            return 0.0
        return self._crew.tally.rate(time.monotonic(), busy=self._job is not None)

    async def _answer(self, method: str, path: str) -> Answer:
        routes = {"/summary": "GET", "/pause": "POST", "/resume": "POST"}
        if path not in routes:
            return answer_json({}, 404)
        if method != routes[path]:
            return answer_json({}, 405)
        if path != "/summary":
            self._pause(path == "/pause")
        return answer_json(self._summary())

    def _pause(self, pause: bool) -> None:
        if pause != self._paused:
            self._paused = pause
            self._crew.tally.reset()
            self._crew.work_on(None if pause else self._job)
            log("miner", "paused" if pause else "resumed")

    def _summary(self) -> dict[str, Any]:
        now = time.monotonic()
        return {
            "id": self._settings.id,
            "version": VERSION,
            "algo": "sha256d",
            "uptime": int(now - self._born),
            "hashrate": self._hashrate(),
            "threads": self._settings.threads,
            "workers": self._crew.pids,
            "shares": {"accepted": self._accepted, "rejected": self._rejected, "invalid": self._discarded},
            "difficulty": self._job.difficulty if self._job else None,
            "connection": {
                "pool": self._pool.endpoint,
                "connected": self._since is not None,
                "uptime": int(now - self._since) if self._since is not None else 0,
                "ping": self._ping,
                "failures": self._failures,
            },
            "paused": self._paused,
        }


def main(argv: Sequence[str] | None = None) -> int:
    """Run the miner; the exit code."""
    parser = argparse.ArgumentParser(prog="demo-miner", description=__doc__)
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--version", action="version", version=f"demo-miner {VERSION}")
    try:
        settings = read_settings(parser.parse_args(argv).config.read_bytes())
    except (OSError, TypeError, ValueError, RecursionError) as error:
        log("config", f"unusable configuration: {error}")
        return BAD_CONFIG
    return asyncio.run(DemoMiner(settings).run())


if __name__ == "__main__":
    sys.exit(main())
