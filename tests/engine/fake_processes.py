"""An operating system in memory (fulfils `mining.domain.process.Processes`) whose processes do as they are told."""

import asyncio
import itertools
import json
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from mining.domain.adapter import ApiRequest, ApiResponse, Launch
from mining.domain.process import CannotAdopt, CannotSpawn, ConsoleKind, ProcessRecord
from mining.domain.rig import LogPage

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
    api: Literal["well", "silent", "garbage"] = "well"
    api_from: float = 0.0  # s of its life before its API answers
    hashrate: float = 1000.0
    pool: str = "pool.example:3333"
    connected: bool | None = True
    paused: bool = False
    printed: list[str] = field(default_factory=list)
    asked: list[tuple[float, str]] = field(default_factory=list)  # when, and for what

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
        self.printed.append(f"[2026-11-03 12:00:00.000] {text}")


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
            asyncio.get_running_loop().call_later(self.body.slow, self.body.exit, SIGTERM)
        with suppress(TimeoutError):
            await asyncio.wait_for(self.body.ended.wait(), grace)
        self.body.exit(SIGKILL)

    async def sweep(self) -> int:
        await asyncio.sleep(0.01)
        self._system.swept.append(self.pid)
        return 0

    def cpu_percent(self, cpus: int) -> float | None:
        return None

    def lines(self, elapsed: float) -> list[str]:
        printed, self.body.printed = self.body.printed, []
        return printed

    def last_lines(self) -> list[str]:
        return self.lines(0.0)

    def type(self, keys: str) -> None:
        raise OSError("this program has no keyboard")

    def close(self) -> None:
        self.closed = True


class FakeProcesses:
    """Every process it ever had, by miner; `most` is how many of one miner lived at once, which must be 1."""

    boot = "this boot"
    privileged = False

    def __init__(self) -> None:
        self.bodies: dict[str, list[Body]] = {}
        self.most = 0
        self.swept: list[int] = []
        self.refusal: Exception | None = None  # of every start
        self.hidden = False  # whether the living cannot be found
        self.next_one: dict[str, Any] = {}  # how the next processes are
        self._pids = itertools.count(100)

    def living(self, name: str = "one") -> list[Body]:
        """The living processes of a miner."""
        return [body for body in self.bodies.get(name, []) if body.lives]

    def body(self, name: str = "one") -> Body:
        """Its living process; there must be exactly one."""
        (body,) = self.living(name)
        return body

    def boot_clock(self) -> float:
        return 5000.0 + asyncio.get_running_loop().time()

    def folder(self, name: str) -> Path:
        return Path("/run") / name

    def spawn(self, launch: Launch, record: ProcessRecord, console: ConsoleKind) -> FakeProcess:
        if self.refusal is not None:
            raise self.refusal
        name, now = record.miner.name, asyncio.get_running_loop().time()
        if self.living(name):  # as the lock says
            raise CannotSpawn("a process of this miner is still alive")
        pid = next(self._pids)
        known = record.but(pid=pid, born=str(pid))
        body = Body(pid, known, now, **self.next_one)
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
        return LogPage(items=(), cursor="0")

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
        return [ApiResponse(200, _summary(body)) for _ in requests]


def _summary(body: Body) -> bytes:
    if body.api == "garbage":
        return b"{{{"
    connection = {"pool": body.pool, "connected": body.connected, "uptime": 1, "ping": 20, "failures": 0}
    answer = {
        "id": body.record.context.run_id,
        "version": "0.1.0",
        "algo": "rx/0",
        "uptime": 1,
        "hashrate": 0.0 if body.paused else body.hashrate,
        "shares": {"accepted": 0, "rejected": 0, "invalid": 0},
        "difficulty": 1000,
        "connection": connection,
        "paused": body.paused,
        "gpus": [],
    }
    return json.dumps(answer).encode()
