"""How quickly 30 days of one miner's history are read."""

import asyncio
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


async def measure(path: Path) -> None:
    """Print what a read and a write take."""
    async with open_stores(path) as store:
        for step, days in ((3600, 30), (300, 3), (10, 0.1)):
            start, times = _END - timedelta(days=days), []
            for _ in range(50):
                before = time.perf_counter()
                found = await store.samples.hashrates("xmrig", start, _END, step, ("rx/0", None))
                times.append(time.perf_counter() - before)
            print(f"storage.read.{days}d.{step}s: {median(times) * 1000:.2f} ms")
            assert len(found) == days * 86400 / step, len(found)
        before = time.perf_counter()
        for n in range(_ADDS):
            await store.samples.add(
                "xmrig", Sample(at=_END + timedelta(seconds=10 * n), hashrate=1.0, algorithm="rx/0")
            )
        print(f"storage.add_sample: {(time.perf_counter() - before) / _ADDS * 1000:.2f} ms")


def main() -> None:
    """Fill a database and measure it."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "rig.db"
        fill(path)
        asyncio.run(measure(path))


if __name__ == "__main__":
    main()
