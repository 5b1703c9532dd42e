"""An operating system in memory (fulfils `mining.domain.process.Processes`) whose processes do as they are told."""

import asyncio
import itertools
import json
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from mining.domain.adapter import ApiRequest, ApiResponse, Launch
from mining.domain.process import CannotAdopt, CannotSpawn, ConsoleKind, ProcessRecord
from mining.domain.rig import LogLine, LogPage
from tests.engine.virtual_time import virtual_clock

SILENCE = 2.0  # s after which a question is given up
SIGTERM, SIGKILL = -15, -9


@dataclass
class Body:
    """One process, whoever looks at it."""

    pid: int
    record: ProcessRecord
    born: float
    code: int | None = None
    ended: asyncio.Event = field(default_factory=asyncio.Event)
    deaf: bool = False  # it ignores the request to end
    slow: float = 0.1  # s from that request to its end
    asked_code: int = SIGTERM  # with which it ends then
    left: bool = False  # whether a process that it started goes on without it
    api: Literal["well", "silent", "garbage"] = "well"
    api_from: float = 0.0  # s of its life before its API answers
    hashrate: float | None = 1000.0
    pool: str = "pool.example:3333"
    connected: bool | None = True
    listens: bool | None = None  # whether the system says that its port is its own
    paused: bool = False
    workers: bool = True  # XMRig's
    algorithm: str = "rx/0"
    accepted: int = 0
    rejected: int = 0
    printed: list[str] = field(default_factory=list)
    kept: list[tuple[datetime, str]] = field(default_factory=list)  # what a daemon has read of it, and when
    asked: list[tuple[float, str]] = field(default_factory=list)  # when, and for what
    arguments: tuple[str, ...] | None = None
    files: dict[str, bytes | None] = field(default_factory=dict)  # in its run folder; None: one that cannot be read
    recorded: dict[str, Any] = field(default_factory=dict)  # by path, what XMRig's API answers instead
    processor_limit: int | None = None  # s
    time_limit: float | None = None  # s
    live: Any = None  # XMRig's live configuration; None: it is not told

    @property
    def lives(self) -> bool:
        return not self.ended.is_set()

    def exit(self, code: int) -> None:
        """End, unless it has ended."""
        if self.lives:
            self.code = code
            self.ended.set()

    def say(self, text: str) -> None:
        """Print a line as the simulated miner does."""
        stamp = virtual_clock().now().astimezone().strftime("%Y-%m-%d %H:%M:%S.%f")[:-3]
        self.printed.append(f"[{stamp}] {text}")

    def say_plainly(self, text: str) -> None:
        """Print a line without its time, as those of a banner are."""
        self.printed.append(text)

    def log(self, tag: str, text: str) -> None:
        """Print a line as XMRig does."""
        self.say(f" {tag:<9}{text}")

    def verdict(self, accepted: bool, words: str = "Low difficulty share") -> None:
        """Count what the pool thought of a share, and print it."""
        self.accepted, self.rejected = self.accepted + accepted, self.rejected + (not accepted)
        counters = f"({self.accepted}/{self.rejected})"
        self.say(f"miner    accepted {counters}" if accepted else f'miner    rejected {counters} "{words}"')


