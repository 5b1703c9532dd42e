"""A store whose process is killed in the middle of saving loses nothing that it had promised."""

import subprocess
import sys
import time

import pytest

from mining.storage.store import open_stores

SAVER = """
import asyncio, sys
from datetime import UTC, datetime
from pathlib import Path
from mining.domain.config import Config
from mining.domain.miner import MinerRecord
from mining.domain.profile import MiningProfile
from mining.storage.store import open_stores

async def main():
    async with open_stores(Path(sys.argv[1])) as store:
        for n in range(4097):
            config = Config(pool="p:1", wallet="w", threads=n)
            now = datetime.now(UTC)
            await store.records.save_miner(MinerRecord(
                name="a", type="a", config=config, wanted="running", consent_by="c", consent_at=now))
            await store.records.change_profiles([MiningProfile(
                id="a", name="a", miner_type="a", config=config, created_at=now, updated_at=now)])
            print(n, flush=True)

asyncio.run(main())
"""


@pytest.mark.slow
async def test_what_was_promised_before_a_kill_is_there_afterwards(tmp_path):
    for turn in range(5):
        path = tmp_path / f"{turn}.d" / "rig.db"
        path.parent.mkdir()
        saver = subprocess.Popen([sys.executable, "-c", SAVER, str(path)], stdout=subprocess.PIPE, text=True)
        assert saver.stdout.readline() == "0\n"
        time.sleep(0.013 * turn)
        assert saver.poll() is None
        saver.kill()
        promised = int(("0\n" + saver.stdout.read()).split()[-1])
        saver.wait()
        async with open_stores(path) as store:
            assert (await store.records.miners())[0].config.threads >= promised
            assert (await store.records.profiles())[0].config.threads >= promised
            assert store.problems == ()
