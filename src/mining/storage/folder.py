"""The data folder: one daemon's alone, for as long as it holds the lock of `daemon.json` in it."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mining.foundation.document import seal


class FolderRefused(Exception):
    """The data folder cannot be used, or another daemon uses it; the text says what to do."""


@dataclass(frozen=True)
class DaemonRecord:
    """Writes down for others who uses a data folder: pid and address."""

    descriptor: int

    def __call__(self, url: str) -> None:
        text = seal({"pid": os.getpid(), "url": url})
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
    if not any(path.iterdir()) or any((path / ours).exists() for ours in ("daemon.json", "programs")):
        path.chmod(0o700)
    elif path.stat().st_mode & 0o077:
        raise FolderRefused(
            f"{path} holds other things, and others can look into it; "
            "name a folder of the platform's own with --data-dir"
        )


def _read_notice(descriptor: int) -> dict[str, Any]:
    try:
        read = json.loads(os.pread(descriptor, 4096, 0))
    except (ValueError, RecursionError):
        return {}
    return read if isinstance(read, dict) else {}
