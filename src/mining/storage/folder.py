"""The data folder: one daemon's alone, for as long as it holds the lock of `daemon.json` in it."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mining.domain.shell import pasted, quoted
from mining.foundation.document import seal
from mining.foundation.files import other_kind
from mining.foundation.platform import (
    foreign_owner,
    make_private,
    open_file,
    others_see,
    own_name,
    pread,
    private_folder,
    pwrite,
    try_lock,
)
from mining.storage.restore import finish_restore

FILES = ("daemon.json", "history.db", "history.db-wal", "history.db-shm", "settings.yaml")
DOCUMENTS = ("miners.json", "profiles.json", "pools.json", "boots.json")


class FolderRefused(Exception):
    """The data folder cannot be used, or another daemon uses it; the text says what to do."""


@dataclass(frozen=True)
class DaemonRecord:
    """Writes down for others who uses a data folder: pid, address and Unix socket."""

    descriptor: int

    def __call__(self, url: str, unix_socket: Path | None = None) -> None:
        where = {} if unix_socket is None else {"socket": str(unix_socket)}
        text = seal({"pid": os.getpid(), "url": url, **where})
        try:
            os.ftruncate(self.descriptor, 0)
            pwrite(self.descriptor, text, 0)
        except OSError as error:
            why = os.strerror(error.errno or 0).lower()
            raise FolderRefused(f"the data folder cannot be written to: {why}") from error


@contextmanager
def data_folder(path: Path) -> Iterator[DaemonRecord]:
    """The data folder, mode 0700, for this daemon alone; FolderRefused when another one uses it."""
    try:
        _make_private(path)
        _refuse_no_files(path)
        descriptor = open_file(path / "daemon.json", os.O_RDWR | os.O_CREAT)
    except OSError as error:
        why = os.strerror(error.errno or 0).lower()
        raise FolderRefused(f"the data folder {path} cannot be used: {why}") from error
    try:
        if not try_lock(descriptor):
            other = _read_notice(descriptor)
            raise FolderRefused(
                f"a daemon (pid {other.get('pid', '?')}) already uses {path} and answers at {other.get('url', '?')}; "
                "talk to that one, or choose another folder with --data-dir"
            )
        finish_restore(path)
        yield DaemonRecord(descriptor)
    finally:
        os.close(descriptor)


def daemon_of(path: Path) -> int | None:
    """The pid of the daemon that uses a data folder now; None when none does, 0 when it has written none down."""
    try:
        descriptor = open_file(path / "daemon.json", os.O_RDWR)
    except OSError:
        return None
    try:
        pid = None if try_lock(descriptor) else _read_notice(descriptor).get("pid", 0)
        return pid if pid is None or isinstance(pid, int) else 0
    finally:
        os.close(descriptor)


def _make_private(path: Path) -> None:
    """The folder, for nobody else's eyes. One that holds other people's things is not closed behind their backs."""
    private_folder(path, parents=True)
    owner = foreign_owner(path)
    if owner is not None:
        take = f"{pasted(f'sudo chown -R {own_name()}', 'takeown /R /F')} {quoted(str(path))}"
        raise FolderRefused(
            f"the data folder {path} belongs to {owner}, who could change what runs here and whom it pays. "
            f"Start the daemon as that user, or give the folder to this one: {take}"
        )
    if not any(path.iterdir()) or any((path / ours).exists() for ours in ("daemon.json", "programs")):
        make_private(path)
    elif others_see(path):
        raise FolderRefused(
            f"{path} holds other things, and others can look into it; "
            "name a folder of the platform's own with --data-dir"
        )


def _refuse_no_files(path: Path) -> None:
    """A pipe in place of a file would be waited for without end."""
    for name in (*FILES, *DOCUMENTS, *(f"{each}.bak" for each in DOCUMENTS)):
        try:
            other = other_kind((path / name).stat().st_mode)
        except OSError:
            continue
        if other not in (None, "a folder"):
            aside = f"{pasted('mv', 'move')} {quoted(str(path / name))} {quoted(str(path / name) + '.aside')}"
            raise FolderRefused(f"{path / name} is {other}, where a file belongs. Move it away: {aside}")


def _read_notice(descriptor: int) -> dict[str, Any]:
    try:
        read = json.loads(pread(descriptor, 4096, 0))
    except (ValueError, RecursionError):
        return {}
    return read if isinstance(read, dict) else {}
