"""L1, L2: how many reads a second the daemon answers to 64 connections, alone and beside busy programs."""

import argparse
import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
import uvloop

from tests.bench.bench_api import NS, Asker
from tests.daemons import Daemon

CONNECTIONS = 64
MINERS = 8
LIMITS = {"alone": (2000, 25.0), "beside busy programs": (1000, 100.0), "beside busy programs at nice 19": (1000, 50.0)}


class TimedAsker(Asker):
    """Notes how long each answer takes."""

    def __init__(self, path: str, took: list[float]) -> None:
        super().__init__(path)
        self.took, self.begun = took, 0.0

    def connection_made(self, transport: Any) -> None:
        self.begun = time.monotonic()
        super().connection_made(transport)

    def data_received(self, data: bytes) -> None:
        before = self.answers
        super().data_received(data)
        if self.answers > before:
            now = time.monotonic()
            self.took.append(now - self.begun)
            self.begun = now


@contextmanager
def busy(niceness: int | None) -> Iterator[None]:
    """Programs that use every processor whole meanwhile; none for None."""
    loop = f"import os\nos.nice({niceness})\nwhile True: pass"
    many = range(0 if niceness is None else os.cpu_count() or 1)
    programs = [subprocess.Popen([sys.executable, "-c", loop]) for _ in many]
    try:
        yield
    finally:
        for each in programs:
            each.kill()
            each.wait()


async def load(daemon: Daemon, what: str, seconds: float) -> int:
    """Print how many answers came and how late; 1 when that is beyond a limit. An answer that is no 200 ends it."""
    took: list[float] = []
    loop = asyncio.get_running_loop()
    assert daemon.process is not None
    process = psutil.Process(daemon.process.pid)
    ways = [
        loop.create_connection(lambda: TimedAsker(f"{NS}/miners", took), "127.0.0.1", daemon.port)
        for _ in range(CONNECTIONS)
    ]
    askers = [protocol for _, protocol in await asyncio.gather(*ways)]
    await asyncio.sleep(1)
    took.clear()
    begun, before = time.monotonic(), sum(process.cpu_times()[:2])
    await asyncio.sleep(seconds)
    rate = len(took) / (time.monotonic() - begun)
    each = (sum(process.cpu_times()[:2]) - before) / len(took)
    for asker in askers:
        asker.transport.close()
    least, latest = LIMITS[what]
    late = statistics.quantiles(took, n=100)[98] * 1000
    print(
        f"{what}: {rate:.0f} a second (limit {least}), 99 of 100 within {late:.1f} ms (limit {latest:g}); "
        f"{each * 1e6:.0f} us of processor each, so a core could answer {1 / each:.0f} a second",
        flush=True,
    )
    return int(rate < least) + int(late > latest)


def main() -> int:
    """Print the figures, one a line with its limits; 1 when one is beyond them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=10)
    seconds = parser.parse_args().seconds
    beyond = 0
    with tempfile.TemporaryDirectory() as folder:
        running = Daemon(Path(folder), settings={"poll_interval": 10})
        try:
            running.start()
            for number in range(MINERS):
                running.simulate(f"m{number}")
            time.sleep(8)  # the early polls of a start are over
            for what, niceness in zip(LIMITS, (None, 0, 19), strict=True):
                with busy(niceness):
                    beyond += uvloop.run(load(running, what, seconds))
        finally:
            running.clean_up()
    return int(beyond > 0)


if __name__ == "__main__":
    sys.exit(main())
