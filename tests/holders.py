"""Every process of a miner, as this system tells them from its run folder, and their end after a test."""

import os
from contextlib import suppress
from pathlib import Path

from mining.processes.run_folder import RunFolder
from mining.processes.system import SystemProcesses


def holders(folder: RunFolder) -> list[int]:
    """Their pids, ours left out; also those of lost ones."""
    runs = folder.path.parent
    return SystemProcesses(runs, runs.parent / "logs").holders(folder)


def end_holders(data: Path, *names: str) -> None:
    """End the processes of these miners of a data folder; without a name, those of all."""
    runs = data / "run"
    for name in names or [path.name for path in (runs.iterdir() if runs.is_dir() else ())]:
        for pid in holders(RunFolder(runs, name)):
            with suppress(OSError):  # it has ended meanwhile
                os.kill(pid, 9)
