"""The settings file on disk: which one it is, what it says, and how it is replaced without ever being torn."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from mining.domain.errors import NotSupported, StorageFull
from mining.domain.message import phrase
from mining.domain.shell import pasted, quoted
from mining.domain.syntax import not_utf8
from mining.foundation.command_line import APP
from mining.foundation.files import open_plain, write_whole
from mining.foundation.full_disk import full_disk_raises
from mining.foundation.platform import make_private, private_folder
from mining.settings.access import Access, access, closed
from mining.settings.text import UnreadableText, read
from mining.storage.disk import FULL


class BadFile(Exception):
    """This file cannot be used for settings; the text says which and why."""


def places() -> tuple[Path, ...]:
    """Where the file may lie, the one that wins first: that of this version, then those of earlier ones."""
    from platformdirs import user_config_path

    folder = user_config_path(APP, appauthor=False)
    return folder / NAME, folder / "config.yaml", Path.home() / ".mining.yaml"


def usual() -> Path:
    """The first of the usual files that is there; the first of them when none is."""
    return next((path for path in places() if path.is_file()), places()[0])


NAME = "settings.yaml"
_FIRST_LINE = "# Settings of the daemon of this data folder; `miner-ctrl settings` shows and changes them.\n"


def of_folder(data_dir: Path) -> Path:
    """The file for a data folder that the operator names: its own, so that a trial never changes the usual one.

    A folder that was used before it had one goes on with the usual file, where there is one.
    """
    own = data_dir / NAME
    if own.exists() or not (data_dir / "daemon.json").exists():
        return own
    return usual() if usual().is_file() else own


def begin(path: Path) -> None:
    """Make an empty settings file in a data folder that has none; an OSError leaves it without."""
    with suppress(OSError), path.open("x", encoding="utf-8") as file:
        path.chmod(0o600)
        file.write(_FIRST_LINE)


def bring_over(path: Path, data_dir: Path) -> str:
    """The command that gives a data folder its own copy of a settings file."""
    return f"{pasted('cp', 'copy')} {quoted(str(path))} {quoted(str(data_dir / NAME))}"


def close_to_others(path: Path) -> str:
    """The command after which only its owner can read a settings file."""
    return closed(path)


def ignored(used: Path) -> tuple[Path, ...]:
    """The usual files that are there although another one wins; none where the operator names a file."""
    usual_files = places()
    if used not in usual_files:
        return ()
    return tuple(path for path in usual_files if path != used and path.is_file())


def values_in(path: Path, text: str) -> dict[str, Any]:
    """What the text of a file says; BadFile when that is not names and values."""
    try:
        return read(text)
    except UnreadableText as error:
        raise BadFile(phrase("settings.file", path=str(path), issue=error.args[0])) from error


def _unreadable(path: Path, words: str) -> BadFile:
    return BadFile(phrase("settings.file", path=str(path), issue=phrase("settings.unreadable", words=words)))


def text_of(path: Path) -> str | None:
    """The text of a file as it is, line ends included; None when there is no file.

    BadFile when it cannot be read, or when others could have written what it says.
    """
    try:
        with open_plain(path) as file:
            refusal = access(str(path), os.fstat(file.fileno())).refusal
            if refusal is not None:
                raise BadFile(phrase("settings.file", path=str(path), issue=refusal))
            return file.read().decode("utf-8")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unreadable(path, (error.strerror or str(error)).lower()) from error
    except UnicodeDecodeError as error:
        raise _unreadable(path, not_utf8(error)) from error


def access_of(path: Path) -> Access:
    """Who may do what with a file; nobody, where there is none."""
    try:
        return access(str(path), path.stat())
    except OSError:
        return Access()


def replace(path: Path, text: str, *, secret: bool = False) -> None:
    """Put a text in place of a file's, durably; behind a link, of the file that it leads to.

    Its mode and owner are kept, but what holds a `secret`, and a new file, is its owner's alone. StorageFull or
    NotSupported, and then nothing changed.
    """
    try:
        with full_disk_raises(StorageFull(FULL)):
            target = path.resolve()
            private_folder(target.parent, parents=True)
            write_whole(target, text.encode(), like=target.stat() if target.exists() else None, private=secret)
            if secret:
                make_private(target)  # where a mode is not all there is to it
    except OSError as error:
        why = os.strerror(error.errno or 0).lower()
        raise NotSupported(phrase("refuse.unwritable", path=str(path), words=why)) from error
