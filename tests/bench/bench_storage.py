"""How quickly 30 days of one miner's history are read."""

import asyncio
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from mining.domain.metrics import Sample
from mining.domain.retention import Retention
from mining.storage import samples
from mining.storage.database import open_database, transaction
from mining.storage.store import open_stores

_DAYS = 30
_END = datetime(2026, 1, 31, tzinfo=UTC)
_START = _END - timedelta(days=_DAYS)
_ADDS = 500
_LIMITS = {(3600, 30): 15.0, (300, 3): 20.0, (10, 0.1): 10.0}  # ms, of a step and days
_ADD = 3.0  # ms


def fill(path: Path) -> None:
    """30 days at 10 s, in large transactions."""
    database = open_database(path, print)
    for day in range(_DAYS):
        with transaction(database):
            for second in range(day * 86400, (day + 1) * 86400, 10):
                sample = Sample(at=_START + timedelta(seconds=second), hashrate=1000.0 + second % 97, algorithm="rx/0")
                samples.add_sample(database, "xmrig", sample)
    samples.prune(database, _END.timestamp(), Retention())
    database.close()


async def measure(path: Path) -> int:
    """Print what a read and a write take; 1 when one takes longer than its limit."""
    beyond = 0
    async with open_stores(path) as store:
        for (step, days), limit in _LIMITS.items():
            start, times = _END - timedelta(days=days), []
            for _ in range(50):
                before = time.perf_counter()
                found = await store.samples.hashrates("xmrig", start, _END, step, ("rx/0", None))
                times.append(time.perf_counter() - before)
            took = median(times) * 1000
            beyond += took > limit
            print(f"storage.read.{days}d.{step}s: {took:.2f} ms (limit {limit:g})")
            assert len(found) == days * 86400 / step, len(found)
        before = time.perf_counter()
        for n in range(_ADDS):
            await store.samples.add(
                "xmrig", Sample(at=_END + timedelta(seconds=10 * n), hashrate=1.0, algorithm="rx/0")
            )
        took = (time.perf_counter() - before) / _ADDS * 1000
        print(f"storage.add_sample: {took:.2f} ms (limit {_ADD:g})")
    return int(beyond > 0 or took > _ADD)


def main() -> int:
    """Fill a database and measure it."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "rig.db"
        fill(path)
        return asyncio.run(measure(path))


if __name__ == "__main__":
    sys.exit(main())
