"""The run folder of one miner, readable by its owner alone: lock, record, configuration files, pipes."""

import shutil
import stat
from contextlib import suppress
from pathlib import Path

from pydantic import ValidationError

from mining.domain.process import ProcessRecord
from mining.foundation import files


class RunFolder:
    """One miner's folder below the data folder; the name is checked before it gets here."""

    def __init__(self, root: Path, name: str) -> None:
        self.path = root / name
        self.lock = self.path / "lock"
        self._record = self.path / "process.json"

    def make(self) -> None:
        """Create the folder, mode 0700."""
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)

    def write_record(self, record: ProcessRecord) -> None:
        """Keep the record; a crash leaves the old one or the new one."""
        self.write("process.json", record.model_dump_json(by_alias=True).encode())

    def read_record(self) -> ProcessRecord | None:
        """The record, or None when there is none that can be read."""
        try:
            return ProcessRecord.model_validate_json(self._record.read_bytes())
        except (FileNotFoundError, ValidationError, ValueError, OSError):
            return None

    def write(self, name: str, content: bytes) -> None:
        """Write a file of mode 0600 in one step; a link planted at its place is replaced, never followed."""
        if "/" in name or name.startswith("."):
            raise ValueError(f"not a plain file name: {name!r}")
        clear_for_file(self.path / name)
        files.write_whole(self.path / name, content)

    def remove(self) -> None:
        """Delete the folder and what is in it."""
        shutil.rmtree(self.path, ignore_errors=True)


def clear_for_file(path: Path) -> None:
    """Clear away what stands where a plain file belongs."""
    with suppress(FileNotFoundError):
        mode = path.lstat().st_mode
        if stat.S_ISDIR(mode):
            shutil.rmtree(path)
        elif not stat.S_ISREG(mode):
            path.unlink()