class FakeProcess:
    """A daemon's hold on a process (fulfils `mining.domain.process.Process`)."""

    text_lost = False

    def __init__(self, system: "FakeProcesses", body: Body, adopted: bool) -> None:
        self.body = body
        self.pid = body.pid
        self.adopted = adopted
        self.overflowed = False
        self.closed = False
        self._system = system

    async def wait(self) -> int | None:
        await self.body.ended.wait()
        return None if self.adopted else self.body.code

    async def stop(self, grace: float) -> None:
        if not self.body.deaf:
            asyncio.get_running_loop().call_later(self.body.slow, self.body.exit, self.body.asked_code)
        with suppress(TimeoutError):
            await asyncio.wait_for(self.body.ended.wait(), grace)
        self.body.exit(SIGKILL)

    async def sweep(self) -> int:
        await asyncio.sleep(0.01)
        self._system.swept.append(self.pid)
        left, self.body.left = self.body.left, False
        return int(left)

    def cpu_percent(self, cpus: int) -> float | None:
        return None

    def listens(self, port: int) -> bool | None:
        return self.body.listens

    def lines(self, elapsed: float) -> list[str]:
        printed, self.body.printed = self.body.printed, []
        self.body.kept += [(virtual_clock().now(), line) for line in printed]
        return printed

    def last_lines(self) -> list[str]:
        return self.lines(0.0)

    def arguments(self) -> tuple[str, ...] | None:
        return self.body.arguments

    def content(self, name: str) -> bytes | None:
        return self.body.files.get(name)

    def keep(self, name: str, content: bytes) -> None:
        self.body.files[name] = content

    def type(self, keys: str) -> None:
        if not set(keys) <= {"p", "r"}:
            raise OSError("this program knows no such key")
        self.body.paused = keys.endswith("p")

    def limit_processor(self, seconds: int) -> None:
        self.body.processor_limit = seconds

    def limit_time(self, seconds: float, grace: float) -> None:
        self.body.time_limit = seconds

    def close(self) -> None:
        self.closed = True


class FakeProcesses:
    """Every process it ever had, by miner; `most` is how many of one miner lived at once, which must be 1."""

    privileged = False
    asks_surely = True

    def __init__(self) -> None:
        self.bodies: dict[str, list[Body]] = {}
        self.most = 0
        self.swept: list[int] = []
        self.refusal: Exception | None = None  # of every start
        self.hidden = False  # whether the living cannot be found
        self.next_one: dict[str, Any] = {}  # how the next processes are
        self.boot = "this boot"
        self.kills: int | None = 0  # for want of memory
        self._booted = -5000.0  # before the test began
        self._pids = itertools.count(100)

    def reboot(self, name: str) -> None:
        """The machine goes down and comes up again at once."""
        for bodies in self.bodies.values():
            for body in bodies:
                body.exit(SIGKILL)
        self.boot, self._booted = name, asyncio.get_running_loop().time()

    def living(self, name: str = "one") -> list[Body]:
        """The living processes of a miner."""
        return [body for body in self.bodies.get(name, []) if body.lives]

    def left_behind(self, name: str = "one") -> int:
        """How many processes miners of that name have started that go on."""
        return sum(body.left for body in self.bodies.get(name, []))

    def body(self, name: str = "one") -> Body:
        """Its living process; there must be exactly one."""
        (body,) = self.living(name)
        return body

    def boot_clock(self) -> float:
        return asyncio.get_running_loop().time() - self._booted

    def memory_kills(self) -> int | None:
        return self.kills

    def folder(self, name: str) -> Path:
        return Path("/run") / name

    def own_text(self, name: str, console: ConsoleKind) -> Path | None:
        return None

    def spawn(self, launch: Launch, record: ProcessRecord, console: ConsoleKind) -> FakeProcess:
        if self.refusal is not None:
            raise self.refusal
        name, now = record.miner.name, asyncio.get_running_loop().time()
        if self.living(name):  # as the lock says
            raise CannotSpawn("a process of this miner is still alive")
        pid = next(self._pids)
        known = record.but(pid=pid, born=str(pid))
        body = Body(pid, known, now, **self.next_one)
        body.arguments, body.files = launch.argv, dict(launch.files)
        if record.miner.type == "xmrig":
            body.live = json.loads(launch.files["config.json"])
        self.bodies.setdefault(name, []).append(body)
        self.most = max(self.most, len(self.living(name)))
        return FakeProcess(self, body, adopted=False)

    def adopt(self, name: str, console: ConsoleKind) -> tuple[FakeProcess | None, ProcessRecord | None]:
        last = self.bodies.get(name, [])[-1:]
        for body in self.living(name):
            if self.hidden:
                raise CannotAdopt("a process holds its lock, but it could not be found")
            return FakeProcess(self, body, adopted=True), body.record
        return None, last[0].record if last else None

    def strangers(self, known: Collection[str]) -> Mapping[str, ProcessRecord | None]:
        return {name: self.body(name).record for name in self.bodies if name not in known and self.living(name)}

    def text(self, name: str, lines: int, cursor: str | None) -> LogPage:
        kept = [line for body in self.bodies.get(name, []) for line in body.kept][-lines:]
        return LogPage(items=tuple(LogLine(time=at.replace(microsecond=0), text=text) for at, text in kept), cursor="0")

    def remove(self, name: str) -> None:
        assert not self.living(name), "the folder of a living miner was removed"
        self.bodies.pop(name, None)

    async def ask(self, port: int, requests: Sequence[ApiRequest]) -> list[ApiResponse | None]:
        """Answer for whoever lives at that port, as the simulated miner does."""
        loop = asyncio.get_running_loop()
        everybody = [body for bodies in self.bodies.values() for body in bodies if body.lives]
        at_port = [body for body in everybody if body.record.context.api_port == port]
        await asyncio.sleep(0.005)
        if not at_port or not at_port[0].lives:
            return [None] * len(requests)
        body = at_port[0]
        body.asked += [(loop.time() - body.born, request.path) for request in requests]
        if body.api == "silent":
            await asyncio.sleep(SILENCE)
            return [None] * len(requests)
        if loop.time() - body.born < body.api_from:
            return [None] * len(requests)
        for request in requests:
            body.paused = {"/pause": True, "/resume": False}.get(request.path, body.paused)
        if body.record.miner.type == "xmrig":
            return [xmrig_answer(body, request.path) for request in requests]
        return [ApiResponse(200, _summary(body)) for _ in requests]


