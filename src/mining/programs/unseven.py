"""Reading 7z through py7zr, which names no file on disk here: it hands what it unpacks to our own folder's rules."""

import stat
from collections.abc import Callable
from contextlib import ExitStack
from typing import BinaryIO

from py7zr import SevenZipFile
from py7zr.exceptions import ArchiveError, PasswordRequired
from py7zr.io import Py7zIO, WriterFactory

from mining.domain.message import phrase
from mining.programs.tree import Bounds, UnpackFolder, parts_of, refused

_LONGEST_HEADER = 32 * 1024  # bytes, packed; it is unpacked into memory whole, at most 7,000 times as large
_LARGEST_DICTIONARY = 128 * 1024 * 1024  # bytes of memory
_LZMA, _LZMA2 = b"\x03\x01\x01", b"\x21"


class _Member(Py7zIO):
    """One file as py7zr wants to write it."""

    def __init__(self, write: Callable[[bytes], None]) -> None:
        self._write = write
        self._size = 0

    def write(self, s: bytes | bytearray) -> int:
        self._write(bytes(s))
        self._size += len(s)
        return len(s)

    def read(self, size: int | None = None) -> bytes:
        return b""

    def seek(self, offset: int, whence: int = 0) -> int:
        return 0

    def flush(self) -> None:
        pass

    def size(self) -> int:
        return self._size


class _Members(WriterFactory):
    """Opens one file of the tree after the other."""

    def __init__(self, tree: UnpackFolder, executable: set[str]) -> None:
        self._tree = tree
        self._executable = executable
        self._current = ExitStack()

    def create(self, filename: str) -> Py7zIO:
        self.close()
        writing = self._tree.writing(filename, executable=filename in self._executable)
        return _Member(self._current.enter_context(writing))

    def close(self) -> None:
        self._current.close()


def unseven(file: BinaryIO, tree: UnpackFolder, bounds: Bounds) -> None:
    """Write all members of an archive."""
    file.seek(20)
    if int.from_bytes(file.read(8), "little") > _LONGEST_HEADER:
        raise refused(phrase("archive.long_list"))
    file.seek(0)
    try:
        with SevenZipFile(file, max_extract_size=bounds.size) as archive:
            executable = _check(archive, tree, bounds)
            members = _Members(tree, executable)
            try:
                archive.extract(factory=members)
            finally:
                members.close()
    except (ArchiveError, PasswordRequired) as error:
        raise refused(phrase("archive.damaged_or_encrypted")) from error


def _check(archive: SevenZipFile, tree: UnpackFolder, bounds: Bounds) -> set[str]:
    """Refuse what is no plain file or folder before anything is unpacked; the names of the executable files."""
    if len(archive.files) > bounds.members:
        raise refused(phrase("archive.members", most=bounds.members))
    if sum(member.uncompressed or 0 for member in archive.files) > bounds.size:
        raise refused(phrase("archive.unpacks_far"))
    for method, properties in _coders(archive):
        if _dictionary(method, properties) > _LARGEST_DICTIONARY:
            raise refused(phrase("archive.much_memory"))
    executable, seen = set(), set()
    for member in archive.files:
        name, kind = member.filename, stat.S_IFMT(member.posix_mode or 0) or member.st_fmt or 0
        folder = member.is_directory
        parts_of(name)  # as the archive spells it: py7zr repairs some names
        if member.is_symlink or member.is_junction or member.is_socket:
            raise refused(phrase("archive.neither"))
        if kind not in (0, stat.S_IFDIR if folder else stat.S_IFREG):
            raise refused(phrase("archive.neither"))
        if name in seen:
            raise refused(phrase("archive.twice", name=name))
        seen.add(name)
        if folder:
            tree.folder(name)
        elif (member.posix_mode or 0) & 0o111:
            executable.add(name)
    return executable


def _coders(archive: SevenZipFile) -> list[tuple[bytes, bytes]]:
    streams = archive.header.main_streams
    folders = streams.unpackinfo.folders if streams is not None else []
    return [(coder["method"], coder["properties"] or b"") for folder in folders for coder in folder.coders]


def _dictionary(method: bytes, properties: bytes) -> int:
    if method == _LZMA and len(properties) == 5:
        return int.from_bytes(properties[1:], "little")
    if method == _LZMA2 and len(properties) == 1:
        return (2 | properties[0] & 1) << (properties[0] // 2 + 11)
    return 0
