"""Makes tests/upgrade/0.2.0 anew, one document of each kind in the format of 0.2: `python -m tests.upgrade.make_0_2_0`.

It is made by the code of that version and is not made anew by a later one: later versions must read it as it is. A
version that changes a format gets a folder of its own beside it.
"""

import asyncio
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from mining.domain.adapter import LaunchContext
from mining.domain.config import Config, CpuBackend, Devices
from mining.domain.event import Event
from mining.domain.metrics import Sample
from mining.domain.miner import LastExit, MinerRecord
from mining.domain.pool import Pool
from mining.domain.pools import OwnPool
from mining.domain.profile import MiningProfile
from mining.domain.programs.program import Program
from mining.processes.run_folder import ProcessRecord, RunFolder
from mining.programs import record as programs
from mining.storage.folder import data_folder
from mining.storage.store import open_stores
from tests.upgrade.releases import state

KEPT = state("0.2.0")
T0 = datetime(2026, 12, 1, tzinfo=UTC)
CONFIG = Config(
    pool="pool.example:3333", wallet="somebody", algo="rx/0", coin="XMR", password="a-passw0rd", worker="rig1",
    threads=2, cpu_priority=1, cuda=Devices(enabled=True, devices=(0, 1)), opencl=Devices(), cpu=CpuBackend(),
    tls=True, tls_fingerprint="ab" * 32, pools=(Pool(pool="b.example:1", wallet="other", password="b-passw0rd"),),
    huge_pages=False, cpu_affinity="0x3", pause_on_battery=True, pause_on_active=60, donate_level=2, nicehash=False,
    proxy="socks5://127.0.0.1:9050", options={"mode": "light"},
)  # fmt: skip
MINERS = [
    MinerRecord(
        name="one", type="xmrig", config=CONFIG, wanted="running", profile_id="p1", consent_by="API 127.0.0.1",
        consent_at=T0, restarts=3, stopped_at=T0, last_exit=LastExit(signal=9, cause="signal", at=T0),
    ),
    MinerRecord(
        name="two", type="demo", config=Config(pool="a.example:1", wallet="me"), wanted="stopped", consent_by="me",
        consent_at=T0,
    ),
]  # fmt: skip
PROFILES = [
    MiningProfile(
        id="p1", name="Großes Rig ⛏", description="d", miner_type="xmrig", config=CONFIG, created_at=T0, updated_at=T0
    )
]
POOLS = [OwnPool(id="pool.example:3333", pool="pool.example:3333", name="The neighbour's", coin="XMR", added_at=T0)]
PROGRAM = Program(
    type="xmrig", path="/opt/xmrig", sha256="0" * 64, version="6.26.0", origin="installed", verified="signature",
    installed_at=T0,
)  # fmt: skip
PROCESS = ProcessRecord(
    miner=MINERS[0],
    context=LaunchContext(
        name="one", directory=Path("/data/run/one"), program=Path("/opt/xmrig"), api_port=41000, api_token="t" * 64,
        run_id="r" * 16, cpus=2,
    ),
    version="6.26.0", generation=2, started_at=T0, started_boot=12.5, boot_id="0" * 8, pid=4711, born="99",
)  # fmt: skip
EVENTS = [
    Event(seq=1, at=T0, kind="daemon.start", text="The daemon has started."),
    Event(seq=2, at=T0, kind="profile", text="Profile 'x' was made by me.", who="me", details={"profileId": "p1"}),
]
SAMPLES = [("rx/0", 1000.0), ("rx/0", 1010.0), ("cn/r", 30.0), (None, 7.0)]  # one each minute


async def fill(folder: Path) -> None:
    """What the store remembers."""
    async with open_stores(folder / "history.db") as store:
        for miner in (*MINERS, *MINERS):  # twice, so that there is a copy
            await store.records.save_miner(miner)
        for _ in range(2):
            await store.records.change_profiles(keep=PROFILES)
            await store.records.change_pools(keep=POOLS)
        for event in EVENTS:
            await store.events.add(event)
        for minute, (algorithm, rate) in enumerate(SAMPLES):
            at = T0 + timedelta(minutes=minute)
            await store.samples.add("one", Sample(at=at, hashrate=rate, algorithm=algorithm, pool="pool.example:3333"))


def main() -> None:
    """Make all of it."""
    shutil.rmtree(KEPT, ignore_errors=True)
    with TemporaryDirectory() as scratch:
        folder = Path(scratch) / "data"
        with data_folder(folder) as notice:
            asyncio.run(fill(folder))
            notice("http://127.0.0.1:8080/api/v1/mining")
        programs.write(programs.record_of(folder / "programs", "xmrig"), PROGRAM)
        run = RunFolder(folder / "run", "one")
        run.make()
        run.write_record(PROCESS)
        with closing(sqlite3.connect(folder / "history.db")) as database:
            text = "\n".join(["PRAGMA user_version = 1;", *database.iterdump(), ""])
        for path in folder.glob("history.db*"):
            path.unlink()
        (folder / "history.sql").write_text(text)
        shutil.copytree(folder, KEPT)
    for path in KEPT.rglob("*"):
        os.chmod(path, 0o755 if path.is_dir() else 0o644)  # noqa: PTH101 - as git holds them


if __name__ == "__main__":
    main()
