"""Small files written so that a reader finds the old or the new one, whole, whatever happens in between."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

from mining.domain.errors import StorageFull
from mining.domain.programs.program import Program
from mining.domain.stored import read_stored, stored_json
from mining.foundation.document import NewerDocument, read_file, seal, unseal

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


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
    """Put a file in place, whole and durably."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.{token_hex(4)}.tmp")
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
        sync_folder(path.parent)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def sync_folder(path: Path) -> None:
    """Make the names in a folder durable."""
    folder = os.open(path, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


@contextmanager
def full_disk_said(what: str) -> Iterator[None]:
    """Turn the system's refusal to write into StorageFull."""
    try:
        yield
    except OSError as error:
        if error.errno not in FULL:
            raise
        raise StorageFull(f"The disk is full, so {what}. Make room, then try again.") from error
