"""The small files that say which program is in use."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from functools import lru_cache
from pathlib import Path

from mining import __version__
from mining.domain.errors import StorageFull
from mining.domain.message import phrase
from mining.domain.programs.program import Program
from mining.domain.stored import read_stored, stored_json
from mining.foundation import files
from mining.foundation.document import NewerDocument, read_file, seal, unseal
from mining.foundation.full_disk import full_disk_raises
from mining.foundation.platform import private_folder


@lru_cache(maxsize=256)  # of one rig: a name a type
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
    private_folder(path.parent, parents=True)
    files.write_whole(path, content, shared=True)


def newer_record(error: NewerDocument) -> str:
    """The same in a sentence of the catalogue."""
    if error.written_by is None:
        return phrase("program.newer_record_unnamed", file=error.name, own=__version__)
    return phrase("program.newer_record", file=error.name, version=error.written_by, own=__version__)


def storage_full(text: str) -> AbstractContextManager[None]:
    """StorageFull where the system refuses to write because there is no room."""
    return full_disk_raises(StorageFull(text))
