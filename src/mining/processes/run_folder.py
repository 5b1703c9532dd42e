"""The run folder of one miner, readable by its owner alone: lock, record, configuration files, pipes."""

import fcntl
import os
import shutil
import stat
from contextlib import suppress
from pathlib import Path

from pydantic import Field, ValidationError

from mining.domain.adapter import LaunchContext
from mining.domain.miner import MinerRecord
from mining.domain.value import Moment, Value
from mining.foundation import files


class ProcessRecord(Value):
    """What the next daemon must know to take a living miner over. Without `pid` it was written before the spawn."""

    miner: MinerRecord
    context: LaunchContext = Field(alias="slot")  # as 0.1.0 called it
    version: str | None
    generation: int
    started_at: Moment
    started_boot: float = Field(description="s on the boot clock, which counts sleep and never jumps")
    boot_id: str
    pid: int | None = None
    start_ticks: int | None = Field(None, description="/proc/PID/stat field 22")


class RunFolder:
    """One miner's folder below the data folder; the name is checked before it gets here."""

    def __init__(self, root: Path, name: str) -> None:
        self.path = root / name
        self.lock = self.path / "lock"
        self._record = self.path / "process.json"

    def make(self) -> None:
        """Create the folder, mode 0700."""
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)

    def take_lock(self) -> int | None:
        """A descriptor that holds the lock, to be inherited by the miner; None while any process of it lives."""
        _discard_unless_file(self.lock)
        descriptor = os.open(self.lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return None
        return descriptor

    def holders(self) -> list[int]:
        """The pids that hold the lock file open, ours left out: every process of this miner, also a lost one."""
        wanted = None
        with suppress(OSError):
            wanted = self.lock.stat()
        deleted = f"{self.lock} (deleted)"  # so the kernel calls a lock file that was removed under a living miner
        found = []
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit() and int(entry.name) != os.getpid() and _has_open(entry / "fd", wanted, deleted):
                found.append(int(entry.name))
        return sorted(found)

    def write_record(self, record: ProcessRecord) -> None:
        """Keep the record; a crash leaves the old one or the new one."""
        self.write("process.json", record.model_dump_json(by_alias=True).encode())

    def read_record(self) -> ProcessRecord | None:
        """The record, or None when there is none that can be read."""
        try:
            return ProcessRecord.model_validate_json(self._record.read_bytes())
        except (FileNotFoundError, ValidationError, ValueError, OSError):
            return None

    def has_record(self) -> bool:
        """Whether a record exists, readable or not."""
        return self._record.exists()

    def write(self, name: str, content: bytes) -> None:
        """Write a file of mode 0600 in one step; a link planted at its place is replaced, never followed."""
        if "/" in name or name.startswith("."):
            raise ValueError(f"not a plain file name: {name!r}")
        _discard_unless_file(self.path / name)
        files.write_whole(self.path / name, content)

    def remove(self) -> None:
        """Delete the folder and what is in it."""
        shutil.rmtree(self.path, ignore_errors=True)


def _has_open(folder: Path, wanted: os.stat_result | None, deleted: str) -> bool:
    try:
        for entry in folder.iterdir():
            with suppress(OSError):
                there = entry.stat()
                if wanted is not None and (there.st_dev, there.st_ino) == (wanted.st_dev, wanted.st_ino):
                    return True
                if there.st_nlink == 0 and str(entry.readlink()) == deleted:
                    return True
    except OSError:  # gone, or not ours to look into
        return False
    return False


def _discard_unless_file(path: Path) -> None:
    """Clear away what stands where a plain file belongs."""
    with suppress(FileNotFoundError):
        mode = path.lstat().st_mode
        if stat.S_ISDIR(mode):
            shutil.rmtree(path)
        elif not stat.S_ISREG(mode):
            path.unlink()
