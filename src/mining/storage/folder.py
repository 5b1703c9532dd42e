"""The data folder: one daemon's alone, for as long as it holds the lock of `daemon.json` in it."""

import fcntl
import json
import os
import pwd
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shlex import quote
from typing import Any

from mining.foundation.document import seal
from mining.foundation.files import other_kind

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
            os.pwrite(self.descriptor, text, 0)
        except OSError as error:
            why = os.strerror(error.errno or 0).lower()
            raise FolderRefused(f"the data folder cannot be written to: {why}") from error


@contextmanager
def data_folder(path: Path) -> Iterator[DaemonRecord]:
    """The data folder, mode 0700, for this daemon alone; FolderRefused when another one uses it."""
    try:
        _make_private(path)
        _refuse_no_files(path)
        descriptor = os.open(path / "daemon.json", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    except OSError as error:
        why = os.strerror(error.errno or 0).lower()
        raise FolderRefused(f"the data folder {path} cannot be used: {why}") from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        other = _read_notice(descriptor)
        os.close(descriptor)
        raise FolderRefused(
            f"a daemon (pid {other.get('pid', '?')}) already uses {path} and answers at {other.get('url', '?')}; "
            "talk to that one, or choose another folder with --data-dir"
        ) from error
    try:
        yield DaemonRecord(descriptor)
    finally:
        os.close(descriptor)


def _make_private(path: Path) -> None:
    """The folder, for nobody else's eyes. One that holds other people's things is not closed behind their backs."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    owner, me = path.stat().st_uid, os.geteuid()
    if owner != me:
        take = f"sudo chown -R {_name(me)} {quote(str(path))}"
        raise FolderRefused(
            f"the data folder {path} belongs to {_name(owner)}, who could change what runs here and whom it pays. "
            f"Start the daemon as that user, or give the folder to this one: {take}"
        )
    if not any(path.iterdir()) or any((path / ours).exists() for ours in ("daemon.json", "programs")):
        path.chmod(0o700)
    elif path.stat().st_mode & 0o077:
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
            aside = f"mv {quote(str(path / name))} {quote(str(path / name) + '.aside')}"
            raise FolderRefused(f"{path / name} is {other}, where a file belongs. Move it away: {aside}")


def _name(user: int) -> str:
    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        return str(user)


def _read_notice(descriptor: int) -> dict[str, Any]:
    try:
        read = json.loads(os.pread(descriptor, 4096, 0))
    except (ValueError, RecursionError):
        return {}
    return read if isinstance(read, dict) else {}
