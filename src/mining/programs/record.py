"""The small files that say which program is in use."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from mining.domain.errors import StorageFull
from mining.domain.programs.program import Program
from mining.domain.stored import read_stored, stored_json
from mining.foundation import files
from mining.foundation.document import NewerDocument, read_file, seal, unseal
from mining.foundation.full_disk import full_disk_raises


def record_of(programs_dir: Path, type: str) -> Path:
    """Where it is written down which program of a type is in use."""
    return programs_dir / f"{type}.json"


def read(path: Path) -> Program:
    """The program that a record describes; OSError or ValueError when it does not."""
    try:
        document = unseal(read_file(path), path.name)
    except NewerDocument as error:  # no daemon starts on it, but one may run while a newer version writes it
        raise ValueError(str(error)) from error
    return read_stored(Program, document.body, document.written_by)


def write(path: Path, program: Program) -> None:
    """Put a record in place."""
    write_whole(path, seal(stored_json(program)))


def records(programs_dir: Path) -> Iterator[Path]:
    """The records of all programs that are in use here, and of those that were."""
    yield from programs_dir.glob("*.json")
    yield from programs_dir.glob("*/versions/*/record.json")


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in place, whole and durably; the daemon and the command line may do so at once."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    files.write_whole(path, content, shared=True)


def storage_full(what: str) -> AbstractContextManager[None]:
    """StorageFull where the system refuses to write because there is no room."""
    return full_disk_raises(StorageFull(f"The disk is full, so {what}. Make room, then try again."))
