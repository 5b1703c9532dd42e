"""Where an archive's members are written: through open folders, or by path where the system cannot open folders."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Protocol

from mining.foundation.files import sync_folder

_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)


class UnpackPlace(Protocol):
    """A folder that is written below. FileExistsError for a file that is there, NotADirectoryError for a file, or a
    link, on the way.
    """

    def folder(self, parts: Iterable[str]) -> None:
        """Make a folder and those above it."""

    def file(self, parts: Sequence[str], mode: int) -> AbstractContextManager[BinaryIO]:
        """Make a file in the folder above it; it has that mode and is durable when the block ends."""

    def close(self) -> None:
        """Nothing more is written."""


def unpack_place(root: Path) -> UnpackPlace:
    """The safest way to write below a folder that this system has."""
    if sys.platform != "win32" and {os.open, os.mkdir} <= os.supports_dir_fd:
        return OpenFolders(root)
    return PrivatePaths(root)


class PrivatePaths:
    """By path, for folders that nobody else can write to: so what is looked at stays what it was."""

    def __init__(self, root: Path) -> None:
        self._root = root
        _refuse_link(root)

    def close(self) -> None:
        """Nothing is open."""

    def folder(self, parts: Iterable[str]) -> None:
        """Make a folder and those above it."""
        self._into(parts)

    @contextmanager
    def file(self, parts: Sequence[str], mode: int) -> Iterator[BinaryIO]:
        """Make a file in the folder above it."""
        folder = self._into(parts[:-1])
        path = folder / parts[-1]
        with path.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        path.chmod(mode)
        sync_folder(folder)

    def _into(self, parts: Iterable[str]) -> Path:
        folder = self._root
        for part in parts:
            folder = folder / part
            with suppress(FileExistsError):
                folder.mkdir(mode=0o755)
            _refuse_link(folder)
        return folder


def _refuse_link(folder: Path) -> None:
    """NotADirectoryError for what leads elsewhere: a symbolic link, a junction, a mounted volume."""
    status = folder.lstat()
    if not stat.S_ISDIR(status.st_mode) or getattr(status, "st_reparse_tag", False):
        raise NotADirectoryError(folder)


if sys.platform != "win32":

    class OpenFolders:
        """Through open folders, so that no name and no link leads elsewhere, whoever else writes there."""

        def __init__(self, root: Path) -> None:
            self._top = os.open(root, _FOLDER)

        def close(self) -> None:
            """Let go of the folder."""
            os.close(self._top)

        def folder(self, parts: Iterable[str]) -> None:
            """Make a folder and those above it."""
            os.close(self._into(parts))

        @contextmanager
        def file(self, parts: Sequence[str], mode: int) -> Iterator[BinaryIO]:
            """Make a file in the folder above it."""
            folder = self._into(parts[:-1])
            try:
                with os.fdopen(os.open(parts[-1], _NEW, mode, dir_fd=folder), "wb") as file:
                    yield file
                    os.fchmod(file.fileno(), mode)  # whatever the umask is
                    file.flush()
                    os.fsync(file.fileno())
                os.fsync(folder)
            finally:
                os.close(folder)

        def _into(self, parts: Iterable[str]) -> int:
            """An open folder; those on the way are made when they are missing."""
            folder = os.dup(self._top)
            try:
                for part in parts:
                    with suppress(FileExistsError):
                        os.mkdir(part, 0o755, dir_fd=folder)
                    below = os.open(part, _FOLDER, dir_fd=folder)
                    os.close(folder)
                    folder = below
            except BaseException:
                os.close(folder)
                raise
            return folder
