"""L6: miners that are started and stopped for a long time leave no descriptor, no process and no memory behind.

The long form takes MINING_SOAK_SECONDS, half an hour if nothing is said, and prints its figures.
"""

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from tests.daemons import Daemon, daemon, wait_for

pytestmark = pytest.mark.slow
NAMES = tuple(f"m{number}" for number in range(8))
SECONDS = int(os.environ.get("MINING_SOAK_SECONDS", "1800"))
PACE = 5.0  # s between two turns of the long form
GROWTH = 5.0  # MiB that the daemon may grow by after the first third


def turn(running: Daemon, name: str) -> None:
    """Stop a miner and start it again, with each end seen."""
    assert running.call("DELETE", f"/miners/{name}")[0] == 200
    wait_for(lambda: running.miner(name)["status"] == "stopped", 20, f"{name} to stop")
    assert running.call("POST", f"/miners/{name}/restart")[0] in (200, 201)
    wait_for(lambda: running.miner(name)["status"] == "running", 20, f"{name} to run")


@pytest.mark.parametrize("seconds", [0, pytest.param(SECONDS, marks=pytest.mark.long)])
def test_starts_and_stops_without_end_leave_nothing_behind(data_dir: Path, seconds: int) -> None:
    names = NAMES if seconds else NAMES[:2]
    with daemon(data_dir) as running:
        for name in names:
            running.simulate(name)
        for name in names:
            turn(running, name)
        assert running.process is not None
        watched = psutil.Process(running.process.pid)
        threads, before = watched.num_threads(), watched.num_fds()
        sizes: list[float] = []
        begun, turns = time.monotonic(), 0
        while turns < 2 * len(names) or time.monotonic() - begun < seconds:
            turn(running, names[turns % len(names)])
            turns += 1
            sizes.append(watched.memory_info().rss / 2**20)
            time.sleep(PACE if seconds else 0)
        wait_for(lambda: watched.num_fds() <= before, 20, "its descriptors to be as many as before")
        wait_for(lambda: watched.num_threads() <= threads, 20, "its threads to be as many as before")
        grown = sizes[-1] - sizes[len(sizes) // 3]
        events = [event["event"] for event in running.events()]
        assert events.count("stop") == turns + len(names)
        assert (events.count("start"), events.count("restart")) == (len(names), turns + len(names))
        assert not {"crash", "hang", "degraded"} & {*events}
        assert [len(running.alive(name)) for name in names] == [1] * len(names)
        children = [child for child in watched.children() if child.status() == psutil.STATUS_ZOMBIE]
        assert children == []
        with closing(sqlite3.connect(data_dir / "history.db")) as history:
            rows = history.execute("SELECT COUNT(*) FROM samples").fetchone()[0]
        print(f"{turns} stops and starts: {grown:+.1f} MiB after the first third, {before} descriptors, {rows} samples")
        if seconds:
            assert grown <= GROWTH
