"""Reading zip: stored and deflated plain files and folders; everything else is refused."""

import stat
import zipfile
from collections.abc import Iterator
from typing import IO, BinaryIO

from mining.domain.message import phrase
from mining.programs.tree import Bounds, UnpackFolder, refused

_END = b"PK\x05\x06"
_END_SIZE = 22
_LONGEST_LIST = 1024 * 1024  # bytes of the list of members
_CHUNK = 256 * 1024
_UNIX = 3


def unzip(file: BinaryIO, tree: UnpackFolder, bounds: Bounds) -> None:
    """Write all members of an archive."""
    _check_end(file, bounds)
    with zipfile.ZipFile(file) as archive:
        for member in archive.infolist():
            _check(member)
            name = member.orig_filename
            if name.endswith("/"):
                if member.file_size:
                    raise refused(phrase("archive.filled_folder"))
                tree.folder(name)
                continue
            with archive.open(member) as content:
                executable = member.create_system == _UNIX and bool(member.external_attr >> 16 & 0o111)
                tree.file(name, _chunks(content), executable=executable)


def _check_end(file: BinaryIO, bounds: Bounds) -> None:
    """Look at the size of the list before it is read: it is kept in memory whole."""
    size = file.seek(0, 2)
    file.seek(max(size - _END_SIZE, 0))
    end = file.read()
    if not end.startswith(_END) or len(end) != _END_SIZE:
        raise refused(phrase("archive.no_zip_end"))
    if int.from_bytes(end[10:12], "little") > bounds.members:
        raise refused(phrase("archive.members", most=bounds.members))
    if int.from_bytes(end[12:16], "little") > _LONGEST_LIST:
        raise refused(phrase("archive.long_list"))
    file.seek(max(size - _END_SIZE - 20, 0))
    if file.read(4) == b"PK\x06\x07":
        raise refused(phrase("archive.huge_kind"))
    file.seek(0)


def _check(member: zipfile.ZipInfo) -> None:
    if member.flag_bits & 0x1:
        raise refused(phrase("archive.encrypted"))
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise refused(phrase("archive.packing"))
    kind = stat.S_IFMT(member.external_attr >> 16) if member.create_system == _UNIX else 0
    folder = member.orig_filename.endswith("/")
    if kind not in (0, stat.S_IFDIR if folder else stat.S_IFREG):
        raise refused(phrase("archive.neither"))


def _chunks(content: IO[bytes]) -> Iterator[bytes]:
    while chunk := content.read(_CHUNK):
        yield chunk
