"""Crew, the worker processes of the demo miner, and what they have hashed."""

import asyncio
import json
import os
import sys
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from mining.demo.stratum import Job
from mining.foundation.tasks import end, guarded, owned

WINDOW = 10.0  # s of the hashrate
_WORKER = Path(__file__).with_name("hash_worker.py")


class Share(NamedTuple):
    """What a worker found."""

    job: str
    nonce: str
    result: str


class Tally:
    """Hashes of the last ten seconds."""

    def __init__(self) -> None:
        self._done: deque[tuple[float, int]] = deque()
        self._since: float | None = None

    def add(self, now: float, hashes: int) -> None:
        """Count hashes."""
        if self._since is None:
            self._since = now
        self._done.append((now, hashes))
        self._forget(now)

    def reset(self) -> None:
        """Begin the window anew."""
        self._done.clear()
        self._since = None

    def rate(self, now: float, busy: bool) -> float | None:
        """H/s; None while a busy crew's window is not full; 0.0 when nothing is hashed."""
        self._forget(now)
        if not self._done:
            return None if busy and (self._since is None or now - self._since < WINDOW) else 0.0
        if self._since is not None and now - self._since < WINDOW:
            return None
        return sum(hashes for _, hashes in self._done) / WINDOW

    def _forget(self, now: float) -> None:
        while self._done and now - self._done[0][0] > WINDOW:
            self._done.popleft()


class Crew:
    """The workers; a block at whose end they have ended. They also end by themselves when this process is gone."""

    def __init__(
        self, workers: int, niceness: int, on_share: Callable[[Share], None], clock: Callable[[], float]
    ) -> None:
        self.size, self.tally = workers, Tally()
        self._niceness, self._on_share, self._clock = niceness, on_share, clock
        self._processes: list[asyncio.subprocess.Process] = []
        self._readers: list[asyncio.Task[None]] = []

    @property
    def pids(self) -> Sequence[int]:
        """The process ids of the workers."""
        return [process.pid for process in self._processes]

    async def __aenter__(self) -> "Crew":
        if hasattr(os, "nice"):
            os.nice(self._niceness)  # this process too: whoever is polite is so as a whole
        for index in range(self.size):
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-I",
                "-S",
                str(_WORKER),
                str(index),
                str(self.size),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
            )
            self._processes.append(process)
            self._readers.append(guarded(f"worker-{index}", self._listen(process), partial(_give_up, process)))
        return self

    async def __aexit__(self, *_: object) -> None:
        for process in self._processes:
            if process.returncode is None:
                process.kill()
        for process in self._processes:
            await process.wait()
        await end(*self._readers)

    async def lost(self) -> int:
        """Wait until a worker ends by itself; its exit code."""
        waits = [owned("wait for a worker", process.wait()) for process in self._processes]
        try:
            done, _ = await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
            return done.pop().result()
        finally:
            await end(*waits)

    def work_on(self, job: Job | None) -> None:
        """Give everybody this job, or rest."""
        order = None if job is None else {"job": job.id, "blob": job.blob.hex(), "target": str(job.target)}
        line = json.dumps(order).encode() + b"\n"
        for process in self._processes:
            if process.stdin is not None and process.returncode is None:
                process.stdin.write(line)

    async def _listen(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdout is not None  # noqa: S101 - it was asked for
        async for line in process.stdout:
            message = json.loads(line)
            if "hashes" in message:
                self.tally.add(self._clock(), message["hashes"])
            else:
                self._on_share(Share(message["job"], message["nonce"], message["result"]))


def _give_up(process: asyncio.subprocess.Process, defect: BaseException) -> None:
    """End a worker whose words can no longer be heard, so that it counts as lost."""
    if process.returncode is None:
        process.kill()
