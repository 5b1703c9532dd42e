"""Reading tar: plain files and folders of ustar, GNU and pax archives; everything else is refused."""

from collections.abc import Iterator
from typing import Protocol

from mining.domain.message import phrase
from mining.programs.tree import UnpackFolder, refused

_BLOCK = 512
_CHUNK = 256 * 1024
_LONGEST = 64 * 1024  # bytes of a pax header or a GNU long name
_FILE, _FOLDER, _LONG_NAME, _PAX, _PAX_ALL = (b"0", b"\0"), b"5", b"L", b"x", b"g"


class Readable(Protocol):
    """A stream that gives at most what is asked for."""

    def read(self, size: int, /) -> bytes: ...


def untar(stream: Readable, tree: UnpackFolder) -> None:
    """Write all members of an archive."""
    long_name: str | None = None
    while True:
        header = _exactly(stream, _BLOCK)
        if header.count(0) == _BLOCK:
            return
        _check_sum(header)
        size, kind = _number(header[124:136]), header[156:157]
        if kind == _LONG_NAME:
            long_name = _text(_small(stream, size).split(b"\0")[0])
        elif kind in (_PAX, _PAX_ALL):
            fields = _pax(_small(stream, size))
            if kind == _PAX_ALL and "path" in fields:
                raise refused(phrase("archive.one_name"))
            long_name = fields.get("path", long_name)
        elif kind in _FILE:
            name = long_name or _name(header)
            long_name = None
            executable = bool(_number(header[100:108]) & 0o111)
            tree.file(name, _content(stream, size), executable=executable)
        elif kind == _FOLDER:
            tree.folder(long_name or _name(header))
            long_name = None
            if size:
                raise refused(phrase("archive.filled_folder"))
        else:
            raise refused(phrase("archive.neither_kind", kind=repr(kind)))


def _content(stream: Readable, size: int) -> Iterator[bytes]:
    left = size
    while left:
        chunk = stream.read(min(left, _CHUNK))
        if not chunk:
            raise refused(phrase("archive.ends_in_file"))
        left -= len(chunk)
        yield chunk
    _exactly(stream, -size % _BLOCK)


def _small(stream: Readable, size: int) -> bytes:
    if size > _LONGEST:
        raise refused(phrase("archive.long_header"))
    content = _exactly(stream, size)
    _exactly(stream, -size % _BLOCK)
    return content


def _exactly(stream: Readable, size: int) -> bytes:
    parts = []
    while size:
        part = stream.read(size)
        if not part:
            raise refused(phrase("archive.ends_inside"))
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _check_sum(header: bytes) -> None:
    stated_sum = _number(header[148:156])
    if stated_sum != sum(header) - sum(header[148:156]) + 8 * 32:
        raise refused(phrase("archive.damaged_header"))


def _number(field: bytes) -> int:
    digits = field.strip(b" \0")
    if digits.strip(b"01234567"):
        raise refused(phrase("archive.no_number"))  # base-256 too: nothing here is that large
    return int(digits or b"0", 8)


def _name(header: bytes) -> str:
    name, prefix = header[:100].split(b"\0")[0], b""
    if header[257:263] == b"ustar\0":
        prefix = header[345:500].split(b"\0")[0]
    return _text(prefix + b"/" + name if prefix else name)


def _text(name: bytes) -> str:
    return name.decode("utf-8", "surrogateescape")


def _pax(content: bytes) -> dict[str, str]:
    """The records of a pax header; those that would change what a member is are refused."""
    fields = {}
    while content:
        length, _, _ = content.partition(b" ")
        if not length.isdigit() or len(length) > 6 or not len(length) + 3 < int(length) <= len(content):
            raise refused(phrase("archive.damaged_header"))
        record, content = content[len(length) + 1 : int(length) - 1], content[int(length) :]
        key, _, value = record.partition(b"=")
        if key in (b"size", b"linkpath") or key.startswith(b"GNU.sparse"):
            raise refused(phrase("archive.more_than_file"))
        fields[_text(key)] = _text(value)
    return fields
