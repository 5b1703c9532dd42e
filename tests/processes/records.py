"""What stands in the run folder of a miner that the tests of this room start."""

from datetime import UTC, datetime
from pathlib import Path

from mining.domain.adapter import LaunchContext
from mining.domain.config import Config
from mining.domain.miner import MinerRecord
from mining.domain.process import ProcessRecord
from mining.processes.run_folder import RunFolder


def a_record(folder: RunFolder, generation: int = 1) -> ProcessRecord:
    """A record without a process."""
    now = datetime.now(UTC).replace(microsecond=0)
    config = Config(pool="pool.example:3333", wallet="anybody", worker="w" * generation)
    miner = MinerRecord(
        name=folder.path.name, type="simulated", config=config, wanted="running", consent_by="me", consent_at=now
    )
    context = LaunchContext(
        name=folder.path.name, directory=folder.path, program=Path("/p"), api_port=1, api_token="t", run_id="r", cpus=2
    )
    return ProcessRecord(
        miner=miner, context=context, version=None, generation=generation, started_at=now, started_boot=1.5, boot_id="b"
    )
