"""The settings file on disk: which one it is, what it says, and how it is replaced without ever being torn."""

import os
from pathlib import Path
from typing import Any

from mining.domain.errors import NotSupported, StorageFull
from mining.foundation.files import write_whole
from mining.foundation.full_disk import full_disk_raises
from mining.settings import APP
from mining.settings.text import Unreadable, read
from mining.storage.disk import FULL


class BadFile(Exception):
    """This file cannot be used for settings; the text says which and why."""


def usual() -> Path:
    """The first of the usual files that is there; the first of them when none is."""
    from platformdirs import user_config_path

    places = (user_config_path(APP, appauthor=False) / "config.yaml", Path.home() / ".mining.yaml")
    return next((path for path in places if path.is_file()), places[0])


def values_in(path: Path, text: str) -> dict[str, Any]:
    """What the text of a file says; BadFile when that is not names and values."""
    try:
        return read(text)
    except Unreadable as error:
        raise BadFile(f"{path} {error}") from error


def text_of(path: Path) -> str | None:
    """The text of a file as it is, line ends included; None when there is no file, BadFile when it cannot be read."""
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise BadFile(f"{path} cannot be read: {(error.strerror or str(error)).lower()}") from error
    except ValueError as error:
        raise BadFile(f"{path} is not text in UTF-8: {error}") from error


def replace(path: Path, text: str) -> None:
    """Put a text in place of a file's, durably; behind a link, of the file that it leads to.

    Its mode and owner are kept; a new file is its owner's alone. StorageFull or NotSupported, and then nothing changed.
    """
    try:
        with full_disk_raises(StorageFull(FULL)):
            target = path.resolve()
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(target, text.encode(), like=target.stat() if target.exists() else None)
    except OSError as error:
        why = os.strerror(error.errno or 0).lower()
        raise NotSupported(f"{path} cannot be written ({why}), so nothing was changed. Change it by hand.") from error
