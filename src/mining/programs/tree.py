"""A folder that an archive is unpacked into: only plain files and folders, only inside, only within bounds."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from mining.domain.errors import VerificationFailed
from mining.domain.message import phrase
from mining.programs.unpack_place import UnpackPlace, unpack_place

_PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,99}")
_DEEPEST = 6
# a vendor's own configuration mines for somebody else; that driver of Windows opens the whole machine to everybody, is
# removed by antivirus programs, and serves only MSR settings, which are not offered there
_LEFT_OUT = ("config.json", "winring0x64.sys")
_DEVICE = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")  # no files on Windows, whatever follows


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
            raise refused(phrase("archive.members", most=self.bounds.members))

    def take(self, size: int) -> None:
        """So many more bytes."""
        self.size += size
        if self.size > min(self.bounds.size, self.bounds.ratio * self.packed):
            raise refused(phrase("archive.unpacks_far"))


class UnpackFolder:
    """Writes below one folder, of which no name and no link leads elsewhere."""

    def __init__(self, root: Path, budget: Budget, programs: Iterable[str] = ()) -> None:
        self._root = root
        self._budget = budget
        self._programs = set(programs)
        self._place: UnpackPlace | None = None
        self.written: list[str] = []

    def __enter__(self) -> Self:
        self._place = unpack_place(self._root)
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    @property
    def _opened(self) -> UnpackPlace:
        assert self._place is not None  # noqa: S101 - it is used inside its block alone
        return self._place

    def folder(self, name: str) -> None:
        """Make a folder and those above it."""
        self._budget.take_member()
        parts = parts_of(name)
        if parts:
            with _refusing(name):
                self._opened.folder(parts)

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
            raise refused(phrase("archive.nameless"))
        self._claim("/".join(parts))
        if parts[-1].casefold() in _LEFT_OUT:
            yield lambda chunk: self._budget.take(len(chunk))
            return
        mode = 0o755 if executable or parts[-1] in self._programs else 0o644
        with _refusing(parts[-1]), self._opened.file(parts, mode) as file:

            def write(chunk: bytes) -> None:
                self._budget.take(len(chunk))
                file.write(chunk)

            yield write
        self.written.append("/".join(parts))

    def _claim(self, name: str) -> None:
        if name.casefold() in self._budget.seen:
            raise refused(phrase("archive.twice", name=name))
        self._budget.seen.add(name.casefold())


@contextmanager
def _refusing(name: str) -> Iterator[None]:
    try:
        yield
    except FileExistsError as error:
        raise refused(phrase("archive.twice", name=name)) from error
    except NotADirectoryError as error:
        raise refused(phrase("archive.file_for_folder")) from error


def parts_of(name: str, windows: bool = sys.platform == "win32") -> list[str]:
    """The parts of a member's name; empty for the folder itself."""
    parts = name.split("/")
    if parts[0] == ".":
        parts = parts[1:]
    if parts and parts[-1] == "":
        parts = parts[:-1]
    if len(parts) > _DEEPEST or not all(_names(part, windows) for part in parts):
        shown = len(name) <= 80 and name.isprintable() and name.isascii()
        raise refused(phrase("archive.elsewhere", name=name) if shown else phrase("archive.elsewhere_unnamed"))
    return parts


def _names(part: str, windows: bool) -> bool:
    """Whether a part names what it says: Windows drops dots at the end, and keeps some names for devices."""
    if _PART.fullmatch(part) is None:
        return False
    return not windows or not (part.endswith(".") or _DEVICE.fullmatch(part))


def refused(why: str) -> VerificationFailed:
    """The error for an archive that no honest vendor makes."""
    return VerificationFailed(phrase("archive.refused", why=why), reason="archive")
