"""Unpacking what a vendor published, by rules that no archive can talk its way out of."""

import bz2
import errno
import gzip
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from mining.domain.errors import VerificationFailed
from mining.domain.message import phrase
from mining.foundation.antivirus import is_blocked
from mining.programs.tree import Bounds, Budget, UnpackFolder, refused
from mining.programs.untar import Readable, untar
from mining.programs.unzip import unzip

_BROKEN = (
    EOFError, ValueError, TypeError, LookupError, AttributeError, AssertionError, ArithmeticError, NotImplementedError,
    RuntimeError, MemoryError, struct.error, zlib.error, lzma.LZMAError, zipfile.BadZipFile, gzip.BadGzipFile,
)  # fmt: skip  # what the decoders of the standard library and py7zr raise when their input is not what it says
_MEMORY = 128 * 1024 * 1024  # bytes that unpacking xz may take
_HEADERS = 4 * 1024 * 1024  # bytes of a tar that are no contents
_CHUNK = 64 * 1024
_SEVEN = b"7z\xbc\xaf\x27\x1c"
_BOUNDS = Bounds()


def extract(archive: Path, into: Path, programs: Iterable[str] = (), bounds: Bounds = _BOUNDS) -> list[str]:
    """Unpack into an empty folder; the files that are there now. `programs` become executable in any case.

    VerificationFailed says what is wrong with an archive; the folder then holds a part of it and is to be removed.
    """
    with archive.open("rb") as file:
        packed = file.seek(0, 2)
        file.seek(0)
        start = file.read(6)
        file.seek(0)
        budget = Budget(bounds, packed)
        with UnpackFolder(into, budget, programs) as tree:
            try:
                _unpack(file, start, tree, budget)
            except VerificationFailed:
                raise
            except _BROKEN as error:
                raise refused(phrase("archive.damaged")) from error
            except OSError as error:
                if is_blocked(error) or error.errno not in (None, errno.EINVAL):
                    raise
                raise refused(phrase("archive.damaged")) from error  # a decoder's complaint, or an impossible place
            return tree.written


def _unpack(file: BinaryIO, start: bytes, tree: UnpackFolder, budget: Budget) -> None:
    if start.startswith(b"PK"):
        unzip(file, tree, budget.bounds)
    elif start == _SEVEN:
        from mining.programs.unseven import unseven  # py7zr takes long to import and hardly any vendor needs it

        unseven(file, tree, budget.bounds)
    elif start.startswith(b"\x1f\x8b"):
        with gzip.open(file, "rb") as unpacked:
            _untar(unpacked, tree, budget)
    elif start.startswith(b"BZh"):
        with bz2.open(file, "rb") as unpacked:
            _untar(unpacked, tree, budget)
    elif start == b"\xfd7zXZ\0":
        _untar(_Xz(file), tree, budget)
    else:
        raise refused(phrase("archive.kind"))


def _untar(unpacked: Readable, tree: UnpackFolder, budget: Budget) -> None:
    stream = _Counted(unpacked, budget)
    untar(stream, tree)
    while stream.read(_CHUNK):  # to where the packing's own checksum is
        pass


class _Counted:
    """Ends an archive that unpacks to far more than it may, whatever it unpacks to."""

    def __init__(self, stream: Readable, budget: Budget) -> None:
        self._stream = stream
        self._left = min(budget.bounds.size, budget.bounds.ratio * budget.packed) + _HEADERS

    def read(self, size: int, /) -> bytes:
        content = self._stream.read(size)
        self._left -= len(content)
        if self._left < 0:
            raise refused(phrase("archive.unpacks_far"))
        return content


class _Xz:
    """xz with a limit on memory, which the standard library's file object does not take."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._decoder = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_MEMORY)

    def read(self, size: int, /) -> bytes:
        while not self._decoder.eof:
            packed = self._file.read(_CHUNK) if self._decoder.needs_input else b""
            if self._decoder.needs_input and not packed:
                raise EOFError
            content = self._decoder.decompress(packed, size)
            if content:
                return content
        return b""
