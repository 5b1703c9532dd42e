"""A backup put back into a data folder: all of it or nothing, whenever somebody pulls the plug.

What is to come is written into a folder beside; one rename makes that a promise, which whoever opens the data folder
next keeps (`finish_restore`). Until then everything is as it was. The next daemon tells it in the timeline (`tell`).
"""

import os
import shutil
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mining.domain.message import message
from mining.domain.value import timestamp
from mining.foundation.document import DamagedDocument, NewerDocument, read_file, seal, unseal
from mining.foundation.files import read_plain, sync_folder, write_whole
from mining.foundation.platform import private_folder, remove, replace
from mining.storage.archive import DOCUMENTS, HISTORY, SETTINGS

READY, STAGE = "restore.ready", "restore.tmp"
_PLAN = "restore.json"
NOTE = "restored.json"  # of a restore that no daemon has told yet
_JOURNAL = ("-wal", "-shm")  # of SQLite, beside its database


def restore(data: Path, settings: Path, files: Mapping[str, bytes], made_at: str = "") -> Path:
    """Put these files, of a backup made then, in place of those that are there. Needs the folder's lock.

    Returns where a copy of the old ones lies.
    """
    aside = _set_copy_aside(data, settings)
    stage = data / STAGE
    shutil.rmtree(stage, ignore_errors=True)
    private_folder(stage)
    for name, content in files.items():
        write_whole(stage / name, content)
    note = {"at": timestamp(datetime.now(UTC)), "madeAt": made_at, "aside": aside.name, "files": sorted(files)}
    write_whole(stage / _PLAN, seal({"settings": str(settings), **note}))
    replace(stage, data / READY)
    sync_folder(data)
    finish_restore(data)
    return aside


def finish_restore(data: Path) -> None:
    """Keep the promise of a restore that was cut off; one that promised nothing yet is swept away."""
    ready, stage = data / READY, data / STAGE
    if ready.is_dir():
        body = unseal(read_file(ready / _PLAN), _PLAN).body
        names, settings = set(body["files"]), Path(body["settings"])
        for name in DOCUMENTS:
            for path in (data / name, data / f"{name}.bak"):
                write_whole(path, read_plain(ready / name)) if name in names else remove(path)
        if SETTINGS in names:
            private_folder(settings.parent, parents=True)
            write_whole(settings.resolve(), read_plain(ready / SETTINGS))
        if (ready / HISTORY).exists():
            for end in _JOURNAL:
                remove(data / f"{HISTORY}{end}")
            replace(ready / HISTORY, data / HISTORY)
        write_whole(data / NOTE, read_plain(ready / _PLAN))
        sync_folder(data)
        shutil.rmtree(stage, ignore_errors=True)
        replace(ready, stage)
    shutil.rmtree(stage, ignore_errors=True)


async def tell(data: Path, journal: Callable[..., Awaitable[Any]]) -> None:
    """Have the journal tell of a restore since the last daemon, once; a note that is damaged tells nothing."""
    try:
        note = unseal(read_file(data / NOTE), NOTE).body
        at, made_at, aside = (str(note[key]) for key in ("at", "madeAt", "aside"))
    except FileNotFoundError:
        return
    except (DamagedDocument, NewerDocument, KeyError, OSError):
        pass
    else:
        text = message("storage.put_back", made_at=made_at, at=at, aside=aside)
        await journal(None, "settings", text, None, files=note.get("files", []))
    with suppress(OSError):
        remove(data / NOTE)


def _set_copy_aside(data: Path, settings: Path) -> Path:
    """A copy of what a restore may replace."""
    stamp = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
    aside, turn = data / f"before-restore-{stamp}", 1
    while aside.exists():
        turn += 1
        aside = data / f"before-restore-{stamp}-{turn}"
    private_folder(aside)
    names = (*DOCUMENTS, *(f"{name}.bak" for name in DOCUMENTS), HISTORY, *(f"{HISTORY}{end}" for end in _JOURNAL))
    for path in (*(data / name for name in names), settings):
        with suppress(FileNotFoundError):
            shutil.copyfile(path, aside / path.name)
            os.chmod(aside / path.name, 0o600)  # noqa: PTH101 - as the rest of the folder
    sync_folder(aside)
    return aside
