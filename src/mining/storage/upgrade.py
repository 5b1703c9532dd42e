"""What is done before a data folder of another version is written to: a newer one is refused, 0.1.0's is copied."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from mining.foundation.document import DamagedDocument, NewerDocument, read_file, refuse_newer, unseal
from mining.foundation.files import read_plain, sync_folder, write_whole
from mining.foundation.platform import replace
from mining.storage import database
from mining.storage.folder import FolderRefused

DOCUMENTS = ("miners.json", "profiles.json", "pools.json")
COPY = "before-0.2.0"


def refuse_newer_state(data: Path) -> None:
    """NewerDocument when the store of a newer version cannot be gone on with; nothing is changed."""
    refuse_newer(data / "daemon.json")
    for name in (*DOCUMENTS, "boots.json", "payees.json", "keys.json", "benchmarks.json"):
        refuse_newer(data / name, data / f"{name}.bak")
    database.refuse_newer(data / "history.db")


def copy_of_0_1_0(data: Path, settings: Path) -> Path | None:
    """Copy what 0.1.0 could not read any more once this version has written it, so that it can be gone back to.

    The history is not among it: 0.1.0 goes on with ours. None when this is not a folder of 0.1.0.
    """
    if not _is_of_0_1_0(data):
        return None
    copy, turn = data / COPY, 1
    while copy.exists():  # 0.1.0 has been gone back to, and has written since
        turn += 1
        copy = data / f"{COPY}-{turn}"
    new = data / f"{COPY}.tmp"
    try:
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(mode=0o700)
        for source, name in _precious(data, settings):
            target = new / name
            target.parent.mkdir(mode=0o700, exist_ok=True)
            write_whole(target, read_plain(source))
        sync_folder(new)
        replace(new, copy)
        sync_folder(data)
    except OSError as error:
        shutil.rmtree(new, ignore_errors=True)
        why = os.strerror(error.errno or 0).lower()
        raise FolderRefused(f"what 0.1.0 left in {data} cannot be copied before it is changed: {why}") from error
    return copy


def _is_of_0_1_0(data: Path) -> bool:
    return any(_unsealed(data / name) for name in DOCUMENTS) or database.is_of_0_1_0(data / "history.db")


def _unsealed(path: Path) -> bool:
    try:
        return not unseal(read_file(path), path.name).sealed
    except (OSError, DamagedDocument, NewerDocument):
        return False


def _precious(data: Path, settings: Path) -> Iterator[tuple[Path, str]]:
    """Each file, and where it lies in the copy."""
    for name in DOCUMENTS:
        yield from ((path, path.name) for path in (data / name, data / f"{name}.bak") if path.is_file())
    yield from ((path, f"programs/{path.name}") for path in data.glob("programs/*.json"))
    if settings.is_file():
        yield settings, f"settings/{settings.name}"
