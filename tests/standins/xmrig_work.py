"""What the XMRig stand-in does for its pools: log in, take jobs, hand in invented shares, and claim a hashrate."""

import asyncio
import json
import math
import os
import random
import socket
import time
from collections.abc import Callable
from typing import Any

AGENT = "xmrig-standin/6.26.0"
ALGORITHMS = [
    "cn/0", "cn/1", "cn/2", "cn/r", "cn/fast", "cn/half", "cn/xao", "cn/rto", "cn/rwz", "cn/zls", "cn/double",
    "cn/ccx", "cn-lite/0", "cn-lite/1", "cn-heavy/0", "cn-heavy/tube", "cn-heavy/xhv", "cn-pico", "cn-pico/tlo",
    "cn/upx2", "rx/0", "rx/2", "rx/wow", "rx/arq", "rx/graft", "rx/sfx", "rx/yada", "argon2/chukwa",
    "argon2/chukwav2", "argon2/ninja", "ghostrider",
]  # fmt: skip
NO_BACKEND = ("kawpow",)  # what its pool may send although only a GPU could do it
FATAL = ("Unauthenticated", "your IP is banned", "IP Address currently banned", "Invalid job id")


def _reason(error: OSError) -> str:
    """The error in libuv's words."""
    return os.strerror(error.errno).lower() if error.errno else "connection timed out"


class Pool:
    """One pool of the list: connects, logs in, and comes back for ever."""

    def __init__(self, miner: "Miner", index: int, entry: dict[str, Any]) -> None:
        self.miner, self.index, self.entry = miner, index, entry
        self.name = str(entry["url"]).rpartition("//")[2].rstrip("/")
        host, _, port = self.name.rpartition(":")
        self.host, self.port = host.strip("[]"), int(port)
        self.failures = 0
        self.task: asyncio.Task[None] | None = None
        self.writer: asyncio.StreamWriter | None = None
        self.session = ""
        self.sent: dict[int, tuple[float, int]] = {}  # id → when, difficulty
        self.next_id = 1

    def connect(self) -> None:
        if self.task is None:
            self.task = asyncio.create_task(self._run(), name=f"pool-{self.index}")

    def disconnect(self) -> None:
        if self.task is not None:
            self.task.cancel()
            self.task = None

    def complain(self, text: str) -> None:
        if self.failures < self.miner.retries:
            self.miner.log("net", f"{self.name} {text}")

    async def _run(self) -> None:
        while True:
            try:
                await self._converse()
            except socket.gaierror:
                self.complain('DNS error: "unknown node or service"')
            finally:
                if self.writer is not None:
                    self.writer.close()
                self.writer, self.sent, self.next_id = None, {}, 1
            self.failures += 1
            self.miner.on_close(self)
            await asyncio.sleep(self.miner.retry_pause)

    async def _converse(self) -> None:
        try:
            reader, self.writer = await asyncio.open_connection(self.host, self.port, limit=1 << 16)
        except socket.gaierror:
            raise
        except OSError as error:
            return self.complain(f'{self.host} connect error: "{_reason(error)}"')
        login = {"login": self.entry.get("user") or "x", "pass": self.entry.get("pass") or "x", "agent": AGENT}
        login |= {"rigid": self.entry["rig-id"]} if self.entry.get("rig-id") else {}
        algo = self.entry.get("algo")
        self.send("login", login | {"algo": [a for a in (algo, *ALGORITHMS) if a]})
        try:
            while line := await self._line(reader):
                if not line.startswith(b"{"):
                    self.complain("JSON decode failed")
                elif not self._understand(json.loads(line)):
                    return None
            self.complain('read error: "end of file"')
        except OSError as error:
            self.complain(f'read error: "{_reason(error)}"')
        except ValueError:
            self.complain('JSON decode failed: "Invalid value."')
        return None

    async def _line(self, reader: asyncio.StreamReader) -> bytes:
        line = asyncio.ensure_future(reader.readline())
        try:
            while not (await asyncio.wait({line}, timeout=60))[0]:
                self.send("keepalived", {"id": self.session})
            return line.result()
        finally:
            line.cancel()

    def send(self, method: str, params: dict[str, Any]) -> int:
        message = {"id": self.next_id, "jsonrpc": "2.0", "method": method, "params": params}
        self.next_id += 1
        if self.writer is not None and not self.writer.is_closing():
            self.writer.write(json.dumps(message).encode() + b"\n")
        return self.next_id - 1

    def _understand(self, message: dict[str, Any]) -> bool:
        """Act on one message; False ends the connection."""
        if message.get("method") == "job":
            return self._take(message.get("params") or {}) == 0
        id, error, result = message.get("id"), message.get("error"), message.get("result")
        if isinstance(error, dict):
            text = error.get("message")
            if id in self.sent:
                self.miner.on_share(*self.sent.pop(id), text)
            else:
                self.complain(f'error: "{text}", code: {error.get("code", -1)}')
            # only the second pool of its list hangs up after any error; the others wait to be cut off
            return self.index != 1 and text not in FATAL
        if id in self.sent:
            self.miner.on_share(*self.sent.pop(id), None)
        if id != 1 or not isinstance(result, dict):
            return True
        self.session = str(result.get("id"))
        code = self._take(result.get("job") or {}, login=True)
        if code:
            self.complain(f"login error code: {code}")
        return code == 0

    def _take(self, job: dict[str, Any], login: bool = False) -> int:
        """Take a job over; 0, or the code of what is wrong with it."""
        if not job.get("job_id") or not job.get("target"):
            return 2
        algo = job.get("algo") or self.entry.get("algo") or "rx/0"
        if algo not in (*ALGORITHMS, *NO_BACKEND) or not self.miner.threads:
            kind = "incompatible/disabled" if algo in ALGORITHMS else "unsupported"
            self.complain(f'{kind} algorithm "{algo}" detected, reconnect')
            return 6
        if algo.startswith("rx/") and not job.get("seed_hash"):
            return 7
        if login:
            self.failures = 0
            self.miner.on_login(self)
        if self.miner.active is self:
            self.miner.on_job(self, job, algo)
        return 0


