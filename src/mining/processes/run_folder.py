"""The run folder of one miner, readable by its owner alone: lock, record, configuration files, pipes."""

import shutil
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

from mining.domain.process import ProcessRecord
from mining.domain.redaction import pool_secrets, redaction
from mining.domain.stored import read_stored, stored_json
from mining.foundation import files
from mining.foundation.document import NewerDocument, read_file, seal, unseal
from mining.foundation.platform import private_folder, take_lock

MOST_REMEMBERED = 128  # redactions
MOST_SECRETS = 256  # of a configuration with its 64 pools, and of those before it
PLAIN = "process.json"  # as 0.1.0 reads it, which takes no key more: it goes on with what lives
_LATER: Any = {  # than 0.1.0
    "miner": {"halted": True, "untried": True, "config": {"second"}},
    "context": {"cuda_plugin", "log_file"},
}
WHOLE = "record.json"  # the same under a seal, with what a newer version knows besides


class RunFolder:
    """One miner's folder below the data folder; the name is checked before it gets here."""

    def __init__(self, root: Path, name: str) -> None:
        self.path = root / name
        self.lock = self.path / "lock"
        self._record = self.path / PLAIN
        self._whole = self.path / WHOLE

    def make(self) -> None:
        """Create the folder, mode 0700; OSError where the data folder is not there."""
        for folder in (self.path.parent, self.path):
            private_folder(folder)

    def take_lock(self) -> int | None:
        """The lock, to be inherited by the miner; None while any process of it lives."""
        clear_for_file(self.lock)
        return take_lock(self.lock)

    def write_record(self, record: ProcessRecord, past_secrets: Sequence[str] = ()) -> None:
        """Keep the record, and what earlier runs said to their pools; a crash leaves the old one or the new one."""
        self.write(PLAIN, record.model_dump_json(by_alias=True, exclude=_LATER).encode())
        more = {"pastSecrets": list(past_secrets)} if past_secrets else {}
        self.write(WHOLE, seal({"process": stored_json(record), **more}))

    def read_record(self) -> ProcessRecord | None:
        """The record, or None when there is none that can be read."""
        plain, whole = _read(self._record), _read(self._whole)
        if whole is not None and (plain is None or _process(plain) == _process(whole)):
            return whole
        return plain  # of a process that an older version has started since

    def redaction(self) -> Callable[[str], str]:
        """What takes those secrets out of a text; made once for each record that was written."""
        about = self._whole.stat() if self._whole.exists() else None
        return _redaction(self.path, (about.st_mtime_ns, about.st_ino) if about is not None else None)

    def secrets(self) -> list[str]:
        """What the run that is recorded and those before it said to their pools alone, the newest first."""
        past: Any = []
        with suppress(OSError, ValueError, NewerDocument):
            past = unseal(read_file(self._whole), self._whole.name).body.get("pastSecrets", [])
        words = [word for word in past if isinstance(word, str)] if isinstance(past, list) else []
        record = self.read_record()
        if record is not None:
            words = [*pool_secrets(record.miner.config), *words]
        return list(dict.fromkeys(words))[:MOST_SECRETS]

    def write(self, name: str, content: bytes) -> None:
        """Write a file of mode 0600 in one step; a link planted at its place is replaced, never followed."""
        if set(name) & set("/\\:") or name.startswith("."):
            raise ValueError(f"not a plain file name: {name!r}")
        clear_for_file(self.path / name)
        files.write_whole(self.path / name, content)

    def remove(self) -> None:
        """Delete the folder and what is in it."""
        shutil.rmtree(self.path, ignore_errors=True)


def records(runs: Path) -> Iterator[Path]:
    """The records of all miners that say their schema."""
    return runs.glob(f"*/{WHOLE}")


def _read(path: Path) -> ProcessRecord | None:
    with suppress(OSError, ValueError, NewerDocument):
        document = unseal(read_file(path), path.name)
        row = document.body["process"] if document.sealed else ProcessRecord.of_0_1_0(document.body)
        return read_stored(ProcessRecord, row, document.written_by)
    return None


def _process(record: ProcessRecord) -> tuple[object, ...]:
    """What tells one process from every other."""
    return record.identity, record.context.run_id


def clear_for_file(path: Path) -> None:
    """Clear away what stands where a plain file belongs."""
    with suppress(FileNotFoundError):
        mode = path.lstat().st_mode
        if stat.S_ISDIR(mode):
            shutil.rmtree(path)
        elif not stat.S_ISREG(mode):
            path.unlink()


@lru_cache(MOST_REMEMBERED)
def _redaction(path: Path, written: tuple[int, int] | None) -> Callable[[str], str]:
    return redaction(RunFolder(path.parent, path.name).secrets())
