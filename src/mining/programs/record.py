"""The small files that say which program is in use."""

import json
from contextlib import AbstractContextManager
from pathlib import Path

from mining.domain.errors import StorageFull
from mining.domain.programs.program import Program
from mining.foundation import files
from mining.foundation.full_disk import full_disk_raises


def record_of(programs_dir: Path, type: str) -> Path:
    """Where it is written down which program of a type is in use."""
    return programs_dir / f"{type}.json"


def read(path: Path) -> Program:
    """The program that a record describes; OSError or ValueError when it does not."""
    return Program.model_validate_json(path.read_bytes())


def write(path: Path, program: Program) -> None:
    """Put a record in place."""
    write_whole(path, json.dumps(program.to_json(), indent=1).encode())


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in place, whole and durably; the daemon and the command line may do so at once."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    files.write_whole(path, content, shared=True)


def storage_full(what: str) -> AbstractContextManager[None]:
    """StorageFull where the system refuses to write because there is no room."""
    return full_disk_raises(StorageFull(f"The disk is full, so {what}. Make room, then try again."))
