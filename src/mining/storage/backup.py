"""What is backed up of a data folder: read whole, as of one moment, while its daemon goes on."""

import time
from pathlib import Path

from mining.foundation.document import DamagedDocument, read_file, unseal
from mining.foundation.files import read_plain
from mining.storage import database
from mining.storage.archive import DOCUMENTS, HISTORY, SETTINGS, BadBackup

TRIES = 20  # until nothing was written between two looks
PAUSE = 0.1  # s


def collect(data: Path, settings: Path, *, history: bool) -> dict[str, bytes]:
    """Every file that a backup holds, by name. BadBackup says what cannot be read; nothing is changed."""
    if not data.is_dir():
        raise BadBackup(f"there is no data folder {data}")
    for _ in range(TRIES):
        files = _small(data, settings)
        if files == _small(data, settings):
            break
        time.sleep(PAUSE)
    else:
        raise BadBackup("its files change faster than they can be read; try again")
    if history and (data / HISTORY).exists():
        files[HISTORY] = database.copy_of(data / HISTORY)
    if not files:
        raise BadBackup(f"there is nothing to back up in {data}")
    return files


def _small(data: Path, settings: Path) -> dict[str, bytes]:
    documents = {name: content for name in DOCUMENTS if (content := _document(data / name)) is not None}
    return documents | ({SETTINGS: read_plain(settings)} if settings.is_file() else {})


def _document(path: Path) -> bytes | None:
    """A document, or its good copy; None where there is neither."""
    damaged = False
    for place in (path, path.with_name(f"{path.name}.bak")):
        try:
            content = read_file(place)
            unseal(content, place.name)
            return content
        except FileNotFoundError:
            continue
        except DamagedDocument:
            damaged = True
    if damaged:
        raise BadBackup(f"{path} is damaged, and so is its copy; start the daemon once, which sets it aside")
    return None
