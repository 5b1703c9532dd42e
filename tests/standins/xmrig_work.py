"""What the XMRig stand-in does: it takes work from its pools, hands in invented shares, and claims a hashrate."""

import asyncio
import math
import os
import random
import time
from collections.abc import Callable
from typing import Any

from tests.standins.xmrig_pools import NO_BACKEND, Pool


def scaled(difficulty: int) -> str:
    """A difficulty as its lines have it."""
    for unit, least, whole in (("G", 10**11, 10**9), ("M", 10**8, 10**6), ("K", 10**6, 10**3)):
        if difficulty >= least:
            return f"{difficulty // whole}{unit}"
    return str(difficulty)


class Miner:
    """What it does and knows at a moment."""

    def __init__(self, config: dict[str, Any], steering: dict[str, Any], log: Callable[[str, str], None]) -> None:
        self.config, self.steering, self.log = config, steering, log
        self.retries, self.retry_pause = int(config.get("retries", 5)), float(config.get("retry-pause", 5))
        cpu = config.get("cpu") or {}
        self.named = "*" in cpu  # threads for every algorithm
        said = cpu.get("rx") or cpu.get("*") or {"threads": os.cpu_count() or 1}
        self.threads = (
            (len(said) if isinstance(said, list) else int(said["threads"])) if cpu.get("enabled", True) else 0
        )
        self.pools = [Pool(self, index, entry) for index, entry in enumerate(config["pools"])]
        self.born = time.monotonic()
        self.index, self.pool_name = 0, ""
        self.active: Pool | None = None
        self.connected_at = 0.0
        self.accepted = self.rejected = self.hashes = self.failures = self.ping = self.since_connect = 0
        self.best: list[int] = []
        self.job: dict[str, Any] = {}
        self.algo: str | None = None
        self.difficulty, self.seed, self.nonce = 0, "", 0
        self.paused = self.workers = self.ready = self.donating = False
        self.building: asyncio.Task[None] | None = None
        self.changed, self.was_hashing, self.hashed = self.born, False, 0.0
        self.highest: float | None = None

    # what the pools tell

    def on_close(self, pool: Pool) -> None:
        if pool is self.active:
            self.active, self.difficulty, self.ping = None, 0, 0
            self.failures += 1
            self.log("net", "no active pools, stop mining")
            self.note()
        if self.index == 0 and pool.failures < self.retries:
            return
        if self.index == pool.index and self.index + 1 < len(self.pools):
            self.index += 1
            self.pools[self.index].connect()

    def on_login(self, pool: Pool) -> None:
        before = self.active
        if pool.index == 0 or self.active is None:
            self.active = pool
        for other in self.pools[1:]:
            if other is not self.active:
                other.disconnect()
        if self.active is not before:
            self.index, self.pool_name, self.connected_at = pool.index, f"{pool.host}:{pool.port}", time.monotonic()
            self.ping = self.since_connect = 0
            self.log("net", f"use pool {self.pool_name}  {pool.host}")

    def on_job(self, pool: Pool, job: dict[str, Any], algo: str) -> None:
        raw = int.from_bytes(bytes.fromhex(job["target"]), "little")
        most = 2**64 - 1 if len(job["target"]) == 16 else 2**32 - 1
        self.job, self.algo, self.difficulty = job, algo, max(1, most // max(1, raw))
        self.log_job(f"{pool.host}:{pool.port}", self.difficulty)
        if algo in NO_BACKEND:
            self.log("cpu", "disabled (no suitable configuration found)")
            if self.workers:
                self.log("cpu", "stopped (62 ms)")
            self.workers = False
        elif algo.startswith("rx/") and job.get("seed_hash", "") != self.seed:
            self.seed, self.ready = job.get("seed_hash", ""), False
            self.building = asyncio.create_task(self._build(), name="dataset")
        elif self.ready and not self.workers:
            self._start_workers()
        self.note()

    def log_job(self, place: str, difficulty: int) -> None:
        height = f" height {self.job['height']} (1 tx)" if self.job.get("height") else ""
        self.log("net", f"new job from {place} diff {scaled(difficulty)} algo {self.algo}{height}")

    def on_share(self, sent: float, difficulty: int, refused: str | None) -> None:
        took = round(1000 * (time.monotonic() - sent))
        if refused is None:
            self.accepted, self.hashes, self.ping = self.accepted + 1, self.hashes + difficulty, took
            self.since_connect += 1
            self.best = sorted([*self.best, difficulty + random.randrange(difficulty)], reverse=True)[:10]
        else:
            self.rejected += 1
        verdict = "accepted" if refused is None else "rejected"
        why = "" if refused is None else f'"{refused}" '
        self.log("cpu", f"{verdict} ({self.accepted}/{self.rejected}) diff {scaled(difficulty)} {why}({took} ms)")

    # what it does

    async def _build(self) -> None:
        light = (self.config.get("randomx") or {}).get("mode") == "light"
        self.log("randomx", f"init dataset algo {self.algo} ({os.cpu_count()} threads) seed {self.seed[:16]}...")
        if light:
            self.log("randomx", "fast RandomX mode disabled by config")
            self.log("randomx", "failed to allocate RandomX dataset, switching to slow mode (0 ms)")
        else:
            self.log("randomx", "allocated 2336 MB (2080+256) huge pages 0% 0/1168 +JIT (1 ms)")
        await asyncio.sleep(self.steering["dataset_seconds"])
        self.log("randomx", f"dataset ready ({round(1000 * self.steering['dataset_seconds'])} ms)")
        self.ready = True
        if not self.workers:
            self._start_workers()
        self.note()

    def _start_workers(self) -> None:
        n, self.workers = self.threads, True
        self.log("cpu", f"use profile  *  ({n} thread{'s' * (n > 1)}) scratchpad 2048 KB")
        self.log("cpu", f"READY threads {n}/{n} ({n}) huge pages 0% 0/{n} memory {2048 * n} KB (0 ms)")

    def pause(self, paused: bool) -> None:
        if paused != self.paused:
            self.paused = paused
            self.log("miner", "paused, press  r  to resume" if paused else "resumed")
            self.note()

    @property
    def hashing(self) -> bool:
        return self.workers and self.ready and self.active is not None and not self.paused

    def note(self) -> None:
        """Remember when hashing began or ended."""
        if self.hashing != self.was_hashing:
            now = time.monotonic()
            if self.was_hashing:
                self.hashed += now - self.changed
            self.was_hashing, self.changed = self.hashing, now

    def windows(self) -> list[float | None]:
        """H/s over 10 s, 60 s and 15 min: null while a window fills, decaying to 0.0 when it rests."""
        if not self.workers:
            return [0.0, 0.0, 0.0]
        window, ago = self.steering["window_seconds"], time.monotonic() - self.changed
        full = self.hashed + (ago if self.was_hashing else 0)
        rate = self.threads * (60 + 5 * math.sin(time.monotonic() / 7))
        share = min(1.0, ago / window)
        now = rate * ((share if self.hashed else 1.0) if self.was_hashing else 1.0 - share)
        values = [now, rate * 0.97, rate * 0.95]
        shown = [
            math.floor(100 * v) / 100 if full >= n * window else None for v, n in zip(values, (1, 6, 90), strict=True)
        ]
        self.highest = max(self.highest or 0.0, shown[0]) if shown[0] is not None else self.highest
        return shown

    async def mine(self) -> None:
        """Hand in an invented share now and then."""
        while True:
            await asyncio.sleep(self.steering["share_seconds"] * random.uniform(0.8, 1.2))
            if self.donating:
                self.log("cpu", f"accepted ({self.accepted}/{self.rejected}) diff 1000K (30 ms)")  # it counts none
            elif self.hashing and self.active is not None:
                self.nonce += 1
                below = random.randrange(max(1, (2**64 - 1) // max(1, self.difficulty)))
                result = random.randbytes(24).hex() + below.to_bytes(8, "little").hex()
                params = {"id": self.active.session, "job_id": self.job["job_id"], "result": result, "algo": self.algo}
                id = self.active.send("submit", params | {"nonce": self.nonce.to_bytes(4, "little").hex()})
                self.active.sent[id] = (time.monotonic(), self.difficulty)

    async def donate(self) -> None:
        """Mine for its authors now and then."""
        rest, length = self.steering["donate_after"], self.steering["donate_seconds"]
        while rest is not None:
            await asyncio.sleep(rest)
            self.log("net", "dev donate started")
            self.log_job("donate.v2.xmrig.com:3333", 1_000_225)
            self.donating = True
            await asyncio.sleep(length)
            self.donating = False
            self.log("net", "dev donate finished")
            self.log_job(self.pool_name, self.difficulty)

    async def report(self) -> None:
        while seconds := int(self.config.get("print-time", 60)):
            await asyncio.sleep(seconds)
            self.speed()

    def speed(self) -> None:
        shown = " ".join("n/a" if value is None else f"{value:.2f}" for value in self.windows())
        most = "n/a" if self.highest is None else f"{self.highest:.2f}"
        self.log("miner", f"speed 10s/60s/15m {shown} H/s max {most} H/s")
