"""A folder that an archive is unpacked into: only plain files and folders, only inside, only within bounds."""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from mining.domain.errors import VerificationFailed

_PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,99}")
_DEEPEST = 6
_LEFT_OUT = "config.json"  # a vendor's own configuration mines for somebody else
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)


@dataclass(frozen=True)
class Bounds:
    """How large the contents of an archive may be."""

    members: int = 2000
    size: int = 512 * 1024 * 1024  # bytes
    ratio: int = 200  # bytes unpacked for each byte packed


@dataclass
class Budget:
    """What is left of the bounds while an archive is read; used by what is read, not by what it claims."""

    bounds: Bounds
    packed: int  # bytes
    members: int = 0
    size: int = 0
    seen: set[str] = field(default_factory=set)

    def take_member(self) -> None:
        """One more file or folder."""
        self.members += 1
        if self.members > self.bounds.members:
            raise refused(f"it has more than {self.bounds.members} members")

    def take(self, size: int) -> None:
        """So many more bytes."""
        self.size += size
        if self.size > min(self.bounds.size, self.bounds.ratio * self.packed):
            raise refused("it unpacks to far more than a mining program has")


class UnpackFolder:
    """Writes below one folder through open folders, so that no name and no link leads elsewhere."""

    def __init__(self, root: Path, budget: Budget, programs: Iterable[str] = ()) -> None:
        self._root = root
        self._budget = budget
        self._programs = set(programs)
        self._top = -1
        self.written: list[str] = []

    def __enter__(self) -> Self:
        self._top = os.open(self._root, _FOLDER)
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._top)

    def folder(self, name: str) -> None:
        """Make a folder and those above it."""
        self._budget.take_member()
        parts = parts_of(name)
        if parts:
            os.close(self._into(parts))

    def file(self, name: str, chunks: Iterable[bytes], *, executable: bool) -> None:
        """Write a file."""
        with self.writing(name, executable=executable) as write:
            for chunk in chunks:
                write(chunk)

    @contextmanager
    def writing(self, name: str, *, executable: bool) -> Iterator[Callable[[bytes], None]]:
        """Make a file and hand out what appends to it; a name that is there already, in any case, is refused."""
        self._budget.take_member()
        parts = parts_of(name)
        if not parts or name.endswith("/"):
            raise refused("it has a file without a name")
        self._claim("/".join(parts))
        if parts[-1].casefold() == _LEFT_OUT:
            yield lambda chunk: self._budget.take(len(chunk))
            return
        mode = 0o755 if executable or parts[-1] in self._programs else 0o644
        folder = self._into(parts[:-1])
        try:
            with os.fdopen(_create(parts[-1], mode, folder), "wb") as file:

                def write(chunk: bytes) -> None:
                    self._budget.take(len(chunk))
                    file.write(chunk)

                yield write
                os.fchmod(file.fileno(), mode)  # whatever the umask is
                file.flush()
                os.fsync(file.fileno())
            os.fsync(folder)
            self.written.append("/".join(parts))
        finally:
            os.close(folder)

    def _claim(self, name: str) -> None:
        if name.casefold() in self._budget.seen:
            raise refused(f"it has {name!r} twice")
        self._budget.seen.add(name.casefold())

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
        except NotADirectoryError as error:
            os.close(folder)
            raise refused("it has a file where it needs a folder") from error
        except BaseException:
            os.close(folder)
            raise
        return folder


def _create(name: str, mode: int, folder: int) -> int:
    try:
        return os.open(name, _NEW, mode, dir_fd=folder)
    except FileExistsError as error:
        raise refused(f"it has {name!r} twice") from error


def parts_of(name: str) -> list[str]:
    """The parts of a member's name; empty for the folder itself."""
    parts = name.split("/")
    if parts[0] == ".":
        parts = parts[1:]
    if parts and parts[-1] == "":
        parts = parts[:-1]
    if len(parts) > _DEEPEST or not all(_PART.fullmatch(part) for part in parts):
        shown = name if len(name) <= 80 and name.isprintable() and name.isascii() else "a name that no program needs"
        raise refused(f"it has {shown!r}, which could lead elsewhere")
    return parts


def refused(why: str) -> VerificationFailed:
    """The error for an archive that no honest vendor makes."""
    return VerificationFailed(f"The archive is not acceptable: {why}. Nothing of it was kept.", reason="archive")