def xmrig_answer(body: Body, path: str) -> ApiResponse | None:
    """What XMRig answers to a question."""
    if path == "/json_rpc":
        body.paused = True  # the tests of this room let it do nothing else
        return ApiResponse(200, b"{}")
    pages = {"/2/summary": xmrig_summary, "/2/backends": backends, "/2/config": lambda body: body.live}
    answer = pages[path](body)
    if path in body.recorded:
        answer = body.recorded[path]
        if isinstance(answer, dict):
            ours = {"id": body.record.context.run_id, "worker_id": body.record.context.run_id}
            answer = answer | ours | {"connection": answer["connection"] | {"pool": body.pool}}
    return None if answer is None else ApiResponse(200, json.dumps(answer).encode())


def xmrig_summary(body: Body) -> dict[str, Any]:
    """What XMRig answers, as far as its adapter looks."""
    rate = 0.0 if body.paused or not body.workers or not body.connected else body.hashrate
    age = int(asyncio.get_running_loop().time() - body.born)
    return {
        "id": body.record.context.run_id,
        "worker_id": body.record.context.run_id,
        "version": "6.26.0",
        "algo": body.algorithm,
        "paused": body.paused,
        "hashrate": {"total": [rate, rate, rate]},
        "results": {"shares_good": body.accepted, "shares_total": body.accepted + body.rejected},
        "connection": {
            "pool": body.pool,
            "ip": "10.0.0.1" if body.connected else None,
            "uptime": age if body.connected else 0,
            "ping": 20,
            "failures": 0,
            "tls": None,
            "diff": 1000,
        },
    }


def backends(body: Body) -> list[dict[str, Any]]:
    """Its backends: one, which has threads while it has workers."""
    return [{"type": "cpu", "enabled": True} | ({"threads": [{"intensity": 1}]} if body.workers else {})]


def _summary(body: Body) -> bytes:
    if body.api == "garbage":
        return b"{{{"
    age = int(asyncio.get_running_loop().time() - body.born)
    connection = {"pool": body.pool, "connected": body.connected, "uptime": age, "ping": 20, "failures": 0}
    answer = {
        "id": body.record.context.run_id,
        "version": "0.1.0",
        "algo": "rx/0",
        "uptime": 1,
        "hashrate": 0.0 if body.paused else body.hashrate,
        "shares": {"accepted": body.accepted, "rejected": body.rejected, "invalid": 0},
        "difficulty": 1000,
        "connection": connection,
        "paused": body.paused,
        "gpus": [],
    }
    return json.dumps(answer).encode()