class Miner:
    """What it does and knows at a moment."""

    def __init__(self, config: dict[str, Any], steering: dict[str, Any], log: Callable[[str, str], None]) -> None:
        self.config, self.steering, self.log = config, steering, log
        self.retries, self.retry_pause = int(config.get("retries", 5)), float(config.get("retry-pause", 5))
        cpu = config.get("cpu") or {}
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
            self._note()
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
            self.index, self.pool_name, self.connected_at = pool.index, pool.name, time.monotonic()
            self.ping = self.since_connect = 0
            self.log("net", f"use pool {pool.name}  {pool.host}")

    def on_job(self, pool: Pool, job: dict[str, Any], algo: str) -> None:
        raw = int.from_bytes(bytes.fromhex(job["target"]), "little")
        most = 2**64 - 1 if len(job["target"]) == 16 else 2**32 - 1
        self.job, self.algo, self.difficulty = job, algo, max(1, most // max(1, raw))
        height = f" height {job['height']} (1 tx)" if job.get("height") else ""
        self.log("net", f"new job from {pool.name} diff {self.difficulty} algo {algo}{height}")
        if algo in NO_BACKEND:
            self.log("cpu", "disabled (no suitable configuration found)")
            self.workers = self.ready = False
            self.seed = ""
        elif job.get("seed_hash", "") != self.seed:
            self.seed, self.ready = job.get("seed_hash", ""), False
            self.building = asyncio.create_task(self._build(), name="dataset")
        self._note()

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
        self.log("cpu", f"{verdict} ({self.accepted}/{self.rejected}) diff {difficulty} {why}({took} ms)")

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
        n = self.threads
        if not self.workers:
            self.log("cpu", f"use profile  *  ({n} thread{'s' * (n > 1)}) scratchpad 2048 KB")
            self.log("cpu", f"READY threads {n}/{n} ({n}) huge pages 0% 0/{n} memory {2048 * n} KB (0 ms)")
        self.workers = self.ready = True
        self._note()

    def pause(self, paused: bool) -> None:
        if paused != self.paused:
            self.paused = paused
            self.log("miner", "paused, press  r  to resume" if paused else "resumed")
            self._note()

    @property
    def hashing(self) -> bool:
        return self.workers and self.ready and self.active is not None and not self.paused

    def _note(self) -> None:
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
                self.log("cpu", "accepted (1/0) diff 1000225 (30 ms)")  # counted by nobody
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
            self.donating = True
            await asyncio.sleep(length)
            self.donating = False
            self.log("net", "dev donate finished")

    async def report(self) -> None:
        while seconds := int(self.config.get("print-time", 60)):
            await asyncio.sleep(seconds)
            self.speed()

    def speed(self) -> None:
        shown = " ".join("n/a" if value is None else f"{value:.2f}" for value in self.windows())
        most = "n/a" if self.highest is None else f"{self.highest:.2f}"
        self.log("miner", f"speed 10s/60s/15m {shown} H/s max {most} H/s")
